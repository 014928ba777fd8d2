import { describe, expect, it } from 'vitest'
import type { PreviewPage } from '../src/bindings/PreviewPage'
import { placeOf, samePages, takeApart } from '../src/report/shown'
import { changed, editCount, keepAll, register, typedNow, watch } from '../src/report/unsaved'

const page = (fingerprint: string, headings: [string, number][] = []): PreviewPage => ({ width: 595, height: 842, fingerprint, headings })

describe('a preview as the core answers it', () => {
  it('is a head and the bytes of the PDF', () => {
    const head = { pages: [page('a', [['I. Kết quả', 90.5]])], face: 'Liberation Serif 2.1.5', note: null }
    const json = new TextEncoder().encode(JSON.stringify(head))
    const answer = new Uint8Array([json.length, 0, 0, 0, ...json, 37, 80, 68, 70])
    const shown = takeApart(answer.buffer)
    expect(shown.head).toEqual(head)
    expect(new TextDecoder().decode(shown.pdf)).toBe('%PDF')
    expect(shown.pdf.byteOffset, 'bytes of their own: a worker takes the whole buffer').toBe(0)
  })
  it.each([
    ['nothing changed', ['a', 'b'], ['a', 'b'], true],
    ['one page changed', ['a', 'b'], ['a', 'c'], false],
    ['a page came', ['a'], ['a', 'b'], false],
    ['a page went', ['a', 'b'], ['a'], false],
  ])('%s', (_, before, after, same) => {
    expect(samePages(before.map((one) => page(one)), after.map((one) => page(one)))).toBe(same)
  })
  it('finds the page of a heading, in capitals or composed otherwise', () => {
    const pages = [page('a', [['BÁO CÁO', 120]]), page('b', [['I. CÔNG TÁC CHỈ ĐẠO', 60], ['1. Về kế hoạch', 200]])]
    expect(placeOf(pages, 'I. Công tác chỉ đạo'.normalize('NFD'))).toEqual({ page: 2, down: 60 })
    expect(placeOf(pages, '1.  Về kế hoạch')).toEqual({ page: 2, down: 200 })
    expect(placeOf(pages, 'II. Kết quả')).toBeNull()
  })
})

describe('text that is typed and not yet kept', () => {
  it('is asked of every section, told at each change, and kept before the whole is needed', async () => {
    const typed = { section: 'I.1', blocks: [] }
    let kept = 0
    const leave = [
      register({ keep: async () => { kept += 1; return true }, typed: () => typed }),
      register({ keep: async () => false, typed: () => null }),
    ]
    let told = 0
    const before = editCount()
    const still = watch(() => (told += 1))
    changed()
    still()
    changed()
    expect([told, editCount() - before]).toEqual([1, 2])
    expect(typedNow()).toEqual([typed])
    expect(await keepAll(), 'one section could not be kept').toBe(false)
    expect(kept).toBe(1)
    leave.forEach((go) => go())
    expect(typedNow()).toEqual([])
    expect(await keepAll()).toBe(true)
  })
})
