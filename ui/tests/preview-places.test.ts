import { describe, expect, it } from 'vitest'
import type { DraftRow } from '../src/bindings/DraftRow'
import type { PlanDraft } from '../src/bindings/PlanDraft'
import { doubtsOf, layLines, type Doubt } from '../src/import/doubts'
import { hitsOf, nextHit } from '../src/import/find'
import { guessLine, lineOf, notesIn, placeNotes, tiesIn } from '../src/import/places'
import { Heights } from '../src/shared/windowing'

const known = { kind: 'window' as const, first: null, last: '2026-03-31', occurrences: [], before: false, year_assumed: false }
function row(tt: string, more: Partial<DraftRow> = {}): DraftRow {
  return { group_roman: 'I', group_name: 'Một', tt, content: `Việc ${tt}`, lead: '', coordinating: '', deadline_text: 'Quý I', product: '', deadline: known, deadline_hint: '', warnings: [], answered_last: null, ...more }
}
const LARGE = 10_000
/** Every tenth row is asked about. */
const rows = Array.from({ length: LARGE }, (_, at) => row(String(at + 1), at % 10 === 5 ? { deadline: { ...known, kind: 'unknown', last: null }, deadline_text: `Xong đợt ${at}` } : {}))
const draft: PlanDraft = { source: 'a.xlsx', title: '', from: '2026-01-01', to: '2026-12-31', warnings: [], rows }
const doubts = doubtsOf(draft)

describe('notes beside a sheet', () => {
  const at = (n: number, line: number | null): Doubt => ({ n, key: String(n), row: line, cell: null, deadline: false, missing: '', sentence: '' })
  const places = (list: Doubt[], start: (line: string) => number | null) => placeNotes(list, start, () => 100).map(({ top, cell }) => [top, cell])
  it('stand beside their cells, or below one another where there is no room', () => {
    const starts = new Map([['r1', 500], ['r2', 540], ['r9', 2000]])
    expect(places([at(1, null), at(2, 1), at(3, 2), at(4, 9)], (line) => starts.get(line) ?? null)).toEqual([[34, null], [494, 516], [604, 556], [1994, 2016]])
  })
  it('a gap in the numbers has a line of its own', () => expect([lineOf(at(1, 4)), lineOf({ ...at(2, 4), missing: '9' }), lineOf(at(3, null))]).toEqual(['r4', 'm2', null]))
})

describe('ten thousand rows', () => {
  const lines = layLines(draft, doubts, false, new Set())
  const heights = new Heights(lines.map((line) => guessLine(line, 900)))
  const index = new Map(lines.map((line, place) => [line.key, place]))
  const laid = placeNotes(doubts, (line) => heights.offset(index.get(line) ?? 0), () => 172)
  it.each([0, 100_000, 200_000])('at %i px only what is near is drawn', (top) => {
    const notes = notesIn(laid, top - 500, top + 1100, '')
    expect(notes.length).toBeGreaterThan(0)
    expect(notes.length).toBeLessThan(20)
    expect(tiesIn(laid, top - 500, top + 1100).length).toBeLessThan(40)
  })
  it('the note with the focus stays when it is scrolled away', () => {
    const first = laid[0]?.doubt.key ?? ''
    expect(notesIn(laid, 100_000, 101_000, first)[0]?.doubt.n).toBe(1)
  })
  it('a cell in view is tied to its note even when that stands far below', () => {
    const far = { doubt: doubts[0] as Doubt, top: 9000, height: 100, cell: 40 }
    expect(tiesIn([far], 0, 500)).toEqual([far])
    expect(tiesIn([far], 2000, 2500)).toEqual([])
  })
  it('a row with more words is guessed to be higher', () => {
    const high = (words: string) => guessLine({ kind: 'row', key: 'r0', at: 0, row: row('1', { content: words }) }, 900)
    expect(high('Việc '.repeat(60))).toBeGreaterThan(high('Việc'))
  })
})

describe('looking for words', () => {
  const few = [row('1', { content: 'Rà soát văn bản' }), row('2', { lead: 'Công an xã' }), row('3', { content: 'Rà soát thủ tục' })]
  it('without marks, in any column', () => {
    expect(hitsOf(few, 'ra soat')).toEqual([0, 2])
    expect(hitsOf(few, 'cong an')).toEqual([1])
    expect(hitsOf(few, 'rà soạt')).toEqual([])
    expect(hitsOf(few, '  ')).toEqual([])
  })
  it.each([[[0, 2], -1, 1, 0], [[0, 2], 0, 1, 2], [[0, 2], 2, 1, 0], [[0, 2], 0, -1, 2], [[0, 2], 2, -1, 0], [[], 0, 1, undefined]])('%j from %i by %i', (hits, from, step, expected) => {
    expect(nextHit(hits, from, step as 1 | -1)).toBe(expected)
  })
})
