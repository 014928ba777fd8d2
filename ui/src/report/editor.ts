/** The editor of one section: ProseMirror with our keys, item marks, clean paste and stable ids. */
import { baseKeymap, toggleMark } from 'prosemirror-commands'
import { history, redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import { InputRule, inputRules, undoInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { EditorState, NodeSelection, Plugin, TextSelection, type Command, type Transaction } from 'prosemirror-state'
import { handlePaste as pasteCells, isInTable, selectedRect } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import type { Citation } from '../bindings/Citation'
import type { FigureChip } from '../bindings/FigureChip'
import type { Inline } from '../bindings/Inline'
import type { Item } from '../bindings/Item'
import { composing, pressed } from '../shared/keys'
import { newId, toNode } from './blocks'
import { itemOf, leftOutside, nextItem, pastedLines } from './marks'
import { openMarks } from './markShow'
import { printedMark, schema } from './schema'
import { emptyTable, tableKeys, tables } from './tableEdit'
import { dresser, lettersOf, type Run } from './pasteLooks'
import { copiedParts, fromSheet, gridOf, tableFrom, type Copied } from './tablePaste'

const { nodes, marks } = schema

// Only after the space, never while composing (prosemirror-inputrules sees to it): an input method keeps its keys.
const markItem = new InputRule(/^(\S{1,6})[ ]$/, (state, match, start, end) => {
  const $start = state.doc.resolve(start)
  const item = match[1] ? itemOf(match[1]) : null
  if (!item || $start.parent.type !== nodes.para) return null
  const at = $start.before()
  return state.tr.delete(start, end).setNodeMarkup(at, nodes.item, { id: $start.parent.attrs.id as string, item })
})

/** Enter in an item goes on with the next mark; in an empty one it ends the list. */
const splitItem: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if ($from.parent.type !== nodes.item) return false
  if (empty && $from.parent.content.size === 0) {
    dispatch?.(state.tr.setNodeMarkup($from.before(), nodes.para, { id: $from.parent.attrs.id as string }))
    return true
  }
  const item = nextItem($from.parent.attrs.item as Item)
  const tr = state.tr.deleteSelection()
  dispatch?.(tr.split(tr.mapping.map($from.pos), 1, [{ type: nodes.item, attrs: { id: newId(), item } }]).scrollIntoView())
  return true
}

/** Backspace at the start of an item gives its mark back as words. */
const freeItem: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type !== nodes.item || $from.parentOffset > 0) return false
  const words = printedMark($from.parent.attrs.item as Item)
  dispatch?.(state.tr.insertText(words, $from.pos).setNodeMarkup($from.before(), nodes.para, { id: $from.parent.attrs.id as string }))
  return true
}

const lineBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.break.create()).scrollIntoView())
  return true
}

/** Every block has an id of its own; a split leaves the first half the old one. */
const ids = new Plugin({
  appendTransaction(transactions, _old, state): Transaction | null {
    if (!transactions.some((tr) => tr.docChanged)) return null
    const seen = new Set<string>()
    const tr = state.tr
    state.doc.forEach((node, at) => {
      const id = node.attrs.id as string
      if (id === '' || seen.has(id)) tr.setNodeAttribute(at, 'id', newId())
      seen.add(id)
    })
    return tr.docChanged ? tr : null
  },
})

/** A run in which `\n` is a break, as what stands in a block. */
const broken = (run: Run): Inline[] =>
  run.text.split('\n').flatMap((words, nth) => [...(nth > 0 ? [{ kind: 'break' as const }] : []), ...(words === '' ? [] : [{ ...run, text: words }])])

/** Words as paragraphs and items, their lines made bold and italic by `dress`. */
function pasted(text: string, dress: (line: string) => Run[]): Slice {
  const blocks = pastedLines(text).map(({ item, text: words }) => {
    const inside = dress(words).flatMap(broken)
    return toNode(item ? { kind: 'item', id: newId(), item, text: inside } : { kind: 'para', id: newId(), text: inside })
  })
  const first = blocks[0]
  if (blocks.length === 1 && first?.type === nodes.para) return new Slice(first.content, 0, 0)
  return new Slice(Fragment.fromArray(blocks), 0, 0)
}

/** Tables among what was copied become tables; `null`: there is none. In a table their cells fill its cells. */
function pastedTables(view: EditorView, data: DataTransfer, event: ClipboardEvent): boolean {
  const html = data.getData('text/html')
  const parts = /<table/i.test(html) ? copiedParts(html) : []
  // A page without a table is text: what has tabs in it are items of a list, or words that were moved in.
  const grid = html === '' || fromSheet(html) ? gridOf(data.getData('text/plain'), isInTable(view.state) || fromSheet(html) ? 1 : 2) : null
  const whole: (Copied[][] | string)[] = parts.some((part) => typeof part !== 'string') ? parts : grid ? [grid] : []
  const dress = dresser(parts.length > 0 ? lettersOf(html) : [])
  const blocks = whole.flatMap((part): Node[] => {
    if (typeof part === 'string') return [...pasted(part, dress).content.content].map((node) => (node.isBlock ? node : nodes.para.create({ id: newId() }, node)))
    const table = tableFrom(part)
    return table ? [toNode({ kind: 'table', id: newId(), table })] : []
  })
  const only = blocks.length === 1 ? blocks[0] : null
  if (!blocks.some((block) => block.type === nodes.table)) return false
  if (isInTable(view.state)) return only ? pasteCells(view, event, new Slice(Fragment.from(only), 0, 0)) : false
  insertBlocks(view, blocks)
  return true
}

/** Words from elsewhere come in as paragraphs, nothing of them kept but bold and italic; our own text keeps its chips. `say` is told what stays outside. */
const paste = (say: (sentence: string) => void) => new Plugin({
  props: {
    handlePaste(view: EditorView, event: ClipboardEvent): boolean {
      const data = event.clipboardData
      if (!data) return false
      const left = leftOutside(data.getData('text/html'), [...(data.files ?? [])].map((file) => file.type))
      if (left) say(left)
      if (data.getData('text/html').includes('data-pm-slice')) return false
      if (pastedTables(view, data, event)) return true
      // Some programs give pages only: their words come without anything that could run.
      const html = data.getData('text/html')
      const words = data.getData('text/plain') || (html ? copiedParts(html).filter((part) => typeof part === 'string').join('\n') : '')
      const slice = pasted(words, dresser(html ? lettersOf(html) : []))
      if (slice.size > 0) view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true))
      return true
    },
    handleDrop: () => true,
  },
})

/** What the editor is told from around it. */
export interface Around {
  /** Shown to the officer: what of a paste does not come in. */
  say: (sentence: string) => void
  /** Told in passing: why a key does nothing. */
  tell: (sentence: string) => void
  /** What is taken back, or done again, is a change of the ledger: the key is left to the window. */
  isLedgers: (what: 'undo' | 'redo') => boolean
}

/** Said when Ctrl+Z has nothing more of a text to take back. */
export const ALL_BACK = 'Chữ vừa gõ ở mục này đã trả lại hết; Ctrl+Y để lấy lại'

/** Whether something was typed, and all of it is taken back. */
export const allTakenBack = (state: EditorState): boolean => undoDepth(state) === 0 && redoDepth(state) > 0

/** Where two texts differ last, as a place in the second. */
export const lastChanged = (before: Node, after: Node): number => before.content.findDiffEnd(after.content)?.b ?? after.content.size

/**
 * Ctrl+Z and Ctrl+Y of the text; where it has nothing of its own, the key goes on to the ledger.
 *
 * Once all that was typed here is taken back, the ledger's newest change is that very text: it would bring it back.
 */
const taking = ({ tell, isLedgers }: Around) => {
  const back: Command = (state, dispatch) => {
    if (isLedgers('undo')) return false
    if (undo(state, dispatch)) return true
    if (redoDepth(state) === 0) return false
    if (dispatch) tell(ALL_BACK)
    return true
  }
  const again: Command = (state, dispatch) => !isLedgers('redo') && redo(state, dispatch)
  const of = (event: KeyboardEvent): Command | null =>
    pressed(event, 'Ctrl+Z') ? back : pressed(event, 'Ctrl+Y') || pressed(event, 'Ctrl+Shift+Z') ? again : null
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => of(event)?.(view.state, view.dispatch) ?? false,
      // A key that no command takes ProseMirror stops all the same: it must not see one that goes on to the window.
      handleDOMEvents: { keydown: (view, event) => !composing(event) && of(event)?.(view.state) === false },
    },
  })
}

const keys = keymap({
  'Mod-b': toggleMark(marks.bold), 'Mod-i': toggleMark(marks.italic),
  Enter: splitItem, 'Shift-Enter': lineBreak, Backspace: (state, dispatch, view) => undoInputRule(state, dispatch) || freeItem(state, dispatch, view),
})

/** Word's key for a page ends no page here, and sends nothing off; a table has made a row of it before. */
const noPage = ({ tell }: Around) => keymap({
  'Mod-Enter': (_, dispatch) => {
    if (dispatch) tell('Trang tự ngắt khi in, không cần Ctrl+Enter; muốn trình thì bấm nút Trình ở trên')
    return true
  },
})

/** Nothing around: what is said is not heard, and every key is the editor's. */
const ALONE: Around = { say: () => undefined, tell: () => undefined, isLedgers: () => false }

export function newState(doc: Node, around: Partial<Around> = {}): EditorState {
  const whole = { ...ALONE, ...around }
  return EditorState.create({ doc, plugins: [inputRules({ rules: [markItem] }), tableKeys, noPage(whole), taking(whole), keys, keymap(baseKeymap), history(), ids, paste(whole.say), ...tables, openMarks] })
}

export const bold = toggleMark(marks.bold)
export const italic = toggleMark(marks.italic)

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
export type Chosen = { at: number } & ({ figure: FigureChip } | { citation: Citation })

/** What is chosen; `null`: words, or nothing. */
export function chosenIn({ selection }: EditorState): Chosen | null {
  if (!(selection instanceof NodeSelection)) return null
  const { type, attrs } = selection.node
  const at = selection.from
  if (type === nodes.figure) return { at, figure: attrs.chip as FigureChip }
  return type === nodes.citation ? { at, citation: attrs.citation as Citation } : null
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
