/** The officer's words for what the ledger calls by code. */
import type { Counts } from './bindings/Counts'
import type { DayOffKind } from './bindings/DayOffKind'
import type { ReportKind } from './bindings/ReportKind'
import type { ReportState } from './bindings/ReportState'
import type { SigningForm } from './bindings/SigningForm'
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

/** In counts by unit: rows that stand under no unit's name. */
export const NO_UNIT = 'Không nêu tên đơn vị nào'

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

/** In whose name a paper is signed (decree 30, II.7), in the order of the decree. */
export const SIGNING: [SigningForm, string][] = [
  ['collective', 'TM.: người đứng đầu thay mặt tập thể'],
  ['collective-deputy', 'TM., KT.: cấp phó ký thay, thay mặt tập thể'],
  ['acting', 'TM., Q.: quyền Chủ tịch, thay mặt tập thể'],
  ['own', 'Không ghi TM.: thẩm quyền riêng của Chủ tịch'],
  ['own-deputy', 'KT.: cấp phó ký thay, thẩm quyền riêng của Chủ tịch'],
  ['order', 'TL.: thừa lệnh Chủ tịch'],
  ['order-deputy', 'TL., KT.: cấp phó của đơn vị, thừa lệnh'],
  ['delegated', 'TUQ.: thừa ủy quyền Chủ tịch'],
]

/** What a day of the table is, that is not as its weekday. */
export const DAY_OFF_KINDS: [DayOffKind, string][] = [
  ['holiday', 'nghỉ lễ, Tết'],
  ['swapped', 'nghỉ bù, hoán đổi'],
  ['workday', 'làm bù'],
]
