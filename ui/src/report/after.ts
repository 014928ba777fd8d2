/** After a report was issued: what corrects it. */
import type { Correction } from '../bindings/Correction'

/** The lines as they were meant: tidied, empty ones left out. */
export function corrections(rows: readonly Correction[]): Correction[] {
  const tidy = (text: string) => text.trim().normalize('NFC')
  return rows.map((row) => ({ place: tidy(row.place), was: tidy(row.was), is: tidy(row.is) })).filter((row) => row.place + row.was + row.is !== '')
}
