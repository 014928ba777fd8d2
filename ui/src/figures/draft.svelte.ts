/** A form over what is kept: it follows what was kept since, and tells what was changed and is not kept. */
import { untrack } from 'svelte'

interface Draft<T> {
  kept: () => T
  form: () => T
  reset: (next: T) => void
  /** The form as it would be kept. */
  tidy: () => T
  /** `null`: nothing was changed. */
  ondraft: (form: T | null) => void
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Called once while a component is made. */
export function followKept<T>({ kept, form, reset, tidy, ondraft }: Draft<T>): void {
  /** What the form began with: once it is kept, what was kept. */
  let start = $state.raw(untrack(kept))
  $effect(() => {
    const next = kept()
    untrack(() => {
      if (same(form(), start)) reset(next)
      start = next
    })
  })
  $effect(() => {
    ondraft(same(form(), start) ? null : tidy())
    return () => ondraft(null)
  })
}
