import { TextSelection, type EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import type { Block } from '../src/bindings/Block'
import type { Inline } from '../src/bindings/Inline'
import type { Table } from '../src/bindings/Table'
import { toBlock, toBlocks, toDoc } from '../src/report/blocks'
import { newState } from '../src/report/editor'
import { blocksOf, pasteParts } from '../src/report/paste'
import { dresser } from '../src/report/pasteLooks'
import type { Part } from '../src/report/pastePage'
import type { Copied } from '../src/report/tablePaste'

const words = (text: string): Inline[] => (text === '' ? [] : [{ kind: 'text', text }])
const row = (...cells: string[]) => ({ group: false, cells: cells.map((text) => ({ span: 1, text: words(text) })) })
const TABLE: Table = { columns: [{ share: 5, align: 'center' }, { share: 30, align: 'left' }, { share: 10, align: 'right' }], header: [row('TT', 'Thôn', 'Hộ')], rows: [row('1', 'Lam Hạ', '280'), row('2', 'Lam Thượng', '')], size: 12 }
const grid = (...rows: string[][]): Copied[][] => rows.map((cells) => cells.map((text) => ({ text, span: 1, bold: false })))
const plain = dresser([])
const told = (text: readonly Inline[]) => text.map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'break' ? '/' : `[${piece.kind}]`)).join('')
const said = (blocks: readonly Block[]) => blocks.map((block) => (block.kind === 'table' ? [...block.table.header, ...block.table.rows].map((one) => one.cells.map((cell) => told(cell.text)).join('|')) : 'text' in block ? `${block.kind} ${told(block.text)}` : block.kind))

/** A table with the caret behind these words, and what pasting does to it. */
function within(at: string, act: (view: { state: EditorState; dispatch: (tr: Parameters<EditorState['apply']>[0]) => void }) => void): { blocks: Block[]; shown: ReturnType<typeof said> } {
  let state = newState(toDoc([{ kind: 'table', id: 't', table: TABLE }]))
  let place = 0
  state.doc.descendants((node, pos) => { if (node.isText && node.text === at) place = pos + at.length })
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)))
  act({ get state() { return state }, dispatch: (tr) => (state = state.apply(tr)) })
  return { blocks: toBlocks(state.doc), shown: said(toBlocks(state.doc)) }
}
const into = (at: string, ...parts: Part[]) => {
  let why: string | null = null
  const { blocks, shown } = within(at, (view) => (why = pasteParts(view as never, {} as never, parts, plain)))
  return { blocks, shown, why: why as string | null }
}

describe('a paste into a cell of a table', () => {
  it('of several lines is lines of that cell, marks of items among them', () => {
    expect(into('Lam Hạ', ' một\nhai').shown).toEqual([['TT|Thôn|Hộ', '1|Lam Hạmột/hai|280', '2|Lam Thượng|']])
    expect(into('Lam Hạ', '- một\na) hai').shown).toEqual([['TT|Thôn|Hộ', '1|Lam Hạ- một/a) hai|280', '2|Lam Thượng|']])
    expect(into('Lam Hạ', 'một', grid(['khung'])).shown).toEqual([['TT|Thôn|Hộ', '1|Lam Hạmột/khung|280', '2|Lam Thượng|']])
  })
  it('of a column of a sheet fills the cells below, empty ones too, and adds rows', () => {
    const { blocks, shown, why } = into('280', grid(['300'], [''], ['12'], ['7']))
    expect(shown).toEqual([['TT|Thôn|Hộ', '1|Lam Hạ|300', '2|Lam Thượng|', '||12', '||7']])
    expect([why, blocks[0]?.kind === 'table' && blocks[0].table.columns]).toEqual([null, TABLE.columns])
  })
  it('of rows and columns keeps how the table looks', () => {
    const { blocks, shown } = into('TT', grid(['Số', 'Tên'], ['3', 'Đồi']))
    expect(shown).toEqual([['Số|Tên|Hộ', '3|Đồi|280', '2|Lam Thượng|']])
    expect(blocks[0]?.kind === 'table' && [blocks[0].table.header.length, blocks[0].table.columns]).toEqual([1, TABLE.columns])
  })
  it('of words with a table changes nothing and says why', () => {
    const { shown, why } = into('280', 'Như sau:', grid(['a', 'b'], ['1', '2']))
    expect(shown).toEqual(said([{ kind: 'table', id: 't', table: TABLE }]))
    expect(why).toContain('Hãy dán ra ngoài bảng này')
  })
  it('of our own paragraphs is lines too, chips whole', () => {
    const doc = toDoc([{ kind: 'para', id: 'a', text: [...words('Đã xong '), { kind: 'figure', id: 'plan.done', format: 'plain' }] }, { kind: 'item', id: 'b', item: { mark: 'dash' }, text: words('hai') }])
    const data = { getData: (kind: string) => (kind === 'text/html' ? '<p data-pm-slice="1 1 []">x</p>' : 'x'), files: [] }
    const { shown } = within('280', (view) => {
      for (const plugin of view.state.plugins) if (plugin.props.handlePaste?.call(plugin, view as never, { clipboardData: data } as never, doc.slice(1, doc.content.size - 1))) break
    })
    expect(shown).toEqual([['TT|Thôn|Hộ', '1|Lam Hạ|280Đã xong [figure]/- hai', '2|Lam Thượng|']])
  })
})

describe('a paste of words and tables beside tables', () => {
  it('takes a frame of one column as the paragraphs in it', () => {
    expect(said(blocksOf(['Trước', grid(['Một\nhai'], ['- ba']), 'sau'], plain).map(toBlock))).toEqual(['para Trước', 'para Một', 'para hai', 'item ba', 'para sau'])
  })
  it('leaves a paragraph whole that has bold words, though a table comes with it', () => {
    const letters = [...'Xãđãxong'].map((sign, at) => ({ sign, bold: at >= 2 && at < 4, italic: false }))
    const blocks = blocksOf(['Xã đã xong', grid(['a', 'b'], ['1', '2'])], dresser(letters)).map((node) => node.toJSON() as { type: string; content: { text: string }[] })
    expect(blocks.map((block) => block.type)).toEqual(['para', 'table'])
    expect(blocks[0]?.content.map((run) => run.text)).toEqual(['Xã ', 'đã', ' xong'])
  })
})
