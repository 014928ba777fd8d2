import { describe, expect, it, vi } from 'vitest'
import type { EditorState } from 'prosemirror-state'
import { toBlock, toBlocks, toDoc } from '../src/report/blocks'
import type { Block } from '../src/bindings/Block'
import type { Inline } from '../src/bindings/Inline'
import { newState } from '../src/report/editor'
import { blocksOf } from '../src/report/paste'
import { leftOutside } from '../src/report/pasteLeft'
import { dresser } from '../src/report/pasteLooks'
import { readPage } from '../src/report/pastePage'
import { printedMark } from '../src/report/schema'
import { parse } from './markup'

const told = (text: readonly Inline[]) => text.map((piece) => (piece.kind === 'text' ? piece.text : '/')).join('')
const mark = (block: Block) => (block.kind === 'item' ? `${printedMark(block.item)} ` : '')
const said = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'table' ? [...block.table.header, ...block.table.rows].map((row) => row.cells.map((cell) => told(cell.text)).join('|')) : 'text' in block ? [mark(block) + told(block.text)] : []))
const read = (html: string) => said(blocksOf(readPage(parse(html)).parts, dresser([])).map(toBlock))
const left = (html: string) => leftOutside(html, [], readPage(parse(html)).left)

/** What is pasted into an empty text, and what is said of it. */
function pasted(html: string, plain: string): { shown: string[]; why: string | null } {
  vi.stubGlobal('DOMParser', class { parseFromString = (page: string) => ({ body: parse(page) }) })
  let why: string | null = null
  let state = newState(toDoc([]), { say: (sentence) => (why = sentence) })
  const view = { get state() { return state }, dispatch: (tr: Parameters<EditorState['apply']>[0]) => (state = state.apply(tr)), focus: () => undefined }
  const data = { getData: (kind: string) => (kind === 'text/html' ? html : plain), files: [] }
  for (const plugin of state.plugins) if (plugin.props.handlePaste?.call(plugin, view as never, { clipboardData: data } as never, null as never)) break
  vi.unstubAllGlobals()
  return { shown: said(toBlocks(state.doc)), why }
}

const TABLE = '<table><tr><td><p>Đơn vị</p></td><td><p>Số</p></td></tr>\n<tr><td><p>Lam Hạ</p></td><td><p>1</p></td></tr></table>'
const ROWS = ['Đơn vị|Số', 'Lam Hạ|1']

describe('a page with words and a table', () => {
  it('is its lines and its tables in their order, line ends of the source blanks', () => {
    expect(read(`<p class=MsoNormal>Xã đã\nxong <b>07</b> <i>việc</i>.</p>\n ${TABLE}<div>Một<br>hai</div>ba <span>bốn</span>`)).toEqual(['Xã đã xong 07 việc.', ...ROWS, 'Một', 'hai', 'ba bốn'])
  })
  it('keeps lines of a cell, heading cells and cells over rows and columns', () => {
    const html = '<table><caption>Bảng 1</caption><thead><tr><th rowspan=2>Thôn</th><th colspan=2>Hộ</th></tr><tr><td>Kỳ này</td><td>Kỳ trước</td></tr></thead><tr><td><p>Lam</p>\n <p>Hạ</p></td><td>280</td><td>275</td></tr></table>'
    expect(read(html)).toEqual(['Bảng 1', 'Thôn|Hộ', '|Kỳ này|Kỳ trước', 'Lam/Hạ|280|275'])
  })
  it('brings nothing of scripts, styles and frames', () => {
    expect(read(`<style>p{color:red}</style><script>alert(1)</script><iframe>x</iframe><xml>y</xml>${TABLE}`)).toEqual(ROWS)
    expect(left(`<style>p{display:none}</style><script>del</script>${TABLE}`)).toBeNull()
  })
})

describe('tracked changes beside a table: a number deleted is not glued to the one written for it', () => {
  const html = `<p>Xã tiếp nhận <del cite="mailto:A" datetime="2026-09-01T08:00">12</del><ins cite="mailto:A">15</ins> hồ sơ.</p>${TABLE}`
  it('the words are those after the change, and it is said', () => {
    expect(read(html)).toEqual(['Xã tiếp nhận 15 hồ sơ.', ...ROWS])
    expect(left(html)).toBe('Bản vừa dán còn theo dõi sửa đổi: báo cáo lấy chữ sau khi sửa, không lấy chữ đã xóa (“12”). Hãy xem lại câu và số ở chỗ đó.')
  })
  it('in a cell too', () => {
    const cell = '<table><tr><td>Thôn</td><td>Hộ</td></tr><tr><td>A</td><td><span class=msoDel><del>1.234</del></span><ins>1.250</ins></td></tr></table>'
    expect(read(cell)).toEqual(['Thôn|Hộ', 'A|1.250'])
    expect(left(cell)).toContain('(“1.234”)')
  })
  it('and without a table, though the plain text has both', () => {
    const { shown, why } = pasted('<p>Thu đạt <del>120</del><ins>135</ins> triệu đồng</p>', 'Thu đạt 120135 triệu đồng')
    expect(shown).toEqual(['Thu đạt 135 triệu đồng'])
    expect(why).toContain('(“120”)')
  })
  it('many are told by the first of them', () => {
    const many = [1, 2, 3, 4, 5].map((one) => `<del>số ${one}</del>`).join(' còn ')
    expect(left(`<p>${many}</p><p><del> </del></p>`)).toContain('(“số 1”, “số 2”, “số 3” và 2 chỗ khác)')
  })
})

describe('comments of a reader beside a table: none of their words is printed in the report', () => {
  const sign = "<span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a class=msocomanchor href='#_msocom_1'>[NV1]</a><![endif]></span></span>"
  const text = (words: string) => `<div style='mso-element:comment'><![if !supportAnnotations]><div class=msocomtxt><![endif]><p class=MsoCommentText>${sign}${words}</p></div></div>`
  const list = (words: string) => `<div style='mso-element:comment-list'><hr class=msocomoff align=left>${text(words)}</div>`
  it('neither the sign nor what was said comes in, and it is told', () => {
    const html = `<p>Ban hành <a style='mso-comment-reference:A_1;mso-comment-date:20260901T0800'>07 văn bản</a>${sign}.</p>${TABLE}${list('Số này sai, hỏi lại chị Lan')}`
    expect(read(html)).toEqual(['Ban hành 07 văn bản.', ...ROWS])
    expect(left(html)).toBe('Lời nhận xét bên lề của bản vừa dán không vào báo cáo (“Số này sai, hỏi lại chị Lan”). Ý nào đúng thì sửa luôn vào câu.')
  })
  it('and without a table, and where only the sign was copied', () => {
    const { shown, why } = pasted(`<p>Ban hành 07 văn bản${sign}.</p>`, 'Ban hành 07 văn bản[NV1].')
    expect(shown).toEqual(['Ban hành 07 văn bản.'])
    expect(why).toBe('Lời nhận xét bên lề của bản vừa dán không vào báo cáo. Ý nào đúng thì sửa luôn vào câu.')
  })
  it('footnotes stay: they are words of the report', () => {
    const note = "<a style='mso-footnote-id:ftn1' href='#_ftn1'><span class=MsoFootnoteReference>[1]</span></a>"
    expect(read(`<p>Ban hành 07 văn bản${note}.</p>${TABLE}<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p>${note} Theo Báo cáo số 12.</p></div></div>`)).toEqual(['Ban hành 07 văn bản[1].', ...ROWS, '[1] Theo Báo cáo số 12.'])
  })
})

describe('words nobody sees in Word', () => {
  it('stay outside and are told', () => {
    const html = `<p>Diện tích 12 ha<span style='display:none;mso-hide:all'>ẩn giấu</span></p>${TABLE}`
    expect(read(html)).toEqual(['Diện tích 12 ha', ...ROWS])
    expect(left(html)).toBe('Chữ ẩn trong bản vừa dán không vào báo cáo (“ẩn giấu”). Cần chữ nào thì gõ thêm chữ đó.')
  })
  it('a row of a sheet that only measures is not missed', () => {
    expect(left(`<table><tr><td>a</td><td>b</td></tr><tr height=0 style='display:none'><td width=64></td></tr></table>`)).toBeNull()
  })
})

describe('lists beside a table come in as those without', () => {
  it('of LibreOffice and browsers, signs and numbers, from where they were counted', () => {
    expect(read(`<p>Mở</p><ul><li><p>Ý <b>1</b></p><ul><li><p>Con</p><p>thêm</p></li></ul></li><li>Ý 2</li></ul><ol start=3><li><p>Ba</p></li><li>Bốn</li><li value=9>Chín</li></ol>${TABLE}`)).toEqual(['Mở', '- Ý 1', '+ Con', 'thêm', '- Ý 2', '3. Ba', '4. Bốn', '9. Chín', ...ROWS])
    expect(read(`<ol type=a><li>một</li><li>hai</li></ol><ol style="list-style-type: upper-roman"><li>x</li></ol><ul style="list-style:none"><li>- typed</li></ul>${TABLE}`)).toEqual(['a) một', 'b) hai', 'I. x', '- typed', ...ROWS])
    expect(read(`<ol><li>Một<ul><li>ý</li></ul></li><li><ol><li>trong</li></ol></li></ol>${TABLE}`)).toEqual(['1. Một', '- ý', '1. trong', ...ROWS])
  })
  const item = (mark: string, face: string, words: string) => `<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:${face};mso-fareast-font-family:${face}'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>\n`
  const signs = item('§', 'Wingdings', 'Một') + item('o', '"Courier New"', 'Con') + item('ü', 'Wingdings', 'Hai') + item('à', 'Wingdings', 'Ba') + item('\uf0b7', 'Symbol', 'Bốn') + item('-', 'Calibri', 'Năm')
  it('of Word: a letter that is drawn as a sign is a mark, not printed', () => {
    expect(read(signs + TABLE)).toEqual(['- Một', '+ Con', '- Hai', '- Ba', '- Bốn', '- Năm', ...ROWS])
    expect(read(item('1.', 'Calibri', 'Tuyên truyền') + item('a)', 'Calibri', 'Tập huấn') + item('IV.', 'Calibri', 'Bốn') + TABLE)).toEqual(['1. Tuyên truyền', 'a) Tập huấn', 'IV. Bốn', ...ROWS])
  })
  it('an item that was deleted leaves no mark behind', () => {
    expect(read(item('1.', 'Calibri', 'Một') + item('2.', 'Calibri', '<del>Hai</del>') + `<p>sau</p><ul><li><del>x</del></li></ul><p>cuối</p>${TABLE}`)).toEqual(['1. Một', 'sau', 'cuối', ...ROWS])
  })
  it('of Word in a cell, and where the page does not say it is a list', () => {
    expect(read(`<table><tr><td>${item('§', 'Wingdings', 'Một')}${item('2.', 'Calibri', 'hai')}</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>`)).toEqual(['- Một/2. hai|1', 'b|2'])
    expect(read(`<p><span style='font-family:Symbol'>·<span>&nbsp;&nbsp;&nbsp; </span></span>Một</p><p>\uf0b7 Hai</p><p>o lâu</p>${TABLE}`)).toEqual(['- Một', '- Hai', 'o lâu', ...ROWS])
  })
})

it('cells of a table within a cell are parted: no number is made of two', () => {
  expect(read('<table><tr><td>A</td><td><table><tr><td>12</td><td>34</td></tr><tr><td>5</td></tr></table></td></tr><tr><td>B</td><td>3</td></tr></table>')).toEqual(['A|12/34/5', 'B|3'])
})
