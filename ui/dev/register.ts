/** The invented commune's register of documents: what is kept, cited and proposed. */
import type { DocumentForm } from '../src/bindings/DocumentForm'
import type { DocumentRow } from '../src/bindings/DocumentRow'
import type { DoneProposal } from '../src/bindings/DoneProposal'
import type { FileRow } from '../src/bindings/FileRow'
import type { Note } from '../src/bindings/Note'
import { parseDay, screenDay } from '../src/shared/days'
import { fold } from '../src/shared/fold'
import { book, TODAY } from './ledger'
import { GROUPS } from './plan-data'

interface Kept { id: number; form: DocumentForm; day: string | null; files: FileRow[]; gone: boolean }

const OFFICE = 'UBND xã Lam Khê'
const ABOVE = 'UBND thành phố Hải Phòng'
const field = (at: number) => GROUPS[at]?.[1] ?? ''

/** kind, number, day, issuer, subject, field, files */
const PAPERS: [string, string, string, string, string, string, string[]][] = [
  ['Nghị quyết', '30c/NQ-CP', '08/11/2011', 'Chính phủ', 'Ban hành Chương trình tổng thể cải cách hành chính nhà nước', '', []],
  ['Quyết định', '212/QĐ-UBND', '12/01/2026', ABOVE, 'Ban hành Kế hoạch cải cách hành chính năm 2026 của thành phố', field(0), ['qd-212-ubnd.pdf']],
  ['Kế hoạch', '07/KH-UBND', '19/01/2026', OFFICE, 'Cải cách hành chính năm 2026 của xã Lam Khê', field(0), ['kh-07-da-ky.pdf', 'phu-luc.docx']],
  ['Quyết định', '45/QĐ-UBND', '04/03/2026', OFFICE, 'Ban hành Quy chế làm việc của Ủy ban nhân dân xã', field(1), ['qd-45.pdf']],
  ['Công văn', '61/UBND-VHXH', '12/03/2026', OFFICE, 'V/v phát động phong trào thi đua “Mỗi tuần một việc gọn cho dân”', field(0), []],
  ['Quyết định', '62/QĐ-UBND', '27/03/2026', OFFICE, 'Sửa đổi quy chế chi tiêu nội bộ, quản lý tài sản công', field(5), ['qd-62.pdf']],
  ['Công văn', '1870/UBND-NV', '02/04/2026', ABOVE, 'V/v rà soát, cắt giảm giấy tờ trong hồ sơ thủ tục hành chính', field(2), ['cv-1870.pdf']],
  ['Báo cáo', '109/BC-UBND', '10/06/2026', OFFICE, 'Kết quả rà soát văn bản quy phạm pháp luật', field(1), ['bc-109.pdf']],
  ['Thông báo', '33/TB-UBND', '18/06/2026', OFFICE, 'Kết quả kiểm tra việc tiếp nhận hồ sơ tại các điểm hỗ trợ ở thôn', field(2), []],
  ['Báo cáo', '118/BC-UBND', '22/06/2026', OFFICE, 'Công tác cải cách hành chính 6 tháng đầu năm 2026', field(0), ['bc-118.pdf']],
  ['Báo cáo', '121/BC-UBND', '29/06/2026', OFFICE, 'Rà soát chức năng, nhiệm vụ của các phòng chuyên môn sau sắp xếp', field(3), ['bc-121.pdf']],
  ['Thông báo', '288/TB-UBND', '06/07/2026', ABOVE, 'Kết luận của Chủ tịch UBND thành phố tại cuộc họp về chuyển đổi số cấp xã', field(6), ['tb-288.pdf']],
  ['Phương án', '15/PA-UBND', '28/07/2026', OFFICE, 'Bố trí trụ sở làm việc và điểm tiếp dân', field(3), ['pa-15.pdf']],
  ['Công văn', '188/UBND-VHXH', '01/08/2026', OFFICE, 'V/v lấy ý kiến bản mô tả vị trí việc làm của công chức xã', field(4), ['cv-188.pdf']],
  ['Công văn', '2145/SNV-CCHC', '03/08/2026', 'Sở Nội vụ thành phố Hải Phòng', 'V/v báo cáo công tác cải cách hành chính quý III năm 2026', field(0), []],
  ['Quyết định', '45/QĐ-UBND', '05/08/2026', OFFICE, 'Kiện toàn tổ công nghệ số cộng đồng các thôn', field(6), []],
  ['Thông báo', '41/TB-UBND', '07/08/2026', OFFICE, 'Kết luận hội nghị đối thoại giữa Chủ tịch UBND xã với người dân và doanh nghiệp về thủ tục đất đai', field(0), ['tb-41.pdf']],
]

let next = 1
const papers: Kept[] = PAPERS.map(([kind, number, day, issuer, subject, of, names]) => ({
  id: next++, form: { id: null, kind, number, day, issuer, subject, field: of }, day: parseDay(day, TODAY), gone: false,
  files: names.map((name, at) => ({ id: next * 100 + at, name, size: 84_000 + name.length * 61_000 })),
}))
for (const task of book.tasks) for (const entry of task.history) entry.documents = papers.filter((one) => entry.evidence.includes(`${one.form.number},`) && entry.day === one.day).map((one) => one.id)

const live = () => papers.filter((one) => !one.gone)
const find = (id: number) => papers.find((one) => one.id === id) as Kept
const short = ({ form }: Kept) => `${form.kind} số ${form.number}`
export function citation(id: number): string {
  const one = find(id)
  return `${short(one)} ngày ${screenDay(one.day)}`
}

function row(one: Kept): DocumentRow {
  const twin = live().find((other) => other.id !== one.id && fold(other.form.number) === fold(one.form.number) && other.form.issuer === one.form.issuer && other.day?.slice(0, 4) === one.day?.slice(0, 4))
  const warnings: Note[] = []
  if (twin && one.form.number) warnings.push({ code: 'number-repeated', sentence: `Số ${one.form.number} đã có ở ${short(twin)} ngày ${screenDay(twin.day)}. Hãy kiểm tra lại.` })
  if (one.day && one.day > TODAY) warnings.push({ code: 'day-in-future', sentence: `Ngày ${screenDay(one.day)} chưa tới.` })
  const cited = book.tasks.filter((task) => !task.gone && task.history.some((entry) => !entry.superseded && entry.documents.includes(one.id)))
    .map((task) => ({ task: task.id, tt: task.words.tt, content: task.words.content, assigned: task.group === 0 }))
  return { ...one.form, id: one.id, day: one.day, files: one.files, cited, request: null, warnings, short: short(one), full: `${short(one)} ngày ${screenDay(one.day)} của ${one.form.issuer} về ${one.form.subject.replace(/^V\/v /, '')}` }
}

function proposals(): DoneProposal[] {
  return [['15/PA-UBND', '18'], ['41/TB-UBND', '4']].flatMap(([number, tt]) => {
    const [one, task] = [live().find((paper) => paper.form.number === number), book.tasks.find((each) => !each.gone && each.group > 0 && each.words.tt === tt)]
    if (!one?.day || !task || task.history.some((entry) => entry.kind === 'done' && !entry.superseded)) return []
    return [{ document: one.id, task: task.id, tt: task.words.tt, content: task.words.content, day: one.day, occurrence: null, sentence: `${short(one)} ngày ${screenDay(one.day)} có vẻ là sản phẩm của TT ${task.words.tt}.` }]
  })
}

type Written = (summary: string, thing: number | null, back?: () => void) => unknown
export function register(written: Written): Record<string, (args: Record<string, any>) => unknown> {
  const bare = new URLSearchParams(location.search).has('nodocuments')
  if (bare) papers.length = 0
  return {
    register_view: () => ({
      documents: live().map(row).sort((a, b) => (b.day ?? '').localeCompare(a.day ?? '')), proposals: proposals(), fields: GROUPS.map(([, name]) => name),
      kinds: ['Công văn', 'Kế hoạch', 'Quyết định', 'Báo cáo', 'Thông báo', 'Tờ trình', 'Biên bản', 'Nghị quyết', 'Phương án'], issuers: [OFFICE, ABOVE, 'Sở Nội vụ thành phố Hải Phòng', 'Chính phủ'],
    }),
    keep_document: ({ form }) => {
      const kept = form.id === null ? null : find(form.id)
      const before = kept && { form: kept.form, day: kept.day }
      const now = { form, day: parseDay(form.day, TODAY) }
      const one: Kept = kept ? Object.assign(kept, now) : { ...now, id: 500 + papers.length, files: [], gone: false }
      if (!kept) papers.push(one)
      return written(`${kept ? 'sửa' : 'ghi'} văn bản ${short(one)}`, one.id, () => (before ? Object.assign(one, before) : (one.gone = true)))
    },
    remove_document: ({ document }) => {
      find(document).gone = true
      return written(`bỏ văn bản ${short(find(document))}`, document, () => (find(document).gone = false))
    },
    attach_file: ({ document }) => {
      const [one, file] = [find(document), { id: book.next++, name: 'ban-quet-da-ky.pdf', size: 1_480_000 }]
      one.files = [...one.files, file]
      return written(`đính kèm ${file.name}`, document, () => (one.files = one.files.filter((other) => other.id !== file.id)))
    },
    remove_file: ({ file }) => {
      const one = papers.find((paper) => paper.files.some((each) => each.id === file)) as Kept
      const before = one.files
      one.files = before.filter((each) => each.id !== file)
      return written('bỏ một tệp', one.id, () => (one.files = before))
    },
    open_kept_file: () => null,
  }
}
