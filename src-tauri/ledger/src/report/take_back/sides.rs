//! The two sides of a comparison: what was sent, as a reader of Word files sees it, and where each
//! unit that came back stands.

use super::matching::Matching;
use super::units::{Unit, units};
use crate::Result;
use crate::paper::{Block, Document};
use crate::word::{self, read};

/// A part of the paper around the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Head,
    Text,
    Signature,
    Appendix,
}

/// The units of what was sent, each with the block of the body it was written from.
pub(super) struct Sent {
    pub(super) units: Vec<Unit>,
    pub(super) blocks: Vec<Option<usize>>,
    pub(super) places: Vec<Place>,
    /// Of the last line of an appendix's heading, where the appendix has no text yet: the block that holds its place.
    pub(super) hollow: Vec<Option<usize>>,
}

const ID: &str = "than-";

/// Writes what was sent once more, to see its units as a reader of Word files sees them.
pub(super) fn sent(base: &Document) -> Result<Sent> {
    let mut numbered = base.clone();
    numbered.body = base.body.iter().enumerate().map(|(at, block)| block.clone().with_id(format!("{ID}{at}"))).collect();
    let mut units = units(&read::bytes(&word::docx(&numbered)?)?);
    let blocks: Vec<Option<usize>> = units.iter().map(|unit| unit.block.strip_prefix(ID)?.parse().ok()).collect();
    let first = blocks.iter().position(Option::is_some).unwrap_or(units.len());
    let last = blocks.iter().rposition(Option::is_some).unwrap_or(units.len());
    let appendix = units.iter().enumerate().position(|(at, unit)| at > last && unit.style == "AppendixNumber").unwrap_or(units.len());
    let place = |at: usize| match at {
        _ if at < first => Place::Head,
        _ if at <= last => Place::Text,
        _ if at < appendix => Place::Signature,
        _ => Place::Appendix,
    };
    let places: Vec<Place> = (0..units.len()).map(place).collect();
    let hollow = hollow(base, &units, appendix);
    for (unit, block) in units.iter_mut().zip(&blocks) {
        unit.block = block.and_then(|block| base.body.get(block)).map(|block| block.id().to_owned()).unwrap_or_default();
    }
    Ok(Sent { units, blocks, places, hollow })
}

fn hollow(base: &Document, units: &[Unit], first: usize) -> Vec<Option<usize>> {
    let mut hollow = vec![None; units.len()];
    let begins: Vec<usize> = (first..units.len()).filter(|at| units.get(*at).is_some_and(|unit| unit.style == "AppendixNumber")).collect();
    for (nth, appendix) in base.appendices.iter().enumerate() {
        let [Block::Para { id, text }] = appendix.body.as_slice() else { continue };
        let last = begins.get(nth).map(|_| begins.get(nth + 1).copied().unwrap_or(units.len()) - 1);
        let place = base.body.iter().position(|block| text.is_empty() && block.id() == id);
        if let Some(slot) = last.and_then(|last| hollow.get_mut(last)) {
            *slot = place;
        }
    }
    hollow
}

/// For each returned unit that is new below the heading of an appendix without text: the block that holds its place.
pub(super) fn below(sent: &Sent, matching: &Matching) -> Vec<Option<usize>> {
    let mut here = None;
    let one = |of: &Option<(usize, _)>| match of {
        Some((of, _)) => {
            here = sent.hollow.get(*of).copied().flatten();
            None
        }
        None => here,
    };
    matching.of.iter().map(one).collect()
}

/// Where each returned unit stands: where what it was stood; a new one, in the text where it may.
pub(super) fn places(sent: &Sent, matching: &Matching) -> Vec<Place> {
    let known: Vec<Option<Place>> = matching.of.iter().map(|of| of.and_then(|(of, _)| sent.places.get(of)).copied()).collect();
    let nearest = |places: &mut dyn Iterator<Item = &Option<Place>>| {
        let mut last: Option<Place> = None;
        let mut nearest = Vec::new();
        for place in places {
            nearest.push(last);
            last = place.or(last);
        }
        nearest
    };
    let befores = nearest(&mut known.iter());
    let mut afters = nearest(&mut known.iter().rev());
    afters.reverse();
    let one = |at: usize| {
        let (before, after) = (befores.get(at).copied().flatten(), afters.get(at).copied().flatten());
        match (before, after) {
            (Some(Place::Text), _) | (_, Some(Place::Text)) => Place::Text,
            (Some(Place::Head), Some(Place::Signature | Place::Appendix)) | (None, None) => Place::Text,
            (Some(before), _) => before,
            (None, Some(after)) => after,
        }
    };
    let below = below(sent, matching);
    let place = |at: usize| match (known.get(at).copied().flatten(), below.get(at)) {
        (Some(known), _) => known,
        (None, Some(Some(_))) => Place::Text,
        _ => one(at),
    };
    (0..known.len()).map(place).collect()
}
