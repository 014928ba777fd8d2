//! Đôn đốc: by unit on the screen, as a list to print, as one letter.

use crate::face;
use crate::failure::Answer;
use crate::files::{self, Paper};
use crate::state::{Desk, work};
use chrono::NaiveDate;
use ledger::view::UrgeView;
use ledger::{Ledger, paper::Document};
use std::path::PathBuf;
use tauri::{AppHandle, State};

/// What is late or due within so many days, by unit.
#[tauri::command]
pub(crate) async fn urge_view(desk: State<'_, Desk>, as_of: Option<NaiveDate>, within: u32) -> Answer<UrgeView> {
    desk.read(move |ledger, stamp| ledger.urge_view(as_of.unwrap_or(stamp.today()), within)).await
}

/// The list by unit as a PDF.
#[tauri::command]
pub(crate) async fn save_urge_list(app: AppHandle, desk: State<'_, Desk>, as_of: Option<NaiveDate>, within: u32) -> Answer<Option<PathBuf>> {
    save(app, desk, "DS_DonDoc_CCHC", Paper::Pdf, move |ledger, today| ledger.urge_list(as_of.unwrap_or(today), within)).await
}

/// The letter with the list as its appendix, ready to sign.
#[tauri::command]
pub(crate) async fn save_urge_letter(app: AppHandle, desk: State<'_, Desk>, as_of: Option<NaiveDate>, within: u32) -> Answer<Option<PathBuf>> {
    save(app, desk, "CV_DonDoc_CCHC", Paper::Pdf, move |ledger, today| ledger.urge_letter(as_of.unwrap_or(today), within)).await
}

/// The same for leaders to edit.
#[tauri::command]
pub(crate) async fn save_urge_letter_docx(app: AppHandle, desk: State<'_, Desk>, as_of: Option<NaiveDate>, within: u32) -> Answer<Option<PathBuf>> {
    save(app, desk, "CV_DonDoc_CCHC", Paper::Word, move |ledger, today| ledger.urge_letter(as_of.unwrap_or(today), within)).await
}

async fn save(
    app: AppHandle,
    desk: State<'_, Desk>,
    name: &str,
    paper: Paper,
    make: impl FnOnce(&Ledger, NaiveDate) -> ledger::Result<Document> + Send + 'static,
) -> Answer<Option<PathBuf>> {
    let (day, document) = desk.read(move |ledger, stamp| Ok((stamp.today(), make(ledger, stamp.today())?))).await?;
    let name = format!("{name}_{}", day.format("%d%m%Y"));
    let Some(place) = files::ask_place(app, &desk, None, &name, paper).await? else { return Ok(None) };
    work(move || {
        let bytes = match paper {
            Paper::Word => ledger::word::docx(&document)?,
            Paper::Pdf | Paper::Excel | Paper::Macro => face::print(&document, false)?.pdf,
        };
        ledger::write_whole(&place, &bytes).map(|()| Some(place))
    })
    .await
}
