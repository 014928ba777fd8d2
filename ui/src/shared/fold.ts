/** Search that forgives missing marks: `ke hoach` finds `Kế hoạch`, `kế` finds only `kế`. */

const TONES = '\u0300\u0301\u0303\u0309\u0323'
const OLD_PLACE = new RegExp(`(o(?=[${TONES}][ae])|u(?=[${TONES}]y))([${TONES}])([aey])`, 'g')

/** Lower case, one way of writing: `hòa` and `hoà` are the same word. */
export function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(OLD_PLACE, '$1$3$2').normalize('NFC')
}

/** `plain` without marks; đ becomes d. */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replaceAll('đ', 'd')
}

export interface Query {
  words: string
  /** The query itself has marks, so marks count. */
  marked: boolean
}

export function query(typed: string): Query | null {
  const words = plain(typed.trim().replace(/\s+/g, ' '))
  return words === '' ? null : { words, marked: fold(words) !== words }
}

/** 2: found as typed; 1: found without marks; 0: not found. */
export function match(query: Query, text: string): 0 | 1 | 2 {
  if (plain(text).includes(query.words)) return 2
  return !query.marked && fold(text).includes(query.words) ? 1 : 0
}
