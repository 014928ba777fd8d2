import { describe, expect, it } from 'vitest'
import type { ReportHead } from '../src/bindings/ReportHead'
import { line, lines, rareInUse } from '../src/report/head'

const head: ReportHead = {
  subject: 'Kết quả', addressees: [], recipients: [], signer: null, from: '', to: '', as_of: '', appendix: true,
  draft_mark: true, on_paper: false, signature_field: false, bracket: '', bases: [], drafter: '', address: '', taken: false,
}

describe('the form of a head', () => {
  it('takes the marks of a list away, the printed page gives them back', () => {
    expect(lines('- Như trên;\n\n – Lưu: VT, VHXH.\n')).toEqual(['Như trên', 'Lưu: VT, VHXH'])
    expect(lines('Hòa'.normalize('NFD'))).toEqual(['Hòa'.normalize('NFC')])
  })
  it('keeps the end mark of a single line', () => {
    expect(line('  PL.(300) \n')).toBe('PL.(300)')
    expect(line('(Kèm theo\n Quyết định số 12/QĐ-UBND.)')).toBe('(Kèm theo Quyết định số 12/QĐ-UBND.)')
  })
  it.each<[Partial<ReportHead>, number]>([
    [{}, 0], [{ bracket: '(x)' }, 1], [{ bases: ['Luật'], drafter: 'PL.(300)' }, 2], [{ address: 'Số 1' }, 1], [{ on_paper: true, signature_field: true }, 2],
  ])('shows the rare parts that are in use: %o', (change, count) => {
    expect(rareInUse({ ...head, ...change })).toBe(count)
  })
})
