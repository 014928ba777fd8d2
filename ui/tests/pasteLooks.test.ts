import { describe, expect, it } from 'vitest'
import { dresser, type Letter } from '../src/report/pasteLooks'

/** `*` and `_` switch bold and italic, as in a letter one writes by hand. */
function copied(text: string): Letter[] {
  let [bold, italic] = [false, false]
  return [...text].flatMap((sign) => {
    if (sign === '*') bold = !bold
    else if (sign === '_') italic = !italic
    else if (sign.trim() !== '') return [{ sign, bold, italic }]
    return []
  })
}
const told = (lines: string[], text: string) =>
  lines.map(dresser(copied(text))).map((runs) => runs.map((run) => `${run.bold ? '*' : ''}${run.italic ? '_' : ''}${run.text}`).join('|'))

describe('bold and italic of what is pasted', () => {
  it('stands on the words it stood on, blanks between two alike among them', () => {
    expect(told(['Xã đã kiện toàn ban chỉ đạo.'], 'Xã *đã kiện toàn* ban _chỉ đạo._')).toEqual(['Xã |*đã kiện toàn| ban |_chỉ đạo.'])
  })
  it('goes on over lines, marks of items left out', () => {
    expect(told(['Mục một', 'rà soát', 'công khai'], '*Mục một*\n- rà *soát*\n+ _công khai_')).toEqual(['*Mục một', 'rà |*soát', '_công khai'])
  })
  it('is left where the words are not those, and found again behind', () => {
    expect(told(['Dòng lạ', 'số liệu'], 'dòng *khác* số *liệu*')).toEqual(['Dòng lạ', 'số |*liệu'])
    expect(told(['', 'a'], '')).toEqual(['', 'a'])
  })
  it('takes a line said twice in its order', () => {
    expect(told(['đạt', 'đạt'], 'đạt *đạt*')).toEqual(['đạt', '*đạt'])
  })
  it('counts letters written in two halves once', () => {
    expect(told(['𝐴 và 𝐵 rõ'], '𝐴 và *𝐵 rõ*')).toEqual(['𝐴 và |*𝐵 rõ'])
  })
})
