//! A document as lines and grids: the same, whatever kind of file it came from.

use super::words::tidy;
use crate::sheet::Sheet;
use crate::view::Note;
use crate::word::read::{Part, Table};

/// No table of an office is wider; words further right go into the last column.
const COLUMNS: usize = 256;

/// A piece of a document, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A line of text, tidy, never empty.
    Line(String),
    /// A table.
    Grid(Grid),
}

/// A table whose cells know their columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Grid {
    /// Its rows.
    pub(super) rows: Vec<Row>,
    /// What stands in its cells when one of them holds a table: the grid may only frame the page.
    pub(super) inner: Vec<Piece>,
    /// The sheet of a workbook it is, or empty.
    pub(super) sheet: String,
    /// What its file says of it that an officer should know.
    pub(super) notes: Vec<Note>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Row {
    /// Its cells, left to right.
    pub(super) cells: Vec<Cell>,
    /// Its number in the sheet of a workbook; 0 elsewhere.
    pub(super) number: usize,
    /// True when the workbook hides it.
    pub(super) hidden: bool,
    /// Columns whose cells may hold words of another, where cells were told apart by what they say.
    pub(super) unsure: Vec<usize>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// Its first column, from 0.
    pub(super) at: usize,
    /// Columns it covers.
    pub(super) span: usize,
    /// Its words, tidy; those of the cell it continues.
    pub(super) text: String,
    /// True when it continues the cell above.
    pub(super) continued: bool,
}

impl Grid {
    /// Columns of the widest row.
    pub(super) fn width(&self) -> usize {
        self.rows.iter().map(Row::width).max().unwrap_or(0)
    }

    /// The name of its sheet, else the words of its first row.
    pub(super) fn title(&self) -> String {
        if self.sheet.is_empty() { self.rows.first().map(Row::words).unwrap_or_default() } else { self.sheet.clone() }
    }

    /// Takes the rows from `at` on into a grid of their own.
    pub(super) fn split_off(&mut self, at: usize) -> Grid {
        Grid { rows: self.rows.split_off(at), sheet: self.sheet.clone(), ..Grid::default() }
    }

    /// Adds a row of (words, span, continued), finding the columns and what is continued.
    pub(super) fn push(&mut self, cells: impl IntoIterator<Item = (String, usize, bool)>) {
        let mut row = Row::default();
        let mut at = 0;
        for (text, span, continued) in cells {
            let above = self.rows.last().filter(|_| continued).and_then(|row| row.covering(at));
            let text = above.map_or(text, |above| above.text.clone());
            if let Some(last) = row.cells.last_mut().filter(|_| at >= COLUMNS) {
                if !text.is_empty() {
                    last.text.extend([" ", &text]);
                }
                continue;
            }
            row.cells.push(Cell { at, span, text, continued: above.is_some() });
            at += span;
        }
        self.rows.push(row);
    }
}

impl Row {
    /// The column after the last cell.
    pub(super) fn width(&self) -> usize {
        self.cells.last().map_or(0, |cell| cell.at + cell.span)
    }

    /// The cell that covers a column.
    pub(super) fn covering(&self, column: usize) -> Option<&Cell> {
        self.cells.iter().find(|cell| (cell.at..cell.at + cell.span).contains(&column))
    }

    /// Cells with words of their own.
    pub(super) fn own(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| !cell.continued && !cell.text.is_empty())
    }

    /// All its words, for a sentence.
    pub(super) fn words(&self) -> String {
        self.own().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// The sheets of a workbook: rows with one cell above the table are lines, the rest is a grid.
pub(super) fn from_sheets(sheets: Vec<Sheet>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for sheet in sheets {
        let mut grid = Grid { sheet: sheet.name, notes: sheet.notes, ..Grid::default() };
        for row in sheet.rows {
            let mut cells: Vec<(String, usize, bool)> = row.cells.into_iter().map(|cell| (tidy(&cell.text), cell.span, cell.continued)).collect();
            let mut worded = cells.iter_mut().filter(|(text, ..)| !text.is_empty());
            if let (true, Some((line, ..)), None) = (grid.rows.is_empty(), worded.next(), worded.next()) {
                pieces.push(Piece::Line(std::mem::take(line)));
                continue;
            }
            grid.push(cells);
            if let Some(kept) = grid.rows.last_mut() {
                (kept.number, kept.hidden) = (row.number, row.hidden);
            }
        }
        if !grid.rows.is_empty() || !grid.notes.is_empty() {
            pieces.push(Piece::Grid(grid));
        }
    }
    pieces
}

/// A Word document as lines and grids.
pub(super) fn from_word(parts: &[Part]) -> Vec<Piece> {
    parts
        .iter()
        .filter_map(|part| match part {
            Part::Para(_) => Some(words_of(std::slice::from_ref(part))).filter(|line| !line.is_empty()).map(Piece::Line),
            Part::Table(table) => Some(Piece::Grid(grid(table))),
        })
        .collect()
}

fn grid(table: &Table) -> Grid {
    let mut grid = Grid::default();
    for row in &table.rows {
        grid.push(row.cells.iter().map(|cell| (words_of(&cell.parts), usize::from(cell.span), cell.continued)));
    }
    if table.deleted > 0 {
        let sentence = format!("Bảng có {} hàng đã xóa khi theo dõi thay đổi (Track Changes) nên không đọc.", table.deleted);
        grid.notes.push(Note { code: "rows-deleted".to_owned(), sentence });
    }
    let cells = || table.rows.iter().flat_map(|row| &row.cells);
    if cells().flat_map(|cell| &cell.parts).any(|part| matches!(part, Part::Table(_))) {
        grid.inner = cells().flat_map(|cell| from_word(&cell.parts)).collect();
    }
    grid
}

/// All words of a cell in one line, one space where a paragraph, a break or an inner cell ends.
fn words_of(parts: &[Part]) -> String {
    let mut words = String::new();
    for part in parts {
        match part {
            Part::Para(para) => words.extend([para.label.as_str(), " ", para.text.as_str(), "\n"]),
            Part::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    words.push_str(&words_of(&cell.parts));
                    words.push('\n');
                }
            }
        }
    }
    tidy(&words)
}
