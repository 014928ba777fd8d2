import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import type { Block } from '../src/bindings/Block'
import { toBlocks, toDoc } from '../src/report/blocks'
import { newState } from '../src/report/editor'
import { itemOf, nextItem, pastedLines } from '../src/report/marks'
import { leftOutside } from '../src/report/pasteLeft'

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

describe('words from Word', () => {
  it('are items where a mark and a tab stand before them', () => {
    const dash = { mark: 'dash' }
    expect(pastedLines('·\tKiểm tra đợt 1\r\no\tthôn Lam Hạ\r\n·\tKiểm tra đợt 2')).toEqual([{ item: dash, text: 'Kiểm tra đợt 1' }, { item: { mark: 'plus' }, text: 'thôn Lam Hạ' }, { item: dash, text: 'Kiểm tra đợt 2' }])
    expect(pastedLines('§\tmột\n§\thai').map((line) => line.item)).toEqual([dash, dash])
    expect(pastedLines('o\tmột\no\thai').map((line) => line.item)).toEqual([dash, dash])
    expect(pastedLines('\uf0b7\tmột\nØ\thai\n+\tba').map((line) => line.item)).toEqual([dash, dash, { mark: 'plus' }])
    expect(pastedLines('1.\tTuyên truyền\na)\tTập huấn').map((line) => [line.item, line.text])).toEqual([[{ mark: 'number', value: '1.' }, 'Tuyên truyền'], [{ mark: 'letter', value: 'a' }, 'Tập huấn']])
    // Without a tab these are letters.
    expect(pastedLines('o lâu\nv sau').map((line) => line.item)).toEqual([null, null])
  })
  it('keep a break within a paragraph apart', () => {
    expect(pastedLines('Dòng một\u000bdòng hai')).toEqual([{ item: null, text: 'Dòng một\ndòng hai' }])
    expect(pastedLines('-\tmột \u000b\u000b hai\u000b')).toEqual([{ item: { mark: 'dash' }, text: 'một\nhai' }])
  })
})

/** A paste as the state's own plugins see it; answers the state after it and what was said. */
function paste(state: EditorState, html: string, plain: string, files: readonly string[] = []): { state: EditorState; said: string[]; ours: boolean } {
  const said: string[] = []
  let next = newState(state.doc, { say: (sentence) => sentence === null || said.push(sentence) })
  next = next.apply(next.tr.setSelection(TextSelection.atEnd(next.doc)))
  const view = { get state() { return next }, dispatch: (tr: Parameters<EditorState['apply']>[0]) => (next = next.apply(tr)), focus: () => undefined }
  const data = { getData: (kind: string) => (kind === 'text/html' ? html : kind === 'text/plain' ? plain : ''), files: files.map((type) => ({ type })) }
  const ours = next.plugins.some((plugin) => plugin.props.handlePaste?.call(plugin, view as never, { clipboardData: data } as never, null as never) === true)
  return { state: next, said, ours }
}

describe('a paste from a web page or from Word', () => {
  const page = '<style>p{color:red}</style><p onclick="steal()">Đã tiếp nhận <u>12</u> hồ sơ</p><script>alert(1)</script><iframe src="http://x"></iframe><p>- một</p>'
  it('brings its words and nothing of its scripts, frames and styles', () => {
    const { state, said, ours } = paste(newState(toDoc([])), page, 'Đã tiếp nhận 12 hồ sơ\n- một')
    expect(ours).toBe(true)
    expect(words(state)).toEqual([{ kind: 'para', text: 'Đã tiếp nhận 12 hồ sơ', mark: null }, { kind: 'item', text: 'một', mark: { mark: 'dash' } }])
    expect(JSON.stringify(toBlocks(state.doc))).not.toMatch(/script|alert|steal|iframe|color/)
    expect(said).toEqual([])
  })
  it('says that pictures stay outside, and keeps the words around them', () => {
    const { state, said } = paste(newState(toDoc([para('p', 'Có sẵn.')])), `<p>Biểu đồ <img src="http://x/a.png" onerror="steal()"><v:imagedata src="b"/></p>`, 'Biểu đồ')
    expect(words(state).map((block) => block.text).join('|')).toBe('Có sẵn.Biểu đồ')
    expect(said).toEqual(['2 ảnh vừa dán không vào báo cáo, vì báo cáo chỉ nhận chữ. Hãy viết ý của ảnh bằng chữ, hoặc gửi ảnh kèm theo báo cáo.'])
  })
  it('a picture alone changes nothing and is not passed over in silence', () => {
    const before = newState(toDoc([para('p', 'Có sẵn.')]))
    const { state, said, ours } = paste(before, '', '', ['image/png'])
    expect(ours).toBe(true)
    expect(state.doc.eq(before.doc)).toBe(true)
    expect(said).toHaveLength(1)
    expect(leftOutside('<p>imgăn</p>', ['text/plain'])).toBeNull()
  })
})

describe('a list or a table from the clipboard', () => {
  const list = '<html xmlns:w="urn:schemas-microsoft-com:office:word"><p class=MsoListParagraphCxSpFirst><span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span>Kiểm tra đợt 1</p><p class=MsoListParagraphCxSpLast>Kiểm tra đợt 2</p></html>'
  const kinds = (html: string, plain: string) => toBlocks(paste(newState(toDoc([])), html, plain).state.doc).map((block) => block.kind)
  it('a list of Word is items, with its page or without', () => {
    expect(kinds(list, '·\tKiểm tra đợt 1\r\n·\tKiểm tra đợt 2\r\n')).toEqual(['item', 'item'])
    expect(kinds('', '·\tKiểm tra đợt 1\r\n·\tKiểm tra đợt 2\r\n')).toEqual(['item', 'item'])
    expect(kinds('', '1.\tTuyên truyền\n2.\tTập huấn')).toEqual(['item', 'item'])
    expect(kinds(list, '1.\tTuyên truyền')).toEqual(['item'])
  })
  it('one line with a tab, and lines that are moved in, are words', () => {
    expect(kinds('', 'Một\tHai')).toEqual(['para'])
    expect(kinds('', '\tĐoạn một\n\tĐoạn hai')).toEqual(['para', 'para'])
    expect(kinds('<p>Một<span> </span>Hai</p>', 'Một\tHai\nBa\tBốn')).toEqual(['para', 'para'])
  })
  it('rows and columns of a sheet, and of a program that gives no page, are a table', () => {
    expect(kinds('', '1\tLam Hạ\t5\n2\tLam Thượng\t7')).toEqual(['table'])
    expect(kinds('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><b>A</b></html>', 'Một\tHai')).toEqual(['table'])
  })
  it('a break within a paragraph stays one', () => {
    const [block] = toBlocks(paste(newState(toDoc([])), '', 'Dòng một\u000bdòng hai\nba').state.doc)
    expect(block && 'text' in block && block.text).toEqual([{ kind: 'text', text: 'Dòng một' }, { kind: 'break' }, { kind: 'text', text: 'dòng hai' }])
  })
})
