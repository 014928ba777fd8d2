/** The invented commune's assigned tasks: from above, and to its own units. */
import type { AssignedCounts } from '../src/bindings/AssignedCounts'
import type { AssignedForm } from '../src/bindings/AssignedForm'
import type { AssignedRow } from '../src/bindings/AssignedRow'
import type { AssignedView } from '../src/bindings/AssignedView'
import type { HistoryRow } from '../src/bindings/HistoryRow'
import { parseDay, screenDay } from '../src/shared/days'
import { book, countsOf, rowOf, TODAY, type Task } from './ledger'
import { citation } from './register'

interface Gift { task: Task; level: string; given: string; giver: string; document: string; document_id: number | null; linked: number | null }

const CITY = 'Chủ tịch UBND thành phố'
const HEAD = 'Chủ tịch UBND xã'
const [VHXH, KT, VP, HCC] = ['Phòng Văn hóa - Xã hội', 'Phòng Kinh tế', 'Văn phòng HĐND và UBND', 'Trung tâm Phục vụ hành chính công']

/** level, given, giver, document (number: of the register), content, lead, deadline, product, state and its day, TT of the plan */
const GIFTS: [string, string, string, string | number, string, string, string, string, [string, string] | null, string][] = [
  ['above', '2025-12-10', CITY, 'Công văn 9120/UBND-NV, 10/12/2025', 'Báo cáo kết quả sắp xếp các đơn vị sự nghiệp công lập thuộc xã', VHXH, 'Trước ngày 25/12', 'Báo cáo', ['done', '2025-12-23'], ''],
  ['above', '2025-12-22', CITY, 'Thông báo 501/TB-UBND, 22/12/2025', 'Hoàn thành việc bàn giao hồ sơ, tài liệu của xã cũ về kho lưu trữ chung', VP, 'Đến hết 31/3/2026', 'Biên bản bàn giao', ['done', '2026-04-14'], ''],
  ['above', '2026-04-02', 'UBND thành phố', 7, 'Đề xuất cắt giảm giấy tờ phải nộp trong các thủ tục có nhiều hồ sơ nhất', HCC, 'Trước 30/6/2026', 'Báo cáo đề xuất', ['in-progress', '2026-06-20'], '16'],
  ['above', '2026-05-18', 'Sở Nội vụ', 'Công văn 1412/SNV-CCHC, 18/5/2026', 'Tổng hợp số liệu phục vụ tự chấm điểm chỉ số cải cách hành chính', VHXH, 'Tháng 6/2026', 'Bảng số liệu', ['done', '2026-06-24'], ''],
  ['above', '2026-07-06', CITY, 12, 'Bố trí máy tính, máy quét cho Trung tâm Phục vụ hành chính công theo định mức mới', KT, 'Chậm nhất 31/10/2026', 'Báo cáo', ['in-progress', '2026-08-03'], ''],
  ['above', '2026-07-06', CITY, 12, 'Rà soát, công khai danh mục thủ tục thực hiện không phụ thuộc địa giới hành chính', HCC, '', 'Danh mục', null, ''],
  ['above', '2026-08-03', 'Sở Nội vụ', 15, 'Gửi báo cáo công tác cải cách hành chính quý III', VHXH, 'Trước ngày 15/9/2026', 'Báo cáo', null, '3'],
  ['above', '2026-07-20', CITY, 'Công điện 07/CĐ-UBND, 20/7/2026', 'Tổ chức trực tiếp nhận hồ sơ ngoài giờ trong đợt cao điểm tuyển sinh', HCC, 'Tháng 7/2026', '', ['stopped', '2026-07-28'], ''],
  ['own', '2026-02-11', HEAD, 'Thông báo 08/TB-UBND, 11/02/2026', 'Khắc phục tình trạng trả kết quả hộ tịch trễ hẹn tại điểm hỗ trợ thôn Đông', HCC, 'Quý I/2026', 'Báo cáo', ['done', '2026-03-20'], ''],
  ['own', '2026-06-19', HEAD, 9, 'Niêm yết lại thủ tục tại bốn điểm hỗ trợ đã kiểm tra', VP, 'Trước 15/7/2026', '', ['in-progress', '2026-07-10'], '10'],
  ['own', '2026-08-07', 'Phó Chủ tịch UBND xã', 17, 'Trả lời bằng văn bản 12 kiến nghị về đất đai nêu tại hội nghị đối thoại', KT, 'Chậm nhất 21/8/2026', 'Văn bản trả lời', null, ''],
]

const note = (kind: string, day: string, sentence: string, entry: number | null): HistoryRow => ({ entry, day, moment: `${day}T09:12:00`, person: 'Phạm Thu Hà', kind, sentence, note: '', evidence: '', reason: '', new_last: null, percent: null, counts: true, occurrence: null, unit: '', documents: [], superseded: false })
const SAID: Record<string, string> = { done: 'hoàn thành', stopped: 'không thực hiện', 'in-progress': 'đang thực hiện' }

const gifts: Gift[] = GIFTS.map(([level, given, giver, document, content, lead, deadline_text, product, state, linked], at) => {
  const history = [note('kept', given, `Vào sổ ngày ${screenDay(given)}.`, null)]
  if (state) history.unshift(note(state[0], state[1], `Ngày ${screenDay(state[1])}: ${SAID[state[0]]}.`, book.next++))
  const task: Task = { id: book.next++, group: 0, words: { tt: String(level === 'above' ? at + 1 : at - 7), content, lead, coordinating: '', deadline_text, product, answered_last: null, event_day: null, own_day: null }, history, state: state?.[0] ?? 'not-started', day: '', gone: false }
  book.tasks.push(task)
  return { task, level, given, giver, document: typeof document === 'number' ? citation(document) : document, document_id: typeof document === 'number' ? document : null, linked: book.tasks.find((one) => one.group > 0 && one.words.tt === linked)?.id ?? null }
})

function sentence(counts: AssignedCounts): string {
  const n = (count: number) => `${count > 0 && count < 10 ? `0${count}` : count} nhiệm vụ`
  if (counts.total === 0) return ''
  return `Tổng số nhiệm vụ được giao: ${n(counts.total)} (có thời hạn ${n(counts.with_deadline)}, không có thời hạn ${n(counts.without_deadline)}); hoàn thành đúng hạn ${n(counts.done_on_time)}; hoàn thành nhưng quá hạn ${n(counts.done_late)}; quá hạn ${n(counts.overdue)}; đang thực hiện ${n(counts.in_progress + counts.not_started)}${counts.stopped > 0 ? `; không thực hiện ${n(counts.stopped)}` : ''}.`
}

export function assignedView(level: string, asOf: string, from: string): AssignedView {
  const link = (id: number | null) => book.tasks.filter((one) => one.id === id).map((one) => ({ id: one.id, tt: one.words.tt, content: one.words.content }))[0] ?? null
  const bare = new URLSearchParams(location.search).has('nogifts')
  const rows = gifts.filter((gift) => !bare && gift.level === level && gift.given <= asOf && !gift.task.gone).map((gift): AssignedRow => {
    const row = rowOf(gift.task, asOf)
    const settled = gift.given < from && ['done-on-time', 'done-late', 'stopped'].includes(rowOf(gift.task, from).state)
    return { row, given: gift.given, giver: gift.giver, document: gift.document, document_id: gift.document_id, linked: link(gift.linked), carried: gift.given < from && !settled, counted: !settled }
  })
  const counted = rows.filter((one) => one.counted)
  const dated = counted.filter((one) => one.row.deadline.last !== null).length
  const counts = { ...countsOf(counted.map((one) => one.row)), with_deadline: dated, without_deadline: counted.length - dated }
  return { level, as_of: asOf, from, counts, sentence: sentence(counts), rows, givers: [...new Set(gifts.map((gift) => gift.giver))], plan_rows: book.tasks.filter((one) => one.group > 0 && !one.gone).map((one) => ({ id: one.id, tt: one.words.tt, content: one.words.content })), units: ['Phòng Kinh tế', 'Phòng Văn hóa - Xã hội'] }
}

type Written = (summary: string, thing: number | null, back?: () => void) => unknown
export function assigned(written: Written): Record<string, (args: Record<string, any>) => unknown> {
  return {
    assigned_view: ({ level, asOf, from }) => assignedView(level, asOf ?? TODAY, from ?? '2026-01-01'),
    keep_assigned: ({ form }: { form?: AssignedForm }) => {
      if (!form) return null
      const old = gifts.find((gift) => gift.task.id === form.id)
      const words = { tt: form.tt || String(gifts.filter((gift) => gift.level === form.level).length + 1), content: form.content, lead: form.lead, coordinating: form.coordinating, deadline_text: form.deadline_text, product: form.product, answered_last: form.answered_last, event_day: form.event_day, own_day: null }
      const given = parseDay(form.given, TODAY) ?? TODAY
      const task: Task = old?.task ?? { id: book.next++, group: 0, words, history: [note('kept', TODAY, `Vào sổ ngày ${screenDay(TODAY)}.`, null)], state: 'not-started', day: '', gone: false }
      task.words = words
      const gift: Gift = { task, level: form.level, given, giver: form.giver, document: form.document_id === null ? form.document : citation(form.document_id), document_id: form.document_id, linked: form.linked }
      if (old) Object.assign(old, gift)
      else [book.tasks, gifts].forEach((list, at) => (list as unknown[]).push(at === 0 ? task : gift))
      return written(`${old ? 'Sửa' : 'Ghi'} nhiệm vụ được giao số ${words.tt}`, task.id, () => { if (!old) task.gone = true })
    },
  }
}
