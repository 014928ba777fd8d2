/** Keys of the grid that select, fill and widen, as what they ask for. */
import { pressed } from '../shared/keys'

export type Wish = { extend: [rows: number, cols: number] } | { widen: number } | 'all' | 'fill' | 'tick-range'

const PAGE = 10
const ARROWS: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }
const WIDER = 16

export function wishOf(event: KeyboardEvent): Wish | null {
  if (pressed(event, 'Ctrl+A')) return 'all'
  if (pressed(event, 'Ctrl+D')) return 'fill'
  if (pressed(event, 'Alt+Shift+ArrowLeft')) return { widen: -WIDER }
  if (pressed(event, 'Alt+Shift+ArrowRight')) return { widen: WIDER }
  if (!event.shiftKey || event.altKey) return null
  const far = event.ctrlKey || event.metaKey
  if (event.key === ' ' && !far) return 'tick-range'
  const arrow = ARROWS[event.key]
  // With Ctrl to the edge: further than any list is long.
  const reach = (step: number) => (far ? Math.sign(step) * 1e9 : step)
  if (arrow) return { extend: [reach(arrow[0]), reach(arrow[1])] }
  if (event.key === 'PageUp' || event.key === 'PageDown') return { extend: [event.key === 'PageUp' ? -PAGE : PAGE, 0] }
  if (event.key === 'Home') return { extend: [far ? -1e9 : 0, -1e9] }
  if (event.key === 'End') return { extend: [far ? 1e9 : 0, 1e9] }
  return null
}
