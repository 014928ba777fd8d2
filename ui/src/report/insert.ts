/** What is put into a text from beside it: figures, documents, tables, sentences that are offered. */
import type { Node } from 'prosemirror-model'
import { NodeSelection, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { selectedRect } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import type { Citation } from '../bindings/Citation'
import type { FigureChip } from '../bindings/FigureChip'
import { newId } from './blocks'
import { schema } from './schema'
import { emptyTable } from './tableEdit'

const { nodes } = schema

/** Puts a figure at the caret. */
export function insertFigure(view: EditorView, chip: FigureChip): void {
  view.dispatch(view.state.tr.replaceSelectionWith(nodes.figure.create({ chip }), false).scrollIntoView())
  view.focus()
}

/** Puts a value with its reason in the place of the chosen figure; `null`: the ledger's own again. */
export function putInstead(view: EditorView, instead: [string, string] | null): void {
  const { selection, tr } = view.state
  if (!(selection instanceof NodeSelection) || selection.node.type !== nodes.figure) return
  const { override: _, shown: __, ...bare } = selection.node.attrs.chip as FigureChip
  const chip: FigureChip = instead ? { ...bare, override: instead, shown: instead[0] } : bare
  tr.setNodeAttribute(selection.from, 'chip', chip)
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, selection.from)))
  view.focus()
}

/** Puts a document at the caret, or in the place of the one that is chosen. */
export function insertCitation(view: EditorView, citation: Citation): void {
  const { selection, tr } = view.state
  const cited = nodes.citation.create({ citation })
  const chosen = selection instanceof NodeSelection ? selection.node.type : null
  if (chosen === nodes.citation) {
    tr.setNodeAttribute(selection.from, 'citation', citation)
    tr.setSelection(NodeSelection.create(tr.doc, selection.from))
  } else if (chosen) tr.insert(selection.to, cited) // A figure that is chosen stays: the document comes behind it.
  else tr.replaceSelectionWith(cited, false)
  view.dispatch(tr.scrollIntoView())
  view.focus()
}

/** A figure or a document of the register that stands in the text and is chosen, and where. */
export type Chosen = { at: number } & ({ figure: FigureChip; after: string } | { citation: Citation })

/** What is chosen; `null`: words, or nothing. */
export function chosenIn({ doc, selection }: EditorState): Chosen | null {
  if (!(selection instanceof NodeSelection)) return null
  const { type, attrs } = selection.node
  const at = selection.from
  if (type === nodes.figure) return { at, figure: attrs.chip as FigureChip, after: doc.textBetween(selection.to, selection.$to.end(), '', ' ') }
  return type === nodes.citation ? { at, citation: attrs.citation as Citation } : null
}

/** The id of the block the selection begins in; empty for one that has none yet. */
export function blockOf({ doc, selection }: EditorState): string {
  const { $from } = selection
  const block = $from.depth > 0 ? $from.node(1) : doc.nodeAt($from.pos)
  return typeof block?.attrs.id === 'string' ? block.attrs.id : ''
}

/** Puts blocks at the caret; into an empty section in place of its empty paragraph. */
export function insertBlocks(view: EditorView, blocks: readonly Node[]): void {
  const { doc, selection, tr } = view.state
  const only = doc.childCount === 1 ? doc.firstChild : null
  const empty = only !== null && only.isTextblock && only.content.size === 0
  const fresh = blocks.map((node) => node.type.create({ ...node.attrs, id: newId() }, node.content))
  const from = empty ? 0 : selection.$to.depth > 0 ? selection.$to.after(1) : doc.content.size
  tr.replaceWith(from, empty ? doc.content.size : from, fresh)
  const end = from + fresh.reduce((size, node) => size + node.nodeSize, 0)
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.max(0, end - 1)), -1)).scrollIntoView()
  view.dispatch(tr)
  view.focus()
}

/** Puts an empty table below the caret and the caret into its first cell. */
export function insertTable(view: EditorView): void {
  insertBlocks(view, [emptyTable(3, 3)])
  // The caret stands at its end now.
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(selectedRect(view.state).tableStart))))
}

/** The ledger's values for the chips of the same text, nothing one could take back. */
export function withValues({ doc: ours, tr }: EditorState, doc: Node): Transaction {
  tr.setMeta('ledger', true).setMeta('addToHistory', false)
  const told = [[nodes.figure, 'chip'], [nodes.citation, 'citation'], [nodes.annex, 'annex']] as const
  doc.descendants((node, at) => {
    const name = told.find(([type]) => type === node.type)?.[1]
    const here = name && ours.nodeAt(at)
    if (name && here?.type === node.type && JSON.stringify(node.attrs[name]) !== JSON.stringify(here.attrs[name])) tr.setNodeAttribute(at, name, node.attrs[name])
  })
  return tr
}
