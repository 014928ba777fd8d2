/** The editor of one section: ProseMirror with our keys, item marks, clean paste and stable ids. */
import { baseKeymap, toggleMark } from 'prosemirror-commands'
import { history, redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import { InputRule, inputRules, undoInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { EditorState, Plugin, type Command, type Transaction } from 'prosemirror-state'
import type { Item } from '../bindings/Item'
import { composing, pressed } from '../shared/keys'
import { newId } from './blocks'
import { copy } from './copy'
import { itemOf, nextItem } from './marks'
import { openMarks } from './markShow'
import { paste } from './paste'
import { printedMark, schema } from './schema'
import { tableKeys, tables } from './tableEdit'

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

/** What the editor is told from around it. */
interface Around {
  /** Shown to the officer: what of a paste does not come in. */
  say: (sentence: string | null) => void
  /** Told in passing: why a key does nothing. */
  tell: (sentence: string) => void
  /** What is taken back, or done again, is a change of the ledger: the key is left to the window. */
  isLedgers: (what: 'undo' | 'redo') => boolean
  /** The ledger's newest change is that this text was taken back, or soon will be: taken back itself, it would bring it back. */
  bringsBack: () => boolean
}

/** Said when Ctrl+Z has nothing more of a text to take back. */
export const ALL_BACK = 'Chữ vừa gõ ở mục này đã trả lại hết; Ctrl+Y để lấy lại'
/** Said where Ctrl+Z goes on to what was done before. */
export const ALL_BACK_BEFORE = `${ALL_BACK}, Ctrl+Z nữa để trả lại việc trước đó`

/** Whether something was typed, and all of it is taken back. */
export const allTakenBack = (state: EditorState): boolean => undoDepth(state) === 0 && redoDepth(state) > 0

/** Where two texts differ last, as a place in the second. */
export const lastChanged = (before: Node, after: Node): number => before.content.findDiffEnd(after.content)?.b ?? after.content.size

/**
 * Ctrl+Z and Ctrl+Y of the text; where it has nothing of its own, the key goes on to the ledger.
 *
 * Where the ledger would bring back what was just taken back here, the key does nothing and says so.
 */
const taking = ({ tell, isLedgers, bringsBack }: Around) => {
  const back: Command = (state, dispatch) => {
    if (isLedgers('undo')) return false
    if (undo(state, dispatch)) return true
    if (redoDepth(state) === 0 || !bringsBack()) return false
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
const ALONE: Around = { say: () => undefined, tell: () => undefined, isLedgers: () => false, bringsBack: () => true }

export function newState(doc: Node, around: Partial<Around> = {}): EditorState {
  const whole = { ...ALONE, ...around }
  return EditorState.create({ doc, plugins: [inputRules({ rules: [markItem] }), tableKeys, noPage(whole), taking(whole), keys, keymap(baseKeymap), history(), ids, copy, paste(whole.say), ...tables, openMarks] })
}

export const bold = toggleMark(marks.bold)
export const italic = toggleMark(marks.italic)
