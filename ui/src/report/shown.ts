/** What the preview shows: the answer of the core taken apart, and the pages that headings stand on. */
import type { PreviewHead } from '../bindings/PreviewHead'
import type { PreviewPage } from '../bindings/PreviewPage'

export interface Shown {
  head: PreviewHead
  pdf: Uint8Array
}

/** Head and bytes of a preview; the bytes are a copy of their own, which a worker may be given. */
export function takeApart(answer: ArrayBuffer): Shown {
  const length = new DataView(answer).getUint32(0, true)
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(answer, 4, length))) as PreviewHead
  return { head, pdf: new Uint8Array(answer.slice(4 + length)) }
}

/** True when not one page changed: what is shown can stay. */
export function samePages(before: readonly PreviewPage[], after: readonly PreviewPage[]): boolean {
  return before.length === after.length && before.every((page, at) => page.fingerprint === after[at]?.fingerprint)
}

const plain = (words: string) => words.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim()

/** The page and the height (in points) at which a heading stands; the printed one may be in capitals. */
export function placeOf(pages: readonly PreviewPage[], heading: string): { page: number; down: number } | null {
  const wanted = plain(heading)
  for (const [at, page] of pages.entries()) {
    const found = page.headings.find(([title]) => plain(title) === wanted)
    if (found) return { page: at + 1, down: found[1] }
  }
  return null
}
