//! Rows as Excel puts them on the clipboard: cells between tabs, in quotes when they hold breaks.

use super::grid::{Grid, Piece};
use super::words::tidy;

/// Reads lines above a table, and the table; a file without tabs has none.
pub(super) fn read(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut grid = Grid::default();
    for row in rows(text) {
        let worded = row.iter().filter(|cell| !cell.is_empty()).count();
        if grid.rows.is_empty() && worded < 2 {
            pieces.extend(row.into_iter().filter(|cell| !cell.is_empty()).map(Piece::Line));
        } else {
            grid.push(row.into_iter().map(|cell| (cell, 1, false)));
        }
    }
    if !grid.rows.is_empty() {
        pieces.push(Piece::Grid(grid));
    }
    pieces
}

/// The cells of each line.
pub(crate) fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut signs = text.chars().peekable();
    let mut quoted = false;
    while let Some(sign) = signs.next() {
        match sign {
            // A quote in quotes is written twice.
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\t' if !quoted => row.push(tidy(&std::mem::take(&mut cell))),
            '\n' if !quoted => {
                row.push(tidy(&std::mem::take(&mut cell)));
                rows.push(std::mem::take(&mut row));
            }
            sign => cell.push(sign),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(tidy(&cell));
        rows.push(row);
    }
    rows
}
