/** What a document asks for: kinds and periods of reports. */
import type { ReportKind } from '../bindings/ReportKind'
import type { RequestRow } from '../bindings/RequestRow'
import { daysBetween, screenDay } from '../shared/days'

const ROMAN = ['I', 'II', 'III', 'IV']

/** The periods of a kind in a year: how the ledger knows it, how it is called. */
export function periodsOf(kind: ReportKind, year: number): [string, string][] {
  const quarters = ROMAN.map((roman, nth): [string, string] => [`${year}-Q${nth + 1}`, `Quý ${roman} năm ${year}`])
  const half: [string, string] = [`${year}-H1`, `6 tháng đầu năm ${year}`]
  const nine: [string, string] = [`${year}-9M`, `9 tháng đầu năm ${year}`]
  const whole: [string, string] = [`${year}`, `Năm ${year}`]
  switch (kind) {
    case 'quarterly': return quarters
    case 'six-month': return [half]
    case 'nine-month': return [nine]
    case 'annual': return [whole]
    default: return [whole, ...quarters, half, nine]
  }
}

/** The periods of a kind in the years around a letter's day, and in that of a period that is chosen already. */
export function periodsAround(kind: ReportKind, day: string, chosen = ''): [string, string][] {
  const year = Number(day.slice(0, 4))
  const years = new Set([year - 1, year, year + 1, Number(chosen.slice(0, 4)) || year])
  return [...years].sort((a, b) => a - b).flatMap((one) => periodsOf(kind, one))
}

/** The period of a kind whose window ends nearest to a letter's day; what is past is three times as far. */
export function nearestPeriod(kind: ReportKind, day: string): string {
  const far = ([period]: [string, string]) => {
    const days = daysBetween(day, windowOf(period).to)
    return days < 0 ? days * -3 : days
  }
  return periodsAround(kind, day).reduce((best, one) => (far(one) < far(best) ? one : best))[0]
}

/** The period of some days: the chosen one as long as they share a day with it, else the one they share most with. */
export function periodOfDays(periods: [string, string][], chosen: string, from: string, to: string): string {
  const shared = (period: string) => {
    const window = windowOf(period)
    return daysBetween(from > window.from ? from : window.from, to < window.to ? to : window.to) + 1
  }
  if (from > to || shared(chosen) > 0) return chosen
  const best = periods.map(([period]) => period).reduce((best, one) => (shared(one) > shared(best) ? one : best), chosen)
  return shared(best) > 0 ? best : chosen
}

/** `hạn gửi 20/09/2026, còn 15 ngày`. */
export function dueOf(row: RequestRow): string {
  const left = row.days < 0 ? `quá ${-row.days} ngày` : row.days === 0 ? 'hôm nay' : `còn ${row.days} ngày`
  return `hạn gửi ${screenDay(row.due)}, ${left}`
}

/** The Ministry's window of a period, from the 15th to the 14th; regular reports are sent six days later. */
export function windowOf(period: string): { from: string; to: string; as_of: string; due: string } {
  const year = Number(period.slice(0, 4))
  const months: Record<string, [number, number]> = { Q1: [12, 3], Q2: [3, 6], Q3: [6, 9], Q4: [9, 12], H1: [12, 6], '9M': [12, 9] }
  const [first, last] = months[period.slice(5)] ?? [12, 12]
  const two = (month: number) => String(month).padStart(2, '0')
  const to = `${year}-${two(last)}-14`
  return { from: `${first === 12 ? year - 1 : year}-${two(first)}-15`, to, as_of: to, due: `${year}-${two(last)}-20` }
}
