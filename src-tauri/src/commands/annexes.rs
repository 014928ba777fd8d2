//! Phụ lục of a report.

use crate::failure::Answer;
use crate::state::Desk;
use ledger::view::{AnnexForm, AnnexKind, Id, Written};
use tauri::State;

/// Adds one at the end, pointed to in the text.
#[tauri::command]
pub(crate) async fn add_annex(desk: State<'_, Desk>, report: Id, kind: AnnexKind, title: String, section: Option<String>) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.add_annex(report, kind, &title, section.as_deref(), stamp)).await
}

/// Its title and how it is printed.
#[tauri::command]
pub(crate) async fn keep_annex(desk: State<'_, Desk>, report: Id, annex: String, form: AnnexForm) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_annex(report, &annex, &form, stamp)).await
}

/// One place up or down.
#[tauri::command]
pub(crate) async fn move_annex(desk: State<'_, Desk>, report: Id, annex: String, up: bool) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.move_annex(report, &annex, up, stamp)).await
}

/// Takes it out, and what points to it.
#[tauri::command]
pub(crate) async fn remove_annex(desk: State<'_, Desk>, report: Id, annex: String) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.remove_annex(report, &annex, stamp)).await
}

/// Points to it in a section.
#[tauri::command]
pub(crate) async fn cite_annex(desk: State<'_, Desk>, report: Id, annex: String, section: String) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.cite_annex(report, &annex, &section, stamp)).await
}
