/** Drags with the mouse: over cells, scrolling beyond the edges, and of the border of a column. */

/** Follows the mouse until it is let go; near the edges the list scrolls by itself. */
export function dragOver(scroller: HTMLElement, head: number, onover: (x: number, y: number) => void): void {
  let last: MouseEvent | null = null
  const look = () => {
    if (!last) return
    const box = scroller.getBoundingClientRect()
    const top = box.top + head
    if (last.clientY < top) scroller.scrollTop -= 40
    else if (last.clientY > box.bottom) scroller.scrollTop += 40
    const inside = (value: number, from: number, to: number) => Math.max(from, Math.min(to, value))
    onover(inside(last.clientX, box.left + 2, box.left + scroller.clientWidth - 2), inside(last.clientY, top + 2, box.bottom - 2))
  }
  const timer = setInterval(look, 60)
  follow((event) => {
    last = event
    look()
  }, () => clearInterval(timer))
}

export function follow(onmove: (event: MouseEvent) => void, onend: () => void): void {
  const move = (event: MouseEvent) => (event.buttons & 1 ? onmove(event) : end())
  const end = () => {
    window.removeEventListener('mousemove', move)
    window.removeEventListener('mouseup', end)
    onend()
  }
  window.addEventListener('mousemove', move)
  window.addEventListener('mouseup', end)
}
