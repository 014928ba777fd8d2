//! The charts of a plan's statistics on paper: printed, saved, for the program's own dialog.

use crate::face;
use crate::failure::Answer;
use crate::files::{self, Paper};
use crate::print;
use crate::state::{Desk, work};
use ledger::paper::Document;
use ledger::view::ChartAsked;
use std::path::PathBuf;
use tauri::ipc::Response;
use tauri::{AppHandle, State};

/// The charts as a PDF, for the program's own print dialog.
#[tauri::command]
pub(crate) async fn chart_pdf(desk: State<'_, Desk>, asked: ChartAsked) -> Answer<Response> {
    let (_, document) = drawn(&desk, asked).await?;
    work(move || Ok(Response::new(face::print(&document, false)?.pdf))).await
}

/// In: a copy of the charts in the system's reader; answers where it lies.
#[tauri::command]
pub(crate) async fn print_chart(desk: State<'_, Desk>, asked: ChartAsked) -> Answer<PathBuf> {
    let (name, document) = drawn(&desk, asked).await?;
    let pdf = work(move || Ok(face::print(&document, false)?.pdf)).await?;
    print::hand_over(&desk, name, pdf).await
}

/// The charts as a file; answers where it lies, or nothing when the officer cancelled.
#[tauri::command]
pub(crate) async fn save_chart_pdf(app: AppHandle, desk: State<'_, Desk>, asked: ChartAsked) -> Answer<Option<PathBuf>> {
    let (name, document) = drawn(&desk, asked).await?;
    let Some(place) = files::ask_place(app, &desk, None, &name, Paper::Pdf).await? else { return Ok(None) };
    work(move || ledger::write_whole(&place, &face::print(&document, false)?.pdf).map(|()| Some(place))).await
}

/// Their tables as a Word file; answers where it lies, or nothing when the officer cancelled.
#[tauri::command]
pub(crate) async fn save_chart_docx(app: AppHandle, desk: State<'_, Desk>, asked: ChartAsked) -> Answer<Option<PathBuf>> {
    let (name, document) = drawn(&desk, asked).await?;
    let Some(place) = files::ask_place(app, &desk, None, &name, Paper::Word).await? else { return Ok(None) };
    work(move || ledger::write_whole(&place, &ledger::word::docx(&document)?).map(|()| Some(place))).await
}

/// The paper, and what its file is called.
async fn drawn(desk: &Desk, asked: ChartAsked) -> Answer<(String, Document)> {
    desk.read(move |ledger, _| Ok((ledger.chart_file_name(asked.as_of), ledger.statistics_chart(&asked)?))).await
}
