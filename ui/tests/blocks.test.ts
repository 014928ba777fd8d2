import { describe, expect, it } from 'vitest'
import type { Block } from '../src/bindings/Block'
import type { Inline } from '../src/bindings/Inline'
import type { Item } from '../src/bindings/Item'
import type { Row } from '../src/bindings/Row'
import type { Table } from '../src/bindings/Table'
import { toBlocks, toDoc, toKeep } from '../src/report/blocks'

/** The same numbers every run. */
function numbers(seed: number) {
  let x = seed
  const next = () => {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0
    return x / 2 ** 32
  }
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  return { next, pick }
}

const WORDS = ['Kế hoạch', ' ', 'ổ ở Ộ', '100%', 'a) b', '- ', '\u00a0', '“…”', 'dòng\ndòng', '']

function someInline(seed: ReturnType<typeof numbers>): Inline[] {
  const { next, pick } = seed
  return Array.from({ length: Math.floor(next() * 6) }, (): Inline => {
    const kind = next()
    if (kind < 0.5) {
      const run: Inline = { kind: 'text', text: pick(WORDS) }
      if (next() < 0.3) run.bold = true
      if (next() < 0.3) run.italic = true
      return run
    }
    if (kind < 0.7) return { kind: 'figure', id: pick(['plan.total', 'plan.done']), format: pick(['plain', 'sentence', 'percent', 'day'] as const), ...(next() < 0.5 ? { shown: '05' } : {}), ...(next() < 0.3 ? { window: ['2026-01-01', '2026-03-31'] as [string, string] } : {}), ...(next() < 0.3 ? { override: ['7', 'đếm lại'] as [string, string] } : {}) }
    if (kind < 0.76) return { kind: 'annex', annex: pick(['ke-hoach', 'so-lieu']), ...(next() < 0.5 ? { shown: 'Phụ lục II' } : {}) }
    if (kind < 0.85) return { kind: 'citation', document: Math.floor(next() * 9), full: next() < 0.5, ...(next() < 0.5 ? { shown: 'Công văn số 12' } : {}) }
    return { kind: 'break' }
  })
}

/** Two to five columns; some headings, some lines across, some cells across two. */
function someTable(source: ReturnType<typeof numbers>): Table {
  const { next, pick } = source
  const width = 2 + Math.floor(next() * 4)
  const columns = Array.from({ length: width }, () => ({ share: 1 + Math.floor(next() * 40), align: pick(['left', 'center', 'right'] as const) }))
  const row = (mayGroup: boolean): Row => {
    if (mayGroup && next() < 0.2) return { group: true, cells: [{ span: width, text: someInline(source) }] }
    const cells: Row['cells'] = []
    for (let at = 0; at < width; at += cells.at(-1)?.span ?? 1) cells.push({ span: at + 1 < width && next() < 0.2 ? 2 : 1, text: someInline(source) })
    return { group: false, cells }
  }
  const rows = (most: number, mayGroup: boolean) => Array.from({ length: Math.floor(next() * most) }, () => row(mayGroup))
  return { columns, header: rows(3, false), rows: [row(true), ...rows(4, true)], size: pick([11, 12, 13]) }
}

function someBlocks(seed: number): Block[] {
  const source = numbers(seed)
  const { next, pick } = source
  return Array.from({ length: Math.floor(next() * 7) }, (_, at): Block => {
    const id = `b${seed}-${at}`
    const kind = next()
    if (kind < 0.4) return { kind: 'para', id, text: someInline(source) }
    if (kind < 0.7) return { kind: 'item', id, item: pick<Item>([{ mark: 'dash' }, { mark: 'plus' }, { mark: 'letter', value: 'đ' }, { mark: 'number', value: '1.' }]), text: someInline(source) }
    if (kind < 0.8) return { kind: 'heading', id, level: pick([1, 2, 3]), number: pick(['', 'I.', 'a)']), text: someInline(source) }
    if (kind < 0.9) return { kind: 'part', id, number: 'Phần I', title: 'Kết quả' }
    return { kind: 'table', id, table: someTable(source) }
  })
}

/** Neighbouring words of one style are one run; empty words are none. */
function normal(blocks: Block[]): Block[] {
  const join = (text: Inline[]): Inline[] => {
    const out: Inline[] = []
    for (const piece of text) {
      const last = out.at(-1)
      if (piece.kind === 'text' && piece.text === '') continue
      if (piece.kind === 'text' && last?.kind === 'text' && !last.bold === !piece.bold && !last.italic === !piece.italic) out[out.length - 1] = { ...last, text: last.text + piece.text }
      else out.push(piece)
    }
    return out
  }
  const rows = (all: Row[]): Row[] => all.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, text: join(cell.text) })) }))
  return blocks.map((block) => {
    if ('text' in block) return { ...block, text: join(block.text) }
    return block.kind === 'table' ? { ...block, table: { ...block.table, header: rows(block.table.header), rows: rows(block.table.rows) } } : block
  })
}

describe('blocks through the editor and back', () => {
  it('lose nothing: 2,000 texts of every kind of block and piece', () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const blocks = someBlocks(seed)
      expect(toBlocks(toDoc(blocks)), `text ${seed}`).toEqual(normal(blocks))
    }
  })
  it('are the same on the second way', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const once = toBlocks(toDoc(someBlocks(seed)))
      expect(toBlocks(toDoc(once))).toEqual(once)
    }
  })
  it('an empty section stays empty, with a place for the caret', () => {
    const doc = toDoc([])
    expect(doc.childCount).toBe(1)
    expect(toBlocks(doc)).toEqual([])
  })
  it('an empty paragraph of the ledger stays', () => {
    const blocks: Block[] = [{ kind: 'para', id: 'p', text: [] }]
    expect(toBlocks(toDoc(blocks))).toEqual(blocks)
  })
  it('are kept in NFC and without the values the ledger fills in', () => {
    const blocks: Block[] = [{ kind: 'para', id: 'p', text: [{ kind: 'text', text: 'Ke\u0302\u0301' }, { kind: 'figure', id: 'plan.total', format: 'plain', shown: '31' }] }]
    expect(toKeep(toDoc(blocks))).toEqual([{ kind: 'para', id: 'p', text: [{ kind: 'text', text: 'Kế' }, { kind: 'figure', id: 'plan.total', format: 'plain' }] }])
  })
})
