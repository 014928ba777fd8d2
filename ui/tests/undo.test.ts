import type { EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { toDoc } from '../src/report/blocks'
import { allTakenBack, newState } from '../src/report/editor'

const opened = () => toDoc([{ kind: 'para', id: 'p', text: [{ kind: 'text', text: 'Có sẵn.' }] }])
const typed = (state: EditorState) => state.apply(state.tr.insertText('a', 8))

describe('Ctrl+Z in a text', () => {
  /** The key as the editor's own plugins see it: the state after it, and whether it was taken. */
  function chord(state: EditorState, key: string): { state: EditorState; ours: boolean } {
    let next = state
    const view = { get state() { return next }, dispatch: (tr: Parameters<EditorState['apply']>[0]) => (next = next.apply(tr)), composing: false }
    const event = { key, shiftKey: false, ctrlKey: true, altKey: false, metaKey: false, keyCode: key.toUpperCase().charCodeAt(0) } as KeyboardEvent
    // What is left never comes to the keys of the editor, which would keep it from the window.
    const left = state.plugins.some((plugin) => plugin.props.handleDOMEvents?.keydown?.call(plugin, view as never, event) === true)
    const ours = !left && state.plugins.some((plugin) => plugin.props.handleKeyDown?.call(plugin, view as never, event) === true)
    expect(left).toBe(!ours)
    return { state: next, ours }
  }
  const text = (state: EditorState) => state.doc.textContent
  it('is left to the ledger where nothing was typed since the text was opened', () => {
    const fresh = newState(opened())
    expect([chord(fresh, 'z').ours, chord(fresh, 'y').ours]).toEqual([false, false])
  })
  it('takes back what was typed, then stops and says so: the ledger would bring it back', () => {
    const said: string[] = []
    const after = typed(newState(opened(), { tell: (sentence) => said.push(sentence) }))
    const back = chord(after, 'z')
    expect([back.ours, text(back.state), said.length]).toEqual([true, 'Có sẵn.', 0])
    const again = chord(back.state, 'z')
    expect([again.ours, text(again.state), said.length]).toEqual([true, 'Có sẵn.', 1])
    expect(text(chord(again.state, 'y').state)).toBe('Có sẵn.a')
  })
  it('goes on to what was done before where that brings back nothing', () => {
    const back = chord(typed(newState(opened(), { bringsBack: () => false })), 'z')
    const before = chord(back.state, 'z')
    expect([back.ours, before.ours, text(before.state), text(chord(before.state, 'y').state)]).toEqual([true, false, 'Có sẵn.', 'Có sẵn.a'])
  })
  it('has nothing left once all is taken back, and only then', () => {
    const after = typed(newState(opened()))
    const back = chord(after, 'z').state
    expect([newState(opened()), after, back, chord(back, 'y').state].map(allTakenBack)).toEqual([false, false, true, false])
  })
  it('is the ledger\'s when something else was done since', () => {
    let newest = false
    const after = typed(newState(opened(), { isLedgers: () => newest }))
    newest = true
    const back = chord(after, 'z')
    expect([back.ours, text(back.state)]).toEqual([false, 'Có sẵn.a'])
  })
})
