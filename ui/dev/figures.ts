/** Figures of the invented commune: enough to look at the sheet without the program. */
import type { FigureCell } from '../src/bindings/FigureCell'
import type { FigureDraft } from '../src/bindings/FigureDraft'
import type { FigureRow } from '../src/bindings/FigureRow'
import type { FiguresView } from '../src/bindings/FiguresView'

const told = new Map([['case.new', '2.269'], ['case.early', '1.742'], ['case.on_time', '522'], ['case.late', '4']])
const NAMES: [string, string, string][] = [
  ['case.new', 'Hồ sơ tiếp nhận mới trong kỳ', '2.118'], ['case.early', 'Hồ sơ giải quyết trước hạn', '1.604'], ['case.on_time', 'Hồ sơ giải quyết đúng hạn', '505'],
  ['case.late', 'Hồ sơ giải quyết quá hạn', '4'], ['case.digitised_out', 'Kết quả giải quyết được số hóa', '2.019'],
]
const cell = (shown: string): FigureCell => ({ shown, source: shown === '' ? '' : 'Hệ thống TTHC', as_of: shown === '' ? null : '2026-09-05', estimate: false })

function row([id, name, last]: [string, string, string]): FigureRow {
  const value = told.get(id) ?? ''
  return {
    form: { id, name, field: 'III', kind: 'flow', unit: 'hồ sơ', formula: '', denominator: '', ledger: false, after: '' }, typed: true, now: cell(value),
    told: value === '' ? null : { value, source: 'Hệ thống TTHC', as_of: '2026-09-05', cumulative: false, closed: true }, estimate: null, last: cell(last), year_ago: cell(''), since_last: null, since_year: null,
    so_far: null, whole_year: null, shares: [], asked: [], lines: [], older: value !== '', doubts: [],
  }
}

export function figuresView(): FiguresView {
  const window = (from: string, to: string, name: string) => ({ from, to, name, told: true })
  const rows = NAMES.map(row)
  const now = window('2026-06-15', '2026-09-14', 'quý III/2026')
  return {
    window: now, as_of: '2026-09-14', last: window('2025-12-15', '2026-06-14', '6 tháng đầu năm 2026'), year_ago: window('2025-06-15', '2025-09-14', 'quý III/2025'), so_far: null, whole_year: null, windows: [now],
    groups: [{ field: 'III', name: 'Cải cách thủ tục hành chính', known: told.size, doubts: 0, rows }], doubts: [], units: [[1, 'Phòng Kinh tế']], gone: [], laws: [], newer: [],
  }
}

export function keepFigures(drafts: FigureDraft[]): void {
  for (const { figure, value } of drafts) {
    if (value === '') told.delete(figure)
    else told.set(figure, value)
  }
}
