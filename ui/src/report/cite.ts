/** The documents that can be cited: those that match what is typed, the latest first. */
import type { DocumentRow } from '../bindings/DocumentRow'
import { match, query } from '../shared/fold'

/** So many are listed; more are found by more words. */
const SHOWN = 100

export function citable(documents: readonly DocumentRow[], words: string): DocumentRow[] {
  const asked = words.trim().split(/\s+/).map(query).filter((one) => one !== null)
  const told = (one: DocumentRow) => `${one.full} ${one.field}`
  const found = documents.filter((one) => asked.every((word) => match(word, told(one)) > 0))
  return found.toSorted((a, b) => (b.day ?? '').localeCompare(a.day ?? '') || b.id - a.id).slice(0, SHOWN)
}
