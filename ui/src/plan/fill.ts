/** What pasting, filling down and clearing would write: drafts of rows, all to be kept in one change. */
import type { FreshRows } from '../bindings/FreshRows'
import type { PlanView } from '../bindings/PlanView'
import type { TaskDraft } from '../bindings/TaskDraft'
import type { TaskEdit } from '../bindings/TaskEdit'
import type { TaskRow } from '../bindings/TaskRow'
import { fold } from '../shared/fold'
import { COLUMNS, draftOf } from './columns'
import { height, width, type Block } from '../shared/block'
import { LAST_COL } from './ranges'

export interface Change {
  edits: TaskEdit[]
  fresh: FreshRows | null
  /** What could not be written, in sentences for the status bar. */
  left: string[]
}

export interface Pasted extends Change {
  /** The cells that were written. */
  block: Block
}

const BLANK: TaskDraft = { tt: '', content: '', lead: '', coordinating: '', deadline_text: '', product: '', answered_last: null, event_day: null, own_day: null }
const clean = (text: string) => text.replace(/\r\n?/g, '\n').trim().normalize('NFC')

/** A draft with some columns written over; answered days belong to the words they were given for. */
function overwritten(draft: TaskDraft, from: number, texts: readonly string[]): TaskDraft {
  const next = { ...draft }
  texts.forEach((text, at) => {
    const field = COLUMNS[from + at]?.field
    if (field) next[field] = text
  })
  if (next.deadline_text !== draft.deadline_text) next.answered_last = next.event_day = null
  return next
}

/** Rows edited one by one; a task without content is refused by the ledger, and with it the whole change. */
function editing(change: Change): (row: TaskRow, from: number, texts: readonly string[]) => void {
  const say = (words: string) => { if (!change.left.includes(words)) change.left.push(words) }
  return (row, from, texts) => {
    const before = draftOf(row)
    const draft = overwritten(before, from, texts)
    if (draft.content === '' && before.content !== '') {
      draft.content = before.content
      say('Ô nội dung không để trống được nên giữ nguyên')
    }
    if (draft.content === '') say('Dòng chưa có nội dung công việc thì bỏ qua')
    else if (COLUMNS.some(({ field }) => field && draft[field] !== before[field])) change.edits.push({ task: row.id, draft })
  }
}

/** The heads of the paper, or the line of a group, copied along with the rows. */
function isHead(row: readonly string[]): boolean {
  const [first = '', ...rest] = row.map((cell) => cell.trim())
  if (rest.length >= 2 && /^[IVXL]+\s*[.)-]?\s+\S/.test(first) && rest.every((cell) => cell === '')) return true
  return /^s?tt$/.test(fold(first)) && fold(rest[0] ?? '').startsWith('noi dung')
}

/**
 * Cells written from the first cell of the block to the right and down; where the block holds them
 * a whole number of times they fill it. Rows beyond the last shown become new ones below it.
 */
export function paste(tasks: readonly TaskRow[], block: Block, cells: readonly (readonly string[])[], firstTt: number): Pasted {
  const change: Pasted = { edits: [], fresh: null, left: [], block }
  const rows = cells.filter((row) => !isHead(row)).map((row) => row.map(clean))
  const wide = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (rows.length === 0 || wide === 0) return change
  const down = height(block) % rows.length === 0 ? height(block) : rows.length
  const across = width(block) % wide === 0 ? width(block) : wide
  const room = LAST_COL - block.left + 1
  if (across > room) change.left.push(`Bỏ ${across - room} cột thừa ở bên phải`)

  const edit = editing(change)
  const beyond: TaskDraft[] = []
  for (let at = 0; at < down; at++) {
    const source = rows[at % rows.length] ?? []
    const texts = Array.from({ length: Math.min(across, room) }, (_, col) => source[col % wide] ?? '')
    const row = tasks[block.top + at]
    if (row) edit(row, block.left, texts)
    else beyond.push(overwritten(BLANK, block.left, texts))
  }
  const last = tasks.at(-1)
  const whole = beyond.filter((draft) => draft.content !== '')
  const lost = beyond.filter((draft) => draft.content === '' && Object.values(draft).some(Boolean)).length
  if (lost > 0) change.left.push(`Bỏ ${lost} dòng thừa vì không có nội dung công việc`)
  if (last && whole.length > 0) {
    change.fresh = { group: last.group, after: last.id, rows: whole.map((draft, at) => ({ ...draft, tt: draft.tt || String(firstTt + at) })) }
  }
  const bottom = Math.min(block.top + down, tasks.length) - 1 + (change.fresh?.rows.length ?? 0)
  change.block = { ...block, bottom, right: block.left + Math.min(across, room) - 1 }
  return change
}

/** The first row of the block written over those below it; one row alone takes the words of the row above. */
export function fillDown(tasks: readonly TaskRow[], block: Block): Change {
  const change: Change = { edits: [], fresh: null, left: [] }
  const alone = block.top === block.bottom
  const source = tasks[alone ? block.top - 1 : block.top]
  if (!source) return change
  const words = draftOf(source)
  const texts = COLUMNS.slice(block.left, block.right + 1).map(({ field }) => (field ? words[field] : ''))
  const edit = editing(change)
  for (const row of tasks.slice(alone ? block.top : block.top + 1, block.bottom + 1)) edit(row, block.left, texts)
  return change
}

export function clear(tasks: readonly TaskRow[], block: Block): Change {
  const change: Change = { edits: [], fresh: null, left: [] }
  const edit = editing(change)
  const texts = Array.from({ length: width(block) }, () => '')
  for (const row of tasks.slice(block.top, block.bottom + 1)) edit(row, block.left, texts)
  return change
}

/** The words of a block, row by row, as they go to the clipboard. */
export function wordsIn(tasks: readonly TaskRow[], block: Block): string[][] {
  const fields = COLUMNS.slice(block.left, block.right + 1)
  return tasks.slice(block.top, block.bottom + 1).map((row) => fields.map(({ field }) => (field ? row[field] : '')))
}

/** The view with the new words in it already, so that the next edit builds on them. */
export function withEdits(view: PlanView, edits: readonly TaskEdit[]): PlanView {
  const drafts = new Map(edits.map(({ task, draft }) => [task, draft]))
  return {
    ...view,
    tasks: view.tasks.map((row) => {
      const draft = drafts.get(row.id)
      return draft ? { ...row, ...draft, answered_last: draft.answered_last === null ? null : row.answered_last, event_day: draft.event_day === null ? null : row.event_day } : row
    }),
  }
}
