/** Tables as ProseMirror edits them: rows and cells, back and forth without loss. */
import type { Node, NodeSpec } from 'prosemirror-model'
import type { Align } from '../bindings/Align'
import type { Column } from '../bindings/Column'
import type { Inline } from '../bindings/Inline'
import type { Row } from '../bindings/Row'
import type { Table } from '../bindings/Table'

/** What a new table, and a column that was added, begins with. */
const SIZE = 12
const CELL = { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null }, align: { default: null } }
const cellDom = (tag: string) => (node: Node): [string, Record<string, string>, 0] => [
  tag, { class: `to-${(node.attrs.align as Align | null) ?? 'left'}`, ...((node.attrs.colspan as number) > 1 ? { colspan: String(node.attrs.colspan) } : {}) }, 0,
]

/** What was copied of our own text says how its cells are. */
const cellRule = (tag: string) => ({
  tag, getAttrs: (dom: HTMLElement) => ({ colspan: Math.max(1, Number(dom.getAttribute('colspan') ?? 1) || 1), align: (/\bto-(left|center|right)\b/.exec(dom.className)?.[1] ?? null) as Align | null }),
})
const tableRule = {
  tag: 'div.table[data-table]',
  getAttrs: (dom: HTMLElement): { size: number; columns: Column[] } | false => {
    try {
      return JSON.parse(dom.dataset.table ?? '') as { size: number; columns: Column[] }
    } catch {
      return false
    }
  },
}

/** `colwidth` holds the shares of the columns a cell stands in; one that is new knows neither these nor how it stands. A cell never spans rows. */
export const tableSpecs = {
  table: {
    group: 'block', content: 'row+', isolating: true, tableRole: 'table',
    attrs: { id: { default: '' }, size: { default: SIZE }, columns: { default: [] } },
    parseDOM: [tableRule], toDOM: (node: Node) => ['div', { class: 'table', 'data-table': JSON.stringify({ size: node.attrs.size as number, columns: columnsOf(node) }) }, ['table', ['tbody', 0]]],
  },
  row: { content: '(cell | head)*', tableRole: 'row', attrs: { group: { default: false } }, parseDOM: [{ tag: 'tr', getAttrs: (dom: HTMLElement) => ({ group: dom.classList.contains('group') }) }], toDOM: (node: Node) => ['tr', { class: node.attrs.group ? 'group' : '' }, 0] },
  cell: { content: 'inline*', isolating: true, tableRole: 'cell', attrs: CELL, parseDOM: [cellRule('td')], toDOM: cellDom('td') },
  head: { content: 'inline*', isolating: true, tableRole: 'header_cell', attrs: CELL, parseDOM: [cellRule('th')], toDOM: cellDom('th') },
} satisfies Record<string, NodeSpec>

const isHead = (row: Node): boolean => row.childCount > 0 && row.children.every((cell) => cell.type.name === 'head')

/** The shares of all columns, and how each stands: as a cell of its own tells it, else as before. */
export function columnsOf(table: Node): Column[] {
  const before = table.attrs.columns as Column[]
  const shares: (number | undefined)[] = []
  const aligns: (Align | undefined)[] = []
  let width = 0
  table.forEach((row) => {
    let at = 0
    row.forEach((cell) => {
      const span = cell.attrs.colspan as number
      const told = cell.attrs.colwidth as (number | null)[] | null
      // How a column stands its own cells say, not a heading or a line across several.
      const tells = span === 1 && !isHead(row)
      for (let nth = 0; nth < span; nth += 1) {
        // A column that is new in a cell across several has the share 0.
        const share = told?.[nth]
        if (share && (tells || shares[at + nth] === undefined)) shares[at + nth] = share
      }
      if (tells) aligns[at] ??= (cell.attrs.align as Align | null) ?? undefined
      at += span
    })
    width = Math.max(width, at)
  })
  const known = shares.filter((one) => one !== undefined)
  const usual = Math.max(1, Math.round(known.reduce((sum, one) => sum + one, 0) / Math.max(1, known.length)))
  const same = before.length === width
  // A column whose place is known by its share is the one that was there before.
  return Array.from({ length: width }, (_, at) => ({
    share: shares[at] ?? (same ? before[at]?.share : undefined) ?? usual,
    align: aligns[at] ?? (same || shares[at] !== undefined ? before[at]?.align : undefined) ?? 'left',
  }))
}

/** A table's rows as the schema's nodes; `inside` makes the text of a cell. */
export function tableNode(id: string, table: Table, schema: Node['type']['schema'], inside: (text: readonly Inline[]) => Node['content']): Node {
  const { table: whole, row: line, cell: plain, head } = schema.nodes as Record<string, Node['type']>
  const rowNode = (row: Row, isHeader: boolean): Node => {
    let at = 0
    const cells = row.cells.map((cell) => {
      const span = Math.max(1, cell.span)
      const own = table.columns.slice(at, at + span)
      at += span
      const attrs = { colspan: span, colwidth: own.length === span ? own.map((column) => column.share) : null, align: own[0]?.align ?? 'left' }
      return (isHeader ? head : plain)!.create(attrs, inside(cell.text))
    })
    return line!.create({ group: row.group }, cells)
  }
  const rows = [...table.header.map((row) => rowNode(row, true)), ...table.rows.map((row) => rowNode(row, false))]
  return whole!.create({ id, size: table.size, columns: table.columns }, rows)
}

/** The rows again; a group's line is one cell across all columns. */
export function tableOf(node: Node, inlines: (cell: Node) => Inline[]): Table {
  const columns = columnsOf(node)
  const table: Table = { columns, header: [], rows: [], size: node.attrs.size as number }
  node.forEach((row) => {
    const group = row.attrs.group as boolean
    const cells = row.children.map((cell) => ({ span: cell.attrs.colspan as number, text: inlines(cell) }))
    const first = cells[0]
    const kept = group && first ? [{ span: columns.length, text: first.text }] : cells
    // Header rows stand at the top; a heading cell further down is a cell.
    if (isHead(row) && table.rows.length === 0) table.header.push({ group, cells: kept })
    else table.rows.push({ group, cells: kept })
  })
  return table
}
