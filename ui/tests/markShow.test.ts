import { describe, expect, it } from 'vitest'
import { NodeSelection, TextSelection, type EditorState } from 'prosemirror-state'
import type { Block } from '../src/bindings/Block'
import type { ReportMark } from '../src/bindings/ReportMark'
import { toDoc } from '../src/report/blocks'
import { newState } from '../src/report/editor'
import { markAt, marksKey, nextMark, selectionOf, shownSpan, spanOf } from '../src/report/markShow'

const figure = { kind: 'figure' as const, id: 'plan.done', format: 'sentence' as const, shown: '05' }
const blocks: Block[] = [
  { kind: 'para', id: 'a', text: [{ kind: 'text', text: 'Trong quý III có ' }, figure, { kind: 'text', text: ' việc, 125 hồ sơ.' }] },
  { kind: 'table', id: 't', table: { columns: [], header: [], rows: [], size: 12 } },
]
const mark = (key: string, kind: ReportMark['kind'], block: string, words: string, from: number, to: number): ReportMark => ({
  key, kind, at: { mark: 1, section: 'I', block, words, from, to }, why: '', instead: null, sure: true, chip: null, around: ['', ''], same: [], was: '',
})
const quarter = mark('q', 'period', 'a', 'quý III', 6, 13)
const over = mark('o', 'override', 'a', 'plan.done', 17, 18)
const number = mark('n', 'number', 'a', '125', 25, 28)
const table = mark('t', 'table', 't', '', 0, 0)

function shown(marks: ReportMark[]): EditorState {
  const state = newState(toDoc(blocks))
  return state.apply(state.tr.setMeta(marksKey, { marks, at: null }))
}
const words = (state: EditorState, key: string) => {
  const span = shownSpan(state, key)
  return span && state.doc.textBetween(span.from, span.to, ' ', '…')
}

describe('marks in the text', () => {
  it('stand on their words: a chip is one letter, as the ledger counts', () => {
    const state = shown([quarter, over, number, table])
    expect([words(state, 'q'), words(state, 'o'), words(state, 'n')]).toEqual(['quý III', '…', '125'])
    expect(spanOf(state.doc, table.at)).toMatchObject({ whole: true })
    expect(spanOf(state.doc, { ...number.at, block: 'gone' })).toBeNull()
    expect(spanOf(state.doc, { ...number.at, to: 900 })).toBeNull()
  })
  it('move along while one types, and go with their words', () => {
    let state = shown([quarter, number])
    state = state.apply(state.tr.insertText('Nay ', 1))
    expect([words(state, 'q'), words(state, 'n')]).toEqual(['quý III', '125'])
    const span = shownSpan(state, 'n')
    state = state.apply(state.tr.insertText('128', span?.from ?? 0, span?.to ?? 0))
    expect([words(state, 'q'), shownSpan(state, 'n')]).toEqual(['quý III', null])
  })
  it('are selected as words, a chip and a table as a whole', () => {
    const state = shown([quarter, over, table])
    const select = (key: string) => selectionOf(state, shownSpan(state, key) ?? { from: 0, to: 0 })
    expect(select('q')).toBeInstanceOf(TextSelection)
    expect([select('o'), select('t')].every((one) => one instanceof NodeSelection)).toBe(true)
    expect(markAt(state.apply(state.tr.setSelection(select('o'))))).toBe('o')
  })
  it('are known by the caret, and the next one from there', () => {
    const state = shown([quarter, number])
    const at = (place: number) => state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)))
    expect([markAt(at(2)), markAt(at(9)), markAt(at(27))]).toEqual([null, 'q', 'n'])
    expect([nextMark(at(2), 1), nextMark(at(16), 1), nextMark(at(16), -1), nextMark(at(2), -1)]).toEqual(['q', 'n', 'q', null])
  })
})
