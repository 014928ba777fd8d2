/** A page from the clipboard as words and tables, in the order they stand in. */
import { allWords, children, nameOf, outside, spanOf, styleOf, TEXT, type Outside, type PageNode } from '../shared/page'
import { ownMarks } from './marks'
import { countItem, inSigns, listOf, writtenMark, type List } from './pasteLists'
import { isHeavy } from './pasteLooks'
import type { Copied } from './tablePaste'

/** A table, or words, as they were copied. */
export type Part = Copied[][] | string

/** Words that stay outside, and why. */
export interface Left {
  why: Exclude<Outside, 'silent'>
  words: string
}

export interface Page {
  parts: Part[]
  left: Left[]
}

/** What begins a line of its own and ends it. */
const BLOCK = /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|CAPTION|CENTER|DD|DETAILS|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6R]|HEADER|HTML|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TD|TH|TR|UL)$/

/** Reads what was copied. Nothing of it runs: it is read, never shown. */
export function copiedPage(html: string): Page {
  return readPage(new DOMParser().parseFromString(html, 'text/html').body)
}

export function readPage(page: PageNode): Page {
  const parts: Part[] = []
  const left: Left[] = []
  const words = (text: string) => { if (text.trim() !== '') parts.push(text) }
  words(linesIn(page, left, (before, table) => {
    words(before)
    parts.push(rowsOf(table, left))
  }))
  return { parts, left }
}

/** The lines in an element, a mark and a tab before items. `table` is given the lines so far, and a table; without it a table is lines too. */
function linesIn(element: PageNode, left: Left[], table?: (before: string, table: PageNode) => void): string {
  const lines: string[] = []
  let line = ''
  const lists: List[] = []
  /** The mark of an item whose words have not begun. */
  let mark: string | null = null
  const put = (words: string) => {
    const begins = mark !== null && words.trim() !== ''
    line = begins ? `${line.trimStart()}${mark}\t${words}` : line + words
    if (begins) mark = null
  }
  const end = () => {
    if (line.trim() !== '') lines.push(line)
    line = ''
  }
  const walk = (node: PageNode, signs: boolean): void => {
    if (node.nodeType === TEXT) put((node.nodeValue ?? '').replace(/[\n\r\t ]+/g, ' '))
    if (node.nodeType !== 1 || isOutside(node, left)) return
    const name = nameOf(node)
    if (name === 'BR') {
      lines.push(line)
      line = ''
      return
    }
    const inside = signs || inSigns(node)
    const written = writtenMark(node, inside)
    if (written !== null) return void (mark = written)
    const before = mark
    const block = BLOCK.test(name)
    const list = name === 'UL' || name === 'OL'
    if (block) end()
    if (list) lists.push(listOf(node))
    if (name === 'LI') mark = countItem(lists, node)
    if (name === 'TABLE' && table) {
      below(node, 'CAPTION', []).forEach((one) => walk(one, inside))
      table(lines.splice(0).join('\n'), node)
    } else children(node).forEach((one) => walk(one, inside))
    if (block) end()
    if (list) lists.pop()
    // An item without words, as one that was deleted, has no mark.
    if (block && mark !== null) mark = before
  }
  children(element).forEach((one) => walk(one, false))
  end()
  return lines.join('\n')
}

/** Whether an element's words stay outside; they are noted, unless nobody would miss them. */
function isOutside(node: PageNode, left: Left[]): boolean {
  const why = outside(node)
  const words = why === null || why === 'silent' ? '' : allWords(node).replace(/\s+/g, ' ').trim()
  if (why !== null && why !== 'silent' && /[\p{L}\p{N}]/u.test(words)) left.push({ why, words })
  return why !== null
}

/** The outermost elements of a name below a node, none within a table in it. */
function below(node: PageNode, name: string, left: Left[]): PageNode[] {
  return children(node).flatMap((child) => {
    if (child.nodeType !== 1 || isOutside(child, left)) return []
    return nameOf(child) === name ? [child] : nameOf(child) === 'TABLE' ? [] : below(child, name, left)
  })
}

/** A cell over several rows stands in the first of them; below it is empty. A sheet's hidden rows, one that measures among them, are none. */
function rowsOf(table: PageNode, left: Left[]): Copied[][] {
  const taken: number[] = []
  return below(table, 'TR', left).map((row) => {
    const cells: Copied[] = []
    let at = 0
    const under = () => {
      while ((taken[at] ?? 0) > 0) {
        taken[at] = (taken[at] ?? 0) - 1
        cells.push({ text: '', span: 1, bold: false })
        at += 1
      }
    }
    for (const cell of children(row).filter((one) => /^T[DH]$/.test(nameOf(one)) && !isOutside(one, left))) {
      under()
      const span = spanOf(cell, 'colspan')
      cells.push({ text: ownMarks(linesIn(cell, left).split('\n')).join('\n'), span, bold: isBold(cell) })
      for (let nth = 0; nth < span; nth += 1) taken[at + nth] = spanOf(cell, 'rowspan') - 1
      at += span
    }
    under()
    return cells
  })
}

function isBold(cell: PageNode): boolean {
  const weight = /font-weight\s*:\s*(\w+)/i.exec(styleOf(cell))?.[1] ?? ''
  const strong = (node: PageNode): boolean => /^(B|STRONG)$/.test(nameOf(node)) || children(node).some(strong)
  return nameOf(cell) === 'TH' || isHeavy(weight.toLowerCase()) || strong(cell)
}
