/** What filling down and pasting sources would write, all in one change. */
import type { FigureDraft } from '../bindings/FigureDraft'
import type { FigureRow } from '../bindings/FigureRow'
import type { FiguresView } from '../bindings/FiguresView'
import type { Block } from '../shared/block'
import { editText, takesTyping, type Column } from './columns'
import { draftOf, type Keeper } from './keeper.svelte'

/** The first row of the block written over those below it; one row alone takes what stands above it. */
export function filled(view: FiguresView, rows: readonly FigureRow[], columns: readonly Column[], block: Block, keeper: Pick<Keeper, 'text'>): FigureDraft[] {
  const alone = block.top === block.bottom
  const source = rows[alone ? block.top - 1 : block.top]
  if (!source) return []
  const drafts: FigureDraft[] = []
  for (const row of rows.slice(alone ? block.top : block.top + 1, block.bottom + 1)) {
    for (const { key } of columns.slice(block.left, block.right + 1)) {
      const text = keeper.text(source, key)
      if (text !== '' && takesTyping(row, key) && text !== keeper.text(row, key)) drafts.push(draftOf(view, row, key, text))
    }
  }
  return drafts
}

/** Sources one below the other from a row on; rows that tell nothing themselves take none. */
export function pastedDown(view: FiguresView, rows: readonly FigureRow[], from: FigureRow, cells: readonly (readonly string[])[]): FigureDraft[] {
  const first = rows.indexOf(from)
  return cells.flatMap((line, at) => {
    const row = rows[first + at]
    const text = (line[0] ?? '').replace(/\s+/g, ' ').trim().normalize('NFC')
    return row && text !== '' && takesTyping(row, 'source') && text !== editText(row, 'source') ? [draftOf(view, row, 'source', text)] : []
  })
}
