//! An earlier report or plan, read from plain text or Word into a [`Document`], with a warning for
//! each thing that was supplied or mended.
//!
//! Nothing is kept here, no clock is asked, and no word of the body or of a table changes: lines are
//! joined, spaces made single, a word parted at a hyphen made whole, and that is all.

mod appendix;
mod bases;
mod body;
mod cells;
mod close;
mod ends;
mod found;
mod head;
mod join;
pub(super) mod mark;
mod mend;
mod name;
mod notes;
pub(super) mod old_font;
mod pages;
pub(super) mod period;
mod shown;
mod sign;
mod table;
mod tabs;
mod tail;
#[cfg(test)]
mod tests;
mod text;
mod told;
pub(crate) mod width;
mod word;
mod zones;

pub use shown::{read_file, read_outline_file};

use crate::paper::{Block, Document, Inline, Signature, Table};
use crate::view::{Mended, OfficeFound, ReportKind};
use crate::{Problem, Result};
use std::path::Path;
use text::Line;
use zones::{Wanted, Zones};

/// What the office knows of itself, for what a paper lacks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// The lines of its letterhead: `ỦY BAN NHÂN DÂN`, `XÃ LAM KHÊ`.
    pub agency: Vec<String>,
    /// The place before the date.
    pub place: String,
    /// What stands after the type in a symbol: `UBND`.
    pub symbol: String,
    /// The unit that drafts: `VHXH`.
    pub drafting: String,
    /// Its usual recipients, without marks.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signature: Option<Signature>,
}

/// The papers that are taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// BÁO CÁO.
    Report,
    /// KẾ HOẠCH.
    Plan,
}

impl Paper {
    /// The mark of its type in a symbol (decree II.3).
    fn symbol(self) -> &'static str {
        match self {
            Paper::Report => "BC",
            Paper::Plan => "KH",
        }
    }
}

/// A paper that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenIn {
    /// The document, as it will be printed.
    pub document: Document,
    /// What was supplied or mended, in the order of the paper.
    pub warnings: Vec<Mended>,
    /// Report or plan.
    pub paper: Paper,
    /// The kind of report its words speak of; `Free` for a plan.
    pub kind: ReportKind,
    /// Its period as `2026-Q3`, `2026-H1`, `2026`; empty where its words name none.
    pub period: String,
    /// What it tells of the office.
    pub found: OfficeFound,
}

impl TakenIn {
    /// The words of body and appendices, in order; tables cell by cell.
    pub fn words(&self) -> Vec<String> {
        let appendices = self.document.appendices.iter().flat_map(|appendix| &appendix.body);
        let blocks = self.document.body.iter().chain(appendices).map(Block::plain);
        let text: Vec<String> = self.document.bases.iter().cloned().chain(blocks).collect();
        text.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect()
    }
}

/// A piece of a paper, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Line(Line),
    Table(Table),
}

/// The largest text that is read, in bytes: a hundred times a long report.
const LIMIT: usize = 4 << 20;

/// Reads an earlier report or plan; its name tells its form.
///
/// What the paper lacks is taken from its own words, else from `office`, else left blank in its box.
///
/// # Errors
/// [`Problem::FileKind`] for a form that is not read, [`Problem::FileEmpty`], [`Problem::FileTooLarge`],
/// [`Problem::NotText`], [`Problem::OldFont`], what `word::read` refuses, [`Problem::NoReport`] for a file that holds
/// something else, and [`Problem::ManyReports`] for several documents in one file.
pub fn read_report(name: &str, bytes: &[u8], office: Option<&Facts>) -> Result<TakenIn> {
    read(name, bytes, office, Wanted::Paper)
}

/// Reads what an outline is taken from: a paper, or headings alone, by their numbers or by Word's own styles.
///
/// # Errors
/// As [`read_report`], with [`Problem::NoHeadings`] in the place of [`Problem::NoReport`].
pub fn read_outline(name: &str, bytes: &[u8]) -> Result<TakenIn> {
    read(name, bytes, None, Wanted::Headings)
}

fn read(name: &str, bytes: &[u8], office: Option<&Facts>, wanted: Wanted) -> Result<TakenIn> {
    let kind = Path::new(name).extension().map(|kind| kind.to_string_lossy().to_lowercase()).unwrap_or_default();
    let mut notes = notes::Notes::default();
    let pieces = match kind.as_str() {
        "docx" | "docm" | "dotx" => {
            let mut parts = crate::word::read::bytes(bytes)?;
            if wanted == Wanted::Headings {
                word::number_headings(&mut parts);
            }
            word::asides(&crate::word::read::asides(bytes)?, &mut notes);
            word::pieces(&parts)
        }
        "txt" | "text" => {
            if bytes.len() > LIMIT {
                return Err(Problem::FileTooLarge { megabytes: (bytes.len() as u64).div_ceil(1 << 20), limit: (LIMIT as u64) >> 20 }.into());
            }
            tabs::pieces(&text::decode(bytes, &mut notes)?)
        }
        "" => return Err(Problem::FileKind("không có đuôi tên".to_owned()).into()),
        other => return Err(Problem::FileKind(format!(".{other}")).into()),
    };
    if pieces.is_empty() {
        return Err(Problem::FileEmpty.into());
    }
    Zones::of(&pieces, notes, wanted)?.taken_in(office)
}

/// Words of a head in which a blank number keeps its room: `số /QĐ-UBND`.
fn with_room(text: &str) -> String {
    text.replace("số /", "số        /").replace("ngày tháng", "ngày      tháng").replace("tháng năm", "tháng      năm")
}

/// The plain text of the last block that has any.
fn last_text(blocks: &mut [Block]) -> Option<&mut Vec<Inline>> {
    blocks.iter_mut().rev().find_map(|block| match block {
        Block::Para { text, .. } | Block::Item { text, .. } => Some(text),
        Block::Heading { .. } | Block::Part { .. } | Block::Table { .. } => None,
    })
}
