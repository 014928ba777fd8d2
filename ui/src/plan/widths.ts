/** Widths of the columns: the officer's on this screen, else ours; the content takes what is left. */
import { COLUMNS } from './columns'

export const CONTENT = 1
const NARROW = [65, 0, 112, 106, 148, 98, 129]
const WIDE = [65, 0, 200, 170, 170, 200, 190]
const LEAST = [52, 0, 72, 72, 96, 72, 96]
const MOST = 480
/** The content is never squeezed below this. */
const CONTENT_LEAST = 190

export type Widths = Partial<Record<string, number>>

const keyOf = (col: number) => COLUMNS[col]?.field ?? 'state'
const storeKey = (col: number) => `plan-width-${keyOf(col)}`

export const clampWidth = (col: number, width: number) => Math.round(Math.max(LEAST[col] ?? 72, Math.min(MOST, width)))

/** The widths in px of all columns in a room of so many px, those of the paper in order. */
export function fitted(own: Widths, wide: boolean, room: number): number[] {
  const usual = wide ? WIDE : NARROW
  const wanted = COLUMNS.map((_, col) => (col === CONTENT ? 0 : clampWidth(col, own[keyOf(col)] ?? usual[col] ?? 100)))
  const over = wanted.reduce((sum, width) => sum + width, 0) + CONTENT_LEAST - room
  if (over > 0) {
    // Too much for a smaller window: every column gives of what it has beyond its least.
    const spare = wanted.map((width, col) => width - (LEAST[col] ?? 0))
    const all = spare.reduce((sum, width) => sum + width, 0)
    const share = all > 0 ? Math.min(1, over / all) : 0
    wanted.forEach((width, col) => (wanted[col] = Math.floor(width - (spare[col] ?? 0) * share)))
  }
  wanted[CONTENT] = Math.max(0, room - wanted.reduce((sum, width) => sum + width, 0))
  return wanted
}

export const template = (widths: readonly number[]) => widths.map((width, col) => (col === CONTENT ? 'minmax(0, 1fr)' : `${width}px`)).join(' ')

export function readWidths(): Widths {
  const own: Widths = {}
  COLUMNS.forEach((_, col) => {
    const kept = Number(localStorage.getItem(storeKey(col)) ?? Number.NaN)
    if (col !== CONTENT && Number.isFinite(kept) && kept > 0) own[keyOf(col)] = clampWidth(col, kept)
  })
  return own
}

/** The widths with one of them changed; `null`: ours again. */
export function withWidth(own: Widths, col: number, width: number | null): Widths {
  const next = { ...own }
  if (width === null) delete next[keyOf(col)]
  else next[keyOf(col)] = clampWidth(col, width)
  return next
}

export function keepWidths(own: Widths): void {
  COLUMNS.forEach((_, col) => {
    const width = own[keyOf(col)]
    if (width === undefined) localStorage.removeItem(storeKey(col))
    else localStorage.setItem(storeKey(col), String(width))
  })
}
