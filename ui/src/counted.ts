/** The statistics of a plan as lines: by field, by unit, with the rows behind each number. */
import type { Counts } from './bindings/Counts'
import type { State } from './bindings/State'
import type { StatisticsRow } from './bindings/StatisticsRow'
import type { StatisticsView } from './bindings/StatisticsView'
import { NO_UNIT, STATE_ORDER, STATES } from './terms'

export interface Line {
  /** Its number in the plan: `IV`; units have none. */
  tt: string
  name: string
  counts: Counts
  rows: StatisticsRow[]
}

export const FINISHED: readonly State[] = ['done-on-time', 'done-late']

export function byGroup(view: StatisticsView): Line[] {
  return view.by_group.map(({ id, roman, name, counts }) => ({ tt: roman, name, counts, rows: view.rows.filter((row) => row.group === id) }))
}

export function byUnit(view: StatisticsView): Line[] {
  const leads = (row: StatisticsRow, unit: string) => (unit === '' ? row.units.length === 0 : row.units.includes(unit))
  return view.by_unit.map(({ unit, counts }) => ({ tt: '', name: unit || NO_UNIT, counts, rows: view.rows.filter((row) => leads(row, unit)) }))
}

export function whole(view: StatisticsView): Line {
  return { tt: '', name: 'Cả kế hoạch', counts: view.counts, rows: view.rows }
}

/** The rows of a line in some states; without states, all. */
export function rowsOf(line: Line, states: readonly State[] | null = null): number[] {
  return line.rows.filter((row) => states === null || states.includes(row.state)).map((row) => row.id)
}

export interface Part {
  state: State
  count: number
}

/** What a line's bar is made of, in the order of every chart; nothing for a state that no row is in. */
export function partsOf(counts: Counts): Part[] {
  return STATE_ORDER.map((state) => ({ state, count: counts[STATES[state].count] })).filter((part) => part.count > 0)
}

/** True when some row counts for more than one unit: the units then add up to more than the plan. */
export const shared = (view: StatisticsView) => view.rows.some((row) => row.units.length > 1)
