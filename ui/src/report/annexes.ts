/** Phụ lục of a report: what can be added, and how the text changes with them. */
import type { AnnexKind } from '../bindings/AnnexKind'
import type { Written } from '../bindings/Written'
import { write } from '../desk.svelte'
import { keepAll } from './unsaved'

export const KINDS: readonly { kind: AnnexKind; name: string; about: string }[] = [
  { kind: 'plan', name: 'Kế hoạch với tiến độ', about: 'Bảng nhiệm vụ của kế hoạch, kết quả từng việc tính đến {day}.' },
  { kind: 'figures', name: 'Thống kê số liệu', about: 'Bảng số liệu của kỳ báo cáo, lấy từ màn hình Số liệu.' },
  { kind: 'own', name: 'Bảng, danh sách tự lập', about: 'Dán từ Excel, Word hoặc gõ.' },
]

/** Changes the appendices and the text with them, once what is being typed is kept. */
export async function change(what: () => Promise<Written>, busy: string): Promise<boolean> {
  return (await keepAll()) && (await write(what, busy)) !== undefined
}
