/** What a workbook or the clipboard says: looked at in a dialog, kept in one change. */
import * as api from '../api'
import type { FiguresDraft } from '../bindings/FiguresDraft'
import type { FiguresView } from '../bindings/FiguresView'
import { ask, write } from '../desk.svelte'
import type { Col } from './columns'

export class Reading {
  /** The dialog is open; without a draft it waits for what is to be pasted. */
  open = $state(false)
  draft = $state.raw<FiguresDraft | null>(null)
  /** Why it can't be read, or kept. */
  refusal = $state('')
  private readonly view: () => FiguresView | null
  /** Another window was told of: it is the one to look at. */
  private readonly onwindow: (window: FiguresDraft) => void

  constructor(view: () => FiguresView | null, onwindow: (window: FiguresDraft) => void) {
    this.view = view
    this.onwindow = onwindow
  }

  wait(refusal = ''): void {
    Object.assign(this, { open: true, draft: null, refusal })
  }
  show(draft: FiguresDraft, refusal = ''): void {
    Object.assign(this, { open: true, draft, refusal })
  }
  close(): void {
    this.open = false
  }

  /** Text copied out of a sheet: rows with names, or values from a figure on down. */
  async look(text: string, figure: string, col: Col = 'now'): Promise<void> {
    const view = this.view()
    if (!view) return
    const window = (col === 'so_far' && view.so_far) || (col === 'whole_year' && view.whole_year) || view.window
    let refusal = ''
    const read = await ask(() => api.pasteFigures(text, figure, window.from, window.to), 'Đang đọc bảng…', (failure) => {
      refusal = failure.code === 'no-figures' ? failure.sentence : ''
      return refusal !== ''
    })
    if (read) this.show(col === 'whole_year' ? { ...read, rows: read.rows.map((one) => ({ ...one, estimate: true })) } : read)
    else this.wait(refusal)
  }

  /** A workbook says of which days it speaks; where it does not, it is of the window that is looked at. */
  async file(): Promise<void> {
    const window = this.view()?.window
    const path = await ask(api.chooseFigures, 'Đang chọn tệp…')
    if (!path || !window) return
    let unsaid = false
    let read = await ask(() => api.readFigures(path, null, null), 'Đang đọc tệp…', (failure) => (unsaid = failure.code === 'no-window'))
    if (unsaid) read = await ask(() => api.readFigures(path, window.from, window.to), 'Đang đọc tệp…')
    if (read) this.show(read)
  }

  async keep(draft: FiguresDraft): Promise<void> {
    let refusal = ''
    const written = await write(() => api.keepFiguresDraft(draft), 'Đang ghi số liệu…', (failure) => {
      refusal = failure.sentence
      return true
    })
    if (!written) return this.show(draft, refusal)
    this.close()
    const view = this.view()
    const here = [view?.window, view?.so_far, view?.whole_year].some((one) => one && one.from === draft.from && one.to === draft.to)
    if (!here) this.onwindow(draft)
  }
}
