/**
 * What the window itself knows: the screen shown, the as-of day, the last thing done.
 *
 * The ledger is the only state of the work; after every write `turn` grows and the screen asks its view again.
 */
import type { ColumnMap } from './bindings/ColumnMap'
import type { ColumnsView } from './bindings/ColumnsView'
import type { PlanDraft } from './bindings/PlanDraft'
import type { PlanSource } from './bindings/PlanSource'
import type { StartView } from './bindings/StartView'
import type { State } from './bindings/State'
import type { Written } from './bindings/Written'
import * as api from './api'
import { Changes } from './shared/changes'
import { clock } from './shared/days'

export type Screen = 'overview' | 'plan' | 'import' | 'assigned' | 'register' | 'figures' | 'report' | 'settings'

/** The rows another screen wants to see in Kế hoạch or Được giao. */
export interface PlanWish {
  states?: State[]
  group?: number
  task?: number
  due?: 'soon' | 'late-or-soon'
  /** Just these rows. */
  tasks?: number[]
  /** Open the drawer ready to note progress. */
  progress?: boolean
  /** Được giao: whose tasks, and the count of the form whose rows are wanted. */
  level?: 'above' | 'own'
  sum?: string
}

export interface FiguresPlace {
  window: { from: string; to: string } | null
  asOf: string | null
  field: string | null
  figure: string | null
}

export interface Hint {
  key?: string
  text: string
}

interface Refusal {
  sentence: string
  /** What was being done; the same thing done well takes the strip away. */
  of: string
  retry: (() => void) | null
}

/** What an answer wants the officer to look at; it stays until it is closed, or the screen is left. */
interface Notice {
  sentences: string[]
  good: boolean
  /** What was being done; the same thing done without a warning takes the strip away. */
  of: string
}

const changes = new Changes()

/** As the program read it: a draft of ten thousand rows is replaced, never watched cell by cell. */
let draft = $state.raw<PlanDraft | null>(null)

export const desk = $state({
  start: null as StartView | null,
  screen: 'overview' as Screen,
  asOf: null as string | null,
  plan: null as number | null,
  wish: null as PlanWish | null,
  report: null as number | null,
  /** Số liệu: the window (none: that of the report in hand), its day, the field and the row that are looked at. */
  figures: { window: null, asOf: null, field: null, figure: null } as FiguresPlace,
  get draft(): PlanDraft | null {
    return draft
  },
  set draft(next: PlanDraft | null) {
    draft = next
  },
  /** Where the draft was read from, to read it again with other columns. */
  source: null as PlanSource | null,
  /** The tables of a source whose columns the officer must explain. */
  columns: null as ColumnsView | null,
  /** The box that takes a table from the clipboard is open. */
  pasting: false,
  /** Đôn đốc is open. */
  urging: false,
  /** Phiếu cho đơn vị is open. */
  answering: false,
  turn: 0,
  /** The turn after something was taken back, or done again, last. */
  taken: -1,
  saved: null as string | null,
  done: null as string | null,
  said: null as string | null,
  busy: null as string | null,
  refusal: null as Refusal | null,
  notice: null as Notice | null,
  hints: [] as Hint[],
  right: '',
  help: false,
  /** The line about the computer's clock was closed. */
  clockSeen: false,
})

/** The day the ledger calls today. */
export function today(): string {
  const start = desk.start
  return start && start.phase !== 'refused' ? start.today : '2000-01-01'
}

export function go(screen: Screen, wish: PlanWish | null = null): void {
  desk.wish = wish
  desk.said = null
  desk.notice = null
  desk.hints = []
  desk.right = ''
  desk.screen = screen
}

/**
 * Waits for an answer; over 300 ms the status bar says what is being done; a refusal is shown, never thrown.
 *
 * `unless`: true for a refusal that is dealt with otherwise. `of`: what is asked, where the words do not tell it from its like;
 * done well it takes away its own refusal, never one of something else.
 */
export async function ask<T>(work: () => Promise<T>, busy: string, unless: (failure: api.Failure) => boolean = () => false, of = busy): Promise<T | undefined> {
  const timer = setTimeout(() => (desk.busy = busy), 300)
  try {
    const answer = await work()
    if (desk.refusal?.of === of) desk.refusal = null
    return answer
  } catch (error) {
    const failure = api.asFailure(error)
    if (unless(failure)) return undefined
    if (failure.code === 'nothing-to-undo' || failure.code === 'nothing-to-redo') desk.said = failure.sentence
    else if (failure.code !== 'outdated') desk.refusal = { sentence: failure.sentence, of, retry: null }
    return undefined
  } finally {
    clearTimeout(timer)
    if (desk.busy === busy) desk.busy = null
  }
}

/**
 * A write: shown in the status bar, then every view is asked again. On refusal the strip offers to try again.
 *
 * `unless`: true for a refusal that is shown in its own place. `of`: as of `ask`.
 */
export async function write(work: () => Promise<Written>, busy = 'Đang ghi vào sổ…', unless?: (failure: api.Failure) => boolean, of = busy): Promise<Written | undefined> {
  const written = await ask(work, busy, unless, of)
  if (!written) {
    if (desk.refusal?.of === of) desk.refusal.retry = () => void write(work, busy, unless, of)
    return undefined
  }
  if (written.warnings.length > 0) desk.notice = { sentences: written.warnings, good: false, of }
  // A report that is gone can't be brought back once something else is written.
  else if (desk.notice?.of === of || desk.notice?.of === 'report-gone') desk.notice = null
  desk.turn += 1
  // Nothing differed: what Ctrl+Z takes back is still what was done before.
  if (written.change === null) {
    desk.said = written.summary
    return written
  }
  changes.wrote(written.change, written.thing === desk.report ? null : written.thing)
  desk.saved = clock(written.moment)
  desk.done = written.summary
  desk.said = null
  return written
}

/** True while Ctrl+Z would take away the very report one is in. */
export function holdsReport(): boolean {
  return desk.screen === 'report' && desk.report !== null && changes.madeLast === desk.report
}

/** Takes the last change of this session back; 'redo' does it again, 'older' goes behind the session. */
export async function takeBack(what: 'undo' | 'redo' | 'older' = 'undo'): Promise<void> {
  if (what === 'undo' && holdsReport()) {
    desk.said = 'Ctrl+Z không bỏ báo cáo đang mở. Muốn bỏ thì bấm mũi tên ở đầu màn hình để về danh sách, rồi nhấn Ctrl+Z'
    return
  }
  const call = { undo: () => api.undo(), redo: api.redo, older: api.undoOlder }[what]
  const written = await ask(call, what === 'redo' ? 'Đang làm lại…' : 'Đang trả lại…')
  if (!written) return
  changes.took(what)
  showTaken(written)
}

function showTaken(written: Written): void {
  desk.notice = null
  desk.saved = clock(written.moment)
  desk.done = null
  desk.said = written.summary
  desk.turn += 1
  desk.taken = desk.turn
}

/** Takes back changes that kept what an editor has taken back itself, the newest first; false when another change is the latest. */
export async function takeTyped(typed: readonly number[]): Promise<boolean> {
  let last: Written | undefined
  let whole = typed.length > 0
  for (const change of typed) {
    const written = await ask(() => api.undo(change), 'Đang trả lại…', () => true)
    whole &&= written !== undefined
    if (!written) break
    changes.took('undo')
    last = written
  }
  // One turn for all: no view shows a text half taken back.
  if (last) showTaken(last)
  return whole
}

/** The report in hand is not in the ledger any more: back to the list, which says why. */
export function reportGone(report: number): void {
  if (desk.report !== report) return
  desk.report = null
  desk.notice = { sentences: ['Báo cáo vừa mở không còn trong sổ, vì việc lập nó đã được trả lại. Muốn lấy lại thì nhấn Ctrl+Y ngay, hoặc lập lại.'], good: false, of: 'report-gone' }
}

/** The preview of an import: asks for a file, reads it, keeps nothing. */
export async function openImport(): Promise<void> {
  const path = await ask(api.choosePlanFile, 'Đang chọn tệp…')
  if (path) await takeIn({ kind: 'file', path })
}

/** Reads a plan from a file or the clipboard; where nobody knows its columns, the officer is asked. */
export async function takeIn(source: PlanSource, columns: ColumnMap | null = null): Promise<void> {
  desk.source = source
  let unknown = false
  const read = await ask(() => api.readPlan(source, columns), 'Đang đọc kế hoạch…', (failure) => (unknown = failure.code === 'no-plan-table' && columns === null))
  if (unknown) await explainColumns()
  if (!read) return
  desk.columns = null
  desk.draft = read
  go('import')
}

/** What a paste event brings, as a source; nothing when there is neither a table nor text. */
export function pastedSource(event: ClipboardEvent): PlanSource | null {
  const html = event.clipboardData?.getData('text/html') ?? ''
  const text = event.clipboardData?.getData('text/plain') ?? ''
  return html.trim() === '' && text.trim() === '' ? null : { kind: 'pasted', html, text }
}

/** Shows the tables of the source, for the officer to say what each column holds. */
export async function explainColumns(): Promise<void> {
  const source = desk.source
  if (!source) return
  const columns = await ask(() => api.planColumns(source), 'Đang đọc bảng…')
  if (columns) desk.columns = columns
}

/** Shows a ledger that was just opened. */
export function opened(start: StartView | undefined, screen: Screen = 'overview'): void {
  if (!start) return
  changes.forget()
  desk.start = start
  Object.assign(desk, { asOf: null, figures: { window: null, asOf: null, field: null, figure: null }, plan: null, report: null, draft: null, source: null, columns: null, pasting: false, saved: null, done: null })
  go(screen)
}
