import { expect, test } from 'vitest'
import { periodsOf, windowOf } from '../src/register/request'

test('a period has the window of the Ministry and the day it is sent by', () => {
  const shown = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2026-H1', '2026-9M', '2026'].map((period) => [period, ...Object.values(windowOf(period))].join(' '))
  expect(shown).toEqual([
    '2026-Q1 2025-12-15 2026-03-14 2026-03-14 2026-03-20',
    '2026-Q2 2026-03-15 2026-06-14 2026-06-14 2026-06-20',
    '2026-Q3 2026-06-15 2026-09-14 2026-09-14 2026-09-20',
    '2026-Q4 2026-09-15 2026-12-14 2026-12-14 2026-12-20',
    '2026-H1 2025-12-15 2026-06-14 2026-06-14 2026-06-20',
    '2026-9M 2025-12-15 2026-09-14 2026-09-14 2026-09-20',
    '2026 2025-12-15 2026-12-14 2026-12-14 2026-12-20',
  ])
})

test('each kind has its own periods', () => {
  expect(periodsOf('six-month', 2026)).toEqual([['2026-H1', '6 tháng đầu năm 2026']])
  expect(periodsOf('quarterly', 2026).map(([period]) => period)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'])
  expect(periodsOf('free', 2026)).toHaveLength(7)
})
