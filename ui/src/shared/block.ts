/** Blocks of cells in a sheet, by the places of their corners. */
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

export const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value))

/** The block between two corners, whichever way it was drawn; no place is past the last ones. */
export function spanned(a: Spot, b: Spot, last: Spot): Block {
  return {
    top: clamp(Math.min(a.row, b.row), last.row),
    bottom: clamp(Math.max(a.row, b.row), last.row),
    left: clamp(Math.min(a.col, b.col), last.col),
    right: clamp(Math.max(a.col, b.col), last.col),
  }
}

export const height = (block: Block) => block.bottom - block.top + 1
export const width = (block: Block) => block.right - block.left + 1
export const isMany = (block: Block) => height(block) > 1 || width(block) > 1

/** `3 dòng × 2 cột`. */
export const sized = (block: Block) => `${height(block)} dòng × ${width(block)} cột`
