/** `- `, `+ `, `a) `, `1. ` at the beginning of a line, and what follows an item on Enter. */
import type { Item } from '../bindings/Item'

/** The letters items are counted with, in the Vietnamese order offices use. */
const LETTERS = ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x', 'y']

/** The item a mark begins, `null` when it is none. */
export function itemOf(mark: string): Item | null {
  if (mark === '-' || mark === '–') return { mark: 'dash' }
  if (mark === '+') return { mark: 'plus' }
  const letter = /^([a-zđ])\)$/.exec(mark)
  if (letter?.[1] && LETTERS.includes(letter[1])) return { mark: 'letter', value: letter[1] }
  return /^\d{1,2}(\.\d{1,2})*[.)]$/.test(mark) ? { mark: 'number', value: mark } : null
}

/** The mark of the item after this one. */
export function nextItem(item: Item): Item {
  if (item.mark === 'letter') {
    const next = LETTERS[LETTERS.indexOf(item.value) + 1]
    return next ? { mark: 'letter', value: next } : { mark: 'dash' }
  }
  if (item.mark === 'number') {
    return { mark: 'number', value: item.value.replace(/(\d+)([.)])$/, (_, digits: string, end: string) => `${Number(digits) + 1}${end}`) }
  }
  return item
}

/** Signs other programs put before items with a tab: those of Symbol, Wingdings and Courier come as the letters they lie on. */
const SIGNS = /^[-–—•·▪▫‣◦●○■□◆➢➤►✓✔*+§ØüvqonlŸ\uf000-\uf0ff]$/

/** A mark of an item, as it stands before a tab in pasted words: `·`, `o`, `1.`, `a)`, `IV.`. */
export function isListMark(mark: string): boolean {
  const bare = mark.trim()
  return SIGNS.test(bare) || itemOf(bare) !== null || /^(\([a-zđ\d]{1,2}\)|[IVX]{1,5}[.)]|[a-zđ]\.)$/.test(bare)
}

export interface PastedLine {
  item: Item | null
  /** A `\n` is a break within it. */
  text: string
}

/** A list within a list: `o` after other signs. */
const INNER = /^[o◦○]$/

/** A mark before a tab, or before the blanks a page has in its place; a sign of Symbol or Wingdings is one whatever follows. */
const MARKED = /^\s*(\S)(?:[ \u00a0]*\t| *\u00a0[ \u00a0]+)([^]*)$/
const SIGNED = /^\s*([\uf000-\uf0ff])([^]*)$/

/** Marks of other programs as the marks of ours. */
export function ownMarks(lines: readonly string[]): string[] {
  let outer = false
  return lines.map((line) => {
    const [, mark = '', rest = ''] = MARKED.exec(line) ?? SIGNED.exec(line) ?? []
    if (!SIGNS.test(mark)) return line
    const inner = INNER.test(mark) && outer
    outer ||= !INNER.test(mark)
    return `${inner || mark === '+' ? '+' : '-'} ${rest.trimStart()}`
  })
}

/** Pasted words, cleaned: no control signs, no double spaces, a paragraph a line, marks read as items. */
export function pastedLines(text: string): PastedLine[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  return ownMarks(lines)
    .map((line) => line.split(BREAK).map(clean).filter((part) => part !== '').join('\n'))
    .filter((line) => line !== '')
    .map((line) => {
      const parts = /^(\S{1,6})[ \n]([^]*)$/.exec(line.replace(/^[•·▪‣◦]\s?/, '- '))
      const item = parts?.[1] ? itemOf(parts[1]) : null
      return item ? { item, text: parts?.[2] ?? '' } : { item: null, text: line }
    })
}

/** What Word puts for a break within a paragraph. */
export const BREAK = /[\u000b\u2028]/

function clean(words: string): string {
  return words
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u200b-\u200d\ufeff\u00ad]/g, (sign) => (sign === '\t' ? ' ' : ''))
    .replace(/[ \u00a0\u2002-\u200a]+/g, ' ')
    .trim()
    .normalize('NFC')
}
