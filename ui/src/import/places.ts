/** Heights and places in the preview, guessed before anything is drawn. */
import type { Doubt, Line } from './doubts'

/** From the upper edge of a row to the middle of its numbers, px. */
const NUMBER = 16
/** A note stands so that its number is beside that of its cell. */
const RISE = 22
const GAP = 10
/** Under the heading of the margin. */
const FIRST = 34

const NARROW = [46, 0, 152, 150, 174, 108]
const WIDE = [46, 0, 240, 220, 190, 200]
/** The sheet has its wide columns from here, px: a window of 1700. */
const WIDE_FROM = 1230
const LETTER = 8.4
const PADDING = 17
const LINE = 22

/** A guess of a line's height in a sheet of this width, put right as soon as it is drawn. */
export function guessLine(line: Line, width: number): number {
  if (line.kind === 'fold') return 29
  if (line.kind === 'missing') return 36
  if (line.kind === 'group') return 33
  const columns = width < WIDE_FROM ? NARROW : WIDE
  const content = Math.max(120, width - columns.reduce((sum, column) => sum + column, 0))
  const { row } = line
  const lines = [row.tt, row.content, row.lead, row.coordinating, row.deadline_text, row.product].map((words, at) => {
    const wraps = Math.ceil(words.length / Math.max(3, ((columns[at] || content) - PADDING) / LETTER))
    return at === 4 && row.deadline_hint !== '' ? wraps + 1 : wraps
  })
  return Math.max(1, ...lines) * LINE + 11
}

/** The line a doubt speaks of; `null`: it speaks of the whole file. */
export function lineOf(doubt: Doubt): string | null {
  if (doubt.row === null) return null
  return doubt.missing ? `m${doubt.n}` : `r${doubt.row}`
}

export interface Place {
  doubt: Doubt
  /** Upper edge of the note, px from that of the sheet. */
  top: number
  height: number
  /** The middle of the number in its cell; `null`: it has none. */
  cell: number | null
}

/** Each note stands beside its cell, or below the note before it where there is no room. */
export function placeNotes(doubts: readonly Doubt[], start: (line: string) => number | null, height: (doubt: Doubt) => number): Place[] {
  let free = FIRST
  return doubts.map((doubt) => {
    const line = lineOf(doubt)
    const begins = line === null ? null : start(line)
    const cell = begins === null ? null : begins + NUMBER
    const place = { doubt, top: Math.max(free, (cell ?? 0) - RISE), height: height(doubt), cell }
    free = place.top + place.height + GAP
    return place
  })
}

/** The notes to draw for a view that reaches from `top` to `end`, and one more that must stay. */
export function notesIn(places: readonly Place[], top: number, end: number, kept: string): Place[] {
  return places.filter((place) => place.doubt.key === kept || (place.top < end && place.top + place.height > top))
}

/** The lines to draw from a cell to its note: one of the two is in view, or the line passes through it. */
export function tiesIn(places: readonly Place[], top: number, end: number): (Place & { cell: number })[] {
  return places.flatMap((place) => {
    const { cell } = place
    if (cell === null) return []
    const note = place.top + RISE
    const seen = (y: number) => y > top && y < end
    return seen(cell) || seen(note) ? [{ ...place, cell }] : []
  })
}

/** The way of a line from a cell to its note. */
export const tie = ({ cell, top }: { cell: number; top: number }): string => `M0 ${cell} H10 V${top + RISE} H22`
