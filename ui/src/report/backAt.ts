/** Where in a report something was taken back, or done again: the officer is led there, she did it from elsewhere. */
import type { ReportView } from '../bindings/ReportView'
import { HEAD } from './outline'

/** As it is kept: values of chips come and go with the ledger's figures. */
const kept = (what: unknown): string => JSON.stringify(what, (name, value: unknown) => (name === 'shown' ? undefined : value))

/** The section that reads otherwise than before, the one at hand first, or the head; `null`: neither. */
export function backAt(before: ReportView, after: ReportView, current: string | null): string | null {
  const texts = new Map(before.sections.map((section) => [section.key, kept(section.blocks)]))
  const differing = after.sections.filter((section) => section.writable && texts.has(section.key) && texts.get(section.key) !== kept(section.blocks)).map((section) => section.key)
  if (differing.length > 0) return differing.find((key) => key === current) ?? differing[0] ?? null
  return kept(before.head) === kept(after.head) ? null : HEAD
}
