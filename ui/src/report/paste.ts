/** What other programs copied: outside tables as paragraphs, items and tables; in a table as lines of a cell, or in the cells. */
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { Plugin, type EditorState } from 'prosemirror-state'
import { handlePaste as pasteCells, isInTable, selectedRect } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import type { Inline } from '../bindings/Inline'
import type { Item } from '../bindings/Item'
import { newId, toNode } from './blocks'
import { insertBlocks } from './insert'
import { pastedLines } from './marks'
import { holdsLeft, leftOutside } from './pasteLeft'
import { dresser, lettersOf, type Run } from './pasteLooks'
import { copiedPage, type Page, type Part } from './pastePage'
import { printedMark, schema } from './schema'
import { columnsOf } from './tableNodes'
import { fromSheet, gridOf, inCell, tableFrom, type Copied } from './tablePaste'

const { nodes } = schema
type Dress = (line: string) => Run[]
const MIXED = 'Chữ và bảng chép chung không dán vào một ô được; báo cáo chưa đổi. Hãy dán ra ngoài bảng này, hoặc chép riêng bảng để điền vào các ô.'

/** A run in which `\n` is a break, as what stands in a block. */
const broken = (run: Run): Inline[] =>
  run.text.split('\n').flatMap((words, nth) => [...(nth > 0 ? [{ kind: 'break' as const }] : []), ...(words === '' ? [] : [{ ...run, text: words }])])

/** Words as paragraphs and items, their lines made bold and italic by `dress`. */
function wordBlocks(text: string, dress: Dress): Node[] {
  return pastedLines(text).map(({ item, text: words }) => {
    const inside = dress(words).flatMap(broken)
    return toNode(item ? { kind: 'item', id: newId(), item, text: inside } : { kind: 'para', id: newId(), text: inside })
  })
}

/** The words of a part; of a table the lines of its cells. */
const wordsOf = (part: Part): string => (typeof part === 'string' ? part : part.flatMap((row) => row.map((cell) => cell.text)).join('\n'))

/** What was copied as blocks: a frame of one column is no table, its lines are words. */
export function blocksOf(parts: readonly Part[], dress: Dress): Node[] {
  return parts.flatMap((part) => {
    const table = typeof part === 'string' ? null : tableFrom(part)
    return table ? [toNode({ kind: 'table', id: newId(), table })] : wordBlocks(wordsOf(part), dress)
  })
}

/** Blocks, or words without one, as the lines of a cell; marks of items as words. */
function linesOf(content: Fragment): Node[] {
  const lines: Node[][] = []
  let open = false
  content.forEach((node) => {
    if (node.isInline && open) return void lines.at(-1)?.push(node)
    open = node.isInline
    const mark = node.type === nodes.item ? [schema.text(`${printedMark(node.attrs.item as Item)} `)] : []
    const words = node.type === nodes.part ? [schema.text(`${node.attrs.number as string} ${node.attrs.title as string}`)] : node.content.content
    lines.push(node.isInline ? [node] : [...mark, ...words])
  })
  return lines.flatMap((line, nth) => (nth > 0 ? [nodes.break.create(), ...line] : line))
}

function replace(view: EditorView, content: Fragment): void {
  if (content.size > 0) view.dispatch(view.state.tr.replaceSelection(new Slice(content, 0, 0)).scrollIntoView().setMeta('paste', true))
}

/** Copied cells as those of the table they come into: headings stay headings, columns stand as they stood. */
function cellsFor(state: EditorState, grid: readonly (readonly Copied[])[]): Node {
  const { table, map, top, left } = selectedRect(state)
  const columns = columnsOf(table)
  const rows = grid.map((row, down) => {
    let at = left
    return nodes.row.create(null, row.map((copied) => {
      const there = top + down < map.height && at < map.width ? table.nodeAt(map.map[(top + down) * map.width + at] ?? 0) : null
      const own = columns.slice(at, at + copied.span)
      at += copied.span
      const attrs = { colspan: copied.span, colwidth: own.length === copied.span ? own.map((column) => column.share) : null, align: own[0]?.align ?? 'left' }
      return (there?.type ?? nodes.cell).create(attrs, toNode({ kind: 'para', id: '', text: inCell(copied) }).content)
    }))
  })
  return nodes.table.create({ id: newId() }, rows)
}

/** In a table: cells fill cells from that of the caret on, words are lines of it. `null`: done; else why nothing was. */
function intoTable(view: EditorView, event: ClipboardEvent, parts: readonly Part[], dress: Dress): string | null {
  const [only] = parts
  if (parts.length === 1 && only !== undefined && typeof only !== 'string' && only.flat().length > 1) {
    pasteCells(view, event, new Slice(Fragment.from(cellsFor(view.state, only)), 0, 0))
    return null
  }
  if (blocksOf(parts, dresser([])).some((block) => block.type === nodes.table)) return MIXED
  replace(view, Fragment.fromArray(linesOf(Fragment.fromArray(wordBlocks(parts.map(wordsOf).join('\n'), dress)))))
  return null
}

/** Puts what was copied at the caret; answers why nothing was put. */
export function pasteParts(view: EditorView, event: ClipboardEvent, parts: readonly Part[], dress: Dress): string | null {
  if (isInTable(view.state)) return intoTable(view, event, parts, dress)
  const blocks = blocksOf(parts, dress)
  const [first] = blocks
  if (blocks.some((block) => block.type === nodes.table)) insertBlocks(view, blocks)
  else replace(view, blocks.length === 1 && first?.type === nodes.para ? first.content : Fragment.fromArray(blocks))
  return null
}

/** What was copied, and what of it stays outside. */
function copiedBy(data: DataTransfer, inTable: boolean): Page {
  const [html, plain] = [data.getData('text/html'), data.getData('text/plain')]
  const page = /<table/i.test(html) || holdsLeft(html) ? copiedPage(html) : null
  if (page?.parts.some((part) => typeof part !== 'string') || page?.left.length) return page
  // A page without a table is text: what has tabs in it are items of a list, or words that were moved in.
  const grid = html === '' || fromSheet(html) ? gridOf(plain, inTable || fromSheet(html) ? 1 : 2) : null
  if (grid) return { parts: [grid], left: [] }
  // Some programs give pages only: their words come without anything that could run.
  return plain || html === '' ? { parts: [plain], left: [] } : (page ?? copiedPage(html))
}

/** Words from elsewhere come in as paragraphs, nothing of them kept but bold and italic; our own text keeps its chips. `say` is told what stays outside; `null` at the beginning of each paste. */
export const paste = (say: (sentence: string | null) => void) => new Plugin({
  props: {
    handlePaste(view: EditorView, event: ClipboardEvent, slice: Slice): boolean {
      const data = event.clipboardData
      if (!data) return false
      const html = data.getData('text/html')
      const files = [...(data.files ?? [])].map((file) => file.type)
      const inTable = isInTable(view.state)
      if (html.includes('data-pm-slice')) {
        say(leftOutside(html, files))
        if (!inTable || pasteCells(view, event, slice)) return inTable
        if (slice.content.content.some((node) => node.type === nodes.table)) say(MIXED)
        else replace(view, Fragment.fromArray(linesOf(slice.content)))
        return true
      }
      const { parts, left } = copiedBy(data, inTable)
      say(leftOutside(html, files, left))
      const refused = pasteParts(view, event, parts, dresser(html && parts.some((part) => typeof part === 'string') ? lettersOf(html) : []))
      if (refused) say(refused)
      return true
    },
    handleDrop: () => true,
  },
})
