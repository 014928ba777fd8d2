/** Where things stand on the sheet of the text: what comes into sight, and where a card has room. */

/** The widest a card is, in px. */
const CARD = 500
/** The height it wants under a paragraph, in px. */
const ROOM = 270

const partOf = (sheet: HTMLElement, key: string) => sheet.querySelector<HTMLElement>(`[data-part="${CSS.escape(key)}"]`)
const wordsOf = (sheet: HTMLElement, mark: string) => [...sheet.querySelectorAll<HTMLElement>(`[data-mark-key="${CSS.escape(mark)}"]`)]
const paragraphAround = (word: HTMLElement) => (word.closest('p, h4') ?? word).getBoundingClientRect()

/** A section comes to the top, and the caret into what is written there. */
export function enterPart(sheet: HTMLElement, key: string): void {
  const part = partOf(sheet, key)
  part?.scrollIntoView({ block: 'start' })
  const inside = ['[contenteditable="true"]', '[data-t="annex"] input', '[data-t="annex"] button'].map((css) => part?.querySelector<HTMLElement>(css))
  inside.find((one) => one)?.focus({ preventScroll: true })
}

/** A section stands out for a moment; `enter` puts the caret where its text was changed. */
export function lightPart(sheet: HTMLElement, key: string, enter: () => void): void {
  const part = partOf(sheet, key)
  part?.querySelector('h2')?.scrollIntoView({ block: 'nearest' })
  enter()
  part?.animate([{ background: 'var(--bg-selected)' }, { background: 'var(--bg-selected)', offset: 0.6 }, { background: 'transparent' }], 2500)
}

/** Where the card of a mark stands: under its paragraph, which is read to the end before one answers. */
export function cardUnder(sheet: HTMLElement, mark: string): { top: number; left: number } | null {
  const word = wordsOf(sheet, mark).at(-1)
  if (!word) return null
  const own = sheet.getBoundingClientRect()
  const room = Math.min(CARD, own.width - 24)
  const left = Math.max(12, Math.min(word.getBoundingClientRect().left - own.left - 16, own.width - room - 12))
  return { top: paragraphAround(word).bottom - own.top + sheet.scrollTop + 6, left }
}

/** The paragraph of a mark, and room for the card under it; of a long one at least the words. */
export function markIntoSight(sheet: HTMLElement, mark: string): void {
  const word = wordsOf(sheet, mark)[0]
  if (!word) return
  const own = sheet.getBoundingClientRect()
  const paragraph = paragraphAround(word)
  const top = Math.min(word.getBoundingClientRect().top, Math.max(paragraph.top, paragraph.bottom + ROOM - own.height))
  if (paragraph.top < own.top || paragraph.bottom + ROOM > own.bottom) sheet.scrollTop += top - own.top - 24
}
