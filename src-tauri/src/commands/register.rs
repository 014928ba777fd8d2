//! Văn bản: the register, and the files kept with its documents.

use crate::face;
use crate::failure::Answer;
use crate::files;
use crate::state::{Desk, work};
use ledger::view::{DocumentForm, Id, PackAsked, RegisterView, Written};
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
    let path = match path {
        Some(path) => Some(path),
        None => files::ask(app, &desk, files::Asked::Evidence).await?,
    };
    let Some(path) = path else { return Ok(None) };
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

/// Writes the kept files by number and their list into a folder; answers it with the number of gaps.
#[tauri::command]
pub(crate) async fn save_evidence_pack(app: AppHandle, desk: State<'_, Desk>, asked: PackAsked) -> Answer<Option<(PathBuf, usize)>> {
    let pack = desk.read(move |ledger, stamp| ledger.evidence_pack(&asked, stamp.today())).await?;
    let Some(folder) = files::ask_folder(app, &desk, "Chọn thư mục để ghi bộ tài liệu kiểm chứng").await? else { return Ok(None) };
    work(move || {
        let folder = folder.join(&pack.name);
        std::fs::create_dir_all(&folder).map_err(|_| ledger::Error::cannot_write(&folder))?;
        for file in &pack.files {
            ledger::write_whole(&folder.join(&file.name), &file.bytes)?;
        }
        ledger::write_whole(&folder.join("00_DanhMuc.pdf"), &face::print(&pack.list, false)?.pdf)?;
        Ok(Some((folder, pack.gaps)))
    })
    .await
}
