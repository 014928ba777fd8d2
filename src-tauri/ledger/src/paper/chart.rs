//! A chart: counts drawn as bars, and the table that says all they say.
//!
//! It is no block: nobody types it, no report keeps it, no Word file brings it back. Layout draws it
//! beside its numbers; whoever can't draw takes [`Chart::blocks`].

use super::block::{Align, Block, Cell, Column, Inline, Row, Table};
use serde::{Deserialize, Serialize};

/// Counts of things of one kind, a bar each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chart {
    /// Its heading: `1. Theo lĩnh vực`.
    pub title: String,
    /// What the bars are, at the head of their names: `Lĩnh vực`.
    pub names: String,
    /// What a whole bar is: `Tổng số`.
    pub total: String,
    /// What the parts of each bar are, from its foot on.
    pub parts: Vec<Part>,
    /// The bars, from above.
    pub bars: Vec<Bar>,
    /// A last row that is counted and not drawn: it would make all others short.
    pub sum: Option<Bar>,
    /// A sentence below; may be empty.
    pub note: String,
}

/// What one part of each bar is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its name: `Đang thực hiện`.
    pub name: String,
    /// How it is told from the others without colour.
    pub fill: Fill,
}

/// How a part of a bar is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fill {
    /// Black.
    Solid,
    /// Thick upright stripes.
    Stripes,
    /// Thin level lines.
    Lines,
    /// A frame alone.
    Empty,
    /// Lines both ways.
    Grid,
    /// A frame with a line through it.
    Struck,
}

/// A bar: its name, and how much of it each part is, as many as the chart has parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar {
    /// Its number in the list: `IV`, `4`.
    pub tt: String,
    /// Its name; wrapped, never clipped.
    pub name: String,
    /// The counts of its parts.
    pub counts: Vec<u32>,
}

impl Bar {
    /// All of it.
    pub fn total(&self) -> u32 {
        self.counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// Its numbers: total, parts.
    pub fn numbers(&self) -> impl Iterator<Item = u32> {
        std::iter::once(self.total()).chain(self.counts.iter().copied())
    }

    /// Its row in a table; a sum has no number in the list.
    fn row(&self, sum: bool) -> Row {
        let name = Cell { span: if sum { 2 } else { 1 }, ..cell(self.name.clone()) };
        let tt = (!sum).then(|| cell(self.tt.clone()));
        let numbers = self.numbers().map(|count| cell(count.to_string()));
        Row { group: sum, cells: tt.into_iter().chain([name]).chain(numbers).collect() }
    }
}

impl Chart {
    /// The head of the numbers in the list.
    pub const TT: &str = "TT";

    /// The longest of its bars.
    pub fn longest(&self) -> u32 {
        self.bars.iter().map(Bar::total).max().unwrap_or(0)
    }

    /// The same in words and numbers: heading, table, note.
    pub fn blocks(&self) -> Vec<Block> {
        let heads = [Chart::TT.to_owned(), self.names.clone(), self.total.clone()].into_iter().chain(self.parts.iter().map(|part| part.name.clone()));
        let rows = self.bars.iter().map(|bar| bar.row(false)).chain(self.sum.iter().map(|sum| sum.row(true)));
        let mut columns = vec![Column { share: 8, align: Align::Center }, Column { share: 60, align: Align::Left }];
        columns.extend((0..=self.parts.len()).map(|_| Column { share: 14, align: Align::Right }));
        let table = Table { columns, header: vec![Row { group: false, cells: heads.map(cell).collect() }], rows: rows.collect(), size: 12 };
        let words = |text: &str| vec![Inline::words(text)];
        let mut blocks = vec![
            Block::Heading { id: String::new(), level: 2, number: String::new(), text: words(&self.title) },
            Block::Table { id: String::new(), table },
        ];
        if !self.note.is_empty() {
            blocks.push(Block::Para { id: String::new(), text: words(&self.note) });
        }
        blocks
    }
}

fn cell(text: String) -> Cell {
    Cell { span: 1, text: vec![Inline::words(text)] }
}
