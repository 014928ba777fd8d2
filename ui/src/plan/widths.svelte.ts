/** Column widths of the grid: dragged, kept on this machine, taken back by a double click. */
import { COLUMNS } from './columns'

const KEY = 'plan-widths'
const [LEAST, MOST] = [56, 480]
/** The column of content takes what is left. */
const FREE = 1
const NARROW = [65, 0, 112, 106, 148, 98, 129]
const WIDE = [65, 0, 200, 170, 170, 200, 190]

export class Widths {
  private own = $state.raw<Record<number, number>>({})
  private wide = $state(matchMedia('(min-width: 1700px)').matches)

  constructor() {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
      if (typeof kept === 'object' && kept !== null) this.own = Object.fromEntries(Object.entries(kept).filter(([col, width]) => Number(col) in COLUMNS && typeof width === 'number'))
    } catch {
      // What was kept is no longer read: the usual widths are shown.
    }
    $effect(() => {
      const query = matchMedia('(min-width: 1700px)')
      const look = () => (this.wide = query.matches)
      query.addEventListener('change', look)
      return () => query.removeEventListener('change', look)
    })
  }

  /** For `grid-template-columns`. */
  readonly template = $derived.by(() => COLUMNS.map((_, col) => (col === FREE ? 'minmax(0, 1fr)' : `${this.of(col)}px`)).join(' '))

  of(col: number): number {
    return this.own[col] ?? (this.wide ? WIDE : NARROW)[col] ?? LEAST
  }
  /** The border right of a column moved by so many px: that of content moves the column after it. */
  move(col: number, by: number): void {
    const [moved, step] = col === FREE ? [col + 1, -by] : [col, by]
    this.keep({ ...this.own, [moved]: Math.round(Math.min(MOST, Math.max(LEAST, this.of(moved) + step))) })
  }
  reset(col: number): void {
    const { [col === FREE ? col + 1 : col]: _, ...rest } = this.own
    this.keep(rest)
  }
  private keep(own: Record<number, number>): void {
    this.own = own
    localStorage.setItem(KEY, JSON.stringify(own))
  }
}
