//! Excel's workbooks of today.

use super::concealed::{Concealed, hidden_sheet, named};
use super::read::{Merged, rows, width};
use super::{COLUMNS, Sheet, column_name, container, shown};
use crate::view::Note;
use crate::{Error, Problem, Result};
use calamine::{Data, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::Cursor;
use zip::ZipArchive;

/// Reads the sheets that are shown; hidden ones are named in a note of the first.
pub(super) fn read(bytes: &[u8], zip: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Vec<Sheet>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(refused)?;
    let paths = paths(zip)?;
    let mut sheets = Vec::new();
    let mut hidden = Vec::new();
    for about in book.sheets_metadata().to_vec() {
        if about.typ != SheetType::WorkSheet {
            continue;
        }
        if about.visible != SheetVisible::Visible {
            hidden.push(hidden_sheet(&about.name));
            continue;
        }
        let concealed = match paths.get(&about.name) {
            Some(path) => concealed(&container::part(zip, path)?.unwrap_or_default()),
            None => Concealed::default(),
        };
        sheets.push(sheet(&mut book, &about.name, &concealed)?);
    }
    if let Some(first) = sheets.first_mut() {
        first.notes.extend(hidden);
    }
    Ok(sheets)
}

fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, concealed: &Concealed) -> Result<Sheet> {
    let styles = book.worksheet_style(name).map_err(refused)?;
    let mut cells: BTreeMap<(u32, u32), shown::Words> = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(name).map_err(refused)?;
    while let Some(cell) = reader.next_cell().map_err(refused)? {
        let (row, column) = cell.get_position();
        let format = styles.get((row, column)).and_then(|style| style.number_format.as_ref()).map_or("", |format| format.format_code.as_str());
        let words = shown::Words::of(&Data::from(cell.get_value().clone()), format);
        if words.text.trim().is_empty() {
            continue;
        }
        match cells.entry((row, column.min(COLUMNS - 1))) {
            Entry::Vacant(place) => drop(place.insert(words)),
            // Beyond the last column that is read all stands in it.
            Entry::Occupied(mut place) => {
                let place = place.get_mut();
                place.text.push_str(&format!(" {}", words.text));
                place.is_number = false;
            }
        }
    }
    drop(reader);
    let mut uncalculated = Vec::new();
    let mut reader = book.worksheet_cells_reader(name).map_err(refused)?;
    while let Some(cell) = reader.next_formula().map_err(refused)? {
        let (row, column) = cell.get_position();
        if !cell.get_value().is_empty() && !cells.contains_key(&(row, column.min(COLUMNS - 1))) {
            uncalculated.push(format!("{}{}", column_name(column), row + 1));
        }
    }
    drop(reader);
    let merged: Vec<Merged> = book
        .merge_cells_by_sheet_name(name)
        .map_err(refused)?
        .into_iter()
        .map(|one| Merged { rows: (one.start.0, one.end.0), columns: (one.start.1.min(COLUMNS - 1), one.end.1.min(COLUMNS - 1)) })
        .collect();
    let (rows, overlapping) = rows(cells, &merged, |row| concealed.rows.contains(&row));
    let mut notes = Vec::new();
    let mut note = |code: &str, sentence: String| notes.push(Note { code: code.to_owned(), sentence });
    if !uncalculated.is_empty() {
        let places = named(&uncalculated);
        note("cell-uncalculated", format!("Ô {places} có công thức không ra chữ nào. Hãy mở tệp bằng Excel xem lại, lưu rồi nhập lại nếu cần."));
    }
    if overlapping > 0 {
        note("merge-overlap", format!("Trang “{name}” có {overlapping} vùng trộn ô chồng lên nhau; vùng sau đọc như các ô rời."));
    }
    notes.extend(concealed.note(name, width(&rows)));
    Ok(Sheet { name: name.to_owned(), rows, notes })
}

/// What a sheet's own part hides.
fn concealed(xml: &str) -> Concealed {
    let mut concealed = Concealed::default();
    each_tag(xml, |tag| {
        let is_hidden = || attribute(tag, "hidden").is_some_and(|value| value == "1" || value == "true");
        let number = |name: &str| attribute(tag, name).and_then(|value| value.parse::<u32>().ok());
        match tag.local_name().as_ref() {
            "row" if is_hidden() => concealed.rows.extend(number("r").and_then(|row| row.checked_sub(1))),
            "col" if is_hidden() => concealed.hide_columns(number("min").unwrap_or(1).max(1) - 1, number("max").unwrap_or(1).max(1) - 1),
            _ => {}
        }
    });
    concealed
}

/// The part in which each sheet stands.
pub(super) fn paths(zip: &mut ZipArchive<Cursor<&[u8]>>) -> Result<BTreeMap<String, String>> {
    let mut targets: BTreeMap<String, String> = BTreeMap::new();
    each_tag(&container::part(zip, "xl/_rels/workbook.xml.rels")?.unwrap_or_default(), |tag| {
        if let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target")) {
            let target = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id, target);
        }
    });
    let mut paths = BTreeMap::new();
    each_tag(&container::part(zip, "xl/workbook.xml")?.unwrap_or_default(), |tag| {
        if tag.local_name().as_ref() == "sheet"
            && let (Some(name), Some(path)) = (attribute(tag, "name"), attribute(tag, "id").and_then(|id| targets.get(&id)))
        {
            paths.insert(name, path.clone());
        }
    });
    Ok(paths)
}

fn each_tag(xml: &str, mut see: impl FnMut(&BytesStart)) {
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) | Event::Empty(tag) => see(&tag),
            Event::Eof => break,
            _ => {}
        }
    }
}

/// An attribute by its local name, entities resolved.
pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(quick_xml::escape::unescape(&found.value).map_or_else(|_| found.value.to_string(), |text| text.into_owned()))
}

fn refused(error: XlsxError) -> Error {
    match error {
        XlsxError::Password => Problem::FileProtected.into(),
        _ => Problem::NotWorkbook.into(),
    }
}
