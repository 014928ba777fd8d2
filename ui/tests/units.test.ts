import { describe, expect, it } from 'vitest'
import { offered, withUnit } from '../src/plan/offered'
import { MergeDraft } from '../src/settings/merge.svelte'

const units = ['Phòng Kinh tế', 'Phòng Văn hóa - Xã hội', 'Văn phòng HĐND và UBND']

describe('units offered in a cell', () => {
  it.each([
    ['', units], ['van', ['Phòng Văn hóa - Xã hội', 'Văn phòng HĐND và UBND']], ['kinh', ['Phòng Kinh tế']], ['Phòng Kinh tế', []], ['Phòng Kinh tế; ', ['Phòng Văn hóa - Xã hội', 'Văn phòng HĐND và UBND']],
    ['Phòng Kinh tế\nhdnd', ['Văn phòng HĐND và UBND']], ['Đ/c Lan', []],
  ])('%j', (typed, expected) => expect(offered(units, typed)).toEqual(expected))
  it.each([['kin', 'Phòng Kinh tế'], ['Công an xã; kin', 'Công an xã; Phòng Kinh tế'], ['Công an xã\nkin', 'Công an xã\nPhòng Kinh tế']])('%j is written out', (typed, expected) => expect(withUnit(typed, 'Phòng Kinh tế')).toBe(expected))
})

describe('a merge as the officer looks at it', () => {
  const each = () => new MergeDraft({ unit: null, name: 'Ban Chỉ huy Quân sự', spellings: [{ text: 'Ban Chỉ huy Quân sự', rows: 3 }, { text: 'BCH QS', rows: 1 }] })
  it('takes all, under a name that may be edited', () => {
    const draft = each()
    draft.name = ' Ban CHQS xã '
    expect([draft.ready, draft.merge]).toEqual([true, { unit: null, name: 'Ban CHQS xã', spellings: ['Ban Chỉ huy Quân sự', 'BCH QS'] }])
  })
  it('one spelling alone is no merge, of a kept unit it is', () => {
    const draft = each()
    draft.toggle('BCH QS')
    expect([draft.count, draft.ready]).toEqual([1, false])
    draft.toggle('BCH QS')
    expect(draft.ready).toBe(true)
    expect(new MergeDraft({ unit: 1, name: 'Phòng Kinh tế', spellings: [{ text: 'P. KT', rows: 1 }] }).ready).toBe(true)
  })
  it('what is told apart holds the name it was proposed under', () => {
    const draft = new MergeDraft({ unit: 1, name: 'Phòng Kinh tế', spellings: [{ text: 'P. KT', rows: 1 }] })
    draft.name = 'Khác'
    expect(draft.apart).toEqual(['Phòng Kinh tế', 'P. KT'])
  })
})
