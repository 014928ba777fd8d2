//! Kế hoạch: the grid, the drawer, its numbers, its files.

use crate::face;
use crate::failure::Answer;
use crate::files::{self, Paper};
use crate::print;
use crate::state::{Desk, work};
use chrono::NaiveDate;
use ledger::deadline::Deadline;
use ledger::paper::Document;
use ledger::view::{FreshRows, GroupForm, Id, PlanForm, PlanView, Scope, StatisticsView, TaskDraft, TaskEdit, TaskView, Written};
use ledger::{Ledger, Stamp};
use std::path::PathBuf;
use tauri::ipc::Response;
use tauri::{AppHandle, State};

/// The appendix as a grid; without a plan, the main one of the day.
#[tauri::command]
pub(crate) async fn plan_view(desk: State<'_, Desk>, plan: Option<Id>, as_of: Option<NaiveDate>) -> Answer<PlanView> {
    desk.read(move |ledger, stamp| ledger.plan_view(plan, as_of.unwrap_or(stamp.today()))).await
}

/// The drawer: one task and its history.
#[tauri::command]
pub(crate) async fn task_view(desk: State<'_, Desk>, task: Id, as_of: Option<NaiveDate>) -> Answer<TaskView> {
    desk.read(move |ledger, stamp| ledger.task_view(task, as_of.unwrap_or(stamp.today()))).await
}

/// A new row, after another or at the end of its group.
#[tauri::command]
pub(crate) async fn add_task(desk: State<'_, Desk>, plan: Id, group: Id, after: Option<Id>, draft: TaskDraft) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.add_task(plan, group, after, &draft, stamp)).await
}

/// New words in a row.
#[tauri::command]
pub(crate) async fn edit_task(desk: State<'_, Desk>, task: Id, draft: TaskDraft) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.edit_task(task, &draft, stamp)).await
}

/// A row to another place.
#[tauri::command]
pub(crate) async fn move_task(desk: State<'_, Desk>, task: Id, group: Id, after: Option<Id>) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.move_task(task, group, after, stamp)).await
}

/// A row out of the plan; its history stays in the log.
#[tauri::command]
pub(crate) async fn remove_task(desk: State<'_, Desk>, task: Id) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.remove_task(task, stamp)).await
}

/// Cells of several rows and new rows, in one change.
#[tauri::command]
pub(crate) async fn write_cells(desk: State<'_, Desk>, plan: Id, edits: Vec<TaskEdit>, fresh: Option<FreshRows>) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.write_cells(plan, &edits, fresh.as_ref(), stamp)).await
}

/// Several rows out of the plan, in one change.
#[tauri::command]
pub(crate) async fn remove_tasks(desk: State<'_, Desk>, tasks: Vec<Id>) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.remove_tasks(&tasks, stamp)).await
}

/// What stands around the rows.
#[tauri::command]
pub(crate) async fn plan_form(desk: State<'_, Desk>, plan: Id) -> Answer<PlanForm> {
    desk.read(move |ledger, _| ledger.plan_form(plan)).await
}

/// A new plan, or new words around one.
#[tauri::command]
pub(crate) async fn keep_plan_form(desk: State<'_, Desk>, form: PlanForm) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_plan_form(&form, stamp)).await
}

/// A group, new or renamed.
#[tauri::command]
pub(crate) async fn keep_group(desk: State<'_, Desk>, form: GroupForm) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_group(&form, stamp)).await
}

/// A group without rows out of the plan.
#[tauri::command]
pub(crate) async fn remove_group(desk: State<'_, Desk>, plan: Id, group: Id) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.remove_group(plan, group, stamp)).await
}

/// Thống kê: a plan in one of three scopes.
#[tauri::command]
pub(crate) async fn statistics(
    desk: State<'_, Desk>,
    plan: Id,
    scope: Scope,
    as_of: Option<NaiveDate>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Answer<StatisticsView> {
    desk.read(move |ledger, stamp| ledger.statistics(plan, scope, as_of.unwrap_or(stamp.today()), from.zip(to))).await
}

/// What the words of a deadline mean, in that plan.
#[tauri::command]
pub(crate) async fn read_deadline(desk: State<'_, Desk>, words: String, plan: Option<Id>, event: Option<NaiveDate>) -> Answer<Deadline> {
    desk.read(move |ledger, stamp| ledger.read_deadline(&words, plan, event, stamp.today())).await
}

/// The appendix as a PDF, for the program's own print dialog.
#[tauri::command]
pub(crate) async fn plan_pdf(desk: State<'_, Desk>, plan: Id, progress: bool) -> Answer<Response> {
    let document = desk.read(move |ledger, stamp| ledger.plan_document(plan, progress, stamp.today())).await?;
    work(move || Ok(Response::new(face::print(&document, false)?.pdf))).await
}

/// The appendix as a file; answers where it lies, or nothing when the officer cancelled.
#[tauri::command]
pub(crate) async fn save_plan_pdf(app: AppHandle, desk: State<'_, Desk>, plan: Id, progress: bool, path: Option<PathBuf>) -> Answer<Option<PathBuf>> {
    let (name, document) = desk.read(move |ledger, stamp| named(ledger, plan, progress, stamp)).await?;
    let Some(place) = files::ask_place(app, &desk, path, &name, Paper::Pdf).await? else { return Ok(None) };
    work(move || ledger::write_whole(&place, &face::print(&document, false)?.pdf).map(|()| Some(place))).await
}

/// The appendix as an Excel workbook; answers where it lies, or nothing when the officer cancelled.
#[tauri::command]
pub(crate) async fn save_plan_xlsx(
    app: AppHandle,
    desk: State<'_, Desk>,
    plan: Id,
    progress: bool,
    path: Option<PathBuf>,
) -> Answer<Option<PathBuf>> {
    let (name, bytes) =
        desk.read(move |ledger, stamp| Ok((ledger.plan_file_name(plan, progress)?, ledger.plan_workbook(plan, progress, stamp.today())?))).await?;
    let Some(place) = files::ask_place(app, &desk, path, &name, Paper::Excel).await? else { return Ok(None) };
    work(move || ledger::write_whole(&place, &bytes).map(|()| Some(place))).await
}

/// The appendix as a Word file; answers where it lies, or nothing when the officer cancelled.
#[tauri::command]
pub(crate) async fn save_plan_docx(
    app: AppHandle,
    desk: State<'_, Desk>,
    plan: Id,
    progress: bool,
    path: Option<PathBuf>,
) -> Answer<Option<PathBuf>> {
    let (name, document) = desk.read(move |ledger, stamp| named(ledger, plan, progress, stamp)).await?;
    let Some(place) = files::ask_place(app, &desk, path, &name, Paper::Word).await? else { return Ok(None) };
    work(move || ledger::write_whole(&place, &ledger::word::docx(&document)?).map(|()| Some(place))).await
}

/// In: a copy of the appendix in the system's reader; answers where it lies.
#[tauri::command]
pub(crate) async fn print_plan(desk: State<'_, Desk>, plan: Id, progress: bool) -> Answer<PathBuf> {
    let (name, document) = desk.read(move |ledger, stamp| named(ledger, plan, progress, stamp)).await?;
    let pdf = work(move || Ok(face::print(&document, false)?.pdf)).await?;
    print::hand_over(&desk, name, pdf).await
}

fn named(ledger: &Ledger, plan: Id, progress: bool, stamp: &Stamp) -> ledger::Result<(String, Document)> {
    Ok((ledger.plan_file_name(plan, progress)?, ledger.plan_document(plan, progress, stamp.today())?))
}
