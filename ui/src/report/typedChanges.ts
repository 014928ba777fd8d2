/** What was typed in a section since something else was done, change by change: taken back by its editor, it is taken back in the ledger. */
export class TypedChanges {
  /** The text before the first of these changes; `null`: not known. */
  private before: string | null
  /** The text as the ledger has it; `null`: not known. */
  private held: string | null
  private changes: number[] = []
  /** The turn of the desk after the last of them: at another one something else was done since. */
  private turn = -1

  constructor(text: string) {
    this.before = this.held = text
  }

  /** There is nothing to keep. */
  isHeld(text: string): boolean {
    return text === this.held
  }

  /** The ledger was seen with a text. While ours is another one it may be older than what was kept last, or somebody else's. */
  saw(text: string, ours: boolean): void {
    if (text !== this.held) this.held = ours ? text : null
  }

  /** A text was kept by a change, begun at one turn of the desk and done at another. */
  kept(text: string, change: number, begun: number, done: number): void {
    if (begun !== this.turn) {
      this.before = this.held
      this.changes = []
    }
    this.held = text
    this.changes.push(change)
    this.turn = done
  }

  /** The text is again what it was, without a change or by taking changes back. */
  isBack(text: string, turn: number): boolean {
    return this.isHeld(text) || this.gone(text, turn).length > 0
  }

  /** The changes to take back, the newest first, where the text is again as it was before them. */
  gone(text: string, turn: number): number[] {
    return turn === this.turn && text === this.before ? this.changes.toReversed() : []
  }
}
