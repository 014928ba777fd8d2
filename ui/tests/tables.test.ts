import { EditorState, TextSelection, type Command } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import type { Table } from '../src/bindings/Table'
import { toBlocks, toDoc } from '../src/report/blocks'
import { columnAway, columnRight, emptyTable, groupRow, headingRow, rowAway, rowBelow, stand, tables, widen } from '../src/report/tableEdit'
import { gridOf, tableFrom, type Copied } from '../src/report/tablePaste'
import { shownWidths } from '../src/report/tableShown'

const cells = (...words: string[]): Copied[] => words.map((text) => ({ text, span: 1, bold: false }))
const said = (table: Table): string[] => [...table.header, ...table.rows].map((row) => row.cells.map((cell) => cell.text.map((piece) => (piece.kind === 'text' ? piece.text : '/')).join('')).join('|'))

describe('a table from the clipboard', () => {
  it('has its headings, its lines of groups, and columns that stand as their cells are', () => {
    const table = tableFrom([cells('TT', 'Thôn', 'Số hộ'), [{ text: 'I. Vùng đồi', span: 3, bold: true }], cells('1', 'Lam Thượng', '1.312'), cells('2', 'Lam Hạ', '280')])
    expect(table?.header).toHaveLength(1)
    expect(table?.rows.map((row) => row.group)).toEqual([true, false, false])
    expect(table?.columns.map((column) => column.align)).toEqual(['center', 'left', 'right'])
    expect(table && table.columns[1]!.share > table.columns[0]!.share).toBe(true)
  })
  it('keeps lines in a cell, fills short rows, drops empty ones', () => {
    const table = tableFrom([cells('Phòng Văn hóa -\nXã hội', 'a'), cells('', ''), cells('b')])
    expect(table && said(table)).toEqual(['Phòng Văn hóa -/Xã hội|a', 'b|'])
    const broken = tableFrom([cells('Dòng một\u000bdòng hai', 'a')])
    expect(broken && said(broken)).toEqual(['Dòng một/dòng hai|a'])
  })
  it('is none where there is but one column or nothing at all', () => {
    expect(tableFrom([cells('a'), cells('b')])).toBeNull()
    expect(tableFrom([])).toBeNull()
    expect(tableFrom([cells('', ' ')])).toBeNull()
  })
  it('is read from lines with tabs, not from words', () => {
    expect(gridOf('1\tLam Thượng\r\n2\t"Lam ""Hạ"""\r\n')?.map((row) => row.map((cell) => cell.text))).toEqual([['1', 'Lam Thượng'], ['2', 'Lam "Hạ"']])
    expect(gridOf('Một\tHai')).toBeNull()
    expect(gridOf('Một\tHai', 1)).toHaveLength(1)
    expect(gridOf('1.\tTuyên truyền\n2.\tTập huấn')).toBeNull()
    expect(gridOf('a)\tmột\nb)\thai')).toBeNull()
    expect(gridOf('Các thôn\tđã xong.\nXã báo cáo.')).toBeNull()
  })
  it('takes two rows of headings where one goes over several columns', () => {
    const table = tableFrom([[...cells('Thôn'), { text: 'Số hộ', span: 2, bold: true }], cells('', 'Kỳ này', 'Kỳ trước'), cells('Lam Hạ', '280', '275')])
    expect(table?.header.map((row) => row.cells.length)).toEqual([2, 3])
  })
})

describe('a table where it is written', () => {
  const shown = (...rows: Copied[][]) => shownWidths(toDoc([{ kind: 'table', id: 't', table: tableFrom(rows)! }]).firstChild!)
  it('has room for the words of each of seven columns, and is scrolled where the text is narrower', () => {
    const long = 'Triển khai, hướng dẫn người dân nộp hồ sơ trực tuyến trên Cổng dịch vụ công '.repeat(2)
    const { shares, least } = shown(cells('TT', 'Nội dung', 'Đơn vị', 'Thời hạn', 'Kết quả', 'Nguyên nhân', 'Ghi chú'), cells('1', long, 'Phòng Văn hóa - Xã hội', '30/11/2026', '1.234.567', long, 'không có'))
    expect(least).toBeGreaterThan(440)
    // `30/11/2026` in one line.
    expect((shares[3]! / 100) * least).toBeGreaterThan(10 * 8)
    expect(shares.every((share) => (share / 100) * least > 25)).toBe(true)
    expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 0)
  })
  it('stands as on paper where there is room', () => {
    const table = toDoc([{ kind: 'table', id: 't', table: { ...TABLE, columns: [{ share: 10, align: 'left' }, { share: 30, align: 'left' }, { share: 10, align: 'left' }] } }]).firstChild!
    expect(shownWidths(table).shares).toEqual([20, 60, 20])
  })
})

const TABLE: Table = {
  columns: [{ share: 5, align: 'center' }, { share: 30, align: 'left' }, { share: 10, align: 'right' }],
  header: [{ group: false, cells: [{ span: 1, text: [{ kind: 'text', text: 'TT' }] }, { span: 1, text: [{ kind: 'text', text: 'Thôn' }] }, { span: 1, text: [{ kind: 'text', text: 'Hộ' }] }] }],
  rows: [
    { group: true, cells: [{ span: 3, text: [{ kind: 'text', text: 'Vùng đồi' }] }] },
    { group: false, cells: [{ span: 1, text: [{ kind: 'text', text: '1' }] }, { span: 1, text: [{ kind: 'text', text: 'Lam Hạ' }] }, { span: 1, text: [{ kind: 'text', text: '280' }] }] },
  ],
  size: 12,
}

/** The table after commands with the caret behind these words. */
function after(words: string, ...commands: Command[]): Table | null {
  let state = EditorState.create({ doc: toDoc([{ kind: 'table', id: 't', table: TABLE }]), plugins: tables })
  let at = 0
  state.doc.descendants((node, pos) => { if (node.isText && node.text === words) at = pos + words.length })
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)))
  for (const command of commands) command(state, (tr) => { state = state.apply(tr) })
  const block = toBlocks(state.doc)[0]
  return block?.kind === 'table' ? block.table : null
}

describe('editing a table', () => {
  it('adds rows and columns and takes them away, a line of a group goes on across', () => {
    expect(said(after('280', rowBelow)!)).toEqual(['TT|Thôn|Hộ', 'Vùng đồi', '1|Lam Hạ|280', '||'])
    const wide = after('280', columnRight)!
    expect(said(wide)).toEqual(['TT|Thôn|Hộ|', 'Vùng đồi', '1|Lam Hạ|280|'])
    expect(wide.rows[0]!.cells).toHaveLength(1)
    expect(wide.rows[0]!.cells[0]!.span).toBe(4)
    expect(wide.columns.map((column) => column.share)).toEqual([5, 30, 10, 15])
    const narrow = after('Lam Hạ', columnAway)!
    expect([said(narrow), narrow.columns]).toEqual([['TT|Hộ', 'Vùng đồi', '1|280'], [TABLE.columns[0], TABLE.columns[2]]])
    expect(said(after('280', rowAway)!)).toEqual(['TT|Thôn|Hộ', 'Vùng đồi'])
  })
  it('makes headings and lines of groups and plain rows again', () => {
    expect(after('TT', headingRow)!.header).toHaveLength(0)
    expect(after('TT', headingRow, headingRow)).toEqual(TABLE)
    expect(said(after('280', groupRow)!)).toEqual(['TT|Thôn|Hộ', 'Vùng đồi', '1'])
    expect(said(after('Vùng đồi', groupRow)!)).toEqual(['TT|Thôn|Hộ', 'Vùng đồi||', '1|Lam Hạ|280'])
  })
  it('turns and widens a column and no other', () => {
    expect(after('280', stand('center'))!.columns.map((column) => column.align)).toEqual(['center', 'left', 'center'])
    const wider = after('280', widen(1))!.columns
    expect(wider[2]!.share / wider[0]!.share).toBeGreaterThan(TABLE.columns[2]!.share / TABLE.columns[0]!.share)
    expect(wider[1]!.share / wider[0]!.share).toBeCloseTo(6)
  })
  it('goes on as its columns stand, in rows that are new, and in a table that is', () => {
    expect(after('280', rowBelow)!.columns).toEqual(TABLE.columns)
    let state = EditorState.create({ doc: toDoc([{ kind: 'para', id: 'p', text: [] }]), plugins: tables })
    state = state.apply(state.tr.insert(2, emptyTable(3, 2)))
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 5)))
    const run = (command: Command) => command(state, (tr) => { state = state.apply(tr) })
    run(stand('right'))
    const kept = () => { const block = toBlocks(state.doc)[1]; return block?.kind === 'table' ? block.table.columns.map((column) => column.align) : [] }
    expect(kept()).toEqual(['right', 'left', 'left'])
    run(rowBelow)
    run(columnRight)
    expect(kept()).toEqual(['right', 'left', 'left', 'left'])
    expect(state.doc.child(1).children.every((row) => row.firstChild?.attrs.align === 'right')).toBe(true)
  })
  it('without its last row is gone', () => {
    expect(after('TT', rowAway, rowAway, rowAway)).toBeNull()
  })
})
