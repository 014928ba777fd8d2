import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import type { Block } from '../src/bindings/Block'
import { toBlocks, toDoc } from '../src/report/blocks'
import { newState } from '../src/report/editor'
import { itemOf, nextItem, pastedLines } from '../src/report/marks'

const para = (id: string, text: string): Block => ({ kind: 'para', id, text: text ? [{ kind: 'text', text }] : [] })
const words = (state: EditorState) => toBlocks(state.doc).map((block) => ({ kind: block.kind, text: 'text' in block ? block.text.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('') : '', mark: block.kind === 'item' ? block.item : null }))

/** A key as the state's own plugins see it, without a page around. */
function press(state: EditorState, key: string): EditorState {
  let next = state
  const view = { state, dispatch: (tr: Parameters<EditorState['apply']>[0]) => (next = next.apply(tr)), composing: false, endOfTextblock: () => true }
  const event = { key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, keyCode: 0 } as KeyboardEvent
  for (const plugin of state.plugins) if (plugin.props.handleKeyDown?.call(plugin, view as never, event)) break
  return next
}

/** Types one sign at the caret, past the input rules. */
function type(state: EditorState, sign: string): EditorState {
  let next = state
  const { from, to } = state.selection
  const view = { get state() { return next }, dispatch: (tr: Parameters<EditorState['apply']>[0]) => (next = next.apply(tr)), composing: false }
  const insert = () => next.tr.insertText(sign, from, to)
  for (const plugin of state.plugins) if (plugin.props.handleTextInput?.call(plugin, view as never, from, to, sign, insert)) return next
  return next.apply(insert())
}

const at = (state: EditorState, position: number) => state.apply(state.tr.setSelection(TextSelection.create(state.doc, position)))
const typeAll = (state: EditorState, text: string) => [...text].reduce(type, state)

describe('marks at the beginning of a line', () => {
  it.each([['- ', { mark: 'dash' }], ['+ ', { mark: 'plus' }], ['a) ', { mark: 'letter', value: 'a' }], ['đ) ', { mark: 'letter', value: 'đ' }], ['1. ', { mark: 'number', value: '1.' }]])('%j becomes an item after the space', (typed, item) => {
    const state = typeAll(newState(toDoc([])), `${typed}việc`)
    expect(words(state)).toEqual([{ kind: 'item', text: 'việc', mark: item }])
  })
  it('nothing changes before the space, nor in the middle of a line', () => {
    expect(words(typeAll(newState(toDoc([])), '-việc'))).toEqual([{ kind: 'para', text: '-việc', mark: null }])
    expect(words(typeAll(newState(toDoc([])), 'mục a) là'))).toEqual([{ kind: 'para', text: 'mục a) là', mark: null }])
  })
  it('Enter goes on with the next mark and an empty item ends the list', () => {
    const first = typeAll(newState(toDoc([])), 'd) một')
    const second = press(first, 'Enter')
    expect(words(second).map((block) => block.mark)).toEqual([{ mark: 'letter', value: 'd' }, { mark: 'letter', value: 'đ' }])
    expect(words(press(second, 'Enter')).at(-1)).toEqual({ kind: 'para', text: '', mark: null })
  })
  it('Backspace at the start gives the mark back as words', () => {
    const state = typeAll(newState(toDoc([para('p', '')])), '+ x')
    expect(words(press(at(state, 1), 'Backspace'))).toEqual([{ kind: 'para', text: '+x', mark: null }])
  })
  it('a split leaves the first half the old id and gives the second a new one', () => {
    const state = press(at(newState(toDoc([para('p', 'một hai')])), 4), 'Enter')
    const [first, second] = toBlocks(state.doc)
    expect(first?.id).toBe('p')
    expect(second?.id).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('marks', () => {
  it('follow the Vietnamese order', () => {
    expect(nextItem({ mark: 'letter', value: 'e' })).toEqual({ mark: 'letter', value: 'g' })
    expect(nextItem({ mark: 'number', value: '9.' })).toEqual({ mark: 'number', value: '10.' })
    expect(nextItem({ mark: 'number', value: '1.9.' })).toEqual({ mark: 'number', value: '1.10.' })
    expect(nextItem({ mark: 'dash' })).toEqual({ mark: 'dash' })
    expect(itemOf('w)')).toBeNull()
    expect(itemOf('I.')).toBeNull()
  })
})

describe('pasted words', () => {
  it('come in clean, a paragraph a line, marks read', () => {
    expect(pastedLines('Một\u00a0 hai\r\n\r\n- ba\u200b\n•\tbốn\na) năm\nsa\u0301u')).toEqual([
      { item: null, text: 'Một hai' }, { item: { mark: 'dash' }, text: 'ba' }, { item: { mark: 'dash' }, text: 'bốn' }, { item: { mark: 'letter', value: 'a' }, text: 'năm' }, { item: null, text: 'sáu' },
    ])
    expect(pastedLines(' \n\t\n')).toEqual([])
  })
})
