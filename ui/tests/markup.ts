/** Just enough of an HTML parser for clipboard snippets: the tests run without a page. */
import type { PageNode } from '../src/shared/page'

interface Node extends PageNode { childNodes: Node[]; attributes: Record<string, string> }
const VOID = new Set(['BR', 'COL', 'META', 'LINK', 'IMG', 'HR'])
/** An open one is closed by the next of its kind, as browsers do. */
const CLOSES: Record<string, string[]> = { LI: ['LI', 'P'], UL: ['P'], OL: ['P'], TR: ['TR', 'TD', 'TH', 'P'], TD: ['TD', 'TH', 'P'], TH: ['TD', 'TH', 'P'], P: ['P'] }
const ENTITIES: Record<string, string> = { nbsp: '\u00a0', amp: '&', lt: '<', gt: '>', quot: '"' }

function make(nodeName: string, nodeType = 1, nodeValue: string | null = null, attributes: Record<string, string> = {}): Node {
  return { nodeName, nodeType, nodeValue, childNodes: [], attributes, getAttribute: (name) => attributes[name] ?? null }
}

export function parse(html: string): Node {
  const root = make('HTML')
  const open = [root]
  const here = () => open.at(-1) as Node
  for (const [token, close, name = '', rest = '', text] of html.replace(/<!--[\s\S]*?-->|<!\[[\s\S]*?\]>/g, '').matchAll(/<(\/?)([a-zA-Z][\w:]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|([^<]+)/g)) {
    void token
    if (text !== undefined) here().childNodes.push(make('#text', 3, text.replace(/&(\w+);/g, (all, entity) => ENTITIES[entity] ?? all)))
    else if (close) {
      const at = open.findLastIndex((node) => node.nodeName === name.toUpperCase())
      if (at > 0) open.length = at
    } else {
      const tag = name.toUpperCase()
      while (CLOSES[tag]?.includes(here().nodeName)) open.pop()
      const attributes = Object.fromEntries([...rest.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g)].map((one) => [one[1]?.toLowerCase() ?? '', one[2] ?? one[3] ?? one[4] ?? '']))
      const node = make(tag, 1, null, attributes)
      here().childNodes.push(node)
      if (!VOID.has(tag) && !rest.endsWith('/')) open.push(node)
    }
  }
  return root
}
