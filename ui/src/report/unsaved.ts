/** Text that was typed but not yet kept: the preview shows it, and whoever needs the whole report has it kept first. */
import type { TypedSection } from '../bindings/TypedSection'

interface Writer {
  keep: () => Promise<boolean>
  /** The section as it stands in its editor; `null`: the ledger has it already. */
  typed: () => TypedSection | null
}

const open = new Set<Writer>()
const watchers = new Set<() => void>()
let edits = 0

export function register(writer: Writer): () => void {
  open.add(writer)
  return () => open.delete(writer)
}

/** True when everything typed is in the ledger. */
export async function keepAll(): Promise<boolean> {
  let whole = true
  for (const writer of open) if (!(await writer.keep())) whole = false
  return whole
}

export function typedNow(): TypedSection[] {
  return [...open].map((writer) => writer.typed()).filter((section) => section !== null)
}

/** How often text was changed since the window was opened. */
export function editCount(): number {
  return edits
}

/** Says that text changed; those who watch are told at once. */
export function changed(): void {
  edits += 1
  for (const watcher of watchers) watcher()
}

export function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
