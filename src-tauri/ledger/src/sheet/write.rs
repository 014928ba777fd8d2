//! Workbooks for Excel, LibreOffice, WPS and phones: typed cells, no formula, no macro.

use crate::{Error, Problem, Result};
use chrono::NaiveDate;
use rust_xlsxwriter::{DataValidation, DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

/// A sheet to be written, as a table under some lines.
#[derive(Debug, Clone, Default)]
pub(crate) struct SheetOut {
    /// The name on its tab: at most 31 signs, none of `[]:*?/\`.
    pub(crate) name: String,
    /// Lines above the table, across its whole width: the first is its title.
    pub(crate) above: Vec<String>,
    /// Its columns.
    pub(crate) columns: Vec<ColumnOut>,
    /// Its rows.
    pub(crate) lines: Vec<Line>,
}

/// A column of a sheet.
#[derive(Debug, Clone, Default)]
pub(crate) struct ColumnOut {
    /// Its heading.
    pub(crate) head: String,
    /// Its width, in signs of the sheet's face.
    pub(crate) width: f64,
    /// True for short values that stand in the middle.
    pub(crate) centered: bool,
    /// The only values it takes, offered as a list; empty: anything.
    pub(crate) choices: Vec<String>,
    /// True for a column that its reader fills in: it is tinted and may be written to.
    pub(crate) asked: bool,
}

/// A row under the heading.
#[derive(Debug, Clone)]
pub(crate) enum Line {
    /// Words across the table.
    Group(String),
    /// A value for each column.
    Row(Vec<Value>),
    /// The same where nothing is asked: no cell of it is tinted.
    Told(Vec<Value>),
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// Words: never a formula, whatever they begin with.
    Text(String),
    /// A number.
    Number(f64),
    /// A day, shown as dd/mm/yyyy.
    Day(NaiveDate),
    /// Nothing yet.
    Blank,
}

impl Value {
    /// A whole number as a number, anything else as words.
    pub(crate) fn counted(text: &str) -> Value {
        match text.parse::<u32>() {
            Ok(number) if number.to_string() == text => Value::Number(f64::from(number)),
            _ => Value::Text(text.to_owned()),
        }
    }
}

/// The face of a workbook of an office, in points.
const FACE: (&str, f64) = ("Times New Roman", 12.0);
/// A4, by the number Excel has for it.
const A4: u8 = 9;

/// Writes the sheets as an .xlsx; `made` is the day it says it was made on.
///
/// Same sheets and day, same bytes. Errors: words longer than a cell holds ([`Problem::CellTooLong`]).
pub(crate) fn bytes(sheets: &[SheetOut], made: NaiveDate) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    let created = made.and_hms_opt(0, 0, 0).ok_or_else(|| Error::Fault("day of a workbook".to_owned()))?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    for sheet in sheets {
        write(book.add_worksheet(), sheet).map_err(refused)?;
    }
    book.save_to_buffer().map_err(refused)
}

fn write(page: &mut Worksheet, sheet: &SheetOut) -> Result<(), XlsxError> {
    let base = || Format::new().set_font_name(FACE.0).set_font_size(FACE.1).set_text_wrap().set_align(FormatAlign::VerticalCenter);
    let cell = || base().set_border(FormatBorder::Thin);
    let title = base().set_bold().set_align(FormatAlign::Center);
    let line = base().set_italic().set_align(FormatAlign::Center);
    let head = cell().set_bold().set_align(FormatAlign::Center).set_background_color(0x00EE_F1F4);
    let group = cell().set_bold();
    let last = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    page.set_name(&sheet.name)?;
    for (nth, column) in (0_u16..).zip(&sheet.columns) {
        page.set_column_width(nth, column.width)?;
    }
    let mut row = 0_u32;
    for (nth, words) in sheet.above.iter().enumerate() {
        across(page, row, last, words, if nth == 0 { &title } else { &line })?;
        row += 1;
    }
    let top = row;
    page.set_row_height(top, height(sheet.columns.iter().map(|column| lines(&column.head, column.width)).max().unwrap_or(1)))?;
    for (nth, column) in (0_u16..).zip(&sheet.columns) {
        page.write_string_with_format(top, nth, &column.head, &head)?;
    }
    for entry in &sheet.lines {
        row += 1;
        match entry {
            Line::Group(words) => {
                let width: f64 = sheet.columns.iter().map(|column| column.width).sum();
                page.set_row_height(row, height(lines(words, width)))?;
                across(page, row, last, words, &group)?;
            }
            Line::Row(values) | Line::Told(values) => {
                let high = sheet.columns.iter().zip(values).map(|(column, value)| match value {
                    Value::Text(text) => lines(text, column.width),
                    Value::Number(_) | Value::Day(_) | Value::Blank => 1,
                });
                page.set_row_height(row, height(high.max().unwrap_or(1)))?;
                for ((nth, column), value) in (0_u16..).zip(&sheet.columns).zip(values) {
                    let mut format = if column.centered { cell().set_align(FormatAlign::Center) } else { cell() };
                    if column.asked && matches!(entry, Line::Row(_)) {
                        format = format.set_background_color(0x00FF_F8E1).set_unlocked();
                    }
                    match value {
                        Value::Text(text) => page.write_string_with_format(row, nth, text, &format)?,
                        Value::Number(number) => page.write_number_with_format(row, nth, *number, &format)?,
                        Value::Day(day) => page.write_datetime_with_format(row, nth, day, &format.set_num_format("dd/mm/yyyy"))?,
                        Value::Blank => page.write_blank(row, nth, &format)?,
                    };
                }
            }
        }
    }
    for (nth, column) in (0_u16..).zip(&sheet.columns).filter(|(_, column)| !column.choices.is_empty() && row > top) {
        let rule = DataValidation::new().allow_list_strings(&column.choices)?;
        let rule = rule.set_error_title("Chọn trong danh sách")?.set_error_message("Ô này chỉ nhận một trong các giá trị của danh sách.")?;
        page.add_data_validation(top + 1, nth, row, nth, &rule)?;
    }
    page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_margins(0.6, 0.4, 0.6, 0.6, 0.3, 0.3);
    page.set_repeat_rows(top, top)?.set_freeze_panes(top + 1, 0)?;
    page.set_footer("&C&P");
    Ok(())
}

/// Lines that words take in a column, a little too many rather than too few: a program that opens the
/// sheet does not make its rows higher by itself.
fn lines(text: &str, width: f64) -> u32 {
    let room = (width * 0.95).max(4.0);
    let mut lines = 0;
    for line in text.lines().chain(text.is_empty().then_some("")) {
        let mut used = 0.0;
        lines += 1;
        for word in line.split(' ') {
            let long = f64::from(u32::try_from(word.chars().count()).unwrap_or(u32::MAX));
            if used > 0.0 && used + 1.0 + long > room {
                lines += 1;
                used = 0.0;
            }
            used += long + 1.0;
        }
    }
    lines
}

/// The height of a row of so many lines, in points.
fn height(lines: u32) -> f64 {
    (f64::from(lines) * 16.0 + 4.0).min(400.0)
}

/// Words over the whole width. One column can't be merged with itself.
fn across(page: &mut Worksheet, row: u32, last: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
    if last == 0 {
        page.write_string_with_format(row, 0, words, format)?;
    } else {
        page.merge_range(row, 0, row, last, words, format)?;
    }
    Ok(())
}

fn refused(error: XlsxError) -> Error {
    match error {
        XlsxError::MaxStringLengthExceeded => Problem::CellTooLong.into(),
        other => Error::Fault(other.to_string()),
    }
}

/// A name for a tab: no sign that Excel forbids, 31 signs at most.
pub(crate) fn tab_name(words: &str) -> String {
    let clean: String = words.chars().map(|sign| if "[]:*?/\\'".contains(sign) { ' ' } else { sign }).collect();
    let name: String = clean.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(31).collect();
    if name.is_empty() { "Trang 1".to_owned() } else { name.trim().to_owned() }
}
