//! A row as a box; a row taller than a page as several, each with the next lines of every cell.

use super::super::line::{Line, balanced, cell as cell_lines};
use super::super::page::Rule;
use super::super::slab::{Slab, Stand, ascent, set};
use super::super::unit::Pt;
use super::{Cell, Measure};
use crate::paper::Align;

/// Whether a row draws the line above it, or leaves that to the row above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fence {
    Open,
    Closed,
}

/// The boxes of a row, none taller than `tallest`.
pub(super) fn slabs(measure: &Measure<'_>, cells: &[Cell], fence: Fence, tallest: Pt) -> Vec<Slab> {
    let broken: Vec<(&Cell, Vec<Line>)> = cells.iter().map(|cell| (cell, lines(measure, cell))).collect();
    let count = broken.iter().map(|(cell, lines)| lines.len() + cell.lead()).max().unwrap_or(0).max(1);
    let line = measure.profile.single_line(measure.fit.size);
    let fitting = (1..=count).rev().find(|lines| line * *lines as f32 + padding(measure) <= tallest).unwrap_or(1);
    if fitting >= count {
        return vec![piece(measure, &broken, 0, count, fence)];
    }
    // What is parted anyway leaves room on its first page for the heading that it follows.
    let share = tallest * measure.profile.first_part;
    let begin = (1..=fitting).rev().find(|lines| line * *lines as f32 + padding(measure) <= share).unwrap_or(1);
    let mut from = 0;
    let mut parts = Vec::new();
    while from < count {
        let lines = if from == 0 { begin } else { fitting }.min(count - from);
        parts.push(piece(measure, &broken, from, lines, if from == 0 { fence } else { Fence::Closed }));
        from += lines;
    }
    parts
}

/// The lines of a cell inside its columns.
fn lines(measure: &Measure<'_>, cell: &Cell) -> Vec<Line> {
    let (left, right) = sides(measure, cell);
    let room = (right - left - measure.fit.side * 2.0).max(Pt(1.0));
    match cell.align {
        Align::Center => balanced(&cell.text, measure.fit.size, room),
        Align::Left | Align::Right | Align::Top => cell_lines(&cell.text, measure.fit.size, room),
    }
}

/// A box with lines `from` up to `from + count` of each cell.
fn piece(measure: &Measure<'_>, cells: &[(&Cell, Vec<Line>)], from: usize, count: usize, fence: Fence) -> Slab {
    let line = measure.profile.single_line(measure.fit.size);
    let height = line * count as f32 + padding(measure);
    let thickness = measure.profile.table_line;
    let mut slab = Slab { height, ink: height, more_lines: count - 1, ..Slab::default() };
    for (cell, lines) in cells {
        let (left, right) = sides(measure, cell);
        let side = measure.fit.side;
        let stand = match cell.align {
            Align::Left | Align::Top => Stand::Left,
            Align::Center => Stand::Center,
            Align::Right => Stand::Right,
        };
        let lead = cell.lead();
        let shown = (lines.len() + lead).saturating_sub(from).min(count);
        // Short cells stand in the middle of their row, as tables of offices do; samples on one line.
        let top = if lead > 0 || cell.align == Align::Top { measure.pad } else { (height - line * shown as f32) / 2.0 };
        let here = lines.iter().zip(lead..).filter(|(_, index)| (from..from + count).contains(index));
        for (part, index) in here {
            let baseline = top + line * (index - from) as f32 + ascent(measure.fit.size);
            slab.runs.extend(set(&cell.text, part, measure.fit.size, stand, left + side, right - left - side * 2.0, baseline));
        }
        slab.rules.push(Rule::upright(left, Pt::ZERO, height, thickness));
        if let (Some(ink), 0) = (&cell.ink, from) {
            let middle = if lead > 0 { top + line / 2.0 } else { height / 2.0 };
            slab.rules.extend(ink.rules((left, right), side, middle, measure.fit.size));
        }
    }
    let (left, right) = (Pt::ZERO, measure.edges.last().copied().unwrap_or_default());
    slab.rules.push(Rule::upright(right, Pt::ZERO, height, thickness));
    slab.rules.push(Rule::level(left, right, height, thickness));
    if fence == Fence::Closed {
        slab.rules.push(Rule::level(left, right, Pt::ZERO, thickness));
    }
    slab
}

fn padding(measure: &Measure<'_>) -> Pt {
    measure.pad * 2.0
}

fn sides(measure: &Measure<'_>, cell: &Cell) -> (Pt, Pt) {
    let edge = |index: usize| measure.edges.get(index).copied().unwrap_or_default();
    (edge(cell.column), edge(cell.column + cell.span))
}
