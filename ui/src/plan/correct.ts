/** What a history row said, as the fields of the form that corrects it. */
import type { HistoryRow } from '../bindings/HistoryRow'
import { parseDay } from '../shared/days'

export const REASONS = ['Không phát sinh', 'Đưa ra khỏi kế hoạch theo văn bản', 'Chuyển sang năm sau'] as const

export interface Said {
  reason: string
  document: string
  newLast: string | null
  counts: boolean
}

/** The facts the ledger's sentence holds; what it does not say stays as in a new note. */
export function saidBefore(row: HistoryRow | null): Said {
  const said: Said = { reason: REASONS[0], document: '', newLast: null, counts: true }
  if (!row) return said
  const sentence = row.sentence.replace(/ \((đã sửa bằng mục sau|sửa mục trước)\)/, '').replace(/\.$/, '').replace(/; tài liệu kiểm chứng: .*$/s, '')
  if (row.kind === 'stopped') {
    said.counts = !sentence.endsWith(', không tính vào tổng số')
    const why = /, lý do: (.*)$/s.exec(sentence.replace(/, không tính vào tổng số$/, ''))?.[1] ?? ''
    const known = REASONS.find((reason) => why.startsWith(reason))
    if (known) Object.assign(said, { reason: known, document: why.slice(known.length).trim() })
  }
  if (row.kind === 'extended') {
    said.newLast = parseDay(/đến hết (\d{2}\/\d{2}\/\d{4})/.exec(sentence)?.[1] ?? '', row.day)
    said.document = /, theo (.*)$/s.exec(sentence)?.[1] ?? ''
  }
  return said
}
