/** What reading an invented Word file would answer, doubts included. */
import type { DraftRow } from '../src/bindings/DraftRow'
import type { PlanDraft } from '../src/bindings/PlanDraft'
import { hint, readWords } from './deadline'
import { GROUPS, TASKS } from './plan-data'

export function importDraft(): PlanDraft {
  const rows = TASKS.map(([group, tt, content, lead, coordinating, deadline_text, product], at): DraftRow => {
    const deadline = readWords(deadline_text)
    const warnings = []
    if (deadline.kind === 'unknown') warnings.push({ code: 'deadline-unknown', sentence: `“${deadline_text}” là đến hạn ngày nào?` })
    if (tt === '12') warnings.push({ code: 'lead-many', sentence: `Ô chủ trì có 2 đơn vị: ${lead}; Công an xã.` })
    const before = TASKS[at - 1]?.[1]
    if (before && Number(tt) > Number(before) + 1) warnings.push({ code: 'tt-gap', sentence: `Số thứ tự nhảy từ ${before} sang ${tt}` })
    return { group_roman: GROUPS[group]?.[0] ?? '', group_name: GROUPS[group]?.[1] ?? '', tt, content, lead, coordinating, deadline_text, product, deadline, deadline_hint: hint(deadline), warnings, answered_last: null }
  })
  return { source: 'phu-luc-ke-hoach.docx', title: 'Kế hoạch CCHC năm 2026', from: '2026-01-01', to: '2026-12-31', rows,
    warnings: [{ code: 'unit-variants', sentence: 'Cùng một đơn vị, viết 2 cách: “Phòng Văn hóa - Xã hội” (9 dòng), “Phòng Văn hóa – Xã hội” (2 dòng).' }] }
}
