/** The outline of a report: what is written, what is open, where a chip's rows are. */
import type { Block } from '../bindings/Block'
import type { Inline } from '../bindings/Inline'
import type { ReportView } from '../bindings/ReportView'
import type { SectionView } from '../bindings/SectionView'
import type { PlanWish } from '../desk.svelte'
import { printedMark } from './schema'

/** The key the head of the report has in the outline. */
export const HEAD = ''

function inlineText(text: readonly Inline[]): string {
  return text.map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'break' ? '\n' : (piece.shown ?? '…'))).join('')
}

export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'part') return `${block.number} ${block.title}`
      if (block.kind === 'table') return `Bảng ${block.table.rows.length} dòng`
      if (block.kind === 'item') return `${printedMark(block.item)} ${inlineText(block.text)}`
      return inlineText(block.text)
    })
    .join('\n')
}

export function written(section: SectionView): boolean {
  return plainText(section.blocks).trim() !== ''
}

export type Mark = 'done' | 'open' | 'ask' | 'none'

export function markOf(view: ReportView, section: SectionView): Mark {
  if (!section.writable) return 'none'
  if (!written(section)) return 'open'
  return view.open.some((point) => point.section === section.key) ? 'ask' : 'done'
}

/** The name of a section as the outline shows it. */
export function nameOf(section: SectionView, first: boolean): string {
  if (section.title) return `${section.number} ${section.title}`.trim()
  return first ? 'Mở đầu' : 'Kết thúc'
}

/** The title of a report before its period, and the period with its year: `Báo cáo ` and `quý I năm 2027`. */
export function titleParts(title: string): { lead: string; period: string } {
  const period = /((quý [IV]+|\d+ tháng (đầu|cuối)) )?năm \d{4}$/.exec(title)?.[0] ?? ''
  return { lead: title.slice(0, title.length - period.length), period }
}

const WISHES: [RegExp, PlanWish][] = [
  [/done[_-]?on[_-]?time|on[_-]time/, { states: ['done-on-time'] }],
  [/late/, { states: ['done-late'] }],
  [/overdue/, { states: ['overdue'] }],
  [/in[_-]?progress/, { states: ['in-progress'] }],
  [/doing|open/, { states: ['in-progress', 'not-started', 'overdue'] }],
  [/not[_-]?started/, { states: ['not-started'] }],
  [/stopped/, { states: ['stopped'] }],
  [/done/, { states: ['done-on-time', 'done-late'] }],
  [/total/, {}],
]

/** The rows of the plan a chip was counted from; `null`: it was not counted from the plan. */
export function rowsOf(id: string): PlanWish | null {
  if (!id.startsWith('plan.')) return null
  return WISHES.find(([pattern]) => pattern.test(id))?.[1] ?? {}
}
