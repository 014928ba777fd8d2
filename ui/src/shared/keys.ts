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

let touched: EventTarget | null = null
if (typeof window !== 'undefined') {
  // A window that comes back to the front enters its field once more: that is the same field.
  window.addEventListener('focusin', (event) => { if (event.target !== touched) touched = null }, true)
  window.addEventListener('input', (event) => (touched = event.target), true)
}

/**
 * Ctrl+Z and Ctrl+Y are the ledger's: outside text, and within `data-undo` in text that has nothing of its own to take back.
 *
 * An editor says so by leaving the key to us; a field has nothing while no letter was typed since it was entered.
 */
export function leftToLedger(event: KeyboardEvent): boolean {
  const { target } = event
  if (event.defaultPrevented) return false
  if (!typing(event)) return true
  if (!(target instanceof HTMLElement) || event.repeat || !target.closest('[data-undo]') || target.closest('[data-own-keys]')) return false
  return target.isContentEditable || target !== touched
}

/** Ctrl+Enter is the filled button's, but in a text that is written: there it makes rows, and Word's people mean the page. */
export function leftToButton(event: KeyboardEvent): boolean {
  return !event.defaultPrevented && !(event.target instanceof HTMLElement && event.target.isContentEditable)
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
