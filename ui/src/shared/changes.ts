/** The changes of this session in their order: what Ctrl+Z takes back next, and Ctrl+Y does again. */

interface Change {
  /** Its number in the log. */
  id: number
  /** The report it made. */
  made: number | null
}

export class Changes {
  private done: Change[] = []
  private back: Change[] = []

  /** A change was written. */
  wrote(id: number, made: number | null): void {
    this.done = [...this.done, { id, made }]
    this.back = []
  }

  took(what: 'undo' | 'redo' | 'older'): void {
    const [from, to] = what === 'redo' ? [this.back, this.done] : [this.done, this.back]
    const change = from.pop()
    if (change) to.push(change)
  }

  /** The report that would be gone with the next Ctrl+Z. */
  get madeLast(): number | null {
    return this.done.at(-1)?.made ?? null
  }

  forget(): void {
    this.done = this.back = []
  }
}
