//! Noting progress, and taking it back.

use crate::failure::Answer;
use crate::state::Desk;
use ledger::view::{ProgressDraft, Written};
use tauri::State;

/// One entry for one or more tasks.
#[tauri::command]
pub(crate) async fn record_progress(desk: State<'_, Desk>, draft: ProgressDraft) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.record_progress(&draft, stamp)).await
}

/// Takes the latest change of this session back; only that one, where a change is named.
#[tauri::command]
pub(crate) async fn undo(desk: State<'_, Desk>, only: Option<i64>) -> Answer<Written> {
    desk.write(move |ledger, stamp| match only {
        Some(change) => ledger.undo_latest(change, stamp),
        None => ledger.undo_in_session(stamp),
    })
    .await
}

/// Takes the latest change back, of whatever day: from Nhật ký thay đổi.
#[tauri::command]
pub(crate) async fn undo_older(desk: State<'_, Desk>) -> Answer<Written> {
    desk.write(|ledger, stamp| ledger.undo(stamp)).await
}

/// Does again what was taken back in this session.
#[tauri::command]
pub(crate) async fn redo(desk: State<'_, Desk>) -> Answer<Written> {
    desk.write(|ledger, stamp| ledger.redo_in_session(stamp)).await
}
