/** What a history row said, as the fields of the form that corrects it. */
import type { HistoryRow } from '../bindings/HistoryRow'

export const REASONS = ['Không phát sinh', 'Đưa ra khỏi kế hoạch theo văn bản', 'Chuyển sang năm sau'] as const

export interface Said {
  reason: string
  document: string
  newLast: string | null
  counts: boolean
}

/** The facts of the row; what it does not say stays as in a new note. */
export function saidBefore(row: HistoryRow | null): Said {
  const said: Said = { reason: REASONS[0], document: '', newLast: row?.new_last ?? null, counts: row?.counts ?? true }
  if (row?.kind === 'extended') said.document = row.reason
  if (row?.kind === 'stopped') {
    const known = REASONS.find((reason) => row.reason.startsWith(reason))
    if (known) Object.assign(said, { reason: known, document: row.reason.slice(known.length).trim() })
  }
  return said
}
