//! Nhận lại bản sửa: a Word file that leaders edited, looked at, taken into its report.

use crate::failure::Answer;
use crate::files;
use crate::state::{Desk, work};
use ledger::view::{BackAnswer, BackProposal, Id, Written};
use ledger::word;
use std::path::PathBuf;
use tauri::{AppHandle, State};

/// Asks for the returned file.
#[tauri::command]
pub(crate) async fn choose_returned_file(app: AppHandle, desk: State<'_, Desk>) -> Answer<Option<PathBuf>> {
    files::ask(app, &desk, files::Asked::Returned).await
}

/// What the file says otherwise; nothing is written yet.
#[tauri::command]
pub(crate) async fn read_returned(desk: State<'_, Desk>, report: Id, path: PathBuf) -> Answer<BackProposal> {
    let bytes = work(move || word::read::load(&path)).await?;
    desk.read(move |ledger, _| ledger.take_back(report, &bytes)).await
}

/// Takes what the officer chose of it.
#[tauri::command]
pub(crate) async fn accept_returned(desk: State<'_, Desk>, report: Id, path: PathBuf, answer: BackAnswer) -> Answer<Written> {
    let bytes = work(move || word::read::load(&path)).await?;
    desk.write(move |ledger, stamp| ledger.accept_back(report, &bytes, &answer, stamp)).await
}
