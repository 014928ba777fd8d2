/** Choosing from a long list by typing: what is offered, best first. */
import { match, query } from './fold'

export interface Choice {
  id: number
  /** What it is called, on the chip as well. */
  name: string
  /** What stands beside the name in the list. */
  about: string
  /** Found by these words too. */
  more?: string
}

/** Those not chosen already; while one types, the best first, else in their own order. */
export function offered(choices: readonly Choice[], words: string, chosen: readonly number[], most = 8): Choice[] {
  const free = choices.filter((one) => !chosen.includes(one.id))
  const asked = query(words)
  if (!asked) return free.slice(0, most)
  const rank = (one: Choice) => match(asked, one.name) * 2 || match(asked, [one.name, one.about, one.more ?? ''].join('\n'))
  return free
    .map((one) => ({ one, rank: rank(one) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map(({ one }) => one)
}
