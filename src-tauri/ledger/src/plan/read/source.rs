//! Where a plan comes from: a file on the disk, or what was on the clipboard.

use super::grid::{self, Piece};
use super::{draft, html, paper, pdf_text, tabbed};
use crate::plan::Meaning;
use crate::report::take_in;
use crate::view::{ColumnMap, PlanDraft, PlanSource};
use crate::{Problem, Result, sheet, word};
use std::path::Path;

/// Reads a plan from a file or from the clipboard; nothing is kept.
///
/// `meaning` is how this office reads the words of a deadline; `map` is what the columns hold, where the
/// officer had to say it.
///
/// # Errors
/// See [`read_plan_file`](super::read_plan_file).
pub fn read_plan(source: &PlanSource, meaning: &Meaning, map: Option<&ColumnMap>) -> Result<PlanDraft> {
    let (name, pieces) = pieces(source)?;
    Ok(draft(&name, pieces, meaning, map)?.0)
}

/// Its name, and what it holds in order.
pub(super) fn pieces(source: &PlanSource) -> Result<(String, Vec<Piece>)> {
    match source {
        PlanSource::File { path } => {
            // A folder, or a file that is not there, is told before its kind is.
            let bytes = word::read::load(path)?;
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let pieces = pieces_of(&name, &bytes)?;
            Ok((name, pieces))
        }
        PlanSource::Pasted { html: page, text } => {
            let pieces = if page.to_lowercase().contains("<table") { html::read(page) } else { of_text(text)? };
            Ok(("Bảng đã dán".to_owned(), pieces))
        }
    }
}

/// What a file in memory holds; its name tells its kind.
pub(super) fn pieces_of(name: &str, bytes: &[u8]) -> Result<Vec<Piece>> {
    let kind = Path::new(name).extension().map(|kind| kind.to_string_lossy().to_lowercase()).unwrap_or_default();
    match kind.as_str() {
        "docx" | "docm" | "dotx" => Ok(grid::from_word(&word::read::bytes(bytes)?)),
        "xlsx" | "xlsm" | "xltx" | "xls" | "ods" => Ok(grid::from_sheets(sheet::read::bytes(bytes)?)),
        "html" | "htm" => Ok(html::read(&decoded(bytes)?)),
        "txt" | "tsv" => of_text(&decoded(bytes)?),
        "" => Err(Problem::FileKind("không có đuôi tên".to_owned()).into()),
        other => Err(Problem::FileKind(format!(".{other}")).into()),
    }
}

/// Text with its cells between tabs, else text as it is copied out of a PDF: lines broken anywhere.
fn of_text(text: &str) -> Result<Vec<Piece>> {
    if text.trim().is_empty() {
        return Err(Problem::FileEmpty.into());
    }
    let pieces = tabbed::read(text);
    if pieces.iter().any(|piece| matches!(piece, Piece::Grid(_))) {
        return Ok(pieces);
    }
    if let Some(pieces) = pdf_text::read(text) {
        return Ok(pieces);
    }
    match take_in::read_report("dán.txt", text.as_bytes(), None) {
        Ok(taken) => Ok(paper::pieces(&taken.document)),
        // Not a paper either: what is missing is a table.
        Err(_) => Ok(pieces),
    }
}

/// A file of plain text: UTF-8, or UTF-16 as Windows marks it.
fn decoded(bytes: &[u8]) -> Result<String> {
    if let Some(bytes) = bytes.strip_prefix(b"\xFF\xFE") {
        let pairs = bytes.chunks_exact(2).map(|pair| pair.iter().rev().fold(0, |all, byte| all << 8 | u16::from(*byte)));
        return Ok(char::decode_utf16(pairs).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)).collect());
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| Problem::FileKind("không ghi bằng Unicode".to_owned()))?;
    Ok(text.to_owned())
}
