/** Sections of an outline: which stand below one, and what moving, nesting, adding and removing make of them. */
import type { OutlineSection } from '../bindings/OutlineSection'

type Sections = readonly OutlineSection[]

export const DEEPEST = 3

/** The opening or the closing: it stays where it is. */
export function isEnd(section: OutlineSection): boolean {
  return section.level === 0 && !section.part
}

/** Where the sections below one end. */
export function endOf(sections: Sections, at: number): number {
  const top = sections[at]
  if (!top || isEnd(top)) return at + 1
  let end = at + 1
  while (end < sections.length && (sections[end]?.level ?? 0) > top.level) end += 1
  return end
}

/** Where the first section after `at` that is no deeper than its parent's children stands before it. */
function siblingBefore(sections: Sections, at: number): number | null {
  const level = sections[at]?.level ?? 0
  for (let here = at - 1; here >= 0; here -= 1) {
    const one = sections[here]
    if (!one || isEnd(one) || one.level < level) return null
    if (one.level === level) return here
  }
  return null
}

/** Sections without one and those below it, and what was taken out. */
function cut(sections: Sections, at: number): [OutlineSection[], OutlineSection[]] {
  const end = endOf(sections, at)
  return [[...sections.slice(0, at), ...sections.slice(end)], sections.slice(at, end)]
}

/** One step up or down, with all below it; `null`: there is no way. Answers where it stands then, too. */
export function moved(sections: Sections, at: number, by: -1 | 1): [OutlineSection[], number] | null {
  const one = sections[at]
  if (!one || isEnd(one)) return null
  const [rest, taken] = cut(sections, at)
  let to: number
  if (by === -1) {
    to = siblingBefore(sections, at) ?? at - 1
    const above = sections[to]
    if (!above || (isEnd(above) && to === 0)) return null
  } else {
    const next = rest[at]
    if (!next || isEnd(next)) return null
    to = next.level === one.level ? endOf(rest, at) : at + 1
  }
  return [[...rest.slice(0, to), ...taken, ...rest.slice(to)], to]
}

/** One level deeper or higher, with all below it; `null`: there is no way. */
export function nested(sections: Sections, at: number, by: -1 | 1): OutlineSection[] | null {
  const one = sections[at]
  if (!one || one.level === 0) return null
  const end = endOf(sections, at)
  const inside = sections.slice(at, end)
  if (by === -1 && one.level === 1) return null
  if (by === 1 && (siblingBefore(sections, at) === null || inside.some((section) => section.level >= DEEPEST))) return null
  const next = sections.map((section, nth) => (nth >= at && nth < end ? { ...section, level: section.level + by } : section))
  // A section that has others below it for the first time gathers them.
  const parent = by === 1 ? siblingBefore(sections, at) : null
  return next.map((section, nth) => (nth === parent && endOf(sections, nth) === nth + 1 ? { ...section, writable: false } : section))
}

export function removed(sections: Sections, at: number): OutlineSection[] {
  return cut(sections, at)[0]
}

const FRESH: OutlineSection = { key: '', level: 1, part: false, number: '', title: 'Mục mới', hint: '', writable: true, begun: true, figures: [], sentences: [], documents: null }

/** A new section after one and all below it, on the same level; answers where it stands. */
export function added(sections: Sections, at: number, part = false): [OutlineSection[], number] {
  const one = sections[at]
  const closing = one !== undefined && isEnd(one) && at > 0
  // Behind a part's name comes its first section.
  const to = closing ? at : one?.part ? at + 1 : endOf(sections, at)
  const fresh = part ? { ...FRESH, title: 'Phần mới', level: 0, part: true, writable: false } : { ...FRESH, level: Math.max(1, one?.level ?? 1) }
  return [[...sections.slice(0, to), fresh, ...sections.slice(to)], to]
}

/** Words between commas or semicolons. */
export function wordsOf(text: string): string[] {
  return text.split(/[;,\n]/).map((word) => word.trim().normalize('NFC')).filter(Boolean)
}
