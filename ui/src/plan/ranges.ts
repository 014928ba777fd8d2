/**
 * Blocks of cells. Rows are counted over the task rows as shown, so group rows never count;
 * columns over those of the paper, so the state is never inside.
 */
export const LAST_COL = 5

export interface Spot {
  row: number
  col: number
}

export interface Block {
  top: number
  bottom: number
  left: number
  right: number
}

/** How one row lies in a block: its columns, and whether it is the first or the last one. */
export interface Slice {
  left: number
  right: number
  top: boolean
  bottom: boolean
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value))

/** The block between two corners, whichever way it was drawn. */
export function blockOf(a: Spot, b: Spot): Block {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: clamp(Math.min(a.col, b.col), LAST_COL),
    right: clamp(Math.max(a.col, b.col), LAST_COL),
  }
}

export function stepped(spot: Spot, rows: number, cols: number, count: number): Spot {
  return { row: clamp(spot.row + rows, count - 1), col: clamp(Math.min(spot.col, LAST_COL) + cols, LAST_COL) }
}

export const height = (block: Block) => block.bottom - block.top + 1
export const width = (block: Block) => block.right - block.left + 1
export const isMany = (block: Block) => height(block) > 1 || width(block) > 1

export function sliceOf(block: Block, row: number): Slice | null {
  if (row < block.top || row > block.bottom) return null
  return { left: block.left, right: block.right, top: row === block.top, bottom: row === block.bottom }
}

/** The keys from one to another in a list, both ways; only the second where the first is not in the list. */
export function between<T>(list: readonly T[], from: T | null, to: T): T[] {
  const end = list.indexOf(to)
  const start = from === null ? -1 : list.indexOf(from)
  if (end < 0) return []
  if (start < 0) return [to]
  return list.slice(Math.min(start, end), Math.max(start, end) + 1)
}
