/** What narrows and orders the rows now, in words, each with the filter that is left without it. */
import type { PlanView } from '../bindings/PlanView'
import { DUES, type Filter } from './rows'

export interface Applied {
  hook: string
  words: string
  without: Filter
}

export const dueWords = (filter: Filter) => (DUES.find(([due]) => due === filter.due)?.[1] ?? '').replace('…', String(filter.days))

/** The filters that lie folded away; states and the search words are always in view. */
export function applied(filter: Filter, view: PlanView): Applied[] {
  const list: Applied[] = []
  const group = view.groups.find(({ id }) => id === filter.group)
  if (filter.ids !== null) list.push({ hook: 'ids', words: `Từ thống kê: ${filter.ids.size} nhiệm vụ`, without: { ...filter, ids: null } })
  if (filter.group !== null) list.push({ hook: 'group', words: group ? `${group.roman}. ${group.name}` : 'Lĩnh vực', without: { ...filter, group: null } })
  if (filter.due !== '') list.push({ hook: 'due', words: dueWords(filter), without: { ...filter, due: '' } })
  return list
}

/** A number of days as typed; `null`: it is none. */
export function daysTyped(text: string): number | null {
  const typed = text.trim()
  return /^\d{1,4}$/.test(typed) ? Number(typed) : null
}
