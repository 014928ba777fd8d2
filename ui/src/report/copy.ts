/** What goes out of a text by copying: figures, documents and marks of items stand in it as words, for programs that know no more. */
import { DOMSerializer, Slice, type DOMOutputSpec, type Fragment, type Node } from 'prosemirror-model'
import { Plugin, type Selection } from 'prosemirror-state'
import type { Item } from '../bindings/Item'
import { toText } from '../plan/clipboard'
import { OWN_MARK, printedMark, schema } from './schema'

const { nodes } = schema

/** What is drawn before a block and is none of its words; empty: nothing. */
const markOf = (block: Node): string => (block.type === nodes.item ? printedMark(block.attrs.item as Item) : block.type === nodes.heading ? String(block.attrs.number) : '')
const after = (mark: string): string => (mark === '' ? '' : `${mark} `)
const words = (node: Node): string => node.textBetween(0, node.content.size)

/** The cells of a row as columns: one over several is followed by empty ones. */
const columns = (row: Node): string[] => row.children.flatMap((cell) => [words(cell), ...Array.from({ length: Math.max(1, cell.attrs.colspan as number) - 1 }, () => '')])

function lines(node: Node): string[] {
  if (node.isInline) return [node.isText ? (node.text ?? '') : (node.type.spec.leafText?.(node) ?? '')]
  if (node.type === nodes.row) return [toText([columns(node)])]
  if (node.type === nodes.table) return node.children.flatMap(lines)
  if (node.type === nodes.part) return [`${node.attrs.number as string} ${node.attrs.title as string}`]
  return [after(markOf(node)) + words(node)]
}

/** A line for a paragraph and for a row, tabs between the cells; out of a single cell its bare words. */
export function copiedText(content: Fragment): string {
  const only = content.childCount === 1 ? content.firstChild : null
  if (only?.type === nodes.cell || only?.type === nodes.head) return words(only)
  const alone = (only?.type === nodes.table || only?.type === nodes.row) && only.childCount === 1
  return alone ? copiedText(only.content) : content.content.flatMap(lines).join('\n')
}

/** Words out of an item are words: its mark goes along only with all of it, or from its beginning on into the next. */
export function withoutCutMark(slice: Slice, { $from, $to }: Selection): Slice {
  const [first, ...others] = slice.content.content
  if (!first || slice.openStart === 0 || markOf(first) === '') return slice
  const whole = $from.parentOffset === 0 && (others.length > 0 || $to.parentOffset === $to.parent.content.size)
  return whole ? slice : new Slice(slice.content.replaceChild(0, nodes.para.create(null, first.content)), slice.openStart, slice.openEnd)
}

/** A block as on the sheet, with its mark as words. */
export function markedDom(block: Node): DOMOutputSpec {
  const shown = block.type.spec.toDOM?.(block) as [string, Record<string, string>, 0]
  const mark = markOf(block)
  return mark === '' ? shown : [shown[0], shown[1], ['span', { [OWN_MARK]: '' }, after(mark)], ['span', 0]]
}

export const copy = new Plugin({
  props: {
    transformCopied: (slice, view) => withoutCutMark(slice, view.state.selection),
    clipboardTextSerializer: (slice) => copiedText(slice.content),
    clipboardSerializer: new DOMSerializer({ ...DOMSerializer.nodesFromSchema(schema), item: markedDom, heading: markedDom }, DOMSerializer.marksFromSchema(schema)),
  },
})
