/** The columns of the sheet: which are shown, how wide, and what stands in each cell. */
import type { FigureCell } from '../bindings/FigureCell'
import type { FigureGroup } from '../bindings/FigureGroup'
import type { FigureRow } from '../bindings/FigureRow'
import type { FiguresView } from '../bindings/FiguresView'
import { screenDay } from '../shared/days'

export type Col = 'name' | 'unit' | 'now' | 'last' | 'since_last' | 'year_ago' | 'since_year' | 'so_far' | 'whole_year' | 'source'

/** What the officer may show or hide beside this window. */
export type Beside = 'last' | 'year_ago' | 'so_far'
export const BESIDE: Beside[] = ['last', 'year_ago', 'so_far']

const KEY = 'figures-beside'

/** Kept on this machine; a wide screen has room for all, another for the window before. */
export function readBeside(wide: boolean): Beside[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    if (Array.isArray(kept)) return BESIDE.filter((one) => kept.includes(one))
  } catch {
    // What another version kept is no choice.
  }
  return wide ? [...BESIDE] : ['last']
}
export function keepBeside(beside: readonly Beside[]): void {
  localStorage.setItem(KEY, JSON.stringify(beside))
}

export interface Column {
  key: Col
  head: string
  /** Words under the mouse: the window in full. */
  title: string
  width: number
}

const CAPTION = 7.8
/** Units stand on one line, long ones on two. */
const unitWidth = (group: FigureGroup | undefined) => Math.max(72, ...(group?.rows ?? []).map(({ form }) => Math.min(96, Math.ceil(form.unit.length * CAPTION + 20))))

const LETTER = 9.1
const PADDING = 18

/** Wide enough for the longest number of the field; the name takes what is left. */
export function columnsOf(view: FiguresView, group: FigureGroup | undefined, beside: readonly Beside[], wide: boolean): Column[] {
  const fits = (least: number, cell: (row: FigureRow) => string) =>
    Math.ceil((group?.rows ?? []).reduce((most, row) => (row.form.kind === 'text' ? most : Math.max(most, cell(row).length * LETTER + PADDING)), least))
  const room = wide ? 12 : 0
  const all: (Column | false)[] = [
    { key: 'name', head: 'Chỉ tiêu', title: '', width: 0 },
    { key: 'unit', head: 'Đơn vị', title: '', width: unitWidth(group) },
    { key: 'now', head: 'Kỳ này', title: view.window.name, width: fits(108 + room, (row) => `${row.now.estimate ? 'ước ' : ''}${row.now.shown}`) },
    beside.includes('last') && { key: 'last', head: 'Kỳ trước', title: view.last.name, width: fits(96 + room, (row) => row.last.shown) },
    beside.includes('last') && { key: 'since_last', head: 'Tăng, giảm', title: `So với ${view.last.name}`, width: fits(112, (row) => `▲ ${row.since_last?.shown ?? ''}`) },
    beside.includes('year_ago') && { key: 'year_ago', head: 'Cùng kỳ', title: `Cùng kỳ năm trước: ${view.year_ago.name}`, width: fits(96 + room, (row) => row.year_ago.shown) },
    beside.includes('year_ago') && { key: 'since_year', head: 'Tăng, giảm', title: `So với ${view.year_ago.name}`, width: fits(112, (row) => `▲ ${row.since_year?.shown ?? ''}`) },
    beside.includes('so_far') && view.so_far !== null && { key: 'so_far', head: 'Lũy kế', title: `Lũy kế ${view.so_far.name}`, width: fits(96 + room, (row) => row.so_far?.shown ?? '') },
    beside.includes('so_far') && view.whole_year !== null && { key: 'whole_year', head: 'Ước cả năm', title: `Ước thực hiện ${view.whole_year.name}`, width: fits(104, (row) => row.whole_year?.value ?? '') },
    { key: 'source', head: 'Lấy từ đâu', title: '', width: wide ? 240 : 214 },
  ]
  return all.filter((one) => one !== false)
}

const LEAST_NAME = 200
export const leastWidth = (columns: readonly Column[]) => columns.reduce((sum, { width }) => sum + width, LEAST_NAME)
/** In plain widths: WebKit keeps the heights of rows whose columns it narrowed by itself. */
export const template = (columns: readonly Column[], room: number) =>
  columns.map(({ key, width }) => `${key === 'name' ? LEAST_NAME + Math.max(0, room - leastWidth(columns)) : width}px`).join(' ')

export const NUMBERS: readonly Col[] = ['now', 'last', 'since_last', 'year_ago', 'since_year', 'so_far', 'whole_year']

/** True where the officer may type. */
export function takesTyping(row: FigureRow, col: Col): boolean {
  if (col === 'now') return row.typed && !isSum(row)
  if (col === 'so_far') return row.typed && row.so_far !== null && row.form.kind !== 'total'
  if (col === 'whole_year') return row.typed && row.form.kind !== 'text'
  return col === 'source' && row.told !== null
}

/** A total that the program adds up now; while a part is missing it may be typed. */
const isSum = (row: FigureRow) => row.form.kind === 'total' && row.told === null && row.now.shown !== '' && row.lines.some((line) => line.figure !== '')

const ESTIMATE = /^\s*(?:ước|~)\s*|\s+\(?ước\)?\s*$/i

/** `ước 35`, `~35`, `35 ước`: an estimate. */
export function readEstimate(text: string): { value: string; estimate: boolean } {
  const value = text.normalize('NFC').replace(ESTIMATE, '')
  return { value: value.trim(), estimate: value !== text.normalize('NFC') && ESTIMATE.test(text.normalize('NFC')) }
}

/** What an editor opens with: the value as it would be typed again. */
export function editText(row: FigureRow, col: Col): string {
  if (col === 'now') return row.told ? `${row.told.closed ? '' : 'ước '}${row.told.value}` : ''
  if (col === 'so_far') return row.so_far?.shown ?? ''
  if (col === 'whole_year') return row.whole_year?.value ?? ''
  return col === 'source' ? (row.told?.source ?? '') : ''
}

/** The words of a cell as they are copied. */
export function cellText(row: FigureRow, col: Col): string {
  if (col === 'name') return row.form.name
  if (col === 'unit') return row.form.unit
  if (col === 'since_last' || col === 'since_year') return row[col]?.shown ?? ''
  if (col === 'whole_year') return row.whole_year?.value ?? ''
  if (col === 'source') return row.now.source
  return (row[col] ?? NOTHING).shown
}
const NOTHING: Pick<FigureCell, 'shown'> = { shown: '' }

/** Where a value comes from, short: `Hệ thống TTHC, 08/12`, `Chờ 5 số`. */
export function sourceWords(row: FigureRow): string {
  const waits = row.lines.filter((line) => line.shown === '').length
  if (row.now.shown === '' && waits > 0) return waits === 1 ? `Chờ “${row.lines.find((line) => line.shown === '')?.name ?? ''}”` : `Chờ ${waits} số`
  const day = row.told && row.now.as_of ? `, ${screenDay(row.now.as_of).slice(0, 5)}` : ''
  return row.now.source === '' ? '' : row.now.source + day
}

/** `III. Thủ tục hành chính`, `VII. Chính quyền số`: names of fields as short as a tab needs them. */
export function shortField(name: string): string {
  const bare = name.replace(/^Cải cách (?:chế độ |tổ chức )?/, '')
  const [first = bare, ...rest] = bare.split(', ')
  const short = first.length <= 10 ? first : (rest.at(-1) ?? first)
  return short.charAt(0).toUpperCase() + short.slice(1)
}

/** A sentence ends with its full stop, once. */
export const ended = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`)
