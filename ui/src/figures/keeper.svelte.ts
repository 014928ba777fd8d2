/** What was typed and is not in the view yet, and what the ledger refused: shown in its cell until it is put right. */
import { SvelteMap } from 'svelte/reactivity'
import * as api from '../api'
import type { FigureDraft } from '../bindings/FigureDraft'
import type { FigureRow } from '../bindings/FigureRow'
import type { FiguresView } from '../bindings/FiguresView'
import { desk, write } from '../desk.svelte'
import { editText, readEstimate, type Col } from './columns'

export interface Wrong {
  text: string
  sentence: string
}

const place = (figure: string, col: Col) => `${figure} ${col}`

/** The draft of one typed cell. */
export function draftOf(view: FiguresView, row: FigureRow, col: Col, text: string): FigureDraft {
  const draft: FigureDraft = { figure: row.form.id, from: view.window.from, to: view.window.to, unit: null, cumulative: false, estimate: false, value: text, source: '', as_of: '' }
  if (col === 'source') return { ...draft, value: row.told?.value ?? '', estimate: row.told?.closed === false, source: text }
  if (col === 'so_far') return { ...draft, from: view.so_far?.from ?? draft.from, cumulative: true, ...readEstimate(text) }
  if (col === 'whole_year') return { ...draft, from: view.whole_year?.from ?? draft.from, to: view.whole_year?.to ?? draft.to, value: readEstimate(text).value, estimate: true }
  // An emptied cell takes out what stands in it.
  if (text === '') return { ...draft, estimate: row.told?.closed === false }
  const read = readEstimate(text)
  return { ...draft, ...read, as_of: row.told ? '' : asOf(view) }
}

/** What is told in the sheet of a day speaks of that day, unless it is yet to come. */
function asOf(view: FiguresView): string {
  const start = desk.start
  const today = start && start.phase !== 'refused' ? start.today : view.as_of
  return view.as_of <= today ? view.as_of : ''
}

export class Keeper {
  private readonly typed = new SvelteMap<string, { text: string; turn: number }>()
  private readonly refused = new SvelteMap<string, Wrong>()

  pending(figure: string, col: Col): string | undefined {
    return this.typed.get(place(figure, col))?.text
  }
  /** What an editor of the cell opens with, also before the view has what was just typed. */
  text(row: FigureRow, col: Col): string {
    return this.pending(row.form.id, col) ?? editText(row, col)
  }
  wrong(figure: string, col: Col): Wrong | undefined {
    return this.refused.get(place(figure, col))
  }
  isWrong(figure: string): boolean {
    return [...this.refused.keys()].some((key) => key.startsWith(`${figure} `))
  }
  drop(figure: string, col: Col): void {
    this.refused.delete(place(figure, col))
  }
  forget(): void {
    this.refused.clear()
    this.typed.clear()
  }
  /** The view was asked at this turn: what was written by then stands in it. */
  arrived(turn: number): void {
    for (const [key, one] of this.typed) if (one.turn <= turn) this.typed.delete(key)
  }

  /** Keeps one cell; false: it was refused, and its words stay in it. */
  async keep(view: FiguresView, row: FigureRow, col: Col, text: string): Promise<boolean> {
    const key = place(row.form.id, col)
    if (text === this.text(row, col)) {
      this.refused.delete(key)
      return true
    }
    this.typed.set(key, { text, turn: Infinity })
    let sentence = ''
    const written = await write(() => api.keepFigureValues([draftOf(view, row, col, text)]), 'Đang ghi số liệu…', (failure) => {
      if (!IN_PLACE.has(failure.code)) return false
      sentence = failure.sentence
      return true
    })
    if (written) {
      this.refused.delete(key)
      this.typed.set(key, { text, turn: desk.turn })
      return true
    }
    this.typed.delete(key)
    this.refused.set(key, { text, sentence: sentence || (desk.refusal?.sentence ?? '') })
    return false
  }

  /** Several cells in one change; a refusal is shown above the sheet, and nothing is kept. */
  async keepMany(drafts: FigureDraft[]): Promise<boolean> {
    return drafts.length === 0 || (await write(() => api.keepFigureValues(drafts), 'Đang ghi số liệu…')) !== undefined
  }
}

/** Refusals of what was typed: they are told in the cell itself. */
const IN_PLACE = new Set(['not-a-number', 'negative-figure', 'figure-too-long', 'figure-not-whole', 'figure-wordy', 'computed-figure', 'counted-figure'])
