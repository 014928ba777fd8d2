/** What is to be looked at in a report: the open marks, what may be answered, the way from one to the next. */
import type { MarkAnswer } from '../bindings/MarkAnswer'
import type { MarkKind } from '../bindings/MarkKind'
import type { MarkPlace } from '../bindings/MarkPlace'
import type { ReportMark } from '../bindings/ReportMark'

export const MARK_WORDS: Record<MarkKind, string> = {
  number: 'Số gõ tay',
  day: 'Ngày',
  period: 'Kỳ, năm',
  document: 'Số văn bản',
  words: 'Chữ cần xem',
  override: 'Số đã thay',
  citation: 'Văn bản dẫn',
  table: 'Bảng',
  offer: 'Số có trong sổ',
}

const RIGHT: Record<MarkKind, string> = {
  number: 'Giữ số này, vẫn đúng',
  day: 'Giữ nguyên, vẫn đúng',
  period: 'Giữ nguyên, vẫn đúng',
  document: 'Giữ nguyên, vẫn đúng',
  words: 'Giữ nguyên, vẫn đúng',
  override: 'Đúng, lấy số của sổ',
  citation: 'Vẫn dẫn văn bản này',
  table: 'Bảng này đã đúng',
  offer: 'Giữ số gõ tay',
}

/** One answer of a card: what its button says, and what the ledger is told. */
export interface Reply {
  /** `chip`, `instead`, `right`: the name of its button. */
  hook: string
  label: string
  /** What would stand there; `null`: what stands there now. */
  becomes: string | null
  /** The figure that would stand there has no number yet. */
  lacks: boolean
  /** A line under it: which figure it is. */
  note: string
  answer: MarkAnswer
}

/**
 * The answers of a mark, what is proposed first. In the lines of the head there are no figures.
 *
 * A year or a day that may be of something that happened is kept first: the first answer is given without much reading.
 */
export function repliesTo(mark: ReportMark): Reply[] {
  const replies: Reply[] = []
  if (mark.chip && mark.at.section !== '') {
    const { chip, name, shown } = mark.chip
    const note = shown === null ? `${name}: kỳ này chưa có số, sẽ hiện khi ghi ở Số liệu` : name
    replies.push({ hook: 'chip', label: 'Lấy số của sổ', becomes: shown ?? 'chưa có', lacks: shown === null, note, answer: { say: 'chip', chip } })
  }
  const right: Reply = { hook: 'right', label: RIGHT[mark.kind], becomes: null, lacks: false, note: '', answer: { say: 'right' } }
  if (!mark.sure) replies.push(right)
  if (mark.instead !== null) replies.push({ hook: 'instead', label: 'Thay bằng', becomes: mark.instead, lacks: false, note: '', answer: { say: 'instead', words: mark.instead } })
  if (mark.sure) replies.push(right)
  return replies
}

/** Other words can be typed in its place: not in place of a figure, a citation, a table. */
export function takesWords(mark: ReportMark): boolean {
  return mark.kind !== 'override' && mark.kind !== 'citation' && mark.kind !== 'table'
}

/** Where an answer goes: this place, or with it all that say the same. */
export function placesOf(mark: ReportMark, all: boolean): MarkPlace[] {
  return all ? [mark.at, ...mark.same] : [mark.at]
}

/** The same places as they stand now; those that are gone are left out. An offer is known by its words alone. */
export function foundAgain(marks: readonly ReportMark[], asked: readonly MarkPlace[]): MarkPlace[] {
  const same = (place: MarkPlace, one: MarkPlace) => (place.mark !== null ? place.mark === one.mark : one.mark === null && place.block === one.block && place.words === one.words)
  return asked.flatMap((place) => marks.find((one) => same(place, one.at))?.at ?? [])
}

/**
 * The mark before or after; from the last one to the first and back.
 *
 * `here`: the mark that is looked at; where there is none, the section in hand. `order`: the sections as they stand, the head first.
 */
export function stepTo(marks: readonly ReportMark[], here: string | null, section: string, order: readonly string[], by: 1 | -1): ReportMark | null {
  const at = marks.findIndex((mark) => mark.key === here)
  if (at >= 0) return marks[(at + by + marks.length) % marks.length] ?? null
  const from = order.indexOf(section)
  const place = (mark: ReportMark) => order.indexOf(mark.at.section)
  const found = by === 1 ? marks.find((mark) => place(mark) >= from) : marks.findLast((mark) => place(mark) < from)
  return found ?? (by === 1 ? marks[0] : marks.at(-1)) ?? null
}

/** The mark to go on to once some places are answered; `null`: none is left. */
export function goOn(marks: readonly ReportMark[], mark: ReportMark, answered: readonly MarkPlace[]): string | null {
  const same = (place: MarkPlace, one: ReportMark) => place.section === one.at.section && place.block === one.at.block && place.from === one.at.from
  const left = marks.filter((one) => one.key === mark.key || !answered.some((place) => same(place, one)))
  if (left.length <= 1) return null
  return left[(left.findIndex((one) => one.key === mark.key) + 1) % left.length]?.key ?? null
}

/** How many are to be looked at, and how many only may become figures: typed numbers that equal a known one are not open. */
export function counted(marks: readonly ReportMark[]): { open: number; offers: number } {
  const offers = marks.filter((mark) => mark.kind === 'offer').length
  return { open: marks.length - offers, offers }
}

/** What may be right as it stands: words that became wrong, overrides and tables are looked at one by one. */
const PLAIN: readonly MarkKind[] = ['number', 'day', 'period', 'document', 'citation']

/** The open places of a mark's paragraph that nothing is proposed for: read once, they can be confirmed at once. */
export function paragraphOf(marks: readonly ReportMark[], mark: ReportMark): MarkPlace[] {
  const asked = (one: ReportMark) => PLAIN.includes(one.kind) && one.instead === null && one.chip === null
  if (!asked(mark)) return []
  return marks.filter((one) => one.at.section === mark.at.section && one.at.block === mark.at.block && asked(one)).map((one) => one.at)
}

/** What stood there in the earlier report, where it did not read as it does now; else empty. */
export function earlierWords(mark: ReportMark): string {
  const now = `${mark.around[0]}${mark.at.words}${mark.around[1]}`.trim()
  return mark.was === '' || mark.was.includes(now) ? '' : excerpt(mark.was, mark.at.words)
}

/** The part of an earlier paragraph in which the words stand. */
export function excerpt(was: string, words: string, letters = 70): string {
  const at = words === '' ? -1 : was.indexOf(words)
  const from = at < 0 ? 0 : Math.max(0, at - letters)
  const to = Math.min(was.length, at < 0 ? 2 * letters : at + words.length + letters)
  return `${from > 0 ? '…' : ''}${was.slice(from, to).trim()}${to < was.length ? '…' : ''}`
}

/** The field of the head that a line of it is typed in, and where in that field the line begins. */
export function headField(block: string, bases: readonly string[]): { hook: string; label: string; start: number } {
  const nth = /^dau-can-cu-(\d+)$/.exec(block)?.[1]
  if (nth !== undefined) {
    const before = bases.slice(0, Number(nth))
    return { hook: 'head-bases', label: 'Căn cứ', start: before.reduce((sum, line) => sum + line.length + 1, 0) }
  }
  return block === 'dau-ngoac' ? { hook: 'head-bracket', label: 'Dòng trong ngoặc dưới trích yếu', start: 0 } : { hook: 'head-subject', label: 'Trích yếu', start: 0 }
}
