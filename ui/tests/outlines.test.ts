import { expect, test } from 'vitest'
import type { OutlineSection } from '../src/bindings/OutlineSection'
import { added, endOf, moved, nested, removed, wordsOf } from '../src/settings/outlines'

/** `I 1 a` are levels one to three, `P` a part, `-` the opening and the closing. */
function sections(text: string): OutlineSection[] {
  return text.split(' ').map((word): OutlineSection => {
    const sign = word.charAt(0)
    const level = sign === '-' || sign === 'P' ? 0 : /[A-Z]/.test(sign) ? 1 : /\d/.test(sign) ? 2 : 3
    return { key: word, level, part: sign === 'P', number: '', title: word, hint: '', writable: true, begun: true, figures: [], sentences: [], documents: null }
  })
}
const shown = (all: readonly OutlineSection[] | null | undefined) => all?.map((one) => `${one.key || 'new'}${one.part ? '' : one.level}`).join(' ') ?? 'no way'
const ALL = '- A 1 a b 2 B 3 -'

test('a section takes all below it along', () => {
  const all = sections(ALL)
  expect(endOf(all, 1)).toBe(6)
  expect(shown(moved(all, 1, 1)?.[0])).toBe('-0 B1 32 A1 12 a3 b3 22 -0')
  expect(moved(all, 1, 1)?.[1]).toBe(3)
  expect(shown(moved(all, 6, -1)?.[0])).toBe('-0 B1 32 A1 12 a3 b3 22 -0')
  expect(shown(moved(all, 5, -1)?.[0])).toBe('-0 A1 22 12 a3 b3 B1 32 -0')
})

test('a section crosses into the one beside its parent, never past the opening or the closing', () => {
  const all = sections(ALL)
  expect(shown(moved(all, 5, 1)?.[0])).toBe('-0 A1 12 a3 b3 B1 22 32 -0')
  expect(shown(moved(all, 1, -1)?.[0])).toBe('no way')
  expect(shown(moved(all, 6, 1)?.[0])).toBe('no way')
  expect(shown(moved(all, 0, 1)?.[0])).toBe('no way')
})

test('levels go as deep as there is a section to stand under', () => {
  const all = sections(ALL)
  expect(shown(nested(all, 5, 1))).toBe('-0 A1 12 a3 b3 23 B1 32 -0')
  expect(shown(nested(all, 2, 1))).toBe('no way')
  expect(shown(nested(all, 6, 1))).toBe('-0 A1 12 a3 b3 22 B2 33 -0')
  expect(shown(nested(all, 1, -1))).toBe('no way')
  expect(shown(nested(all, 2, -1))).toBe('-0 A1 11 a2 b2 22 B1 32 -0')
})

test('a section that has others below it for the first time only gathers them', () => {
  expect(nested(sections('- A B -'), 2, 1)?.map((one) => one.writable)).toEqual([true, false, true, true])
  expect(nested(sections('- A 1 B -'), 3, 1)?.map((one) => one.writable)).toEqual([true, true, true, true, true])
})

test('new ones stand behind, on the same level; in front of the closing; inside a part', () => {
  const all = sections(ALL)
  expect(shown(added(all, 2)[0])).toBe('-0 A1 12 a3 b3 new2 22 B1 32 -0')
  expect(shown(added(all, 8)[0])).toBe('-0 A1 12 a3 b3 22 B1 32 new1 -0')
  expect(shown(added(all, 8, true)[0])).toBe('-0 A1 12 a3 b3 22 B1 32 new -0')
  expect(shown(added(sections('- P A -'), 1)[0])).toBe('-0 P new1 A1 -0')
  expect(shown(added(all, 0)[0])).toBe('-0 new1 A1 12 a3 b3 22 B1 32 -0')
})

test('what is removed goes with all below it', () => {
  expect(shown(removed(sections(ALL), 2))).toBe('-0 A1 22 B1 32 -0')
  expect(shown(removed(sections('- P A 1 P B -'), 1))).toBe('-0 P B1 -0')
})

test('words stand between commas or semicolons', () => {
  expect(wordsOf(' kiểm tra; tuyên truyền,, ')).toEqual(['kiểm tra', 'tuyên truyền'])
})
