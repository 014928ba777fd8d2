/** Cells from the clipboard, of a sheet or a page, as the ledger's tables. */
import type { Align } from '../bindings/Align'
import type { Inline } from '../bindings/Inline'
import type { Row } from '../bindings/Row'
import type { Table } from '../bindings/Table'
import { BREAK, isListMark } from './marks'

/** A cell as it was copied. */
export interface Copied {
  text: string
  span: number
  bold: boolean
}

const WIDEST = 60
const NARROWEST = 4

const clean = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(new RegExp(BREAK, 'g'), '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200d\ufeff\u00ad]/g, '')
    .split('\n').map((line) => line.replace(/[\t \u00a0\u2002-\u200a]+/g, ' ').trim()).join('\n').trim().normalize('NFC')
const isNumber = (text: string): boolean => /^[-+]?\d[\d.,]*\s?%?$/.test(text)
/** Numbering: `1`, `12`, `1.2`, `IV`. */
const isNth = (text: string): boolean => /^(\d{1,3}(\.\d{1,2})*|[IVX]{1,5})\.?$/.test(text)

/** Rows of cells as a table: heading rows, lines of groups, how columns stand and how wide they are. */
export function tableFrom(copied: readonly (readonly Copied[])[]): Table | null {
  const rows = copied.map((row) => row.map((cell) => ({ ...cell, text: clean(cell.text) }))).filter((row) => row.some((cell) => cell.text !== ''))
  const width = Math.max(0, ...rows.map((row) => row.reduce((sum, cell) => sum + cell.span, 0)))
  if (rows.length === 0 || width < 2) return null
  const whole = rows.map((row) => {
    const missing = width - row.reduce((sum, cell) => sum + cell.span, 0)
    return [...row, ...Array.from({ length: missing }, (): Copied => ({ text: '', span: 1, bold: false }))]
  })
  const column = (from: readonly (readonly Copied[])[], at: number): string[] =>
    from.flatMap((row) => {
      let here = 0
      for (const cell of row) {
        if (here === at && cell.span === 1) return [cell.text]
        here += cell.span
      }
      return []
    }).filter((text) => text !== '')
  const heads = headingRows(whole)
  const body = whole.slice(heads)
  const columns = Array.from({ length: width }, (_, at) => {
    const texts = column(body, at)
    const lengths = column(whole, at).map((text) => Math.max(...text.split('\n').map((line) => line.length)))
    const words = column(whole, at).flatMap((text) => text.split(/\s+/)).map((word) => word.length)
    const usual = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length)
    const share = Math.round(Math.min(WIDEST, Math.max(NARROWEST, usual, ...words)))
    const align: Align = texts.length > 0 && texts.every(isNth) && at === 0 ? 'center' : texts.length > 0 && texts.every(isNumber) ? 'right' : 'left'
    return { share, align }
  })
  // Numbering needs room for itself, whatever its heading says.
  const [first, ...others] = columns
  if (first?.align === 'center') first.share = Math.max(2, Math.round(others.reduce((sum, one) => sum + one.share, 0) / 12))
  const row = (cells: readonly Copied[]): Row => {
    const told = cells.filter((cell) => cell.text !== '')
    const across = cells.length === 1 && (cells[0]?.span ?? 1) === width
    const group = across && told.length === 1
    return { group, cells: cells.map((cell) => ({ span: cell.span, text: cell.text === '' ? [] : words(cell.text) })) }
  }
  return { columns, header: whole.slice(0, heads).map(row), rows: body.map(row), size: 12 }
}

/** How many rows at the top are headings: without numbers, above rows that are not all like them. */
function headingRows(rows: readonly (readonly Copied[])[]): number {
  if (rows.length < 2) return 0
  const isHeading = (row: readonly Copied[]) => row.length > 1 && row.filter((cell) => cell.text !== '').length > row.length / 2 && row.every((cell) => !isNumber(cell.text))
  const first = rows[0] ?? []
  if (!isHeading(first)) return 0
  const hasNumbers = rows.slice(1).some((row) => row.some((cell) => isNumber(cell.text)))
  const stands = first.some((cell) => cell.bold) || first.some((cell) => /^(tt|stt|số tt)$/i.test(cell.text))
  if (!hasNumbers && !stands) return 0
  // A heading over several columns goes on in the row below.
  const second = rows[1] ?? []
  return rows.length > 2 && first.some((cell) => cell.span > 1) && second.every((cell) => !isNumber(cell.text)) ? 2 : 1
}

/** What stands in a cell, cleaned. */
export const inCell = (copied: Copied): Inline[] => words(clean(copied.text))

function words(text: string): Inline[] {
  return text.split('\n').flatMap((line, nth) => [...(nth > 0 ? [{ kind: 'break' as const }] : []), ...(line === '' ? [] : [{ kind: 'text' as const, text: line }])])
}

/**
 * Lines with tabs between their cells; `null`: they are words, or items with their marks.
 *
 * `rows`: so many at least; one alone is a row only where cells are awaited.
 */
export function gridOf(text: string, rows = 2): Copied[][] | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n')
  if (lines.length < rows || !lines.every((line) => line.includes('\t'))) return null
  const cells = lines.map((line) => line.split('\t').map((cell) => cell.replace(/^"|"$/g, '').replace(/""/g, '"')))
  // A tab before a line only moves its words in.
  const columns = new Set(cells.flatMap((row) => row.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]))))
  if (columns.size < 2 || cells.some(([first = '']) => isListMark(first))) return null
  return cells.map((row) => row.map((cell) => ({ text: cell, span: 1, bold: false })))
}

/** The page was written by a program of sheets: its cells are cells, whatever the page is made of. */
export const fromSheet = (html: string): boolean => /office:excel|Excel\.Sheet|google-sheets-html|LibreOffice[^>]*Calc/i.test(html)
