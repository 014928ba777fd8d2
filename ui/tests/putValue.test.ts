import { describe, expect, it } from 'vitest'
import { putDay, putNumber, type Place } from '../src/report/putValue'

const place = (unit: string, shown: string, after = '', format: Place['format'] = 'plain'): Place => ({ unit, shown, after, format })

describe('a value put in the place of a figure', () => {
  it.each<[string, Place, string]>([
    ['99', place('hồ sơ', '2.310'), '99'], ['4821', place('hồ sơ', '2.310'), '4.821'], ['4.821', place('hồ sơ', '05'), '4.821'], ['4 821', place('hồ sơ', ''), '4.821'], ['1234567', place('hồ sơ', ''), '1.234.567'],
    ['05', place('hồ sơ', '07', '', 'sentence'), '05'], ['0', place('hồ sơ', '07'), '0'], ['0007', place('hồ sơ', ''), '7'],
    ['97,5%', place('%', '99,81%', '', 'percent'), '97,5%'], ['97.5', place('%', '99,81%', '', 'percent'), '97,5%'], ['97,5 %', place('%', '99,81%'), '97,5%'], ['0.125', place('điểm', ''), '0,125'],
    ['10600', place('đồng', '10.529 triệu đồng', '', 'million'), '10.600 triệu đồng'], ['10,6 tỷ đồng', place('đồng', '10.529 triệu đồng', '', 'million'), '10,6 tỷ đồng'], ['-6', place('%', '-2,5%'), '-6%'],
  ])('%j of %j is printed %j', (typed, where, value) => {
    expect(putNumber(typed, where)).toEqual({ value })
  })
  it('is not written twice with what it counts', () => {
    expect(putNumber('55 hồ sơ', place('hồ sơ', '31', ' hồ sơ, trong đó'))).toEqual({ value: '55' })
    expect(putNumber('55 hồ sơ', place('hồ sơ', '', ' hồ sơ'))).toEqual({ value: '55' })
    expect(putNumber('55 hồ sơ', place('hồ sơ', '31', '.'))).toEqual({ value: '55' })
    expect(putNumber('97,5%', place('%', '99,81', '% hồ sơ'))).toEqual({ value: '97,5' })
    expect(putNumber('10.600 triệu đồng', place('đồng', '10.529', ' triệu đồng'))).toEqual({ value: '10.600' })
    expect(putNumber('10,6 tỷ đồng', place('đồng', '10.529', ' triệu đồng'))).toEqual({ refusal: 'Đằng sau số này báo cáo đã viết “triệu đồng”. Hãy ghi số theo triệu đồng.' })
    // Other words that only begin alike are no unit.
    expect(putNumber('5 đơn', place('đơn', '', ' đơn vị'))).toEqual({ value: '5' })
    expect(putNumber('5 đơn', place('đơn', '', ' đơnvị'))).toEqual({ value: '5 đơn' })
  })
  it.each<[string, Place, string]>([
    ['-5', place('hồ sơ', '31'), 'nhỏ hơn 0'], ['−6', place('hồ sơ', ''), 'nhỏ hơn 0'], ['97,5%', place('hồ sơ', '31'), 'đếm hồ sơ, không ghi theo %'], ['3,7', place('hồ sơ', '31'), 'phải là số nguyên'],
    ['3,7', place('', '05', ' nhiệm vụ', 'sentence'), 'phải là số nguyên'], ['5 triệu', place('hồ sơ', '31'), 'không ghi theo triệu'], ['100000000000000000000', place('hồ sơ', '31'), 'chữ số'], ['10²⁰', place('hồ sơ', '31'), 'không phải số'],
    ['-3', place('%', '99,81%', '', 'percent'), 'nhỏ hơn 0'],
  ])('%j of %j is of another kind and is refused', (typed, where, words) => {
    expect(putNumber(typed, where)).toMatchObject({ refusal: expect.stringContaining(words) })
  })
  it.each(['4.8214.900', '1,2,3', '12.34.567', '1..2', ',5', '5,', '5.', 'khoảng 33', 'ba mươi', '33 con', '1e9', '12/5', '٣', '5 6', '4.82,1.3'])('%j is no number and is refused with what to do', (typed) => {
    expect(putNumber(typed, place('hồ sơ', '31'))).toMatchObject({ refusal: expect.stringContaining(`“${typed}” không phải số. Hãy ghi như 4.821 hoặc 97,5`) })
  })
})

describe('a day put in the place of one', () => {
  it.each([['14/12/2026', '14/12/2026'], ['ngày 5/8/2026', '05/08/2026'], ['05082026', '05/08/2026']])('%j is printed %j', (typed, value) => {
    expect(putDay(typed, '2026-09-16')).toEqual({ value })
  })
  it.each(['31/02/2026', '14-13-2026', 'cuối năm', '12'])('%j is no day and is refused with what to do', (typed) => {
    expect(putDay(typed, '2026-09-16')).toMatchObject({ refusal: expect.stringContaining(`“${typed}” không phải một ngày có thật`) })
  })
})
