//! Excel's workbooks of 1997–2003, and those of today behind a password.

use super::concealed::hidden_sheet;
use super::read::{Merged, rows, width};
use super::{COLUMNS, Sheet, biff, shown};
use crate::view::Note;
use crate::{Error, Problem, Result};
use calamine::{Reader as _, SheetType, SheetVisible, Xls, XlsError};
use std::collections::BTreeMap;
use std::io::Cursor;

/// Reads the sheets that are shown; hidden ones are named in a note of the first. How a day is shown is not known here: it is written in full.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>> {
    if is_encrypted(bytes) {
        return Err(Problem::FileProtected.into());
    }
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(refused)?;
    let mut sheets = Vec::new();
    let mut hidden = Vec::new();
    let mut concealed = biff::concealed(bytes).into_iter();
    for about in book.sheets_metadata().to_vec() {
        let concealed = concealed.next().unwrap_or_default();
        if about.typ != SheetType::WorkSheet {
            continue;
        }
        if about.visible != SheetVisible::Visible {
            hidden.push(hidden_sheet(&about.name));
            continue;
        }
        let range = book.worksheet_range(&about.name).map_err(refused)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut cells: BTreeMap<(u32, u32), shown::Words> = BTreeMap::new();
        for (row, column, value) in range.used_cells() {
            let words = shown::Words::of(value, "");
            if !words.text.trim().is_empty() {
                let place = |from: u32, at: usize| from + u32::try_from(at).unwrap_or(u32::MAX - from);
                cells.insert((place(top, row), place(left, column).min(COLUMNS - 1)), words);
            }
        }
        let merged = book.merge_cells_by_sheet_name(&about.name).unwrap_or_default();
        let merged: Vec<Merged> =
            merged.into_iter().map(|one| Merged { rows: (one.start.0, one.end.0), columns: (one.start.1, one.end.1.min(COLUMNS - 1)) }).collect();
        let (rows, _) = rows(cells, &merged, |row| concealed.rows.contains(&row));
        let notes = concealed.note(&about.name, width(&rows)).into_iter().collect();
        sheets.push(Sheet { name: about.name, rows, notes });
    }
    if let Some(first) = sheets.first_mut() {
        first.notes.extend(hidden);
    }
    if let Some(first) = sheets.first_mut().filter(|sheet| sheet.rows.iter().any(|row| row.cells.iter().any(|cell| is_day(&cell.text)))) {
        let sentence = "Tệp .xls không cho biết ngày được hiện thế nào; ngày viết đủ ngày, tháng, năm. Nếu ô vốn chỉ ghi tháng, hãy sửa lại ô đó.";
        first.notes.push(Note { code: "days-in-full".to_owned(), sentence: sentence.to_owned() });
    }
    Ok(sheets)
}

/// `01/07/2025`: the first of a month, which may have been typed as `7/2025`.
fn is_day(text: &str) -> bool {
    text.starts_with("01/") && text.len() == 10 && text.chars().filter(|sign| *sign == '/').count() == 2
}

fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.chunks(128).any(|entry| entry.starts_with(&name))
}

fn refused(error: XlsError) -> Error {
    match error {
        XlsError::Password => Problem::FileProtected.into(),
        _ => Problem::NotWorkbook.into(),
    }
}
