//! A form as tables of words, each row with its place in the file.

use super::heads;
use crate::word::read::{Part, Table as WordTable};
use crate::{Problem, Result, sheet, viet, word};
use std::path::Path;

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Workbook,
    Word,
}

/// A table of a form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Table {
    /// The sheet's name; empty in a Word file.
    pub(super) title: String,
    /// The line above it in a Word file.
    pub(super) above: String,
    pub(super) rows: Vec<Row>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Row {
    /// Its number in the sheet, from 1; its place in the table, from 0.
    pub(super) place: usize,
    /// The words of each column; a cell over several columns has its words in the first.
    pub(super) cells: Vec<String>,
    /// The column that the cell over each column begins in.
    pub(super) starts: Vec<usize>,
}

impl Row {
    /// A row of a sheet.
    pub(super) fn of(row: &sheet::Row) -> Row {
        let starts = row.cells.iter().scan(0, |at, cell| {
            *at += cell.span;
            Some(vec![*at - cell.span; cell.span])
        });
        Row { place: row.number, cells: (0..row.width()).map(|column| row.words(column)).collect(), starts: starts.flatten().collect() }
    }

    /// The column that the cell over a column begins in.
    pub(super) fn start(&self, column: usize) -> usize {
        self.starts.get(column).copied().unwrap_or(column)
    }
}

/// The tables of a form in the order of the file.
///
/// Errors: neither .xlsx nor .docx ([`Problem::FormKind`]), what the readers of these refuse.
pub(super) fn tables(name: &str, bytes: &[u8]) -> Result<(Kind, Vec<Table>)> {
    let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "xlsx" | "xlsm" => Ok((Kind::Workbook, sheet::read::bytes(bytes)?.iter().flat_map(of_sheet).collect())),
        "docx" => {
            let parts = word::read::bytes(bytes)?;
            let mut above = String::new();
            let mut tables = Vec::new();
            for part in &parts {
                match part {
                    Part::Table(table) => tables.push(Table { above: std::mem::take(&mut above), ..of_word(table) }),
                    Part::Para(para) if !para.text.trim().is_empty() => above.clone_from(&para.text),
                    Part::Para(_) => {}
                }
            }
            Ok((Kind::Word, tables))
        }
        other => Err(Problem::FormKind(other.to_owned()).into()),
    }
}

/// The tables of a sheet, one below the other, each with the lines above it.
fn of_sheet(sheet: &sheet::Sheet) -> Vec<Table> {
    let mut rows: Vec<Row> = sheet.rows.iter().map(Row::of).collect();
    let mut tables: Vec<Table> = heads::begins(&rows)
        .into_iter()
        .rev()
        .map(|begin| Table { title: sheet.name.clone(), rows: rows.split_off(begin), ..Table::default() })
        .collect();
    tables.push(Table { title: sheet.name.clone(), rows, ..Table::default() });
    tables.reverse();
    tables
}

fn of_word(table: &WordTable) -> Table {
    let rows = table.rows.iter().enumerate().map(|(place, row)| {
        let (mut cells, mut starts) = (Vec::new(), Vec::new());
        for cell in &row.cells {
            starts.resize(starts.len() + usize::from(cell.span), cells.len());
            cells.push(if cell.continued { String::new() } else { words(&cell.parts) });
            cells.resize(starts.len(), String::new());
        }
        Row { place, cells, starts }
    });
    Table { rows: rows.collect(), ..Table::default() }
}

fn words(parts: &[Part]) -> String {
    let mut words = String::new();
    for part in parts {
        if let Part::Para(para) = part {
            words.extend([para.label.as_str(), " ", para.text.as_str(), " "]);
        }
    }
    viet::nfc(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}
