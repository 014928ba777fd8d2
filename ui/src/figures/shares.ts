/** A unit's share of a figure: what its cell shows, and what is kept of what is typed there. */
import type { FigureDraft } from '../bindings/FigureDraft'
import type { FigureShare } from '../bindings/FigureShare'
import { screenDay } from '../shared/days'
import { readEstimate } from './columns'

export type Typed = Pick<FigureDraft, 'value' | 'estimate' | 'source' | 'as_of'>

/** As it would be typed again: `7`, `ước 7`. */
export const shareText = (share: FigureShare | undefined): string => (share ? `${share.cell.estimate ? 'ước ' : ''}${share.cell.shown}` : '')

/** What is kept; undefined: nothing. An emptied cell takes out what was told for this very window, not what other windows give. */
export function typedShare(share: FigureShare | undefined, text: string): Typed | undefined {
  if (text === shareText(share)) return undefined
  if (text === '') return share?.told ? { value: '', estimate: !share.told.closed, source: '', as_of: '' } : undefined
  return { ...readEstimate(text), source: '', as_of: '' }
}

/** True where closed windows give the cell: what was estimated of this one stands beside it. */
const gaveWay = ({ cell, told }: FigureShare): boolean => told?.closed === false && !(cell.estimate && told.value === cell.shown)

/** Số ước thành số chốt: the number that is shown is told again, the estimate stays beside it. */
export function closedShare(share: FigureShare | undefined): Typed | undefined {
  const told = share?.told
  return told && !told.closed && !gaveWay(share) ? { value: told.value, estimate: false, source: told.source, as_of: told.as_of } : undefined
}

/** Where it comes from and of which day; what it was before it was closed. */
export function shareWords(share: FigureShare | undefined): string {
  if (!share) return 'chưa gửi'
  const { cell } = share
  const estimate = gaveWay(share) ? share.told : share.estimate
  const words = [cell.estimate ? 'số ước' : '', cell.source, cell.as_of ? `đến ${screenDay(cell.as_of)}` : '', estimate ? `trước khi chốt đã ước ${estimate.value}` : '']
  return words.filter(Boolean).join(', ')
}
