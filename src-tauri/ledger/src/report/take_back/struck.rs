//! Words that a leader struck through by hand: a proposal to leave them out, read as if it were tracked.

use crate::word::read::{Cell, Chip, Look, Para, Part, Row, Table};
use std::ops::Range;

/// Whether any words are struck through.
pub(super) fn any(parts: &[Part]) -> bool {
    parts.iter().any(|part| match part {
        Part::Para(para) => para.struck.iter().any(|struck| para.text.get(struck.clone()).is_some_and(has_words)),
        Part::Table(table) => table.rows.iter().flat_map(|row| &row.cells).any(|cell| any(&cell.parts)),
    })
}

/// The parts without what is struck through; a row of a table that was struck whole goes too.
pub(super) fn without(parts: Vec<Part>) -> Vec<Part> {
    let part = |part| match part {
        Part::Para(para) => Part::Para(paragraph(para)),
        Part::Table(table) => Part::Table(Table { rows: table.rows.into_iter().filter_map(row).collect(), ..table }),
    };
    parts.into_iter().map(part).collect()
}

fn row(row: Row) -> Option<Row> {
    let is_worded = |row: &Row| row.cells.iter().any(|cell| worded(&cell.parts));
    let before = is_worded(&row);
    let cells = row.cells.into_iter().map(|cell| Cell { parts: without(cell.parts), ..cell }).collect();
    Some(Row { cells, ..row }).filter(|row| !before || is_worded(row))
}

fn worded(parts: &[Part]) -> bool {
    parts.iter().any(|part| match part {
        Part::Para(para) => has_words(&para.text),
        Part::Table(table) => table.rows.iter().flat_map(|row| &row.cells).any(|cell| worded(&cell.parts)),
    })
}

fn has_words(text: &str) -> bool {
    text.chars().any(|sign| !sign.is_whitespace())
}

fn paragraph(para: Para) -> Para {
    if para.struck.is_empty() {
        return para;
    }
    let moved = |at: usize| at - para.struck.iter().map(|struck| struck.end.min(at).saturating_sub(struck.start)).sum::<usize>();
    let is_struck = |at: usize| para.struck.iter().any(|struck: &Range<usize>| struck.contains(&at));
    let text: String = para.text.char_indices().filter(|(at, _)| !is_struck(*at)).map(|(_, sign)| sign).collect();
    let chips = para.chips.iter().map(|chip| Chip { tag: chip.tag.clone(), from: moved(chip.from), to: moved(chip.to) }).collect();
    let looks = para.looks.iter().map(|look| Look { from: moved(look.from), to: moved(look.to), ..*look }).collect();
    // A paragraph that was struck whole has no number any more either.
    let label = if has_words(&text) { para.label.clone() } else { String::new() };
    Para { text, chips, looks, label, struck: Vec::new(), ..para }
}
