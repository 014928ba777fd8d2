import { describe, expect, it } from 'vitest'
import type { DocumentRow } from '../src/bindings/DocumentRow'
import { citable } from '../src/report/cite'

const row = (id: number, day: string | null, full: string): DocumentRow => ({ id, day, full, short: full, kind: '', number: '', issuer: '', subject: '', field: '', files: [], cited: [], request: null, warnings: [] }) as unknown as DocumentRow
const ALL = [row(1, '2026-01-15', 'Kế hoạch số 12/KH-UBND ngày 15/01/2026 về cải cách hành chính'), row(2, null, 'Công văn số 7/UBND'), row(3, '2026-03-02', 'Kế hoạch số 30c/KH-UBND về tuyên truyền')]
const ids = (words: string) => citable(ALL, words).map((one) => one.id)

describe('documents that can be cited', () => {
  it('are the latest first, those without a day last', () => {
    expect(ids('')).toEqual([3, 1, 2])
  })
  it('are found by any of their words, in any order, with marks or without', () => {
    expect(ids('tuyen ke hoach')).toEqual([3])
    expect(ids('12/KH')).toEqual([1])
    expect(ids('kế 30c')).toEqual([3])
    expect(ids('kê')).toEqual([])
  })
})
