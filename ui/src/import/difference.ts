/** What differs in a changed row, column by column. */
import type { DifferenceRow } from '../bindings/DifferenceRow'
import type { TaskDraft } from '../bindings/TaskDraft'
import { FIELDS } from './columns'

export interface Change {
  name: string
  before: string
  after: string
}

const CELLS: (keyof TaskDraft)[] = ['tt', 'content', 'lead', 'coordinating', 'deadline_text', 'product']

/** The columns of a changed row; the group, which stands above it already, is named without its words. */
export function changes(row: DifferenceRow): Change[] {
  return row.columns.flatMap((column): Change[] => {
    const cell = CELLS[column]
    if (!cell) return [{ name: 'Nhóm', before: 'nhóm khác', after: row.group }]
    return [{ name: FIELDS[column] ?? '', before: row.before?.[cell] ?? '', after: row.after?.[cell] ?? '' }]
  })
}
