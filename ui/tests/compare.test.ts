import { describe, expect, it } from 'vitest'
import type { ComparedRow } from '../src/bindings/ComparedRow'
import { rowsOf, said, sideOf } from '../src/report/compare'

const row = (how: ComparedRow['how'], heading: string, ...words: ComparedRow['words']): ComparedRow => ({ section: 'I', heading, was: '', block: '', how, words })
const comparison = {
  before: 'Báo cáo quý III', after: 'Báo cáo quý IV', changed: 2,
  rows: [
    row('same', 'I. Chỉ đạo', { how: 'same', text: 'Như cũ' }),
    row('changed', '', { how: 'same', text: 'Quý' }, { how: 'gone', text: ' III' }, { how: 'new', text: ' IV' }),
    row('same', 'II. Kết quả', { how: 'same', text: 'Như cũ' }),
    row('added', 'III. Đánh giá', { how: 'new', text: 'Mới' }),
  ],
}

describe('two reports side by side', () => {
  it('show on each side its own words', () => {
    const text = (own: 'gone' | 'new') => sideOf(comparison.rows[1]!, own).map((run) => run.text).join('')
    expect([text('gone'), text('new')]).toEqual(['Quý III', 'Quý IV'])
  })
  it('keep a heading before the first paragraph that is shown of it', () => {
    expect(rowsOf(comparison, false).map((one) => one.heading)).toEqual(['I. Chỉ đạo', '', 'II. Kết quả', 'III. Đánh giá'])
    expect(rowsOf(comparison, true).map((one) => [one.at, one.heading])).toEqual([[1, 'I. Chỉ đạo'], [3, 'III. Đánh giá']])
  })
  it('say how much differs', () => {
    expect(said(comparison)).toBe('2 đoạn khác, 2 đoạn giữ nguyên')
    expect(said({ ...comparison, rows: comparison.rows.slice(0, 1), changed: 0 })).toBe('Hai báo cáo giống hệt nhau')
  })
})
