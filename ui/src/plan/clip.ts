/**
 * Ctrl+C, Ctrl+X and Ctrl+V for the grid, through the clipboard events of the page.
 *
 * The events come to the body, not to the focused cell, and WebKit sends them without a text
 * selection only where the `before…` events are taken: so they are heard on the whole page.
 */
import { readCells, toHtml, toText } from './clipboard'

interface Doors {
  /** The grid has the focus, and not a text field in it. */
  mine: () => boolean
  copied: () => string[][] | null
  onpaste: (cells: string[][]) => void
  oncut: () => void
}

export function listen({ mine, copied, onpaste, oncut }: Doors): () => void {
  const before = (event: Event) => { if (mine()) event.preventDefault() }
  const copy = (event: ClipboardEvent) => {
    const cells = mine() ? copied() : null
    if (!cells || !event.clipboardData) return
    event.clipboardData.setData('text/plain', toText(cells))
    event.clipboardData.setData('text/html', toHtml(cells))
    event.preventDefault()
    if (event.type === 'cut') oncut()
  }
  const paste = (event: ClipboardEvent) => {
    if (!mine() || !event.clipboardData) return
    event.preventDefault()
    onpaste(readCells(event.clipboardData))
  }
  const befores = ['beforecopy', 'beforecut', 'beforepaste']
  for (const name of befores) document.addEventListener(name, before)
  document.addEventListener('copy', copy)
  document.addEventListener('cut', copy)
  document.addEventListener('paste', paste)
  return () => {
    for (const name of befores) document.removeEventListener(name, before)
    document.removeEventListener('copy', copy)
    document.removeEventListener('cut', copy)
    document.removeEventListener('paste', paste)
  }
}
