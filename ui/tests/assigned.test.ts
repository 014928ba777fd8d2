import { describe, expect, it } from 'vitest'
import type { AssignedRow } from '../src/bindings/AssignedRow'
import type { AssignedView } from '../src/bindings/AssignedView'
import type { State } from '../src/bindings/State'
import { emptyForm, formOf, results, shownTasks, sums, tallies, tidy, whyNot } from '../src/assigned/tasks'

const none = { kind: 'unknown' as const, first: null, last: null, occurrences: [], before: false, year_assumed: false }
function one(id: number, state: State, last: string | null, more: Partial<AssignedRow> = {}, words: Partial<AssignedRow['row']> = {}): AssignedRow {
  return {
    row: { id, group: 0, tt: String(id), content: `Việc ${id}`, lead: 'Phòng Kinh tế', coordinating: '', deadline_text: '', deadline: { ...none, last }, answered_last: null, event_day: null, event_named: null, deadline_hint: '', product: '', state, state_hint: '', own_day: null, units: [], lead_units: [], warnings: [], ...words },
    given: '2026-07-06', giver: 'Chủ tịch UBND thành phố', document: '', document_id: null, linked: null, carried: false, counted: true, ...more,
  }
}
const rows = [
  one(1, 'done-on-time', '2026-06-30'),
  one(2, 'done-late', '2026-06-30', { carried: true }),
  one(3, 'overdue', '2026-08-01', { document: 'Thông báo 288/TB-UBND' }),
  one(4, 'in-progress', '2026-10-31', {}, { content: 'Bố trí máy quét' }),
  one(5, 'not-started', null),
  one(6, 'done-on-time', '2025-12-31', { counted: false }),
  one(7, 'in-progress', null, {}, { deadline: { ...none, kind: 'recurring', occurrences: [{ first: '2026-01-01', last: '2026-03-31' }] } }),
]
const view: AssignedView = {
  level: 'above', as_of: '2026-08-10', from: '2026-01-01', sentence: '', rows, givers: [], plan_rows: [], units: [],
  counts: { total: 6, with_deadline: 5, without_deadline: 1, done_on_time: 1, done_late: 1, overdue: 1, in_progress: 2, not_started: 1, stopped: 0 },
}
const ids = (list: AssignedRow[]) => list.map((each) => each.row.id)

describe('the counts of the form', () => {
  it('are named in its order and words', () => {
    expect(tallies(view).map((tally) => `${tally.words} ${tally.count}`)).toEqual(['Tổng số 6', 'có hạn 5', 'không hạn 1', 'Đúng hạn 1', 'Hoàn thành nhưng quá hạn 1', 'Quá hạn 1', 'Đang thực hiện 3'])
  })
  it('stopped is named only where there are some', () => {
    expect(results(view).some((tally) => tally.key === 'stopped')).toBe(false)
    expect(results({ ...view, counts: { ...view.counts, stopped: 2 } }).at(-1)).toMatchObject({ key: 'stopped', words: 'Không thực hiện', count: 2 })
  })
  it('the parts are the sum', () => {
    const [all, dated, undated] = sums(view)
    expect(dated.count + undated.count).toBe(all.count)
    expect(results(view).reduce((sum, tally) => sum + tally.count, 0)).toBe(all.count)
  })
  it.each(tallies(view).map((tally) => [tally.key, tally] as const))('%s opens as many rows as it counts', (_, tally) => expect(shownTasks(view, tally, '')).toHaveLength(tally.count))
})

describe('assigned tasks are found', () => {
  it.each<[string | null, string, number[]]>([
    [null, '', [1, 2, 3, 4, 5, 6, 7]], ['all', '', [1, 2, 3, 4, 5, 7]], ['undated', '', [5]], ['doing', '', [4, 5, 7]], [null, 'may quet', [4]], [null, '288', [3]], ['overdue', 'may quet', []], [null, '06/07/2026', [1, 2, 3, 4, 5, 6, 7]],
  ])('%s %j', (key, words, expected) => expect(ids(shownTasks(view, tallies(view).find((tally) => tally.key === key) ?? null, words))).toEqual(expected))
})

describe('why a row is not counted', () => {
  it.each<[State, boolean, string]>([['done-on-time', false, 'xong trước 01/01/2026, không tính'], ['done-late', false, 'xong trước 01/01/2026, không tính'], ['stopped', false, 'không thực hiện, không tính'], ['stopped', true, ''], ['overdue', true, '']])(
    '%s, counted %s', (state, counted, words) => expect(whyNot(one(1, state, null, { counted }), '2026-01-01')).toBe(words))
})

describe('the form of an assigned task', () => {
  it('begins with the words of the row', () => {
    const form = formOf('own', one(4, 'overdue', '2026-10-31', { document_id: 12, linked: { id: 31, tt: '7', content: '' } }, { answered_last: '2026-10-31', tt: '4' }))
    expect(form).toMatchObject({ id: 4, level: 'own', given: '06/07/2026', document_id: 12, linked: 31, answered_last: '31/10/2026', tt: '4' })
  })
  it('a new one is given today and has no number yet', () => expect(emptyForm('above', '2026-08-10')).toMatchObject({ id: null, level: 'above', given: '10/08/2026', tt: '', linked: null }))
  it('is kept in one way of writing', () => {
    const form = { ...emptyForm('above', '2026-08-10'), content: ' Rà soát ', giver: 'Sở Nội vụ'.normalize('NFD'), document: 'Công văn 1' }
    expect(tidy(form)).toMatchObject({ content: 'Rà soát', giver: 'Sở Nội vụ'.normalize('NFC'), document: 'Công văn 1' })
    expect(tidy({ ...form, document_id: 3 }).document).toBe('')
  })
})
