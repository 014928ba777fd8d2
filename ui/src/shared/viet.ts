/** The order of the Vietnamese alphabet: letters first, then the tone, then capitals; numbers by value. */

const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g

type Part = number | [letters: number[], tone: number]

function parts(text: string): Part[] {
  return (text.toLowerCase().normalize('NFC').match(/\d+|[^\s\d.,;:()/"“”–-]+/g) ?? []).map((word): Part => {
    if (/^\d/.test(word)) return Number(word)
    const open = word.normalize('NFD')
    const tone = TONES.indexOf(open.match(TONE)?.[0] ?? '')
    const letters = [...open.replace(TONE, '').normalize('NFC')].map((letter) => {
      const place = LETTERS.indexOf(letter)
      return place === -1 ? LETTERS.length + (letter.codePointAt(0) ?? 0) : place
    })
    return [letters, Math.max(0, tone)]
  })
}

function compareParts(one: Part, other: Part): number {
  if (typeof one === 'number' || typeof other === 'number') {
    if (typeof one === 'number' && typeof other === 'number') return one - other
    return typeof one === 'number' ? -1 : 1
  }
  const [a, b] = [one[0], other[0]]
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const step = (a[at] ?? 0) - (b[at] ?? 0)
    if (step !== 0) return step
  }
  return a.length - b.length || one[1] - other[1]
}

export function compareViet(one: string, other: string): number {
  const [a, b] = [parts(one), parts(other)]
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [left, right] = [a[at], b[at]]
    const step = left === undefined || right === undefined ? 0 : compareParts(left, right)
    if (step !== 0) return step
  }
  return a.length - b.length || (one < other ? -1 : one > other ? 1 : 0)
}
