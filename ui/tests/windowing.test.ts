import { describe, expect, it } from 'vitest'
import { drawn, Heights } from '../src/shared/windowing'

/** The plain way, to check the quick one against. */
class Slow {
  constructor(private rows: number[]) {}
  offset = (index: number) => this.rows.slice(0, index).reduce((sum, row) => sum + row, 0)
  at(y: number): number {
    let sum = 0
    for (let i = 0; i < this.rows.length; i++) {
      sum += this.rows[i] ?? 0
      if (sum > y) return i
    }
    return this.rows.length - 1
  }
  set(index: number, height: number): void {
    this.rows[index] = height
  }
}

/** The same numbers every run. */
function numbers(seed: number): () => number {
  let x = seed
  return () => {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0
    return x / 2 ** 32
  }
}

describe('heights', () => {
  it.each([1, 2, 3, 7, 8, 9, 64, 1000])('agrees with a plain sum for %i rows, measured and guessed', (count) => {
    const next = numbers(count)
    const rows = Array.from({ length: count }, () => 20 + Math.floor(next() * 200))
    const quick = new Heights(rows)
    const slow = new Slow([...rows])
    for (let step = 0; step < 200; step++) {
      const at = Math.floor(next() * count)
      const height = 20 + Math.floor(next() * 300)
      quick.set(at, height)
      slow.set(at, height)
      const y = next() * slow.offset(count)
      expect(quick.at(y)).toBe(slow.at(y))
      expect(quick.offset(at)).toBeCloseTo(slow.offset(at))
      expect(quick.total).toBeCloseTo(slow.offset(count))
    }
  })
  it('draws the rows in view and a margin, never beyond the ends', () => {
    const heights = new Heights(Array.from({ length: 100 }, () => 50))
    expect(heights.range(0, 500, 100)).toEqual([0, 13])
    expect(heights.range(1000, 500, 0)).toEqual([20, 31])
    expect(heights.range(99_999, 500, 0)).toEqual([99, 100])
    expect(new Heights([]).range(0, 500, 100)).toEqual([0, 0])
  })
  it('says whether a measured height differs', () => {
    const heights = new Heights([50, 50])
    expect(heights.set(0, 50.2)).toBe(false)
    expect(heights.set(1, 80)).toBe(true)
    expect(heights.set(9, 80)).toBe(false)
    expect(heights.total).toBe(130)
  })
})

describe('the rows that are drawn', () => {
  it.each([
    [[3, 6], -1, [3, 4, 5]], [[3, 6], 0, [0, 3, 4, 5]], [[3, 6], 9, [3, 4, 5, 9]], [[0, 0], -1, []],
  ] as const)('%j and row %i', (range, other, expected) => expect(drawn(range, other)).toEqual(expected))
})
