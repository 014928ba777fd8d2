/** The block of cells that is selected, held by the rows' own keys so that it outlives a change of the view. */
import type { TaskRow } from '../bindings/TaskRow'
import { STATES } from '../terms'
import { wordsIn } from './fill'
import { height, isMany, sized, type Block, type Spot } from '../shared/block'
import { blockOf, LAST_COL, sliceOf, stepped, type Slice } from './ranges'
import { taskKey, type Item } from './rows'

export interface Place {
  key: string
  col: number
}

export class Cells {
  /** Its corners, and how many rows it held when it was drawn. */
  private span = $state.raw<{ from: Place; to: Place; rows: number } | null>(null)
  private readonly items: () => Item[]
  private readonly active: () => Place | null

  constructor(items: () => Item[], active: () => Place | null) {
    this.items = items
    this.active = active
  }

  /** The task rows as shown; group rows do not count. */
  readonly tasks = $derived.by(() => this.items().flatMap((item): TaskRow[] => (item.kind === 'task' ? [item.row] : [])))
  private readonly ordinals = $derived.by(() => new Map(this.tasks.map((row, at) => [taskKey(row.id), at])))

  /** Rows that came between the corners since, or left, were not chosen by the officer: then it is a block no more. */
  private readonly block = $derived.by((): Block | null => {
    const block = this.span && this.between(this.span.from, this.span.to)
    return block && height(block) === this.span?.rows ? block : null
  })
  /** A block of more than one cell. */
  readonly many = $derived.by(() => (this.block && isMany(this.block) ? this.block : null))
  /** The block, or the active cell as a block of one; a place beyond the paper's columns is none. */
  readonly here = $derived.by((): Block | null => {
    const spot = this.spot(this.active())
    return this.many ?? (spot && spot.col <= LAST_COL ? blockOf(spot, spot) : null)
  })
  readonly words = $derived.by(() => (this.many ? sized(this.many) : ''))

  slice(key: string): Slice | null {
    const at = this.many ? this.ordinals.get(key) : undefined
    return this.many && at !== undefined ? sliceOf(this.many, at) : null
  }

  /** What Ctrl+C takes: the block; else the ticked rows when the active one is among them; else the active cell. */
  copied(ticked: ReadonlySet<number>): string[][] | null {
    const active = this.spot(this.active())
    const row = active && this.tasks[active.row]
    if (this.many) return wordsIn(this.tasks, this.many)
    if (!row) return null
    const rows = ticked.has(row.id) ? this.tasks.filter((one) => ticked.has(one.id)) : []
    if (rows.length > 1) return wordsIn(rows, { top: 0, bottom: rows.length - 1, left: 0, right: LAST_COL })
    return this.here ? wordsIn(this.tasks, this.here) : [[STATES[row.state].word]]
  }

  clear(): void {
    this.span = null
  }

  /** What was drawn last: the same until something else is selected. */
  get drawn(): unknown {
    return this.span
  }

  all(): void {
    this.draw(this.place({ row: 0, col: 0 }), this.place({ row: this.tasks.length - 1, col: LAST_COL }))
  }

  /** Draws the block from the active cell, or another one, to a cell. */
  to(place: Place, from: Place | null = this.active()): void {
    this.draw(from, place)
  }

  /** Moves the free corner of the block; says where it is now. */
  extend(rows: number, cols: number): Place | null {
    const from = this.block && this.span ? this.span.from : this.active()
    const corner = this.spot(this.block && this.span ? this.span.to : from)
    const to = corner && this.place(stepped(corner, rows, cols, this.tasks.length))
    this.draw(from, to)
    return to
  }

  /** Selects what was just written, as far as it is shown. */
  take(block: Block): void {
    this.draw(this.place({ row: block.top, col: block.left }), this.place({ row: Math.min(block.bottom, this.tasks.length - 1), col: block.right }))
  }

  private draw(from: Place | null, to: Place | null): void {
    const block = from && to && this.between(from, to)
    if (block) this.span = { from, to, rows: height(block) }
  }
  private between(from: Place, to: Place): Block | null {
    const one = this.spot(from)
    const other = this.spot(to)
    return one && other ? blockOf(one, other) : null
  }
  private spot(place: Place | null): Spot | null {
    const row = place ? this.ordinals.get(place.key) : undefined
    return place && row !== undefined ? { row, col: place.col } : null
  }
  private place({ row, col }: Spot): Place | null {
    const task = this.tasks[row]
    return task ? { key: taskKey(task.id), col } : null
  }
}
