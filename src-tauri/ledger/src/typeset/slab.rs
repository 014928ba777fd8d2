//! What the flow stacks: boxes as wide as the text area that no page end may cross.

use super::font::ASCENT;
use super::line::Line;
use super::page::{Anchor, Room, Rule, Run, stretches};
use super::text::{Text, width};
use super::unit::Pt;
use std::sync::Arc;

/// How strongly a box holds on to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Glue {
    /// A page may end between them.
    #[default]
    None,
    /// Together unless that is taller than a page, the first to part then: a row that names a group
    /// and the row below it.
    Group,
    /// The next to part: a heading and the next.
    Loose,
    /// Then: a heading and its text.
    Firm,
    /// The last to part: lines of one text.
    Weak,
    /// Together even where the weak ones must part.
    Strong,
}

/// A box of fixed content; `x` is measured from the text area's left edge, `y` from its own top.
#[derive(Debug, Clone, Default)]
pub(super) struct Slab {
    /// Space above it, dropped at the top of a page.
    pub(super) before: Pt,
    /// Its height.
    pub(super) height: Pt,
    /// How much of the height must fit on the page: the lead under a last line need not.
    pub(super) ink: Pt,
    pub(super) runs: Vec<Run>,
    pub(super) rules: Vec<Rule>,
    pub(super) anchor: Option<Anchor>,
    pub(super) room: Option<Room>,
    pub(super) glue: Glue,
    /// How many lines after it must stay with it, whole boxes of them.
    pub(super) keep_next: usize,
    /// How many lines stand in it, beside the first.
    pub(super) more_lines: usize,
    /// Whether it is a row that names the rows below it.
    pub(super) group: bool,
    /// Whether a section begins with it: it is the first line of a heading.
    pub(super) section: bool,
    /// Rows to print again above it when it begins a page.
    pub(super) repeat: Option<Arc<Vec<Slab>>>,
}

impl Slab {
    /// A box that holds on to the one before it.
    pub(super) fn glued(mut self, glue: Glue) -> Slab {
        self.glue = self.glue.max(glue);
        self
    }

    /// The same box as an artifact: it stands for what was already read.
    pub(super) fn again(mut self) -> Slab {
        self.runs.iter_mut().for_each(|run| run.tag = None);
        self
    }

    /// The same box, its words parted from those of the next text of the same element if its text
    /// ends here: a long word is not.
    pub(super) fn spaced(mut self, ends: bool) -> Slab {
        self.runs.last_mut().into_iter().for_each(|run| run.spaced |= ends);
        self
    }
}

/// How the lines of a text stand in their width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    Left,
    Center,
    Right,
    /// Both edges, but for last lines.
    Full,
}

/// A line whose spaces would grow by more than its size (before a long address) is left as it is.
const TORN: f32 = 1.0;

/// One line as runs, on a baseline, inside a width that begins at `left`.
pub(super) fn set(text: &Text, line: &Line, size: Pt, stand: Stand, left: Pt, room: Pt, baseline: Pt) -> Vec<Run> {
    let signs = text.part(line.from, line.to);
    let slack = room - width(signs, size);
    let spaces = signs.iter().filter(|sign| stretches(sign.letter)).count();
    let stretch = if spaces > 0 { slack / spaces as f32 } else { Pt::ZERO };
    let full = stand == Stand::Full && !line.last && stretch > Pt::ZERO && stretch <= size * TORN;
    let stretch = if full { stretch } else { Pt::ZERO };
    let mut x = match stand {
        Stand::Left | Stand::Full => left,
        Stand::Center => left + slack / 2.0,
        Stand::Right => left + slack,
    };
    let mut runs: Vec<Run> = Vec::new();
    for piece in signs.chunk_by(|a, b| a.style == b.style && a.tag == b.tag) {
        let Some(first) = piece.first() else { continue };
        let words = piece.iter().map(|sign| sign.letter).collect();
        let run = Run { x, y: baseline, size, style: first.style, stretch, text: words, spaced: false, tag: first.tag };
        x += width(piece, size) + stretch * piece.iter().filter(|sign| stretches(sign.letter)).count() as f32;
        runs.push(run);
    }
    if let Some(last) = runs.last_mut() {
        last.spaced = text.part(line.to, line.to + 1).iter().any(|sign| stretches(sign.letter) || sign.letter == '\n');
    }
    runs
}

/// A whole text on one line, centred on an axis.
pub(super) fn centred(text: &Text, line: &Line, size: Pt, axis: Pt, baseline: Pt) -> Vec<Run> {
    set(text, line, size, Stand::Center, axis, Pt::ZERO, baseline)
}

/// From a line's top to its baseline.
pub(super) fn ascent(size: Pt) -> Pt {
    size * ASCENT
}
