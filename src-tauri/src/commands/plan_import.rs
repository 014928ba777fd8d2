//! Nhập kế hoạch: read, explained, mended, kept, or taken as an amendment.

use crate::failure::Answer;
use crate::files;
use crate::state::{Desk, work};
use ledger::plan::read;
use ledger::view::{ColumnMap, ColumnsView, Id, PlanDifference, PlanDraft, PlanSource, Written};
use std::path::PathBuf;
use tauri::{AppHandle, State};

/// Asks for the file to import.
#[tauri::command]
pub(crate) async fn choose_plan_file(app: AppHandle, desk: State<'_, Desk>) -> Answer<Option<PathBuf>> {
    files::ask(app, &desk, files::Asked::Plan).await
}

/// Reads a file or the clipboard; nothing is kept yet.
#[tauri::command]
pub(crate) async fn read_plan(desk: State<'_, Desk>, source: PlanSource, columns: Option<ColumnMap>) -> Answer<PlanDraft> {
    let meaning = desk.read(|ledger, _| ledger.meaning()).await?;
    work(move || read::read_plan(&source, &meaning, columns.as_ref())).await
}

/// The tables of a source as they stand there, to say what their columns hold.
#[tauri::command]
pub(crate) async fn plan_columns(source: PlanSource) -> Answer<ColumnsView> {
    work(move || read::plan_columns(&source)).await
}

/// A draft read anew after cells of it were mended.
#[tauri::command]
pub(crate) async fn look_again(desk: State<'_, Desk>, draft: PlanDraft) -> Answer<PlanDraft> {
    let meaning = desk.read(|ledger, _| ledger.meaning()).await?;
    work(move || Ok(read::look_again(draft, &meaning))).await
}

/// Keeps what was read, as the officer answered it.
#[tauri::command]
pub(crate) async fn keep_plan(desk: State<'_, Desk>, draft: PlanDraft) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_plan(&draft, stamp)).await
}

/// What the draft would change in a kept plan.
#[tauri::command]
pub(crate) async fn plan_difference(desk: State<'_, Desk>, plan: Id, draft: PlanDraft) -> Answer<PlanDifference> {
    desk.read(move |ledger, stamp| ledger.plan_difference(plan, &draft, stamp.today())).await
}

/// Sửa đổi, bổ sung: the kept plan is what the draft says, from a day on.
#[tauri::command]
pub(crate) async fn amend_plan(desk: State<'_, Desk>, plan: Id, draft: PlanDraft, from: String) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.amend_plan(plan, &draft, &from, stamp)).await
}
