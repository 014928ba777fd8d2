/** Assigned tasks: the counts of the form, and which rows stand behind each. */
import type { AssignedForm } from '../bindings/AssignedForm'
import type { AssignedRow } from '../bindings/AssignedRow'
import type { AssignedView } from '../bindings/AssignedView'
import type { LinkRow } from '../bindings/LinkRow'
import type { State } from '../bindings/State'
import type { Choice } from '../shared/choose'
import { screenDay } from '../shared/days'
import { match, query } from '../shared/fold'
import { STATES } from '../terms'

export type Level = 'above' | 'own'

/** One count of the form: which rows it counts. */
export interface Tally {
  key: string
  words: string
  count: number
  /** The sign before its words; `null`: a sum, not a state. */
  sign: State | null
  of: (row: AssignedRow) => boolean
}

const among = (...states: State[]) => (row: AssignedRow) => row.counted && states.includes(row.row.state)
const dated = (row: AssignedRow) => row.row.deadline.last !== null || row.row.deadline.occurrences.length > 0

/** Tổng số and its two parts: with and without a deadline. */
export function sums(view: AssignedView): [Tally, Tally, Tally] {
  const { counts } = view
  return [
    { key: 'all', words: 'Tổng số', count: counts.total, sign: null, of: (row) => row.counted },
    { key: 'dated', words: 'có hạn', count: counts.with_deadline, sign: null, of: (row) => row.counted && dated(row) },
    { key: 'undated', words: 'không hạn', count: counts.without_deadline, sign: null, of: (row) => row.counted && !dated(row) },
  ]
}

/** The results as the form names them; "không thực hiện" only where there are some. */
export function results(view: AssignedView): Tally[] {
  const { counts } = view
  const one = (state: State, words: string, count: number, ...more: State[]): Tally => ({ key: state === 'in-progress' ? 'doing' : state, words, count, sign: state, of: among(state, ...more) })
  const list = [
    one('done-on-time', 'Đúng hạn', counts.done_on_time),
    one('done-late', STATES['done-late'].word, counts.done_late),
    one('overdue', STATES.overdue.word, counts.overdue),
    one('in-progress', STATES['in-progress'].word, counts.in_progress + counts.not_started, 'not-started'),
  ]
  if (counts.stopped > 0) list.push(one('stopped', STATES.stopped.word, counts.stopped))
  return list
}

export const tallies = (view: AssignedView): Tally[] => [...sums(view), ...results(view)]

export function shownTasks(view: AssignedView, tally: Tally | null, words: string): AssignedRow[] {
  const asked = query(words)
  return view.rows.filter((one) => {
    if (tally && !tally.of(one)) return false
    const { row } = one
    return !asked || match(asked, [row.tt, row.content, row.lead, row.coordinating, row.product, one.giver, one.document, row.deadline_text, screenDay(one.given)].join('\n')) > 0
  })
}

/** Why a row is in the list and not in the counts; empty for one that counts. */
export function whyNot(one: AssignedRow, from: string): string {
  if (one.counted) return ''
  if (one.row.state === 'stopped') return 'không thực hiện, không tính'
  return `xong trước ${screenDay(from)}, không tính`
}

/** A row of a plan as one chooses it while typing its TT or its words. */
export function choiceOf(row: LinkRow): Choice {
  return { id: row.id, name: `TT ${row.tt}`, about: row.content }
}

export function emptyForm(level: Level, today: string): AssignedForm {
  return { id: null, level, given: screenDay(today), giver: '', document: '', document_id: null, tt: '', content: '', lead: '', coordinating: '', deadline_text: '', answered_last: null, event_day: null, product: '', linked: null }
}

export function formOf(level: Level, one: AssignedRow): AssignedForm {
  const { row } = one
  return {
    id: row.id, level, given: screenDay(one.given), giver: one.giver, document: one.document, document_id: one.document_id, tt: row.tt, content: row.content, lead: row.lead,
    coordinating: row.coordinating, deadline_text: row.deadline_text, answered_last: row.answered_last && screenDay(row.answered_last), event_day: row.event_day && screenDay(row.event_day), product: row.product, linked: one.linked?.id ?? null,
  }
}

/** The form as it is kept: one way of writing, no blanks at the ends. */
export function tidy(form: AssignedForm): AssignedForm {
  const nfc = (text: string) => text.trim().normalize('NFC')
  return {
    ...form, giver: nfc(form.giver), document: form.document_id === null ? nfc(form.document) : '', content: nfc(form.content), lead: nfc(form.lead), coordinating: nfc(form.coordinating),
    deadline_text: nfc(form.deadline_text), product: nfc(form.product), tt: nfc(form.tt),
  }
}
