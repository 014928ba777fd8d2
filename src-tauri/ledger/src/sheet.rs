//! Workbooks as plain data: Excel's and LibreOffice's files in, Excel's out.

mod biff;
mod concealed;
mod container;
mod ods;
pub(crate) mod read;
mod shown;
#[cfg(test)]
mod tests;
pub(crate) mod write;
mod xls;
mod xlsx;

use crate::viet;
use crate::view::Note;

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Sheet {
    /// The name on its tab.
    pub(crate) name: String,
    /// Rows in which something stands, in order.
    pub(crate) rows: Vec<Row>,
    /// What the reader of its rows should know.
    pub(crate) notes: Vec<Note>,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Row {
    /// Its number in the sheet, from 1.
    pub(crate) number: usize,
    /// True when the workbook hides it.
    pub(crate) hidden: bool,
    /// Its cells from the first column on.
    pub(crate) cells: Vec<Cell>,
}

impl Row {
    /// The cell that begins in a column.
    fn cell(&self, column: usize) -> Option<&Cell> {
        let mut at = 0;
        self.cells.iter().find(|cell| {
            at += cell.span;
            at - cell.span == column
        })
    }

    /// The words of a column, tidy.
    pub(crate) fn words(&self, column: usize) -> String {
        self.cell(column).map(|cell| viet::nfc(&cell.text.split_whitespace().collect::<Vec<_>>().join(" "))).unwrap_or_default()
    }

    /// The words of a column as an office types them: a number has a comma before its decimals.
    pub(crate) fn typed(&self, column: usize) -> String {
        let words = self.words(column);
        if self.cell(column).is_some_and(|cell| cell.is_number) { words.replace('.', ",") } else { words }
    }

    /// True where a column continues the cell above it.
    pub(crate) fn goes_on(&self, column: usize) -> bool {
        self.cell(column).is_some_and(|cell| cell.continued)
    }

    /// How many columns it has.
    pub(crate) fn width(&self) -> usize {
        self.cells.iter().map(|cell| cell.span).sum()
    }
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Cell {
    /// Its words as the workbook shows them.
    pub(crate) text: String,
    /// Columns it covers, 1 or more.
    pub(crate) span: usize,
    /// True when it continues the cell above it.
    pub(crate) continued: bool,
    /// True where the workbook holds a number, whose point parts its decimals; words may mean thousands by theirs.
    pub(crate) is_number: bool,
}

/// The part of each sheet in a workbook of today, by its name.
///
/// Errors: not a workbook.
pub(crate) fn sheet_paths(bytes: &[u8]) -> crate::Result<std::collections::BTreeMap<String, String>> {
    xlsx::paths(&mut container::open(bytes)?)
}

/// No table of an office is wider; what stands further right is brought into the last column.
const COLUMNS: u32 = 256;

/// `A`, `Z`, `AA` … of a column counted from 0.
pub(crate) fn column_name(mut column: u32) -> String {
    let mut name = String::new();
    loop {
        let letter = char::from_u32(u32::from('A') + column % 26).unwrap_or('?');
        name.insert(0, letter);
        match column / 26 {
            0 => return name,
            rest => column = rest - 1,
        }
    }
}
