import { describe, expect, it } from 'vitest'
import type { ComparedRow } from '../src/bindings/ComparedRow'
import type { Comparison } from '../src/bindings/Comparison'
import { earlierRows, rowAt } from '../src/report/earlier'

const row = (section: string, heading: string, block: string, how: ComparedRow['how']): ComparedRow => ({ section, heading, was: heading.replace('ĐÁNH GIÁ', 'KẾT LUẬN'), block, how, words: [] })
const comparison: Comparison = {
  before: '', after: '', changed: 0,
  rows: [
    row('I', 'I. CÔNG TÁC', 'new-first', 'added'),
    row('I', '', 'a', 'changed'),
    row('I', '', '', 'gone'),
    row('I', '', 'new', 'added'),
    row('I', '', 'b', 'same'),
    row('II', 'II. KẾT QUẢ', 'c', 'added'),
    row('III', 'III. ĐÁNH GIÁ', 'd', 'same'),
  ],
}
const rows = earlierRows(comparison)

describe('what the earlier report said', () => {
  it('has its own paragraphs only, under the headings it had, which stay with their section when its first paragraph is new', () => {
    expect(rows.map(({ at, heading }) => [at, heading])).toEqual([[1, 'I. CÔNG TÁC'], [2, ''], [4, ''], [6, 'III. KẾT LUẬN']])
  })
  it.each([
    ['its own paragraph', 'I', 'b', 4],
    ['a new one after another', 'I', 'new', 2],
    ['a new one before all', 'I', 'new-first', 1],
    ['one that is not kept yet', 'I', '', 1],
    ['a section the earlier report does not have', 'II', 'c', null],
    ['another section with a block of the same name', 'III', 'b', 6],
  ])('is found from the caret: %s', (_, section, block, at) => {
    expect(rowAt(comparison.rows, rows, { section, block })).toBe(at)
  })
})
