/** Looking through the open marks of a report: which one is looked at, what was answered, what is taken back. */
import type { MarkAnswer } from '../bindings/MarkAnswer'
import type { MarkPlace } from '../bindings/MarkPlace'
import type { ReportMark } from '../bindings/ReportMark'
import type { ReportView } from '../bindings/ReportView'
import * as api from '../api'
import { ask, desk, takeBack, write } from '../desk.svelte'
import { foundAgain, goOn } from './openMarks'
import { keepAll, typedNow, watch } from './unsaved'

export class Looking {
  /** The mark that is looked at. */
  at = $state<string | null>(null)
  /** The mark to go to when the view comes next. */
  private next: string | null = null
  private answered: string[] = []
  private taken: string[] = []
  /** The turn of the desk after our own last answer: whatever came between is not ours to take back. */
  private turn = -1

  /** Typing is taken back by the editor: answers before it are no longer the last thing done. */
  forget(): () => void {
    return watch(() => { this.answered = []; this.taken = [] })
  }

  /** The mark to go to now that a view has come; nothing when none is waited for. */
  arrived(view: ReportView): ReportMark | null {
    const found = view.marks.find((mark) => mark.key === this.next) ?? null
    this.next = null
    return found
  }

  /** Answers some places alike, the mark that is looked at among them, and goes on to the next one. */
  async reply(report: number, view: ReportView, key: string, answer: MarkAnswer, asked: MarkPlace[]): Promise<void> {
    const typed = typedNow().length > 0
    if (!(await keepAll())) return
    // What was typed meanwhile may have moved the words.
    const fresh = typed ? await ask(() => api.reportView(report), 'Đang tìm lại chỗ này…') : view
    const mark = fresh?.marks.find((one) => one.key === key)
    if (!fresh || !mark) return
    const places = typed ? foundAgain(fresh.marks, asked) : asked
    const next = goOn(fresh.marks, mark, places)
    const written = await write(() => api.answerMarks(report, places, answer), 'Đang ghi câu trả lời…')
    if (!written) return
    this.answered = desk.turn === this.turn + 1 ? [...this.answered, key] : [key]
    this.taken = []
    this.turn = desk.turn
    this.next = next
    this.at = null
  }

  /** Takes the last answer back, or answers it again; false when the last thing done was something else. */
  back(what: 'undo' | 'redo'): boolean {
    if (desk.turn !== this.turn) this.answered = this.taken = []
    const key = (what === 'undo' ? this.answered : this.taken).at(-1)
    if (key === undefined) return false
    void this.move(what, key)
    return true
  }

  private async move(what: 'undo' | 'redo', key: string): Promise<void> {
    if (what === 'undo') [this.answered, this.taken] = [this.answered.slice(0, -1), [...this.taken, key]]
    else [this.answered, this.taken] = [[...this.answered, key], this.taken.slice(0, -1)]
    this.turn += 1
    await takeBack(what)
    this.next = key
  }
}
