import { describe, expect, it } from 'vitest'
import { FirstLetter } from '../src/plan/firstLetter'

/** What the page tells while somebody types: the words of the field after each event, and `(`, `)` around a composition. */
function cell(events: string[]): { shown: boolean; words: string } {
  const first = new FirstLetter()
  let shown = false
  let words = ''
  for (const event of events) {
    if (event === '(') first.compositionStarts()
    else if (event === ')') { if (first.compositionEnds(words)) shown = false }
    else {
      words = event
      if (first.typed(words, !shown)) shown = true
    }
  }
  return { shown, words }
}

describe('the first letter of a cell', () => {
  it.each([
    ['typed plainly', ['d', 'da'], { shown: true, words: 'da' }],
    ['composed by IBus or Windows', ['(', 'd', 'đ', 'đâ', 'đây', ')'], { shown: true, words: 'đây' }],
    ['composed, and written at the end', ['(', 'd', '', ')', 'đ'], { shown: true, words: 'đ' }],
    ['sent by Unikey as Backspace and letters', ['d', '', 'đ', 'đa', 'đ', 'đâ'], { shown: true, words: 'đâ' }],
    ['composed and given up: the cell stays as it was', ['(', 'd', '', ')'], { shown: false, words: '' }],
    ['a composition without a letter shows nothing', ['(', ')'], { shown: false, words: '' }],
    ['typed, then a composition given up: still edited', ['a', '(', 'ad', 'a', ')'], { shown: true, words: 'a' }],
    ['typed and taken back by hand: still edited, and empty', ['a', ''], { shown: true, words: '' }],
    ['composed in two goes, the second taken back', ['(', 'đ', ')', '(', 'đd', '', ')'], { shown: true, words: '' }],
  ] as [string, string[], { shown: boolean; words: string }][])('%s', (_, events, expected) => expect(cell(events)).toEqual(expected))
})
