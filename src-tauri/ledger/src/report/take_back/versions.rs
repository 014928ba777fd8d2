//! What the next version of a returned file is compared with: what was sent, and what was taken of it since.
//!
//! All copies of a file bear the same mark. Of what was taken from one of them another knows nothing ([`super::steps`]):
//! what touches that is told, and the officer says what it is.

use super::apply::Draft;
use super::compare::compare;
use super::found::{Compared, Found};
use super::steps::of_others;
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
    /// The differences about what was taken of another copy: the file may never have had it.
    pub(super) of_others: HashSet<usize>,
    /// How many words the version that it is most like and the file don't have in common.
    pub(super) far: u32,
}

/// Compares a file with the last of its versions, `versions` oldest first; nothing without any.
pub(super) fn choose(mut versions: Vec<Document>, home: &[Unit]) -> Result<Option<Chosen>> {
    let Some(base) = versions.last() else { return Ok(None) };
    let compared = compare(base, home)?;
    let of_others = of_others(&versions, &compared);
    let said = Bag::all(home.iter().map(|unit| unit.plain.as_str()));
    let far = versions.iter().map(|version| far(version, &said)).min().unwrap_or_default();
    Ok(versions.pop().map(|base| Chosen { base, compared, of_others, far }))
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
