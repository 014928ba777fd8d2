/** What the earlier report said, beside the text that is being written. */
import type { ComparedRow } from '../bindings/ComparedRow'
import type { Comparison } from '../bindings/Comparison'
import type { ShownRow } from './compare'

/** What stands beside the text. */
export type Side = 'page' | 'last'

/** Where the caret stands: a paragraph of a section, or nowhere in its text. */
export interface Caret {
  section: string
  block: string
}

/** The paragraphs of the earlier report in order, each with the heading it was the first of. */
export function earlierRows(comparison: Comparison): ShownRow[] {
  const shown: ShownRow[] = []
  let heading = ''
  for (const [at, row] of comparison.rows.entries()) {
    if (row.heading !== '') heading = row.was
    if (row.how === 'added') continue
    shown.push({ row, at, heading })
    heading = ''
  }
  return shown
}

/**
 * The place in `rows` of what the caret's paragraph was. A paragraph that is new has none: then it is the nearest one before it
 * in its section, else the section's first; `null` where the earlier report has nothing of this section.
 */
export function rowAt(all: readonly ComparedRow[], rows: readonly ShownRow[], caret: Caret): number | null {
  const here = all.findIndex((row) => row.section === caret.section && row.block !== '' && row.block === caret.block)
  const mine = rows.filter(({ row }) => row.section === caret.section)
  return (mine.findLast(({ at }) => at <= here) ?? mine[0])?.at ?? null
}
