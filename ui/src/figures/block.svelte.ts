/** The block of cells that is selected in a field's sheet, by the places of its rows and columns. */

import { clamp, isMany, sized, spanned, type Block, type Spot } from '../shared/block'

export class Blocks {
  private span = $state.raw<{ from: Spot; to: Spot } | null>(null)
  private readonly size: () => { rows: number; cols: number }

  constructor(size: () => { rows: number; cols: number }) {
    this.size = size
  }

  /** A block of more than one cell. */
  readonly many = $derived.by((): Block | null => {
    const { rows, cols } = this.size()
    if (!this.span || rows === 0) return null
    const block = spanned(this.span.from, this.span.to, { row: rows - 1, col: cols - 1 })
    return isMany(block) ? block : null
  })
  readonly words = $derived.by(() => (this.many ? sized(this.many) : ''))

  /** The block, or one cell as a block. */
  around(spot: Spot): Block {
    return this.many ?? { top: spot.row, bottom: spot.row, left: spot.col, right: spot.col }
  }
  has(row: number, col: number): boolean {
    const block = this.many
    return block !== null && row >= block.top && row <= block.bottom && col >= block.left && col <= block.right
  }
  clear(): void {
    this.span = null
  }
  draw(from: Spot, to: Spot): void {
    this.span = { from, to }
  }
  all(): void {
    const { rows, cols } = this.size()
    this.span = { from: { row: 0, col: 0 }, to: { row: rows - 1, col: cols - 1 } }
  }
  /** Moves the free corner; says where it is now. */
  extend(from: Spot, rows: number, cols: number): Spot {
    const size = this.size()
    const begin = this.span ?? { from, to: from }
    const to = { row: clamp(begin.to.row + rows, size.rows - 1), col: clamp(begin.to.col + cols, size.cols - 1) }
    this.span = { from: begin.from, to }
    return to
  }
}
