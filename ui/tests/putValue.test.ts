import { describe, expect, it } from 'vitest'
import { putNumber } from '../src/report/putValue'

describe('a value put in the place of a figure', () => {
  it.each([
    ['99', 'hồ sơ', '2.310', '99'], ['4821', 'hồ sơ', '2.310', '4.821'], ['4.821', 'hồ sơ', '05', '4.821'], ['4 821', 'hồ sơ', '', '4.821'], ['1234567', 'hồ sơ', '', '1.234.567'],
    ['05', 'hồ sơ', '07', '05'], ['0', 'hồ sơ', '07', '0'], ['0007', 'hồ sơ', '', '7'], ['33 hồ sơ', 'hồ sơ', '31', '33 hồ sơ'],
    ['97,5%', '%', '99,81%', '97,5%'], ['97.5', '%', '99,81%', '97,5%'], ['97,5 %', '%', '99,81%', '97,5%'], ['0.125', 'điểm', '', '0,125'],
    ['10600', 'đồng', '10.529 triệu đồng', '10.600 triệu đồng'], ['10,6 tỷ đồng', 'đồng', '10.529 triệu đồng', '10,6 tỷ đồng'], ['-6', 'hồ sơ', '', '-6'], ['−6', 'hồ sơ', '', '-6'],
  ])('%j of %j where %j stood is printed %j', (typed, unit, shown, value) => {
    expect(putNumber(typed, unit, shown)).toEqual({ value })
  })
  it.each(['4.8214.900', '1,2,3', '12.34.567', '1..2', ',5', '5,', '5.', 'khoảng 33', 'ba mươi', '33 con', '1e9', '12/5', '٣', '5 6', '4.82,1.3'])('%j is no number and is refused with what to do', (typed) => {
    expect(putNumber(typed, 'hồ sơ', '31')).toMatchObject({ refusal: expect.stringContaining(`“${typed}” không phải số. Hãy ghi như 4.821 hoặc 97,5`) })
  })
})
