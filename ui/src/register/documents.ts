/** The register's rows: how they are called, found, filtered. */
import type { DocumentForm } from '../bindings/DocumentForm'
import type { DocumentRow } from '../bindings/DocumentRow'
import { screenDay } from '../shared/days'
import { match, query } from '../shared/fold'

/** `Kế hoạch 12/KH-UBND, 15/01/2026`. */
export function labelOf(row: DocumentRow): string {
  const name = [row.kind || 'Văn bản', row.number].filter(Boolean).join(' ')
  return row.day ? `${name}, ${screenDay(row.day)}` : name
}

const wordsOf = (row: DocumentRow) => [row.number, row.subject, row.kind, row.issuer, row.field, screenDay(row.day)].join('\n')

/** Documents to choose from while one types: not those chosen already, the best first, then the latest. */
export function suggested(documents: readonly DocumentRow[], words: string, chosen: readonly number[], most = 8): DocumentRow[] {
  const free = documents.filter((row) => !chosen.includes(row.id))
  const asked = query(words)
  if (!asked) return free.slice(0, most)
  const ranked = free.map((row) => ({ row, rank: match(asked, wordsOf(row)) })).filter((one) => one.rank > 0)
  return ranked.sort((a, b) => b.rank - a.rank).slice(0, most).map((one) => one.row)
}

export interface DocumentFilter {
  words: string
  kind: string
  field: string
}

export function shownDocuments(documents: readonly DocumentRow[], filter: DocumentFilter): DocumentRow[] {
  const asked = query(filter.words)
  return documents.filter((row) => (filter.kind === '' || row.kind === filter.kind) && (filter.field === '' || row.field === filter.field) && (!asked || match(asked, wordsOf(row)) > 0))
}

export const EMPTY: DocumentForm = { id: null, kind: '', number: '', day: '', issuer: '', subject: '', field: '' }

export function formOf(row: DocumentRow): DocumentForm {
  return { id: row.id, kind: row.kind, number: row.number, day: screenDay(row.day), issuer: row.issuer, subject: row.subject, field: row.field }
}

/** `1,2 MB`. */
export function sizeOf(bytes: number): string {
  return bytes < 1 << 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / (1 << 20)).toFixed(1).replace('.', ',')} MB`
}
