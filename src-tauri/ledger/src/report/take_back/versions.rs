//! What the next version of a returned file is compared with: what was sent, and what was taken of it since.
//!
//! All copies of a file bear the same mark. Of what was taken from one of them another knows nothing:
//! what only turns that back is told, and the officer says what it is.

use super::apply::Draft;
use super::compare::compare;
use super::found::{Compared, Found};
use super::units::Unit;
use super::words::Bag;
use crate::Result;
use crate::paper::{Block, BlockId, Document};
use std::collections::HashSet;

/// The version a file is compared with, and what differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) base: Document,
    pub(super) compared: Compared,
    /// The differences that only turn back what was taken, in a file that may never have had it.
    pub(super) turned_back: HashSet<usize>,
}

/// Compares a file with the last of its versions, `versions` oldest first; nothing without any.
pub(super) fn choose(mut versions: Vec<Document>, home: &[Unit]) -> Result<Option<Chosen>> {
    let Some(base) = versions.pop() else { return Ok(None) };
    let compared = compare(&base, home)?;
    let said = Bag::all(home.iter().map(|unit| unit.plain.as_str()));
    let far = far(&base, &said);
    let mut nearest: Option<((u32, usize), Document, Compared)> = None;
    // Of two that are as near the later one.
    for version in versions.into_iter().rev() {
        let words = self::far(&version, &said);
        if words <= far {
            let other = compare(&version, home)?;
            let near = (words, other.found.len());
            if near < nearest.as_ref().map_or((far, compared.found.len()), |(near, ..)| *near) {
                nearest = Some((near, version, other));
            }
        }
    }
    let turned_back = match &nearest {
        Some((_, version, other)) => {
            let own: Vec<_> = other.found.iter().map(|found| told(found, version)).collect();
            (0..).zip(&compared.found).filter(|(_, found)| !own.contains(&told(found, &base))).map(|(nth, _)| nth).collect()
        }
        None => HashSet::new(),
    };
    Ok(Some(Chosen { base, compared, turned_back }))
}

/// What a difference is, whatever it is compared with.
fn told<'a>(found: &'a Found, base: &'a Document) -> (crate::view::BackKind, Vec<&'a str>, &'a [Block]) {
    (found.kind, found.blocks.iter().filter_map(|block| base.body.get(*block)).map(Block::id).collect(), &found.after)
}

/// How many words a paper and a file don't have in common.
pub(super) fn far(paper: &Document, said: &Bag) -> u32 {
    let appendices = paper.appendices.iter().flat_map(|appendix| &appendix.body);
    let texts: Vec<String> = paper.body.iter().chain(appendices).map(Block::plain).chain([paper.subject.clone()]).collect();
    let own = Bag::all(texts.iter().map(String::as_str));
    own.without(said).len() + said.without(&own).len()
}

/// The paper once these differences were taken: figures that gave way show what they gave way to.
pub(super) fn taken(base: &Document, taken: &[(usize, Found)], compared: &Compared, new_id: &mut impl FnMut() -> BlockId) -> Document {
    let mut draft = Draft::of_text(&base.body);
    draft.take(taken, compared, &base.body, new_id);
    Document { body: draft.text(), ..base.clone() }
}
