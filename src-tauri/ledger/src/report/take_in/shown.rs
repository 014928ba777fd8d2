//! What was read, for the screen that asks whether to keep it.

use super::{Facts, TakenIn, read_outline, read_report};
use crate::paper::Block;
use crate::view::OldPaper;
use crate::{Result, word};
use std::path::Path;

/// Reads an earlier report or plan from the disk; see [`read_report`].
///
/// # Errors
/// What [`read_report`] refuses; a file that is missing, a folder, or too large.
pub fn read_file(path: &Path, office: Option<&Facts>) -> Result<TakenIn> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    read_report(&name, &word::read::load(path)?, office)
}

/// Reads what an outline is taken from; see [`read_outline`].
///
/// # Errors
/// What [`read_outline`] refuses; a file that is missing, a folder, or too large.
pub fn read_outline_file(path: &Path) -> Result<TakenIn> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    read_outline(&name, &word::read::load(path)?)
}

impl TakenIn {
    /// The paper in numbers, with what it tells of the office and what was mended.
    pub fn shown(self) -> OldPaper {
        let appendices = self.document.appendices.iter().flat_map(|appendix| &appendix.body);
        let blocks: Vec<&Block> = self.document.body.iter().chain(appendices).collect();
        let count = |wanted: fn(&Block) -> bool| u32::try_from(blocks.iter().filter(|block| wanted(block)).count()).unwrap_or(u32::MAX);
        OldPaper {
            headings: count(|block| matches!(block, Block::Part { .. } | Block::Heading { .. })),
            paragraphs: count(|block| matches!(block, Block::Para { .. } | Block::Item { .. })),
            tables: count(|block| matches!(block, Block::Table { .. })),
            name: self.document.name,
            subject: self.document.subject,
            found: self.found,
            mended: self.warnings,
        }
    }
}
