/** The widths of the columns as shown now, and as the officer keeps them on this screen. */
import { tick } from 'svelte'
import { MediaQuery } from 'svelte/reactivity'
import { CONTENT, fitted, keepWidths, readWidths, withWidth } from './widths'

export class ColumnWidths {
  private own = $state.raw(readWidths())
  private readonly big = new MediaQuery('(min-width: 1700px)')
  private readonly room: () => number
  private readonly onlaid: () => void

  constructor(room: () => number, onlaid: () => void) {
    this.room = room
    this.onlaid = onlaid
  }

  readonly widths = $derived.by(() => fitted(this.own, this.big.current, this.room()))

  widen(col: number, by: number): void {
    this.set(col, (this.widths[col] ?? 0) + by, true)
  }

  /** `null`: the width the program would take. Only what is `over`, not every step of a drag, is kept. */
  set(col: number, width: number | null, over: boolean): void {
    if (col === CONTENT) return
    this.own = withWidth(this.own, col, width)
    if (!over) return
    keepWidths(this.own)
    void tick().then(this.onlaid)
  }
}
