/**
 * Vietnamese order, without the machine's help: a ă â b c d đ e ê … y, and for the same letters
 * the tones ngang, huyền, hỏi, ngã, sắc, nặng.
 *
 * Word by word, as in a dictionary: all of "Ban …" stands before "Bàn …". Numbers count as numbers.
 */
const ALPHABET = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
/** Ranks begin above every number, and numbers above what ends a word. */
const RANKS = new Map([...ALPHABET].map((letter, at) => [letter, String.fromCharCode(0x61 + at)]))
const SHAPES: Record<string, string> = { 'a\u0306': 'ă', 'a\u0302': 'â', 'e\u0302': 'ê', 'o\u0302': 'ô', 'o\u031b': 'ơ', 'u\u031b': 'ư' }
const TONES: Record<string, string> = { '\u0300': '1', '\u0309': '2', '\u0303': '3', '\u0301': '4', '\u0323': '5' }
const END = '\u0001'
const WORD = /\d+|\p{L}[\p{L}\u0300-\u036f]*/gu

function wordKey(word: string): string {
  const letters: string[] = []
  let tone = '0'
  for (const sign of word) {
    if (TONES[sign]) tone = TONES[sign]
    else if (/[\u0300-\u036f]/.test(sign)) letters.push(SHAPES[`${letters.pop() ?? ''}${sign}`] ?? '')
    else letters.push(sign)
  }
  return letters.map((letter) => RANKS.get(letter) ?? letter).join('') + END + tone
}

/** A longer number is a larger one, so its length leads. */
function numberKey(digits: string): string {
  const bare = digits.replace(/^0+(?=\d)/, '')
  return String.fromCharCode(0x10 + Math.min(bare.length, 0x1f)) + bare + END
}

/** Keys of words, remembered: sorting asks for the same few units again and again. */
const kept = new Map<string, string>()
const MOST = 60_000

/** A string whose plain order is the Vietnamese order of the text. Case and punctuation do not count. */
export function vietKey(text: string): string {
  const known = kept.get(text)
  if (known !== undefined) return known
  const words = text.toLowerCase().normalize('NFD').match(WORD) ?? []
  const key = words.map((word) => (/^\d/.test(word) ? numberKey(word) : wordKey(word))).join('')
  if (kept.size >= MOST) kept.clear()
  kept.set(text, key)
  return key
}

export function compareViet(a: string, b: string): number {
  const left = vietKey(a)
  const right = vietKey(b)
  return left < right ? -1 : left > right ? 1 : 0
}
