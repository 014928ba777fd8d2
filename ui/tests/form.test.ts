import { expect, test } from 'vitest'
import type { FormView } from '../src/bindings/FormView'
import { chosenOf, columnOf, draftOf, tally } from '../src/figures/form'

const row = (place: number, words: string, figure: string, sure: boolean) => ({ place, cells: [String(place), words, ''], key: words, figure, sure })
const view: FormView = {
  name: 'biểu.xlsx', from: '2026-06-15', to: '2026-09-14',
  tables: [{ place: 0, title: 'Biểu 1', columns: ['STT', 'Chỉ tiêu', 'Kết quả'], words: 1, value: 2, rows: [row(4, 'Hồ sơ', 'case.received', true), row(5, 'Đúng hạn', 'case.on_time', false), row(6, 'Nắng', '', false), row(8, 'Phí', 'case.fee', true)] }],
  figures: [{ id: 'case.received', name: 'Tổng số', unit: 'hồ sơ', value: '2.182' }, { id: 'case.on_time', name: 'Đúng hạn', unit: 'hồ sơ', value: '2.139' }, { id: 'case.fee', name: 'Có phí', unit: 'hồ sơ', value: null }],
}

test('a guess is not written before it is confirmed', () => {
  const chosen = chosenOf(view)
  expect(tally(view, chosen)).toEqual({ filled: 1, unsure: 1, missing: 1, none: 1 })
  expect(draftOf(view, chosen, '2026-09-14').rows.map((one) => [one.place, one.figure])).toEqual([[4, 'case.received'], [8, 'case.fee']])
  chosen.rows['0:5'] = { figure: 'case.on_time', sure: true }
  expect(tally(view, chosen).filled).toBe(2)
})

test('a column is copied in the order of the form, blanks where nothing stands', () => {
  expect(columnOf(view, view.tables[0]!, chosenOf(view))).toBe('2.182\n\n\n\n')
})

test('the officer may say that another column is filled', () => {
  const chosen = chosenOf(view)
  chosen.columns[0] = { words: 1, value: 0 }
  expect(draftOf(view, chosen, '2026-09-14').rows[0]).toMatchObject({ value: 0, key: 'Hồ sơ' })
})
