//! Bảng đối chiếu số liệu: where a figure of a report comes from, and the table of all of them.

use crate::face;
use crate::failure::Answer;
use crate::files::{self, Paper};
use crate::state::{Desk, work};
use ledger::paper::FigureChip;
use ledger::view::{FigureTie, Id};
use std::path::PathBuf;
use tauri::{AppHandle, State};

/// Where one figure comes from.
#[tauri::command]
pub(crate) async fn trace_figure(desk: State<'_, Desk>, report: Id, chip: FigureChip) -> Answer<FigureTie> {
    desk.read(move |ledger, _| ledger.trace_figure(report, &chip)).await
}

/// The table of all figures of a report as a PDF; nothing when the officer cancelled.
#[tauri::command]
pub(crate) async fn save_report_figures(app: AppHandle, desk: State<'_, Desk>, report: Id, path: Option<PathBuf>) -> Answer<Option<PathBuf>> {
    let (name, document) = desk.read(move |ledger, _| Ok((ledger.report_file_name(report)?, ledger.figures_document(report)?))).await?;
    let Some(place) = files::ask_place(app, &desk, path, &format!("{name}_DoiChieu"), Paper::Pdf).await? else { return Ok(None) };
    work(move || ledger::write_whole(&place, &face::print(&document, false)?.pdf).map(|()| Some(place))).await
}
