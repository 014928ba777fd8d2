import { beforeEach, describe, expect, it } from 'vitest'
import type { Written } from '../src/bindings/Written'
import { desk, write } from '../src/desk.svelte'

const written: Written = { change: 1, summary: 'Viết mục 1', moment: '2026-12-14T08:00:00', thing: null, warnings: [] }
const well = () => Promise.resolve(written)
const refuse = () => Promise.reject({ code: 'x', sentence: 'Chưa lưu được.' })

describe('a sentence in the strip', () => {
  beforeEach(() => { desk.refusal = null })
  it('stays while something else is written', async () => {
    desk.refusal = { sentence: '2 ảnh vừa dán không vào báo cáo.', of: 'paste', retry: null }
    await write(well, 'Đang lưu mục…')
    expect(desk.refusal?.sentence).toBe('2 ảnh vừa dán không vào báo cáo.')
  })
  it('goes when the same thing is done well, by whatever way, and not by its like', async () => {
    await write(refuse, 'Đang lưu mục…', undefined, 'section 1 I.3')
    expect(desk.refusal).toMatchObject({ sentence: 'Chưa lưu được.', retry: expect.any(Function) })
    await write(well, 'Đang lưu mục…', undefined, 'section 1 I.4')
    expect(desk.refusal?.sentence).toBe('Chưa lưu được.')
    await write(well, 'Đang lưu mục…', undefined, 'section 1 I.3')
    expect(desk.refusal).toBeNull()
  })
})
