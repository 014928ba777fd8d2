/** The day of a note, from the documents chosen as its evidence. */
import type { DocumentRow } from '../bindings/DocumentRow'

interface Noted {
  kind: string
  day: string | null
  /** The officer has said the day: nothing else may change it. */
  touched: boolean
}

/** Done on the day of the first chosen document that has one, as long as nobody typed another. */
export function dayOf(noted: Noted, chosen: readonly number[], documents: readonly DocumentRow[]): string | null {
  if (noted.kind !== 'done' || noted.touched) return noted.day
  const days = chosen.map((id) => documents.find((row) => row.id === id)?.day ?? null)
  return days.find((day) => day !== null) ?? noted.day
}
