/** The notes in the margin of a field, and where F8 goes next. */
import type { FigureDoubt } from '../bindings/FigureDoubt'
import type { FigureGroup } from '../bindings/FigureGroup'
import type { FiguresView } from '../bindings/FiguresView'

export type Note =
  | { kind: 'doubt'; key: string; n: number; row: string; doubt: FigureDoubt }
  | { kind: 'missing'; key: string; row: string; count: number; sources: [string, number][]; only: { value: string; unit: string; source: string } | null }
  | { kind: 'older'; key: string; row: string; count: number; day: string }

/** The row a doubt is shown at: the one whose change would settle it, else the last one it speaks of. */
export function anchorOf(doubt: FigureDoubt, group: FigureGroup): string | null {
  const here = new Set(group.rows.map((row) => row.form.id))
  const mended = doubt.mends.map((mend) => mend.figure).find((figure) => here.has(figure) && doubt.figures.includes(figure))
  return mended ?? doubt.figures.findLast((figure) => here.has(figure)) ?? null
}

/** Notes of a field in the order of its rows: what does not agree, and what is missing though it was told last time. */
export function notesOf(view: FiguresView, group: FigureGroup): Note[] {
  const place = new Map(group.rows.map((row, at) => [row.form.id, at]))
  const doubts = view.doubts
    .map((doubt) => ({ doubt, row: anchorOf(doubt, group) }))
    .filter((one): one is { doubt: FigureDoubt; row: string } => one.row !== null)
    .sort((a, b) => (place.get(a.row) ?? 0) - (place.get(b.row) ?? 0))
  const notes: Note[] = doubts.map(({ doubt, row }, at) => ({ kind: 'doubt', key: doubt.about, n: at + 1, row, doubt }))
  const lacking = group.rows.filter((row) => row.typed && row.now.shown === '' && row.last.shown !== '' && row.form.kind !== 'total')
  const [first] = lacking
  if (first) {
    const sources = new Map<string, number>()
    for (const row of lacking) sources.set(row.last.source, (sources.get(row.last.source) ?? 0) + 1)
    const only = lacking.length === 1 ? { value: first.last.shown, unit: first.form.unit, source: first.last.source } : null
    notes.push({ kind: 'missing', key: 'missing', row: first.form.id, count: lacking.length, sources: [...sources].sort((a, b) => b[1] - a[1]), only })
  }
  const older = group.rows.filter((row) => row.older && row.told !== null)
  const [oldest] = older
  if (oldest) notes.push({ kind: 'older', key: 'older', row: oldest.form.id, count: older.length, day: older.reduce((day, row) => ((row.now.as_of ?? day) < day ? (row.now.as_of ?? day) : day), view.as_of) })
  return notes.sort((a, b) => (place.get(a.row) ?? 0) - (place.get(b.row) ?? 0))
}

export interface Placed {
  note: Note
  top: number
  /** The middle of its row. */
  row: number
}

const RISE = 12
const GAP = 10

/** Each note stands beside its row, or below the note before it where there is no room. */
export function placeNotes(notes: readonly Note[], middle: (row: string) => number | undefined, height: (key: string) => number): Placed[] {
  let free = 34
  return notes.map((note) => {
    const row = middle(note.row) ?? 0
    const top = Math.max(free, row - RISE - 11)
    free = top + height(note.key) + GAP
    return { note, top, row }
  })
}

/** From the edge of the sheet to the number of the note. */
export function tie({ row, top }: Placed): string {
  const to = top + RISE + 11
  return Math.abs(to - row) < 3 ? `M0 ${row}H22` : `M0 ${row}h8L14 ${to}h8`
}

export interface Target {
  field: number
  row: string
  about: string | null
}

/** What F8 walks through: cells that were refused and open doubts; without any, what is missing though it was told last time. */
export function targetsOf(view: FiguresView, wrong: (figure: string) => boolean): Target[] {
  const seen = new Set<string>()
  const asks: Target[] = []
  const lacks: Target[] = []
  view.groups.forEach((group, field) => {
    const anchors = new Map<string, string>()
    for (const doubt of view.doubts) {
      const row = doubt.note === '' && !seen.has(doubt.about) ? anchorOf(doubt, group) : null
      if (row === null) continue
      seen.add(doubt.about)
      anchors.set(row, doubt.about)
    }
    for (const { form, typed, now, last } of group.rows) {
      const about = anchors.get(form.id)
      if (about !== undefined || wrong(form.id)) asks.push({ field, row: form.id, about: about ?? null })
      else if (typed && now.shown === '' && last.shown !== '') lacks.push({ field, row: form.id, about: null })
    }
  })
  return asks.length > 0 ? asks : lacks
}

/** The target after, or before, the row one stands on. */
export function nextTarget(view: FiguresView, targets: readonly Target[], field: number, row: string | null, step: 1 | -1): Target | null {
  const at = (target: Target) => target.field * 10_000 + (view.groups[target.field]?.rows.findIndex((one) => one.form.id === target.row) ?? 0)
  const here = field * 10_000 + (view.groups[field]?.rows.findIndex((one) => one.form.id === row) ?? -1)
  const next = step === 1 ? (targets.find((one) => at(one) > here) ?? targets[0]) : (targets.findLast((one) => at(one) < here) ?? targets.at(-1))
  return next ?? null
}
