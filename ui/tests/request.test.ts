import { expect, test } from 'vitest'
import { nearestPeriod, periodOfDays, periodsAround, periodsOf, windowOf } from '../src/register/request'

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

test('a letter of December offers the quarters of the coming year', () => {
  const offered = periodsAround('quarterly', '2026-12-28').map(([period]) => period)
  expect(offered).toHaveLength(12)
  expect(offered).toContain('2027-Q1')
  expect(periodsAround('annual', '2026-12-28', '2024').map(([period]) => period)).toEqual(['2024', '2025', '2026', '2027'])
})

test('another kind of report takes the period nearest to the day of the letter', () => {
  const near = (kind: Parameters<typeof nearestPeriod>[0]) => nearestPeriod(kind, '2026-12-28')
  expect([near('quarterly'), near('six-month'), near('nine-month'), near('annual')]).toEqual(['2026-Q4', '2027-H1', '2027-9M', '2026'])
})

test('days of another quarter give the report the name of that quarter', () => {
  const periods = periodsAround('quarterly', '2026-12-28', '2026-Q1')
  const named = (from: string, to: string) => periodOfDays(periods, '2026-Q1', from, to)
  expect(named('2026-12-15', '2027-03-14')).toBe('2027-Q1')
  // Days of its own near the window are still of that quarter; days out of order are not finished yet.
  expect(named('2025-12-20', '2026-03-20')).toBe('2026-Q1')
  expect(named('2026-12-15', '2026-03-14')).toBe('2026-Q1')
  expect(named('2031-01-01', '2031-03-01')).toBe('2026-Q1')
})
