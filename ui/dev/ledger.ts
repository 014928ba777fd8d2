/** An invented ledger in memory: just enough for the page to be looked at and tried. */
import type { Counts } from '../src/bindings/Counts'
import type { GroupCounts } from '../src/bindings/GroupCounts'
import type { HistoryRow } from '../src/bindings/HistoryRow'
import type { PlanView } from '../src/bindings/PlanView'
import type { State } from '../src/bindings/State'
import type { StatisticsView } from '../src/bindings/StatisticsView'
import type { TaskDraft } from '../src/bindings/TaskDraft'
import type { TaskRow } from '../src/bindings/TaskRow'
import { daysBetween, parseDay, screenDay } from '../src/shared/days'
import { STATES } from '../src/terms'
import { hint, readWords } from './deadline'
import { DONE, GROUPS, TASKS } from './plan-data'

export const TODAY = '2026-08-10'
export const PLAN = { id: 1, title: 'Kế hoạch CCHC năm 2026', from: '2026-01-01', to: '2026-12-31', main: true }

export interface Task { id: number; group: number; words: TaskDraft; history: HistoryRow[]; state: string; day: string; gone: boolean }
export const book = { tasks: [] as Task[], next: 1000, undo: [] as { words: string; back: () => void }[], redo: [] as string[] }

const many = Number(new URLSearchParams(location.search).get('rows') ?? 0)
for (let copy = 0; copy < Math.max(1, Math.ceil(many / TASKS.length)); copy++) {
  for (const [group, tt, content, lead, coordinating, deadline_text, product] of TASKS) {
    const done = DONE[tt]
    const kept: HistoryRow = { entry: null, day: '2026-01-19', moment: '2026-01-19T15:20:00', person: 'Phạm Thu Hà', kind: 'kept', sentence: 'Vào sổ ngày 19/01/2026: ghi 31 nhiệm vụ của Kế hoạch CCHC năm 2026.', note: '', evidence: '', reason: '', new_last: null, percent: null, counts: true, occurrence: null, unit: '', documents: [], superseded: false }
    const history: HistoryRow[] = done ? [{ entry: book.next++, day: done[1], moment: `${done[1]}T09:41:00`, person: 'Phạm Thu Hà', kind: done[0], sentence: `Ngày ${screenDay(done[1])}: ${{ done: 'hoàn thành', stopped: 'không thực hiện' }[done[0]] ?? 'đang thực hiện'}${done[3] ? `; tài liệu kiểm chứng: ${done[3]}` : ''}.`, note: done[2], evidence: done[3], reason: '', new_last: null, percent: null, counts: true, occurrence: null, unit: '', documents: [], superseded: false }, kept] : [kept]
    book.tasks.push({ id: book.next++, group: group + 1, words: { tt: copy === 0 ? tt : String(copy * 40 + Number(tt)), content, lead, coordinating, deadline_text, product, answered_last: null, event_day: null, own_day: null }, history, state: done?.[0] ?? 'not-started', day: done?.[1] ?? '', gone: false })
  }
}

export function rowOf(task: Task, asOf: string): TaskRow {
  const deadline = readWords(task.words.deadline_text)
  const entries = task.history.filter((entry) => entry.entry !== null && !entry.superseded && entry.day <= asOf)
  const latest = entries.sort((a, b) => (a.day + a.moment < b.day + b.moment ? 1 : -1)).find((entry) => entry.kind !== 'extended' && entry.unit === '')
  const last = deadline.kind === 'recurring' ? (deadline.occurrences.find((one) => one.last >= '2026-07-01')?.last ?? null) : deadline.last
  let state: State = 'not-started'
  let stateHint = ''
  if (latest?.kind === 'stopped') state = 'stopped'
  else if (latest?.kind === 'done') {
    state = last && latest.day > last ? 'done-late' : 'done-on-time'
    stateHint = `ngày ${screenDay(latest.day)}`
  } else if (last && last < asOf) {
    state = 'overdue'
    stateHint = `${daysBetween(last, asOf)} ngày`
  } else if (latest?.kind === 'in-progress') state = 'in-progress'
  const units = task.words.lead.split(/[;\n]/).map((unit) => unit.trim()).filter(Boolean)
  const part = (unit: string): State => (entries.find((entry) => entry.unit === unit || entry.unit === '')?.kind ?? 'not-started') === 'done' ? 'done-on-time' : state
  return { id: task.id, group: task.group, ...task.words, answered_last: null, event_named: null, event_day: task.words.event_day ? parseDay(task.words.event_day, TODAY) : null, own_day: task.words.own_day ? parseDay(task.words.own_day, TODAY) : null, deadline,
    units: /^(Các|Tất cả)/.test(task.words.lead) ? [] : units, lead_units: units.length > 1 ? units.map((unit) => ({ unit, state: part(unit) })) : [], deadline_hint: hint(deadline), state, state_hint: stateHint,
    warnings: deadline.kind === 'unknown' && task.words.deadline_text !== '' ? [{ code: 'deadline-unknown', sentence: `“${task.words.deadline_text}” là đến hạn ngày nào?` }] : [] }
}

export function countsOf(rows: TaskRow[]): Counts {
  const counts: Counts = { total: rows.length, done_on_time: 0, done_late: 0, overdue: 0, in_progress: 0, not_started: 0, stopped: 0 }
  for (const row of rows) counts[STATES[row.state].count] += 1
  return counts
}

export function groupsOf(rows: TaskRow[]): GroupCounts[] {
  return GROUPS.map(([roman, name], at) => ({ id: at + 1, roman, name, counts: countsOf(rows.filter((row) => row.group === at + 1)) }))
}

/** Since the start, as the ledger counts. */
export function statisticsView(asOf: string): StatisticsView {
  const tasks = planView(asOf).tasks
  const rows = tasks.map((task) => ({ id: task.id, group: task.group, units: task.lead.split(/[;\n]/).map((unit) => unit.trim()).filter(Boolean), state: task.state }))
  const units = [...new Set(rows.flatMap((row) => row.units))].sort((a, b) => a.localeCompare(b, 'vi'))
  const led = (unit: string) => countsOf(tasks.filter((_, at) => rows[at]?.units.includes(unit)))
  return { plan: PLAN.id, scope: 'since-start', as_of: asOf, from: PLAN.from, to: asOf, counts: countsOf(tasks), by_group: groupsOf(tasks), by_unit: units.map((unit) => ({ unit, counts: led(unit) })), rows }
}

export function planView(asOf: string): PlanView {
  if (new URLSearchParams(location.search).has('empty')) return { plans: [], plan: null, as_of: asOf, counts: countsOf([]), groups: [], tasks: [], units: [] }
  const live = book.tasks.filter((task) => !task.gone && task.group > 0)
  const tasks = GROUPS.flatMap((_, at) => live.filter((task) => task.group === at + 1)).map((task) => rowOf(task, asOf))
  return { plans: [PLAN, { ...PLAN, id: 2, title: 'Kế hoạch tuyên truyền CCHC năm 2026', main: false }], plan: PLAN, as_of: asOf, counts: countsOf(tasks), groups: groupsOf(tasks), tasks, units: ['Phòng Văn hóa - Xã hội', 'Phòng Kinh tế', 'Văn phòng HĐND và UBND', 'Trung tâm Phục vụ hành chính công'] }
}
