//! Opening: the officer's own ledger, or the sample.

use crate::failure::{Answer, Failure};
use crate::state::{Desk, work};
use crate::trace;
use chrono::NaiveDate;
use ledger::backup::found_copies;
use ledger::view::{NewOffice, Note, OverviewView, StartView};
use tauri::State;

/// What the window shows first. It waits for the opening, which began when the window did.
#[tauri::command]
pub(crate) async fn start(desk: State<'_, Desk>) -> Answer<StartView> {
    trace::mark("start");
    desk.turns.restart();
    Ok(begin(&desk).await)
}

/// The first start's short form; the ledger is empty until now.
#[tauri::command]
pub(crate) async fn create_ledger(desk: State<'_, Desk>, office: NewOffice) -> Answer<StartView> {
    desk.write(move |ledger, stamp| ledger.create_office(&office, stamp)).await?;
    start(desk).await
}

/// Opens the sample in a folder of its own, filling it the first time.
#[tauri::command]
pub(crate) async fn open_sample(desk: State<'_, Desk>) -> Answer<StartView> {
    desk.turn_to(desk.sample_folder());
    if let StartView::First { .. } = begin(&desk).await {
        desk.write(|ledger, stamp| ledger.fill_sample(stamp)).await?;
    }
    start(desk).await
}

/// Goes back to the officer's own ledger.
#[tauri::command]
pub(crate) async fn leave_sample(desk: State<'_, Desk>) -> Answer<StartView> {
    desk.turn_to(desk.home().to_owned());
    start(desk).await
}

/// Tổng quan.
#[tauri::command]
pub(crate) async fn overview(desk: State<'_, Desk>, as_of: Option<NaiveDate>) -> Answer<OverviewView> {
    desk.read(move |ledger, stamp| ledger.overview(as_of.unwrap_or(stamp.today()))).await
}

/// The ledger's own view of the start, or why it could not be opened.
async fn begin(desk: &Desk) -> StartView {
    match desk.read(|ledger, stamp| ledger.start_view(stamp)).await {
        Ok(view) => view,
        Err(Failure { code, sentence }) => {
            let folder = desk.folder();
            let shown = folder.display().to_string();
            let copies = work(move || Ok(found_copies(&folder))).await.unwrap_or_default();
            StartView::Refused { folder: shown, note: Note { code: code.into(), sentence }, copies }
        }
    }
}
