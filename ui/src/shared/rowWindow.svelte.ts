/**
 * Which rows of a long list are drawn: guessed heights put right as rows are seen, one row held where it stands.
 *
 * The active row is always drawn, beyond the edge when it is out of view: it keeps the focus and the words typed in it.
 */
import { tick, untrack } from 'svelte'
import { drawn, Heights } from './windowing'

/** So far beyond the view rows are drawn, px. */
export const BEYOND = 500

export class RowWindow<Row extends { key: string }> {
  scroller = $state<HTMLElement | undefined>()
  rows = $state<HTMLElement | undefined>()
  top = $state(0)
  head = $state(52)
  room = $state(600)
  width = $state(900)
  private version = $state(0)
  private laid = $state(0)
  private measured = new Map<string, number>()
  private anchor = { key: '', rest: 0 }

  private readonly items: () => readonly Row[]
  private readonly active: () => string | undefined
  private readonly guess: (row: Row) => number

  constructor(items: () => readonly Row[], active: () => string | undefined, guess: (row: Row) => number) {
    this.items = items
    this.active = active
    this.guess = guess
    $effect(() => this.watch())
    $effect(() => {
      void this.visible
      this.measure()
    })
    $effect(() => {
      void this.heights
      untrack(() => this.hold())
    })
  }

  readonly index = $derived.by(() => new Map(this.items().map((item, at) => [item.key, at])))
  readonly heights = $derived.by(() => {
    void this.laid
    return new Heights(this.items().map((item) => this.measured.get(item.key) ?? this.guess(item)))
  })
  readonly range = $derived.by(() => {
    void this.version
    return this.heights.range(this.top, this.room, BEYOND)
  })
  /** The active row's place when it is drawn out of its order; -1: it stands among the others, or is nowhere. */
  readonly away = $derived.by(() => {
    const at = this.index.get(this.active() ?? '') ?? -1
    return at >= this.range[0] && at < this.range[1] ? -1 : at
  })
  readonly visible = $derived.by(() => drawn(this.range, this.away).flatMap((at) => this.items()[at] ?? []))
  readonly above = $derived.by(() => (void this.version, this.heights.offset(this.range[0]) - (this.away >= 0 && this.away < this.range[0] ? this.heights.height(this.away) : 0)))
  readonly below = $derived.by(() => (void this.version, this.heights.total - this.heights.offset(this.range[1]) - (this.away >= this.range[1] ? this.heights.height(this.away) : 0)))
  readonly activeDrawn = $derived.by(() => this.index.has(this.active() ?? ''))

  /** Where a row begins, px from the first one; `null`: it is not in the list. */
  start(key: string): number | null {
    void this.version
    const at = this.index.get(key)
    return at === undefined ? null : this.heights.offset(at)
  }

  /** The row one page further down (1) or up (-1). */
  page(from: number, way: 1 | -1): number {
    return this.heights.at(Math.max(0, this.heights.offset(from) + way * (this.room - 60)))
  }

  /** Columns have other widths now: what was measured before holds no more. */
  remeasure(): void {
    this.measured = new Map()
    this.laid += 1
    void tick().then(() => this.measure())
  }

  toTop(): void {
    if (this.scroller) this.scroller.scrollTop = 0
    this.scrolled()
  }

  scrolled(): void {
    this.top = this.scroller?.scrollTop ?? 0
    this.remember()
  }

  /** Brings a row into view; guesses on the way are put right, so it may take a few looks. */
  async reach(key: string): Promise<void> {
    for (let look = 0; look < 4; look++) {
      const at = this.index.get(key)
      if (at === undefined || !this.scroller) return
      const start = this.heights.offset(at)
      const end = start + this.heights.height(at)
      const { scrollTop } = this.scroller
      if (start < scrollTop) this.scroller.scrollTop = start
      else if (end > scrollTop + this.room) this.scroller.scrollTop = Math.min(start, end - this.room)
      this.scrolled()
      await tick()
    }
  }

  private watch(): (() => void) | undefined {
    const { scroller, rows } = this
    if (!scroller || !rows) return undefined
    let frame = 0
    // In the next frame: what measuring changes must not be seen by the same look.
    const look = () => {
      this.room = scroller.clientHeight - this.head
      if (Math.abs(scroller.clientWidth - this.width) > 1) {
        this.width = scroller.clientWidth
        this.remeasure()
      }
      this.measure()
    }
    const watch = new ResizeObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    })
    look()
    watch.observe(scroller)
    watch.observe(rows)
    return () => {
      cancelAnimationFrame(frame)
      watch.disconnect()
    }
  }

  /** The row that must not move when heights change: the active one while it is in view, else the first in view. */
  private remember(): void {
    const { heights, top } = this
    const active = this.index.get(this.active() ?? '')
    const inView = active !== undefined && heights.offset(active) >= top - 1 && heights.offset(active) < top + this.room
    const at = inView ? active : heights.at(top)
    this.anchor = { key: this.items()[at]?.key ?? '', rest: top - heights.offset(at) }
  }

  private hold(): void {
    const at = this.index.get(this.anchor.key)
    if (at === undefined || !this.scroller || this.top === 0) return
    const wanted = Math.max(0, this.heights.offset(at) + this.anchor.rest)
    if (Math.abs(wanted - this.scroller.scrollTop) <= 1) return
    this.scroller.scrollTop = wanted
    this.top = this.scroller.scrollTop
  }

  private measure(): void {
    if (!this.rows) return
    // Half-way through an update the list may have been too short for a moment, and the place lost.
    const top = untrack(() => this.top)
    if (this.scroller && Math.abs(this.scroller.scrollTop - top) > 1) this.scroller.scrollTop = top
    const { heights, index } = untrack(() => ({ heights: this.heights, index: this.index }))
    let changed = false
    for (const element of this.rows.children) {
      const key = (element as HTMLElement).dataset.key ?? ''
      const at = index.get(key)
      if (at === undefined) continue
      const height = element.getBoundingClientRect().height
      this.measured.set(key, height)
      if (heights.set(at, height)) changed = true
    }
    if (!changed) return
    untrack(() => {
      this.version += 1
      this.hold()
    })
  }
}
