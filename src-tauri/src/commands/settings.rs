//! Cài đặt.

use crate::copies;
use crate::failure::Answer;
use crate::files;
use crate::state::Desk;
use crate::weekly::{self, Weekly};
use chrono::NaiveDate;
use ledger::view::{
    BackupRow, DayOffForm, DaysOffView, OfficeForm, SettingsView, SignerForm, StaleForm, StaleWordsView, UnitForm, UnitMerge, WeeklyForm, Written,
};
use std::path::PathBuf;
use tauri::{AppHandle, State};

/// The whole screen.
#[tauri::command]
pub(crate) async fn settings_view(desk: State<'_, Desk>) -> Answer<SettingsView> {
    desk.read(|ledger, stamp| ledger.settings_view(stamp.today())).await
}

/// The office as printed.
#[tauri::command]
pub(crate) async fn keep_office(desk: State<'_, Desk>, office: OfficeForm) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_office(&office, stamp)).await
}

/// A signer, new or changed.
#[tauri::command]
pub(crate) async fn keep_signer(desk: State<'_, Desk>, signer: SignerForm) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_signer(&signer, stamp)).await
}

/// Nơi nhận of a new report.
#[tauri::command]
pub(crate) async fn keep_recipients(desk: State<'_, Desk>, recipients: Vec<String>) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_recipients(&recipients, stamp)).await
}

/// A unit and its other names.
#[tauri::command]
pub(crate) async fn keep_unit(desk: State<'_, Desk>, unit: UnitForm) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_unit(&unit, stamp)).await
}

/// Spellings that mean one unit.
#[tauri::command]
pub(crate) async fn merge_units(desk: State<'_, Desk>, merge: UnitMerge) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.merge_units(&merge, stamp)).await
}

/// Spellings that are not one unit.
#[tauri::command]
pub(crate) async fn keep_units_apart(desk: State<'_, Desk>, names: Vec<String>) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_units_apart(&names, stamp)).await
}

/// The days off of a year.
#[tauri::command]
pub(crate) async fn days_off_view(desk: State<'_, Desk>, year: i32) -> Answer<DaysOffView> {
    desk.read(move |ledger, _| ledger.days_off_view(year)).await
}

/// A day off, new or changed.
#[tauri::command]
pub(crate) async fn keep_day_off(desk: State<'_, Desk>, form: DayOffForm) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_day_off(&form, stamp)).await
}

/// A day off taken out, or as the table that ships has it.
#[tauri::command]
pub(crate) async fn drop_day_off(desk: State<'_, Desk>, day: NaiveDate) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.drop_day_off(day, stamp)).await
}

/// The words that are looked for in a text that is carried over.
#[tauri::command]
pub(crate) async fn stale_words_view(desk: State<'_, Desk>) -> Answer<StaleWordsView> {
    desk.read(|ledger, _| ledger.stale_words_view()).await
}

/// Words to be looked at, new or changed.
#[tauri::command]
pub(crate) async fn keep_stale_words(desk: State<'_, Desk>, form: StaleForm) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_stale_words(&form, stamp)).await
}

/// Words taken out, or as the list that ships has them.
#[tauri::command]
pub(crate) async fn drop_stale_words(desk: State<'_, Desk>, words: String) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.drop_stale_words(&words, stamp)).await
}

/// A verified copy, now.
#[tauri::command]
pub(crate) async fn back_up_now(desk: State<'_, Desk>) -> Answer<BackupRow> {
    copies::now(&desk).await
}

/// A saved document, or the folder of the ledger, in the system's own program.
#[tauri::command]
pub(crate) async fn open_path(path: PathBuf) -> Answer<()> {
    files::open(&path)
}

/// Nhắc hằng tuần, as it is set on this machine.
#[tauri::command]
pub(crate) async fn weekly_view(weekly: State<'_, Weekly>) -> Answer<WeeklyForm> {
    Ok(weekly.form())
}

/// Sets it; a week that was not told yet is told at once.
#[tauri::command]
pub(crate) async fn keep_weekly(app: AppHandle, weekly: State<'_, Weekly>, form: WeeklyForm) -> Answer<WeeklyForm> {
    weekly.choose(form)?;
    let _ = weekly::look(&app).await;
    Ok(weekly.form())
}
