/**
 * The ledger's blocks ⇄ ProseMirror's document, both ways without loss.
 *
 * Ids, chips and citations pass through untouched; neighbouring words of one style come back as one run.
 */
import { Fragment, type Mark, type Node } from 'prosemirror-model'
import type { Block } from '../bindings/Block'
import type { Citation } from '../bindings/Citation'
import type { FigureChip } from '../bindings/FigureChip'
import type { Inline } from '../bindings/Inline'
import type { Item } from '../bindings/Item'
import type { Row } from '../bindings/Row'
import type { AnnexRef } from '../bindings/AnnexRef'
import { schema } from './schema'
import { tableNode, tableOf } from './tableNodes'

const { nodes, marks } = schema

/** A new block's id. */
export const newId = (): string => crypto.randomUUID()

function inlineNode(piece: Inline): Node | null {
  switch (piece.kind) {
    case 'text': {
      const styles: Mark[] = []
      if (piece.bold) styles.push(marks.bold.create())
      if (piece.italic) styles.push(marks.italic.create())
      return piece.text === '' ? null : schema.text(piece.text, styles)
    }
    case 'figure': {
      const { kind: _, ...chip } = piece
      return nodes.figure.create({ chip })
    }
    case 'citation': {
      const { kind: _, ...citation } = piece
      return nodes.citation.create({ citation })
    }
    case 'annex': {
      const { kind: _, ...annex } = piece
      return nodes.annex.create({ annex })
    }
    case 'break':
      return nodes.break.create()
  }
}

const inside = (text: readonly Inline[]): Fragment => Fragment.fromArray(text.map(inlineNode).filter((node) => node !== null))

export function toNode(block: Block): Node {
  switch (block.kind) {
    case 'part':
      return nodes.part.create({ id: block.id, number: block.number, title: block.title })
    case 'heading':
      return nodes.heading.create({ id: block.id, level: block.level, number: block.number }, inside(block.text))
    case 'para':
      return nodes.para.create({ id: block.id }, inside(block.text))
    case 'item':
      return nodes.item.create({ id: block.id, item: block.item }, inside(block.text))
    case 'table':
      return tableNode(block.id, block.table, schema, inside)
  }
}

/** A document needs a place for the caret: no blocks become one empty paragraph that is not kept while it is empty. */
export function toDoc(blocks: readonly Block[]): Node {
  const children = blocks.length > 0 ? blocks.map(toNode) : [nodes.para.create({ id: newId(), ghost: true })]
  return nodes.doc.create(null, children)
}

function inlines(node: Node): Inline[] {
  const text: Inline[] = []
  node.forEach((child) => {
    if (child.isText) {
      const run: Extract<Inline, { kind: 'text' }> = { kind: 'text', text: child.text ?? '' }
      if (marks.bold.isInSet(child.marks)) run.bold = true
      if (marks.italic.isInSet(child.marks)) run.italic = true
      text.push(run)
    } else if (child.type === nodes.figure) text.push({ kind: 'figure', ...(child.attrs.chip as FigureChip) })
    else if (child.type === nodes.citation) text.push({ kind: 'citation', ...(child.attrs.citation as Citation) })
    else if (child.type === nodes.annex) text.push({ kind: 'annex', ...(child.attrs.annex as AnnexRef) })
    else if (child.type === nodes.break) text.push({ kind: 'break' })
  })
  return text
}

export function toBlock(node: Node): Block {
  const id = node.attrs.id as string
  switch (node.type) {
    case nodes.part:
      return { kind: 'part', id, number: node.attrs.number as string, title: node.attrs.title as string }
    case nodes.heading:
      return { kind: 'heading', id, level: node.attrs.level as number, number: node.attrs.number as string, text: inlines(node) }
    case nodes.item:
      return { kind: 'item', id, item: node.attrs.item as Item, text: inlines(node) }
    case nodes.table:
      return { kind: 'table', id, table: tableOf(node, inlines) }
    default:
      return { kind: 'para', id, text: inlines(node) }
  }
}

/** Whether nothing is written: no more than the place for the caret. */
export const isBlank = (doc: Node): boolean => doc.children.every((node) => node.attrs.ghost === true && node.content.size === 0)

export function toBlocks(doc: Node): Block[] {
  const blocks: Block[] = []
  doc.forEach((node) => {
    if (!(node.attrs.ghost === true && node.content.size === 0)) blocks.push(toBlock(node))
  })
  return blocks
}

/** What is kept: words in NFC, without the values the ledger fills in itself. */
export function toKeep(doc: Node): Block[] {
  const clean = (text: Inline[]): Inline[] =>
    text.map((piece) => {
      if (piece.kind === 'text') return { ...piece, text: piece.text.normalize('NFC') }
      if (piece.kind === 'figure' || piece.kind === 'citation' || piece.kind === 'annex') {
        const { shown: _, ...rest } = piece
        return rest as Inline
      }
      return piece
    })
  const rows = (all: Row[]): Row[] => all.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, text: clean(cell.text) })) }))
  return toBlocks(doc).map((block) => {
    if ('text' in block) return { ...block, text: clean(block.text) }
    return block.kind === 'table' ? { ...block, table: { ...block.table, header: rows(block.table.header), rows: rows(block.table.rows) } } : block
  })
}
