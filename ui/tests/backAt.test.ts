import { describe, expect, it } from 'vitest'
import type { ReportView } from '../src/bindings/ReportView'
import { backAt } from '../src/report/backAt'
import { toDoc } from '../src/report/blocks'
import { lastChanged } from '../src/report/editor'
import { HEAD } from '../src/report/outline'

const chip = (shown: string) => ({ kind: 'figure', id: 'plan.done', format: 'plain', shown })
const view = (texts: Record<string, unknown[]>, subject = 'Báo cáo') =>
  ({ head: { subject }, sections: Object.entries(texts).map(([key, text]) => ({ key, writable: true, blocks: [{ kind: 'para', id: key, text }] })) }) as unknown as ReportView
const words = (text: string) => [{ kind: 'text', text }]

describe('the place where something was taken back', () => {
  const before = view({ 'I.1': words('một'), 'I.2': words('hai'), 'I.3': [chip('5')] })
  it('is the section that reads otherwise, the one at hand first', () => {
    expect(backAt(before, view({ 'I.1': words('một'), 'I.2': words(''), 'I.3': [chip('5')] }), 'I.1')).toBe('I.2')
    expect(backAt(before, view({ 'I.1': words('x'), 'I.2': words('y'), 'I.3': [chip('5')] }), 'I.2')).toBe('I.2')
  })
  it('is the head, or nowhere: a figure with another value is not another text', () => {
    expect(backAt(before, view({ 'I.1': words('một'), 'I.2': words('hai'), 'I.3': [chip('5')] }, 'Khác'), 'I.1')).toBe(HEAD)
    expect(backAt(before, view({ 'I.1': words('một'), 'I.2': words('hai'), 'I.3': [chip('6')] }), 'I.1')).toBeNull()
  })
  it('is behind the last letter that differs', () => {
    const doc = (text: string) => toDoc([{ kind: 'para', id: 'p', text: [{ kind: 'text', text }] }, { kind: 'para', id: 'q', text: [{ kind: 'text', text: 'sau' }] }])
    expect(lastChanged(doc('một hai ba'), doc('một ba'))).toBe(4)
    expect(lastChanged(doc('một'), doc('một'))).toBe(doc('một').content.size)
  })
})
