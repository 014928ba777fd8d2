/** An invented report, its outline and its page. */
import type { Block } from '../src/bindings/Block'
import type { Inline } from '../src/bindings/Inline'
import type { ReportHead } from '../src/bindings/ReportHead'
import type { ReportRow } from '../src/bindings/ReportRow'
import type { SectionView } from '../src/bindings/SectionView'

const t = (text: string): Inline => ({ kind: 'text', text })
const f = (id: string, shown: string): Inline => ({ kind: 'figure', id, format: 'sentence', shown })
const p = (id: string, ...text: Inline[]): Block => ({ kind: 'para', id, text })
const dash = (id: string, ...text: Inline[]): Block => ({ kind: 'item', id, item: { mark: 'dash' }, text })
const section = (key: string, level: number, number: string, title: string, blocks: Block[] = [], more: Partial<SectionView> = {}): SectionView =>
  ({ key, level, number, title, blocks, writable: true, hint: '', annex: false, offers: [], figures: [], ...more })
const gather = { writable: false }

const row: ReportRow = { id: 1, title: 'Báo cáo quý III năm 2026', kind: 'quarterly', paper: '', from: '2026-06-15', to: '2026-09-14', as_of: '2026-09-14', state: 'draft', number: '', since: [], changed: '2026-08-08T15:12:00' }
let head: ReportHead = { subject: 'Kết quả công tác cải cách hành chính quý III, phương hướng, nhiệm vụ quý IV năm 2026', addressees: ['Sở Nội vụ thành phố Hải Phòng'], recipients: ['Như trên', 'Thường trực Đảng ủy', 'Chủ tịch, các Phó Chủ tịch UBND xã', 'Lưu: VT, VHXH'], signer: 2, from: '2026-06-15', to: '2026-09-14', as_of: '2026-09-14', appendix: true, draft_mark: false, on_paper: false, signature_field: false, bracket: '', bases: [], drafter: '', address: '', taken: false }

const sections: SectionView[] = [
  section('open', 0, '', '', [p('b1', t('Thực hiện '), { kind: 'citation', document: 4, full: true, shown: 'Công văn số 2145/SNV-CCHC ngày 01/9/2026' }, t(' của Sở Nội vụ về báo cáo công tác cải cách hành chính quý III, Ủy ban nhân dân xã Lam Khê báo cáo kết quả như sau:'))]),
  section('I', 1, 'I.', 'Công tác chỉ đạo, điều hành', [], gather),
  section('I.1', 2, '1.', 'Về tổ chức chỉ đạo', [p('b2', t('Ủy ban nhân dân xã giao ban cải cách hành chính vào thứ Sáu tuần đầu mỗi tháng; mỗi phòng cử một người theo dõi.')), dash('b3', t('Đã ban hành Kế hoạch số 07/KH-UBND ngày 19/01/2026;')), dash('b4', t('Đã kiểm tra 04 điểm hỗ trợ ở thôn.'))]),
  section('I.2', 2, '2.', 'Về kế hoạch cải cách hành chính', [p('b5', t('Tính đến ngày '), f('as_of', '14/9/2026'), t(', trong '), f('plan.total', '31'), t(' nhiệm vụ của kế hoạch, xã đã hoàn thành '), f('plan.done', '08'), t(' nhiệm vụ, đang thực hiện '), f('plan.doing', '22'), t(' nhiệm vụ, không thực hiện '), f('plan.stopped', '01'), t(' nhiệm vụ.'))], { offers: [[p('o1', t('Tỷ lệ hoàn thành đạt '), f('plan.done_percent', '25,81%'), t('.'))]] }),
  section('I.3', 2, '3.', 'Về kiểm tra', [], { hint: 'Kiểm tra mấy đơn vị, thấy gì, đã sửa đến đâu.' }),
  section('I.4', 2, '4.', 'Về tuyên truyền', [p('b6', t('Hệ thống truyền thanh phát 07 chuyên mục hỏi đáp; cổng thông tin đăng 31 tin, bài.'))]),
  section('I.5', 2, '5.', 'Về nhiệm vụ được giao', [], { hint: 'Số nhiệm vụ cấp trên giao và xã giao, theo hạn.', offers: [[p('o2', t('Tổng số '), f('assigned.total', '21'), t(' nhiệm vụ ('), f('assigned.with_deadline', '16'), t(' nhiệm vụ có hạn, '), f('assigned.without_deadline', '05'), t(' nhiệm vụ không có hạn): hoàn thành đúng hạn '), f('assigned.on_time', '15'), t(', quá hạn '), f('assigned.overdue', '01'), t('.'))]] }),
  section('II', 1, 'II.', 'Kết quả thực hiện', [], gather),
  ...['Cải cách thể chế', 'Cải cách thủ tục hành chính', 'Cải cách tổ chức bộ máy', 'Cải cách chế độ công vụ', 'Cải cách tài chính công', 'Xây dựng chính quyền số'].map((title, at) => section(`II.${at + 1}`, 2, `${at + 1}.`, title, at % 2 === 0 ? [p(`c${at}`, t('Các phòng đã làm xong phần việc của quý; chi tiết nêu trong phụ lục kèm theo.'))] : [])),
  section('III', 1, 'III.', 'Đánh giá chung', [], gather),
  section('III.1', 2, '1.', 'Mặt tích cực'), section('III.2', 2, '2.', 'Tồn tại, hạn chế và nguyên nhân'),
  section('IV', 1, 'IV.', 'Phương hướng, nhiệm vụ quý IV'), section('V', 1, 'V.', 'Kiến nghị, đề xuất'),
  section('close', 0, '', '', [p('z', t('Trên đây là báo cáo kết quả công tác cải cách hành chính quý III năm 2026 của Ủy ban nhân dân xã Lam Khê./.'))]),
]

export function reports(written: (summary: string, thing: number | null, back?: () => void) => unknown): Record<string, (args: any) => unknown> {
  const history: string[] = []
  const pdf = () => fetch('/dev/report.pdf').then((answer) => answer.arrayBuffer())
  // An empty list of pages: the page asks the bytes for their sizes.
  const preview = async () => {
    const head = new TextEncoder().encode(JSON.stringify({ pages: [], face: 'Liberation Serif 2.1.5', note: 'Máy này không có đủ bốn kiểu phông Times New Roman; văn bản in bằng phông Liberation Serif 2.1.5 có sẵn trong chương trình.' }))
    const shown = new Uint8Array([...new Uint8Array(new Uint32Array([head.length]).buffer), ...head, ...new Uint8Array(await pdf())])
    return shown.buffer
  }
  const asks = new URLSearchParams(location.search)
  return {
    report_list: () => ({
      reports: asks.has('noreports') ? [] : [row, { ...row, id: 2, title: 'Báo cáo 6 tháng đầu năm 2026', kind: 'six-month', from: '2025-12-15', to: '2026-06-14', as_of: '2026-06-14', state: 'issued', number: '118/BC-UBND ngày 22/6/2026', changed: '2026-06-22T10:30:00' }],
      proposals: [{ kind: 'quarterly', period: '2026-Q3', title: 'Báo cáo quý III năm 2026', from: '2026-06-15', to: '2026-09-14' }, { kind: 'annual', period: '2026', title: 'Báo cáo năm 2026', from: '2025-12-15', to: '2026-12-14' }, { kind: 'nine-month', period: '2026-9M', title: 'Báo cáo 9 tháng năm 2026', from: '2025-12-15', to: '2026-09-14' }],
      occasional: [{ kind: 'inspection', period: '2026', title: 'Báo cáo phục vụ kiểm tra', from: '2025-12-15', to: '2026-06-14' }],
      outlines: [{ set: 'outline-quarterly', name: 'Báo cáo định kỳ (theo đề cương của Sở Nội vụ)', kinds: ['quarterly', 'six-month', 'nine-month', 'annual'], sections: 42 }, { set: 'outline-inspection', name: 'Báo cáo phục vụ Đoàn kiểm tra', kinds: ['inspection'], sections: 21 }],
    }),
    new_report: () => written('lập Báo cáo quý III năm 2026', 1),
    report_view: () => ({
      row, head, sections, outline: 'Báo cáo định kỳ (theo đề cương của Sở Nội vụ)', signers: [[1, 'Trần Minh Khang, Chủ tịch'], [2, 'Lê Thị Hồng Vân, Phó Chủ tịch']], history,
      open: sections.filter((one) => one.writable && one.blocks.length === 0).map((one) => ({ section: one.key, sentence: `Mục ${one.key} còn trống.` })),
    }),
    keep_section: ({ section: key, blocks }) => {
      const one = sections.find((other) => other.key === key)
      const shown = new Map(sections.flatMap((other) => [...other.blocks, ...other.offers.flat()]).flatMap((block) => ('text' in block ? block.text : [])).flatMap((piece) => (piece.kind === 'figure' ? [[piece.id, piece.shown] as const] : [])))
      if (one) one.blocks = (blocks as Block[]).map((block) => ('text' in block ? { ...block, text: block.text.map((piece) => (piece.kind === 'figure' ? { ...piece, shown: shown.get(piece.id) ?? '…' } : piece.kind === 'citation' ? { ...piece, shown: 'Công văn số 2145/SNV-CCHC ngày 01/9/2026' } : piece)) } : block))
      return written(`viết mục ${key}`, 1)
    },
    keep_report_head: ({ head: next }) => { head = next; return written('sửa đầu văn bản', 1) },
    preview_pdf: preview, report_pdf: pdf, plan_pdf: pdf, chart_pdf: pdf, print_report: () => '/home/canbo/ban-in/Báo cáo quý III năm 2026.pdf', print_plan: () => '/home/canbo/ban-in/Phụ lục kế hoạch.pdf',
    save_report_figures: () => '/home/canbo/Tài liệu/bao-cao-quy-III-2026_DoiChieu.pdf',
    trace_figure: ({ chip }) => ({ section: '', before: '', shown: chip.shown ?? '…', after: '', name: chip.id, unit: '', window: '', as_of: '', source: 'Sổ tự đếm', formula: '', now: '', number: true }),
    save_report_pdf: () => '/home/canbo/Tài liệu/bao-cao-quy-III-2026.pdf', save_report_docx: () => '/home/canbo/Tài liệu/bao-cao-quy-III-2026.docx',
    submit_report: () => { row.state = 'submitted'; history.unshift('Đã trình ngày 10/08/2026; chữ, số và bản PDF được giữ nguyên.'); return written('trình Báo cáo quý III năm 2026', 1) },
    withdraw_report: () => { row.state = 'draft'; history.unshift('Đã rút lại ngày 10/08/2026.'); return written('rút lại báo cáo', 1) },
    issue_report: ({ draft }) => { row.state = 'issued'; row.number = draft.number ? `${draft.number}/BC-UBND` : ''; history.unshift('Đã phát hành.'); return written('ghi nhận đã phát hành', 1) },
  }
}
