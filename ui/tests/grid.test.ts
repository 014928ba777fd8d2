import { describe, expect, it } from 'vitest'
import type { Deadline } from '../src/bindings/Deadline'
import type { PlanView } from '../src/bindings/PlanView'
import type { State } from '../src/bindings/State'
import type { TaskRow } from '../src/bindings/TaskRow'
import { applied, daysTyped } from '../src/plan/applied'
import { clear, fillDown, paste, withEdits, wordsIn } from '../src/plan/fill'
import type { Block } from '../src/shared/block'
import { between, blockOf, sliceOf, stepped } from '../src/plan/ranges'
import { besides, found, listRows, NO_FILTER, taskKey } from '../src/plan/rows'
import { nextSort, sorted, type Sort } from '../src/plan/sort'
import { fitted, template, withWidth } from '../src/plan/widths'

const none: Deadline = { kind: 'unknown', first: null, last: null, occurrences: [], before: false, year_assumed: false }
function row(id: number, more: Partial<TaskRow> = {}): TaskRow {
  return { id, group: 10, tt: String(id), content: `Việc ${id}`, lead: `Phòng ${id}`, coordinating: '', deadline_text: 'Quý I', deadline: none, answered_last: '2026-03-31', event_day: null, event_named: null, deadline_hint: '', product: 'Báo cáo', state: 'not-started', state_hint: '', own_day: null, units: [], lead_units: [], warnings: [], ...more }
}
const tasks = [row(1), row(2), row(3, { group: 20 }), row(4, { group: 20 })]
const block = (top: number, bottom: number, left: number, right: number): Block => ({ top, bottom, left, right })

describe('blocks', () => {
  it.each([
    [{ row: 1, col: 2 }, { row: 3, col: 4 }, block(1, 3, 2, 4)], [{ row: 3, col: 4 }, { row: 1, col: 2 }, block(1, 3, 2, 4)], [{ row: 2, col: 6 }, { row: 2, col: 3 }, block(2, 2, 3, 5)],
  ])('%j to %j', (a, b, expected) => expect(blockOf(a, b)).toEqual(expected))
  it.each([
    [{ row: 0, col: 0 }, -1, 0, { row: 0, col: 0 }], [{ row: 3, col: 5 }, 1, 1, { row: 3, col: 5 }], [{ row: 1, col: 1 }, 1e9, -1e9, { row: 3, col: 0 }], [{ row: 1, col: 6 }, 0, -1, { row: 1, col: 4 }],
  ])('%j by %i, %i', (spot, rows, cols, expected) => expect(stepped(spot, rows, cols, 4)).toEqual(expected))
  it('a row knows its part of the block', () => {
    expect([0, 1, 2, 3].map((at) => sliceOf(block(1, 2, 0, 3), at))).toEqual([null, { left: 0, right: 3, top: true, bottom: false }, { left: 0, right: 3, top: false, bottom: true }, null])
  })
  it.each([[2, 4, [2, 3, 4]], [4, 2, [2, 3, 4]], [null, 3, [3]], [9, 3, [3]], [2, 9, []]])('rows from %s to %s', (from, to, expected) => expect(between([1, 2, 3, 4], from, to)).toEqual(expected))
  it('the words of a block', () => expect(wordsIn(tasks, block(1, 2, 0, 2))).toEqual([['2', 'Việc 2', 'Phòng 2'], ['3', 'Việc 3', 'Phòng 3']]))
})

describe('pasting', () => {
  const edits = (at: Block, cells: string[][]) => paste(tasks, at, cells, 33).edits.map(({ task, draft }) => [task, draft.lead, draft.coordinating])
  it('writes to the right and down from one cell', () => expect(edits(block(1, 1, 2, 2), [['A', 'B'], ['C', 'D']])).toEqual([[2, 'A', 'B'], [3, 'C', 'D']]))
  it('one cell fills the block', () => expect(edits(block(0, 2, 2, 3), [['A']])).toEqual([[1, 'A', 'A'], [2, 'A', 'A'], [3, 'A', 'A']]))
  it('a row fills rows below it', () => expect(edits(block(0, 1, 2, 3), [['A', 'B']])).toEqual([[1, 'A', 'B'], [2, 'A', 'B']]))
  it('a block of another size is written once', () => expect(edits(block(0, 2, 2, 2), [['A'], ['B']])).toEqual([[1, 'A', ''], [2, 'B', '']]))
  it('a short row leaves blanks', () => expect(edits(block(0, 0, 2, 2), [['A', 'B'], ['C']])).toEqual([[1, 'A', 'B'], [2, 'C', '']]))
  it('rows that stay as they are are not written', () => expect(edits(block(0, 0, 2, 2), [['Phòng 1'], ['X']])).toEqual([[2, 'X', '']]))
  it('columns beyond the last are dropped, and said', () => {
    const change = paste(tasks, block(0, 0, 5, 5), [['Sổ', 'x', 'y']], 33)
    expect(change.edits[0]?.draft.product).toBe('Sổ')
    expect(change.left).toEqual(['Bỏ 2 cột thừa ở bên phải'])
    expect(change.block).toEqual(block(0, 0, 5, 5))
  })
  it('rows beyond the last become new ones below it, numbered', () => {
    const change = paste(tasks, block(3, 3, 1, 1), [['Sửa'], ['Mới'], ['Mới nữa']], 33)
    expect(change.edits.map(({ task }) => task)).toEqual([4])
    expect(change.fresh).toMatchObject({ group: 20, after: 4, rows: [{ tt: '33', content: 'Mới', answered_last: null }, { tt: '34', content: 'Mới nữa' }] })
    expect(change.block).toEqual(block(3, 5, 1, 1))
  })
  it('new rows without content are left out, and said', () => {
    const change = paste(tasks, block(3, 3, 2, 2), [['A'], ['B']], 33)
    expect(change.fresh).toBeNull()
    expect(change.left).toEqual(['Bỏ 1 dòng thừa vì không có nội dung công việc'])
  })
  it('heads and group lines of the paper are not rows', () => {
    const change = paste(tasks, block(0, 0, 0, 0), [['TT', 'Nội dung công việc', 'Cơ quan'], ['II. Cải cách thể chế', '', ''], ['5', 'Rà soát', 'VP']], 33)
    expect(change.edits).toMatchObject([{ task: 1, draft: { tt: '5', content: 'Rà soát', lead: 'VP' } }])
  })
  it('words are trimmed and composed', () => expect(edits(block(0, 0, 2, 2), [[' Việt\r\nNam '.normalize('NFD')]])).toEqual([[1, 'Việt\nNam'.normalize('NFC'), '']]))
  it('an answered day goes with the words it was given for', () => {
    const answered = (words: string, col: number) => paste(tasks, block(0, 0, col, col), [[words]], 33).edits[0]?.draft.answered_last
    expect([answered('Quý II', 4), answered('Sổ', 5)]).toEqual([null, '31/03/2026'])
    const counted = (words: string, col: number) => paste([row(1, { event_day: '2026-11-18' })], block(0, 0, col, col), [[words]], 33).edits[0]?.draft.event_day
    expect([counted('Quý II', 4), counted('Sổ', 5)]).toEqual([null, '18/11/2026'])
  })
  it('nothing in the clipboard writes nothing', () => expect(paste(tasks, block(0, 0, 0, 0), [], 33)).toMatchObject({ edits: [], fresh: null }))
})

describe('filling down and clearing', () => {
  it('the first row of the block goes down', () => expect(fillDown(tasks, block(0, 2, 2, 2)).edits.map(({ task, draft }) => [task, draft.lead])).toEqual([[2, 'Phòng 1'], [3, 'Phòng 1']]))
  it('one row takes the row above', () => expect(fillDown(tasks, block(2, 2, 1, 2)).edits).toMatchObject([{ task: 3, draft: { content: 'Việc 2', lead: 'Phòng 2' } }]))
  it('the first row has none above', () => expect(fillDown(tasks, block(0, 0, 1, 1)).edits).toEqual([]))
  it('clearing a deadline clears the answered day', () => expect(clear(tasks, block(0, 1, 4, 5)).edits[1]?.draft).toMatchObject({ deadline_text: '', product: '', answered_last: null }))
  it('a row that never had content is passed over, and that is said', () => {
    const change = clear([row(1, { content: '' }), row(2)], block(0, 1, 2, 2))
    expect(change.edits.map(({ task }) => task)).toEqual([2])
    expect(change.left).toEqual(['Dòng chưa có nội dung công việc thì bỏ qua'])
  })
  it('the view shows the new words at once, so that the next edit builds on them', () => {
    const counts = { total: 0, done_on_time: 0, done_late: 0, overdue: 0, in_progress: 0, not_started: 0, stopped: 0 }
    const view: PlanView = { plans: [], plan: null, as_of: '2026-08-10', counts, groups: [], tasks, units: [] }
    const next = withEdits(view, [...paste(tasks, block(1, 1, 4, 4), [['Quý II']], 33).edits, ...fillDown(tasks, block(2, 3, 2, 2)).edits])
    expect(next.tasks.map((task) => [task.lead, task.deadline_text, task.answered_last])).toEqual([
      ['Phòng 1', 'Quý I', '2026-03-31'], ['Phòng 2', 'Quý II', null], ['Phòng 3', 'Quý I', '2026-03-31'], ['Phòng 3', 'Quý I', '2026-03-31'],
    ])
  })
  it('content stays, and that is said once', () => {
    const change = clear(tasks, block(0, 3, 1, 2))
    expect(change.edits.map(({ draft }) => [draft.content, draft.lead])).toEqual([['Việc 1', ''], ['Việc 2', ''], ['Việc 3', ''], ['Việc 4', '']])
    expect(change.left).toHaveLength(1)
  })
})

describe('sorting', () => {
  const due = (last: string | null) => ({ deadline: { ...none, last } })
  const mixed = [
    row(1, { tt: '10', lead: 'Văn phòng', state: 'overdue', ...due('2026-05-01') }), row(2, { tt: '2', lead: 'Đoàn xã', state: 'done-on-time', ...due(null) }),
    row(3, { tt: '7a', lead: '', state: 'in-progress', ...due('2026-01-31') }), row(4, { tt: '7', lead: 'Công an', state: 'stopped', ...due('2025-12-31') }),
  ]
  it.each<[Sort, number[]]>([
    [{ key: 'tt', down: false }, [2, 4, 3, 1]], [{ key: 'tt', down: true }, [1, 3, 4, 2]], [{ key: 'lead', down: false }, [4, 2, 1, 3]], [{ key: 'lead', down: true }, [1, 2, 4, 3]],
    [{ key: 'deadline_text', down: false }, [4, 3, 1, 2]], [{ key: 'deadline_text', down: true }, [1, 3, 4, 2]], [{ key: 'state', down: false }, [2, 3, 1, 4]], [{ key: 'product', down: true }, [1, 2, 3, 4]],
  ])('%j', (sort, expected) => expect(sorted(mixed, sort).map(({ id }) => id)).toEqual(expected))
  it('a third click is the paper again', () => {
    const first = nextSort(null, 'lead')
    const second = nextSort(first, 'lead')
    expect([first, second, nextSort(second, 'lead'), nextSort(second, 'tt')]).toEqual([{ key: 'lead', down: false }, { key: 'lead', down: true }, null, { key: 'tt', down: false }])
  })
  it('a sorted list has no groups, and a new row below its own', () => expect(listRows(mixed, { group: 10, after: 2 }).map(({ key }) => key)).toEqual(['t1', 't2', 'new', 't3', 't4']))
})

describe('when rows are taken away the focus goes', () => {
  const items = listRows(tasks, null)
  it.each([[[1], 't2'], [[2, 3], 't4'], [[1, 3], 't2'], [[4], 't3'], [[3, 4], 't2'], [[1, 2, 3, 4], undefined]])('%j: to %s', (gone, key) => expect(besides(items, new Set(gone.map(taskKey)))?.key).toBe(key))
})

describe('filters by deadline and field', () => {
  const last = (id: number, day: string | null, state: State, group = 10) => row(id, { group, state, deadline: { ...none, last: day } })
  const list = [last(1, '2026-08-01', 'overdue'), last(2, '2026-08-15', 'in-progress'), last(3, '2026-09-09', 'not-started', 20), last(4, '2026-08-12', 'done-on-time'), last(5, null, 'not-started')]
  const counts = { total: 0, done_on_time: 0, done_late: 0, overdue: 0, in_progress: 0, not_started: 0, stopped: 0 }
  const view: PlanView = { plans: [], plan: null, as_of: '2026-08-10', counts, tasks: list, units: [], groups: [{ id: 20, roman: 'II', name: 'Thể chế', counts }] }
  it.each([
    [{ due: 'soon' as const }, [2]], [{ due: 'soon' as const, days: 30 }, [2, 3]], [{ due: 'soon' as const, days: 4 }, []], [{ due: 'late' as const }, [1]], [{ due: 'late-or-soon' as const, days: 30 }, [1, 2, 3]],
    [{ due: 'soon' as const, days: 30, group: 20 }, [3]], [{ due: 'soon' as const, days: 30, states: ['in-progress'] as State[] }, [2]],
  ])('%j', (filter, expected) => expect(found(view, { ...NO_FILTER, ...filter }).tasks.map(({ id }) => id)).toEqual(expected))
  it('what is folded away is said, and each can be dropped', () => {
    const filter = { ...NO_FILTER, group: 20, due: 'soon' as const, days: 10 }
    expect(applied(filter, view).map(({ words }) => words)).toEqual(['II. Thể chế', 'Đến hạn trong 10 ngày'])
    expect(applied(filter, view)[0]?.without).toMatchObject({ group: null, due: 'soon' })
  })
  it.each([['10', 10], [' 7 ', 7], ['0', 0], ['', null], ['-1', null], ['1,5', null], ['mười', null], ['12345', null]])('"%s" days', (typed, days) => expect(daysTyped(typed)).toBe(days))
})

describe('widths of columns', () => {
  it('the content takes the rest', () => {
    const widths = fitted({}, false, 930)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(930)
    expect(template(widths)).toBe('65px minmax(0, 1fr) 112px 106px 148px 98px 129px')
  })
  it('kept between the least and the most', () => expect(withWidth(withWidth({}, 2, 5), 3, 9000)).toEqual({ lead: 72, coordinating: 480 }))
  it('null is ours again', () => expect(withWidth({ lead: 300 }, 2, null)).toEqual({}))
  it('columns too wide for the room give way, and the content keeps its least', () => {
    const widths = fitted({ lead: 480, coordinating: 480, product: 480 }, false, 930)
    expect(widths[1]).toBeGreaterThanOrEqual(190)
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(52)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(930)
  })
})
