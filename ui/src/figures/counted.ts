/** Counts of the ledger, and the rows behind them. */
import { go, type PlanWish } from '../desk.svelte'
import { rowsOf } from '../report/outline'

const WISHES: Record<string, PlanWish> = {
  on_time: { states: ['done-on-time'] },
  late: { states: ['done-late'] },
  overdue: { states: ['overdue'] },
  doing: { states: ['in-progress', 'not-started'] },
}

/** What the button says that opens the rows; `null`: there are none to open. */
export function countedFrom(figure: string): string | null {
  if (figure.startsWith('plan.')) return 'Mở các dòng đã đếm trong Kế hoạch'
  if (figure.startsWith('assigned.') || figure.startsWith('own.')) return 'Mở các nhiệm vụ đã đếm trong Được giao'
  return figure === 'lead.documents' ? 'Mở các văn bản đã đếm' : null
}

/** Opens the rows a count was made of. */
export function openCounted(figure: string): void {
  const [family = '', name = ''] = figure.split('.')
  if (family === 'plan') go('plan', rowsOf(figure) ?? {})
  else if (family === 'lead') go('register')
  else go('assigned', { level: family === 'own' ? 'own' : 'above', ...(WISHES[name] ?? {}) })
}
