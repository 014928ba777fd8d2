import { describe, expect, it } from 'vitest'
import { TypedChanges } from '../src/report/typedChanges'

describe('typed letters taken back leave nothing in the way of what was done before them', () => {
  it('the text before them takes back the changes that kept them, the newest first', () => {
    const mine = new TypedChanges('a')
    mine.kept('ab', 7, 3, 4)
    mine.kept('abc', 8, 4, 5)
    expect(mine.gone('a', 5)).toEqual([8, 7])
    expect([mine.gone('ab', 5), mine.isBack('ab', 5), mine.isBack('a', 5), mine.isBack('abc', 5)]).toEqual([[], false, true, true])
  })
  it('letters that were never kept need no change at all', () => {
    const mine = new TypedChanges('a')
    expect([mine.isHeld('a'), mine.isHeld('ab'), mine.gone('a', 0)]).toEqual([true, false, []])
  })
  it('only the changes since something else was done, and none once it was', () => {
    const mine = new TypedChanges('a')
    mine.kept('ab', 7, 3, 4)
    expect(mine.gone('a', 5)).toEqual([])
    mine.kept('abc', 9, 5, 6)
    expect([mine.gone('a', 6), mine.gone('ab', 6)]).toEqual([[], [9]])
  })
  it('none over a text that is not known', () => {
    const mine = new TypedChanges('a')
    mine.saw('x', false)
    expect(mine.isHeld('a')).toBe(false)
    mine.kept('ab', 7, 3, 4)
    mine.kept('a', 8, 4, 5)
    expect([mine.gone('a', 5), mine.gone('ab', 5)]).toEqual([[], []])
    mine.saw('a', true)
    expect(mine.isHeld('a')).toBe(true)
  })
})
