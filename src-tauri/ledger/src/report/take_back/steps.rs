//! What was taken of a returned file, time by time, and whether another file knows of it.
//!
//! All copies of a sent file bear the same mark, and two leaders edit two of them. What one changed and the officer took, the
//! other's copy never had: where it differs from that it means nothing by it, however much else it says that is new.

use super::found::{Compared, Slot};
use super::held::with_numbers;
use super::words::Bag;
use crate::paper::{Block, Document};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// The same paragraph in other words: at least this likeness, in thousandths.
const LIKE: u32 = 500;

/// The differences that are about what was taken of another copy than this file comes from, `versions` oldest first, the last
/// one that which it was compared with.
pub(super) fn of_others(versions: &[Document], compared: &Compared) -> HashSet<usize> {
    let Some(base) = versions.last() else { return HashSet::new() };
    let file = File::of(base, compared);
    let steps = versions.iter().zip(versions.iter().skip(1)).map(|(before, after)| Step::of(before, after));
    let unknown: Vec<Step> = steps.filter(|step| step.known(&file) <= 0).collect();
    let is_of_others = |nth: &usize| unknown.iter().any(|step| step.touches(*nth, &file));
    (0..compared.found.len()).filter(is_of_others).collect()
}

/// What came back, its blocks known by their ids.
struct File<'a> {
    base: &'a Document,
    compared: &'a Compared,
    blocks: HashMap<&'a str, Cow<'a, Block>>,
    /// In the order of the file.
    order: HashMap<&'a str, usize>,
    new: Vec<New>,
}

/// What stands in the file and not in what it was compared with.
struct New {
    words: Bag,
    /// How like it is to the block it is taken for, in thousandths.
    own: u32,
    /// The difference it is of.
    found: usize,
}

impl<'a> File<'a> {
    fn of(base: &'a Document, compared: &'a Compared) -> File<'a> {
        let mut blocks: HashMap<&str, Cow<Block>> = base.body.iter().map(|block| (block.id(), Cow::Borrowed(block))).collect();
        let id = |block: usize| base.body.get(block).map(Block::id);
        let mut new = Vec::new();
        for (nth, found) in compared.found.iter().enumerate() {
            found.blocks.iter().filter_map(|block| id(*block)).for_each(|id| drop(blocks.remove(id)));
            let was = found.blocks.first().and_then(|block| base.body.get(*block));
            for (at, block) in found.after.iter().enumerate() {
                let (block, was) = (with_numbers(found, at, block), was.filter(|_| at == 0));
                let words = Bag::of(&block.plain());
                let own = was.map_or(0, |was| words.likeness(&Bag::of(&was.plain())));
                new.push(New { words, own, found: nth });
                blocks.extend(was.map(|was| (was.id(), Cow::Owned(block))));
            }
        }
        let kept = compared.slots.iter().filter_map(|slot| if let Slot::Kept(block) = slot { id(*block) } else { None });
        File { base, compared, blocks, order: kept.enumerate().map(|(at, id)| (id, at)).collect(), new }
    }

    /// The differences in which something stands that says about what a block said.
    fn like(&self, words: &Bag) -> impl Iterator<Item = usize> {
        self.new.iter().filter(move |new| new.words.likeness(words) >= LIKE.max(new.own + 1)).map(|new| new.found)
    }
}

/// The blocks of a text by their ids, each with its place.
fn by_id(document: &Document) -> HashMap<&str, (usize, &Block)> {
    document.body.iter().enumerate().map(|(at, block)| (block.id(), (at, block))).collect()
}

/// What was taken at one time.
struct Step<'a> {
    changed: HashMap<&'a str, (&'a Block, &'a Block)>,
    added: HashMap<&'a str, Bag>,
    removed: Vec<Bag>,
    /// Two that stood the other way round before.
    turned: Vec<(&'a str, &'a str)>,
}

impl<'a> Step<'a> {
    fn of(before: &'a Document, after: &'a Document) -> Step<'a> {
        let (was, now) = (by_id(before), by_id(after));
        let both = |id: &'a str| Some((id, was.get(id)?.0, now.get(id)?.0));
        let in_both = |document: &'a Document| document.body.iter().filter_map(|block| both(block.id())).collect::<Vec<_>>();
        let (old, new) = (in_both(before), in_both(after));
        let pairs = old.iter().zip(old.iter().skip(1)).map(|(one, other)| (other, one)).chain(new.iter().zip(new.iter().skip(1)));
        Step {
            changed: now.iter().filter_map(|(id, (_, now))| was.get(id).filter(|(_, was)| was != now).map(|(_, was)| (*id, (*was, *now)))).collect(),
            added: now.iter().filter(|(id, _)| !was.contains_key(*id)).map(|(id, (_, block))| (*id, Bag::of(&block.plain()))).collect(),
            removed: was.iter().filter(|(id, _)| !now.contains_key(*id)).map(|(_, (_, block))| Bag::of(&block.plain())).collect(),
            turned: pairs
                .filter(|((_, was, now), (_, was_next, now_next))| was > was_next && now < now_next)
                .map(|(one, other)| (one.0, other.0))
                .collect(),
        }
    }

    /// By how many words a file is nearer to what was there after the step than to what was before it: it knows of it where
    /// that is more than none.
    fn known(&self, file: &File) -> i64 {
        let changed = self.changed.iter().filter_map(|(id, (was, now))| Some(nearer(file.blocks.get(id)?, was, now)));
        let added = self.added.iter().map(|(id, words)| if file.blocks.contains_key(id) { weight(words) } else { -weight(words) });
        let removed = self.removed.iter().map(|words| if file.like(words).next().is_none() { weight(words) } else { -weight(words) });
        let turned = self.turned.iter().filter_map(|(one, other)| Some(if file.order.get(one)? < file.order.get(other)? { 1 } else { -1 }));
        changed.chain(added).chain(removed).chain(turned).sum()
    }

    /// Whether a difference is about what the step changed.
    fn touches(&self, nth: usize, file: &File) -> bool {
        let Some(found) = file.compared.found.get(nth) else { return false };
        let mut ids = found.blocks.iter().filter_map(|block| file.base.body.get(*block)).map(Block::id);
        ids.any(|id| self.changed.contains_key(id) || self.added.contains_key(id))
            || (found.moved && !self.turned.is_empty())
            || self.removed.iter().any(|words| file.like(words).any(|other| other == nth))
    }
}

fn weight(words: &Bag) -> i64 {
    i64::from(words.len().max(1))
}

/// By how many words a block is nearer to what it is now than to what it was; of the same words the one with its looks.
fn nearer(here: &Block, was: &Block, now: &Block) -> i64 {
    let words = |block: &Block| Bag::of(&block.plain());
    let (own, was_words, now_words) = (words(here), words(was), words(now));
    let far = |other: &Bag| i64::from(own.without(other).len() + other.without(&own).len());
    match far(&was_words) - far(&now_words) {
        0 => i64::from(here == now) - i64::from(here == was),
        words => words,
    }
}
