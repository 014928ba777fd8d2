/** Whose the newest thing is that Ctrl+Z takes back and Ctrl+Y does again: the letters of an editor, or a change of the ledger. */
import { desk } from '../desk.svelte'
import { typedNow } from './unsaved'

/** The turn of the desk after text was kept last: until the next one the newest change is what was typed. */
let kept = -1

export function textKept(): void {
  kept = desk.turn
}

/** True when the key is not the editor's: something else was done since its text, or the ledger took something back. */
export function isLedgers(what: 'undo' | 'redo'): boolean {
  if (typedNow().length > 0) return false
  return what === 'undo' ? desk.turn !== kept : desk.turn === desk.taken
}
