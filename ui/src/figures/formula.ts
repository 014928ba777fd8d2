/** A formula as a list of figures: ids joined by ` + ` and ` - `, `id@previous` for the window before. */

export interface Term {
  minus: boolean
  figure: string
  previous: boolean
}

const PREVIOUS = '@previous'

export function readFormula(text: string): Term[] {
  const terms: Term[] = []
  let minus = false
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (word === '+' || word === '-') minus = word === '-'
    else {
      const previous = word.endsWith(PREVIOUS)
      terms.push({ minus, figure: previous ? word.slice(0, -PREVIOUS.length) : word, previous })
      minus = false
    }
  }
  return terms
}

/** The first figure of a formula is never taken away. */
export function formulaText(terms: readonly Term[]): string {
  const named = terms.filter((term) => term.figure !== '')
  return named.map((term, at) => `${at === 0 ? '' : term.minus ? ' - ' : ' + '}${term.figure}${term.previous ? PREVIOUS : ''}`).join('')
}
