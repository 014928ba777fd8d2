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

export interface PastedLine {
  item: Item | null
  text: string
}

/** What of a paste does not come into a report, with what to do; `null`: all of it does. Our own text holds no pictures. */
export function leftOutside(html: string, files: readonly string[]): string | null {
  const pictures = Math.max(html.match(/<(?:img|v:imagedata|svg|picture|canvas)\b/gi)?.length ?? 0, files.filter((type) => type.startsWith('image/')).length)
  return pictures === 0 ? null : `${pictures} ảnh vừa dán không vào báo cáo, vì báo cáo chỉ nhận chữ. Hãy viết ý của ảnh bằng chữ, hoặc gửi ảnh kèm theo báo cáo.`
}

/** Pasted words, cleaned: no control signs, no double spaces, a paragraph a line, marks read as items. */
export function pastedLines(text: string): PastedLine[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u200b-\u200d\ufeff\u00ad]/g, (sign) => (sign === '\t' ? ' ' : ''))
    .split('\n')
    .map((line) => line.replace(/[ \u00a0\u2002-\u200a]+/g, ' ').trim().normalize('NFC'))
    .filter((line) => line !== '')
    .map((line) => {
      const parts = /^(\S{1,6}) (.*)$/.exec(line.replace(/^[•·▪‣◦]\s?/, '- '))
      const item = parts?.[1] ? itemOf(parts[1]) : null
      return item ? { item, text: parts?.[2] ?? '' } : { item: null, text: line }
    })
}
