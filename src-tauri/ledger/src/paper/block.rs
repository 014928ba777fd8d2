//! The text of a report: what is stored, imported, printed, written to DOCX and frozen.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A block's own id, stable through edits, so that a leader's changes can come back to it.
pub type BlockId = String;

/// One block of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum Block {
    /// `Phần I` with its title below, both centred and bold.
    Part {
        /// The block's id.
        id: BlockId,
        /// `Phần I`, as printed.
        number: String,
        /// The title, printed in capitals.
        title: String,
    },
    /// A heading with its number as printed.
    Heading {
        /// The block's id.
        id: BlockId,
        /// 1: `I. TITLE` in capitals; 2: `1. Title`; 3: `1.1. Title` or `a) Title`.
        level: u8,
        /// `I.`, `1.`, `a)`; may be empty.
        number: String,
        /// The title as printed after the number.
        text: Vec<Inline>,
    },
    /// A paragraph: first line indented, justified.
    Para {
        /// The block's id.
        id: BlockId,
        /// Its text.
        text: Vec<Inline>,
    },
    /// An item of a list; set as a paragraph that begins with its mark.
    Item {
        /// The block's id.
        id: BlockId,
        /// The mark it begins with.
        item: Item,
        /// Its text, without the mark.
        text: Vec<Inline>,
    },
    /// A table.
    Table {
        /// The block's id.
        id: BlockId,
        /// Its columns and rows.
        table: Table,
    },
}

impl Block {
    /// The block's id.
    pub fn id(&self) -> &str {
        match self {
            Block::Part { id, .. } | Block::Heading { id, .. } | Block::Para { id, .. } | Block::Item { id, .. } | Block::Table { id, .. } => id,
        }
    }

    /// The same block under another id.
    pub fn with_id(mut self, new: BlockId) -> Block {
        match &mut self {
            Block::Part { id, .. } | Block::Heading { id, .. } | Block::Para { id, .. } | Block::Item { id, .. } | Block::Table { id, .. } => {
                *id = new
            }
        }
        self
    }

    /// The text in it, plain, chips as they are shown; cells of a table one a line.
    pub fn plain(&self) -> String {
        match self {
            Block::Part { number, title, .. } => format!("{number}\n{title}"),
            Block::Heading { number, text, .. } => format!("{number} {}", Inline::plain(text)).trim().to_owned(),
            Block::Para { text, .. } => Inline::plain(text),
            Block::Item { item, text, .. } => format!("{} {}", item.mark(), Inline::plain(text)),
            Block::Table { table, .. } => {
                let cells = table.header.iter().chain(&table.rows).flat_map(|row| &row.cells);
                cells.map(|cell| Inline::plain(&cell.text)).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

/// The mark of a list item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "mark", content = "value", rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum Item {
    /// `-`
    Dash,
    /// `+`
    Plus,
    /// `a)`, `đ)`: the letter alone.
    Letter(String),
    /// `1.`: the number with its end mark as printed.
    Number(String),
}

impl Item {
    /// The mark as printed, without the space after it.
    pub fn mark(&self) -> String {
        match self {
            Item::Dash => "-".to_owned(),
            Item::Plus => "+".to_owned(),
            Item::Letter(letter) => format!("{letter})"),
            Item::Number(number) => number.clone(),
        }
    }
}

/// A piece of text inside a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum Inline {
    /// Words in one style.
    Text(TextRun),
    /// A number that comes from the ledger (số lấy từ bảng số liệu).
    Figure(FigureChip),
    /// A document cited from the register.
    Citation(Citation),
    /// An appendix of the report, by the number it has now.
    Annex(AnnexRef),
    /// A line break inside the block.
    Break,
}

impl Inline {
    /// Words without emphasis.
    pub fn words(text: impl Into<String>) -> Inline {
        Inline::Text(TextRun { text: text.into(), bold: false, italic: false })
    }

    /// The plain text of a run of pieces; a chip without its value shows as `…`.
    pub fn plain(pieces: &[Inline]) -> String {
        pieces
            .iter()
            .map(|piece| match piece {
                Inline::Text(run) => run.text.as_str(),
                Inline::Figure(chip) => chip.shown.as_deref().unwrap_or("…"),
                Inline::Citation(citation) => citation.shown.as_deref().unwrap_or("…"),
                Inline::Annex(annex) => annex.shown.as_deref().unwrap_or("…"),
                Inline::Break => "\n",
            })
            .collect()
    }
}

/// Words in one style.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TextRun {
    /// The words, NFC.
    pub text: String,
    /// Bold.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, ts(as = "Option<bool>", optional))]
    pub bold: bool,
    /// Italic.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, ts(as = "Option<bool>", optional))]
    pub italic: bool,
}

/// A figure in running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureChip {
    /// The indicator's id in its set, such as `plan.total`.
    pub id: String,
    /// The window it speaks of; `None`: the report's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub window: Option<(NaiveDate, NaiveDate)>,
    /// How it is printed.
    pub format: FigureFormat,
    /// A value the officer put in its place, with the reason.
    #[serde(default, rename = "override", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub instead: Option<(String, String)>,
    /// The text shown, filled in when the report is read; kept only in a frozen report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub shown: Option<String>,
}

/// How a figure is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum FigureFormat {
    /// As in a table: `5`, `2.182`.
    Plain,
    /// As in a running sentence: counts below ten with a leading zero, `05`.
    Sentence,
    /// A percentage: `99,81%`.
    Percent,
    /// A percentage with one decimal: `99,8%`.
    Percent1,
    /// A percentage in whole numbers: `99%`.
    Percent0,
    /// Money in triệu đồng: `10.529 triệu đồng`.
    Million,
    /// Money in tỷ đồng: `101,77 tỷ đồng`.
    Billion,
    /// A day: `14/9/2026`.
    Day,
}

/// A document cited in running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Citation {
    /// The document's thing-id in the register.
    #[cfg_attr(test, ts(type = "number"))]
    pub document: i64,
    /// In full, or short.
    pub full: bool,
    /// The text shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub shown: Option<String>,
}

/// An appendix that the text points to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AnnexRef {
    /// The appendix's key in its report.
    pub annex: String,
    /// The text shown: `Phụ lục`, `Phụ lục II`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub shown: Option<String>,
}

/// A table: columns, header rows that repeat on each page, rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Table {
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// Header rows, bold and centred.
    pub header: Vec<Row>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Size of type in points: 11–13.
    pub size: u8,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Column {
    /// Share of the table's width; shares need not add up to anything.
    pub share: u16,
    /// How its cells stand.
    pub align: Align,
}

/// How the text of a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum Align {
    /// Ragged right.
    Left,
    /// Centred.
    Center,
    /// Numbers.
    Right,
    /// Ragged right from the top of its row: texts that are read side by side.
    Top,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Row {
    /// A row that names a group: bold, and never the last on a page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, ts(as = "Option<bool>", optional))]
    pub group: bool,
    /// The cells; the spans of a row add up to the number of columns.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Cell {
    /// Columns it covers, at least 1.
    pub span: u16,
    /// Its text; a `Break` starts a new line.
    pub text: Vec<Inline>,
}
