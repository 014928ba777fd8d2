import { expect, it } from 'vitest'
import { desk } from '../src/desk.svelte'
import { isLedgers, textKept } from '../src/report/newest'

it('what was typed and kept last is the editor\'s to take back, until something else is done', () => {
  desk.turn += 1
  expect(isLedgers('undo')).toBe(true)
  textKept()
  expect(isLedgers('undo')).toBe(false)
  desk.turn += 1
  expect(isLedgers('undo')).toBe(true)
})

it('what the ledger took back last is the ledger\'s to do again, until something else is done', () => {
  expect(isLedgers('redo')).toBe(false)
  desk.taken = desk.turn
  expect(isLedgers('redo')).toBe(true)
  desk.turn += 1
  expect(isLedgers('redo')).toBe(false)
})
