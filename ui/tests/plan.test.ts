import { describe, expect, it } from 'vitest'
import type { Deadline } from '../src/bindings/Deadline'
import type { PlanView } from '../src/bindings/PlanView'
import type { State } from '../src/bindings/State'
import type { TaskRow } from '../src/bindings/TaskRow'
import type { HistoryRow } from '../src/bindings/HistoryRow'
import { countedFrom, draftOf } from '../src/plan/columns'
import { saidBefore } from '../src/plan/correct'
import { meaning } from '../src/plan/meaning'
import { found, layRows, leadUnits, nextTt, NO_FILTER, NO_LEAD, stepTo, tally } from '../src/plan/rows'

const none: Deadline = { kind: 'unknown', first: null, last: null, occurrences: [], before: false, year_assumed: false }
const counts = { total: 0, done_on_time: 0, done_late: 0, overdue: 0, in_progress: 0, not_started: 0, stopped: 0 }
function row(id: number, group: number, state: State, more: Partial<TaskRow> = {}): TaskRow {
  return { id, group, tt: String(id), content: `Việc ${id}`, lead: 'Phòng Kinh tế', coordinating: '', deadline_text: '', deadline: none, answered_last: null, event_day: null, event_named: null, deadline_hint: '', product: '', state, state_hint: '', own_day: null, units: ['Phòng Kinh tế'], lead_units: [], warnings: [], ...more }
}
const tasks = [
  row(1, 10, 'done-on-time'),
  row(2, 10, 'overdue', { deadline: { ...none, kind: 'date', last: '2026-07-01' }, content: 'Ban hành quyết định' }),
  row(3, 20, 'in-progress', { deadline: { ...none, kind: 'date', last: '2026-08-20' }, lead: 'Phòng KT; Đoàn Thanh niên', units: ['Phòng Kinh tế', 'Đoàn Thanh niên'] }),
  row(4, 20, 'not-started', { deadline: { ...none, kind: 'date', last: '2026-12-31' }, content: 'Lấy y kiến ban ngành', lead: 'Các phòng, đơn vị', units: [] }),
]
const view: PlanView = {
  plans: [], plan: { id: 1, title: '', from: '2026-01-01', to: '2026-12-31', main: true }, as_of: '2026-08-10', counts: { ...counts, total: 4 }, tasks, units: [],
  groups: [{ id: 10, roman: 'I', name: 'Một', counts }, { id: 20, roman: 'II', name: 'Hai', counts }, { id: 30, roman: 'III', name: 'Ba', counts }],
}
const ids = (list: TaskRow[]) => list.map((task) => task.id)

describe('filters', () => {
  it.each([
    [{ states: ['overdue'] as State[] }, [2]], [{ group: 20 }, [3, 4]], [{ unit: 'Đoàn Thanh niên' }, [3]], [{ unit: 'Phòng Kinh tế' }, [1, 2, 3]], [{ unit: NO_LEAD }, [4]], [{ due: 'late-or-soon' as const }, [2, 3]], [{ due: 'soon' as const }, [3]],
    [{ due: 'none' as const }, [1]], [{ due: 'month' as const }, [3]], [{ words: 'viec 3' }, [3]], [{ words: 'ý kiến' }, []], [{ words: 'y kien' }, [4]], [{ states: ['overdue', 'not-started'] as State[], words: 'ban' }, [2, 4]],
  ])('%j', (filter, expected) => expect(ids(found(view, { ...NO_FILTER, ...filter }).tasks)).toEqual(expected))
  it('the best row is the first that holds the words as typed', () => {
    expect(found({ ...view, tasks: [row(5, 10, 'overdue', { content: 'Bàn giao' }), row(6, 10, 'overdue', { content: 'Ban hành' })] }, { ...NO_FILTER, words: 'ban' }).best?.id).toBe(6)
  })
  it('a unit named beside “các phòng” does not answer for the row alone, and is found all the same', () => {
    const beside = row(7, 10, 'overdue', { lead: 'Các phòng, Phòng Kinh tế', warnings: [{ code: 'lead-none', sentence: '' }] })
    for (const unit of [NO_LEAD, 'Phòng Kinh tế']) expect(ids(found({ ...view, tasks: [beside] }, { ...NO_FILTER, unit }).tasks)).toEqual([7])
  })
  it('units are counted row by row, by their one name', () => expect(leadUnits(tasks)).toEqual([['Đoàn Thanh niên', 1], ['Phòng Kinh tế', 3]]))
})

describe('rows of the grid', () => {
  const keys = (...rest: [boolean, Set<number>, { group: number; after: number | null } | null]) => layRows(view, tasks, ...rest).map((item) => item.key)
  it('groups hold their tasks, empty groups stay', () => expect(keys(false, new Set(), null)).toEqual(['g10', 't1', 't2', 'g20', 't3', 't4', 'g30']))
  it('a folded group hides its tasks', () => expect(keys(false, new Set([10]), null)).toEqual(['g10', 'g20', 't3', 't4', 'g30']))
  it('filtering leaves out groups with nothing found', () => expect(layRows(view, tasks.slice(0, 1), true, new Set(), null).map((item) => item.key)).toEqual(['g10', 't1']))
  it('a new row stands below the one it was added after', () => expect(keys(false, new Set(), { group: 10, after: 1 })).toEqual(['g10', 't1', 'new', 't2', 'g20', 't3', 't4', 'g30']))
  it('a new row of a group without that task stands last', () => expect(keys(false, new Set(), { group: 30, after: 2 }).at(-1)).toBe('new'))
  it('overdue leads the tally', () => expect(tally(tasks)[0]).toEqual(['overdue', 1]))
  it('the next number is one more than the largest', () => expect(nextTt([...tasks, row(9, 10, 'overdue', { tt: '32' }), row(8, 10, 'overdue', { tt: '7a' })])).toBe('33'))
})

describe('a row moved by one step', () => {
  it.each([
    [1, 1, { group: 10, after: 2 }], [2, -1, { group: 10, after: null }], [2, 1, { group: 20, after: null }], [3, -1, { group: 10, after: 2 }], [4, -1, { group: 20, after: null }], [4, 1, { group: 30, after: null }], [1, -1, null],
  ] as const)('TT %i by %i', (id, by, to) => expect(stepTo(view, tasks[id - 1] as TaskRow, by)).toEqual(to))
})

describe('a draft of a row', () => {
  it('hands back the day the officer answered, not one that an extension moved', () => {
    expect(draftOf(row(1, 10, 'overdue', { answered_last: '2026-10-31', deadline: { ...none, last: '2026-11-30' } })).answered_last).toBe('31/10/2026')
    expect(draftOf(tasks[1] as TaskRow).answered_last).toBeNull()
  })
  it('hands back the event its deadline counts from', () => expect(draftOf(row(1, 10, 'overdue', { event_day: '2026-11-18' })).event_day).toBe('18/11/2026'))
  it('a count from an event takes the place of an answered day; without the event the answer stays', () => {
    const answered = row(1, 10, 'overdue', { answered_last: '2026-10-31' })
    expect(countedFrom(answered, '2026-11-18')).toMatchObject({ event_day: '18/11/2026', answered_last: null })
    expect(countedFrom(answered, '')).toMatchObject({ event_day: '', answered_last: '31/10/2026' })
  })
})

describe('the meaning of a deadline', () => {
  it.each<[Partial<Deadline>, string, boolean]>([
    [{ kind: 'date', last: '2026-12-14' }, 'Hết 14/12/2026, Thứ Hai', false], [{ kind: 'date', last: '2026-12-14', year_assumed: true }, 'Hết 14/12/2026, Thứ Hai; năm lấy theo kế hoạch', false],
    [{ kind: 'window', first: '2026-07-01', last: '2026-12-31' }, 'Từ 01/07/2026 đến hết 31/12/2026', false], [{ kind: 'window', first: '2026-07-25' }, 'Bắt đầu từ 25/07/2026, chưa có ngày cuối', true],
    [{ kind: 'recurring', occurrences: [{ first: '2026-01-01', last: '2026-03-31' }] }, '1 lần thực hiện, lần đầu hết 31/03/2026', false], [{ kind: 'continuous' }, 'Thường xuyên, không có hạn cuối ', false], [{ kind: 'unknown' }, 'Chưa rõ hạn ', true],
    [{ kind: 'relative' }, 'Tính từ một việc chưa biết ngày ', true], [{ kind: 'relative', last: '2026-12-14' }, 'Hết 14/12/2026, Thứ Hai', false],
  ])('%j', (deadline, words, open) => {
    const { before, day, after, open: asks } = meaning({ ...none, ...deadline })
    expect(`${before} ${day}${after}`).toBe(words)
    expect(asks).toBe(open)
  })
})

describe('a correction begins with what was said', () => {
  const entry = (kind: string, more: Partial<HistoryRow>): HistoryRow => ({
    entry: 1, day: '2026-08-01', moment: '2026-08-01T09:00:00', person: '', kind, sentence: '', note: '', evidence: '', reason: '', new_last: null, percent: null, counts: true, occurrence: null, unit: '', documents: [], superseded: false, ...more,
  })
  it.each([
    ['stopped', { reason: 'Chuyển sang năm sau' }, { reason: 'Chuyển sang năm sau', document: '', newLast: null, counts: true }],
    ['stopped', { reason: 'Đưa ra khỏi kế hoạch theo văn bản QĐ 5, ngày 3/8', counts: false }, { reason: 'Đưa ra khỏi kế hoạch theo văn bản', document: 'QĐ 5, ngày 3/8', newLast: null, counts: false }],
    ['extended', { reason: 'Công văn 12/UBND', new_last: '2026-09-30' }, { reason: 'Không phát sinh', document: 'Công văn 12/UBND', newLast: '2026-09-30', counts: true }],
    ['done', {}, { reason: 'Không phát sinh', document: '', newLast: null, counts: true }],
  ] as const)('%s: %j', (kind, more, said) => expect(saidBefore(entry(kind, more))).toEqual(said))
})
