//! Nhiệm vụ được giao.

use crate::failure::Answer;
use crate::state::Desk;
use chrono::NaiveDate;
use ledger::view::{AssignedForm, AssignedView, Written};
use ledger::{Level, Problem};
use tauri::State;

/// The assigned tasks of a level, `above` or `own`.
#[tauri::command]
pub(crate) async fn assigned_view(desk: State<'_, Desk>, level: String, as_of: Option<NaiveDate>, from: Option<NaiveDate>) -> Answer<AssignedView> {
    let level = Level::parse(&level).ok_or(ledger::Error::from(Problem::NotFound("cấp giao")))?;
    desk.read(move |ledger, stamp| ledger.assigned_view(level, as_of.unwrap_or(stamp.today()), from)).await
}

/// An assigned task, new or edited.
#[tauri::command]
pub(crate) async fn keep_assigned(desk: State<'_, Desk>, form: AssignedForm) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_assigned(&form, stamp)).await
}
