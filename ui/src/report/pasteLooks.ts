/** Bold and italic of what was copied, put on its words after they were cleaned. */
import type { Inline } from '../bindings/Inline'
import { outside } from '../shared/page'

/** A letter as it was copied; blanks are left out, they look as what stands beside them. */
export interface Letter {
  sign: string
  bold: boolean
  italic: boolean
}

/** Words that look alike. */
export type Run = Extract<Inline, { kind: 'text' }>

type Look = Pick<Letter, 'bold' | 'italic'>

/** What makes words bold or italic; a page without it need not be taken apart. */
const LOOKS = /<(?:b|strong|i|em)\b|font-(?:weight|style)/i
const PLAIN: Look = { bold: false, italic: false }
const isBlank = (sign: string): boolean => /[\s\u00ad\u200b-\u200d\ufeff]/.test(sign)

/** The letters of a copied page, in order, tables left out. Nothing of it runs: it is read, never shown. */
export function lettersOf(html: string): Letter[] {
  if (!LOOKS.test(html)) return []
  const page = new DOMParser().parseFromString(html, 'text/html')
  const letters: Letter[] = []
  const walk = (node: globalThis.Node, look: Look): void => {
    if (node.nodeType === 3) {
      for (const sign of (node.textContent ?? '').normalize('NFC')) if (!isBlank(sign)) letters.push({ sign, ...look })
    } else if (node instanceof Element && node.tagName !== 'TABLE' && outside(node) === null) {
      const own = lookOf(node, look)
      node.childNodes.forEach((child) => walk(child, own))
    }
  }
  walk(page.body, PLAIN)
  return letters
}

/** Whether a weight of a style is bold. */
export const isHeavy = (weight: string): boolean => weight === 'bold' || weight === 'bolder' || Number(weight) >= 600

/** What an element says of its words: its own style first, then what it is, then what it stands in. */
function lookOf(element: Element, around: Look): Look {
  const style = element instanceof HTMLElement ? element.style : null
  const weight = style?.fontWeight ?? ''
  const slant = style?.fontStyle ?? ''
  const told = (value: string, on: boolean, tags: RegExp, outside: boolean) => (value !== '' ? on : tags.test(element.tagName) || outside)
  return {
    bold: told(weight, isHeavy(weight), /^(B|STRONG)$/, around.bold),
    italic: told(slant, slant === 'italic' || slant === 'oblique', /^(I|EM)$/, around.italic),
  }
}

/** Puts looks on lines, one after the other as they were copied; a line whose letters are not found as they stand is plain. */
export function dresser(letters: readonly Letter[]): (line: string) => Run[] {
  // Places count letters, not the halves some of them are written in.
  const whole = (sign: string): string => (sign.length === 1 ? sign : '\u0000')
  const all = letters.map((letter) => whole(letter.sign)).join('')
  let from = 0
  return (line) => {
    const signs = [...line]
    const solid = signs.filter((sign) => !isBlank(sign)).map(whole).join('')
    const at = solid === '' ? -1 : all.indexOf(solid, from)
    if (at < 0) return line === '' ? [] : [{ kind: 'text', text: line }]
    from = at + solid.length
    return runs(signs, letters.slice(at, from))
  }
}

/** A blank looks as both letters beside it do, else plain. */
function runs(signs: readonly string[], letters: readonly Letter[]): Run[] {
  const told: Run[] = []
  let next = 0
  for (const text of signs) {
    const [before, after] = [letters[next - 1] ?? PLAIN, letters[next] ?? PLAIN]
    const blank = isBlank(text)
    const bold = after.bold && (!blank || before.bold)
    const italic = after.italic && (!blank || before.italic)
    if (!blank) next += 1
    const last = told.at(-1)
    if (last && (last.bold ?? false) === bold && (last.italic ?? false) === italic) last.text += text
    else told.push({ kind: 'text', text, ...(bold && { bold }), ...(italic && { italic }) })
  }
  return told
}
