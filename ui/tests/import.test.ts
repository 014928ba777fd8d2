import { describe, expect, it } from 'vitest'
import type { DraftRow } from '../src/bindings/DraftRow'
import type { PlanDraft } from '../src/bindings/PlanDraft'
import { chosen, lacks } from '../src/import/columns'
import { answered, doubtsOf, layLines, settled } from '../src/import/doubts'
import { mend, takeOut } from '../src/import/mend'

const TODAY = '2026-08-10'
function row(tt: string, more: Partial<DraftRow> = {}): DraftRow {
  return { group_roman: 'I', group_name: 'Một', tt, content: `Việc ${tt}`, lead: '', coordinating: '', deadline_text: 'Quý I', product: '', deadline: { kind: 'window', first: null, last: '2026-03-31', occurrences: [], before: false, year_assumed: true }, deadline_hint: '', warnings: [], answered_last: null, ...more }
}
const unknown = { kind: 'unknown' as const, first: null, last: null, occurrences: [], before: false, year_assumed: false }
const draft: PlanDraft = {
  source: 'a.docx', title: 'Kế hoạch', from: '2026-01-01', to: '2026-12-31', warnings: [{ code: 'column-missing', sentence: 'Không thấy cột Sản phẩm.' }],
  rows: [row('1'), row('2'), row('3'), row('4'), row('5', { deadline: unknown, deadline_text: 'Xong đợt II', warnings: [{ code: 'deadline-unknown', sentence: '“Xong đợt II” là đến hạn ngày nào?' }] }), row('6'), row('7'), row('8'), row('10', { warnings: [{ code: 'tt-gap', sentence: 'Số thứ tự nhảy từ 8 sang 10' }] })],
}

describe('doubts', () => {
  it('are numbered: the whole file first, then row by row', () => {
    expect(doubtsOf(draft).map(({ n, row: at, cell, deadline, missing }) => ({ n, at, cell, deadline, missing }))).toEqual([
      { n: 1, at: null, cell: null, deadline: false, missing: '' }, { n: 2, at: 4, cell: 'deadline', deadline: true, missing: '' }, { n: 3, at: 8, cell: 'tt', deadline: false, missing: '9' },
    ])
  })
  it('a day that does not exist settles nothing', () => {
    expect(settled({ way: 'day', typed: '31/11' }, TODAY)).toBe(false)
    expect(settled({ way: 'day', typed: '30/11' }, TODAY)).toBe(true)
    expect(settled({ way: 'later' }, TODAY)).toBe(true)
    expect(settled(undefined, TODAY)).toBe(false)
  })
})

const KEY = '4:deadline:Xong đợt II'
describe('answers', () => {
  const last = (answer: Parameters<typeof settled>[0]) => answered(draft, doubtsOf(draft), answer ? { [KEY]: answer } : {}).rows[4]?.answered_last
  it('go into the draft, the words stay as written', () => {
    expect(last({ way: 'day', typed: '31/10' })).toBe('31/10/2026')
    expect(last({ way: 'end' })).toBe('31/12/2026')
    expect(last({ way: 'request' })).toBeNull()
    expect(last({ way: 'later' })).toBeNull()
    expect(last(undefined)).toBeNull()
    expect(answered(draft, doubtsOf(draft), { [KEY]: { way: 'end' } }).rows[4]?.deadline_text).toBe('Xong đợt II')
  })
})

describe('lines of the sheet', () => {
  const keys = (only: boolean, opened: number[] = []) => layLines(draft, doubtsOf(draft), only, new Set(opened)).map((line) => line.key)
  it('all rows', () => expect(keys(false)).toEqual(['g0', 'r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'm3', 'r8']))
  it('only what must be looked at, with a row on either side', () => expect(keys(true)).toEqual(['f0', 'g3', 'r3', 'r4', 'r5', 'r6', 'r7', 'm3', 'r8']))
  it('a run opens whole', () => expect(keys(true, [0])).toEqual(['g0', 'r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'm3', 'r8']))
})

describe('mending', () => {
  const ids = draft.rows.map((_, at) => at)
  it('an answer stays with its row when another row is taken out', () => {
    const less = takeOut({ draft, ids }, 1)
    const doubts = doubtsOf(less.draft, less.ids)
    expect(answered(less.draft, doubts, { [KEY]: { way: 'end' } }).rows[3]?.answered_last).toBe('31/12/2026')
  })
  it('an answer belongs to the words it was given for', () => {
    const next = mend({ draft, ids }, 4, 'deadline_text', ' Xong đợt III ')
    expect(next?.draft.rows[4]?.deadline_text).toBe('Xong đợt III')
    expect(answered(next?.draft ?? draft, doubtsOf(next?.draft ?? draft, ids), { [KEY]: { way: 'end' } }).rows[4]?.answered_last).toBeNull()
  })
  it('the same words are no change; a group is renamed with all its rows', () => {
    expect(mend({ draft, ids }, 0, 'content', 'Việc 1')).toBeNull()
    const next = mend({ draft, ids }, 0, 'group_name', 'Chung')
    expect(next?.draft.rows.every((row) => row.group_name === 'Chung')).toBe(true)
  })
})

describe('columns', () => {
  it('a field stands in one column only', () => expect(chosen([0, 1, null], 2, '1')).toEqual([0, null, 1]))
  it('content must be there', () => {
    expect(lacks({ table: 0, header_rows: 1, fields: [0, null, 4] })).not.toBe('')
    expect(lacks({ table: 0, header_rows: 1, fields: [0, 1] })).toBe('')
  })
})
