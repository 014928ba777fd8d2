//! Lập từ báo cáo kỳ trước: what can be carried over, and what is to be looked at afterwards.

use super::{BackWords, Id, ReportState};
use crate::paper::FigureChip;
use serde::{Deserialize, Serialize};

/// A report a new one can be begun from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Earlier {
    /// The report.
    #[cfg_attr(test, ts(type = "number"))]
    pub id: Id,
    /// `Báo cáo quý I năm 2026`.
    pub title: String,
    /// Its state.
    pub state: ReportState,
    /// Why it is offered: `kỳ trước`, `cùng kỳ năm trước`.
    pub why: String,
}

/// What is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum MarkKind {
    /// A typed number.
    Number,
    /// A day.
    Day,
    /// A quarter, a half-year, a month, a year.
    Period,
    /// A document's number.
    Document,
    /// Words that became wrong, or that a template left.
    Words,
    /// A figure that another value stood in place of.
    Override,
    /// A document cited from the register.
    Citation,
    /// A table with typed numbers.
    Table,
    /// No mark of an earlier report: a typed number that equals a known figure.
    Offer,
}

/// A mark that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReportMark {
    /// The same from one asking to the next.
    pub key: String,
    /// Where it stands.
    pub at: MarkPlace,
    /// What it is.
    pub kind: MarkKind,
    /// Why it is marked.
    pub why: String,
    /// What may stand in its place.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub instead: Option<String>,
    /// False: it may well be right as it stands, which is the first answer then.
    pub sure: bool,
    /// A figure of the ledger that may stand in its place.
    pub chip: Option<MarkChip>,
    /// The text before and after, for the list.
    pub around: (String, String),
    /// The other open marks of the same words.
    pub same: Vec<MarkPlace>,
    /// The paragraph in the earlier report; empty: none.
    pub was: String,
}

/// Where marked words stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct MarkPlace {
    /// The mark, where it is one of an earlier report.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub mark: Option<Id>,
    /// The section; empty: the head.
    pub section: String,
    /// The block.
    pub block: String,
    /// The words that stand there.
    pub words: String,
    /// Where they begin, as the editor counts.
    pub from: u32,
    /// Where they end.
    pub to: u32,
}

/// A figure offered in place of a typed number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct MarkChip {
    /// The figure as it would stand there.
    pub chip: FigureChip,
    /// Its name.
    pub name: String,
    /// What it is now; `None`: not known yet.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub shown: Option<String>,
}

/// What the officer says of marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "say", rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum MarkAnswer {
    /// They are right as they stand.
    Right,
    /// Other words.
    Instead {
        /// The words.
        words: String,
    },
    /// A figure of the ledger.
    Chip {
        /// The figure.
        chip: FigureChip,
    },
}

/// The report another was begun from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct LastReport {
    /// The report.
    #[cfg_attr(test, ts(type = "number"))]
    pub id: Id,
    /// Its name.
    pub title: String,
    /// Marks there were.
    pub marks: u32,
    /// Those that are open.
    pub open: u32,
}

/// Two reports side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Comparison {
    /// The earlier one's name.
    pub before: String,
    /// The later one's.
    pub after: String,
    /// Paragraphs in order.
    pub rows: Vec<ComparedRow>,
    /// Paragraphs that changed, were added, or are gone.
    pub changed: u32,
}

/// A paragraph of both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ComparedRow {
    /// The section it stands in.
    pub section: String,
    /// That section's heading, where it is the first of it; else empty.
    pub heading: String,
    /// The heading that section had in the earlier report; empty where `heading` is, or where it had none such.
    pub was: String,
    /// The paragraph of the later report; empty: it is gone.
    pub block: String,
    /// What became of it.
    pub how: ComparedHow,
    /// Words that stayed, went and came.
    pub words: Vec<BackWords>,
}

/// What became of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum ComparedHow {
    /// As it was.
    Same,
    /// Changed.
    Changed,
    /// Not in the earlier one.
    Added,
    /// Not in this one.
    Gone,
}

/// Chữ cần xem: what is looked for in a text that is carried over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct StaleWordsView {
    /// The office's own first, then those that ship.
    pub words: Vec<StaleRow>,
}

/// An entry of that list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct StaleRow {
    /// The words.
    pub words: String,
    /// What is proposed in their place; empty: nothing.
    pub instead: String,
    /// Why they are marked.
    pub why: String,
    /// The office wrote it, or took it out.
    pub own: bool,
    /// It is in the list that ships.
    pub ships: bool,
    /// The office took it out.
    pub out: bool,
}

/// An entry as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct StaleForm {
    /// The words of the entry that is changed; empty: a new one.
    pub was: String,
    /// The words.
    pub words: String,
    /// What is proposed in their place; empty: nothing.
    pub instead: String,
    /// Why they are marked; empty: a plain sentence.
    pub why: String,
}
