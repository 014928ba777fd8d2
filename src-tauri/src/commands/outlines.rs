//! Đề cương báo cáo.

use crate::failure::Answer;
use crate::state::{Desk, work};
use ledger::Ledger;
use ledger::take_in::read_outline_file;
use ledger::view::{OutlineDraft, OutlineForm, OutlinesView, Written};
use std::path::PathBuf;
use tauri::State;

/// Every outline.
#[tauri::command]
pub(crate) async fn outlines_view(desk: State<'_, Desk>) -> Answer<OutlinesView> {
    desk.read(|ledger, _| ledger.outlines_view()).await
}

/// An outline, new or changed.
#[tauri::command]
pub(crate) async fn keep_outline(desk: State<'_, Desk>, form: OutlineForm) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_outline(&form, stamp)).await
}

/// Nhân bản.
#[tauri::command]
pub(crate) async fn copy_outline(desk: State<'_, Desk>, set: String) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.copy_outline(&set, stamp)).await
}

/// One of the office's own taken out; one that ships as it ships.
#[tauri::command]
pub(crate) async fn drop_outline(desk: State<'_, Desk>, set: String) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.drop_outline(&set, stamp)).await
}

/// The program's newer version, taken or left.
#[tauri::command]
pub(crate) async fn renew_outline(desk: State<'_, Desk>, set: String, take: bool) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.renew_outline(&set, take, stamp)).await
}

/// The outline a paper follows; nothing is kept yet.
#[tauri::command]
pub(crate) async fn read_outline(path: PathBuf) -> Answer<OutlineDraft> {
    work(move || Ledger::outline_in(&read_outline_file(&path)?)).await
}
