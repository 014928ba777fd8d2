//! Số liệu: the sheet, what is told, workbooks out and in, the commune's own set.

use crate::failure::Answer;
use crate::files::{self, Paper};
use crate::state::{Desk, work};
use chrono::NaiveDate;
use ledger::deadline::Span;
use ledger::view::{FigureDraft, FigureForm, FigureLawForm, FigureNote, FigureUnits, FiguresDraft, FiguresView, Id, Written};
use std::path::PathBuf;
use tauri::{AppHandle, State};

fn span(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Option<Span> {
    from.zip(to).map(|(first, last)| Span { first, last })
}

/// The sheet of a window; without one, that of the report in hand.
#[tauri::command]
pub(crate) async fn figures_view(
    desk: State<'_, Desk>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    as_of: Option<NaiveDate>,
) -> Answer<FiguresView> {
    desk.read(move |ledger, stamp| ledger.figures_view(span(from, to), as_of, stamp.today())).await
}

/// Values told, changed or taken out, in one change.
#[tauri::command]
pub(crate) async fn keep_figure_values(desk: State<'_, Desk>, drafts: Vec<FigureDraft>) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_figure_values(&drafts, stamp)).await
}

/// Why something does not agree.
#[tauri::command]
pub(crate) async fn explain_figures(desk: State<'_, Desk>, note: FigureNote) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.explain_figures(&note, stamp)).await
}

/// Asks for a workbook with figures.
#[tauri::command]
pub(crate) async fn choose_figures(app: AppHandle, desk: State<'_, Desk>) -> Answer<Option<PathBuf>> {
    files::ask(app, &desk, files::Asked::Figures).await
}

/// What a workbook says; nothing is kept yet.
#[tauri::command]
pub(crate) async fn read_figures(desk: State<'_, Desk>, path: PathBuf, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Answer<FiguresDraft> {
    let bytes = work({
        let path = path.clone();
        move || ledger::word::read::load(&path)
    })
    .await?;
    desk.read(move |ledger, _| ledger.read_figures(&path.to_string_lossy(), &bytes, span(from, to))).await
}

/// What was copied out of a sheet; nothing is kept yet.
#[tauri::command]
pub(crate) async fn paste_figures(desk: State<'_, Desk>, text: String, figure: String, from: NaiveDate, to: NaiveDate) -> Answer<FiguresDraft> {
    desk.read(move |ledger, _| ledger.paste_figures(&text, &figure, Span { first: from, last: to })).await
}

/// Keeps what was read, as it was looked at.
#[tauri::command]
pub(crate) async fn keep_figures_draft(desk: State<'_, Desk>, draft: FiguresDraft) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_figures_draft(&draft, stamp)).await
}

/// The sheet as a workbook; answers where it lies, or nothing when the officer cancelled.
#[tauri::command]
pub(crate) async fn save_figures_xlsx(
    app: AppHandle,
    desk: State<'_, Desk>,
    from: NaiveDate,
    to: NaiveDate,
    as_of: Option<NaiveDate>,
    unit: Option<Id>,
) -> Answer<Option<PathBuf>> {
    let window = Span { first: from, last: to };
    let (name, bytes) = desk
        .read(move |ledger, stamp| {
            Ok((ledger.figures_file_name(window, unit)?, ledger.figures_workbook(window, as_of.unwrap_or(to.min(stamp.today())), unit)?))
        })
        .await?;
    let Some(place) = files::ask_place(app, &desk, None, &name, Paper::Excel).await? else { return Ok(None) };
    work(move || ledger::write_whole(&place, &bytes).map(|()| Some(place))).await
}

/// Which units tell a figure.
#[tauri::command]
pub(crate) async fn ask_figure_units(desk: State<'_, Desk>, asked: FigureUnits) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.ask_figure_units(&asked, stamp)).await
}

/// A figure of the commune's own set, new or changed.
#[tauri::command]
pub(crate) async fn keep_figure(desk: State<'_, Desk>, form: FigureForm) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_figure(&form, stamp)).await
}

/// A figure out of the set.
#[tauri::command]
pub(crate) async fn drop_figure(desk: State<'_, Desk>, figure: String) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.drop_figure(&figure, stamp)).await
}

/// A law of the commune's own set, new or changed.
#[tauri::command]
pub(crate) async fn keep_figure_law(desk: State<'_, Desk>, form: FigureLawForm) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_figure_law(&form, stamp)).await
}

/// A law out of the set.
#[tauri::command]
pub(crate) async fn drop_figure_law(desk: State<'_, Desk>, law: String) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.drop_figure_law(&law, stamp)).await
}

/// The newer set that ships, taken or left.
#[tauri::command]
pub(crate) async fn renew_figures(desk: State<'_, Desk>, take: bool) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.renew_figures(take, stamp)).await
}
