//! Biểu của cấp trên.

use crate::failure::Answer;
use crate::files::{self, Paper};
use crate::state::{Desk, work};
use chrono::NaiveDate;
use ledger::deadline::Span;
use ledger::view::{FormColumns, FormDraft, FormFilled, FormView, Id};
use ledger::word;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, State};

/// Asks for a form.
#[tauri::command]
pub(crate) async fn choose_form(app: AppHandle, desk: State<'_, Desk>) -> Answer<Option<PathBuf>> {
    files::ask(app, &desk, files::Asked::Form).await
}

/// Where a form lies: in a file of the officer's, or kept with a document of the register.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Form {
    Kept(Id),
    File(PathBuf),
}

impl Form {
    /// Its name and its bytes.
    async fn load(self, desk: &Desk) -> Answer<(String, Vec<u8>)> {
        match self {
            Form::Kept(file) => desk.read(move |ledger, _| ledger.kept_file(file)).await,
            Form::File(path) => {
                let name = name_of(&path);
                Ok((name, work(move || word::read::load(&path)).await?))
            }
        }
    }
}

/// The rows of a form with the figures that belong there; nothing is kept. `said`: columns of tables, where the
/// officer chose them.
#[tauri::command]
pub(crate) async fn read_form(
    desk: State<'_, Desk>,
    form: Form,
    from: NaiveDate,
    to: NaiveDate,
    as_of: NaiveDate,
    said: Vec<FormColumns>,
) -> Answer<FormView> {
    let (name, bytes) = form.load(&desk).await?;
    desk.read(move |ledger, _| ledger.read_form_by(&name, &bytes, Span { first: from, last: to }, as_of, &said)).await
}

/// A copy of a form with its cells filled; nothing when the officer cancelled.
#[tauri::command]
pub(crate) async fn fill_form(app: AppHandle, desk: State<'_, Desk>, form: Form, draft: FormDraft) -> Answer<Option<(PathBuf, FormFilled)>> {
    let (name, bytes) = form.load(&desk).await?;
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, "xlsx"));
    // The name ends as that of the form: Excel opens no workbook whose name says other than what is in it.
    let paper = match ending.to_lowercase().as_str() {
        "docx" => Paper::Word,
        "xlsm" => Paper::Macro,
        _ => Paper::Excel,
    };
    let Some(place) = files::ask_place(app, &desk, None, &format!("{stem} (đã điền)"), paper).await? else { return Ok(None) };
    let (filled, told) = desk.write(move |ledger, stamp| ledger.fill_form(&name, &bytes, &draft, stamp)).await?;
    work(move || ledger::write_whole(&place, &filled).map(|()| Some((place, told)))).await
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
