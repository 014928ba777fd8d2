import { describe, expect, it } from 'vitest'
import { fromDocument, fromText, toHtml, toText } from '../src/plan/clipboard'
import { parse } from './markup'

describe('text from Excel', () => {
  it.each<[string, string, string[][]]>([
    ['one cell', 'Quý I', [['Quý I']]],
    ['the last line end is no row', 'a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['empty cells stay', '\ta\t\r\n\t\t', [['', 'a', ''], ['', '', '']]],
    ['an empty row stays', 'a\n\nb', [['a'], [''], ['b']]],
    ['breaks inside quotes', '"Phòng\nKinh tế"\tx', [['Phòng\nKinh tế', 'x']]],
    ['a tab and doubled quotes inside', '"a\tb"\t"Thi đua ""Gọn"""', [['a\tb', 'Thi đua "Gọn"']]],
    ['an empty quoted cell', '""\tx', [['', 'x']]],
    ['words in quotes that go on are no quoted cell', '"Ngày thứ Sáu" không viết\tx', [['"Ngày thứ Sáu" không viết', 'x']]],
    ['a quote never closed', '"dở dang\tx\ny', [['"dở dang', 'x'], ['y']]],
    ['nothing', '', [['']]],
  ])('%s', (_, text, cells) => expect(fromText(text)).toEqual(cells))
})

describe('what goes out comes back', () => {
  const cells = [['1', 'Rà soát\nvăn bản', 'Phòng "A" & <B>'], ['', 'có\ttab', '7/2026']]
  it('as text', () => expect(fromText(toText(cells))).toEqual(cells))
  it('as a table, but for blanks', () => expect(fromDocument(parse(toHtml(cells)))).toEqual([cells[0], ['', 'có tab', '7/2026']]))
  it('plain cells are not quoted', () => expect(toText([['a', 'b c'], ['d', '']])).toBe('a\tb c\r\nd\t'))
  it('cells are text for Excel, and signs are escaped', () => {
    expect(toHtml([['<b>']])).toContain("mso-number-format:'\\@'")
    expect(toHtml([['<b>']])).toContain('&lt;b&gt;')
  })
})

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td{x:y}</style></head><body lang=VI><!--StartFragment-->
<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td width=80 style='width:60.0pt'>
  <p class=MsoNormal align=center><span
  style='font-size:12.0pt;font-family:"Times New Roman",serif'><b>12</b><o:p></o:p></span></p>
  </td><td width=80><p class=MsoNormal><span>Số hóa kết quả
  hộ tịch<o:p></o:p></span></p><p class=MsoNormal><span>giai đoạn&nbsp;2</span></p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table><!--EndFragment--></body></html>`
const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=Generator content="Microsoft Excel 15"><style><!--td{mso-x:1}--></style></head><body>
<table border=0 cellpadding=0><!--StartFragment--> <col width=64 style='width:48pt'><tr height=20><td height=20 class=xl65 x:num>7</td>
  <td class=xl66>Tổ chức<br style='mso-data-placement:same-cell;'>    hội nghị</td><td>Quý&nbsp;III</td></tr><!--EndFragment-->
 <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td><td></td><td></td></tr><![endif]></table></body></html>`

describe('tables', () => {
  it.each<[string, string, string[][] | null]>([
    ['Word: lines of the source are blanks, paragraphs are lines', WORD, [['12', 'Số hóa kết quả hộ tịch\ngiai đoạn 2', '']]],
    ['Excel: breaks in a cell, no hidden row', EXCEL, [['7', 'Tổ chức\nhội nghị', 'Quý III']]],
    ['merged downwards: each of its rows', '<table><tr><td>1<td rowspan=2>Phòng Kinh tế<td>a<tr><td>2<td>b</table>', [['1', 'Phòng Kinh tế', 'a'], ['2', 'Phòng Kinh tế', 'b']]],
    ['merged downwards at the end of a row', '<table><tr><td>1<td rowspan=3>x<tr><td>2<tr><td>3</table>', [['1', 'x'], ['2', 'x'], ['3', 'x']]],
    ['merged sideways: the first of its columns', '<table><tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e</table>', [['a', '', 'b'], ['c', 'd', 'e']]],
    ['merged both ways', '<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c</table>', [['a', '', 'b'], ['a', '', 'c']]],
    ['a row that names a group is left out', '<table><tr><td colspan=3>I. Chỉ đạo<tr><td>1<td>b<td>c</table>', [['1', 'b', 'c']]],
    ['but not when it is all there is', '<table><tr><td colspan=3>I. Chỉ đạo</table>', [['I. Chỉ đạo', '', '']]],
    ['scripts, styles and deleted words are not read', '<table><tr><td>a<script>alert(1)</script><style>b{}</style><del>cũ</del><td onclick="x()">d</table>', [['a', 'd']]],
    ['the sign of a comment is not read', '<table><tr><td>07<span class=MsoCommentReference><a class=msocomanchor>[NV1]</a></span><td>b</table>', [['07', 'b']]],
    ['hidden words are not read', "<table><tr><td>a<span style='mso-hide:all'>ẩn</span><td>b</table>", [['a', 'b']]],
    ['a span without sense is one', '<table><tr><td colspan=0>a<td colspan=x>b</table>', [['a', 'b']]],
    ['two tables follow each other', '<table><tr><td>a</table><p>x</p><table><tr><td>b</table>', [['a'], ['b']]],
    ['a table in a cell is words of the cell', '<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>', [['a\nb', 'c']]],
    ['cells of a table in a cell are parted', '<table><tr><td><table><tr><td>12</td><td>34</td></tr></table></td><td>c</td></tr></table>', [['12\n34', 'c']]],
    ['no table', '<p>Quý I</p>', null],
  ])('%s', (_, html, cells) => expect(fromDocument(parse(html))).toEqual(cells))
})
