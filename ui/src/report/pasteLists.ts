/** The marks of lists on a copied page: browsers and LibreOffice count them, Word writes them before the words. */
import { allWords, nameOf, styleOf, type PageNode } from '../shared/page'

/** A list that is open: its kind (`1`, `a`, `A`, `i`, `I`; empty: signs), and the number that comes next. */
export interface List {
  kind: string
  next: number
}

const KINDS: readonly (readonly [RegExp, string])[] = [[/lower-(alpha|latin)/i, 'a'], [/upper-(alpha|latin)/i, 'A'], [/lower-roman/i, 'i'], [/upper-roman/i, 'I'], [/decimal/i, '1'], [/disc|circle|square/i, ''], [/none/i, 'none']]

/** What a style says of the marks; `null`: nothing. */
function styled(node: PageNode): string | null {
  const told = /list-style(?:-type)?\s*:([^;]*)/i.exec(styleOf(node))?.[1]
  return told === undefined ? null : (KINDS.find(([words]) => words.test(told))?.[1] ?? null)
}
const numbered = (node: PageNode, name: string): number | null => {
  const told = Number.parseInt(node.getAttribute?.(name) ?? '', 10)
  return Number.isFinite(told) ? told : null
}

export function listOf(node: PageNode): List {
  const type = node.getAttribute?.('type') ?? ''
  const own = nameOf(node) === 'UL' ? '' : /^[1aAiI]$/.test(type) ? type : '1'
  return { kind: styled(node) ?? own, next: numbered(node, 'start') ?? 1 }
}

/** The mark of the next item of the innermost list, counting it; `null`: it has none. Signs within signs are `+`. */
export function countItem(lists: readonly List[], item: PageNode): string | null {
  const list = lists.at(-1)
  if (!list) return '-'
  const nth = numbered(item, 'value') ?? list.next
  list.next = nth + 1
  const kind = styled(item) ?? list.kind
  if (kind === 'none') return null
  if (kind === '') return lists.filter((one) => one.kind === '').length > 1 ? '+' : '-'
  return kind === 'a' && nth >= 1 && nth <= 26 ? `${letter(nth)})` : `${number(kind, nth)}.`
}

const letter = (nth: number): string => String.fromCharCode('a'.charCodeAt(0) + nth - 1)
const ROMAN: readonly (readonly [number, string])[] = [[100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']]

function number(kind: string, nth: number): string {
  if (kind === 'A' && nth >= 1 && nth <= 26) return letter(nth).toUpperCase()
  if (!/i/i.test(kind) || nth < 1 || nth > 399) return String(nth)
  let rest = nth
  const roman = ROMAN.map(([worth, sign]) => {
    const times = Math.floor(rest / worth)
    rest -= times * worth
    return sign.repeat(times)
  }).join('')
  return kind === 'I' ? roman : roman.toLowerCase()
}

/** Whether an element is set in a face whose letters are drawn as signs. */
export const inSigns = (node: PageNode): boolean => /font-family\s*:\s*["']?(?:Symbol|Wingdings|Webdings)/i.test(styleOf(node))

/** The mark Word wrote before an item, as plain text has it; `null`: the element is none. `signs`: its letters are signs. */
export function writtenMark(node: PageNode, signs: boolean): string | null {
  if (!/mso-list\s*:\s*Ignore/i.test(styleOf(node))) return null
  const mark = allWords(node).trim()
  // Without a letter it is a picture.
  return mark === '' || (signs && [...mark].length === 1) ? '·' : mark
}
