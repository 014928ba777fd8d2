import { describe, expect, it } from 'vitest'
import type { DocumentForm } from '../src/bindings/DocumentForm'
import type { DocumentRow } from '../src/bindings/DocumentRow'
import type { DoneProposal } from '../src/bindings/DoneProposal'
import { dayOf } from '../src/plan/evidence'
import { choiceOf, draftOfProposal, emptyForm, formOf, labelOf, NO_FILTER, openProposals, proposalKey, sameForm, shownDocuments, sizeOf, tallyBy, twinOf } from '../src/register/documents'
import { offered } from '../src/shared/choose'

function row(id: number, kind: string, number: string, day: string | null, subject: string, more: Partial<DocumentRow> = {}): DocumentRow {
  return { id, kind, number, day, issuer: 'UBND xã Lam Khê', subject, field: '', files: [], cited: [], request: null, full: '', short: '', warnings: [], ...more }
}
const papers = [
  row(1, 'Kế hoạch', '07/KH-UBND', '2026-01-19', 'Cải cách hành chính năm 2026', { field: 'Chỉ đạo' }),
  row(2, 'Công văn', '45/UBND-VHXH', '2026-03-12', 'V/v phát động thi đua', { field: 'Chỉ đạo', files: [{ id: 9, name: 'ban-quet.pdf', size: 10 }] }),
  row(3, 'Công văn', '1870/UBND-NV', null, 'V/v rà soát thủ tục', { issuer: 'UBND thành phố Hải Phòng', field: 'Thủ tục' }),
  row(4, 'Quyết định', '45/QĐ-UBND', '2026-03-04', 'Quy chế làm việc'),
]
const ids = (list: readonly { id: number }[]) => list.map((one) => one.id)

describe('the register is filtered', () => {
  it.each([
    [{}, [1, 2, 3, 4]], [{ kind: 'Công văn' }, [2, 3]], [{ field: 'Chỉ đạo' }, [1, 2]], [{ kind: 'Công văn', field: 'Thủ tục' }, [3]], [{ words: 'thi dua' }, [2]], [{ words: 'hai phong' }, [3]],
    [{ words: '04/03/2026' }, [4]], [{ words: 'ban-quet' }, [2]], [{ words: 'quỵ chế' }, []], [{ words: '45/', kind: 'Quyết định' }, [4]], [{ words: '45/qd' }, [4]],
  ])('%j', (filter, expected) => expect(ids(shownDocuments(papers, { ...NO_FILTER, ...filter }))).toEqual(expected))
  it('each choice of a filter says how many it finds', () => {
    expect(tallyBy(papers, 'kind')).toEqual([['Công văn', 2], ['Kế hoạch', 1], ['Quyết định', 1]])
    expect(tallyBy(papers, 'field')).toEqual([['Chỉ đạo', 2], ['Thủ tục', 1]])
  })
})

describe('choosing while typing', () => {
  const choices = papers.map(choiceOf)
  it.each<[string, number[], number[]]>([
    ['', [], [1, 2, 3, 4]], ['', [2, 3], [1, 4]], ['45', [], [2, 4]], ['45', [2], [4]], ['quy che', [], [4]], ['hai phong', [], [3]], ['không có', [], []],
  ])('%j without %j', (words, chosen, expected) => expect(ids(offered(choices, words, chosen))).toEqual(expected))
  it('what is called so goes before what only speaks of it', () => {
    expect(ids(offered([{ id: 1, name: 'Công văn 3', about: 'trả lời Kế hoạch 7' }, { id: 2, name: 'Kế hoạch 7', about: '' }], 'ke hoach', []))).toEqual([2, 1])
  })
  it('no more than asked for', () => expect(offered(choices, '', [], 2)).toHaveLength(2))
  it.each([[papers[0], 'Kế hoạch 07/KH-UBND, 19/01/2026'], [papers[2], 'Công văn 1870/UBND-NV'], [row(9, '', '', null, ''), 'Văn bản']] as const)('is called %#', (paper, name) => expect(labelOf(paper as DocumentRow)).toBe(name))
})

describe('a number that is there already', () => {
  const typed = (more: Partial<DocumentForm>): DocumentForm => ({ id: null, kind: '', number: '45/UBND-VHXH', day: '05/08/2026', issuer: 'UBND xã Lam Khê', subject: '', field: '', ...more })
  it.each<[Partial<DocumentForm>, number | null]>([
    [{}, 2], [{ number: ' 45/ubnd-vhxh ' }, 2], [{ number: '45/QD-UBND' }, 4], [{ id: 2 }, null], [{ day: '05/08/2025' }, null], [{ issuer: 'Sở Nội vụ' }, null], [{ number: '' }, null], [{ number: '1870/UBND-NV', issuer: 'UBND thành phố Hải Phòng', day: '' }, 3],
  ])('%j', (more, id) => expect(twinOf(papers, typed(more))?.id ?? null).toBe(id))
})

describe('the form of a document', () => {
  it('a kept one shows its day as the screen writes it, and is the same until a word changes', () => {
    const form = formOf(papers[0] as DocumentRow)
    expect(form.day).toBe('19/01/2026')
    expect(sameForm(form, { ...form })).toBe(true)
    for (const column of ['kind', 'number', 'day', 'issuer', 'subject', 'field'] as const) expect(sameForm(form, { ...form, [column]: 'khác' })).toBe(false)
  })
  it('a new one begins with the office and today', () => {
    expect(emptyForm({ documents: [], kinds: ['Công văn'], issuers: ['UBND xã'], fields: [], proposals: [] }, '2026-08-10')).toEqual({ id: null, kind: 'Công văn', number: '', day: '10/08/2026', issuer: 'UBND xã', subject: '', field: '' })
  })
  it.each([[300, '1 KB'], [84_000, '82 KB'], [1_480_000, '1,4 MB']] as const)('%i bytes are %s', (bytes, words) => expect(sizeOf(bytes)).toBe(words))
})

describe('proposals', () => {
  const one = (document: number, task: number): DoneProposal => ({ document, task, tt: String(task), content: '', day: '2026-07-28', occurrence: task === 18 ? 4 : null, sentence: '' })
  const all = [one(1, 18), one(1, 4), one(2, 18)]
  it('one that was refused stays hidden, the others stay', () => {
    expect(openProposals(all, new Set())).toHaveLength(3)
    expect(openProposals(all, new Set([proposalKey(one(1, 18))])).map(proposalKey)).toEqual(['1-4', '2-18'])
  })
  it('is noted as done on the day of its document, which is the evidence', () => {
    expect(draftOfProposal(one(7, 18))).toMatchObject({ tasks: [18], state: 'done', day: '2026-07-28', documents: [7], corrects: null, occurrence: 4, unit: '' })
  })
})

describe('the day of a note follows its evidence', () => {
  const noted = { kind: 'done', day: '2026-08-10', touched: false }
  it.each<[Partial<typeof noted>, number[], string]>([
    [{}, [2], '2026-03-12'], [{}, [3, 4], '2026-03-04'], [{}, [1, 4], '2026-01-19'], [{}, [3], '2026-08-10'], [{}, [], '2026-08-10'], [{}, [99], '2026-08-10'],
    [{ touched: true }, [2], '2026-08-10'], [{ kind: 'in-progress' }, [2], '2026-08-10'], [{ kind: 'stopped' }, [2], '2026-08-10'],
  ])('%j with %j', (more, chosen, day) => expect(dayOf({ ...noted, ...more }, chosen, papers)).toBe(day))
})
