/** Số liệu: what is typed into a cell, what is filled down, what the margin says, where F8 goes. */
import { describe, expect, it } from 'vitest'
import type { FigureDoubt } from '../src/bindings/FigureDoubt'
import type { FigureRow } from '../src/bindings/FigureRow'
import type { FiguresView } from '../src/bindings/FiguresView'
import { Blocks } from '../src/figures/block.svelte'
import { columnsOf, editText, readEstimate, shortField, sourceWords, takesTyping } from '../src/figures/columns'
import { nextTarget, notesOf, placeNotes, targetsOf } from '../src/figures/doubts'
import { filled, pastedDown } from '../src/figures/fill'
import { formulaText, readFormula } from '../src/figures/formula'
import { draftOf } from '../src/figures/keeper.svelte'
import { closedShare, shareText, shareWords, typedShare } from '../src/figures/shares'

const NOTHING = { shown: '', source: '', as_of: null, estimate: false }

function row(id: string, value: string, change: Partial<FigureRow> = {}): FigureRow {
  const told = value === '' ? null : { value, source: 'Hệ thống TTHC', as_of: '2026-09-05', cumulative: false, closed: true }
  return {
    form: { id, name: `Chỉ tiêu ${id}`, field: 'III', kind: 'flow', unit: 'hồ sơ', formula: '', denominator: '', ledger: false, after: '' },
    typed: true, told, estimate: null, now: value === '' ? NOTHING : { shown: value, source: 'Hệ thống TTHC', as_of: '2026-09-05', estimate: false },
    last: NOTHING, year_ago: NOTHING, since_last: null, since_year: null, so_far: NOTHING, whole_year: null, shares: [], doubts: [], asked: [], lines: [], older: false, ...change,
  }
}
const doubt = (about: string, figures: string[], note = ''): FigureDoubt => ({ about, figures, title: '', words: '', lines: [], left: '7', note, note_before: '', mends: [] })
function view(rows: FigureRow[], doubts: FigureDoubt[] = [], more: FigureRow[] = []): FiguresView {
  const window = (from: string, to: string, name: string) => ({ from, to, name, told: true })
  const group = (field: string, list: FigureRow[]) => ({ field, name: `Lĩnh vực ${field}`, known: 0, doubts: 0, rows: list })
  return {
    window: window('2026-06-15', '2026-09-14', 'quý III/2026'), as_of: '2026-09-14', last: window('2025-12-15', '2026-06-14', '6 tháng'), year_ago: window('2025-06-15', '2025-09-14', 'quý III/2025'),
    so_far: window('2025-12-15', '2026-09-14', '9 tháng'), whole_year: window('2025-12-15', '2026-12-14', 'năm 2026'), windows: [], groups: [group('III', rows), group('IV', more)], doubts, units: [], gone: [], laws: [], newer: [],
  }
}
const COLUMNS = columnsOf(view([row('a', '1')]), undefined, ['last', 'so_far'], false)

describe('what is typed', () => {
  it('tells an estimate by its word or its sign', () => {
    for (const [typed, value, estimate] of [['ước 35', '35', true], ['~35', '35', true], ['35 ước', '35', true], ['35 (ước)', '35', true], ['2.310', '2.310', false], ['ướt', 'ướt', false], ['', '', false]] as const) {
      expect(readEstimate(typed), typed).toEqual({ value, estimate })
    }
    expect(readEstimate('ước 35'.normalize('NFD'))).toEqual({ value: '35', estimate: true })
  })
  it('makes a draft of the window its column is of', () => {
    const one = row('a', '5')
    const all = view([one])
    expect(draftOf(all, one, 'now', 'ước 9')).toMatchObject({ from: '2026-06-15', to: '2026-09-14', value: '9', estimate: true, cumulative: false })
    expect(draftOf(all, one, 'so_far', '20')).toMatchObject({ from: '2025-12-15', to: '2026-09-14', value: '20', cumulative: true })
    expect(draftOf(all, one, 'whole_year', '40')).toMatchObject({ from: '2025-12-15', to: '2026-12-14', value: '40', estimate: true })
    expect(draftOf(all, one, 'source', 'Sổ một cửa')).toMatchObject({ value: '5', source: 'Sổ một cửa', estimate: false })
  })
  it('takes out the estimate where an estimate stands', () => {
    const estimate = row('a', '5', { told: { value: '5', source: '', as_of: '2026-09-05', cumulative: false, closed: false } })
    expect(editText(estimate, 'now')).toBe('ước 5')
    expect(draftOf(view([estimate]), estimate, 'now', '')).toMatchObject({ value: '', estimate: true })
    expect(draftOf(view([estimate]), estimate, 'now', '6')).toMatchObject({ value: '6', estimate: false })
  })
  it('is not asked where the program reckons', () => {
    const part = { figure: 'b', name: 'b', shown: '3', minus: false, below: false }
    const total = { ...row('t', '').form, kind: 'total' as const }
    expect(takesTyping(row('t', '', { form: total, now: { ...NOTHING, shown: '3' }, lines: [part] }), 'now')).toBe(false)
    expect(takesTyping(row('t', '', { form: total, lines: [{ ...part, shown: '' }] }), 'now')).toBe(true)
    expect(takesTyping(row('r', '', { typed: false }), 'now')).toBe(false)
    expect(takesTyping(row('a', ''), 'source')).toBe(false)
    expect(takesTyping(row('a', '1'), 'source')).toBe(true)
  })
})

describe('columns', () => {
  it('say in short where a number comes from, or how many it waits for', () => {
    expect(sourceWords(row('a', '1'))).toBe('Hệ thống TTHC, 05/09')
    const line = (name: string, shown: string) => ({ figure: name, name, shown, minus: false, below: false })
    expect(sourceWords(row('t', '', { lines: [line('x', ''), line('y', ''), line('z', '1')] }))).toBe('Chờ 2 số')
    expect(sourceWords(row('t', '', { lines: [line('x', '')] }))).toBe('Chờ “x”')
  })
  it('name fields as short as tabs need', () => {
    const names = ['Chỉ đạo, điều hành', 'Cải cách thể chế', 'Cải cách tổ chức bộ máy', 'Cải cách chế độ công vụ', 'Chính quyền điện tử, chính quyền số']
    expect(names.map(shortField)).toEqual(['Chỉ đạo', 'Thể chế', 'Bộ máy', 'Công vụ', 'Chính quyền số'])
  })
})

describe('filling down', () => {
  const keeper = { text: editText }
  const at = (top: number, bottom: number, key: string) => { const col = COLUMNS.findIndex((one) => one.key === key); return { top, bottom, left: col, right: col } }
  it('takes what stands above one cell, and the first row of a block', () => {
    const rows = [row('a', '1'), row('b', '2'), row('c', '3')]
    const all = view(rows)
    expect(filled(all, rows, COLUMNS, at(1, 1, 'now'), keeper).map(({ figure, value }) => `${figure} ${value}`)).toEqual(['b 1'])
    expect(filled(all, rows, COLUMNS, at(0, 2, 'now'), keeper).map(({ figure, value }) => `${figure} ${value}`)).toEqual(['b 1', 'c 1'])
    expect(filled(all, rows, COLUMNS, at(0, 0, 'now'), keeper)).toEqual([])
  })
  it('leaves what is reckoned and what is the same already', () => {
    const rows = [row('a', '1'), row('r', '', { typed: false }), row('c', '1'), row('d', '')]
    expect(filled(view(rows), rows, COLUMNS, at(0, 3, 'now'), keeper).map(({ figure }) => figure)).toEqual(['d'])
    expect(filled(view(rows), rows, COLUMNS, at(0, 3, 'source'), keeper)).toEqual([])
  })
  it('pastes sources one below the other', () => {
    const rows = [row('a', '1'), row('b', ''), row('c', '3')]
    const drafts = pastedDown(view(rows), rows, rows[0] as FigureRow, [['Sổ A'], ['Sổ B'], [' Sổ\tC '], ['Sổ D']])
    expect(drafts.map(({ figure, source, value }) => `${figure} ${source} ${value}`)).toEqual(['a Sổ A 1', 'c Sổ C 3'])
  })
})

describe('the margin', () => {
  const told = { ...NOTHING, shown: '9', source: 'Kho dữ liệu' }
  it('numbers doubts by their rows, and sums up what is missing', () => {
    const rows = [row('a', '1'), row('b', '2'), row('c', '', { last: told }), row('d', '', { last: told }), row('e', '')]
    const all = view(rows, [doubt('later', ['b']), doubt('first', ['x', 'a'])])
    const notes = notesOf(all, all.groups[0] as FiguresView['groups'][0])
    expect(notes.map((note) => (note.kind === 'doubt' ? `${note.n} ${note.key} ${note.row}` : note.kind))).toEqual(['1 first a', '2 later b', 'missing'])
    expect(notes[2]).toMatchObject({ row: 'c', count: 2, sources: [['Kho dữ liệu', 2]], only: null })
  })
  it('keeps notes beside their rows and never over one another', () => {
    const rows = [row('a', '1'), row('b', '2')]
    const all = view(rows, [doubt('one', ['a']), doubt('two', ['b'])])
    const places = placeNotes(notesOf(all, all.groups[0] as FiguresView['groups'][0]), (id) => (id === 'a' ? 300 : 330), () => 100)
    expect(places.map(({ top }) => top)).toEqual([277, 387])
  })
  it('leads F8 through doubts over all fields, round and back; then to what is missing', () => {
    const rows = [row('a', '1'), row('b', '2'), row('c', '', { last: told })]
    const open = view(rows, [doubt('one', ['b']), doubt('explained', ['a'], 'vì'), doubt('two', ['z'])], [row('z', '4')])
    const targets = targetsOf(open, () => false)
    expect(targets.map(({ row }) => row)).toEqual(['b', 'z'])
    expect(nextTarget(open, targets, 0, 'b', 1)?.row).toBe('z')
    expect(nextTarget(open, targets, 1, 'z', 1)?.row).toBe('b')
    expect(nextTarget(open, targets, 0, 'b', -1)?.row).toBe('z')
    expect(targetsOf(view(rows), () => false).map(({ row }) => row)).toEqual(['c'])
    expect(targetsOf(view(rows), (figure) => figure === 'a').map(({ row }) => row)).toEqual(['a'])
    expect(nextTarget(view([]), [], 0, null, 1)).toBeNull()
  })
})

describe('blocks', () => {
  it('grow from a corner and stay in the sheet', () => {
    const blocks = new Blocks(() => ({ rows: 3, cols: 4 }))
    expect(blocks.extend({ row: 1, col: 2 }, 0, 1)).toEqual({ row: 1, col: 3 })
    blocks.extend({ row: 1, col: 2 }, 1e9, 0)
    expect(blocks.many).toEqual({ top: 1, bottom: 2, left: 2, right: 3 })
    expect(blocks.has(2, 3)).toBe(true)
    expect(blocks.has(0, 3)).toBe(false)
    blocks.clear()
    expect(blocks.around({ row: 0, col: 1 })).toEqual({ top: 0, bottom: 0, left: 1, right: 1 })
  })
})

describe('formulas', () => {
  it('are read and written the same', () => {
    for (const text of ['', 'a', 'a + b.c - d', 'a - b@previous']) expect(formulaText(readFormula(text))).toBe(text)
    expect(formulaText([{ minus: true, figure: 'a', previous: false }, { minus: false, figure: '', previous: false }])).toBe('a')
  })
})

describe("a unit's share", () => {
  const told = (value: string, closed: boolean) => ({ value, source: 'Phiếu đơn vị', as_of: '2026-09-05', cumulative: false, closed })
  const cell = (shown: string, estimate: boolean) => ({ shown, source: 'Phiếu đơn vị', as_of: '2026-09-05', estimate })
  const estimated = { unit: 3, name: 'Phòng Kinh tế', cell: cell('7', true), told: told('7', false), estimate: null }

  it('shows that it is an estimate, is closed with the same number, and is taken out', () => {
    expect(shareText(estimated)).toBe('ước 7')
    expect(shareWords(estimated)).toBe('số ước, Phiếu đơn vị, đến 05/09/2026')
    expect(typedShare(estimated, 'ước 7'), 'as it stands').toBeUndefined()
    expect(typedShare(estimated, '7')).toEqual({ value: '7', estimate: false, source: '', as_of: '' })
    expect(typedShare(estimated, 'ước 8')).toEqual({ value: '8', estimate: true, source: '', as_of: '' })
    expect(typedShare(estimated, '')).toEqual({ value: '', estimate: true, source: '', as_of: '' })
    expect(closedShare(estimated)).toEqual({ value: '7', estimate: false, source: 'Phiếu đơn vị', as_of: '2026-09-05' })
  })

  it('once closed shows the estimate beside it, and is emptied as what it is', () => {
    const closed = { ...estimated, cell: cell('9', false), told: told('9', true), estimate: told('7', false) }
    expect(shareText(closed)).toBe('9')
    expect(shareWords(closed)).toContain('trước khi chốt đã ước 7')
    expect(closedShare(closed)).toBeUndefined()
    expect(typedShare(closed, '')).toEqual({ value: '', estimate: false, source: '', as_of: '' })
  })

  it('that closed windows give is not closed with the estimate they stand before, which is told beside it', () => {
    const joined = { ...estimated, cell: { ...cell('12', false), source: 'quý I/2026 + quý II/2026' }, told: told('10', false) }
    expect(shareText(joined)).toBe('12')
    expect(closedShare(joined)).toBeUndefined()
    expect(shareWords(joined)).toBe('quý I/2026 + quý II/2026, đến 05/09/2026, trước khi chốt đã ước 10')
  })

  it('is not emptied where other windows give it', () => {
    const joined = { ...estimated, cell: cell('12', true), told: null }
    expect(typedShare(joined, '')).toBeUndefined()
    expect(closedShare(joined)).toBeUndefined()
    expect([shareText(undefined), shareWords(undefined), typedShare(undefined, '')]).toEqual(['', 'chưa gửi', undefined])
    expect(typedShare(undefined, '4')).toEqual({ value: '4', estimate: false, source: '', as_of: '' })
  })
})
