//! What a document is: letterhead, name, body, signature, recipients, appendices.
//!
//! A [`Document`] is plain data. It says nothing of millimetres (see `typeset`) and nothing of
//! rows (see `report`). Layout, PDF and DOCX all start from it.

mod block;
mod chart;
pub mod check;
pub mod signing;

pub use block::{Align, AnnexRef, Block, BlockId, Cell, Citation, Column, FigureChip, FigureFormat, Inline, Item, Row, Table, TextRun};
pub use chart::{Bar, Chart, Fill, Part};

use crate::viet::capital;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A whole document, ready for layout: every chip in it already carries its shown text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Document {
    /// Agency, number, place and date (ô 2, 3, 4).
    pub letterhead: Letterhead,
    /// The name of the document (ô 5a), as printed: `BÁO CÁO`; empty for an official letter.
    pub name: String,
    /// Trích yếu, one string; layout breaks it into lines. A `\n` forces a break.
    pub subject: String,
    /// A bracketed line under the subject (seed 000), with its brackets; the reference to the
    /// Decision a document is issued with (seed 004).
    pub bracket: Option<String>,
    /// Kính gửi (ô 9a); empty: no such line.
    pub addressees: Vec<String>,
    /// Legal bases (căn cứ, ô 6), without end marks: one a line, italic, `;` after each and `.` after
    /// the last. Empty: none, or an upright sentence that the body itself begins with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bases: Vec<String>,
    /// The body (ô 6). The last paragraph ends with `./.`.
    pub body: Vec<Block>,
    /// Authority, office and name (ô 7); `None` for a document issued with a Decision.
    pub signature: Option<Signature>,
    /// Nơi nhận (ô 9b), each as printed without dash and end mark; empty: no such list.
    pub recipients: Vec<String>,
    /// The drafter's mark and the number of copies (ô 12): `PL.(300)`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drafter: Option<String>,
    /// The address line at the foot of the first page (ô 13).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Appendices, in order; numbered with Roman numbers only when there are two or more.
    pub appendices: Vec<Appendix>,
    /// A mark printed small at the foot of each page, such as `SỐ LIỆU MẪU`.
    pub mark: Option<String>,
    /// Whether `DỰ THẢO` stands at its head: nobody takes a draft for the paper that was signed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// When the document's content last changed: the PDF's dates (never the moment of the run).
    pub changed: NaiveDateTime,
}

/// The head of the first page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Letterhead {
    /// The governing agency (cơ quan chủ quản), if any: CAPS, not bold.
    pub governing: Option<String>,
    /// The issuing agency's own name, a line each, as printed: `ỦY BAN NHÂN DÂN`, `XÃ LAM KHÊ`.
    pub agency: Vec<String>,
    /// Number and symbol; `None` for a document issued with a Decision.
    pub number: Option<Number>,
    /// Place and date; `None` for a document issued with a Decision.
    pub place: Option<PlaceDate>,
    /// What an official letter is about (ô 5b), without its `V/v`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
}

/// `Số: 05/BC-UBND`; the number is blank until the clerk gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    /// The number as text (`05`, `30c`), or `None` for fixed blank room.
    pub number: Option<String>,
    /// What follows the slash: `BC-UBND`.
    pub symbol: String,
}

/// `Lam Khê, ngày 03 tháng 9 năm 2026`; day and month may be blank, the year never is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceDate {
    /// The place as printed before the comma.
    pub place: String,
    /// The day, when the document is dated.
    pub day: Option<NaiveDate>,
    /// The year printed when the day is blank.
    pub year: i32,
}

/// Who signs: the lines above the room for the signature and the name below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`: a line each, as printed.
    pub lines: Vec<String>,
    /// The full name, without titles.
    pub name: String,
}

/// An appendix: a page (or pages) of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appendix {
    /// The title, printed in capitals.
    pub title: String,
    /// `(Kèm theo Báo cáo số … )`, with its brackets; blank number and date are runs of spaces.
    pub reference: String,
    /// True for a list that is printed by itself: no `Phụ lục` stands above its title.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub list: bool,
    /// Landscape for wide tables.
    pub landscape: bool,
    /// What stands in it: tables, paragraphs.
    pub body: Vec<Block>,
    /// Charts below that, all of one scale.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub charts: Vec<Chart>,
}

impl Document {
    /// What sentences call it: `Báo cáo`, `Kế hoạch`; a letter, which has no name of its own, `Công văn`.
    pub(crate) fn called(&self) -> String {
        called(&self.name)
    }
}

/// The name of a paper as sentences write it; `name` as printed, empty for a letter.
pub(crate) fn called(name: &str) -> String {
    if name.is_empty() { "Công văn".to_owned() } else { capital(&name.to_lowercase()) }
}

impl Appendix {
    /// All of it as text, for whoever can't draw: a chart is its table then.
    pub fn blocks(&self) -> Cow<'_, [Block]> {
        match self.charts.as_slice() {
            [] => Cow::Borrowed(&self.body),
            charts => self.body.iter().cloned().chain(charts.iter().flat_map(Chart::blocks)).collect::<Vec<_>>().into(),
        }
    }
}
