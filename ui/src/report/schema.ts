/** ProseMirror's form of a section's text. The ledger's blocks are what is kept; see `blocks.ts`. */
import { Schema, type Node } from 'prosemirror-model'
import type { Citation } from '../bindings/Citation'
import type { FigureChip } from '../bindings/FigureChip'
import type { Item } from '../bindings/Item'
import type { AnnexRef } from '../bindings/AnnexRef'
import { tableSpecs } from './tableNodes'

const json = <T>(element: HTMLElement | string, name: string): T | null => {
  try {
    return typeof element === 'string' ? null : (JSON.parse(element.getAttribute(name) ?? 'null') as T)
  } catch {
    return null
  }
}

/** The mark of an item as printed, without the space after it. */
export function printedMark(item: Item): string {
  switch (item.mark) {
    case 'dash':
      return '-'
    case 'plus':
      return '+'
    case 'letter':
      return `${item.value})`
    case 'number':
      return item.value
  }
}

/** What is shown of a figure, a document of the register, an appendix that is pointed to: on the sheet and in what is copied. */
const figureText = (chip: FigureChip): string => (chip.override ? chip.override[0] : (chip.shown ?? '…'))
const citationText = (citation: Citation): string => citation.shown ?? '…'
const annexText = (annex: AnnexRef): string => annex.shown ?? 'phụ lục đã bỏ'

/** On a mark that stands in what is copied as words: read back it is none of them. */
export const OWN_MARK = 'data-own-mark'

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    para: {
      group: 'block', content: 'inline*', attrs: { id: { default: '' }, ghost: { default: false } },
      parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0],
    },
    item: {
      group: 'block', content: 'inline*', attrs: { id: { default: '' }, item: { default: { mark: 'dash' } as Item } },
      parseDOM: [{ tag: 'p[data-item]', priority: 60, getAttrs: (dom) => ({ item: json<Item>(dom, 'data-item') ?? { mark: 'dash' } }) }, { tag: `span[${OWN_MARK}]`, ignore: true }],
      toDOM: (node: Node) => ['p', { class: 'item', 'data-item': JSON.stringify(node.attrs.item), 'data-mark': printedMark(node.attrs.item as Item) }, 0],
    },
    heading: {
      group: 'block', content: 'inline*', defining: true, attrs: { id: { default: '' }, level: { default: 2 }, number: { default: '' } },
      parseDOM: [{ tag: 'h4', getAttrs: (dom) => ({ level: Number(dom.getAttribute('data-level') ?? 2), number: dom.getAttribute('data-number') ?? '' }) }],
      toDOM: (node: Node) => ['h4', { 'data-level': String(node.attrs.level), 'data-number': String(node.attrs.number) }, 0],
    },
    part: {
      group: 'block', atom: true, attrs: { id: { default: '' }, number: { default: '' }, title: { default: '' } },
      toDOM: (node: Node) => ['div', { class: 'part', contenteditable: 'false' }, `${node.attrs.number as string} ${node.attrs.title as string}`],
    },
    ...tableSpecs,
    text: { group: 'inline' },
    figure: {
      group: 'inline', inline: true, atom: true, attrs: { chip: {} }, leafText: (node: Node) => figureText(node.attrs.chip as FigureChip),
      parseDOM: [{ tag: 'span[data-figure]', getAttrs: (dom) => { const chip = json<FigureChip>(dom, 'data-figure'); return chip ? { chip } : false } }],
      toDOM: (node: Node) => {
        const chip = node.attrs.chip as FigureChip
        const [look, title] = chip.override ? ['figure put', `Gõ thay số của sổ, vì: ${chip.override[1]}`]
          : chip.shown === undefined ? ['figure lacking', 'Chưa có số này: hãy ghi ở màn hình Số liệu'] : ['figure', 'Số lấy từ sổ, tự cập nhật']
        return ['span', { class: look, 'data-figure': JSON.stringify(chip), title }, figureText(chip)]
      },
    },
    citation: {
      group: 'inline', inline: true, atom: true, attrs: { citation: {} }, leafText: (node: Node) => citationText(node.attrs.citation as Citation),
      parseDOM: [{ tag: 'span[data-citation]', getAttrs: (dom) => { const citation = json<Citation>(dom, 'data-citation'); return citation ? { citation } : false } }],
      toDOM: (node: Node) => {
        const citation = node.attrs.citation as Citation
        const lost = citation.shown === undefined
        return ['span', { class: lost ? 'citation lost' : 'citation', 'data-citation': JSON.stringify(citation), title: lost ? 'Văn bản này không còn trong sổ: hãy dẫn văn bản khác' : 'Văn bản dẫn từ sổ' }, citationText(citation)]
      },
    },
    annex: {
      group: 'inline', inline: true, atom: true, attrs: { annex: {} }, leafText: (node: Node) => annexText(node.attrs.annex as AnnexRef),
      parseDOM: [{ tag: 'span[data-annex]', getAttrs: (dom) => { const annex = json<AnnexRef>(dom, 'data-annex'); return annex ? { annex } : false } }],
      toDOM: (node: Node) => {
        const annex = node.attrs.annex as AnnexRef
        const lost = annex.shown === undefined
        return ['span', { class: lost ? 'citation lost' : 'citation', 'data-annex': JSON.stringify(annex), title: lost ? 'Phụ lục này không còn trong báo cáo: hãy xóa chỗ dẫn' : 'Dẫn phụ lục, số tự đổi theo thứ tự' }, annexText(annex)]
      },
    },
    break: { group: 'inline', inline: true, selectable: false, leafText: () => '\n', parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
  },
  marks: {
    bold: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
})
