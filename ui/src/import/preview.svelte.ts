/** The preview as one moves in it: which lines are drawn, the cell that Tab reaches, the words looked for. */
import { tick } from 'svelte'
import type { DraftRow } from '../bindings/DraftRow'
import { RowWindow } from '../shared/rowWindow.svelte'
import type { Line } from './doubts'
import { hitsOf, nextHit } from './find'
import { guessLine } from './places'

export class Preview {
  /** The cell last stood on; column -1 is the name of the group that the row begins. */
  spot = $state.raw({ row: -1, col: 1 })
  words = $state('')
  private last = $state(-1)
  readonly window: RowWindow<Line>
  private readonly lines: () => Line[]
  private readonly draft: () => readonly DraftRow[]
  private readonly unfold: (from: number) => void

  constructor(lines: () => Line[], draft: () => readonly DraftRow[], notes: number, unfold: (from: number) => void) {
    this.lines = lines
    this.draft = draft
    this.unfold = unfold
    this.window = new RowWindow<Line>(lines, () => (this.spot.col < 0 ? `g${this.spot.row}` : `r${this.stop}`), (line) => guessLine(line, this.window.width - notes))
  }

  /** The rows that are shown, by their places in the draft. */
  readonly shown = $derived.by(() => this.lines().flatMap((line) => (line.kind === 'row' ? [line.at] : [])))
  /** The row whose cell Tab reaches. */
  readonly stop = $derived.by(() => (this.shown.includes(this.spot.row) ? this.spot.row : (this.shown[0] ?? -1)))
  readonly hits = $derived.by(() => hitsOf(this.draft(), this.words))
  /** Which of the hits is shown; -1: none, or its row is gone. */
  readonly nth = $derived.by(() => this.hits.indexOf(this.last))
  readonly hit = $derived.by(() => this.hits[this.nth] ?? -1)

  /** Brings a row into view, out of its fold when it lies in one. */
  async reach(row: number): Promise<void> {
    const fold = this.lines().find((line) => line.kind === 'fold' && line.from <= row && row < line.to)
    if (fold?.kind === 'fold') this.unfold(fold.from)
    await tick()
    await this.window.reach(`r${row}`)
  }

  /** Puts the focus on a cell, wherever its row stands. */
  async focus(row: number, col: number): Promise<void> {
    this.spot = { row, col }
    await this.reach(row)
    this.window.scroller?.querySelector<HTMLElement>(`[data-at="${row}-${col}"]`)?.focus({ preventScroll: true })
  }

  /** Shows the first row with the words, from where one stands. */
  look(words: string): void {
    this.words = words
    this.show(nextHit(this.hits, this.spot.row - 1, 1))
  }

  /** Shows the next row with the words, or the one before. */
  next(step: 1 | -1): void {
    this.show(nextHit(this.hits, this.last, step))
  }

  private show(hit: number | undefined): void {
    this.last = hit ?? -1
    if (hit !== undefined) void this.reach(hit)
  }
}
