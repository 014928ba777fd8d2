//! Nhận lại bản sửa: what a Word file that came back says otherwise, and what the officer takes of it.

use super::Id;
use serde::{Deserialize, Serialize};

/// What a returned file says otherwise; nothing is written yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct BackProposal {
    /// The report it is of.
    #[cfg_attr(test, ts(type = "number"))]
    pub report: Id,
    /// Its name.
    pub title: String,
    /// What it is compared with, as a sentence.
    pub base: String,
    /// Why the file may be of another report, as a sentence: then nothing is chosen beforehand.
    #[cfg_attr(test, ts(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<String>,
    /// Says the same thing as long as neither the report nor the file changes.
    pub token: String,
    /// How the file's paragraphs were found again.
    pub matched: BackMatched,
    /// What differs in the text, in the file's order.
    pub differences: Vec<BackDifference>,
    /// What was remarked beside the text.
    pub comments: Vec<BackComment>,
    /// What differs around the text: head, signature, appendices. It is told, not taken.
    pub outside: Vec<BackOutside>,
    /// True when the file has changes that Word still tracks; they are read as accepted.
    pub tracked: bool,
    /// True when words are struck through by hand in the file; they are read as proposed to be left out.
    pub struck: bool,
}

/// Paragraphs and tables of the text of a returned file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct BackMatched {
    /// All of them.
    pub paragraphs: u32,
    /// Found by their content control or bookmark.
    pub by_mark: u32,
    /// Found by their words.
    pub by_words: u32,
}

/// What became of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum BackKind {
    /// Other words.
    Changed,
    /// A new one.
    Added,
    /// It is gone.
    Removed,
    /// It stands elsewhere, perhaps with other words.
    Moved,
    /// Cut into several.
    Split,
    /// Several joined to one.
    Merged,
    /// The same words, bold or italic otherwise.
    Look,
}

/// One difference, taken or left as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct BackDifference {
    /// By which the officer's answer names it.
    pub key: String,
    /// What became of the paragraph.
    pub kind: BackKind,
    /// The block it is about; empty for a new one.
    pub block: String,
    /// The key of the section it stands in; empty above the first one.
    pub section: String,
    /// That section's heading as printed.
    pub heading: String,
    /// Before and after, word by word; a table has a line for each cell or row that differs.
    pub lines: Vec<BackLine>,
    /// Figures of the ledger whose number was changed.
    pub figures: Vec<BackFigure>,
    /// Figures that are not in the text any more, by what they showed.
    pub lost: Vec<String>,
    /// The paragraph as it reads now, where it was changed here after the file was sent.
    #[cfg_attr(test, ts(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub here: Option<String>,
}

/// A line of a difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct BackLine {
    /// Which row and column of a table; empty for a paragraph.
    pub label: String,
    /// Its words.
    pub words: Vec<BackWords>,
}

/// Words that stayed, went or came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct BackWords {
    /// What became of them.
    pub how: BackHow,
    /// The words, with the space before them.
    pub text: String,
    /// They are a figure or citation of the ledger.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, ts(as = "Option<bool>", optional))]
    pub chip: bool,
}

/// What became of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum BackHow {
    /// They stayed.
    Same,
    /// They are gone.
    Gone,
    /// They are new.
    New,
    /// They stayed, and are bold now.
    Bold,
    /// They stayed, and are italic now.
    Italic,
    /// They stayed, and are bold and italic now.
    Both,
    /// They stayed, and are neither bold nor italic any more.
    Plain,
}

/// A figure of the ledger that reads otherwise in the returned file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct BackFigure {
    /// By which the officer's answer names it.
    pub key: String,
    /// Its id in its set.
    pub id: String,
    /// What it showed when the file was sent; of a phrase, its numbers that are others now.
    pub was: String,
    /// What stands in its place.
    pub now: String,
    /// The phrase, without the signs around it, where the figure is one.
    #[cfg_attr(test, ts(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phrase: Option<String>,
}

/// A remark beside the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct BackComment {
    /// Who wrote it; may be empty.
    pub author: String,
    /// When, as the screen writes it; may be empty.
    pub moment: String,
    /// Its words.
    pub text: String,
    /// How the paragraph it is about begins.
    pub about: String,
    /// The words it was set on; empty where that is the paragraph as a whole, or a place in it.
    pub words: String,
    /// True when it answers the one above it.
    pub answer: bool,
    /// True when it was marked as settled.
    pub settled: bool,
    /// The key of the section it stands in; empty outside the text.
    pub section: String,
    /// The key of the difference it is about; empty where that paragraph is as it was.
    pub difference: String,
}

/// A difference outside the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct BackOutside {
    /// Where it stands and where it is changed, as a sentence.
    pub sentence: String,
    /// Before and after.
    pub words: Vec<BackWords>,
}

/// What the officer takes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct BackAnswer {
    /// The proposal's token.
    pub token: String,
    /// The keys of the differences that are taken.
    pub taken: Vec<String>,
    /// Figures that give way to what stands in the file, with the reason; all others stay.
    pub figures: Vec<BackReason>,
}

/// Why a figure gives way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct BackReason {
    /// The figure's key.
    pub key: String,
    /// The reason, never empty.
    pub reason: String,
}
