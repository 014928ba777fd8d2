//! A plan from a file: every row and cell as written, what it means, and what is in doubt.
//!
//! Nothing is kept here. The clock is never asked: the period comes from the words of the file.

mod again;
mod alike;
mod aside;
mod cell;
mod columns;
mod doubts;
mod foreign;
mod found;
mod grid;
mod header;
mod html;
mod html_list;
mod html_signs;
mod marker;
mod paper;
mod pdf_text;
mod period;
mod rows;
mod seen;
mod source;
pub(crate) mod tabbed;
#[cfg(test)]
mod tests;
mod units;
mod words;

use crate::deadline::{self, Span};
use crate::paper::Document;
use crate::plan::Meaning;
use crate::view::{ColumnMap, DraftRow, PlanDraft};
use crate::{Error, Problem, Result, word};
pub use again::look_again;
pub(crate) use alike::Shape;
use columns::Field;
pub(crate) use doubts::of_kept;
use grid::Piece;
use rows::{Gathered, RowCounts};
pub use seen::plan_columns;
pub use source::read_plan;
use std::collections::BTreeMap;
use std::path::Path;
pub(crate) use units::{UnitNames, fold as fold_unit, spellings};

/// Reads a plan's appendix from a file on the disk.
///
/// `meaning` is how this office reads the words of a deadline.
///
/// # Errors
/// [`Problem::FileKind`] for a kind of file that is not read; what `word::read` refuses; no
/// table ([`Problem::NoTable`]), or none that looks like a plan's ([`Problem::NoPlanTable`]).
pub fn read_plan_file(path: &Path, meaning: &Meaning) -> Result<PlanDraft> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // A folder, or a file that is not there, is told before its kind is.
    let bytes = word::read::load(path)?;
    read_plan_bytes(&name, &bytes, meaning)
}

/// Reads a plan's appendix from a file in memory; its name tells its kind.
///
/// # Errors
/// See [`read_plan_file`].
pub fn read_plan_bytes(name: &str, bytes: &[u8], meaning: &Meaning) -> Result<PlanDraft> {
    Ok(read(name, bytes, meaning)?.0)
}

fn read(name: &str, bytes: &[u8], meaning: &Meaning) -> Result<(PlanDraft, RowCounts)> {
    draft(name, source::pieces_of(name, bytes)?, meaning, None)
}

/// Reads the plan that a document holds in its tables ("Lấy làm kế hoạch").
///
/// # Errors
/// No table ([`Problem::NoTable`]), or none that looks like a plan's ([`Problem::NoPlanTable`]).
pub fn read_plan_document(name: &str, document: &Document, meaning: &Meaning) -> Result<PlanDraft> {
    Ok(draft(name, paper::pieces(document), meaning, None)?.0)
}

/// The place of the field a column's name means: 0 TT, 1 content, 2 lead, 3 coordinating,
/// 4 deadline, 5 product.
pub(crate) fn column_named(name: &str) -> Option<usize> {
    columns::named(name).map(|(field, _)| field.place())
}

/// True when some words begin as the names of units do, or with a word for several.
pub(crate) fn begins_with_unit(words: &str) -> bool {
    cell::begins_one(words)
}

/// The units a cell names, as written.
pub(crate) fn units_named(cell: &str) -> Vec<String> {
    units::named(cell).units
}

/// Makes the draft of what a file holds.
fn draft(name: &str, pieces: Vec<Piece>, meaning: &Meaning, map: Option<&ColumnMap>) -> Result<(PlanDraft, RowCounts)> {
    let gathered = rows::gather(pieces, map)?;
    let counts = gathered.counts;
    if counts.tasks > MOST_ROWS {
        return Err(Problem::PlanTooLong { rows: counts.tasks, limit: MOST_ROWS }.into());
    }
    if !counts.add_up() {
        return Err(Error::Fault(format!("hàng của bảng không khớp: {counts:?}")));
    }
    let above: Vec<&str> = gathered.above.iter().map(String::as_str).collect();
    let title = period::title(&above);
    let (span, sure) = span_of(&title, &above, &gathered)?;
    let mut numbers = doubts::of_numbers(&gathered.tasks).into_iter();
    let rows = gathered.tasks.iter().map(|task| {
        let words = task.text(Field::Deadline);
        let deadline = meaning.of(words, span, None);
        let mut warnings: Vec<_> = numbers.next().flatten().into_iter().collect();
        warnings.extend(doubts::of_task(task, &deadline, span, &gathered.missing));
        let text = |field: Field| task.text(field).to_owned();
        DraftRow {
            group_roman: task.group.0.clone(),
            group_name: task.group.1.clone(),
            tt: text(Field::Tt),
            content: text(Field::Content),
            lead: text(Field::Lead),
            coordinating: text(Field::Coordinating),
            deadline_text: text(Field::Deadline),
            product: text(Field::Product),
            deadline_hint: deadline::hint(&deadline),
            deadline,
            warnings,
            answered_last: None,
        }
    });
    let rows = rows.collect();
    let warnings = doubts::of_plan(&gathered, (!sure).then_some(span));
    Ok((PlanDraft { source: name.to_owned(), title, from: span.first, to: span.last, rows, warnings }, counts))
}

/// The period: named in the title, or on a line above it; else the year most often written, and
/// then it is not sure.
fn span_of(title: &str, above: &[&str], gathered: &Gathered) -> Result<(Span, bool)> {
    if let Some(span) = period::named(title) {
        return Ok((span, true));
    }
    // Lines with a day are the place and date, or name another document.
    let names = |line: &&&str| line.chars().count() <= 250 && !line.starts_with('(') && !words::key(line).contains("ngay");
    if let Some(span) = above.iter().filter(names).find_map(|line| period::named(line)) {
        return Ok((span, true));
    }
    let deadlines: Vec<&str> = gathered.tasks.iter().map(|task| task.text(Field::Deadline)).collect();
    let cells: Vec<&str> = gathered.tasks.iter().flat_map(|task| &task.words).map(String::as_str).collect();
    let year = [deadlines.as_slice(), &cells, above].into_iter().find_map(frequent_year);
    let span = period::year(year.unwrap_or(FIRST_YEAR)).ok_or_else(|| Error::Fault("năm của kế hoạch".to_owned()))?;
    Ok((span, false))
}

/// The longest plan that is taken in: an office's has some hundred rows.
const MOST_ROWS: usize = 20_000;

/// Proposed, and said to be, when a file writes no year anywhere: the first year of the program.
const FIRST_YEAR: i32 = 2026;

/// The year written most often; of two as frequent, the later.
fn frequent_year(texts: &[&str]) -> Option<i32> {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for year in texts.iter().flat_map(|text| period::years_in(text)) {
        *counts.entry(year).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(year, count)| (*count, *year)).map(|(year, _)| year)
}
