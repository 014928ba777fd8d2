/**
 * The only door to the program: one function a command, typed by the bindings.
 *
 * Days are ISO strings. A refused command rejects with a `Failure`.
 */
import { invoke } from '@tauri-apps/api/core'
import type { AnnexForm } from './bindings/AnnexForm'
import type { AnnexKind } from './bindings/AnnexKind'
import type { AnswersDraft } from './bindings/AnswersDraft'
import type { AssignedForm } from './bindings/AssignedForm'
import type { AssignedView } from './bindings/AssignedView'
import type { BackAnswer } from './bindings/BackAnswer'
import type { BackProposal } from './bindings/BackProposal'
import type { BackupRow } from './bindings/BackupRow'
import type { Block } from './bindings/Block'
import type { ChartAsked } from './bindings/ChartAsked'
import type { CheckedFile } from './bindings/CheckedFile'
import type { ColumnMap } from './bindings/ColumnMap'
import type { ColumnsView } from './bindings/ColumnsView'
import type { Comparison } from './bindings/Comparison'
import type { Correction } from './bindings/Correction'
import type { DayOffForm } from './bindings/DayOffForm'
import type { DaysOffView } from './bindings/DaysOffView'
import type { Deadline } from './bindings/Deadline'
import type { DocumentForm } from './bindings/DocumentForm'
import type { FigureChip } from './bindings/FigureChip'
import type { FigureDraft } from './bindings/FigureDraft'
import type { FigureForm } from './bindings/FigureForm'
import type { FigureLawForm } from './bindings/FigureLawForm'
import type { FigureNote } from './bindings/FigureNote'
import type { FiguresDraft } from './bindings/FiguresDraft'
import type { FiguresView } from './bindings/FiguresView'
import type { FormColumns } from './bindings/FormColumns'
import type { FormDraft } from './bindings/FormDraft'
import type { FormFilled } from './bindings/FormFilled'
import type { FormView } from './bindings/FormView'
import type { FigureTie } from './bindings/FigureTie'
import type { FigureUnits } from './bindings/FigureUnits'
import type { FreshRows } from './bindings/FreshRows'
import type { GroupForm } from './bindings/GroupForm'
import type { IssueDraft } from './bindings/IssueDraft'
import type { MarkAnswer } from './bindings/MarkAnswer'
import type { MarkPlace } from './bindings/MarkPlace'
import type { NewOffice } from './bindings/NewOffice'
import type { NewReport } from './bindings/NewReport'
import type { OfficeForm } from './bindings/OfficeForm'
import type { OldPaper } from './bindings/OldPaper'
import type { OutlineDraft } from './bindings/OutlineDraft'
import type { OutlineForm } from './bindings/OutlineForm'
import type { OutlinesView } from './bindings/OutlinesView'
import type { OverviewView } from './bindings/OverviewView'
import type { PackAsked } from './bindings/PackAsked'
import type { PlanDifference } from './bindings/PlanDifference'
import type { PlanDraft } from './bindings/PlanDraft'
import type { PlanForm } from './bindings/PlanForm'
import type { PlanSource } from './bindings/PlanSource'
import type { PlanView } from './bindings/PlanView'
import type { ProgressDraft } from './bindings/ProgressDraft'
import type { RegisterView } from './bindings/RegisterView'
import type { ReportHead } from './bindings/ReportHead'
import type { ReportListView } from './bindings/ReportListView'
import type { ReportView } from './bindings/ReportView'
import type { RequestForm } from './bindings/RequestForm'
import type { Scope } from './bindings/Scope'
import type { SettingsView } from './bindings/SettingsView'
import type { SignerForm } from './bindings/SignerForm'
import type { StaleForm } from './bindings/StaleForm'
import type { StaleWordsView } from './bindings/StaleWordsView'
import type { StartView } from './bindings/StartView'
import type { StatisticsView } from './bindings/StatisticsView'
import type { TaskDraft } from './bindings/TaskDraft'
import type { TaskEdit } from './bindings/TaskEdit'
import type { TaskView } from './bindings/TaskView'
import type { TypedSection } from './bindings/TypedSection'
import type { UnitAnswers } from './bindings/UnitAnswers'
import type { UnitForm } from './bindings/UnitForm'
import type { UnitMerge } from './bindings/UnitMerge'
import type { UrgeView } from './bindings/UrgeView'
import type { WeeklyForm } from './bindings/WeeklyForm'
import type { Written } from './bindings/Written'

/** Why a command was refused: a code for the screen, a sentence for the officer. */
export interface Failure {
  code: string
  sentence: string
}

/** Anything thrown, as a failure with a sentence. */
export function asFailure(error: unknown): Failure {
  if (typeof error === 'object' && error !== null && 'sentence' in error && 'code' in error) {
    return { code: String(error.code), sentence: String(error.sentence) }
  }
  const words = error instanceof Error ? error.message : String(error)
  return { code: 'window', sentence: `Cửa sổ gặp lỗi của chính nó; sổ không đổi. Hãy đóng rồi mở lại chương trình. (${words})` }
}

type Day = string | null

export const start = () => invoke<StartView>('start')
export const createLedger = (office: NewOffice) => invoke<StartView>('create_ledger', { office })
export const openSample = () => invoke<StartView>('open_sample')
export const leaveSample = () => invoke<StartView>('leave_sample')

export const overview = (asOf: Day) => invoke<OverviewView>('overview', { asOf })
export const planView = (plan: number | null, asOf: Day) => invoke<PlanView>('plan_view', { plan, asOf })
export const taskView = (task: number, asOf: Day) => invoke<TaskView>('task_view', { task, asOf })

export const choosePlanFile = () => invoke<string | null>('choose_plan_file')
export const chooseReportFile = () => invoke<string | null>('choose_report_file')
export const readOldReport = (path: string) => invoke<OldPaper>('read_old_report', { path })
export const takeInReport = (path: string) => invoke<Written>('take_in_report', { path })
export const planInReport = (report: number) => invoke<PlanDraft>('plan_in_report', { report })
export const chooseReturnedFile = () => invoke<string | null>('choose_returned_file')
export const readReturned = (report: number, path: string) => invoke<BackProposal>('read_returned', { report, path })
export const acceptReturned = (report: number, path: string, answer: BackAnswer) =>
  invoke<Written>('accept_returned', { report, path, answer })
/** Reads a plan from a file or the clipboard; `columns` says what a table's columns hold where the program could not tell. */
export const readPlan = (source: PlanSource, columns: ColumnMap | null) => invoke<PlanDraft>('read_plan', { source, columns })
export const planColumns = (source: PlanSource) => invoke<ColumnsView>('plan_columns', { source })
/** A draft whose cells were mended, read anew: deadlines and doubts. */
export const lookAgain = (draft: PlanDraft) => invoke<PlanDraft>('look_again', { draft })
/** What the draft would change in a kept plan. */
export const planDifference = (plan: number, draft: PlanDraft) => invoke<PlanDifference>('plan_difference', { plan, draft })
/** Kế hoạch sửa đổi, bổ sung: in force from a day, dd/mm/yyyy; progress stays with its rows. */
export const amendPlan = (plan: number, draft: PlanDraft, from: string) => invoke<Written>('amend_plan', { plan, draft, from })
export const planForm = (plan: number) => invoke<PlanForm>('plan_form', { plan })
export const keepPlanForm = (form: PlanForm) => invoke<Written>('keep_plan_form', { form })
export const keepGroup = (form: GroupForm) => invoke<Written>('keep_group', { form })
export const removeGroup = (plan: number, group: number) => invoke<Written>('remove_group', { plan, group })
export const keepPlan = (draft: PlanDraft) => invoke<Written>('keep_plan', { draft })

export const addTask = (plan: number, group: number, after: number | null, draft: TaskDraft) =>
  invoke<Written>('add_task', { plan, group, after, draft })
export const editTask = (task: number, draft: TaskDraft) => invoke<Written>('edit_task', { task, draft })
export const moveTask = (task: number, group: number, after: number | null) => invoke<Written>('move_task', { task, group, after })
export const removeTask = (task: number) => invoke<Written>('remove_task', { task })
/** Several rows written and added at once: what is pasted, filled down, cleared. */
export const writeCells = (plan: number, edits: TaskEdit[], fresh: FreshRows | null) => invoke<Written>('write_cells', { plan, edits, fresh })
export const removeTasks = (tasks: number[]) => invoke<Written>('remove_tasks', { tasks })
export const readDeadline = (words: string, plan: number | null, event: string | null) => invoke<Deadline>('read_deadline', { words, plan, event })
export const recordProgress = (draft: ProgressDraft) => invoke<Written>('record_progress', { draft })

export const statistics = (plan: number, scope: Scope, asOf: Day, from: Day, to: Day) =>
  invoke<StatisticsView>('statistics', { plan, scope, asOf, from, to })
export const assignedView = (level: 'above' | 'own', asOf: Day, from: Day) => invoke<AssignedView>('assigned_view', { level, asOf, from })
export const keepAssigned = (form: AssignedForm) => invoke<Written>('keep_assigned', { form })

export const registerView = () => invoke<RegisterView>('register_view')
export const keepDocument = (form: DocumentForm) => invoke<Written>('keep_document', { form })
export const removeDocument = (document: number) => invoke<Written>('remove_document', { document })
/** Keeps a copy of a file with a document; without a path the program asks. Answers nothing when the officer cancelled. */
export const attachFile = (document: number, path: string | null) => invoke<Written | null>('attach_file', { document, path })
export const removeFile = (file: number) => invoke<Written>('remove_file', { file })
/** Opens a kept file in the system's own program. */
export const openKeptFile = (file: number) => invoke<null>('open_kept_file', { file })

/** What is late or due within so many days, by unit. */
export const urgeView = (asOf: Day, within: number) => invoke<UrgeView>('urge_view', { asOf, within })
export const saveUrgeList = (asOf: Day, within: number) => invoke<string | null>('save_urge_list', { asOf, within })
export const saveUrgeLetter = (asOf: Day, within: number) => invoke<string | null>('save_urge_letter', { asOf, within })
export const saveUrgeLetterDocx = (asOf: Day, within: number) => invoke<string | null>('save_urge_letter_docx', { asOf, within })

/** Kept files by number and their list in a folder; answers it, and how much is still missing. */
export const saveEvidencePack = (asked: PackAsked) => invoke<[string, number] | null>('save_evidence_pack', { asked })

export const unitAnswers = () => invoke<UnitAnswers[]>('unit_answers')
/** Answers the folder with a workbook for each unit. */
export const saveUnitWorkbooks = () => invoke<string | null>('save_unit_workbooks')
export const chooseAnswers = () => invoke<string | null>('choose_answers')
export const readAnswers = (path: string) => invoke<AnswersDraft>('read_answers', { path })
export const keepAnswers = (draft: AnswersDraft) => invoke<Written>('keep_answers', { draft })

/** `only`: that change, and nothing when another one is the latest. */
export const undo = (only: number | null = null) => invoke<Written>('undo', { only })
export const undoOlder = () => invoke<Written>('undo_older')
export const redo = () => invoke<Written>('redo')

export const reportList = () => invoke<ReportListView>('report_list')
/** Begins a report; without a set, from the outline for its kind. */
export const newReport = (draft: NewReport, outline: string | null = null) => invoke<Written>('new_report', { draft, outline })
export const reportView = (report: number) => invoke<ReportView>('report_view', { report })
export const keepSection = (report: number, section: string, blocks: Block[]) =>
  invoke<Written>('keep_section', { report, section, blocks })
export const addAnnex = (report: number, kind: AnnexKind, title: string, section: string | null) =>
  invoke<Written>('add_annex', { report, kind, title, section })
export const keepAnnex = (report: number, annex: string, form: AnnexForm) => invoke<Written>('keep_annex', { report, annex, form })
export const moveAnnex = (report: number, annex: string, up: boolean) => invoke<Written>('move_annex', { report, annex, up })
export const removeAnnex = (report: number, annex: string) => invoke<Written>('remove_annex', { report, annex })
export const citeAnnex = (report: number, annex: string, section: string) => invoke<Written>('cite_annex', { report, annex, section })
export const keepReportHead = (report: number, head: ReportHead) => invoke<Written>('keep_report_head', { report, head })
/** The head's length (four bytes, least first), the head as JSON (`PreviewHead`), the PDF. */
export const previewPdf = (report: number, typed: TypedSection[], turn: number) =>
  invoke<ArrayBuffer>('preview_pdf', { report, typed, turn })
export const reportPdf = (report: number) => invoke<ArrayBuffer>('report_pdf', { report })
export const printReport = (report: number) => invoke<string>('print_report', { report })
export const planPdf = (plan: number, progress: boolean) => invoke<ArrayBuffer>('plan_pdf', { plan, progress })
export const printPlan = (plan: number, progress: boolean) => invoke<string>('print_plan', { plan, progress })
export const chartPdf = (asked: ChartAsked) => invoke<ArrayBuffer>('chart_pdf', { asked })
export const printChart = (asked: ChartAsked) => invoke<string>('print_chart', { asked })
export const saveChartPdf = (asked: ChartAsked) => invoke<string | null>('save_chart_pdf', { asked })
export const saveChartDocx = (asked: ChartAsked) => invoke<string | null>('save_chart_docx', { asked })
export const saveReportPdf = (report: number, path: string | null) => invoke<string | null>('save_report_pdf', { report, path })
export const newReportFromLast = (draft: NewReport, source: number) => invoke<Written>('new_report_from_last', { draft, source })
export const answerMarks = (report: number, places: MarkPlace[], answer: MarkAnswer) => invoke<Written>('answer_marks', { report, places, answer })
export const compareWithLast = (report: number) => invoke<Comparison>('compare_with_last', { report })
export const saveComparisonPdf = (report: number, path: string | null) => invoke<string | null>('save_comparison_pdf', { report, path })
export const traceFigure = (report: number, chip: FigureChip) => invoke<FigureTie>('trace_figure', { report, chip })
export const saveReportFigures = (report: number, path: string | null) => invoke<string | null>('save_report_figures', { report, path })
export const saveReportDocx = (report: number, path: string | null) => invoke<string | null>('save_report_docx', { report, path })
export const savePlanPdf = (plan: number, progress: boolean, path: string | null) =>
  invoke<string | null>('save_plan_pdf', { plan, progress, path })
export const savePlanXlsx = (plan: number, progress: boolean, path: string | null) =>
  invoke<string | null>('save_plan_xlsx', { plan, progress, path })
export const savePlanDocx = (plan: number, progress: boolean, path: string | null) =>
  invoke<string | null>('save_plan_docx', { plan, progress, path })
export const openPath = (path: string) => invoke<null>('open_path', { path })
/** `reason`: why it goes up though something is open. */
export const submitReport = (report: number, reason: string) => invoke<Written>('submit_report', { report, reason })
export const withdrawReport = (report: number) => invoke<Written>('withdraw_report', { report })
export const replaceReport = (report: number) => invoke<Written>('replace_report', { report })
export const correctReport = (report: number, corrections: Correction[]) => invoke<Written>('correct_report', { report, corrections })
export const chooseForm = () => invoke<string | null>('choose_form')
/** A form lies in a file, by its path, or is kept with a document, by its id. */
/** `words`: by the place of a table, the column with the words of its rows, where the officer chose it. */
export const readForm = (form: string | number, from: string, to: string, asOf: string, said: FormColumns[] = []) => invoke<FormView>('read_form', { form, from, to, asOf, said })
export const fillForm = (form: string | number, draft: FormDraft) => invoke<[string, FormFilled] | null>('fill_form', { form, draft })
export const requestForm = (document: number) => invoke<RequestForm>('request_form', { document })
export const keepRequest = (form: RequestForm) => invoke<Written>('keep_request', { form })
export const dropRequest = (document: number) => invoke<Written>('drop_request', { document })
/** `source`: the earlier report it begins from; without one, from the outline. */
export const answerRequest = (document: number, source: number | null, appendix: boolean) => invoke<Written>('answer_request', { document, source, appendix })
export const chooseCheckedFile = () => invoke<string | null>('choose_checked_file')
/** Is a PDF one of this ledger's, signed, or changed since? */
export const checkFile = (path: string) => invoke<CheckedFile>('check_file', { path })
export const chooseSignedFile = () => invoke<string | null>('choose_signed_file')
export const issueReport = (report: number, draft: IssueDraft) => invoke<Written>('issue_report', { report, draft })

export const settingsView = () => invoke<SettingsView>('settings_view')
export const keepOffice = (office: OfficeForm) => invoke<Written>('keep_office', { office })
export const keepSigner = (signer: SignerForm) => invoke<Written>('keep_signer', { signer })
export const keepRecipients = (recipients: string[]) => invoke<Written>('keep_recipients', { recipients })
export const keepUnit = (unit: UnitForm) => invoke<Written>('keep_unit', { unit })
/** Spellings of the plans that mean one unit, as other names of it. */
export const mergeUnits = (merge: UnitMerge) => invoke<Written>('merge_units', { merge })
/** Spellings that are not one unit: not proposed again. */
export const keepUnitsApart = (names: string[]) => invoke<Written>('keep_units_apart', { names })
export const weeklyView = () => invoke<WeeklyForm>('weekly_view')
export const keepWeekly = (form: WeeklyForm) => invoke<WeeklyForm>('keep_weekly', { form })
/** The days of a year that are not as their weekday. */
export const daysOffView = (year: number) => invoke<DaysOffView>('days_off_view', { year })
/** A day added to the table, or changed; working-day deadlines are counted again. */
export const keepDayOff = (form: DayOffForm) => invoke<Written>('keep_day_off', { form })
/** A day taken out of the table, or back as it ships. */
export const dropDayOff = (day: string) => invoke<Written>('drop_day_off', { day })
/** Words to be looked at in a text that is carried over from an earlier report. */
export const staleWordsView = () => invoke<StaleWordsView>('stale_words_view')
/** An entry, new (`was` is empty) or changed. */
export const keepStaleWords = (form: StaleForm) => invoke<Written>('keep_stale_words', { form })
/** An entry taken out, or back as it ships. */
export const dropStaleWords = (words: string) => invoke<Written>('drop_stale_words', { words })
export const outlinesView = () => invoke<OutlinesView>('outlines_view')
/** An outline, new (its set is empty) or changed; numbers follow the places of its sections. */
export const keepOutline = (form: OutlineForm) => invoke<Written>('keep_outline', { form })
export const copyOutline = (set: string) => invoke<Written>('copy_outline', { set })
/** One of the office's own is taken out; one that ships becomes as it ships. */
export const dropOutline = (set: string) => invoke<Written>('drop_outline', { set })
/** The program's newer version of an outline, taken or left. */
export const renewOutline = (set: string, take: boolean) => invoke<Written>('renew_outline', { set, take })
/** The outline an earlier report follows; nothing is kept yet. */
export const readOutline = (path: string) => invoke<OutlineDraft>('read_outline', { path })
export const backUpNow = () => invoke<BackupRow>('back_up_now')

/** The sheet of a window; without one that of the report in hand, without a day that of the report. */
export const figuresView = (from: Day, to: Day, asOf: Day) => invoke<FiguresView>('figures_view', { from, to, asOf })
/** Values told, changed, taken out (an empty one), in one change. */
export const keepFigureValues = (drafts: FigureDraft[]) => invoke<Written>('keep_figure_values', { drafts })
export const explainFigures = (note: FigureNote) => invoke<Written>('explain_figures', { note })
export const chooseFigures = () => invoke<string | null>('choose_figures')
/** What a workbook says; nothing is kept yet. Without days the workbook must say its window. */
export const readFigures = (path: string, from: Day, to: Day) => invoke<FiguresDraft>('read_figures', { path, from, to })
/** What was copied out of a sheet, from a figure on down. */
export const pasteFigures = (text: string, figure: string, from: string, to: string) => invoke<FiguresDraft>('paste_figures', { text, figure, from, to })
export const keepFiguresDraft = (draft: FiguresDraft) => invoke<Written>('keep_figures_draft', { draft })
export const saveFiguresXlsx = (from: string, to: string, asOf: Day, unit: number | null) => invoke<string | null>('save_figures_xlsx', { from, to, asOf, unit })
export const askFigureUnits = (asked: FigureUnits) => invoke<Written>('ask_figure_units', { asked })
export const keepFigure = (form: FigureForm) => invoke<Written>('keep_figure', { form })
export const dropFigure = (figure: string) => invoke<Written>('drop_figure', { figure })
export const keepFigureLaw = (form: FigureLawForm) => invoke<Written>('keep_figure_law', { form })
export const dropFigureLaw = (law: string) => invoke<Written>('drop_figure_law', { law })
/** The program's newer set of figures, taken or left. */
export const renewFigures = (take: boolean) => invoke<Written>('renew_figures', { take })
