/** A page from the clipboard as it is read: its nodes, and what on it is none of its words. It never runs and loads nothing. */

/** As much of a DOM element as is read here. */
export interface PageNode {
  nodeType: number
  nodeName: string
  nodeValue: string | null
  childNodes: ArrayLike<PageNode>
  getAttribute?(name: string): string | null
}

export const TEXT = 3
export const children = (node: PageNode): PageNode[] => Array.from(node.childNodes)
export const nameOf = (node: PageNode): string => node.nodeName.toUpperCase()
export const styleOf = (node: PageNode): string => node.getAttribute?.('style') ?? ''

const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'HEAD', 'TITLE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'XML', 'O:P'])

/** Why the words in an element are none of the page: it has none to read, a change took them out, a reader said them beside it, nobody sees them. */
export type Outside = 'silent' | 'deleted' | 'comment' | 'hidden'

/** Word's comments, and the sign in the text that each is told by; the words that are commented on are the page's own. */
const COMMENT_STYLE = /mso-element\s*:\s*comment(?!-)/i
const COMMENT_CLASS = /\b(MsoCommentReference|msocomanchor|msocomtxt)\b/i

/** Changes that are followed count as made: what they took out is no word any more. `null`: its words are read. */
export function outside(node: PageNode): Outside | null {
  if (node.nodeType !== 1) return null
  const name = nameOf(node)
  if (SILENT.has(name)) return 'silent'
  const kind = node.getAttribute?.('class') ?? ''
  if (name === 'DEL' || /\bmsoDel\b/i.test(kind)) return 'deleted'
  if (COMMENT_STYLE.test(styleOf(node)) || COMMENT_CLASS.test(kind)) return 'comment'
  return /display\s*:\s*none|mso-hide\s*:\s*(all|screen)/i.test(styleOf(node)) ? 'hidden' : null
}

/** All words in an element, whatever they are. */
export const allWords = (node: PageNode): string => (node.nodeType === TEXT ? (node.nodeValue ?? '') : children(node).map(allWords).join(''))

const MOST = { colspan: 64, rowspan: 20_000 }

/** Over how many columns or rows a cell goes; one where it says nothing sensible. */
export function spanOf(cell: PageNode, name: keyof typeof MOST): number {
  const span = Number.parseInt(cell.getAttribute?.(name) ?? '1', 10)
  return Number.isFinite(span) ? Math.max(1, Math.min(MOST[name], span)) : 1
}
