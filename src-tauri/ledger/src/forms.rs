//! Biểu của cấp trên: the higher office's own statistics form, filled in its own layout.
//!
//! Rows are told to figures once and remembered by their words. Cells are written into the file as it
//! came: nothing else of it changes, and a cell with a formula stays.

mod cells;
mod fill_docx;
mod fill_xlsx;
mod guess;
mod read;
mod rows;
#[cfg(test)]
mod tests;

use crate::change::Done;
use crate::deadline::Span;
use crate::paper::FigureFormat;
use crate::view::{FormDraft, FormFigure, FormFilled, FormTable, FormView};
use crate::{Ledger, Problem, Result, Stamp};
use cells::{Target, Text};
use chrono::NaiveDate;
use read::Kind;
use std::collections::HashMap;

impl Ledger {
    /// Reads a form, and finds the figure of each row: as it was told before, else by its words.
    ///
    /// Nothing is kept. Errors: no .xlsx and no .docx; no table with rows and an empty column.
    pub fn read_form(&self, name: &str, bytes: &[u8], window: Span, as_of: NaiveDate) -> Result<FormView> {
        let (_, tables) = read::tables(name, bytes)?;
        let figures = self.figures(window, as_of, &[])?;
        let known = self.form_rows()?;
        let names = guess::Names::of(figures.set());
        let shown = |(place, table): (usize, read::Table)| {
            let shape = guess::shape(&table)?;
            let rows = names.rows(&table, &shape, &known);
            (!rows.is_empty()).then(|| FormTable {
                place,
                title: table.title.clone(),
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
        let figures = figures.set().figures.iter().map(|figure| FormFigure {
            id: figure.id.clone(),
            name: figure.name.clone(),
            unit: figure.unit.clone(),
            value: figures.text(&figure.id, None, FigureFormat::Plain),
        });
        Ok(FormView { name: name.to_owned(), from: window.first, to: window.last, figures: figures.collect(), tables })
    }

    /// Fills a form: the file with the values of the window in its cells, and what became of it.
    ///
    /// The rows are remembered in one change; one that was told the same before is not written again.
    /// Errors: as of reading; nothing to fill in.
    pub fn fill_form(&mut self, name: &str, bytes: &[u8], draft: &FormDraft, stamp: &Stamp) -> Result<(Vec<u8>, FormFilled)> {
        let (kind, tables) = read::tables(name, bytes)?;
        let figures = self.figures(Span { first: draft.from, last: draft.to }, draft.as_of, &[])?;
        let mut targets: Vec<Target> = Vec::new();
        let mut missing: Vec<String> = Vec::new();
        for row in draft.rows.iter().filter(|row| !row.figure.is_empty()) {
            let Some(figure) = figures.name(&row.figure) else { return Err(Problem::NotFound("số liệu").into()) };
            match figures.text(&row.figure, None, FigureFormat::Plain) {
                Some(value) => targets.push(Target { table: row.table, row: row.place, column: row.value, text: Text::of(&value) }),
                None if missing.iter().any(|one| one == figure) => {}
                None => missing.push(figure.to_owned()),
            }
        }
        if targets.is_empty() {
            return Err(Problem::NothingToFill.into());
        }
        let (filled, formulas) = match kind {
            Kind::Workbook => fill_xlsx::fill(bytes, &tables, &targets)?,
            Kind::Word => (fill_docx::fill(bytes, &targets)?, Vec::new()),
        };
        let known = self.form_rows()?;
        let told: HashMap<String, &str> =
            draft.rows.iter().map(|row| (guess::key(&row.words), row.figure.as_str())).filter(|(words, _)| !words.is_empty()).collect();
        let mut news: Vec<(String, &str)> = told
            .into_iter()
            .filter(|(words, figure)| known.get(words).is_none_or(|(_, known)| known != figure) && (known.contains_key(words) || !figure.is_empty()))
            .collect();
        news.sort();
        let change = if news.is_empty() {
            None
        } else {
            let written = self.write(stamp, "tell-form-rows", |door| {
                for (words, figure) in &news {
                    door.keep_form_row(known.get(words).map(|(id, _)| *id), words, figure)?;
                }
                Ok(Done::new(None, format!("Nhớ {} dòng của biểu {name}", news.len())))
            })?;
            Some(written.change)
        };
        let filled_cells = targets.len() - formulas.len();
        Ok((filled, FormFilled { filled: filled_cells, missing, formulas, change }))
    }
}
