import { describe, expect, it } from 'vitest'
import type { MarkPlace } from '../src/bindings/MarkPlace'
import type { ReportMark } from '../src/bindings/ReportMark'
import { counted, earlierWords, excerpt, foundAgain, goOn, headField, paragraphOf, placesOf, repliesTo, stepTo, takesWords } from '../src/report/openMarks'

const place = (mark: number | null, section: string, words: string, from = 0, block = `${section}-a`): MarkPlace => ({ mark, section, block, words, from, to: from + words.length })
const mark = (key: string, at: MarkPlace, more: Partial<ReportMark> = {}): ReportMark => ({ key, at, kind: 'number', why: '', instead: null, sure: true, chip: null, around: ['', ''], same: [], was: '', ...more })
const chip = { chip: { id: 'case.received', format: 'sentence' as const }, name: 'Tổng số hồ sơ tiếp nhận', shown: '2.310' }

const head = mark('1', place(1, '', '12/KH-UBND'), { kind: 'document' })
const quarter = mark('2', place(2, 'I', 'quý III', 4), { kind: 'period', instead: 'quý IV', same: [place(4, 'II', 'quý III', 9)] })
const number = mark('3', place(3, 'I', '125', 30))
const again = mark('4', place(4, 'II', 'quý III', 9), { kind: 'period', instead: 'quý IV', same: [place(2, 'I', 'quý III', 4)] })
const marks = [head, quarter, number, again]
const order = ['', 'I', 'I.1', 'II', 'III']

describe('the answers of a mark', () => {
  it('begin with what is proposed and end with what stands there', () => {
    expect(repliesTo({ ...number, chip }).map((one) => [one.hook, one.becomes, one.note])).toEqual([['chip', '2.310', chip.name], ['right', null, '']])
    expect(repliesTo(quarter).map((one) => one.answer)).toEqual([{ say: 'instead', words: 'quý IV' }, { say: 'right' }])
    expect(repliesTo(number).map((one) => one.hook)).toEqual(['right'])
  })
  it('begin with what stands there where that may well be right', () => {
    const year = { ...quarter, instead: 'năm 2027', sure: false }
    expect(repliesTo(year).map((one) => one.hook)).toEqual(['right', 'instead'])
  })
  it('say when the figure has no number yet', () => {
    expect(repliesTo({ ...number, chip: { ...chip, shown: null } })[0]).toMatchObject({ becomes: 'chưa có', lacks: true })
  })
  it('offer no figure in the head, and no words in place of a chip or a table', () => {
    expect(repliesTo({ ...head, chip }).map((one) => one.hook)).toEqual(['right'])
    expect((['number', 'words', 'override', 'citation', 'table', 'offer'] as const).filter((kind) => takesWords({ ...number, kind }))).toEqual(['number', 'words', 'offer'])
  })
  it('go to this place, or to all that say the same', () => {
    expect(placesOf(quarter, false)).toEqual([quarter.at])
    expect(placesOf(quarter, true).map((one) => one.mark)).toEqual([2, 4])
  })
})

describe('a paragraph', () => {
  it('is confirmed at once but for what something is proposed for', () => {
    const more = mark('5', place(5, 'I', '130', 60))
    expect(paragraphOf([...marks, more], number).map((one) => one.mark)).toEqual([3, 5])
    expect(paragraphOf([...marks, more], quarter)).toEqual([])
    expect(paragraphOf(marks, number)).toEqual([number.at])
    const wrong = mark('6', place(6, 'I', 'huyện', 80), { kind: 'words' })
    expect([paragraphOf([...marks, wrong], number), paragraphOf([...marks, wrong], wrong)]).toEqual([[number.at], []])
  })
})

describe('from one mark to the next', () => {
  it('goes round both ways', () => {
    expect(stepTo(marks, '2', 'I', order, 1)?.key).toBe('3')
    expect(stepTo(marks, '4', 'II', order, 1)?.key).toBe('1')
    expect(stepTo(marks, '1', '', order, -1)?.key).toBe('4')
  })
  it('begins in the section in hand, or after it', () => {
    expect(stepTo(marks, null, 'I', order, 1)?.key).toBe('2')
    expect(stepTo(marks, null, 'I.1', order, 1)?.key).toBe('4')
    expect(stepTo(marks, null, 'III', order, 1)?.key).toBe('1')
    expect(stepTo(marks, null, 'II', order, -1)?.key).toBe('3')
    expect(stepTo([], null, 'I', order, 1)).toBeNull()
  })
  it('goes on behind what was answered, and ends with the last one', () => {
    expect(goOn(marks, quarter, placesOf(quarter, false))).toBe('3')
    expect(goOn(marks, number, [number.at, again.at])).toBe('1')
    expect(goOn([number], number, [number.at])).toBeNull()
    expect(goOn([quarter, again], quarter, placesOf(quarter, true))).toBeNull()
  })
  it('finds places again where typing moved them, and leaves out what is gone', () => {
    const moved = { ...number, at: { ...number.at, from: 33, to: 36 } }
    const offer = place(null, 'I', '07', 2)
    expect(foundAgain([moved, mark('x', { ...offer, from: 5, to: 7 })], [number.at, quarter.at, offer])).toEqual([moved.at, { ...offer, from: 5, to: 7 }])
  })
})

describe('what is said of marks', () => {
  it('counts them', () => {
    expect([counted(marks), counted([])]).toEqual([{ open: 4, offers: 0 }, { open: 0, offers: 0 }])
  })
  it('counts what may become a figure apart: nothing of it is open', () => {
    const offer = mark('x', place(null, 'I', '07'), { kind: 'offer', chip })
    expect([counted([number, offer]), counted([offer])]).toEqual([{ open: 1, offers: 1 }, { open: 0, offers: 1 }])
  })
  it('shows the earlier paragraph only where it read otherwise', () => {
    const same = { ...number, around: ['tiếp nhận ', ' hồ sơ'] as [string, string], was: 'Xã tiếp nhận 125 hồ sơ.' }
    expect(earlierWords(same)).toBe('')
    expect(earlierWords({ ...same, was: 'Xã tiếp nhận 120 hồ sơ.' })).toBe('Xã tiếp nhận 120 hồ sơ.')
    expect(excerpt(`${'a'.repeat(100)}125${'b'.repeat(100)}`, '125', 4)).toBe('…aaaa125bbbb…')
    expect(excerpt('Bảng 3 dòng', '')).toBe('Bảng 3 dòng')
  })
  it('finds the field of a line of the head', () => {
    const bases = ['Căn cứ Luật', 'Căn cứ Kế hoạch số 12/KH-UBND']
    expect(headField('dau-can-cu-1', bases)).toMatchObject({ hook: 'head-bases', start: 12 })
    expect([headField('dau-trich-yeu', bases).hook, headField('dau-ngoac', bases).hook]).toEqual(['head-subject', 'head-bracket'])
  })
})
