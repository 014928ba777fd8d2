//! What a Word file says: its paragraphs and tables in order, as plain data.
//!
//! Nothing in the file is trusted: sizes are measured, never believed, deleted text is left out,
//! and a file that is something else is refused with a sentence, never with a crash.

mod body;
mod comments;
mod marks;
mod numbering;
mod package;
mod property;
mod remarks;
#[cfg(test)]
mod remarks_tests;
mod run;
#[cfg(test)]
pub(crate) mod sample;
mod styles;
mod symbol;
#[cfg(test)]
mod tests;

use crate::word::Tag;
use crate::{Problem, Result};
pub use comments::Comment;
use std::io::Read;
use std::ops::Range;
use std::path::Path;

/// The largest file that is read, in MB (2²⁰ bytes): a plan with its pictures stays far below.
pub const LIMIT_MB: u64 = 20;
const LIMIT: u64 = LIMIT_MB << 20;

/// A piece of the document, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A paragraph.
    Para(Para),
    /// A table.
    Table(Table),
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Para {
    /// The number Word itself puts before it (`1.`, `II.`), or empty.
    pub label: String,
    /// Its words as kept in the file, without deleted ones; `\n` for a break, `\t` for a tab.
    pub text: String,
    /// The id of its style, such as `Heading1`, or empty.
    pub style: String,
    /// The id of the ledger's block it was written from, or empty. A paragraph that was cut in two
    /// has it in both.
    pub block: String,
    /// The figures and citations in it, in order.
    pub chips: Vec<Chip>,
    /// Words that are bold or italic by themselves, whatever the style of the paragraph says, in order.
    pub looks: Vec<Look>,
    /// Where its words are struck through by hand, in bytes, in order; they stand in the text like all others.
    pub struck: Vec<Range<usize>>,
    /// Words in it are set in a font of old (`.VnTime`, `VNI-Times`), whose letters are other signs.
    pub old_font: bool,
    /// The comments that end in it (see [`comments`]).
    pub comments: Vec<Remarked>,
}

/// Where a comment stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Remarked {
    /// The comment's id.
    pub id: String,
    /// The words it was set on, spaces single; empty where it was set on a place alone.
    pub words: String,
}

/// Words that were a figure or a citation when the file was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// Which one.
    pub tag: Tag,
    /// Where its words begin in the paragraph's text, in bytes.
    pub from: usize,
    /// Where they end.
    pub to: usize,
}

/// Words that are bold or italic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Where they begin in the paragraph's text, in bytes.
    pub from: usize,
    /// Where they end.
    pub to: usize,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
}

/// The report of a ledger that a file was written from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// The report's uid, or empty.
    pub report: String,
    /// The moment of what was written, such as `2026-09-16T08:30:00`.
    pub moment: String,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Its rows, without deleted ones.
    pub rows: Vec<Row>,
    /// Rows that a tracked change deleted.
    pub deleted: usize,
    /// The id of the ledger's block it was written from, or empty.
    pub block: String,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// True when Word repeats it at the top of each page.
    pub header: bool,
    /// Its cells, left to right.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Columns of the grid it covers, 1 to 63 (Word's own limit).
    pub span: u16,
    /// True when it continues the cell above it (`vMerge`).
    pub continued: bool,
    /// What stands in it, tables included.
    pub parts: Vec<Part>,
}

/// Reads a Word file from the disk.
///
/// # Errors
/// A [`Problem`] for a file that is missing, a folder, empty, larger than [`LIMIT_MB`] (refused
/// before it is read), or anything [`bytes`] refuses.
pub fn file(path: &Path) -> Result<Vec<Part>> {
    bytes(&load(path)?)
}

/// The bytes of a file that is small enough to be read.
///
/// # Errors
/// See [`file`]; the form of the file is not looked at.
pub fn load(path: &Path) -> Result<Vec<u8>> {
    let unreadable = || Problem::FileUnreadable(path.display().to_string());
    let about = std::fs::metadata(path).map_err(|_| unreadable())?;
    if !about.is_file() {
        return Err(unreadable().into());
    }
    check_size(about.len())?;
    let mut bytes = Vec::new();
    // The file may have grown since: one byte over the limit is enough to know.
    std::fs::File::open(path).and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes)).map_err(|_| unreadable())?;
    check_size(bytes.len() as u64)?;
    Ok(bytes)
}

/// Reads a Word file that is already in memory.
///
/// # Errors
/// A [`Problem`] for bytes that are empty, too many, protected with a password, unpack to more
/// than a document holds, or are not a Word file.
pub fn bytes(bytes: &[u8]) -> Result<Vec<Part>> {
    check_size(bytes.len() as u64)?;
    let package = package::open(bytes)?;
    let styles = package.styles.as_deref().map(styles::Styles::read).unwrap_or_default();
    let looks = styles.looks();
    // Without lists no style numbers anything.
    let numbering = package.numbering.as_deref().map(|xml| numbering::Numbering::read(xml, styles)).unwrap_or_default();
    body::read(&package.document, numbering, looks, package.list.as_deref().and_then(marks::List::read).unwrap_or_default())
}

/// What a Word file says beside its paragraphs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asides {
    /// The notes at the foot of pages and at the end, in order.
    pub footnotes: Vec<String>,
    /// True when words are marked as deleted and not gone yet.
    pub has_deleted: bool,
    /// Words that Word hides, on the screen and on paper.
    pub has_hidden: bool,
    /// Pictures, not the lines of a letterhead.
    pub has_pictures: bool,
    /// Signs of a symbol font that are not known: a box stands for each.
    pub has_unknown_signs: bool,
    /// Cells that go on over several rows.
    pub has_tall_cells: bool,
}

/// What a Word file says beside its paragraphs, which [`bytes`] does not give.
///
/// # Errors
/// What [`bytes`] refuses.
pub fn asides(bytes: &[u8]) -> Result<Asides> {
    check_size(bytes.len() as u64)?;
    let package = package::open(bytes)?;
    let mut footnotes = Vec::new();
    for xml in &package.footnotes {
        let parts = body::read(xml, numbering::Numbering::default(), styles::Looks::default(), marks::List::default())?;
        let text = |part: &Part| if let Part::Para(para) = part { para.text.trim().to_owned() } else { String::new() };
        footnotes.extend(parts.iter().map(text).filter(|text| !text.is_empty()));
    }
    let has_deleted = ["<w:del ", "<w:moveFrom "].iter().any(|tag| package.document.contains(tag));
    let has = |names: &[&str]| names.iter().any(|name| package.document.contains(name));
    Ok(Asides {
        footnotes,
        has_deleted,
        has_hidden: has(&["<w:vanish/>", "<w:vanish />", "<w:vanish w:val=\"1\"", "<w:vanish w:val=\"true\""]),
        has_pictures: has(&["<a:blip ", "<v:imagedata "]),
        has_unknown_signs: symbol::any_unknown(&package.document),
        has_tall_cells: has(&["<w:vMerge/>", "<w:vMerge />", "<w:vMerge w:val=\"continue\""]),
    })
}

/// The comments of a Word file, in its own order.
///
/// # Errors
/// What [`bytes`] refuses.
pub fn comments(bytes: &[u8]) -> Result<Vec<Comment>> {
    check_size(bytes.len() as u64)?;
    let package = package::open(bytes)?;
    Ok(package.comments.as_deref().map(|xml| comments::read(xml, package.threads.as_deref().unwrap_or_default())).unwrap_or_default())
}

/// Whether a Word file has words that it still tracks as inserted.
///
/// # Errors
/// What [`bytes`] refuses.
pub fn has_inserted(bytes: &[u8]) -> Result<bool> {
    check_size(bytes.len() as u64)?;
    let document = package::open(bytes)?.document;
    Ok(["<w:ins ", "<w:moveTo "].iter().any(|tag| document.contains(tag)))
}

/// The report that a Word file was written from; `None` for a file that is not ours.
///
/// # Errors
/// What [`bytes`] refuses.
pub fn origin(bytes: &[u8]) -> Result<Option<Origin>> {
    check_size(bytes.len() as u64)?;
    Ok(package::open(bytes)?.custom.as_deref().and_then(package::origin))
}

fn check_size(size: u64) -> Result<()> {
    match size {
        0 => Err(Problem::FileEmpty.into()),
        size if size > LIMIT => Err(Problem::FileTooLarge { megabytes: size.div_ceil(1 << 20), limit: LIMIT_MB }.into()),
        _ => Ok(()),
    }
}
