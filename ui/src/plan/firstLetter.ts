/**
 * How a cell's text field comes to be its editor: it waits unseen, and the first letter shows it.
 *
 * The letter is typed into a field that has the focus already, so an input method sees it as it sees every
 * other one: whether it composes (IBus, fcitx, the one of Windows) or sends Backspace and letters (Unikey).
 */
export class FirstLetter {
  private composing = false
  /** The editor was opened by letters that are still being composed. */
  private unsettled = false

  /** The field holds these words now; true: the editor is to be shown. */
  typed(words: string, waiting: boolean): boolean {
    if (!waiting || words === '') return false
    this.unsettled = this.composing
    return true
  }

  compositionStarts(): void {
    this.composing = true
  }

  /** The composition is over; true: nothing came of it, and the cell is to stay as it was. */
  compositionEnds(words: string): boolean {
    const dropped = this.unsettled && words === ''
    this.composing = false
    this.unsettled = false
    return dropped
  }
}
