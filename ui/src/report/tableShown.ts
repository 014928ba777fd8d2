/** How a table is drawn where it is written: about as on paper, with room for the words of each column. */
import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'
import { columnsOf } from './tableNodes'

/** A letter, and what a cell has beside its words, in pixels. */
const LETTER = 8.8
const SIDES = 14
/** A longer word is broken: so many letters. */
const LONG_WORD = 12
/** A column of sentences has room for about two words: so many letters. */
const SENTENCE = 12
/** The narrowest the text is written, in pixels. */
const NARROW = 440

/** The letters each column needs: its widest word, or two of a sentence. */
function lettersOf(table: Node, columns: number): number[] {
  const words = Array.from({ length: columns }, () => 1)
  table.forEach((row) => {
    let at = 0
    row.forEach((cell) => {
      const span = cell.attrs.colspan as number
      const text = cell.textBetween(0, cell.content.size, ' ', ' ')
      if (span === 1) words[at] = Math.max(words[at] ?? 1, Math.min(SENTENCE, text.length), ...text.split(/\s+/).map((word) => Math.min(LONG_WORD, word.length)))
      at += span
    })
  })
  return words
}

/** The share of each column in percent, none less than its widest word takes, and how wide the table is at least, in pixels. */
export function shownWidths(table: Node): { shares: number[]; least: number } {
  const columns = columnsOf(table)
  const needed = lettersOf(table, columns.length).map((letters) => letters * LETTER + SIDES)
  const least = Math.ceil(needed.reduce((sum, one) => sum + one, 0))
  const room = Math.max(NARROW, least)
  const tight = new Set<number>()
  let widths: number[] = []
  // Each that is given too little takes what it needs from the others; then another may be short.
  for (let round = 0; round <= columns.length; round += 1) {
    const left = room - needed.reduce((sum, one, at) => sum + (tight.has(at) ? one : 0), 0)
    const shares = columns.reduce((sum, column, at) => sum + (tight.has(at) ? 0 : column.share), 0)
    widths = columns.map((column, at) => (tight.has(at) ? (needed[at] ?? 0) : (left * column.share) / Math.max(1, shares)))
    const short = widths.findIndex((width, at) => !tight.has(at) && width < (needed[at] ?? 0))
    if (short < 0) break
    tight.add(short)
  }
  const all = widths.reduce((sum, one) => sum + one, 0)
  return { shares: widths.map((width) => Math.round((width * 1000) / all) / 10), least }
}

/** Draws a table with its columns as wide as on paper; where that leaves no room for words, it is scrolled sideways. */
export class TableShown implements NodeView {
  readonly dom = document.createElement('div')
  readonly contentDOM = document.createElement('tbody')
  private readonly widths = document.createElement('colgroup')
  private readonly table = document.createElement('table')
  private shown = ''

  constructor(node: Node) {
    this.dom.className = 'table'
    this.table.append(this.widths, this.contentDOM)
    this.dom.append(this.table)
    this.draw(node)
  }

  update(node: Node): boolean {
    if (node.type.name !== 'table') return false
    this.draw(node)
    return true
  }

  ignoreMutation(record: { type: string; target: globalThis.Node }): boolean {
    return record.type !== 'selection' && !this.contentDOM.contains(record.target)
  }

  private draw(node: Node): void {
    const { shares, least } = shownWidths(node)
    const shown = [least, ...shares].join()
    if (shown === this.shown) return
    this.shown = shown
    this.table.style.minWidth = `${String(least)}px`
    this.widths.replaceChildren(...shares.map((share) => {
      const column = document.createElement('col')
      column.style.width = `${String(share)}%`
      return column
    }))
  }
}
