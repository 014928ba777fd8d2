/** Bold and italic of what was copied, put on its words after they were cleaned. */

/** A letter as it was copied; blanks are left out, they look as what stands beside them. */
export interface Letter {
  sign: string
  bold: boolean
  italic: boolean
}

/** Words that look alike. */
export interface Run {
  text: string
  bold: boolean
  italic: boolean
}

type Look = Pick<Letter, 'bold' | 'italic'>

const PLAIN: Look = { bold: false, italic: false }
const isBlank = (sign: string): boolean => /[\s\u00ad\u200b-\u200d\ufeff]/.test(sign)

/** The letters of a copied page, in order, tables left out. Nothing of it runs: it is read, never shown. */
export function lettersOf(html: string): Letter[] {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const letters: Letter[] = []
  const walk = (node: globalThis.Node, look: Look): void => {
    if (node.nodeType === 3) {
      for (const sign of (node.textContent ?? '').normalize('NFC')) if (!isBlank(sign)) letters.push({ sign, ...look })
    } else if (node instanceof Element && !/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|TITLE|XML|TABLE)$/.test(node.tagName)) {
      const own = lookOf(node, look)
      node.childNodes.forEach((child) => walk(child, own))
    }
  }
  walk(page.body, PLAIN)
  return letters
}

/** What an element says of its words: its own style first, then what it is, then what it stands in. */
function lookOf(element: Element, around: Look): Look {
  const style = element instanceof HTMLElement ? element.style : null
  const weight = style?.fontWeight ?? ''
  const slant = style?.fontStyle ?? ''
  const told = (value: string, on: boolean, tags: RegExp, outside: boolean) => (value !== '' ? on : tags.test(element.tagName) || outside)
  return {
    bold: told(weight, weight === 'bold' || weight === 'bolder' || Number(weight) >= 600, /^(B|STRONG)$/, around.bold),
    italic: told(slant, slant === 'italic' || slant === 'oblique', /^(I|EM)$/, around.italic),
  }
}

/** Puts looks on lines in their order; a line whose letters are not found as they stand is plain. */
export function dressed(lines: readonly string[], letters: readonly Letter[]): Run[][] {
  // Places count letters, not the halves some of them are written in.
  const all = letters.map((letter) => (letter.sign.length === 1 ? letter.sign : '\u0000')).join('')
  let from = 0
  return lines.map((line) => {
    const signs = [...line]
    const solid = signs.filter((sign) => !isBlank(sign)).map((sign) => (sign.length === 1 ? sign : '\u0000')).join('')
    const at = solid === '' ? -1 : all.indexOf(solid, from)
    if (at < 0) return line === '' ? [] : [{ text: line, ...PLAIN }]
    from = at + solid.length
    let next = at
    const looks: (Look | null)[] = signs.map((sign) => (isBlank(sign) ? null : (letters[next++] ?? PLAIN)))
    return runs(signs, looks)
  })
}

function runs(signs: readonly string[], looks: readonly (Look | null)[]): Run[] {
  const told: Run[] = []
  signs.forEach((text, at) => {
    const before = looks.slice(0, at).findLast((look) => look !== null)
    const after = looks.slice(at + 1).find((look) => look !== null)
    const { bold, italic } = looks[at] ?? { bold: (before?.bold && after?.bold) ?? false, italic: (before?.italic && after?.italic) ?? false }
    const last = told.at(-1)
    if (last && last.bold === bold && last.italic === italic) last.text += text
    else told.push({ text, bold, italic })
  })
  return told
}
