/** The register's rows: how they are called, found, filtered, doubted. */
import type { DocumentForm } from '../bindings/DocumentForm'
import type { DocumentRow } from '../bindings/DocumentRow'
import type { DoneProposal } from '../bindings/DoneProposal'
import type { RegisterView } from '../bindings/RegisterView'
import type { Choice } from '../shared/choose'
import { isoOf, screenDay } from '../shared/days'
import { fold, match, query } from '../shared/fold'

/** `Kế hoạch 12/KH-UBND, 15/01/2026`. */
export function labelOf(row: DocumentRow): string {
  const name = [row.kind || 'Văn bản', row.number].filter(Boolean).join(' ')
  return row.day ? `${name}, ${screenDay(row.day)}` : name
}

/** A document as one chooses it while typing its number or its subject. */
export function choiceOf(row: DocumentRow): Choice {
  return { id: row.id, name: labelOf(row), about: row.subject, more: [row.issuer, row.field].join('\n') }
}

export interface DocumentFilter {
  words: string
  kind: string
  field: string
}

export const NO_FILTER: DocumentFilter = { words: '', kind: '', field: '' }

const wordsOf = (row: DocumentRow) => [row.number, row.subject, row.kind, row.issuer, row.field, screenDay(row.day), ...row.files.map((file) => file.name)].join('\n')

export function shownDocuments(documents: readonly DocumentRow[], filter: DocumentFilter): DocumentRow[] {
  const asked = query(filter.words)
  return documents.filter((row) => (filter.kind === '' || row.kind === filter.kind) && (filter.field === '' || row.field === filter.field) && (!asked || match(asked, wordsOf(row)) > 0))
}

/** Each value of a column with its number of documents, in Vietnamese order; empty cells are left out. */
export function tallyBy(documents: readonly DocumentRow[], column: 'kind' | 'field'): [string, number][] {
  const counts = new Map<string, number>()
  for (const row of documents) if (row[column] !== '') counts.set(row[column], (counts.get(row[column]) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a.localeCompare(b, 'vi'))
}

export function emptyForm(view: RegisterView, today: string): DocumentForm {
  return { id: null, kind: view.kinds[0] ?? '', number: '', day: screenDay(today), issuer: view.issuers[0] ?? '', subject: '', field: '' }
}

export function formOf(row: DocumentRow): DocumentForm {
  return { id: row.id, kind: row.kind, number: row.number, day: screenDay(row.day), issuer: row.issuer, subject: row.subject, field: row.field }
}

export function sameForm(a: DocumentForm, b: DocumentForm): boolean {
  return a.kind === b.kind && a.number === b.number && a.day === b.day && a.issuer === b.issuer && a.subject === b.subject && a.field === b.field
}

/** A kept document with the number that is being typed: same issuer, same year, as the ledger will see it. */
export function twinOf(documents: readonly DocumentRow[], form: DocumentForm): DocumentRow | null {
  const number = fold(form.number.trim())
  if (number === '') return null
  const year = isoOf(form.day)?.slice(0, 4)
  return documents.find((row) => row.id !== form.id && fold(row.number) === number && fold(row.issuer) === fold(form.issuer.trim()) && row.day?.slice(0, 4) === year) ?? null
}

export const proposalKey = (one: DoneProposal) => `${one.document}-${one.task}`

/** The proposals that were not refused in this session. */
export function openProposals(proposals: readonly DoneProposal[], refused: ReadonlySet<string>): DoneProposal[] {
  return proposals.filter((one) => !refused.has(proposalKey(one)))
}

/** What noting a proposal records: done on the document's day, the document as evidence. */
export function draftOfProposal(one: DoneProposal) {
  return { tasks: [one.task], state: 'done', day: one.day, note: '', evidence: '', percent: null, new_last: '', reason: '', counts: null, corrects: null, occurrence: one.occurrence, unit: '', documents: [one.document] }
}

/** `1,2 MB`. */
export function sizeOf(bytes: number): string {
  return bytes < 1 << 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / (1 << 20)).toFixed(1).replace('.', ',')} MB`
}
