/** Mending a draft before it is kept: one cell, the name of a group, a row taken out. */
import type { DraftRow } from '../bindings/DraftRow'
import type { PlanDraft } from '../bindings/PlanDraft'

export type Field = 'tt' | 'content' | 'lead' | 'coordinating' | 'deadline_text' | 'product' | 'group_name'

/** A draft, and what each of its rows is called while rows come and go. */
export interface Mended {
  draft: PlanDraft
  ids: number[]
}

/** New words in a cell; `null`: they are the old ones. The name of a group is that of all its rows from there on. */
export function mend({ draft, ids }: Mended, at: number, field: Field, text: string): Mended | null {
  const words = text.trim().normalize('NFC')
  const row = draft.rows[at]
  if (!row || row[field] === words) return null
  const inGroup = (other: DraftRow) => other.group_roman === row.group_roman && other.group_name === row.group_name
  let end = at + 1
  if (field === 'group_name') while (end < draft.rows.length && inGroup(draft.rows[end] as DraftRow)) end++
  const rows = draft.rows.map((other, place) => (place >= at && place < end ? { ...other, [field]: words, ...(field === 'deadline_text' ? { answered_last: null } : {}) } : other))
  return { draft: { ...draft, rows }, ids }
}

/** A row out of the draft. */
export function takeOut({ draft, ids }: Mended, at: number): Mended {
  return { draft: { ...draft, rows: draft.rows.filter((_, place) => place !== at) }, ids: ids.filter((_, place) => place !== at) }
}
