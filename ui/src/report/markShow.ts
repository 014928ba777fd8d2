/** Open marks as ProseMirror shows them: each with the look of its kind, moved along while one types. */
import type { Node } from 'prosemirror-model'
import { NodeSelection, Plugin, PluginKey, TextSelection, type EditorState, type Selection } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { MarkPlace } from '../bindings/MarkPlace'
import type { ReportMark } from '../bindings/ReportMark'

/** What is shown: the marks of a section, and the one that is looked at. */
export interface ShownMarks {
  marks: readonly ReportMark[]
  at: string | null
}

interface Spec {
  key: string
  /** The words under it, a chip as one sign. */
  words: string
}

const wordsOf = (doc: Node, from: number, to: number) => doc.textBetween(from, to, '', CHIP)
const CHIP = '\ufffc'

/** Where marked words stand in the document; a whole block is a table. `null`: they are not there. */
export function spanOf(doc: Node, place: MarkPlace): { from: number; to: number; whole: boolean } | null {
  let found: { from: number; to: number; whole: boolean } | null = null
  doc.forEach((node, at) => {
    if (found || node.attrs.id !== place.block) return
    if (!node.isTextblock) found = { from: at, to: at + node.nodeSize, whole: true }
    else if (place.to <= node.content.size) found = { from: at + 1 + place.from, to: at + 1 + place.to, whole: false }
  })
  return found
}

function drawn(doc: Node, { marks, at }: ShownMarks): DecorationSet {
  const decorations = marks.flatMap((mark) => {
    const span = spanOf(doc, mark.at)
    if (!span) return []
    const look = { class: `open-mark ${mark.kind}${mark.key === at ? ' at' : ''}`, 'data-mark-key': mark.key }
    const spec: Spec = { key: mark.key, words: wordsOf(doc, span.from, span.to) }
    return [span.whole ? Decoration.node(span.from, span.to, look, spec) : Decoration.inline(span.from, span.to, look, spec)]
  })
  return DecorationSet.create(doc, decorations)
}

export const marksKey = new PluginKey<DecorationSet>('open-marks')

export const openMarks = new Plugin<DecorationSet>({
  key: marksKey,
  state: {
    init: () => DecorationSet.empty,
    apply(tr, set) {
      const shown = tr.getMeta(marksKey) as ShownMarks | undefined
      if (shown) return drawn(tr.doc, shown)
      if (!tr.docChanged) return set
      // Where other words were typed, the mark is gone.
      const moved = set.map(tr.mapping, tr.doc)
      return moved.remove(moved.find().filter((one) => wordsOf(tr.doc, one.from, one.to) !== (one.spec as Spec).words))
    },
  },
  props: { decorations: (state) => marksKey.getState(state) },
})

/** The mark the caret or the selection is in; of two that touch, the one that begins with it. */
export function markAt(state: EditorState): string | null {
  const { from, to } = state.selection
  const near = marksKey.getState(state)?.find(from, to) ?? []
  const inside = near.filter((one) => one.from <= from && to <= one.to)
  const found = inside.find((one) => one.from === from && one.to === to) ?? inside.find((one) => one.from <= from && from < one.to) ?? inside[0]
  return found ? (found.spec as Spec).key : null
}

/** The span of a mark as it stands now; `null`: it is not shown. */
export function shownSpan(state: EditorState, key: string): { from: number; to: number } | null {
  const found = marksKey.getState(state)?.find(undefined, undefined, (spec) => (spec as Spec).key === key)[0]
  return found ? { from: found.from, to: found.to } : null
}

/** Its words as the selection, so that typing takes their place; a chip or a table as a whole. */
export function selectionOf(state: EditorState, span: { from: number; to: number }): Selection {
  const node = state.doc.nodeAt(span.from)
  const whole = node && !node.isText && span.to - span.from === node.nodeSize && NodeSelection.isSelectable(node)
  return whole ? NodeSelection.create(state.doc, span.from) : TextSelection.create(state.doc, span.from, span.to)
}

/** The mark after the caret, or before it; `null`: there is none. */
export function nextMark(state: EditorState, by: 1 | -1): string | null {
  const { from, to } = state.selection
  const all = (marksKey.getState(state)?.find() ?? []).toSorted((a, b) => a.from - b.from)
  const found = by === 1 ? all.find((one) => one.from >= to) : all.findLast((one) => one.to <= from)
  return found ? (found.spec as Spec).key : null
}
