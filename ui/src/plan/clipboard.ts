/**
 * Cells to and from the clipboard, as Excel, Word and LibreOffice write and read them.
 *
 * Of foreign HTML only text is taken: it is parsed into a document that never runs or loads anything.
 */
import { children, nameOf, outside, spanOf, TEXT, type PageNode } from '../shared/page'

/** Tab-separated; a cell with a tab, a break or a quote is quoted as Excel does. */
export function toText(cells: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return cells.map((row) => row.map(quoted).join('\t')).join('\r\n')
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A table. Every cell is said to be text, or Excel would make a date of "7/2026". */
export function toHtml(cells: readonly (readonly string[])[]): string {
  const words = (cell: string) => cell.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign).replaceAll('\n', '<br style="mso-data-placement:same-cell">')
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td style="mso-number-format:'\\@'">${words(cell)}</td>`).join('')}</tr>`
  return `<meta charset="utf-8"><table border="1" style="border-collapse:collapse"><tbody>${cells.map(row).join('')}</tbody></table>`
}

/** Reads tab-separated text with Excel's quotes; a quote that is never closed is a letter like any other. */
export function fromText(text: string): string[][] {
  const rows: string[][] = [[]]
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const QUOTED = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y
  const BARE = /[^\t\n]*/y
  for (let at = 0; at <= body.length; at++) {
    QUOTED.lastIndex = BARE.lastIndex = at
    const quoted = QUOTED.exec(body)
    const cell = quoted ? (quoted[1] ?? '').replaceAll('""', '"') : (BARE.exec(body)?.[0] ?? '')
    rows.at(-1)?.push(cell)
    at += quoted ? quoted[0].length : cell.length
    if (body[at] === '\n') rows.push([])
  }
  return rows
}

const PARAGRAPHS = new Set(['P', 'DIV', 'LI', 'TR', 'TD', 'TH', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'])
const BREAK = '\u2028'

/** The words of a cell: line ends of the source are blanks, paragraphs and `<br>` are lines. */
function wordsOf(cell: PageNode): string {
  const parts: string[] = []
  const walk = (node: PageNode): void => {
    if (node.nodeType === TEXT) parts.push((node.nodeValue ?? '').replace(/\s+/g, ' '))
    if (node.nodeType !== 1 || outside(node) !== null) return
    const name = nameOf(node)
    if (name === 'BR') parts.push(BREAK)
    const block = PARAGRAPHS.has(name)
    if (block) parts.push(BREAK)
    children(node).forEach(walk)
    if (block) parts.push(BREAK)
  }
  children(cell).forEach(walk)
  return parts.join('').split(BREAK).map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '').join('\n')
}

/** The outermost elements of some names below a node. */
function below(node: PageNode, names: readonly string[]): PageNode[] {
  return children(node).flatMap((child) => {
    if (child.nodeType !== 1 || outside(child) !== null) return []
    return names.includes(nameOf(child)) ? [child] : below(child, names)
  })
}

const MOST_ROWS = 20_000

/**
 * One table as rows of cells. A cell merged downwards holds for each of its rows; one merged
 * sideways stands in the first of its columns. A row that is one cell across the whole table
 * names a group and is left out.
 */
function rowsOf(table: PageNode): string[][] {
  const rows: string[][] = []
  const bands = new Set<string[]>()
  let down: { words: string; rows: number }[] = []
  for (const line of below(table, ['TR']).slice(0, MOST_ROWS)) {
    const cells = below(line, ['TD', 'TH'])
    const row: string[] = []
    const next: typeof down = []
    const takeMerged = () => {
      for (let merged = down[row.length]; merged && merged.rows > 0; merged = down[row.length]) {
        next[row.length] = { words: merged.words, rows: merged.rows - 1 }
        row.push(merged.words)
      }
    }
    for (const cell of cells) {
      takeMerged()
      const words = wordsOf(cell)
      const rest = spanOf(cell, 'rowspan') - 1
      const across = spanOf(cell, 'colspan')
      for (let at = 0; at < across; at++) {
        const here = at === 0 ? words : ''
        if (rest > 0) next[row.length] = { words: here, rows: rest }
        row.push(here)
      }
    }
    takeMerged()
    down = next
    if (row.length === 0) continue
    const [alone] = cells
    if (alone && cells.length === 1 && row.length > 2 && spanOf(alone, 'colspan') === row.length) bands.add(row)
    rows.push(row)
  }
  return rows.some((row) => !bands.has(row)) ? rows.filter((row) => !bands.has(row)) : rows
}

/** The cells of every table in a parsed page; `null`: there is no table. */
export function fromDocument(page: PageNode): string[][] | null {
  const rows = below(page, ['TABLE']).flatMap(rowsOf)
  return rows.length > 0 ? rows : null
}

/** What the clipboard holds, as cells: its table, else its text. */
export function readCells(data: Pick<DataTransfer, 'getData'>): string[][] {
  const html = data.getData('text/html')
  const table = html === '' ? null : fromDocument(new DOMParser().parseFromString(html, 'text/html').documentElement)
  const text = data.getData('text/plain')
  return table ?? (text === '' ? [] : fromText(text))
}
