//! What is drawn in a cell, beside its text.

use super::super::fill::{bar, filled};
use super::super::page::Rule;
use super::super::unit::Pt;
use super::Cell;
use crate::paper::Fill;

/// How high what is drawn is, as a share of the type's size.
const HEIGHT: f32 = 1.0;
/// How long a sample is, as a multiple of its height.
const SAMPLE: f32 = 2.4;

/// A drawing in a cell.
pub(in super::super) enum Ink {
    /// A sample of a filling, on a line of its own above the words.
    Sample(Fill),
    /// The parts of a bar, from the cell's left edge on.
    Bar {
        parts: Vec<(Fill, u32)>,
        /// A bar of so many would fill the cell.
        of: u32,
    },
}

impl Ink {
    /// The lines it is drawn with in a cell between two edges, about a middle; a bar keeps off the right edge.
    pub(super) fn rules(&self, (left, right): (Pt, Pt), side: Pt, middle: Pt, size: Pt) -> Vec<Rule> {
        let height = size * HEIGHT;
        let (top, bottom) = (middle - height / 2.0, middle + height / 2.0);
        match self {
            Ink::Sample(fill) => {
                let (axis, half) = ((left + right) / 2.0, height * (SAMPLE / 2.0));
                filled(*fill, (axis - half, axis + half), (top, bottom))
            }
            Ink::Bar { parts, of } => bar(parts, *of, (left, right - side), (top, bottom)),
        }
    }
}

impl Cell {
    /// Lines taken above its text by what is drawn there.
    pub(super) fn lead(&self) -> usize {
        usize::from(matches!(self.ink, Some(Ink::Sample(_))))
    }
}
