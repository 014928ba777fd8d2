import { flushSync } from 'svelte'

/**
 * Day fields keep what is typed when they lose the focus: done here, before their form is kept.
 * False when a day that was typed does not exist; the focus is on it then, and nothing may be kept.
 */
export function settled(): boolean {
  const active = document.activeElement
  const form = active?.closest('form, dialog, [role="dialog"], aside') ?? document
  if (active instanceof HTMLInputElement) active.blur()
  flushSync()
  const wrong = form.querySelector<HTMLInputElement>('input[data-day][aria-invalid="true"]')
  wrong?.focus()
  return wrong === null
}
