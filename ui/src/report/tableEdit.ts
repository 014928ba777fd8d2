/** Editing a table: moving through cells, rows, columns, headings, how columns stand and how wide they are. */
import { closeHistory } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import type { Attrs, Node } from 'prosemirror-model'
import { Plugin, TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import {
  addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, goToNextCell, isInTable, selectedRect, tableEditing, type TableRect,
} from 'prosemirror-tables'
import type { Align } from '../bindings/Align'
import { newId } from './blocks'
import { schema } from './schema'
import { columnsOf } from './tableNodes'
import { TableShown } from './tableShown'

const { nodes } = schema
/** How much wider or narrower a step makes a column, in parts of it. */
const STEP = 0.2

/** A line of a group goes on across all columns, however many there are now. */
function acrossGroups(tr: Transaction, start: number): Transaction {
  const table = tr.doc.nodeAt(start - 1)
  if (!table || table.type !== nodes.table) return tr
  const width = columnsOf(table).length
  const lines: { at: number; row: Node }[] = []
  table.forEach((row, offset) => { if (row.attrs.group && (row.childCount !== 1 || row.firstChild?.attrs.colspan !== width)) lines.push({ at: start + offset, row }) })
  for (const { at, row } of lines.reverse()) {
    const text = row.children.find((cell) => cell.content.size > 0)?.content ?? row.firstChild?.content
    const whole = nodes.row.create({ group: true }, nodes.cell.create({ colspan: width }, text))
    tr.replaceWith(at, at + row.nodeSize, whole)
  }
  return tr
}

/** Undone by itself, not with the words typed just before. */
const alone = (tr: Transaction): Transaction => closeHistory(tr).scrollIntoView()

const kept = (command: Command): Command => (state, dispatch, view) => {
  if (!isInTable(state)) return false
  const { tableStart } = selectedRect(state)
  return command(state, dispatch && ((tr) => dispatch(alone(acrossGroups(tr, tableStart)))), view)
}

export const rowAbove = kept(addRowBefore)
export const rowBelow = kept(addRowAfter)
export const rowAway: Command = kept((state, dispatch) => (isWhole(state, 'rows') ? deleteTable(state, dispatch) : deleteRow(state, dispatch)))
export const columnLeft = kept(addColumnBefore)
export const columnRight = kept(addColumnAfter)
export const columnAway: Command = kept((state, dispatch) => (isWhole(state, 'columns') ? deleteTable(state, dispatch) : deleteColumn(state, dispatch)))
export const tableAway: Command = deleteTable

/** Whether all rows or columns are chosen: without them there is no table. */
function isWhole(state: EditorState, what: 'rows' | 'columns'): boolean {
  const rect = selectedRect(state)
  return what === 'rows' ? rect.top === 0 && rect.bottom === rect.map.height : rect.left === 0 && rect.right === rect.map.width
}

/** Visits the rows of a table that are chosen. */
function eachRow(rect: TableRect, visit: (row: Node, at: number) => void): void {
  let at = rect.tableStart
  rect.table.forEach((row, _, nth) => {
    if (nth >= rect.top && nth < rect.bottom) visit(row, at)
    at += row.nodeSize
  })
}

/** The chosen rows become heading rows, or plain ones again. */
export const headingRow: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  const rect = selectedRect(state)
  const { tr } = state
  let to: typeof nodes.head | null = null
  eachRow(rect, (row, at) => {
    to ??= row.firstChild?.type === nodes.head ? nodes.cell : nodes.head
    let cell = at + 1
    row.forEach((one) => {
      tr.setNodeMarkup(cell, to ?? undefined, one.attrs)
      cell += one.nodeSize
    })
  })
  dispatch?.(alone(tr))
  return true
}

/** The chosen rows become lines of a group, one cell across, or rows of cells again. */
export const groupRow: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  const rect = selectedRect(state)
  const columns = columnsOf(rect.table)
  const { tr } = state
  eachRow(rect, (row, at) => {
    const from = tr.mapping.map(at)
    const first = row.children.find((cell) => cell.content.size > 0)?.content ?? row.firstChild?.content
    const one = (column: (typeof columns)[number], nth: number) => nodes.cell.create({ colwidth: [column.share], align: column.align }, nth === 0 ? first : undefined)
    const cells = row.attrs.group ? columns.map(one) : [nodes.cell.create({ colspan: columns.length, colwidth: columns.map((column) => column.share) }, first)]
    tr.replaceWith(from, tr.mapping.map(at + row.nodeSize), nodes.row.create({ group: !row.attrs.group }, cells))
  })
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(tr.mapping.map(state.selection.from), tr.doc.content.size))))
  dispatch?.(alone(tr))
  return true
}

/** Changes the cells of the chosen columns, headings too. */
function inColumns(change: (cell: Node, nth: number) => Attrs | null): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false
    const rect = selectedRect(state)
    const { tr } = state
    let at = rect.tableStart
    rect.table.forEach((row) => {
      let cell = at + 1
      let column = 0
      row.forEach((one) => {
        const span = one.attrs.colspan as number
        for (let nth = 0; nth < span; nth += 1) {
          const here = tr.doc.nodeAt(cell)
          const attrs = here && column + nth >= rect.left && column + nth < rect.right ? change(here, nth) : null
          if (attrs && here) tr.setNodeMarkup(cell, null, { ...here.attrs, ...attrs })
        }
        cell += one.nodeSize
        column += span
      })
      at += row.nodeSize
    })
    if (tr.docChanged) dispatch?.(alone(tr))
    return true
  }
}

export const stand = (align: Align): Command => inColumns((cell) => (cell.attrs.colspan === 1 ? { align } : null))

/** Makes the chosen columns wider or narrower beside the others. */
export const widen = (by: 1 | -1): Command => (state, dispatch) => {
  if (!isInTable(state)) return false
  const { table, tableStart, left, right } = selectedRect(state)
  const columns = columnsOf(table)
  // Steps are whole numbers: small shares are made finer first.
  const finer = Math.max(1, Math.ceil(100 / Math.max(1, columns.reduce((sum, column) => sum + column.share, 0))))
  const chosen = (at: number) => at >= left && at < right
  const shares = columns.map((column, at) => Math.max(2, Math.round(column.share * finer * (chosen(at) ? 1 + by * STEP : 1))))
  const { tr } = state
  let at = tableStart
  table.forEach((row) => {
    let cell = at + 1
    let column = 0
    row.forEach((one) => {
      const span = one.attrs.colspan as number
      tr.setNodeMarkup(cell, null, { ...one.attrs, colwidth: shares.slice(column, column + span) })
      cell += one.nodeSize
      column += span
    })
    at += row.nodeSize
  })
  dispatch?.(alone(tr))
  return true
}

/** Enter in a cell is a new line in it. */
const lineInCell: Command = (state, dispatch) => {
  if (!isInTable(state) || !(state.selection instanceof TextSelection)) return false
  dispatch?.(state.tr.replaceSelectionWith(nodes.break.create()).scrollIntoView())
  return true
}

/** Tab goes on; at the end of the table it makes a row. */
const nextCell: Command = (state, dispatch, view) => {
  if (goToNextCell(1)(state, dispatch)) return true
  if (!isInTable(state)) return false
  rowBelow(state, dispatch, view)
  if (view) goToNextCell(1)(view.state, dispatch)
  return true
}

export const tableKeys = keymap({
  Tab: nextCell, 'Shift-Tab': (state, dispatch) => isInTable(state) && (goToNextCell(-1)(state, dispatch), true), Enter: lineInCell,
  'Mod-Enter': rowBelow, 'Mod-Shift-Enter': rowAbove, 'Mod-Shift-Backspace': rowAway,
  'Mod-Alt-Enter': columnRight, 'Mod-Alt-Shift-Enter': columnLeft, 'Mod-Alt-Backspace': columnAway,
})

/** A cell that is new stands as its column does. */
const asColumns = new Plugin({
  appendTransaction(transactions, _old, { doc, tr }): Transaction | null {
    if (!transactions.some((one) => one.docChanged)) return null
    doc.forEach((table, start) => {
      if (table.type !== nodes.table || !table.children.some((row) => row.children.some((cell) => cell.attrs.align === null))) return
      const columns = columnsOf(table)
      let at = start + 1
      table.forEach((row) => {
        let [cell, column] = [at + 1, 0]
        row.forEach((one) => {
          if (one.attrs.align === null) tr.setNodeAttribute(cell, 'align', columns[column]?.align ?? 'left')
          cell += one.nodeSize
          column += one.attrs.colspan as number
        })
        at += row.nodeSize
      })
    })
    return tr.docChanged ? tr : null
  },
})

export const tables: Plugin[] = [
  asColumns,
  new Plugin({ props: { nodeViews: { table: (node) => new TableShown(node) } } }),
  tableEditing(),
]

/** An empty table of so many columns and rows below a row of headings. */
export function emptyTable(columns: number, rows: number): Node {
  const row = (of: typeof nodes.cell) => nodes.row.create(null, Array.from({ length: columns }, () => of.create()))
  return nodes.table.create({ id: newId() }, [row(nodes.head), ...Array.from({ length: rows }, () => row(nodes.cell))])
}

/** What the caret stands in: nothing, or how its column and row are. */
export function whereInTable(state: EditorState): { align: Align; heading: boolean; group: boolean } | null {
  if (!isInTable(state)) return null
  const { table, top, left } = selectedRect(state)
  const row = table.maybeChild(top)
  return { align: columnsOf(table)[left]?.align ?? 'left', heading: row?.firstChild?.type === nodes.head, group: row?.attrs.group === true }
}

