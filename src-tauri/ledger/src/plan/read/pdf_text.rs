//! A plan's appendix in text copied out of a PDF: by `pdftotext`, or with Ctrl+A in a viewer.
//!
//! Three shapes come out of such files. Columns side by side with runs of spaces between them are
//! read by their places ([`layout`]). Cells one after the other, each broken in lines, are read by
//! what they hold ([`rows`], [`cells`]). No line is lost: it stands in a task, a group, a header,
//! or in a note that names it.

mod atoms;
mod cells;
mod columns;
mod cut;
mod header;
mod layout;
mod lines;
mod number;
mod places;
mod rows;
mod sides;
mod taken;
#[cfg(test)]
mod tests;

use super::grid::Piece;
use lines::Line;

/// The longest text that is read this way: an appendix of a thousand rows.
const LINES: usize = 30_000;

/// Reads the lines above a plan's table, and the table; `None` when no header of one stands there.
pub(super) fn read(text: &str) -> Option<Vec<Piece>> {
    let lines = lines::read(text);
    if lines.len() > LINES {
        return None;
    }
    let mut pieces = Vec::new();
    let mut rest = lines.as_slice();
    while let Some((above, table, used)) = next(rest) {
        pieces.extend(rest.get(..above).unwrap_or(&[]).iter().map(|line| Piece::Line(line.text.clone())));
        pieces.push(Piece::Grid(table));
        rest = rest.get(used..).unwrap_or(&[]);
    }
    (!pieces.is_empty()).then_some(())?;
    taken::after(&mut pieces, rest);
    Some(pieces)
}

/// The next table: how many lines stand above it, what it holds, and where it ends.
fn next(lines: &[Line]) -> Option<(usize, super::grid::Grid, usize)> {
    (0..lines.len()).find_map(|at| {
        let below = lines.get(at..)?;
        if let Some((above, table, used)) = layout::read(lines, at) {
            return Some((above, table, used));
        }
        let header = header::find(below)?;
        let (table, used) = rows::read(below, &header)?;
        Some((at, table, at + used))
    })
}
