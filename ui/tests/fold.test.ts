import { describe, expect, it } from 'vitest'
import { fold, match, plain, query } from '../src/shared/fold'

const hit = (typed: string, text: string) => {
  const words = query(typed)
  return words ? match(words, text) : null
}

describe('search', () => {
  const cases: [string, string, 0 | 1 | 2][] = [
    ['ke hoach', 'Ban hành Kế hoạch năm 2026', 1], ['kế hoạch', 'Ban hành Kế hoạch năm 2026', 2], ['kế', 'ke khai', 0], ['ke', 'ke khai', 2],
    ['dao tao', 'Đào tạo, bồi dưỡng', 1], ['đào', 'Đào tạo', 2], ['đao', 'dao động', 0], ['hoà', 'văn hóa, hòa giải', 2], ['hòa', 'hoà giải', 2], ['thuý', 'Lê Thị Thúy', 2],
    ['quy', 'Quý III', 1], ['quý', 'Quy chế', 0], ['  ke   hoach ', 'Kế hoạch', 1], ['xã hội', 'Xa\u0303 ho\u0323\u0302i', 2], ['vhxh', 'Lưu: VT, VHXH', 2],
  ]
  it.each(cases)('%j in %j → %i', (typed, text, rank) => expect(hit(typed, text)).toBe(rank))
  it('nothing typed is no query', () => expect(query('   ')).toBeNull())
})

describe('folding', () => {
  it('takes every mark of the alphabet', () => {
    expect(fold('ẮẰẲẴẶ ỐỒỔỖỘ ỨỪỬỮỰ ÝỲỶỸỴ Đ')).toBe('aaaaa ooooo uuuuu yyyyy d')
    expect(plain('HOÀ')).toBe(plain('Hòa'))
    expect(plain('của')).toBe('của')
    expect(plain('khoẻ')).toBe(plain('khỏe'))
  })
})
