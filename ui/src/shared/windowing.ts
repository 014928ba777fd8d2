/** Heights of a long list: which rows are in view, and where each stands, in O(log n). */
export class Heights {
  private readonly tree: Float64Array
  private readonly rows: Float64Array

  constructor(estimates: readonly number[]) {
    this.rows = Float64Array.from(estimates)
    this.tree = new Float64Array(estimates.length + 1)
    for (let i = 1; i <= estimates.length; i++) {
      this.tree[i] = (this.tree[i] ?? 0) + (estimates[i - 1] ?? 0)
      const parent = i + (i & -i)
      if (parent <= estimates.length) this.tree[parent] = (this.tree[parent] ?? 0) + (this.tree[i] ?? 0)
    }
  }

  get count(): number {
    return this.rows.length
  }

  /** Height of all rows together, px. */
  get total(): number {
    return this.offset(this.rows.length)
  }

  height(index: number): number {
    return this.rows[index] ?? 0
  }

  /** Puts a measured height in place of an estimate; says whether it differs. */
  set(index: number, height: number): boolean {
    const change = height - this.height(index)
    if (index < 0 || index >= this.rows.length || Math.abs(change) < 0.5) return false
    this.rows[index] = height
    for (let i = index + 1; i <= this.rows.length; i += i & -i) this.tree[i] = (this.tree[i] ?? 0) + change
    return true
  }

  /** Where row `index` begins, px from the top of the list. */
  offset(index: number): number {
    let sum = 0
    for (let i = Math.min(index, this.rows.length); i > 0; i -= i & -i) sum += this.tree[i] ?? 0
    return sum
  }

  /** The row that covers `y`; the first or the last one beyond the ends. */
  at(y: number): number {
    let position = 0
    let rest = y
    for (let step = 1 << (31 - Math.clz32(this.rows.length | 1)); step > 0; step >>= 1) {
      const next = position + step
      if (next <= this.rows.length && (this.tree[next] ?? 0) <= rest) {
        position = next
        rest -= this.tree[next] ?? 0
      }
    }
    return Math.max(0, Math.min(position, this.rows.length - 1))
  }

  /** First and one-past-last row to draw for a view of `height` px at `top`, with `margin` px beyond. */
  range(top: number, height: number, margin: number): [number, number] {
    if (this.rows.length === 0) return [0, 0]
    return [this.at(Math.max(0, top - margin)), this.at(top + height + margin) + 1]
  }
}

/** The rows of a range in their order, and one more before or after them; -1: no other. */
export function drawn([from, to]: readonly [number, number], other: number): number[] {
  const rows = Array.from({ length: to - from }, (_, at) => from + at)
  if (other < 0) return rows
  return other < from ? [other, ...rows] : [...rows, other]
}
