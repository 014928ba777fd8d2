import { describe, expect, it } from 'vitest'
import type { TaskRow } from '../src/bindings/TaskRow'
import { block, cleared, filledDown, pasted, wordsOf } from '../src/plan/ranges'
import { taskKey, type Item } from '../src/plan/rows'
import { clicked, sorted } from '../src/plan/sort'
import { fromTabbed, toHtml, toTabbed } from '../src/shared/clipboard'
import { compareViet } from '../src/shared/viet'

const none = { kind: 'unknown' as const, first: null, last: null, occurrences: [], before: false, year_assumed: false }
function row(id: number, more: Partial<TaskRow> = {}): TaskRow {
  return { id, group: 10, tt: String(id), content: `Việc ${id}`, lead: 'Phòng Kinh tế', coordinating: '', deadline_text: 'Quý I', deadline: none, answered_last: '2026-03-01', deadline_hint: '', product: '', state: 'not-started', state_hint: '', own_day: null, lead_units: [], warnings: [], ...more }
}
const rows = [row(1), row(2, { lead: 'Công an xã', deadline_text: 'Quý II' }), row(3, { group: 20 })]
const counts = { total: 0, done_on_time: 0, done_late: 0, overdue: 0, in_progress: 0, not_started: 0, stopped: 0 }
const group = (id: number): Item => ({ kind: 'group', key: `g${id}`, group: { id, roman: 'I', name: '', counts }, open: true, tally: [] })
const task = (one: TaskRow): Item => ({ kind: 'task', key: taskKey(one.id), row: one })
const items: Item[] = [group(10), task(rows[0]!), task(rows[1]!), group(20), task(rows[2]!)]
const index = new Map(items.map((item, at) => [item.key, at]))
const area = (from: string, left: number, to: string, right: number) => block(index, { key: from, col: left }, { key: to, col: right })!

describe('a block of cells', () => {
  it('is the same from either corner, and passes over the names of groups', () => {
    expect(area('t3', 2, 't1', 1)).toEqual({ from: 1, to: 4, left: 1, right: 2 })
    expect(wordsOf(items, area('t1', 1, 't3', 2))).toEqual([['Việc 1', 'Phòng Kinh tế'], ['Việc 2', 'Công an xã'], ['Việc 3', 'Phòng Kinh tế']])
  })
  it('is pasted over rows in the order shown; rows beyond the last are new ones of its group', () => {
    const writing = pasted(items, rows, area('t2', 1, 't2', 1), [['A', 'B'], ['C', 'D'], ['E', 'F'], ['', '']])
    expect(writing.edits.map(({ task: id, draft }) => [id, draft.content, draft.lead])).toEqual([[2, 'A', 'B'], [3, 'C', 'D']])
    expect(writing.fresh).toMatchObject({ group: 20, after: 3, rows: [{ tt: '4', content: 'E', lead: 'F' }] })
  })
  it('one cell fills the whole block; words pasted right of the product find no place', () => {
    const filled = pasted(items, rows, area('t1', 2, 't3', 3), [['Văn phòng']])
    expect(filled.edits.map(({ draft }) => [draft.lead, draft.coordinating])).toEqual(Array(3).fill(['Văn phòng', 'Văn phòng']))
    expect(pasted(items, rows, area('t1', 5, 't1', 5), [['SP', 'thừa', 'thừa']]).dropped).toBe(2)
  })
  it('a day that was answered goes with the words it was answered for', () => {
    const [edit] = pasted(items, rows, area('t1', 4, 't1', 4), [['Quý III']]).edits
    expect(edit?.draft).toMatchObject({ deadline_text: 'Quý III', answered_last: null })
    const [other] = pasted(items, rows, area('t1', 5, 't1', 5), [['Báo cáo']]).edits
    expect(other?.draft.answered_last).toBe('01/03/2026')
  })
  it('is filled down and cleared', () => {
    expect(filledDown(items, area('t1', 2, 't3', 2)).edits.map(({ task: id, draft }) => [id, draft.lead])).toEqual([[2, 'Phòng Kinh tế']])
    expect(filledDown(items, area('t2', 4, 't2', 4)).edits.map(({ draft }) => draft.deadline_text)).toEqual(['Quý I'])
    expect(filledDown(items, area('t1', 4, 't1', 4)).edits).toEqual([])
    expect(cleared(items, area('t1', 2, 't2', 4)).edits.map(({ draft }) => [draft.lead, draft.deadline_text])).toEqual([['', ''], ['', '']])
  })
})

describe('the clipboard', () => {
  it.each([
    ['a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['"hai\ndòng"\t"có ""ngoặc"""', [['hai\ndòng', 'có "ngoặc"']]],
    ['một', [['một']]],
    ['\tb', [['', 'b']]],
    ['', []],
  ])('%j', (text, cells) => expect(fromTabbed(text)).toEqual(cells))
  it('what is copied comes back the same', () => {
    const cells = [['TT', 'Nội dung "một cửa"', 'dòng 1\ndòng 2'], ['1', 'a\tb', '']]
    expect(fromTabbed(toTabbed(cells))).toEqual(cells)
  })
  it('nothing copied is markup', () => expect(toHtml([['<b>&']])).toContain('<td>&lt;b&gt;&amp;</td>'))
})

describe('the alphabet', () => {
  it.each([
    ['an', 'ăn'], ['ăn', 'ân'], ['dân', 'đàn'], ['ma', 'mà'], ['mà', 'mả'], ['mả', 'mã'], ['mã', 'má'], ['má', 'mạ'], ['mạ', 'man'],
    ['Phòng Kinh tế', 'Phòng Văn hóa'], ['Công an xã', 'Trạm Y tế'], ['2', '10'], ['9', 'a'], ['Việc 2', 'Việc 10'], ['oan', 'ôn'], ['ôn', 'ơn'], ['un', 'ưn'],
  ])('%s before %s', (one, other) => {
    expect(compareViet(one, other)).toBeLessThan(0)
    expect(compareViet(other, one)).toBeGreaterThan(0)
  })
})

describe('sorting', () => {
  const ids = (list: TaskRow[]) => list.map((one) => one.id)
  const dated = [row(1, { deadline: { ...none, last: '2026-06-30' } }), row(2), row(10, { deadline: { ...none, last: '2026-03-31' } })]
  it('TT by value, deadlines by day with those without one last either way', () => {
    expect(ids(sorted([dated[2]!, dated[1]!], { col: 0, down: false }))).toEqual([2, 10])
    expect(ids(sorted(dated, { col: 4, down: false }))).toEqual([10, 1, 2])
    expect(ids(sorted(dated, { col: 4, down: true }))).toEqual([1, 10, 2])
  })
  it('the third click is the order of the paper', () => {
    expect(clicked(clicked(clicked(null, 2), 2), 2)).toBeNull()
    expect(clicked({ col: 2, down: true }, 3)).toEqual({ col: 3, down: false })
  })
})
