/** Stands in for the program: `window.__TAURI_INTERNALS__` over an invented ledger. Never built in. */
import type { StartView } from '../src/bindings/StartView'
import { screenDay } from '../src/shared/days'
import { assigned, assignedView } from './assigned'
import { importDraft } from './import-data'
import { book, groupsOf, PLAN, planView, rowOf, statisticsView, TODAY, type Task } from './ledger'
import { readWords } from './deadline'
import { figuresView, keepFigures } from './figures'
import { register } from './register'
import { reports } from './reports'
import { daysOff, outlines, settings } from './settings'

type Args = Record<string, any>
const asks = new URLSearchParams(location.search)
const folder = '/home/canbo/.local/share/vn.socchc.desktop'
const open: StartView = { phase: 'open', folder, today: TODAY, office: 'UBND xã Lam Khê', sample: true, clock: null }
const find = (id: number) => book.tasks.find((task) => task.id === id) as Task

export function written(summary: string, thing: number | null, back: () => void = () => {}) {
  book.undo.push({ words: summary, back })
  const now = new Date()
  return { change: book.next++, summary, moment: `${TODAY}T${now.toTimeString().slice(0, 8)}`, thing, warnings: [] }
}

const weekly = { weekday: null }
const commands: Record<string, (args: Args) => unknown> = {
  start: () => {
    if (asks.has('first')) return { phase: 'first', folder, today: TODAY }
    if (asks.has('refused')) return { phase: 'refused', folder, note: { code: 'ledger-damaged', sentence: 'Tệp sổ bị hỏng nên không mở; chương trình không sửa gì trong đó. Hãy chép lại từ bản sao lưu gần nhất đã mở thử.' }, copies: settings().backups }
    return open
  },
  create_ledger: ({ office }) => ({ ...open, sample: false, office: `UBND ${office.level.toLowerCase()} ${office.name}` }),
  open_sample: () => open,
  leave_sample: () => ({ phase: 'first', folder, today: TODAY }),
  overview: ({ asOf }) => {
    const view = planView(asOf ?? TODAY)
    const due = view.tasks.flatMap((row) => {
      const last = row.deadline.kind === 'recurring' ? (row.deadline.occurrences.find((one) => one.last >= '2026-07-01')?.last ?? '') : (row.deadline.last ?? '')
      const days = Math.round((Date.parse(last) - Date.parse(view.as_of)) / 86_400_000)
      return ['overdue', 'in-progress', 'not-started'].includes(row.state) && last && days <= 14 ? [{ id: row.id, assigned: false, tt: row.tt, content: row.content, last, days }] : []
    }).sort((a, b) => a.days - b.days)
    const given = (level: string) => assignedView(level, view.as_of, '2026-01-01').counts
    return { as_of: view.as_of, office: open.phase === 'open' ? open.office : '', plan: view.plan, statistics: view.plan && statisticsView(view.as_of), due,
      assigned_above: given('above'), assigned_own: given('own'),
      report: { id: 1, title: 'Báo cáo quý III năm 2026', kind: 'quarterly', period: '2026-Q3', window_last: '2026-09-14', days: 35, written: 9, sections: 24 },
      backup: settings().backups[0] ?? null, undo: book.undo.at(-1)?.words ?? null }
  },
  figures_view: () => figuresView(),
  keep_figure_values: ({ drafts }) => {
    keepFigures(drafts)
    return written('Ghi số liệu', null)
  },
  statistics: ({ asOf }) => statisticsView(asOf ?? TODAY),
  plan_view: ({ asOf }) => planView(asOf ?? TODAY),
  task_view: ({ task, asOf }) => {
    const one = find(task)
    const row = rowOf(one, asOf ?? TODAY)
    return { row, group_name: groupsOf([])[one.group - 1] ? `${groupsOf([])[one.group - 1]?.roman}. ${groupsOf([])[one.group - 1]?.name}` : '', history: one.history,
      occurrences: row.deadline.occurrences.map((span, at) => ({ id: one.id * 100 + at, ...span, state: span.last < TODAY ? 'done-on-time' : 'not-started' })) }
  },
  choose_report_file: () => '/home/canbo/Tài liệu/bc-cchc-2025.docx',
  read_old_report: () => ({
    name: 'BÁO CÁO', subject: 'Kết quả công tác cải cách hành chính năm 2025', headings: 18, paragraphs: 96, tables: 1,
    found: { agency: 'Ủy ban nhân dân xã Lam Khê', level: 'Xã', name: 'Lam Khê', place: 'Lam Khê', symbol: 'BC-UBND', number: '', signer: 'Trần Minh Khang', signer_office: 'Chủ tịch', drafting: 'VHXH', addressees: ['Sở Nội vụ'], recipients: ['Như trên', 'Lưu: VT, VHXH'] },
    mended: [
      { where: 'Nơi nhận', was: 'Lưu: VP', now: 'Lưu: VT, VP', why: 'Bản lưu do văn thư giữ, nên dòng cuối là Lưu: VT rồi đến đơn vị soạn.' },
      { where: 'Quyền hạn, chức vụ', was: 'CHỦ TỊCH', now: 'TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH', why: 'Ủy ban nhân dân ký văn bản thay mặt tập thể.' },
    ],
  }),
  take_in_report: () => written('Nhập báo cáo năm 2025', 1),
  plan_in_report: () => importDraft(),
  choose_plan_file: () => '/home/canbo/Tải về/phu-luc-ke-hoach.docx',
  read_plan: () => importDraft(),
  look_again: ({ draft }) => draft,
  keep_plan: ({ draft }) => written(`ghi ${draft.rows.length} nhiệm vụ vào sổ`, PLAN.id),
  read_deadline: ({ words }) => readWords(words),
  add_task: ({ group, after, draft }) => {
    const task: Task = { id: book.next++, group, words: draft, history: [], state: 'not-started', day: '', gone: false }
    book.tasks.splice(after === null ? 0 : book.tasks.findIndex((one) => one.id === after) + 1, 0, task)
    return written(`thêm nhiệm vụ TT ${draft.tt}`, task.id, () => (task.gone = true))
  },
  edit_task: ({ task, draft }) => {
    const one = find(task)
    const before = one.words
    one.words = { ...draft, own_day: draft.own_day ?? before.own_day }
    return written(`sửa nhiệm vụ TT ${draft.tt}`, task, () => (one.words = before))
  },
  move_task: ({ task, group, after }) => {
    const one = find(task)
    book.tasks.splice(book.tasks.indexOf(one), 1)
    one.group = group
    book.tasks.splice(after === null ? 0 : book.tasks.findIndex((other) => other.id === after) + 1, 0, one)
    return written(`chuyển chỗ TT ${one.words.tt}`, task)
  },
  remove_task: ({ task }) => {
    find(task).gone = true
    return written(`bỏ nhiệm vụ TT ${find(task).words.tt}`, task, () => (find(task).gone = false))
  },
  remove_tasks: ({ tasks }) => {
    const gone = (tasks as number[]).map(find)
    for (const task of gone) task.gone = true
    return written(`bỏ ${gone.length} nhiệm vụ`, null, () => { for (const task of gone) task.gone = false })
  },
  write_cells: ({ edits, fresh }) => {
    const before = (edits as { task: number }[]).map(({ task }) => [find(task), find(task).words] as const)
    for (const { task, draft } of edits) {
      if (draft.content === '') throw { code: 'required', sentence: 'Nội dung công việc còn trống.' }
      find(task).words = draft
    }
    const added: Task[] = ((fresh?.rows ?? []) as Task['words'][]).map((words) => ({ id: book.next++, group: fresh.group, words, history: [], state: 'not-started', day: '', gone: false }))
    if (fresh) book.tasks.splice(fresh.after === null ? 0 : book.tasks.findIndex((one) => one.id === fresh.after) + 1, 0, ...added)
    return written(`ghi ${edits.length} dòng${added.length > 0 ? `, thêm ${added.length} nhiệm vụ` : ''}`, added[0]?.id ?? null, () => {
      for (const [task, words] of before) task.words = words
      for (const task of added) task.gone = true
    })
  },
  record_progress: ({ draft }) => {
    for (const id of draft.tasks as number[]) {
      const one = find(id)
      for (const entry of one.history) if (draft.corrects !== null && entry.entry === draft.corrects) entry.superseded = true
      one.history = [{ entry: book.next++, day: draft.day, moment: `${TODAY}T10:05:00`, person: 'Phạm Thu Hà', kind: draft.state, sentence: `Ngày ${screenDay(draft.day)}: ${{ done: 'hoàn thành', stopped: 'không thực hiện', extended: 'được gia hạn' }[draft.state as string] ?? 'đang thực hiện'}.`, note: draft.note, evidence: draft.evidence, reason: '', new_last: null, percent: null, counts: true, occurrence: null, unit: draft.unit, documents: draft.documents, superseded: false }, ...one.history]
    }
    return written(`ghi tiến độ TT ${(draft.tasks as number[]).map((id) => find(id).words.tt).join(', ')}`, draft.tasks[0], () => { for (const id of draft.tasks as number[]) find(id).history.shift() })
  },
  undo: () => {
    const last = book.undo.pop()
    if (!last) throw { code: 'nothing-to-undo', sentence: 'Không còn việc nào để trả lại.' }
    last.back()
    return { change: book.next++, summary: `Đã trả lại như trước khi ${last.words}`, moment: `${TODAY}T10:06:00`, thing: null, warnings: [] }
  },
  undo_older: () => commands.undo?.({}),
  redo: () => { throw { code: 'nothing-to-undo', sentence: 'Không còn việc nào để trả lại.' } },
  save_chart_pdf: () => '/home/canbo/Tài liệu/bieu-do.pdf',
  save_chart_docx: () => '/home/canbo/Tài liệu/bieu-do.docx',
  print_chart: () => '/home/canbo/ban-in/bieu-do.pdf',
  save_plan_pdf: () => '/home/canbo/Tài liệu/phu-luc.pdf',
  open_path: () => null,
  settings_view: () => settings(),
  weekly_view: () => weekly,
  keep_weekly: ({ form }) => Object.assign(weekly, form),
  outlines_view: () => outlines(),
  keep_outline: ({ form }) => written(`Sửa đề cương “${form.name}”`, 1), copy_outline: () => written('Nhân bản đề cương', 1), drop_outline: () => written('Bỏ đề cương', 1), renew_outline: () => written('Lấy bản mới của đề cương', 1),
  read_outline: () => ({ form: { ...outlines().outlines[0]?.form, set: '', kinds: [] }, notes: ['“quý II” thành {kỳ sau}'], below: [] }),
  days_off_view: ({ year }) => daysOff(year),
  back_up_now: () => settings().backups[0],
  ...reports(written),
  ...register(written),
  ...assigned(written),
}
for (const name of ['keep_office', 'keep_signer', 'keep_recipients', 'keep_unit', 'merge_units', 'keep_units_apart', 'keep_day_off', 'drop_day_off']) commands[name] = () => written('sửa cài đặt', null)

Object.assign(window, {
  __TAURI_INTERNALS__: {
    invoke: async (name: string, args: Args = {}) => {
      if (asks.has('slow')) await new Promise((next) => setTimeout(next, 900))
      const command = commands[name]
      if (!command) throw { code: 'fault', sentence: `Mẫu thử không có lệnh ${name}.` }
      const answer = command(args)
      return answer instanceof Promise ? answer : structuredClone(answer)
    },
    transformCallback: () => 0,
  },
})
