//! Blocks of text.

use super::marks::Marks;
use super::measure::{DECREE, text_width};
use super::table;
use super::xml::{capitals, centred, para, run};
use crate::paper::{Block, Inline};
use crate::typeset::{Pt, Style, gauge};

pub(super) const KEEP: &str = "<w:keepNext/>";

/// Writes blocks on a page; `tied`: something follows that must not stand without two of their lines.
pub(super) fn write(blocks: &[Block], landscape: bool, tied: bool, marks: &mut Marks) -> String {
    let width = text_width(landscape);
    let kept = if tied { tied_to_end(blocks, width) } else { 0 };
    let first_kept = blocks.len() - kept;
    let one = |(at, block): (usize, &Block)| {
        let keep = at >= first_kept;
        let text = write_one(block, width, keep, marks);
        let below = if matches!(block, Block::Table { .. }) && !text.is_empty() { table::below(keep) } else { String::new() };
        marks.block(block, text) + &below
    };
    blocks.iter().enumerate().map(one).collect()
}

/// How many of the last blocks have two lines together.
fn tied_to_end(blocks: &[Block], width: Pt) -> usize {
    let mut lines = 0;
    let mut tied = 0;
    for block in blocks.iter().rev() {
        if lines >= DECREE.lines_together {
            break;
        }
        tied += 1;
        lines += match block {
            Block::Para { text, .. } | Block::Item { text, .. } | Block::Heading { text, .. } => gauge::lines(text, width),
            Block::Part { .. } | Block::Table { .. } => DECREE.lines_together,
        };
    }
    tied
}

fn write_one(block: &Block, width: Pt, keep: bool, marks: &mut Marks) -> String {
    let extra = if keep { KEEP } else { "" };
    match block {
        Block::Part { number, title, .. } => {
            let (size, room) = (DECREE.body, width * DECREE.centred_width);
            let number = if number.trim().is_empty() { String::new() } else { centred("PartNumber", number, Style::Bold, size, room, width) };
            let title = if title.trim().is_empty() { String::new() } else { capitals("PartTitle", title, size, room, width) };
            number + &title
        }
        Block::Heading { level, number, text, .. } => {
            // V: a point marked by a letter is upright, whatever its words are.
            let style = match ((*level).clamp(1, 3), number.ends_with(')')) {
                (1, false) => "Heading1",
                (2, false) => "Heading2",
                (_, false) => "Heading3",
                (_, true) => "Heading4",
            };
            let space = if number.is_empty() { "" } else { " " };
            para(style, extra, &(run(&format!("{number}{space}"), false, false) + &runs(text, marks)))
        }
        Block::Para { text, .. } => para("BodyText", extra, &runs(text, marks)),
        Block::Item { item, text, .. } => para("BodyText", extra, &(run(&format!("{} ", item.mark()), false, false) + &runs(text, marks))),
        Block::Table { table, .. } => table::write(table, width, keep, marks),
    }
}

/// Pieces of text; a figure or citation prints what it shows.
pub(super) fn runs(pieces: &[Inline], marks: &mut Marks) -> String {
    let one = |piece: &Inline| match piece {
        Inline::Text(text) => run(&text.text, text.bold, text.italic),
        Inline::Break => "<w:r><w:br/></w:r>".to_owned(),
        chip => {
            let shown = run(&Inline::plain(std::slice::from_ref(chip)), false, false);
            marks.chip(chip, shown)
        }
    };
    pieces.iter().map(one).collect()
}
