/** A rough reading of deadline words, enough to look at the page; the program reads far more. */
import type { Deadline } from '../src/bindings/Deadline'
import { addDays, isoDay, screenDay } from '../src/shared/days'

const none: Deadline = { kind: 'unknown', first: null, last: null, occurrences: [], before: false, year_assumed: false }
const YEAR = 2026
const lastOf = (month: number, year = YEAR) => addDays(isoDay(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) ?? '', -1)
const QUARTER: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4 }

export function readWords(words: string): Deadline {
  const w = words.trim()
  const day = /(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?/.exec(w)
  if (/^(trước|chậm nhất|đến hết|xong trước|\d)/i.test(w) && day && !/cuối quý|hằng/i.test(w)) {
    const exact = isoDay(Number(day[3] ?? YEAR), Number(day[2]), Number(day[1]))
    if (!exact) return none
    const before = /trước/i.test(w)
    return { ...none, kind: 'date', first: before ? addDays(exact, -1) : exact, last: before ? addDays(exact, -1) : exact, before, year_assumed: !day[3] }
  }
  if (/hằng tháng/i.test(w)) return { ...none, kind: 'recurring', first: '2026-01-01', last: '2026-12-31', occurrences: Array.from({ length: 12 }, (_, m) => ({ first: isoDay(YEAR, m + 1, 1) ?? '', last: lastOf(m + 1) })) }
  if (/quý$/i.test(w)) return { ...none, kind: 'recurring', first: '2026-01-01', last: '2026-12-31', occurrences: [3, 6, 9, 12].map((m) => ({ first: isoDay(YEAR, m - 2, 1) ?? '', last: /25/.test(w) ? `2026-${String(m).padStart(2, '0')}-25` : lastOf(m) })) }
  if (/^thường xuyên/i.test(w)) return { ...none, kind: 'continuous' }
  if (/^(theo yêu cầu|khi)/i.test(w)) return { ...none, kind: 'triggered' }
  if (/ngày sau khi/i.test(w)) return { ...none, kind: 'relative' }
  const span = /từ tháng (\d+) đến tháng (\d+)/i.exec(w)
  if (span) return { ...none, kind: 'window', first: isoDay(YEAR, Number(span[1]), 1), last: lastOf(Number(span[2])), year_assumed: true }
  const month = /^(?:tháng )?(\d{1,2})\/(\d{4})$/i.exec(w)
  if (month) return { ...none, kind: 'window', first: isoDay(Number(month[2]), Number(month[1]), 1), last: lastOf(Number(month[1]), Number(month[2])) }
  const quarters = /^quý ([IV]+)(?:\s*[,-]\s*([IV]+))?/i.exec(w)
  if (quarters) {
    const last = QUARTER[quarters[2] ?? quarters[1] ?? ''] ?? 4
    return { ...none, kind: 'window', first: isoDay(YEAR, ((QUARTER[quarters[1] ?? ''] ?? 1) - 1) * 3 + 1, 1), last: lastOf(last * 3), year_assumed: !/\d{4}/.test(w) }
  }
  if (/^(năm 2026|trong năm)$/i.test(w)) return { ...none, kind: 'window', first: '2026-01-01', last: '2026-12-31' }
  return none
}

export function hint(deadline: Deadline): string {
  if (deadline.kind === 'recurring') return `${deadline.occurrences.length} lần thực hiện`
  if (deadline.last) return `hạn ${screenDay(deadline.last)}`
  return { continuous: 'không có hạn cuối', triggered: 'chưa có ngày', relative: 'chưa có ngày', unknown: 'chưa rõ hạn', date: '', window: '' }[deadline.kind]
}
