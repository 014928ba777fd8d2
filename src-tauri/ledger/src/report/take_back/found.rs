//! What a comparison finds.

use super::pieces::Changed;
use super::sides::Place;
use crate::paper::Block;
use crate::view::{BackKind, BackLine, BackMatched};

/// What a returned file says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Compared {
    /// How its paragraphs were found again.
    pub(super) matched: BackMatched,
    /// What differs in the text, in its order.
    pub(super) found: Vec<Found>,
    /// The text that came back, in order.
    pub(super) slots: Vec<Slot>,
    /// For each unit that came back the sent block it is, and the difference it is a part of.
    pub(super) places: Vec<(Option<usize>, Option<usize>)>,
    /// What differs around the text: before, after, and where.
    pub(super) outside: Vec<(Place, String, String)>,
}

/// A difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) kind: BackKind,
    /// It stands elsewhere, whatever else became of it.
    pub(super) moved: bool,
    /// The sent blocks it is about, by their place in the body; the first one stays.
    pub(super) blocks: Vec<usize>,
    /// What stands in their place; the first has the id of the first block, new ones have none.
    pub(super) after: Vec<Block>,
    /// Figures whose words were changed, each with the block of `after` it stands in.
    pub(super) changed: Vec<(usize, Changed)>,
    /// What figures that are gone showed.
    pub(super) lost: Vec<String>,
    pub(super) lines: Vec<BackLine>,
}

/// A place of the returned text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// A sent block.
    Kept(usize),
    /// A block of `after` of a difference.
    New(usize, usize),
}
