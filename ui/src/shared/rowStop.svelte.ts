/** The one row of a table that Tab reaches: arrows move it, Enter opens it. */
import { tick } from 'svelte'
import { composing } from './keys'

const PAGE = 10

export class RowStop {
  /** The table whose rows carry `data-row`. */
  table = $state<HTMLElement>()
  private at = $state<number | null>(null)
  private readonly ids: () => readonly number[]
  private readonly open: (id: number) => void
  private readonly remove: ((id: number) => void) | undefined

  constructor(ids: () => readonly number[], open: (id: number) => void, remove?: (id: number) => void) {
    this.ids = ids
    this.open = open
    this.remove = remove
  }

  /** The row with the tab stop; the first one when the last is gone. */
  readonly here = $derived.by(() => {
    const ids = this.ids()
    return this.at !== null && ids.includes(this.at) ? this.at : (ids[0] ?? null)
  })

  take(id: number): void {
    this.at = id
  }
  /** Puts the focus on a row, or back on the one that had it. */
  focus(id: number | null = this.here): void {
    this.at = id
    void tick().then(() => this.table?.querySelector<HTMLElement>(`[data-row="${this.here}"]`)?.focus())
  }
  readonly onkeydown = (event: KeyboardEvent): void => {
    const row = event.target instanceof HTMLElement ? event.target : null
    if (composing(event) || event.ctrlKey || event.altKey || event.metaKey || row?.dataset.row === undefined) return
    const ids = this.ids()
    const id = Number(row.dataset.row)
    const at = ids.indexOf(id)
    const go = (to: number) => this.focus(ids[Math.max(0, Math.min(ids.length - 1, to))] ?? null)
    if (event.key === 'ArrowDown') go(at + 1)
    else if (event.key === 'ArrowUp') go(at - 1)
    else if (event.key === 'PageDown') go(at + PAGE)
    else if (event.key === 'PageUp') go(at - PAGE)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(ids.length - 1)
    else if (event.key === 'Enter') this.open(id)
    else if (event.key === 'Delete' && this.remove) this.remove(id)
    else return
    event.preventDefault()
  }
}
