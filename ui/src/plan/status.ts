/** What the status bar says of the grid. */
import { COLUMNS } from './columns'

interface Hint { key?: string; text: string }

export function editingHints(col: number, tt: string | undefined): Hint[] {
  const what = `${(COLUMNS[col]?.head ?? '').toLowerCase()}${tt === undefined ? ', dòng mới' : `, TT ${tt}`}`
  return [{ text: `Đang sửa ${what}:` }, { key: 'Enter', text: 'giữ' }, { key: 'Esc', text: 'bỏ' }, { key: 'Tab', text: 'sang ô bên' }]
}

export function rowsInWords(found: number, total: number, filtered: boolean, block: string, ticked: number): string {
  const parts = [filtered ? `Đang lọc: ${found} trong ${total} nhiệm vụ` : `${total} nhiệm vụ`]
  if (block !== '') parts.push(`khối ${block}`)
  if (ticked > 0) parts.push(`chọn ${ticked}`)
  return parts.join(', ')
}
