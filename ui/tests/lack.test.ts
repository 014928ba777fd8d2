import { describe, expect, it } from 'vitest'
import type { Block } from '../src/bindings/Block'
import type { Inline } from '../src/bindings/Inline'
import { toDoc } from '../src/report/blocks'
import { lackOf } from '../src/report/lack'

const t = (text: string): Inline => ({ kind: 'text', text })
const para = (id: string, ...text: Inline[]): Block => ({ kind: 'para', id, text })

/** What is selected, a chip as its id. */
function lack(block: Block): string | null {
  const doc = toDoc([para('khac', t('…')), block])
  const found = lackOf(doc, block.id)
  if (!found) return null
  return found.content().content.textBetween(0, found.content().content.size, '', (node) => JSON.stringify(node.attrs))
}

describe('what a block lacks', () => {
  it('is a figure without value, not one that has it or one that was put in its place', () => {
    const known: Inline = { kind: 'figure', id: 'a', format: 'plain', shown: '5' }
    const put: Inline = { kind: 'figure', id: 'b', format: 'plain', override: ['7', 'đếm'] }
    expect(lack(para('x', t('Có '), known, put, { kind: 'figure', id: 'c', format: 'plain' }, t('.')))).toContain('"id":"c"')
  })
  it('is an appendix that is gone, or dots left in, but not v.v…', () => {
    expect(lack(para('x', t('tại '), { kind: 'annex', annex: 'so-lieu' }))).toContain('so-lieu')
    expect(lack(para('x', t('tin, bài, v.v… và … hồ sơ')))).toBe('…')
    expect(lack(para('x', t('ngày ....... tháng')))).toBe('.......')
  })
  it('stands in a cell as well', () => {
    const table: Block = { kind: 'table', id: 'x', table: { columns: [{ share: 1, align: 'left' }, { share: 1, align: 'left' }], header: [], rows: [{ group: false, cells: [{ span: 1, text: [t('a')] }, { span: 1, text: [t('… hộ')] }] }], size: 12 } }
    expect(lack(table)).toBe('…')
  })
  it('is the beginning where nothing is lacking, nothing where there is no such block', () => {
    expect(lack(para('x', t('Đủ.')))).toBe('')
    expect(lackOf(toDoc([para('x', t('Đủ.'))]), 'y')).toBeNull()
  })
})
