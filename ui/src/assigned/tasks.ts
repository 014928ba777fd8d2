/** Assigned tasks: the counts of the form, and which rows stand behind each. */
import type { AssignedForm } from '../bindings/AssignedForm'
import type { AssignedRow } from '../bindings/AssignedRow'
import type { AssignedView } from '../bindings/AssignedView'
import type { State } from '../bindings/State'
import { screenDay } from '../shared/days'
import { match, query } from '../shared/fold'

export type Level = 'above' | 'own'

/** One count of the form: which rows it counts. */
export interface Tally {
  key: string
  words: string
  count: number
  look: string
  of: (row: AssignedRow) => boolean
}

const among = (states: State[]) => (row: AssignedRow) => row.counted && states.includes(row.row.state)

/** The rows of the form; "không thực hiện" only when there are some. */
export function tallies(view: AssignedView): Tally[] {
  const { counts } = view
  const list: Tally[] = [
    { key: 'all', words: 'Tổng số', count: counts.total, look: '', of: (row) => row.counted },
    { key: 'done-on-time', words: 'Đúng hạn', count: counts.done_on_time, look: 'done', of: among(['done-on-time']) },
    { key: 'done-late', words: 'Xong, quá hạn', count: counts.done_late, look: 'late', of: among(['done-late']) },
    { key: 'overdue', words: 'Quá hạn', count: counts.overdue, look: 'overdue', of: among(['overdue']) },
    { key: 'doing', words: 'Đang làm', count: counts.in_progress + counts.not_started, look: 'doing', of: among(['in-progress', 'not-started']) },
  ]
  if (counts.stopped > 0) list.push({ key: 'stopped', words: 'Dừng', count: counts.stopped, look: 'stopped', of: among(['stopped']) })
  return list
}

export function shownTasks(view: AssignedView, tally: Tally | null, words: string): AssignedRow[] {
  const asked = query(words)
  return view.rows.filter((row) => {
    if (tally && !tally.of(row)) return false
    return !asked || match(asked, [row.row.tt, row.row.content, row.row.lead, row.giver, row.document, row.row.deadline_text].join('\n')) > 0
  })
}

export function emptyForm(level: Level, today: string): AssignedForm {
  return { id: null, level, given: screenDay(today), giver: '', document: '', document_id: null, tt: '', content: '', lead: '', coordinating: '', deadline_text: '', answered_last: null, product: '', linked: null }
}

export function formOf(level: Level, one: AssignedRow): AssignedForm {
  const { row } = one
  return {
    id: row.id, level, given: screenDay(one.given), giver: one.giver, document: one.document, document_id: one.document_id, tt: row.tt, content: row.content, lead: row.lead,
    coordinating: row.coordinating, deadline_text: row.deadline_text, answered_last: row.answered_last && screenDay(row.answered_last), product: row.product, linked: one.linked?.id ?? null,
  }
}
