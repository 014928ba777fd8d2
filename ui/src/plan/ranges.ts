/** A block of cells in the grid: which rows and columns, and what is written into them at once. */
import type { FreshRows } from '../bindings/FreshRows'
import type { TaskDraft } from '../bindings/TaskDraft'
import type { TaskEdit } from '../bindings/TaskEdit'
import type { TaskRow } from '../bindings/TaskRow'
import { STATES } from '../terms'
import { COLUMNS, draftOf } from './columns'
import { nextTt, type Item } from './rows'

export interface Place {
  key: string
  col: number
}

/** Rows by their place among the items, columns by number; ends included. */
export interface Block {
  from: number
  to: number
  left: number
  right: number
}

/** The block between two corners; `null` when one of them is not shown. */
export function block(index: ReadonlyMap<string, number>, anchor: Place | null, active: Place | null): Block | null {
  const [one, other] = [index.get(anchor?.key ?? active?.key ?? ''), index.get(active?.key ?? '')]
  if (one === undefined || other === undefined || !active) return null
  const col = anchor?.col ?? active.col
  return { from: Math.min(one, other), to: Math.max(one, other), left: Math.min(col, active.col), right: Math.max(col, active.col) }
}

export const isOneCell = (area: Block) => area.from === area.to && area.left === area.right

/** The task rows of a block; group rows between them are passed over. */
export function tasksIn(items: readonly Item[], area: Block): TaskRow[] {
  return items.slice(area.from, area.to + 1).flatMap((item) => (item.kind === 'task' ? [item.row] : []))
}

/** The words of a block, a list a row. */
export function wordsOf(items: readonly Item[], area: Block): string[][] {
  const columns = COLUMNS.slice(area.left, area.right + 1)
  return tasksIn(items, area).map((row) => columns.map((column) => (column.field ? row[column.field] : STATES[row.state].word)))
}

/** What is to be written, as the core takes it in one change. */
export interface Writing {
  edits: TaskEdit[]
  fresh: FreshRows | null
  /** Columns of the clipboard that found no place. */
  dropped: number
}

/** New words in one cell of a draft; a day that was answered belongs to the words it was answered for. */
function put(draft: TaskDraft, col: number, text: string): boolean {
  const field = COLUMNS[col]?.field
  if (!field) return false
  const words = text.trim().normalize('NFC')
  if (field === 'deadline_text' && draft.deadline_text !== words) draft.answered_last = null
  draft[field] = words
  return true
}

const changed = (row: TaskRow, draft: TaskDraft) => COLUMNS.some(({ field }) => field !== null && row[field] !== draft[field])

/** Cells of the clipboard from the block's first cell on; one cell alone fills the whole block. Rows beyond the last are new ones. */
export function pasted(items: readonly Item[], all: readonly TaskRow[], area: Block, cells: readonly (readonly string[])[]): Writing {
  const one = cells.length === 1 && cells[0]?.length === 1
  const targets = one ? tasksIn(items, area) : items.slice(area.from).flatMap((item) => (item.kind === 'task' ? [item.row] : []))
  const writing: Writing = { edits: [], fresh: null, dropped: 0 }
  const rows = one ? targets.map(() => Array.from({ length: area.right - area.left + 1 }, () => cells[0]?.[0] ?? '')) : cells
  let number = Number(nextTt(all))
  rows.forEach((words, nth) => {
    const row = targets[nth]
    const draft: TaskDraft = row ? draftOf(row) : { tt: '', content: '', lead: '', coordinating: '', deadline_text: '', product: '', answered_last: null, own_day: null }
    words.forEach((text, at) => {
      if (!put(draft, area.left + at, text)) writing.dropped = Math.max(writing.dropped, words.length - at)
    })
    if (row) {
      if (changed(row, draft)) writing.edits.push({ task: row.id, draft })
      return
    }
    const last = targets.at(-1)
    if (!last || words.every((text) => text.trim() === '')) return
    if (draft.tt === '') draft.tt = String(number++)
    writing.fresh ??= { group: last.group, after: last.id, rows: [] }
    writing.fresh.rows.push(draft)
  })
  return writing
}

/** Ctrl+D: the first row of the block in those below it; one cell alone takes the words of the row above. */
export function filledDown(items: readonly Item[], area: Block): Writing {
  const rows = tasksIn(items, area)
  const above = items.slice(0, area.from).findLast((item) => item.kind === 'task')
  const source = rows.length > 1 ? rows[0] : above?.kind === 'task' ? above.row : undefined
  const edits = source ? write(rows.length > 1 ? rows.slice(1) : rows, area, (col) => source[COLUMNS[col]?.field ?? 'tt']) : []
  return { edits, fresh: null, dropped: 0 }
}

/** Delete: the cells of the block are empty. */
export function cleared(items: readonly Item[], area: Block): Writing {
  return { edits: write(tasksIn(items, area), area, () => ''), fresh: null, dropped: 0 }
}

function write(rows: readonly TaskRow[], area: Block, words: (col: number) => string): TaskEdit[] {
  return rows.flatMap((row) => {
    const draft = draftOf(row)
    for (let col = area.left; col <= area.right; col++) if (COLUMNS[col]?.field) put(draft, col, words(col))
    return changed(row, draft) ? [{ task: row.id, draft }] : []
  })
}
