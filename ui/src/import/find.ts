/** Words looked for in the preview. */
import type { DraftRow } from '../bindings/DraftRow'
import { match, query } from '../shared/fold'

/** The rows that hold the words, by their places; none while nothing is looked for. */
export function hitsOf(rows: readonly DraftRow[], words: string): number[] {
  const asked = query(words)
  if (!asked) return []
  return rows.flatMap((row, at) => (match(asked, [row.tt, row.content, row.lead, row.coordinating, row.deadline_text, row.product].join('\n')) > 0 ? [at] : []))
}

/** The next hit after a row (1) or the one before it (-1); round the end. */
export function nextHit(hits: readonly number[], from: number, step: 1 | -1): number | undefined {
  return step === 1 ? (hits.find((row) => row > from) ?? hits[0]) : (hits.findLast((row) => row < from) ?? hits.at(-1))
}
