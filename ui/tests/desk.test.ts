import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Written } from '../src/bindings/Written'
import * as api from '../src/api'
import { desk, holdsReport, reportGone, takeBack, takeTyped, write } from '../src/desk.svelte'

vi.mock('../src/api', async (real) => ({ ...(await real<typeof api>()), undo: vi.fn(), redo: vi.fn() }))

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

describe('Ctrl+Z in a report', () => {
  let last = 0
  const change = (thing: number | null) => write(() => Promise.resolve({ ...written, change: ++last, thing }))
  beforeEach(() => {
    vi.mocked(api.undo).mockReset().mockResolvedValue({ ...written, change: 90, summary: 'Trả lại: viết mục 1' })
    vi.mocked(api.redo).mockReset().mockResolvedValue({ ...written, change: 91, summary: 'Làm lại: viết mục 1' })
    Object.assign(desk, { screen: 'report', report: null, said: null, notice: null })
  })
  it('does not take back its making, and says where that is done', async () => {
    await change(7)
    desk.report = 7
    await change(null)
    await takeBack()
    expect([api.undo, desk.said].map((one) => (typeof one === 'string' ? one : vi.mocked(one as typeof api.undo).mock.calls.length))).toEqual([1, 'Trả lại: viết mục 1'])
    expect(holdsReport()).toBe(true)
    await takeBack()
    expect(api.undo).toHaveBeenCalledTimes(1)
    expect(desk.said).toContain('về danh sách')
    // What was done again is taken back again, and no more.
    await takeBack('redo')
    expect(holdsReport()).toBe(false)
    await takeBack()
    await takeBack()
    expect(api.undo).toHaveBeenCalledTimes(2)
    // From the list it is.
    desk.report = null
    await takeBack()
    expect(api.undo).toHaveBeenCalledTimes(3)
  })
  it('that gave typed letters back takes the changes back that kept them, the newest first, in one turn of the desk', async () => {
    await change(7)
    desk.report = 7
    await change(null)
    await change(null)
    const turn = desk.turn
    expect(await takeTyped([last, last - 1])).toBe(true)
    expect(vi.mocked(api.undo).mock.calls).toEqual([[last], [last - 1]])
    expect([desk.turn, desk.taken, holdsReport()]).toEqual([turn + 1, turn + 1, true])
  })
  it('and stops at a change of something else, without a word', async () => {
    vi.mocked(api.undo).mockResolvedValueOnce({ ...written, change: 90 }).mockRejectedValue({ code: 'nothing-to-undo', sentence: 'Không còn việc nào để trả lại.' })
    desk.refusal = null
    expect([await takeTyped([5, 3]), await takeTyped([]), desk.refusal]).toEqual([false, false, null])
    expect(desk.said).toBe('Viết mục 1')
  })
  it('is the ledger\'s for what was changed of a report that was there before, its head and marks too', async () => {
    desk.report = 8
    await change(8)
    expect(holdsReport()).toBe(false)
    await takeBack()
    expect(api.undo).toHaveBeenCalledTimes(1)
  })
  it('leaves a write that differed in nothing out, which says so', async () => {
    await change(9)
    desk.report = 9
    await change(null)
    const nothing = { ...written, change: null, summary: 'Nhận lại bản sửa, 1 chỗ: không có gì khác với sổ' }
    await write(() => Promise.resolve(nothing))
    expect([desk.done, desk.said]).toEqual(['Viết mục 1', nothing.summary])
    await takeBack()
    expect(holdsReport()).toBe(true)
  })
  it('a report that is gone leads back to the list, with a sentence; one that was left since does not', () => {
    desk.report = 5
    reportGone(4)
    expect([desk.report, desk.notice]).toEqual([5, null])
    reportGone(5)
    expect(desk.report).toBeNull()
    expect(desk.notice?.sentences[0]).toContain('không còn trong sổ')
  })
})
