//! A form as tables of words, each row with its place in the file.

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
}

/// The tables of a form in the order of the file.
///
/// Errors: neither .xlsx nor .docx ([`Problem::FormKind`]), what the readers of these refuse.
pub(super) fn tables(name: &str, bytes: &[u8]) -> Result<(Kind, Vec<Table>)> {
    let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "xlsx" | "xlsm" => Ok((Kind::Workbook, sheet::read::bytes(bytes)?.iter().map(of_sheet).collect())),
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

fn of_sheet(sheet: &sheet::Sheet) -> Table {
    let rows = sheet.rows.iter().map(|row| Row { place: row.number, cells: (0..row.width()).map(|column| row.words(column)).collect() });
    Table { title: sheet.name.clone(), above: String::new(), rows: rows.collect() }
}

fn of_word(table: &WordTable) -> Table {
    let rows = table.rows.iter().enumerate().map(|(place, row)| {
        let mut cells = Vec::new();
        for cell in &row.cells {
            cells.push(if cell.continued { String::new() } else { words(&cell.parts) });
            cells.resize(cells.len() + usize::from(cell.span) - 1, String::new());
        }
        Row { place, cells }
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
