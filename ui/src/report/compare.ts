/** Two reports side by side: the words of each side, and the paragraphs that differ. */
import type { BackWords } from '../bindings/BackWords'
import type { ComparedHow } from '../bindings/ComparedHow'
import type { ComparedRow } from '../bindings/ComparedRow'
import type { Comparison } from '../bindings/Comparison'

export const HOW_WORDS: Record<ComparedHow, string> = { same: 'giữ nguyên', changed: 'đã sửa', added: 'đoạn mới', gone: 'đã bỏ' }

/** What one side says: what stayed, and what is this side's own. */
export function sideOf(row: ComparedRow, own: 'gone' | 'new'): BackWords[] {
  return row.words.filter((run) => run.how === 'same' || run.how === own)
}

export interface ShownRow {
  row: ComparedRow
  /** Its place among all, which names it. */
  at: number
  /** The heading of its section, before the first row shown of it; else empty. */
  heading: string
}

/** The rows to show; a heading stays before the first of its section that is shown. */
export function rowsOf(comparison: Comparison, onlyChanged: boolean): ShownRow[] {
  const shown: ShownRow[] = []
  let heading = ''
  for (const [at, row] of comparison.rows.entries()) {
    if (row.heading !== '') heading = row.heading
    if (onlyChanged && row.how === 'same') continue
    shown.push({ row, at, heading })
    heading = ''
  }
  return shown
}

/** What is to be said above them. */
export function said(comparison: Comparison): string {
  const same = comparison.rows.length - comparison.changed
  return comparison.changed === 0 ? 'Hai báo cáo giống hệt nhau' : `${comparison.changed} đoạn khác, ${same} đoạn giữ nguyên`
}
