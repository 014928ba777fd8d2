/** Text that was typed but not yet kept: whoever needs the whole report asks everyone to keep theirs first. */
type Keep = () => Promise<boolean>

const open = new Set<Keep>()

export function register(keep: Keep): () => void {
  open.add(keep)
  return () => open.delete(keep)
}

/** True when everything typed is in the ledger. */
export async function keepAll(): Promise<boolean> {
  let whole = true
  for (const keep of open) if (!(await keep())) whole = false
  return whole
}
