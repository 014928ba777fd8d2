/** What is done to many rows or cells at once: ticking, clearing, filling down, pasting. */
import type { SvelteSet } from 'svelte/reactivity'
import type { PlanView } from '../bindings/PlanView'
import { desk } from '../desk.svelte'
import { writeChange } from './bulk'
import type { Cells } from './cells.svelte'
import { clear, fillDown, paste, withEdits, type Change } from './fill'
import type { Block } from '../shared/block'
import { between } from './ranges'
import { nextTt } from './rows'

interface Doors {
  cells: Cells
  selected: SvelteSet<number>
  view: () => PlanView | null
  show: (view: PlanView) => void
  /** Waits until the view holds a new row. */
  arrived: (id: number) => Promise<void>
}

export class ManyRows {
  private readonly doors: Doors
  private lastTicked: number | null = null

  constructor(doors: Doors) {
    this.doors = doors
  }

  /** One row ticked or not; with `range` all from the last ticked one to it, or all of the block. */
  tick(id: number, range: boolean): void {
    const { cells, selected } = this.doors
    if (range) {
      const ids = cells.tasks.map((row) => row.id)
      const block = cells.many
      for (const one of block ? ids.slice(block.top, block.bottom + 1) : between(ids, this.lastTicked, id)) selected.add(one)
    } else if (!selected.delete(id)) selected.add(id)
    this.lastTicked = id
  }

  overwrite(what: 'clear' | 'fill'): void {
    const { here, tasks } = this.doors.cells
    if (here) void this.write(what === 'clear' ? clear(tasks, here) : fillDown(tasks, here), null)
  }

  paste(table: string[][]): void {
    const { here, tasks } = this.doors.cells
    const view = this.doors.view()
    if (!view || table.length === 0) return
    if (!here) {
      desk.said = 'Không dán được vào đây. Hãy chọn một ô của nhiệm vụ, từ cột TT đến cột Sản phẩm.'
      return
    }
    const change = paste(tasks, here, table, Number(nextTt(view.tasks)))
    void this.write(change, change.block)
  }

  /** The new words show at once, and go again if they are refused; what was pasted stays selected. */
  private async write(change: Change, block: Block | null): Promise<void> {
    const { cells, view, show, arrived } = this.doors
    const before = view()
    if (!before?.plan) return
    const first = block && cells.tasks[block.top]
    const hopeful = withEdits(before, change.edits)
    const select = () => {
      if (!block) return
      // In a sorted list the rows may have gone elsewhere by their new words.
      if (cells.tasks[block.top]?.id === first?.id) cells.take(block)
      else cells.clear()
    }
    show(hopeful)
    select()
    const drawn = cells.drawn
    const written = await writeChange(before.plan.id, change)
    if (!written && view() === hopeful) show(before)
    if (!written || !block) return
    if (written.thing !== null && change.fresh) await arrived(written.thing)
    // What was selected while it was being kept stays selected; new rows make the block longer.
    if (cells.drawn === drawn) select()
  }
}
