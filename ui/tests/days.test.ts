import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, isoDay, parseDay, screenDay, screenMoment, weekday } from '../src/shared/days'

const TODAY = '2026-08-10'

describe('a day as typed', () => {
  const cases: [string, string | null][] = [
    ['5/1', '2026-01-05'], ['05/01', '2026-01-05'], ['5/1/2025', '2025-01-05'], ['05012026', '2026-01-05'], ['0501', '2026-01-05'], ['050125', '2025-01-05'],
    ['5-1-26', '2026-01-05'], ['5.1.2026', '2026-01-05'], ['5 1 2026', '2026-01-05'], [' 05 / 01 / 2026 ', '2026-01-05'], ['2026-01-05', '2026-01-05'],
    ['hôm nay', TODAY], ['Hôm nay', TODAY], ['hom nay', TODAY], ['hôm qua', '2026-08-09'], ['ngày mai', '2026-08-11'], ['ho\u0302m nay', TODAY],
    ['29/2/2028', '2028-02-29'], ['29/2/2026', null], ['31/4', null], ['0/1', null], ['1/13', null], ['32/1', null], ['', null], ['mai mốt', null], ['1/1/1', null], ['5/1/20261', null],
  ]
  it.each(cases)('%j', (typed, day) => expect(parseDay(typed, TODAY)).toBe(day))

  it('reads back every day of a century as the screen writes it', () => {
    for (let day = '2000-01-01'; day < '2100-01-01'; day = addDays(day, 1)) expect(parseDay(screenDay(day), TODAY)).toBe(day)
  })
})

describe('days on the screen', () => {
  it('writes dd/mm/yyyy and moments', () => {
    expect(screenDay('2026-08-05')).toBe('05/08/2026')
    expect(screenDay(null)).toBe('')
    expect(screenMoment('2026-08-05T09:41:07.123')).toBe('05/08/2026 09:41')
  })
  it('counts days and names them', () => {
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2)
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2)
    expect(weekday('2026-08-10')).toBe('Thứ Hai')
    expect(weekday('2026-08-09')).toBe('Chủ nhật')
  })
  it('knows no impossible day', () => {
    expect(isoDay(2026, 2, 30)).toBeNull()
    expect(isoDay(2026, 12, 31)).toBe('2026-12-31')
  })
})
