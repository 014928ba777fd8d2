import { describe, expect, it } from 'vitest'
import type { BackDifference } from '../src/bindings/BackDifference'
import type { BackProposal } from '../src/bindings/BackProposal'
import { all, answerOf, firstChoices, loose, reasoned, remarksOn, summary, toggled, unreasoned } from '../src/report/back'

const difference = (key: string, more: Partial<BackDifference> = {}): BackDifference => ({ key, kind: 'changed', block: key, section: 'I.1', heading: '1. Kết quả', lines: [], figures: [], lost: [], ...more })
const remark = { author: 'Khang', moment: '', text: 'Xem lại', about: 'Xã đã', words: '', answer: false, settled: false, section: 'I.1' }
const proposal: BackProposal = {
  report: 7,
  title: 'Báo cáo',
  base: '',
  token: 't',
  matched: { paragraphs: 5, by_mark: 3, by_words: 1 },
  differences: [difference('1', { figures: [{ key: '1.1', id: 'plan.total', was: '28', now: '30' }] }), difference('2', { here: 'khác' }), difference('3')],
  comments: [{ ...remark, difference: '3' }, { ...remark, difference: '' }],
  outside: [],
  tracked: false,
  struck: false,
}

describe('a returned file', () => {
  it('is taken but where it was changed here meanwhile, and figures stay', () => {
    expect(answerOf(proposal, firstChoices(proposal))).toEqual({ token: 't', taken: ['1', '3'], figures: [] })
  })
  it('is left whole where it may be of another report, until the officer chooses', () => {
    const doubtful = { ...proposal, doubt: 'Tệp này giống bản Word của “Báo cáo năm 2026” hơn báo cáo đang mở.' }
    expect(answerOf(doubtful, firstChoices(doubtful)).taken).toEqual([])
    expect(answerOf(doubtful, all(doubtful, firstChoices(doubtful), true)).taken).toEqual(['1', '2', '3'])
  })
  it('is taken and left one by one or all at once', () => {
    const one = toggled(firstChoices(proposal), '1', false)
    expect(answerOf(proposal, one).taken).toEqual(['3'])
    expect(answerOf(proposal, all(proposal, one, true)).taken).toEqual(['1', '2', '3'])
    expect(answerOf(proposal, all(proposal, one, false)).taken).toEqual([])
  })
  it('asks for the reason of a figure that gives way, as long as its place is taken', () => {
    const given = reasoned(firstChoices(proposal), '1.1', ' ')
    expect(unreasoned(proposal, given)).toBe('1.1')
    expect(unreasoned(proposal, toggled(given, '1', false))).toBeNull()
    const why = reasoned(given, '1.1', ' theo Sở ')
    expect([unreasoned(proposal, why), answerOf(proposal, why).figures]).toEqual([null, [{ key: '1.1', reason: 'theo Sở' }]])
    expect(answerOf(proposal, reasoned(why, '1.1', null)).figures).toEqual([])
    expect(answerOf(proposal, toggled(why, '1', false)).figures).toEqual([])
  })
  it('shows each remark once', () => {
    expect([remarksOn(proposal, difference('3')).length, loose(proposal).length]).toEqual([1, 1])
  })
  it('says how much of it was known', () => {
    expect(summary(proposal)).toBe('Nhận ra 4 trên 5 đoạn của tệp')
    expect(summary({ ...proposal, matched: { paragraphs: 5, by_mark: 5, by_words: 0 } })).toBe('Nhận ra cả 5 đoạn của tệp')
  })
})
