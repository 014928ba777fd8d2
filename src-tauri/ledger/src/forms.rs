//! Biểu của cấp trên: the higher office's own statistics form, filled in its own layout.
//!
//! Rows are told to figures once and remembered by their words. Cells are written into the file as it
//! came: nothing else of it changes, and a cell with a formula stays.

mod cells;
mod fill_docx;
mod fill_xlsx;
mod guess;
mod heads;
mod levels;
mod read;
mod rows;
#[cfg(test)]
mod tests;
pub(crate) mod unit;

pub(crate) use heads::header;

use crate::change::Done;
use crate::deadline::Span;
use crate::paper::FigureFormat;
use crate::view::{FormColumns, FormDraft, FormFigure, FormFilled, FormTable, FormView};
use crate::{Ledger, Problem, Result, Stamp};
use cells::{Target, Text};
use chrono::NaiveDate;
use read::Kind;
use std::collections::{BTreeSet, HashMap, HashSet};

impl Ledger {
    /// Reads a form, and finds the figure of each row: as it was told before, else by its words.
    ///
    /// Nothing is kept. Errors: no .xlsx and no .docx; no table with rows and an empty column.
    pub fn read_form(&self, name: &str, bytes: &[u8], window: Span, as_of: NaiveDate) -> Result<FormView> {
        self.read_form_by(name, bytes, window, as_of, &[])
    }

    /// The same, where the officer said for some tables which column has the words of a row, or which is filled in.
    pub fn read_form_by(&self, name: &str, bytes: &[u8], window: Span, as_of: NaiveDate, said: &[FormColumns]) -> Result<FormView> {
        let (_, tables) = read::tables(name, bytes)?;
        let figures = self.figures(window, as_of, &[])?;
        let known = guess::Known::of(self.form_rows()?);
        let names = guess::Names::of(figures.set());
        let units: BTreeSet<String> = figures.set().figures.iter().map(|figure| unit::unit_key(&figure.unit)).collect();
        let titles: Vec<String> = tables.iter().map(|table| table.title.clone()).collect();
        let several = |title: &str| titles.iter().filter(|one| *one == title).count() > 1;
        let shown = |(place, table): (usize, read::Table)| {
            let said = said.iter().find(|one| one.table == place).copied().unwrap_or_default();
            let shape = heads::shape(&table, &names, &known, heads::Wanted { window, words: said.words, value: said.value })?;
            let caption = heads::caption(&table, shape.head);
            let asked: HashMap<usize, unit::Asked> = unit::asked(&table, &shape, &units).collect();
            let rows = names.rows(&table, &shape, caption, &asked, &known);
            let title = match (table.title.as_str(), caption) {
                ("", caption) => caption.to_owned(),
                (title, caption) if !caption.is_empty() && several(title) => format!("{title}: {caption}"),
                (title, _) => title.to_owned(),
            };
            // A column without words that was chosen stays to be changed again.
            (!rows.is_empty() || said.words.is_some()).then_some(FormTable {
                place,
                title,
                columns: shape.columns,
                words: shape.words,
                value: shape.value,
                rows,
            })
        };
        let tables: Vec<FormTable> = tables.into_iter().enumerate().filter_map(shown).collect();
        if tables.is_empty() {
            return Err(Problem::NoFormTable.into());
        }
        let figures = figures.set().figures.iter().map(|figure| {
            let value = figures.text(&figure.id, None, FigureFormat::Plain);
            FormFigure {
                id: figure.id.clone(),
                name: figure.name.clone(),
                unit: figure.unit.clone(),
                estimate: value.is_some() && figures.is_estimate(&figure.id, window),
                amounts: value.as_ref().map(|value| unit::amounts(&figure.unit, value)).unwrap_or_default(),
                value,
            }
        });
        Ok(FormView { name: name.to_owned(), from: window.first, to: window.last, figures: figures.collect(), tables })
    }

    /// Fills a form: the file with the values of the window in its cells, and what became of it.
    ///
    /// The rows are remembered in one change; one that was told the same before is not written again.
    /// Errors: as of reading; nothing to fill in.
    pub fn fill_form(&mut self, name: &str, bytes: &[u8], draft: &FormDraft, stamp: &Stamp) -> Result<(Vec<u8>, FormFilled)> {
        let (kind, tables) = read::tables(name, bytes)?;
        let window = Span { first: draft.from, last: draft.to };
        let figures = self.figures(window, draft.as_of, &[])?;
        let mut targets: Vec<Target> = Vec::new();
        let (mut missing, mut estimates): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for row in draft.rows.iter().filter(|row| !row.figure.is_empty()) {
            let Some(figure) = figures.set().figures.iter().find(|one| one.id == row.figure) else {
                return Err(Problem::NotFound("số liệu").into());
            };
            match figures.text(&row.figure, None, FigureFormat::Plain) {
                Some(value) => {
                    if figures.is_estimate(&row.figure, window) && !estimates.contains(&figure.name) {
                        estimates.push(figure.name.clone());
                    }
                    let amounts = unit::amounts(&figure.unit, &value);
                    let text = Text::of(&value).told(amounts.iter().find(|(unit, _)| *unit == row.unit_key).map(|(_, value)| value.as_str()));
                    targets.push(Target { table: row.table, row: row.place, column: row.value, text });
                }
                None if missing.contains(&figure.name) => {}
                None => missing.push(figure.name.clone()),
            }
        }
        if targets.is_empty() {
            return Err(Problem::NothingToFill.into());
        }
        let (filled, formulas) = match kind {
            Kind::Workbook => fill_xlsx::fill(bytes, &tables, &targets)?,
            Kind::Word => (fill_docx::fill(bytes, &targets)?, Vec::new()),
        };
        check(name, &filled, &tables, &targets, &formulas)?;
        let known = self.form_rows()?;
        // Rows that are called the same and ask for different figures can't be told apart the next time.
        let mut told: HashMap<&str, Option<&str>> = HashMap::new();
        for row in draft.rows.iter().filter(|row| !row.key.is_empty()) {
            told.entry(&row.key).and_modify(|one| *one = one.filter(|one| *one == row.figure)).or_insert(Some(&row.figure));
        }
        let is_new = |words: &str, figure: &str| match known.get(words) {
            Some((_, known)) => known != figure,
            None => !figure.is_empty(),
        };
        let mut news: Vec<(&str, &str)> =
            told.into_iter().filter_map(|(words, figure)| Some((words, figure?))).filter(|(words, figure)| is_new(words, figure)).collect();
        news.sort();
        let change = if news.is_empty() {
            None
        } else {
            let written = self.write(stamp, "tell-form-rows", |door| {
                for (words, figure) in &news {
                    door.keep_form_row(known.get(*words).map(|(id, _)| *id), words, figure)?;
                }
                Ok(Done::new(None, format!("Nhớ {} dòng của biểu {name}", news.len())))
            })?;
            written.change
        };
        let filled_cells = targets.len() - formulas.len();
        Ok((filled, FormFilled { filled: filled_cells, missing, formulas, estimates, change }))
    }
}

/// A filled form is read once more before it leaves: each value stands in its cell, and every other cell
/// is as it was. Error: a layout that was filled otherwise than it was read ([`Problem::FormLayout`]).
fn check(name: &str, filled: &[u8], before: &[read::Table], targets: &[Target], formulas: &[String]) -> Result<()> {
    let after = read::tables(name, filled).map_err(|_| Problem::FormLayout)?.1;
    let filled: HashMap<(usize, usize), &read::Row> =
        after.iter().enumerate().flat_map(|(nth, table)| table.rows.iter().map(move |row| ((nth, row.place), row))).collect();
    let cell = |table: usize, row: usize, column: usize| filled.get(&(table, row)).and_then(|row| row.cells.get(column)).map_or("", String::as_str);
    let wanted: HashSet<(usize, usize, usize)> = targets.iter().map(|one| (one.table, one.row, one.column)).collect();
    let stands = |one: &Target| {
        let place = format!("{}{}", crate::sheet::column_name(u32::try_from(one.column).unwrap_or(0)), one.row);
        formulas.contains(&place) || !cell(one.table, one.row, one.column).is_empty()
    };
    let same = before.iter().enumerate().all(|(table, old)| {
        old.rows.iter().all(|row| {
            let kept = |(column, words): (usize, &String)| wanted.contains(&(table, row.place, column)) || cell(table, row.place, column) == words;
            row.cells.iter().enumerate().all(kept)
        })
    });
    if after.len() == before.len() && same && targets.iter().all(stands) { Ok(()) } else { Err(Problem::FormLayout.into()) }
}
