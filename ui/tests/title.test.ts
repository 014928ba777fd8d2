import { expect, test } from 'vitest'
import { titleParts } from '../src/report/outline'

test.each([
  ['Báo cáo quý I năm 2027', 'Báo cáo ', 'quý I năm 2027'],
  ['Báo cáo 6 tháng đầu năm 2026', 'Báo cáo ', '6 tháng đầu năm 2026'],
  ['Báo cáo năm 2026', 'Báo cáo ', 'năm 2026'],
  ['Báo cáo phục vụ kiểm tra quý IV năm 2026', 'Báo cáo phục vụ kiểm tra ', 'quý IV năm 2026'],
  ['Công văn đính chính Báo cáo số 31/BC-UBND', 'Công văn đính chính Báo cáo số 31/BC-UBND', ''],
])('the period of %j is told apart', (title, lead, period) => {
  expect(titleParts(title)).toEqual({ lead, period })
})
