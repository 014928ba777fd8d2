import { TextSelection, type EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { toDoc } from '../src/report/blocks'
import { newState } from '../src/report/editor'
import { emptyTable } from '../src/report/tableEdit'
import { schema } from '../src/report/schema'

describe('Ctrl+Enter in a text', () => {
  /** The key as the editor's own plugins see it: the state after it, whether it was taken, and what was said. */
  function chord(doc: EditorState['doc'], at: number): { state: EditorState; ours: boolean; said: string[] } {
    const said: string[] = []
    let next = newState(doc, { tell: (sentence) => said.push(sentence) })
    next = next.apply(next.tr.setSelection(TextSelection.near(next.doc.resolve(at))))
    const view = { get state() { return next }, dispatch: (tr: Parameters<EditorState['apply']>[0]) => (next = next.apply(tr)), composing: false }
    const event = { key: 'Enter', shiftKey: false, ctrlKey: true, altKey: false, metaKey: false, keyCode: 13 } as KeyboardEvent
    const ours = next.plugins.some((plugin) => plugin.props.handleKeyDown?.call(plugin, view as never, event) === true)
    return { state: next, ours, said }
  }
  const words = toDoc([{ kind: 'para', id: 'p', text: [{ kind: 'text', text: 'Có sẵn.' }] }])
  const table = schema.nodes.doc.create(null, emptyTable(2, 1))
  it('adds a row to a table and goes no further', () => {
    const { state, ours, said } = chord(table, 3)
    expect([ours, state.doc.firstChild?.childCount, said]).toEqual([true, 3, []])
  })
  it('changes no words and sends no report off: it says where that is done', () => {
    const { state, ours, said } = chord(words, 3)
    expect([ours, state.doc.eq(words), said.length]).toEqual([true, true, 1])
    expect(said[0]).toContain('bấm nút Trình')
  })
})
