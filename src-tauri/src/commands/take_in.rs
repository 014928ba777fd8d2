//! Nhập báo cáo cũ: an earlier paper read, looked at, kept.

use crate::failure::Answer;
use crate::files;
use crate::state::{Desk, work};
use ledger::take_in::{TakenIn, read_file};
use ledger::view::{Id, OldPaper, PlanDraft, Written};
use std::path::PathBuf;
use tauri::{AppHandle, State};

/// Asks for the paper to take in.
#[tauri::command]
pub(crate) async fn choose_report_file(app: AppHandle, desk: State<'_, Desk>) -> Answer<Option<PathBuf>> {
    files::ask(app, &desk, files::Asked::Report).await
}

/// Reads the paper; nothing is kept yet.
#[tauri::command]
pub(crate) async fn read_old_report(desk: State<'_, Desk>, path: PathBuf) -> Answer<OldPaper> {
    Ok(read(&desk, path).await?.shown())
}

/// Keeps the paper as a draft.
#[tauri::command]
pub(crate) async fn take_in_report(desk: State<'_, Desk>, path: PathBuf) -> Answer<Written> {
    let taken = read(&desk, path).await?;
    desk.write(move |ledger, stamp| ledger.take_in_report(&taken, stamp)).await
}

/// "Lấy làm kế hoạch": the plan in the paper's tables, for the import screen.
#[tauri::command]
pub(crate) async fn plan_in_report(desk: State<'_, Desk>, report: Id) -> Answer<PlanDraft> {
    desk.read(move |ledger, _| ledger.plan_in_report(report)).await
}

async fn read(desk: &Desk, path: PathBuf) -> Answer<TakenIn> {
    let facts = desk.read(|ledger, _| ledger.taking_in_facts()).await?;
    work(move || read_file(&path, facts.as_ref())).await
}
