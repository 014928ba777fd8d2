/** Keys: what counts as typing, and what an input method must see first. */

/** An input method is still composing: no shortcut may take the key. */
export function composing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

/** The key goes into a text field or an editor; one that only waits for its first letter (`data-waits`) is none yet. */
export function typing(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  if (target.dataset.waits !== undefined) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
}

/** `Ctrl+F`, `Alt+ArrowUp`, `F2`: exactly these modifiers and this key. */
export function pressed(event: KeyboardEvent, combination: string): boolean {
  const parts = combination.split('+')
  const key = parts.pop() ?? ''
  const wants = (name: string) => parts.includes(name)
  const control = event.ctrlKey || event.metaKey
  if (control !== wants('Ctrl') || event.altKey !== wants('Alt') || event.shiftKey !== wants('Shift')) return false
  return event.key.toLowerCase() === key.toLowerCase() || (key.length === 1 && event.code === (/\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`))
}
