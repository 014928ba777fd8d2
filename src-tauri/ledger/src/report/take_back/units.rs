//! A Word file as units: paragraphs with their figures and citations, tables, each with its block's id.

use super::looks::{self, Look};
use crate::report::take_in::old_font;
use crate::viet::nfc;
use crate::word::Tag;
use crate::word::read::{Cell, Para, Part, Remarked, Table};

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// Words.
    Words(String),
    /// What was a figure or citation when the file was written, as it reads now.
    Chip(Tag, String),
}

/// A paragraph or a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Unit {
    /// The id of the ledger's block it was written from, or empty.
    pub(super) block: String,
    /// The id of a paragraph's style, or empty.
    pub(super) style: String,
    /// What a paragraph says; nothing for a table.
    pub(super) said: Vec<Said>,
    /// The table, if it is one.
    pub(super) table: Option<Table>,
    /// All its words, spaces single; cells and rows of a table a line each.
    pub(super) plain: String,
    /// How each sign of a paragraph looks (see [`looks::of`]); nothing for a table.
    pub(super) looks: Vec<Option<Look>>,
    /// The comments that stand in it.
    pub(super) comments: Vec<Remarked>,
}

/// The units of a file, without empty paragraphs.
pub(super) fn units(parts: &[Part]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for part in parts {
        let unit = match part {
            Part::Para(para) => {
                let said = said(para);
                Unit {
                    block: para.block.clone(),
                    style: para.style.clone(),
                    plain: plain(&said),
                    said,
                    table: None,
                    looks: looks::of(para),
                    comments: para.comments.clone(),
                }
            }
            Part::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                let comments = cells.clone().flat_map(|cell| &cell.parts).flat_map(comments).collect();
                let plain = cells.map(|cell| plain(&cell_said(cell))).collect::<Vec<_>>().join("\n");
                Unit { block: table.block.clone(), table: Some(table.clone()), plain, comments, ..Unit::default() }
            }
        };
        if !unit.plain.trim().is_empty() {
            units.push(unit);
        } else if let Some(last) = units.last_mut() {
            // A remark in an empty paragraph is about what stands above it.
            last.comments.extend(unit.comments);
        }
    }
    units
}

/// Whether words are typed for a font of old: they would come in as other signs.
pub(super) fn is_old(parts: &[Part]) -> bool {
    parts.iter().any(|part| match part {
        Part::Para(para) => para.old_font || old_font::is_old(&para.text),
        Part::Table(table) => table.rows.iter().flat_map(|row| &row.cells).any(|cell| is_old(&cell.parts)),
    })
}

/// What a paragraph says, with the number that Word itself puts before it.
pub(super) fn said(para: &Para) -> Vec<Said> {
    let mut pieces = Vec::new();
    let mut at = 0;
    if !para.label.is_empty() {
        pieces.push(Said::Words(format!("{} ", para.label)));
    }
    for chip in &para.chips {
        // A control inside another is a part of it.
        let (Some(before), Some(shown)) = (para.text.get(at..chip.from), para.text.get(chip.from..chip.to)) else { continue };
        pieces.push(Said::Words(tidy(before)));
        pieces.push(Said::Chip(chip.tag.clone(), tidy(shown)));
        at = chip.to;
    }
    pieces.push(Said::Words(tidy(para.text.get(at..).unwrap_or(""))));
    pieces.retain(|piece| *piece != Said::Words(String::new()));
    pieces
}

/// What a cell says, its paragraphs a line each.
pub(super) fn cell_said(cell: &Cell) -> Vec<Said> {
    let mut pieces: Vec<Said> = Vec::new();
    for part in &cell.parts {
        let more = match part {
            Part::Para(para) => said(para),
            Part::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                vec![Said::Words(cells.map(|cell| plain(&cell_said(cell))).collect::<Vec<_>>().join(" "))]
            }
        };
        if !pieces.is_empty() && !more.is_empty() {
            pieces.push(Said::Words("\n".to_owned()));
        }
        pieces.extend(more);
    }
    pieces
}

/// The words of pieces, spaces single, lines without spaces at their ends.
pub(super) fn plain(said: &[Said]) -> String {
    let all: String = said.iter().map(words).collect();
    single(&all)
}

/// A text with single spaces, and none at the ends of its lines.
pub(super) fn single(text: &str) -> String {
    text.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// The words of a piece.
pub(super) fn words(piece: &Said) -> &str {
    match piece {
        Said::Words(words) | Said::Chip(_, words) => words,
    }
}

/// Composed letters; spaces of other kinds are plain ones.
fn tidy(text: &str) -> String {
    nfc(text).chars().map(|sign| if sign != '\n' && sign.is_whitespace() { ' ' } else { sign }).collect()
}

fn comments(part: &Part) -> Vec<Remarked> {
    match part {
        Part::Para(para) => para.comments.clone(),
        Part::Table(table) => table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.parts).flat_map(comments).collect(),
    }
}
