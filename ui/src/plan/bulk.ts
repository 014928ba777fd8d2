/** Writes that touch many rows at once, each kept and taken back as one change. */
import * as api from '../api'
import type { Written } from '../bindings/Written'
import { desk, write } from '../desk.svelte'
import type { Change } from './fill'

const sentence = (parts: readonly string[]) => parts.map((part) => `${part}.`).join(' ')

/** Writes a change; what it had to leave out is said in the status bar. */
export async function writeChange(plan: number, { edits, fresh, left }: Change): Promise<Written | undefined> {
  if (edits.length === 0 && fresh === null) {
    desk.said = sentence(left.length > 0 ? left : ['Không có ô nào thay đổi'])
    return undefined
  }
  const written = await write(() => api.writeCells(plan, [...edits], fresh))
  if (written && left.length > 0) desk.said = sentence([written.summary, ...left])
  return written
}
