import { beforeEach, expect, it, vi } from 'vitest'
import type { PlanView } from '../src/bindings/PlanView'
import type { TaskRow } from '../src/bindings/TaskRow'
import type { Written } from '../src/bindings/Written'
import { writeChange } from '../src/plan/bulk'
import { Cells, type Place } from '../src/plan/cells.svelte'
import { ManyRows } from '../src/plan/many'
import { taskKey } from '../src/plan/rows'

vi.mock('../src/plan/bulk', () => ({ writeChange: vi.fn() }))

const row = (id: number) => ({ id, group: 10, tt: String(id), content: `Việc ${id}`, lead: `Phòng ${id}`, coordinating: '', deadline_text: 'Quý I', product: '', state: 'not-started' }) as unknown as TaskRow
const written: Written = { change: 1, summary: 'Sửa 1 ô', moment: '2026-12-14T08:00:00', thing: null, warnings: [] }

/** A plan of four tasks, its first cell of Cơ quan chủ trì chosen. */
function opened() {
  let view = { plan: { id: 1 }, tasks: [1, 2, 3, 4].map(row) } as unknown as PlanView
  let place: Place = { key: taskKey(1), col: 2 }
  const cells = new Cells(() => view.tasks.map((one) => ({ kind: 'task', key: taskKey(one.id), row: one })), () => place)
  const many = new ManyRows({ cells, selected: new Set() as never, view: () => view, show: (next) => (view = next), arrived: () => Promise.resolve() })
  return { cells, many, at: (next: Place) => (place = next), leads: () => view.tasks.map((one) => one.lead) }
}

let done: (answer: Written | undefined) => void = () => undefined
beforeEach(() => void vi.mocked(writeChange).mockImplementation(() => new Promise((resolve) => (done = resolve))))

it('what was pasted is selected at once', () => {
  const { cells, many } = opened()
  many.paste([['A'], ['B']])
  expect(cells.many).toMatchObject({ top: 0, bottom: 1 })
})

it('what is selected while it is being kept stays selected', async () => {
  const { cells, many, leads } = opened()
  many.paste([['A']])
  cells.extend(1, 0)
  done(written)
  await Promise.resolve()
  expect(cells.many).toMatchObject({ top: 0, bottom: 1 })
  many.overwrite('fill')
  expect(leads()).toEqual(['A', 'A', 'Phòng 3', 'Phòng 4'])
})
