//! What was read, as a table: rows whose doubtful cells are known, and a note for what was left out.

use super::header::Header;
use super::lines::{Line, join};
use crate::plan::read::grid::{Grid, Piece};
use crate::plan::read::words::quoted;
use crate::view::Note;

/// A table as it grows.
#[derive(Debug, Default)]
pub(super) struct Taken {
    grid: Grid,
    names: Vec<String>,
    /// Numbers of pages that were left out.
    pages: Vec<String>,
    /// Pages that said the header again.
    headers: usize,
}

impl Taken {
    /// A table with its header.
    pub(super) fn new(header: &Header) -> Taken {
        let names: Vec<String> = header.columns.iter().map(|(name, _)| name.clone()).collect();
        let mut taken = Taken { names, ..Taken::default() };
        taken.names();
        taken
    }

    fn names(&mut self) {
        self.grid.push(self.names.clone().into_iter().map(|name| (name, 1, false)));
    }

    /// The header as a page says it again.
    pub(super) fn again(&mut self) {
        self.headers += 1;
        self.names();
    }

    /// The number of a page.
    pub(super) fn page(&mut self, number: &str) {
        self.pages.push(number.to_owned());
    }

    /// The name of a group, across the table.
    pub(super) fn group(&mut self, name: &str) {
        self.grid.push([(name.to_owned(), self.names.len(), false)]);
    }

    /// A task: its cells, and the columns of those that may hold words of another.
    pub(super) fn task(&mut self, cells: Vec<String>, unsure: Vec<usize>) {
        self.grid.push(cells.into_iter().map(|cell| (cell, 1, false)));
        if let Some(row) = self.grid.rows.last_mut() {
            row.unsure = unsure;
        }
    }

    /// More words of the cells of the last task; without one, a row of their own.
    pub(super) fn more(&mut self, cells: Vec<String>) {
        let wide = self.names.len();
        let task = self
            .grid
            .rows
            .iter_mut()
            .rev()
            .find(|row| row.cells.len() == wide && row.cells.iter().zip(&self.names).any(|(cell, name)| cell.text != *name));
        let Some(row) = task.filter(|row| wide > 1 && !row.cells.is_empty()) else { return self.task(cells, Vec::new()) };
        for (cell, more) in row.cells.iter_mut().zip(cells) {
            join(&mut cell.text, &more);
        }
    }

    /// The table, and what it tells the officer.
    pub(super) fn done(mut self) -> Grid {
        let mut left_out = Vec::new();
        if !self.pages.is_empty() {
            left_out.push(format!("{} số trang ({})", self.pages.len(), self.pages.join(", ")));
        }
        if self.headers > 0 {
            left_out.push(format!("tên cột lặp lại ở đầu {} trang", self.headers));
        }
        if !left_out.is_empty() {
            self.grid.notes.push(note("pages-skipped", format!("Bỏ qua {} của tệp PDF.", left_out.join(" và "))));
        }
        let tasks = self.grid.rows.iter().filter(|row| row.cells.len() > 1).count();
        let unsure = self.grid.rows.iter().filter(|row| !row.unsure.is_empty()).count();
        if unsure * 3 > tasks {
            let why = "Chữ chép từ tệp PDF không theo thứ tự các ô, nhiều ô có thể sai chỗ. Nên nhập từ tệp Word, Excel, hoặc mở tệp PDF bằng trình duyệt rồi chép lại.";
            self.grid.notes.push(note("cells-unsure", why.to_owned()));
        }
        self.grid
    }
}

fn note(code: &str, sentence: String) -> Note {
    Note { code: code.to_owned(), sentence }
}

/// Names the lines below the last table.
pub(super) fn after(pieces: &mut [Piece], lines: &[Line]) {
    let Some(first) = lines.first() else { return };
    let grids = pieces.iter_mut().filter_map(|piece| if let Piece::Grid(grid) = piece { Some(grid) } else { None });
    if let Some(grid) = grids.last() {
        let words = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
        let count = lines.len();
        let words = if words.is_empty() { first.text.clone() } else { words };
        grid.notes.push(note("row-skipped", format!("Bỏ qua {count} dòng sau bảng: {}. Hãy xem đó có phải là nhiệm vụ không.", quoted(&words))));
    }
}
