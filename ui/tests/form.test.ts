import { expect, test } from 'vitest'
import type { FormView } from '../src/bindings/FormView'
import { chosenAgain, chosenOf, columnOf, columnsAgain, draftOf, keptIn, shownIn, tally, thereIn } from '../src/figures/form'

const row = (place: number, words: string, figure: string, sure: boolean) => ({ place, cells: [String(place), words, ''], key: words, figure, sure, unit: '', unit_key: '', unit_own: false })
const view: FormView = {
  name: 'biểu.xlsx', from: '2026-06-15', to: '2026-09-14',
  tables: [{ place: 0, title: 'Biểu 1', columns: ['STT', 'Chỉ tiêu', 'Kết quả'], words: 1, value: 2, rows: [row(4, 'Hồ sơ', 'case.received', true), row(5, 'Đúng hạn', 'case.on_time', false), row(6, 'Nắng', '', false), row(8, 'Phí', 'case.fee', true)] }],
  figures: [{ id: 'case.received', name: 'Tổng số', unit: 'hồ sơ', value: '2.182', estimate: false, amounts: [['ho so', '2.182']] }, { id: 'case.on_time', name: 'Đúng hạn', unit: 'hồ sơ', value: '2.139', estimate: false, amounts: [] }, { id: 'case.fee', name: 'Có phí', unit: 'hồ sơ', value: null, estimate: false, amounts: [] }],
}

test('a guess is not written before it is confirmed', () => {
  const chosen = chosenOf(view)
  expect(tally(view, chosen)).toEqual({ filled: 1, unsure: 1, missing: 1, none: 1, columnless: 0 })
  expect(draftOf(view, chosen, '2026-09-14').rows.map((one) => [one.place, one.figure])).toEqual([[4, 'case.received'], [8, 'case.fee']])
  chosen.rows['0:5'] = { figure: 'case.on_time', sure: true }
  expect(tally(view, chosen).filled).toBe(2)
})

test('an old number that no value replaces is said to stay', () => {
  const old = (place: number, figure: string, sure: boolean, text: string) => ({ ...row(place, figure, figure, sure), cells: ['', figure, text] })
  const rows = [old(4, 'case.received', true, '1111'), old(5, 'case.fee', true, '98,5'), old(6, 'case.on_time', false, '22'), old(7, '', false, '3'), old(8, 'case.fee', true, '')]
  const table = { ...view.tables[0]!, rows }
  const asked: FormView = { ...view, tables: [table] }
  const chosen = chosenOf(asked)
  expect(rows.map((one) => thereIn(asked, table, one, chosen).stays)).toEqual([false, true, true, true, true])
  expect(keptIn(asked, chosen)).toEqual(['Có phí “98,5”', 'Đúng hạn “22”'])
  chosen.rows['0:6'] = { figure: 'case.on_time', sure: true }
  expect(keptIn(asked, chosen)).toEqual(['Có phí “98,5”'])
})

test('a column is copied in the order of the form, blanks where nothing stands', () => {
  expect(columnOf(view, view.tables[0]!, chosenOf(view))).toBe('2182\n\n\n\n')
})

test('a table whose column nobody knows is not filled', () => {
  const asked: FormView = { ...view, tables: [{ ...view.tables[0]!, value: null }, { ...view.tables[0]!, place: 1 }] }
  const chosen = chosenOf(asked)
  expect(draftOf(asked, chosen, '2026-09-14').rows.map((one) => [one.table, one.value])).toEqual([[1, 2], [1, 2]])
  expect(tally(asked, chosen)).toMatchObject({ filled: 1, columnless: 1, missing: 2 })
})

test('with another column of words the rows are matched anew, but for what was told by hand', () => {
  const other = { ...view.tables[0]!, place: 1, rows: [row(2, 'Hồ sơ', '', false)] }
  const before: FormView = { ...view, tables: [view.tables[0]!, other] }
  const chosen = chosenOf(before)
  chosen.rows['0:6'] = { figure: 'case.on_time', sure: true }
  chosen.rows['1:2'] = { figure: 'case.fee', sure: true }
  const next: FormView = { ...before, tables: [{ ...view.tables[0]!, words: 0, rows: [row(4, 'một', '', false), row(5, 'hai', 'case.received', true), row(6, 'ba', '', false)] }, other] }
  const again = chosenAgain(before, chosen, next, 0)
  expect(again.rows).toEqual({ '0:4': { figure: '', sure: false }, '0:5': { figure: 'case.received', sure: true }, '0:6': { figure: 'case.on_time', sure: true }, '1:2': { figure: 'case.fee', sure: true } })
})

test('the column that names the rows is never the one that is filled', () => {
  const filled = columnsAgain(undefined, 0, { value: 2 })
  expect(filled).toEqual({ table: 0, words: null, value: 2 })
  expect(columnsAgain(filled, 0, { words: 2 })).toEqual({ table: 0, words: 2, value: null })
  expect(columnsAgain(filled, 0, { words: 1 })).toEqual({ table: 0, words: 1, value: 2 })
})

test('a value is shown and copied in the unit of the row, and one that cannot be is pointed out', () => {
  const money = { id: 'lead.funds', name: 'Kinh phí', unit: 'đồng', value: '320.000.000', estimate: false, amounts: [['dong 0', '320.000.000'], ['dong 6', '320']] as [string, string][] }
  const asking = (unit: string, unit_key: string, unit_own = true) => ({ ...row(4, 'Kinh phí', 'lead.funds', true), unit, unit_key, unit_own })
  expect(shownIn(asking('Triệu đồng', 'dong 6'), money)).toEqual({ value: '320', other: true, doubt: '' })
  expect(shownIn(asking('đồng', 'dong 0'), money)).toEqual({ value: '320.000.000', other: false, doubt: '' })
  expect(shownIn(asking('người', 'nguoi'), money).doubt).toBe('Biểu hỏi theo “người”, số này theo “đồng”')
  expect(shownIn(asking('%', 'phan tram', false), money).doubt).toBe('')
  expect(shownIn(asking('', '', false), money)).toEqual({ value: '320.000.000', other: false, doubt: '' })
  expect(shownIn(asking('người', 'nguoi'), { ...money, value: null })).toEqual({ value: null, other: false, doubt: '' })
  const table = { ...view.tables[0]!, rows: [asking('triệu đồng', 'dong 6')] }
  const asked: FormView = { ...view, tables: [table], figures: [money] }
  expect(columnOf(asked, table, chosenOf(asked))).toBe('320')
  expect(draftOf(asked, chosenOf(asked), '2026-09-14').rows[0]?.unit_key).toBe('dong 6')
})
