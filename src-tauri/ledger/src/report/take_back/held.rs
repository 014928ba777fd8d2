//! What of a returned file stands in the report already.

use super::apply::{Draft, Entry};
use super::found::{Compared, Found, Slot};
use crate::paper::{Block, Inline};
use crate::report::kept_form;
use crate::view::BackKind;
use std::collections::{HashMap, HashSet};

/// The report's text beside a comparison, looked up by id and by words.
pub(super) struct Held<'a> {
    draft: &'a Draft,
    sent: &'a [Block],
    at: HashMap<&'a str, usize>,
    /// What blocks say that were not sent.
    new: HashSet<String>,
    /// For each sent block in the file the places here of the nearest ones before and behind it that were not moved there.
    between: HashMap<usize, (Option<usize>, Option<usize>)>,
    /// The sent blocks that were moved in the file.
    moved: HashSet<usize>,
}

impl<'a> Held<'a> {
    pub(super) fn of(draft: &'a Draft, compared: &Compared, sent: &'a [Block]) -> Held<'a> {
        let known: HashSet<&str> = sent.iter().map(Block::id).collect();
        let mut held = Held {
            draft,
            sent,
            at: draft.entries.iter().enumerate().map(|(at, entry)| (entry.id(), at)).filter(|(id, _)| !id.is_empty()).collect(),
            new: HashSet::new(),
            between: HashMap::new(),
            moved: compared.found.iter().filter(|found| found.moved).filter_map(|found| found.blocks.first().copied()).collect(),
        };
        let new = |entry: &Entry| if let Entry::Block(kept) = entry { (!known.contains(kept.id())).then(|| kept.plain_kept()) } else { None };
        held.new = draft.entries.iter().filter_map(new).collect();
        let kept: Vec<usize> = compared.slots.iter().filter_map(|slot| if let Slot::Kept(block) = slot { Some(*block) } else { None }).collect();
        let firm = |block: &usize| if held.moved.contains(block) { None } else { held.place(*block) };
        let nearest = |blocks: &mut dyn Iterator<Item = &usize>| {
            let mut last: Option<usize> = None;
            let mut places = Vec::new();
            for block in blocks {
                places.push(last);
                last = firm(block).or(last);
            }
            places
        };
        let befores = nearest(&mut kept.iter());
        let mut afters = nearest(&mut kept.iter().rev());
        afters.reverse();
        held.between = kept.into_iter().zip(befores.into_iter().zip(afters)).collect();
        held
    }

    /// The moved blocks that don't stand here where they stand in the file.
    pub(super) fn elsewhere(&self) -> HashSet<usize> {
        self.moved.iter().copied().filter(|block| !self.is_in_place(*block)).collect()
    }

    /// Whether a difference was taken already: there is nothing left to do.
    pub(super) fn has(&self, found: &Found) -> bool {
        let is_new = |(nth, block): (usize, &Block)| self.new.contains(&with_numbers(found, nth, block).plain_kept());
        let gone = |blocks: &[usize]| blocks.iter().all(|block| self.place(*block).is_none());
        match found.kind {
            BackKind::Added => found.after.iter().enumerate().all(is_new),
            BackKind::Removed => gone(&found.blocks),
            BackKind::Look => {
                matches!((self.here(found), found.after.first()), (Some(Entry::Block(block)), Some(after)) if *block == kept_form(after.clone()))
            }
            BackKind::Changed | BackKind::Moved | BackKind::Split | BackKind::Merged => {
                let (Some(first), Some(after), Some(entry)) = (found.blocks.first(), found.after.first(), self.here(found)) else { return false };
                let same = match (entry, after) {
                    (Entry::Block(block), after) => block.plain_kept() == with_numbers(found, 0, after).plain_kept(),
                    (Entry::Section { number, title, .. }, Block::Heading { number: new, text, .. }) => {
                        number == new && *title == Inline::plain(text)
                    }
                    (Entry::Section { number, title, .. }, Block::Part { number: new, title: words, .. }) => number == new && title == words,
                    (Entry::Section { .. }, _) => false,
                };
                let rest = found.blocks.get(1..).unwrap_or(&[]);
                same && gone(rest) && found.after.iter().enumerate().skip(1).all(is_new) && (!found.moved || self.is_in_place(*first))
            }
        }
    }

    /// Whether a block that was moved in the file stands here where it stands there.
    fn is_in_place(&self, block: usize) -> bool {
        let Some((before, after)) = self.between.get(&block) else { return false };
        self.place(block).is_some_and(|own| before.is_none_or(|before| before < own) && after.is_none_or(|after| own < after))
    }

    /// Where a sent block stands here.
    fn place(&self, block: usize) -> Option<usize> {
        self.at.get(self.sent.get(block)?.id()).copied()
    }

    /// The first block of a difference as it stands here.
    fn here(&self, found: &Found) -> Option<&Entry> {
        self.draft.entries.get(self.place(*found.blocks.first()?)?)
    }
}

/// A block of a difference, the `nth` of them, with its changed numbers in place of the figures.
pub(super) fn with_numbers(found: &Found, nth: usize, after: &Block) -> Block {
    let mut block = after.clone();
    for (_, changed) in found.changed.iter().filter(|(at, _)| *at == nth) {
        super::set_figure(&mut block, changed.nth, &changed.now, "");
    }
    block
}

impl Block {
    /// What a block says, whatever its id and the values of its figures are; a value that was put in a
    /// figure's place counts.
    fn plain_kept(&self) -> String {
        let mut block = self.clone();
        crate::report::document::each_inline(&mut block, &mut |piece| match piece {
            Inline::Figure(chip) => chip.shown = Some(chip.instead.as_ref().map_or_else(|| format!("{{{}}}", chip.id), |(value, _)| value.clone())),
            Inline::Citation(cited) => cited.shown = Some(format!("{{{}}}", cited.document)),
            Inline::Annex(annex) => annex.shown = Some(format!("{{{}}}", annex.annex)),
            Inline::Text(_) | Inline::Break => {}
        });
        block.plain()
    }
}
