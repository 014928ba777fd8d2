import { AllSelection, NodeSelection, TextSelection, type EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import type { Block } from '../src/bindings/Block'
import type { Inline } from '../src/bindings/Inline'
import { toDoc } from '../src/report/blocks'
import { markedDom } from '../src/report/copy'
import { newState } from '../src/report/editor'
import { schema } from '../src/report/schema'

const words = (text: string): Inline => ({ kind: 'text', text })
const figure = (shown?: string): Inline => ({ kind: 'figure', id: 'plan.done', format: 'plain', ...(shown !== undefined && { shown }) })
const cell = (text: string, span = 1) => ({ span, text: [words(text)] })
const BLOCKS: Block[] = [
  { kind: 'heading', id: 'h', level: 3, number: '1.', text: [words('Kết quả')] },
  { kind: 'para', id: 'p', text: [words('Tổng số nhiệm vụ được giao: '), figure('42'), words(' nhiệm vụ (chi tiết tại '), { kind: 'annex', annex: 'A', shown: 'Phụ lục II' }, words(' kèm theo), theo '), { kind: 'citation', document: 3, full: false, shown: 'Kế hoạch số 12/KH-UBND' }, words('.')] },
  { kind: 'item', id: 'i', item: { mark: 'dash' }, text: [words('Đã xong '), { ...figure('40'), override: ['41', 'đếm lại'] } as Inline, words(', còn '), figure()] },
  { kind: 'item', id: 'j', item: { mark: 'letter', value: 'a' }, text: [words('một'), { kind: 'break' }, words('hai')] },
  { kind: 'table', id: 't', table: { columns: [{ share: 1, align: 'left' }, { share: 1, align: 'left' }], header: [{ group: false, cells: [cell('Thôn'), cell('Hộ')] }], rows: [{ group: true, cells: [cell('Vùng đồi', 2)] }, { group: false, cells: [cell('Lam Hạ'), { span: 1, text: [figure('280')] }] }], size: 12 } },
]

/** What a program that takes only text gets of a selection. */
function copied(state: EditorState): string {
  let slice = state.selection.content()
  for (const plugin of state.plugins) slice = plugin.props.transformCopied?.call(plugin, slice, { state } as never) ?? slice
  return state.plugins.map((plugin) => plugin.props.clipboardTextSerializer?.call(plugin, slice, { state } as never)).find((text) => text) ?? ''
}
const opened = () => newState(toDoc(BLOCKS))
const all = () => { const state = opened(); return state.apply(state.tr.setSelection(new AllSelection(state.doc))) }
/** Where these words stand. */
function chosen(from: string, to: string): EditorState {
  const state = opened()
  const at = (text: string) => { let found = 0; state.doc.descendants((node, pos) => { const within = node.isText ? (node.text ?? '').indexOf(text) : -1; if (within >= 0) found = pos + within }); return found }
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, at(from), at(to) + to.length)))
}

describe('a copied text loses no figure: what only takes words gets', () => {
  it('the values of figures, documents and appendices as shown, and the marks of items', () => {
    expect(copied(all()).split('\n')).toEqual([
      '1. Kết quả', 'Tổng số nhiệm vụ được giao: 42 nhiệm vụ (chi tiết tại Phụ lục II kèm theo), theo Kế hoạch số 12/KH-UBND.',
      '- Đã xong 41, còn …', 'a) một', 'hai', 'Thôn\tHộ', 'Vùng đồi\t', 'Lam Hạ\t280',
    ])
  })
  it('a figure that is chosen alone', () => {
    const state = opened()
    let at = 0
    state.doc.descendants((node, pos) => { if (node.type === schema.nodes.figure && at === 0) at = pos })
    expect(copied(state.apply(state.tr.setSelection(NodeSelection.create(state.doc, at))))).toBe('42')
  })
  it('no mark with words out of the middle of an item, one with the whole of it', () => {
    expect(copied(chosen('xong', ', còn'))).toBe('xong 41, còn')
    expect(copied(chosen('Đã', 'xong '))).toBe('Đã xong ')
    expect(copied(chosen('một', 'hai'))).toBe('a) một\nhai')
    expect(copied(chosen('còn', 'hai'))).toBe('còn …\na) một\nhai')
  })
  it('words out of one cell bare', () => {
    expect(copied(chosen('Lam', 'Lam'))).toBe('Lam')
  })
})

it('a copied page has the marks as words, which our own paste leaves out', () => {
  const [heading, , item] = toDoc(BLOCKS).children
  expect(markedDom(item!)).toEqual(['p', { class: 'item', 'data-item': '{"mark":"dash"}', 'data-mark': '-' }, ['span', { 'data-own-mark': '' }, '- '], ['span', 0]])
  expect(markedDom(heading!)).toEqual(['h4', { 'data-level': '3', 'data-number': '1.' }, ['span', { 'data-own-mark': '' }, '1. '], ['span', 0]])
  expect(schema.nodes.item.spec.parseDOM).toContainEqual({ tag: 'span[data-own-mark]', ignore: true })
})
