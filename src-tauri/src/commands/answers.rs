//! Phiếu cho đơn vị: a workbook for each unit, and what comes back.

use crate::failure::Answer;
use crate::files;
use crate::state::{Desk, work};
use ledger::view::{AnswersDraft, UnitAnswers, Written};
use std::path::PathBuf;
use tauri::{AppHandle, State};

/// The lead units, their open tasks, and what each answered last.
#[tauri::command]
pub(crate) async fn unit_answers(desk: State<'_, Desk>) -> Answer<Vec<UnitAnswers>> {
    desk.read(|ledger, stamp| ledger.unit_answers(stamp.today())).await
}

/// Writes a workbook for each unit into a folder; answers the folder, or nothing when the officer cancelled.
#[tauri::command]
pub(crate) async fn save_unit_workbooks(app: AppHandle, desk: State<'_, Desk>) -> Answer<Option<PathBuf>> {
    let (today, books) = desk.read(|ledger, stamp| Ok((stamp.today(), ledger.unit_workbooks(stamp.today())?))).await?;
    let Some(folder) = files::ask_folder(app, &desk, "Chọn thư mục để ghi phiếu cho các đơn vị").await? else { return Ok(None) };
    work(move || {
        let folder = folder.join(format!("Phieu_{}", today.format("%d%m%Y")));
        std::fs::create_dir_all(&folder).map_err(|_| ledger::Error::cannot_write(&folder))?;
        for book in &books {
            ledger::write_whole(&folder.join(&book.name), &book.bytes)?;
        }
        Ok(Some(folder))
    })
    .await
}

/// Asks for a workbook that came back.
#[tauri::command]
pub(crate) async fn choose_answers(app: AppHandle, desk: State<'_, Desk>) -> Answer<Option<PathBuf>> {
    files::ask(app, &desk, files::Asked::Workbook).await
}

/// Reads a workbook that came back; nothing is noted yet.
#[tauri::command]
pub(crate) async fn read_answers(desk: State<'_, Desk>, path: PathBuf) -> Answer<AnswersDraft> {
    desk.read(move |ledger, stamp| ledger.read_answers(&path, stamp.today())).await
}

/// Notes what a unit answered, as it was looked at.
#[tauri::command]
pub(crate) async fn keep_answers(desk: State<'_, Desk>, draft: AnswersDraft) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_answers(&draft, stamp)).await
}
