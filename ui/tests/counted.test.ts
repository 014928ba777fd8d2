import { describe, expect, it } from 'vitest'
import type { Counts } from '../src/bindings/Counts'
import type { StatisticsView } from '../src/bindings/StatisticsView'
import { byGroup, byUnit, FINISHED, partsOf, rowsOf, shared, whole } from '../src/counted'
import { NO_UNIT, STATE_ORDER, STATES } from '../src/terms'

const none: Counts = { total: 0, done_on_time: 0, done_late: 0, overdue: 0, in_progress: 0, not_started: 0, stopped: 0 }
const view: StatisticsView = {
  plan: 1, scope: 'since-start', as_of: '2026-08-10', from: '2026-01-01', to: '2026-08-10', counts: { ...none, total: 4, done_on_time: 1, done_late: 1, overdue: 2 },
  by_group: [
    { id: 10, roman: 'I', name: 'Thể chế', counts: { ...none, total: 3, done_on_time: 1, overdue: 2 } },
    { id: 20, roman: 'II', name: 'Thủ tục', counts: { ...none, total: 1, done_late: 1 } },
    { id: 30, roman: 'III', name: 'Chưa có việc', counts: none },
  ],
  by_unit: [
    { unit: 'Công an xã', counts: { ...none, total: 2, done_on_time: 1, overdue: 1 } },
    { unit: 'Phòng Kinh tế', counts: { ...none, total: 2, done_on_time: 1, done_late: 1 } },
    { unit: '', counts: { ...none, total: 1, overdue: 1 } },
  ],
  rows: [
    { id: 1, group: 10, units: ['Công an xã', 'Phòng Kinh tế'], state: 'done-on-time' },
    { id: 2, group: 10, units: ['Công an xã'], state: 'overdue' },
    { id: 3, group: 10, units: [], state: 'overdue' },
    { id: 4, group: 20, units: ['Phòng Kinh tế'], state: 'done-late' },
  ],
}
const lines = [whole(view), ...byGroup(view), ...byUnit(view)]

describe('the statistics of a plan', () => {
  it('every number of every line opens as many rows as it says', () => {
    for (const line of lines) {
      expect(rowsOf(line), line.name).toHaveLength(line.counts.total)
      for (const state of STATE_ORDER) expect(rowsOf(line, [state]), `${line.name}, ${state}`).toHaveLength(line.counts[STATES[state].count])
      expect(rowsOf(line, FINISHED)).toHaveLength(line.counts.done_on_time + line.counts.done_late)
    }
  })
  it('a bar is as long as its line, without what nobody is in', () => {
    for (const line of lines) {
      const parts = partsOf(line.counts)
      expect(parts.reduce((sum, part) => sum + part.count, 0)).toBe(line.counts.total)
      expect(parts.every((part) => part.count > 0)).toBe(true)
    }
    expect(partsOf(view.counts)).toEqual([{ state: 'done-on-time', count: 1 }, { state: 'done-late', count: 1 }, { state: 'overdue', count: 2 }])
  })
  it('fields have their numbers, units stand by their names, rows without one unit last', () => {
    expect(byGroup(view).map((line) => line.tt)).toEqual(['I', 'II', 'III'])
    expect(byUnit(view).map((line) => line.name)).toEqual(['Công an xã', 'Phòng Kinh tế', NO_UNIT])
    expect(rowsOf(byUnit(view)[1]!)).toEqual([1, 4])
  })
  it('it is known whether units add up to more than the plan', () => {
    expect(shared(view)).toBe(true)
    expect(shared({ ...view, rows: view.rows.slice(1) })).toBe(false)
  })
})
