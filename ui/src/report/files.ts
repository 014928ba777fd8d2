/** What leaves a report for a file or a printer, and what comes back from one. The text is kept first. */
import * as api from '../api'
import type { BackProposal } from '../bindings/BackProposal'
import type { FormView } from '../bindings/FormView'
import type { ReportHead } from '../bindings/ReportHead'
import { ask, desk } from '../desk.svelte'
import { printReport, printReportHere } from '../print/print'
import { keepAll } from './unsaved'

/** A form that was read: its path, or the id it is kept by, and its rows. */
export interface ReadForm {
  form: string | number
  view: FormView
}

async function saved(work: () => Promise<string | null>, busy: string): Promise<void> {
  if (!(await keepAll())) return
  const path = await ask(work, busy)
  if (path) desk.said = `Đã lưu vào ${path}`
}

export const savePdf = (report: number): Promise<void> => saved(() => api.saveReportPdf(report, null), 'Đang dàn trang…')
export const saveWord = (report: number): Promise<void> => saved(() => api.saveReportDocx(report, null), 'Đang lưu ra Word…')
/** Bảng đối chiếu số liệu. */
export const saveFigures = (report: number): Promise<void> => saved(() => api.saveReportFigures(report, null), 'Đang dàn trang…')

/** Prints: by the computer's own reader of PDF files, or in the window. */
export async function print(report: number, here: boolean): Promise<void> {
  if (await keepAll()) await (here ? printReportHere(report) : printReport(report))
}

/** Says of a PDF whether it is this ledger's, signed, or changed since. */
export async function checkPdf(): Promise<void> {
  const busy = 'Đang kiểm tra tệp…'
  const path = await ask(api.chooseCheckedFile, 'Đang chọn tệp…')
  const checked = path ? await ask(() => api.checkFile(path), busy) : undefined
  if (path && checked) desk.notice = { sentences: [`${path.split(/[\\/]/).pop() ?? path}: ${checked.sentence}`], good: checked.sound, of: busy }
}

/** A file that leaders edited, beside the report; nothing when the officer cancelled or it was refused. */
export async function returned(report: number): Promise<{ path: string; proposal: BackProposal } | null> {
  if (!(await keepAll())) return null
  const path = await ask(api.chooseReturnedFile, 'Đang chọn tệp…')
  const proposal = path ? await ask(() => api.readReturned(report, path), 'Đang so bản sửa với báo cáo…') : undefined
  return path && proposal ? { path, proposal } : null
}

/** The form of the office above with the figures of a report's window: one that is kept, or one that is chosen. */
export async function readForm(head: ReportHead, kept: number | null): Promise<ReadForm | null> {
  if (!(await keepAll())) return null
  const form = kept ?? (await ask(api.chooseForm, 'Đang chọn biểu…'))
  if (form == null) return null
  const view = await ask(() => api.readForm(form, head.from, head.to, head.as_of), 'Đang đọc biểu…')
  return view ? { form, view } : null
}
