import { clamp, spanned, type Block, type Spot } from '../shared/block'

/**
 * Blocks of cells. Rows are counted over the task rows as shown, so group rows never count;
 * columns over those of the paper, so the state is never inside.
 */
export const LAST_COL = 5

/** How one row lies in a block: its columns, and whether it is the first or the last one. */
export interface Slice {
  left: number
  right: number
  top: boolean
  bottom: boolean
}

/** The block between two corners, inside the columns of the paper. */
export const blockOf = (a: Spot, b: Spot): Block => spanned(a, b, { row: Infinity, col: LAST_COL })

export function stepped(spot: Spot, rows: number, cols: number, count: number): Spot {
  return { row: clamp(spot.row + rows, count - 1), col: clamp(Math.min(spot.col, LAST_COL) + cols, LAST_COL) }
}

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
