/** What must be looked at before a plan is kept: doubts in the order of the rows, and their answers. */
import type { DraftRow } from '../bindings/DraftRow'
import type { PlanDraft } from '../bindings/PlanDraft'
import { parseDay, screenDay } from '../shared/days'

export type Cell = 'tt' | 'content' | 'lead' | 'coordinating' | 'deadline' | 'product'

export interface Doubt {
  n: number
  /** Stays the same when the draft is read again and this doubt with it. */
  key: string
  /** Index of its row; `null`: it speaks of the whole file. */
  row: number | null
  cell: Cell | null
  /** A deadline is asked for; anything else is looked at and left as it stands. */
  deadline: boolean
  /** Numbers skipped before this row. */
  missing: string
  sentence: string
}

export type Answer = { way: 'day'; typed: string } | { way: 'end' } | { way: 'request' } | { way: 'later' } | { way: 'seen' }

const CELLS: [RegExp, Cell][] = [[/^tt-/, 'tt'], [/^deadline-/, 'deadline'], [/^(lead|unit)-/, 'lead'], [/^coordinating-/, 'coordinating'], [/^product-/, 'product']]

function cellOf(code: string): Cell {
  return CELLS.find(([pattern]) => pattern.test(code))?.[1] ?? 'content'
}

/** `22`, `22–24` when numbers are skipped between two rows, else empty. */
export function skipped(before: DraftRow | undefined, row: DraftRow): string {
  const [from, to] = [Number(before?.tt), Number(row.tt)]
  if (!before || !Number.isInteger(from) || !Number.isInteger(to) || to <= from + 1) return ''
  return to === from + 2 ? String(from + 1) : `${from + 1}–${to - 1}`
}

/** `ids`: what each row is called while rows are taken out; its place when nothing is said. */
export function doubtsOf(draft: PlanDraft, ids: readonly number[] = []): Doubt[] {
  const doubts: Omit<Doubt, 'n'>[] = draft.warnings.map((note) => ({ key: `all:${note.sentence}`, row: null, cell: null, deadline: false, missing: '', sentence: note.sentence }))
  draft.rows.forEach((row, at) => {
    const id = ids[at] ?? at
    for (const note of row.warnings) {
      if (note.code === 'deadline-unknown') continue
      const missing = note.code === 'tt-gap' ? skipped(draft.rows[at - 1], row) : ''
      doubts.push({ key: `${id}:${note.code}:${note.sentence}`, row: at, cell: cellOf(note.code), deadline: false, missing, sentence: note.sentence })
    }
    const asked = row.warnings.find((note) => note.code === 'deadline-unknown')
    if (asked || row.deadline.kind === 'unknown') {
      doubts.push({ key: `${id}:deadline:${row.deadline_text}`, row: at, cell: 'deadline', deadline: true, missing: '', sentence: asked?.sentence ?? `“${row.deadline_text}” là đến hạn ngày nào?` })
    }
  })
  return doubts.map((doubt, at) => ({ ...doubt, n: at + 1 }))
}

/** An answer that still lacks its day is none. */
export function settled(answer: Answer | undefined, today: string): boolean {
  return answer !== undefined && (answer.way !== 'day' || parseDay(answer.typed, today) !== null)
}

/** The draft with the answered days in it, ready to be kept. */
export function answered(draft: PlanDraft, doubts: readonly Doubt[], answers: Readonly<Record<string, Answer>>): PlanDraft {
  const days = new Map<number, string | null>()
  for (const doubt of doubts) {
    const answer = answers[doubt.key]
    if (!doubt.deadline || doubt.row === null || !answer) continue
    const day = answer.way === 'day' ? parseDay(answer.typed, draft.from) : answer.way === 'end' ? draft.to : null
    days.set(doubt.row, day && screenDay(day))
  }
  return { ...draft, rows: draft.rows.map((row, at) => (days.has(at) ? { ...row, answered_last: days.get(at) ?? null } : row)) }
}

export type Line =
  | { kind: 'group'; key: string; at: number; roman: string; name: string }
  | { kind: 'row'; key: string; at: number; row: DraftRow }
  | { kind: 'fold'; key: string; from: number; to: number; words: string }
  | { kind: 'missing'; key: string; doubt: Doubt }

function foldWords(rows: readonly DraftRow[], from: number, to: number): string {
  const [first, last] = [rows[from], rows[to - 1]]
  const count = `${to - from} dòng`
  if (!first || !last) return count
  return first.tt === last.tt ? `TT ${first.tt}: ${count}` : `TT ${first.tt || '…'}–${last.tt || '…'}: ${count}`
}

/** The lines of the sheet; with `only`, runs of rows nobody must look at are folded away. */
export function layLines(draft: PlanDraft, doubts: readonly Doubt[], only: boolean, opened: ReadonlySet<number>): Line[] {
  const asked = new Set(doubts.flatMap((doubt) => (doubt.row === null ? [] : [doubt.row])))
  const gaps = new Map(doubts.flatMap((doubt) => (doubt.row !== null && doubt.missing ? [[doubt.row, doubt]] : [])))
  const near = (at: number) => !only || asked.has(at) || asked.has(at + 1) || asked.has(at - 1)
  const lines: Line[] = []
  let group = ''
  let openUntil = 0
  for (let at = 0; at < draft.rows.length; at++) {
    const row = draft.rows[at]
    if (!row) continue
    if (at >= openUntil && !near(at)) {
      let to = at
      while (to < draft.rows.length && !near(to)) to++
      if (to - at > 1 && !opened.has(at)) {
        lines.push({ kind: 'fold', key: `f${at}`, from: at, to, words: foldWords(draft.rows, at, to) })
        at = to - 1
        continue
      }
      openUntil = to
    }
    const name = `${row.group_roman} ${row.group_name}`
    if (name !== group) {
      group = name
      lines.push({ kind: 'group', key: `g${at}`, at, roman: row.group_roman, name: row.group_name })
    }
    const gap = gaps.get(at)
    if (gap) lines.push({ kind: 'missing', key: `m${gap.n}`, doubt: gap })
    lines.push({ kind: 'row', key: `r${at}`, at, row })
  }
  return lines
}
