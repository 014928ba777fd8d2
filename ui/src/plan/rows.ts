/** From the plan's view to the rows of the grid: filters, groups that fold, tallies. */
import type { GroupCounts } from '../bindings/GroupCounts'
import type { PlanView } from '../bindings/PlanView'
import type { State } from '../bindings/State'
import type { TaskRow } from '../bindings/TaskRow'
import { daysBetween } from '../shared/days'
import { match, query } from '../shared/fold'
import { compareViet } from '../shared/viet'
import { STATE_ORDER } from '../terms'

/** `soon`: within `Filter.days` days. */
export type DueFilter = '' | 'late' | 'late-or-soon' | 'soon' | 'month' | 'none' | 'unknown'

export interface Filter {
  states: State[]
  /** A lead unit by its one name; `NO_LEAD`: rows that no single unit answers for. */
  unit: string
  due: DueFilter
  days: number
  words: string
  group: number | null
  /** The rows behind a number of the statistics; `null`: all. */
  ids: ReadonlySet<number> | null
}

export const NO_FILTER: Filter = { states: [], unit: '', due: '', days: 14, words: '', group: null, ids: null }

/** Stands for no unit: `Các phòng, đơn vị`, also with one unit named beside them, or an empty cell. */
export const NO_LEAD = '-'
/** Where rows stand that no single unit answers for. */
export const NO_LEAD_WORDS = 'Chưa có một đơn vị chịu trách nhiệm chính'

/** The dialogs of a plan. */
export type PlanDialog = 'edit' | 'new' | 'groups' | 'statistics' | 'pack'

/** In the officer's words; "…" is the number of days. */
export const DUES: readonly [DueFilter, string][] = [
  ['', 'Mọi thời hạn'], ['late', 'Quá hạn'], ['soon', 'Đến hạn trong … ngày'], ['late-or-soon', 'Quá hạn và … ngày tới'], ['month', 'Đến hạn trong tháng'],
  ['none', 'Không có ngày cuối'], ['unknown', 'Chưa rõ hạn'],
]

/** A row being added: where it will stand, and words that could not be kept yet. */
export interface Fresh {
  group: number
  after: number | null
  words?: string
}

export type Item =
  | { kind: 'group'; key: string; group: GroupCounts; open: boolean; tally: [State, number][] }
  | { kind: 'task'; key: string; row: TaskRow }
  | ({ kind: 'new'; key: string } & Fresh)

export const taskKey = (id: number) => `t${id}`
export const groupKey = (id: number) => `g${id}`

export function filtering(filter: Filter): boolean {
  return filter.states.length > 0 || filter.unit !== '' || filter.due !== '' || filter.words.trim() !== '' || filter.group !== null || filter.ids !== null
}

/** Every lead unit of the plan with its number of rows, in Vietnamese order. */
export function leadUnits(tasks: readonly TaskRow[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const task of tasks) for (const unit of task.units) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => compareViet(a, b))
}

/** No single unit answers for the row: it names none, or "các phòng" beside one. */
export const hasNoLead = (task: TaskRow): boolean => task.units.length === 0 || task.warnings.some((note) => note.code === 'lead-none')

const leads = (task: TaskRow, unit: string) => (unit === NO_LEAD ? hasNoLead(task) : task.units.includes(unit))

const OPEN: State[] = ['overdue', 'in-progress', 'not-started']

function dueFits(task: TaskRow, { due, days }: Filter, asOf: string): boolean {
  if (due === '') return true
  const last = task.deadline.last
  if (due === 'unknown') return task.deadline.kind === 'unknown' && !last
  if (due === 'none') return !last
  if (!OPEN.includes(task.state)) return false
  if (task.state === 'overdue' && (due === 'late' || due === 'late-or-soon')) return true
  if (due === 'late') return false
  if (!last) return false
  if (due === 'month') return last.slice(0, 7) === asOf.slice(0, 7)
  const rest = daysBetween(asOf, last)
  return rest >= 0 && rest <= days
}

export interface Found {
  tasks: TaskRow[]
  /** The first row that holds the words as typed, else the first found. */
  best: TaskRow | null
}

export function found(view: PlanView, filter: Filter): Found {
  const words = query(filter.words)
  let best: TaskRow | null = null
  let bestRank = 0
  const tasks = view.tasks.filter((task) => {
    if (filter.states.length > 0 && !filter.states.includes(task.state)) return false
    if (filter.group !== null && task.group !== filter.group) return false
    if (filter.ids !== null && !filter.ids.has(task.id)) return false
    if (filter.unit !== '' && !leads(task, filter.unit)) return false
    if (!dueFits(task, filter, view.as_of)) return false
    if (!words) return true
    const rank = match(words, [task.tt, task.content, task.lead, task.coordinating, task.deadline_text, task.product].join('\n'))
    if (rank > bestRank) {
      best = task
      bestRank = rank
    }
    return rank > 0
  })
  return { tasks, best }
}

export function tally(tasks: readonly TaskRow[]): [State, number][] {
  const counts = new Map<State, number>()
  for (const task of tasks) counts.set(task.state, (counts.get(task.state) ?? 0) + 1)
  const order: State[] = ['overdue', ...STATE_ORDER.filter((state) => state !== 'overdue' && !state.startsWith('done')), 'done-on-time', 'done-late']
  return order.flatMap((state): [State, number][] => (counts.has(state) ? [[state, counts.get(state) ?? 0]] : []))
}

/** Group rows with their tasks under them; groups without a found task are left out while filtering. */
export function layRows(view: PlanView, tasks: readonly TaskRow[], filtered: boolean, folded: ReadonlySet<number>, fresh: Fresh | null): Item[] {
  const byGroup = new Map<number, TaskRow[]>()
  for (const task of tasks) {
    const list = byGroup.get(task.group)
    if (list) list.push(task)
    else byGroup.set(task.group, [task])
  }
  const items: Item[] = []
  for (const group of view.groups) {
    const inside = byGroup.get(group.id) ?? []
    if (filtered && inside.length === 0 && fresh?.group !== group.id) continue
    const open = !folded.has(group.id)
    items.push({ kind: 'group', key: groupKey(group.id), group, open, tally: tally(inside) })
    if (!open) continue
    const row = fresh?.group === group.id ? ({ kind: 'new', key: 'new', ...fresh } as const) : null
    if (row && row.after === null) items.push(row)
    for (const task of inside) {
      items.push({ kind: 'task', key: taskKey(task.id), row: task })
      if (row && row.after === task.id) items.push(row)
    }
    if (row && !items.includes(row)) items.push(row)
  }
  return items
}

/** Rows without their groups, as a sorted list has them; a new row stands below the one it was added after. */
export function listRows(tasks: readonly TaskRow[], fresh: Fresh | null): Item[] {
  const items: Item[] = tasks.map((row) => ({ kind: 'task', key: taskKey(row.id), row }))
  if (fresh) {
    const at = tasks.findIndex((row) => row.id === fresh.after)
    items.splice(at < 0 ? items.length : at + 1, 0, { kind: 'new', key: 'new', ...fresh })
  }
  return items
}

/** The row the focus goes to when some are taken away: the next that stays, else the one before. */
export function besides(items: readonly Item[], gone: ReadonlySet<string>): Item | undefined {
  const at = items.findIndex((item) => gone.has(item.key))
  const stays = (item: Item) => !gone.has(item.key)
  return items.slice(at).find(stays) ?? items.slice(0, at).findLast(stays)
}

/** Where a task goes when it is moved one row up or down; `null`: it stands at the end already. */
export function stepTo(view: PlanView, task: TaskRow, step: 1 | -1): { group: number; after: number | null } | null {
  const inside = view.tasks.filter((other) => other.group === task.group)
  const here = inside.findIndex((other) => other.id === task.id)
  if (step === -1 && here > 0) return { group: task.group, after: inside[here - 2]?.id ?? null }
  if (step === 1 && here < inside.length - 1) return { group: task.group, after: inside[here + 1]?.id ?? null }
  const groups = view.groups.map((group) => group.id)
  const group = groups[groups.indexOf(task.group) + step]
  if (group === undefined) return null
  if (step === 1) return { group, after: null }
  return { group, after: view.tasks.filter((other) => other.group === group).at(-1)?.id ?? null }
}

/** The next number for a new row: one more than the largest. */
export function nextTt(tasks: readonly TaskRow[]): string {
  const largest = tasks.reduce((most, task) => Math.max(most, /^\d+$/.test(task.tt.trim()) ? Number(task.tt) : 0), 0)
  return String(largest + 1)
}
