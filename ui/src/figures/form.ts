/** The higher office's form: which figure stands in which row, and what will be written. */
import type { FormColumns } from '../bindings/FormColumns'
import type { FormDraft } from '../bindings/FormDraft'
import type { FormFigure } from '../bindings/FormFigure'
import type { FormRow } from '../bindings/FormRow'
import type { FormTable } from '../bindings/FormTable'
import type { FormView } from '../bindings/FormView'

export interface FormChoices {
  /** By table and place. */
  rows: Record<string, { figure: string; /** False: a guess that nobody confirmed; it is not written. */ sure: boolean }>
}

export const keyOf = (table: FormTable, row: FormRow): string => `${table.place}:${row.place}`

export function chosenOf(view: FormView): FormChoices {
  const rows = view.tables.flatMap((table) => table.rows.map((row) => [keyOf(table, row), { figure: row.figure, sure: row.sure }] as const))
  return { rows: Object.fromEntries(rows) }
}

/** The columns that the officer chose for a table, with one more choice: the one that names the rows is never filled. */
export function columnsAgain(said: FormColumns | undefined, place: number, chosen: Partial<FormColumns>): FormColumns {
  const columns = { ...(said ?? { table: place, words: null, value: null }), ...chosen }
  return columns.words !== null && columns.words === columns.value ? { ...columns, value: null } : columns
}

/**
 * The choices once a form was read again by other columns: rows of that table are matched anew, but for those the officer
 * told by hand; other tables stay as they are.
 */
export function chosenAgain(before: FormView, chosen: FormChoices, next: FormView, place: number): FormChoices {
  const told = new Map(before.tables.flatMap((table) => table.rows.map((row) => [keyOf(table, row), row] as const)))
  const again = chosenOf(next)
  for (const table of next.tables)
    for (const row of table.rows) {
      const key = keyOf(table, row)
      const [own, was] = [chosen.rows[key], told.get(key)]
      const byHand = own && (own.figure !== was?.figure || own.sure !== was.sure)
      if (own && (table.place !== place || byHand)) again.rows[key] = own
    }
  return again
}

const written = (chosen: FormChoices, table: FormTable, row: FormRow): string => {
  const own = chosen.rows[keyOf(table, row)]
  return own?.sure ? own.figure : ''
}

export interface Shown {
  value: string | null
  /** It is not as ours is written. */
  other: boolean
  doubt: string
}

/** What stands in a row: the figure's value in the unit the form asks for, and why to look at it again. */
export function shownIn(row: FormRow, figure: FormFigure | undefined): Shown {
  if (!figure) return { value: '', other: false, doubt: '' }
  const told = figure.amounts.find(([unit]) => unit === row.unit_key)
  const doubt = !told && row.unit_own && figure.value !== null ? `Biểu hỏi theo “${row.unit}”, số này theo “${figure.unit}”` : ''
  return { value: told ? told[1] : figure.value, other: told !== undefined && told[1] !== figure.value, doubt }
}

/** What is sent: confirmed rows with their figure, confirmed blanks too; guesses are left out, and tables whose column nobody knows. */
export function draftOf(view: FormView, chosen: FormChoices, asOf: string): FormDraft {
  const rows = view.tables.flatMap((table) => {
    const value = table.value
    if (value === null) return []
    return table.rows
      .filter((row) => chosen.rows[keyOf(table, row)]?.sure)
      .map((row) => ({ table: table.place, place: row.place, value, key: row.key, figure: written(chosen, table, row), unit_key: row.unit_key }))
  })
  return { from: view.from, to: view.to, as_of: asOf, rows }
}

/** What stands in the cell of a row before it is filled, and whether it stays there: no value is written over it. */
export interface There {
  text: string
  stays: boolean
}

export function thereIn(view: FormView, table: FormTable, row: FormRow, chosen: FormChoices): There {
  const text = table.value === null ? '' : (row.cells[table.value] ?? '')
  const figure = written(chosen, table, row)
  return { text, stays: !view.figures.some((one) => one.id === figure && one.value !== null) }
}

/** Cells that keep their old words though a figure was meant for them: its name and the words. */
export function keptIn(view: FormView, chosen: FormChoices): string[] {
  const names = new Map(view.figures.map((figure) => [figure.id, figure.name]))
  return view.tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      const name = names.get(chosen.rows[keyOf(table, row)]?.figure ?? '')
      const there = thereIn(view, table, row, chosen)
      return name !== undefined && there.stays && there.text !== '' ? [`${name} “${there.text}”`] : []
    }),
  )
}

export interface FormTally {
  filled: number
  unsure: number
  missing: number
  none: number
  /** Rows with a value, of tables whose column the officer has to choose. */
  columnless: number
}

export function tally(view: FormView, chosen: FormChoices): FormTally {
  const values = new Map(view.figures.map((figure) => [figure.id, figure.value]))
  const counts = { filled: 0, unsure: 0, missing: 0, none: 0, columnless: 0 }
  for (const table of view.tables)
    for (const row of table.rows) {
      const own = chosen.rows[keyOf(table, row)]
      if (!own?.figure) counts.none += 1
      else if (!own.sure) counts.unsure += 1
      else if (values.get(own.figure) == null) counts.missing += 1
      else if (table.value === null) counts.columnless += 1
      else counts.filled += 1
    }
  return counts
}

/** Without the dots of thousands: to a program set to English they part decimals. */
const pasted = (value: string): string => (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(value) ? value.replaceAll('.', '') : value)

/** A column of a table in the form's order, a line a row, to be pasted into the form. */
export function columnOf(view: FormView, table: FormTable, chosen: FormChoices): string {
  const figures = new Map(view.figures.map((figure) => [figure.id, figure]))
  const by = new Map(table.rows.map((row) => [row.place, pasted(shownIn(row, figures.get(written(chosen, table, row))).value ?? '')]))
  const [first, last] = [table.rows[0]?.place ?? 0, table.rows.at(-1)?.place ?? -1]
  // Rows without words are lines too: else all below them would be pasted one row too high.
  return Array.from({ length: last - first + 1 }, (_, nth) => by.get(first + nth) ?? '').join('\n')
}

export function sortedFigures(view: FormView): FormView['figures'] {
  return [...view.figures].sort((a, b) => a.name.localeCompare(b.name, 'vi'))
}
