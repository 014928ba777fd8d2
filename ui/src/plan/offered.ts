/** Units offered while a cell that names units is written. */
import { fold } from '../shared/fold'

const MOST = 5
/** Several units stand behind semicolons or on lines of their own. */
const lastPiece = (typed: string) => typed.slice(Math.max(typed.lastIndexOf(';'), typed.lastIndexOf('\n')) + 1)

/** The units that hold the words of the last piece, in their order; none when it is one already. */
export function offered(units: readonly string[], typed: string): string[] {
  const piece = fold(lastPiece(typed).trim())
  const named = typed.split(/[;\n]/).map((one) => fold(one.trim()))
  if (units.some((unit) => fold(unit) === piece)) return []
  return units.filter((unit) => fold(unit).includes(piece) && !named.includes(fold(unit))).slice(0, MOST)
}

/** The words with the last piece written out. */
export function withUnit(typed: string, unit: string): string {
  const before = typed.slice(0, typed.length - lastPiece(typed).length)
  return before === '' || before.endsWith('\n') ? before + unit : `${before} ${unit}`
}
