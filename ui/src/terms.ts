/** The officer's words for what the ledger calls by code. */
import type { Counts } from './bindings/Counts'
import type { ReportKind } from './bindings/ReportKind'
import type { ReportState } from './bindings/ReportState'
import type { State } from './bindings/State'
import type { IconName } from './shared/icons'

export interface StateTerm {
  /** In full, as the forms say it. */
  word: string
  /** Where room is short. */
  short: string
  sign: IconName
  /** Class of its colours. */
  look: string
  count: keyof Counts
}

export const STATES: Record<State, StateTerm> = {
  'done-on-time': { word: 'Hoàn thành đúng hạn', short: 'Xong đúng hạn', sign: 'done', look: 'done', count: 'done_on_time' },
  'done-late': { word: 'Hoàn thành nhưng quá hạn', short: 'Xong, quá hạn', sign: 'late', look: 'late', count: 'done_late' },
  'in-progress': { word: 'Đang thực hiện', short: 'Đang làm', sign: 'doing', look: 'doing', count: 'in_progress' },
  'not-started': { word: 'Chưa triển khai', short: 'Chưa làm', sign: 'todo', look: 'todo', count: 'not_started' },
  overdue: { word: 'Quá hạn', short: 'Quá hạn', sign: 'over', look: 'overdue', count: 'overdue' },
  stopped: { word: 'Không thực hiện', short: 'Dừng', sign: 'stop', look: 'stopped', count: 'stopped' },
}

/** In the order of the chart and of the legend. */
export const STATE_ORDER: State[] = ['done-on-time', 'done-late', 'in-progress', 'not-started', 'overdue', 'stopped']

export const KINDS: Record<ReportKind, string> = {
  quarterly: 'Báo cáo quý',
  'six-month': 'Báo cáo 6 tháng',
  'nine-month': 'Báo cáo 9 tháng',
  annual: 'Báo cáo năm',
  inspection: 'Báo cáo phục vụ kiểm tra',
  free: 'Báo cáo khác',
}

export const REPORT_STATES: Record<ReportState, { word: string; sign: IconName; look: string }> = {
  draft: { word: 'Đang soạn', sign: 'pen', look: 'doing' },
  submitted: { word: 'Đã trình', sign: 'soon', look: 'soon' },
  issued: { word: 'Đã phát hành', sign: 'done', look: 'done' },
}
