/** Rows in another order than the paper's, for looking. */
import type { TaskRow } from '../bindings/TaskRow'
import { compareViet } from '../shared/viet'
import { STATE_ORDER } from '../terms'
import { COLUMNS } from './columns'

export interface Sort {
  col: number
  down: boolean
}

/** A click on a heading: up, down, and back to the paper's order. */
export function clicked(sort: Sort | null, col: number): Sort | null {
  if (sort?.col !== col) return { col, down: false }
  return sort.down ? null : { col, down: true }
}

/** Empty cells and rows without a last day come last, whichever way. */
export function sorted(rows: readonly TaskRow[], sort: Sort): TaskRow[] {
  const field = COLUMNS[sort.col]?.field ?? null
  const key = (row: TaskRow): string => (field === 'deadline_text' ? (row.deadline.last ?? '') : field === null ? String(STATE_ORDER.indexOf(row.state)) : row[field])
  const keyed = rows.map((row) => ({ row, key: key(row) }))
  const way = sort.down ? -1 : 1
  keyed.sort((a, b) => Number(a.key === '') - Number(b.key === '') || way * compareViet(a.key, b.key))
  return keyed.map((one) => one.row)
}
