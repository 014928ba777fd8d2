/** The columns of the appendix, left to right, as on paper. */
import type { TaskDraft } from '../bindings/TaskDraft'
import type { TaskRow } from '../bindings/TaskRow'
import { screenDay } from '../shared/days'

export type Field = 'tt' | 'content' | 'lead' | 'coordinating' | 'deadline_text' | 'product'

export interface ColumnTerm {
  field: Field | null
  head: string
}

export const COLUMNS: ColumnTerm[] = [
  { field: 'tt', head: 'TT' },
  { field: 'content', head: 'Nội dung công việc' },
  { field: 'lead', head: 'Cơ quan chủ trì' },
  { field: 'coordinating', head: 'Cơ quan phối hợp' },
  { field: 'deadline_text', head: 'Thời gian hoàn thành' },
  { field: 'product', head: 'Sản phẩm' },
  { field: null, head: 'Tình trạng' },
]

export const STATE_COLUMN = COLUMNS.length - 1

/** What a screen reader says of a cell: its column and its words. */
export function saysOf(row: TaskRow, at: number): string {
  const column = COLUMNS[at]
  return column?.field ? `${column.head}: ${row[column.field] || 'trống'}` : ''
}

/** The words of a row as a draft, with the days the officer once answered. */
export function draftOf(row: TaskRow): TaskDraft {
  return {
    tt: row.tt,
    content: row.content,
    lead: row.lead,
    coordinating: row.coordinating,
    deadline_text: row.deadline_text,
    product: row.product,
    answered_last: row.answered_last && screenDay(row.answered_last),
    event_day: row.event_day && screenDay(row.event_day),
    // Nothing is said of it: it stays as it is.
    own_day: null,
  }
}

/** The words of a row with the day of the event its deadline counts from; the count takes the place of an answered day. */
export function countedFrom(row: TaskRow, day: string): TaskDraft {
  const draft = draftOf(row)
  return { ...draft, event_day: screenDay(day), answered_last: day === '' ? draft.answered_last : null }
}

export const GROUP_HEIGHT = 33
const LINE = 22
const LETTER = 8.4
const PADDING = 15

/** A guess of a row's height in columns of these widths, put right as soon as it is drawn. */
export function guessHeight(row: TaskRow, widths: readonly number[]): number {
  let lines = 2
  COLUMNS.forEach(({ field }, at) => {
    if (field === null || field === 'tt') return
    const room = Math.max(3, ((widths[at] ?? 100) - PADDING) / LETTER)
    lines = Math.max(lines, Math.ceil(row[field].length / room) + (field === 'deadline_text' ? 1 : 0))
  })
  return lines * LINE + 11
}
