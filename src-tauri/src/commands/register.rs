//! Văn bản: the register, and the files kept with its documents.

use crate::failure::Answer;
use crate::files;
use crate::state::{Desk, work};
use ledger::view::{DocumentForm, Id, RegisterView, Written};
use std::path::PathBuf;
use tauri::{AppHandle, State};

/// The register as of today.
#[tauri::command]
pub(crate) async fn register_view(desk: State<'_, Desk>) -> Answer<RegisterView> {
    desk.read(|ledger, stamp| ledger.register_view(stamp.today())).await
}

/// A document, new or edited.
#[tauri::command]
pub(crate) async fn keep_document(desk: State<'_, Desk>, form: DocumentForm) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_document(&form, stamp)).await
}

/// A document that nothing cites out of the register.
#[tauri::command]
pub(crate) async fn remove_document(desk: State<'_, Desk>, document: Id) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.remove_document(document, stamp)).await
}

/// Keeps a copy of a file with a document; nothing when the officer cancelled.
#[tauri::command]
pub(crate) async fn attach_file(app: AppHandle, desk: State<'_, Desk>, document: Id, path: Option<PathBuf>) -> Answer<Option<Written>> {
    let Some(path) = files::ask_evidence(app, &desk, path).await? else { return Ok(None) };
    desk.write(move |ledger, stamp| ledger.attach_file(document, &path, stamp)).await.map(Some)
}

/// Takes a file off its document.
#[tauri::command]
pub(crate) async fn remove_file(desk: State<'_, Desk>, file: Id) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.remove_file(file, stamp)).await
}

/// Opens a copy of a kept file in the system's own program.
#[tauri::command]
pub(crate) async fn open_kept_file(desk: State<'_, Desk>, file: Id) -> Answer<()> {
    let (name, bytes) = desk.read(move |ledger, _| ledger.kept_file(file)).await?;
    let folder = desk.folder().join("ban-xem");
    let place = work(move || files::keep_copy(&folder, &name, &bytes)).await?;
    files::open(&place)
}
