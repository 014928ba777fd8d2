/** What a block still lacks, as a place to go to. */
import type { Node } from 'prosemirror-model'
import { NodeSelection, TextSelection, type Selection } from 'prosemirror-state'
import type { AnnexRef } from '../bindings/AnnexRef'
import type { FigureChip } from '../bindings/FigureChip'
import { schema } from './schema'

const DOTS = /(?<![\p{L}.,])(…|\.{3,})/u

/** A figure without value, an appendix that is gone, dots left in; else the block's beginning. `null`: it is not there. */
export function lackOf(doc: Node, block: string): Selection | null {
  let found: Selection | null = null
  doc.forEach((node, at) => {
    if (found || node.attrs.id !== block) return
    node.descendants((piece, inside) => {
      const from = at + 1 + inside
      if (found) return false
      const chip = piece.attrs.chip as FigureChip | undefined
      const lacks = (piece.type === schema.nodes.figure && chip?.shown === undefined && chip?.override === undefined)
        || (piece.type === schema.nodes.annex && (piece.attrs.annex as AnnexRef).shown === undefined)
      if (lacks) found = NodeSelection.create(doc, from)
      const dots = piece.isText ? DOTS.exec(piece.text ?? '') : null
      if (dots) found = TextSelection.create(doc, from + dots.index, from + dots.index + dots[0].length)
      return true
    })
    found ??= TextSelection.near(doc.resolve(Math.min(at + 1, doc.content.size)))
  })
  return found
}
