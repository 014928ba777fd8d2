/** Rows in the order of one column; the paper's order stays underneath and comes back with the third click. */
import type { TaskRow } from '../bindings/TaskRow'
import { vietKey } from '../shared/viet'
import { STATE_ORDER } from '../terms'
import type { Field } from './columns'

export type SortKey = Field | 'state'

export interface Sort {
  key: SortKey
  down: boolean
}

/** Up, then down, then as on paper. */
export function nextSort(now: Sort | null, key: SortKey): Sort | null {
  if (now?.key !== key) return { key, down: false }
  return now.down ? null : { key, down: true }
}

/** What a row is sorted by; empty: it has nothing there. */
function keyOf(row: TaskRow, key: SortKey): string {
  if (key === 'state') return String(STATE_ORDER.indexOf(row.state))
  if (key === 'deadline_text') return row.deadline.last ?? ''
  return vietKey(row[key])
}

/** Rows with nothing in the column stand last both ways; equal rows keep the paper's order. */
export function sorted(tasks: readonly TaskRow[], { key, down }: Sort): TaskRow[] {
  const way = down ? -1 : 1
  const keyed = tasks.map((row) => ({ row, key: keyOf(row, key) }))
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0
    if (a.key === '') return 1
    if (b.key === '') return -1
    return a.key < b.key ? -way : way
  })
  return keyed.map(({ row }) => row)
}
