//! Báo cáo: the list, the editor, the page, and what becomes of it.

use crate::face;
use crate::failure::Answer;
use crate::files::{self, Paper};
use crate::print;
use crate::state::{Desk, work};
use ledger::faces::Printed;
use ledger::paper::{Block, Document};
use ledger::view::{
    CheckedFile, Comparison, Correction, Id, IssueDraft, MarkAnswer, MarkPlace, NewReport, PreviewHead, PreviewPage, ReportHead, ReportListView,
    ReportView, TypedSection, Written,
};
use ledger::{Error, Ledger, Problem, Stamp, word};
use std::path::{Path, PathBuf};
use tauri::ipc::Response;
use tauri::{AppHandle, State};

/// The list, and what could be begun.
#[tauri::command]
pub(crate) async fn report_list(desk: State<'_, Desk>) -> Answer<ReportListView> {
    desk.read(|ledger, stamp| ledger.report_list(stamp.today())).await
}

/// Begins a report, from an outline or from the one for its kind.
#[tauri::command]
pub(crate) async fn new_report(desk: State<'_, Desk>, draft: NewReport, outline: Option<String>) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.new_report_from(&draft, outline.as_deref(), stamp)).await
}

/// Lập từ báo cáo kỳ trước.
#[tauri::command]
pub(crate) async fn new_report_from_last(desk: State<'_, Desk>, draft: NewReport, source: Id) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.new_report_from_last(&draft, source, stamp)).await
}

/// What the officer says of marks.
#[tauri::command]
pub(crate) async fn answer_marks(desk: State<'_, Desk>, report: Id, places: Vec<MarkPlace>, answer: MarkAnswer) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.answer_marks(report, &places, &answer, stamp)).await
}

/// The report beside the one it was begun from.
#[tauri::command]
pub(crate) async fn compare_with_last(desk: State<'_, Desk>, report: Id) -> Answer<Comparison> {
    desk.read(move |ledger, _| ledger.compare_with_last(report)).await
}

/// The same as a PDF; answers where it lies, or nothing when the officer cancelled.
#[tauri::command]
pub(crate) async fn save_comparison_pdf(app: AppHandle, desk: State<'_, Desk>, report: Id, path: Option<PathBuf>) -> Answer<Option<PathBuf>> {
    let read = move |ledger: &Ledger, _: &Stamp| Ok((format!("SoSanh_{}", ledger.report_file_name(report)?), ledger.comparison_document(report)?));
    let (name, document) = desk.read(read).await?;
    let Some(place) = files::ask_place(app, &desk, path, &name, Paper::Pdf).await? else { return Ok(None) };
    work(move || ledger::write_whole(&place, &face::print(&document, false)?.pdf).map(|()| Some(place))).await
}

/// The editor.
#[tauri::command]
pub(crate) async fn report_view(desk: State<'_, Desk>, report: Id) -> Answer<ReportView> {
    desk.read(move |ledger, stamp| ledger.report_view_on(report, stamp.today())).await
}

/// The text of one section.
#[tauri::command]
pub(crate) async fn keep_section(desk: State<'_, Desk>, report: Id, section: String, blocks: Vec<Block>) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_section(report, &section, blocks, stamp)).await
}

/// What stands around the text.
#[tauri::command]
pub(crate) async fn keep_report_head(desk: State<'_, Desk>, report: Id, head: ReportHead) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_report_head(report, &head, stamp)).await
}

/// The page as a PDF, for the screen, with what is still being typed in its place; one that a newer
/// turn has overtaken is refused as outdated.
#[tauri::command]
pub(crate) async fn preview_pdf(desk: State<'_, Desk>, report: Id, typed: Vec<TypedSection>, turn: u64) -> Answer<Response> {
    let turn = desk.turns.take(turn);
    let sheets = desk.read(move |ledger, _| Sheets::of(ledger, report, &typed)).await?;
    turn.still_wanted()?;
    let shown = work(move || sheets.shown()).await?;
    turn.still_wanted()?;
    Ok(Response::new(shown))
}

/// The kept page as a PDF, for the program's own print dialog.
#[tauri::command]
pub(crate) async fn report_pdf(desk: State<'_, Desk>, report: Id) -> Answer<Response> {
    let sheets = desk.read(move |ledger, _| Sheets::of(ledger, report, &[])).await?;
    work(move || sheets.pdf()).await.map(Response::new)
}

/// In: a copy of the page in the system's reader; answers where it lies.
#[tauri::command]
pub(crate) async fn print_report(desk: State<'_, Desk>, report: Id) -> Answer<PathBuf> {
    let (name, sheets) = desk.read(move |ledger, _| Ok((ledger.report_file_name(report)?, Sheets::of(ledger, report, &[])?))).await?;
    let pdf = work(move || sheets.pdf()).await?;
    print::hand_over(&desk, name, pdf).await
}

/// The PDF as a file; answers where it lies, or nothing when the officer cancelled.
#[tauri::command]
pub(crate) async fn save_report_pdf(app: AppHandle, desk: State<'_, Desk>, report: Id, path: Option<PathBuf>) -> Answer<Option<PathBuf>> {
    save(app, &desk, report, path, Paper::Pdf).await
}

/// The same as a Word file.
#[tauri::command]
pub(crate) async fn save_report_docx(app: AppHandle, desk: State<'_, Desk>, report: Id, path: Option<PathBuf>) -> Answer<Option<PathBuf>> {
    save(app, &desk, report, path, Paper::Word).await
}

/// Trình: freezes the text, the figures and the very PDF that goes up; `reason`: why, though points are open.
#[tauri::command]
pub(crate) async fn submit_report(desk: State<'_, Desk>, report: Id, reason: String) -> Answer<Written> {
    let sheets = desk.read(move |ledger, _| Sheets::of(ledger, report, &[])).await?;
    let (sheets, printed) = work(move || sheets.printed().map(|printed| (sheets, printed))).await?;
    desk.write(move |ledger, stamp| ledger.submit_report_with(report, &sheets.document, &printed.face, &printed.pdf, &reason, stamp)).await
}

/// Rút lại: begins a new draft.
#[tauri::command]
pub(crate) async fn withdraw_report(desk: State<'_, Desk>, report: Id) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.withdraw_report(report, stamp)).await
}

/// Ghi nhận đã phát hành.
#[tauri::command]
pub(crate) async fn issue_report(desk: State<'_, Desk>, report: Id, draft: IssueDraft) -> Answer<Written> {
    let signed = draft.signed.as_deref().map(str::trim).filter(|path| !path.is_empty()).map(PathBuf::from);
    let mut written = desk.write(move |ledger, stamp| ledger.issue_report(report, &draft, stamp)).await?;
    if let Some(signed) = signed {
        let papers = desk.read(|ledger, _| ledger.papers()).await?;
        written.warnings.extend(work(move || papers.signed_doubt(report, &read_file(&signed)?, face::own)).await?);
    }
    Ok(written)
}

/// Asks for the PDF that came back signed.
#[tauri::command]
pub(crate) async fn choose_signed_file(app: AppHandle, desk: State<'_, Desk>) -> Answer<Option<PathBuf>> {
    files::ask(app, &desk, files::Asked::Signed).await
}

/// Asks for a PDF to be looked at.
#[tauri::command]
pub(crate) async fn choose_checked_file(app: AppHandle, desk: State<'_, Desk>) -> Answer<Option<PathBuf>> {
    files::ask(app, &desk, files::Asked::Checked).await
}

/// Is a file one of ours, signed, or changed since?
#[tauri::command]
pub(crate) async fn check_file(desk: State<'_, Desk>, path: PathBuf) -> Answer<CheckedFile> {
    let papers = desk.read(|ledger, _| ledger.papers()).await?;
    work(move || Ok(papers.verify(&read_file(&path)?, face::own)?.shown())).await
}

fn read_file(path: &Path) -> ledger::Result<Vec<u8>> {
    std::fs::read(path).map_err(|_| Problem::FileUnreadable(path.display().to_string()).into())
}

/// Lập báo cáo thay thế.
#[tauri::command]
pub(crate) async fn replace_report(desk: State<'_, Desk>, report: Id) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.replace_report(report, stamp)).await
}

/// Công văn đính chính.
#[tauri::command]
pub(crate) async fn correct_report(desk: State<'_, Desk>, report: Id, corrections: Vec<Correction>) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.correct_report(report, &corrections, stamp)).await
}

/// What a report's pages are made of.
struct Sheets {
    document: Document,
    signature_field: bool,
    /// The very bytes that were sent for signing.
    frozen: Option<Vec<u8>>,
}

impl Sheets {
    fn of(ledger: &Ledger, report: Id, typed: &[TypedSection]) -> ledger::Result<Sheets> {
        Ok(Sheets {
            document: ledger.preview_document(report, typed)?,
            signature_field: ledger.signature_field(report)?,
            frozen: ledger.frozen_pdf(report)?,
        })
    }

    fn printed(&self) -> ledger::Result<Printed> {
        face::print(&self.document, self.signature_field)
    }

    fn pdf(self) -> ledger::Result<Vec<u8>> {
        match self.frozen {
            Some(pdf) => Ok(pdf),
            None => Ok(self.printed()?.pdf),
        }
    }

    /// The same bytes, behind a head that says which pages changed: four bytes of its length (least
    /// first), the head as JSON, the PDF.
    fn shown(self) -> ledger::Result<Vec<u8>> {
        // What was sent for signing says itself what it is set in.
        let frozen = |pdf| Printed { pdf, pages: Vec::new(), face: String::new(), note: None };
        let Printed { pdf, pages, face, note } = match self.frozen {
            Some(pdf) => frozen(pdf),
            None => self.printed()?,
        };
        let head = PreviewHead { pages: pages.iter().map(PreviewPage::from).collect(), face, note };
        let head = serde_json::to_vec(&head).map_err(|error| Error::Fault(error.to_string()))?;
        let length = u32::try_from(head.len()).unwrap_or(u32::MAX).to_le_bytes();
        Ok([&length[..], &head, &pdf].concat())
    }
}

async fn save(app: AppHandle, desk: &Desk, report: Id, path: Option<PathBuf>, paper: Paper) -> Answer<Option<PathBuf>> {
    let read = move |ledger: &Ledger, _: &Stamp| Ok((ledger.report_file_name(report)?, ledger.report_uid(report)?, Sheets::of(ledger, report, &[])?));
    let (name, uid, sheets) = desk.read(read).await?;
    let Some(place) = files::ask_place(app, desk, path, &name, paper).await? else { return Ok(None) };
    let document = sheets.document.clone();
    let place = work(move || {
        let bytes = if paper == Paper::Pdf { sheets.pdf()? } else { word::docx_of(&sheets.document, Some(&uid))? };
        ledger::write_whole(&place, &bytes).map(|()| Some(place))
    })
    .await?;
    if paper == Paper::Word {
        desk.write(move |ledger, stamp| ledger.note_sent(report, &document, stamp)).await?;
    }
    Ok(place)
}
