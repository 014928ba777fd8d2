//! LibreOffice's workbooks. calamine knows no merged cells there, so the little that is needed is
//! read here, and with it the very words each cell shows.

use super::concealed::{Concealed, hidden_sheet};
use super::read::width;
use super::xlsx::attribute;
use super::{COLUMNS, Cell, Row, Sheet, container};
use crate::{Problem, Result};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use zip::ZipArchive;

/// Empty rows that are repeated fill a sheet to its end; none of them is kept.
const REPEATED: usize = 1000;

pub(super) fn read(zip: &mut ZipArchive<Cursor<&[u8]>>, content: &str) -> Result<Vec<Sheet>> {
    let manifest = container::part(zip, "META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Problem::FileProtected.into());
    }
    let mut page = Page::default();
    let mut reader = Reader::from_str(content);
    loop {
        match reader.read_event().map_err(|_| Problem::NotWorkbook)? {
            Event::Start(tag) => page.open(&tag),
            Event::Empty(tag) => {
                page.open(&tag);
                page.close(tag.local_name().as_ref());
            }
            Event::End(tag) => page.close(tag.local_name().as_ref()),
            Event::Text(text) => page.write(&text.xml10_content()),
            Event::GeneralRef(name) => page.write(&resolved(&name)),
            Event::Eof => return Ok(page.done()),
            _ => {}
        }
    }
}

fn resolved(name: &quick_xml::events::BytesRef) -> String {
    let code: &str = name;
    let whole = format!("&{code};");
    quick_xml::escape::unescape(&whole).map(|text| text.into_owned()).unwrap_or(whole)
}

#[derive(Default)]
struct Page {
    sheets: Vec<Sheet>,
    /// Sheets that are not shown, and so not read.
    unread: Vec<Sheet>,
    /// The style that is open, and those that hide a sheet.
    style: String,
    hiding: BTreeSet<String>,
    /// True while the open sheet is not shown.
    away: bool,
    /// Columns of the open sheet so far, and those that are hidden.
    columns: u32,
    concealed: Concealed,
    /// Number of the row that is open, from 1.
    number: usize,
    row: Row,
    row_repeated: usize,
    cell: Cell,
    cell_repeated: usize,
    /// Rows the open cell covers.
    cell_rows: usize,
    /// The day of a cell that holds one, ISO.
    day: String,
    in_cell: bool,
    /// Depth inside a note at a cell: its words are not the cell's.
    aside: usize,
    /// Cells over several columns or rows, by their first column.
    spread: BTreeMap<usize, Spread>,
}

/// A cell that covers others.
struct Spread {
    columns: usize,
    /// Rows it covers, the open one included.
    rows: usize,
    /// True in the row where it begins.
    begins: bool,
}

impl Page {
    fn open(&mut self, tag: &BytesStart) {
        let number = |name: &str| attribute(tag, name).and_then(|value| value.parse::<usize>().ok()).unwrap_or(1).max(1);
        match tag.local_name().as_ref() {
            "annotation" => self.aside += 1,
            "table" if self.aside == 0 => {
                let sheet = Sheet { name: attribute(tag, "name").unwrap_or_default(), ..Sheet::default() };
                self.away = attribute(tag, "style-name").is_some_and(|style| self.hiding.contains(&style));
                if self.away {
                    self.unread.push(sheet)
                } else {
                    self.sheets.push(sheet)
                }
                (self.number, self.spread) = (1, BTreeMap::new());
                (self.columns, self.concealed) = (0, Concealed::default());
            }
            "style" => self.style = attribute(tag, "name").unwrap_or_default(),
            "table-properties" if attribute(tag, "display").is_some_and(|value| value == "false") => {
                self.hiding.insert(std::mem::take(&mut self.style));
            }
            "table-column" => {
                let after = self.columns.saturating_add(u32::try_from(number("number-columns-repeated")).unwrap_or(u32::MAX));
                if is_hidden(tag) {
                    self.concealed.hide_columns(self.columns, after - 1);
                }
                self.columns = after;
            }
            "table-row" => {
                self.row = Row { number: self.number, hidden: is_hidden(tag), cells: Vec::new() };
                self.row_repeated = number("number-rows-repeated");
            }
            "table-cell" | "covered-table-cell" => {
                self.cell = Cell { span: number("number-columns-spanned").min(COLUMNS as usize), ..Cell::default() };
                self.cell_rows = number("number-rows-spanned");
                self.cell_repeated = number("number-columns-repeated");
                self.day = attribute(tag, "date-value").unwrap_or_default();
                self.in_cell = true;
            }
            "p" if self.in_cell && self.aside == 0 && !self.cell.text.is_empty() => self.cell.text.push('\n'),
            "s" => self.write(&" ".repeat(number("c").min(64))),
            "tab" => self.write(" "),
            "line-break" => self.write("\n"),
            _ => {}
        }
    }

    fn write(&mut self, words: &str) {
        if self.in_cell && self.aside == 0 {
            self.cell.text.push_str(words);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "annotation" => self.aside = self.aside.saturating_sub(1),
            "table-cell" | "covered-table-cell" => self.close_cell(),
            "table-row" => self.close_row(),
            "table" if self.aside == 0 => self.close_sheet(),
            _ => {}
        }
    }

    fn close_sheet(&mut self) {
        if let Some(sheet) = self.sheets.last_mut().filter(|_| !self.away) {
            sheet.notes.extend(self.concealed.note(&sheet.name, width(&sheet.rows)));
        }
        self.away = false;
    }

    /// The sheets that are shown; hidden ones are named in a note of the first.
    fn done(mut self) -> Vec<Sheet> {
        if let Some(first) = self.sheets.first_mut() {
            first.notes.extend(self.unread.iter().map(|sheet| hidden_sheet(&sheet.name)));
        }
        self.sheets
    }

    fn close_cell(&mut self) {
        self.in_cell = false;
        let mut cell = std::mem::take(&mut self.cell);
        // A day is written in full: shown with two figures for its year, or the month first, it could be another day.
        let whole = |text: &str| text.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty()).count() > 2;
        if let Some((year, month, day)) = iso(&self.day).filter(|(year, ..)| whole(&cell.text) || !cell.text.contains(year)) {
            cell.text = format!("{day}/{month}/{year}");
        }
        if cell.span > 1 || self.cell_rows > 1 {
            let column = self.row.cells.len();
            self.spread.insert(column, Spread { columns: cell.span, rows: self.cell_rows, begins: true });
        }
        let room = (COLUMNS as usize).saturating_sub(self.row.cells.len());
        let times = self.cell_repeated.min(room);
        self.row.cells.extend(std::iter::repeat_n(Cell { span: 1, ..cell }, times));
    }

    fn close_row(&mut self) {
        let mut row = std::mem::take(&mut self.row);
        let mut cells = Vec::new();
        let mut column = 0;
        while let Some(cell) = row.cells.get(column) {
            let (span, continued) = self.spread.get(&column).map_or((1, false), |spread| (spread.columns, !spread.begins));
            let text = if continued { String::new() } else { cell.text.clone() };
            // What is shown there is shown in the way of its own office: the comma and the point are its.
            cells.push(Cell { text, span, continued, is_number: false });
            column += span;
        }
        for spread in self.spread.values_mut() {
            spread.rows = spread.rows.saturating_sub(self.row_repeated);
            spread.begins = false;
        }
        self.spread.retain(|_, spread| spread.rows > 0);
        let worded = cells.iter().any(|cell| !cell.text.trim().is_empty());
        while cells.last().is_some_and(|cell| cell.text.trim().is_empty() && !cell.continued && cell.span == 1) {
            cells.pop();
        }
        row.cells = cells;
        let sheet = self.sheets.last_mut().filter(|_| !self.away);
        if worded && let Some(sheet) = sheet {
            for nth in 0..self.row_repeated.min(REPEATED) {
                sheet.rows.push(Row { number: row.number + nth, ..row.clone() });
            }
        }
        self.number += self.row_repeated;
    }
}

/// `collapse` hides by hand, `filter` by a filter.
fn is_hidden(tag: &BytesStart) -> bool {
    attribute(tag, "visibility").is_some_and(|value| value != "visible")
}

/// Year, month and day of an ISO day, as text.
fn iso(day: &str) -> Option<(&str, &str, &str)> {
    let mut parts = day.get(..10)?.split('-');
    Some((parts.next()?, parts.next()?, parts.next()?))
}
