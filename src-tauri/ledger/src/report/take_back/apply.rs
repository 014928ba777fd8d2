//! Differences written into the report's sections: pure, nothing is kept here.

use super::found::{Compared, Found, Slot};
use crate::paper::{Block, BlockId, Inline};
use crate::report::kept_form;
use crate::report::rows::SectionRow;
use crate::view::BackKind;
use std::collections::HashMap;

/// The sections of a report as one row of entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry {
    /// Where a section begins: which one, and its heading.
    Section {
        nth: usize,
        level: u8,
        number: String,
        title: String,
        id: BlockId,
    },
    Block(Block),
}

impl Entry {
    fn id(&self) -> &str {
        match self {
            Entry::Section { id, .. } => id,
            Entry::Block(block) => block.id(),
        }
    }
}

/// By which the heading of a section is found among the blocks.
pub(super) fn heading_id(key: &str) -> BlockId {
    format!("muc-{key}")
}

impl Draft {
    /// The sections as they are kept.
    pub(super) fn of(sections: &[SectionRow]) -> Draft {
        let mut entries = Vec::new();
        for (nth, section) in sections.iter().enumerate() {
            let (number, title) = (section.number.clone(), section.title.clone());
            entries.push(Entry::Section { nth, level: section.level, number, title, id: heading_id(&section.key) });
            entries.extend(section.blocks.iter().cloned().map(Entry::Block));
        }
        Draft { entries }
    }

    /// The sections again: each with the place of the one it was, `None` for a new one.
    pub(super) fn sections(&self, before: &[SectionRow]) -> Vec<(Option<usize>, SectionRow)> {
        let mut sections: Vec<(Option<usize>, SectionRow)> = Vec::new();
        for entry in &self.entries {
            match entry {
                Entry::Section { nth, level, number, title, .. } => {
                    let Some(old) = before.get(*nth) else { continue };
                    let row = SectionRow { level: *level, number: number.clone(), title: title.clone(), blocks: Vec::new(), ..old.clone() };
                    sections.push((Some(*nth), row));
                }
                Entry::Block(block) => {
                    if sections.is_empty() {
                        // Text above the first heading gets a section without one.
                        let (key, hint) = (format!("dau-{}", block.id()), String::new());
                        let row = SectionRow { key, level: 0, number: String::new(), title: String::new(), writable: true, hint, blocks: Vec::new() };
                        sections.push((None, row));
                    }
                    if let Some((_, section)) = sections.last_mut() {
                        section.writable = true;
                        section.blocks.push(block.clone());
                    }
                }
            }
        }
        sections
    }

    /// The place of the section that a block stands in, or begins.
    pub(super) fn section_of(&self, id: &str) -> Option<usize> {
        let at = self.at(id)?;
        self.entries.iter().take(at + 1).rev().find_map(|entry| if let Entry::Section { nth, .. } = entry { Some(*nth) } else { None })
    }

    /// Whether a block is as it was when it was sent; `None` when it is not there any more.
    pub(super) fn is_as_sent(&self, sent: &Block) -> Option<bool> {
        let entry = self.entries.get(self.at(sent.id())?)?;
        Some(match (entry, sent) {
            (Entry::Block(block), sent) => *block == kept_form(sent.clone()),
            (Entry::Section { number, title, .. }, Block::Heading { number: old, text, .. }) => number == old && *title == Inline::plain(text),
            (Entry::Section { number, title, .. }, Block::Part { number: old, title: words, .. }) => number == old && title == words,
            (Entry::Section { .. }, _) => false,
        })
    }

    /// Whether a difference was taken already: there is nothing left to do.
    pub(super) fn has(&self, found: &Found, compared: &Compared, sent: &[Block]) -> bool {
        let id = |at: &usize| sent.get(*at).map_or("", Block::id);
        let is_new = |block: &Block| {
            let twin = |entry: &Entry| matches!(entry, Entry::Block(kept) if kept.plain_kept() == block.plain_kept() && sent.iter().all(|old| old.id() != kept.id()));
            self.entries.iter().any(twin)
        };
        let gone = |blocks: &[usize]| blocks.iter().all(|block| self.at(id(block)).is_none());
        let rest = found.blocks.get(1..).unwrap_or(&[]);
        match found.kind {
            BackKind::Added => found.after.iter().all(is_new),
            BackKind::Removed => gone(&found.blocks),
            BackKind::Look => {
                let here = found.blocks.first().and_then(|first| self.entries.get(self.at(id(first))?));
                matches!((here, found.after.first()), (Some(Entry::Block(block)), Some(after)) if *block == kept_form(after.clone()))
            }
            BackKind::Changed | BackKind::Moved | BackKind::Split | BackKind::Merged => {
                let (Some(first), Some(after)) = (found.blocks.first(), found.after.first()) else { return false };
                let Some(entry) = self.at(id(first)).and_then(|at| self.entries.get(at)) else { return false };
                let same = match (entry, after) {
                    (Entry::Block(block), after) => block.plain_kept() == with_numbers(found, after).plain_kept(),
                    (Entry::Section { number, title, .. }, Block::Heading { number: new, text, .. }) => {
                        number == new && *title == Inline::plain(text)
                    }
                    (Entry::Section { number, title, .. }, Block::Part { number: new, title: words, .. }) => number == new && title == words,
                    (Entry::Section { .. }, _) => false,
                };
                same && gone(rest) && found.after.iter().skip(1).all(is_new) && (!found.moved || self.is_in_place(*first, compared, sent))
            }
        }
    }

    /// Whether a block that was moved in the file stands here where it stands there.
    fn is_in_place(&self, block: usize, compared: &Compared, sent: &[Block]) -> bool {
        let place = |slot: &Slot| match slot {
            Slot::Kept(kept) if !compared.found.iter().any(|found| found.moved && found.blocks.first() == Some(kept)) => {
                self.at(sent.get(*kept)?.id())
            }
            _ => None,
        };
        let own = sent.get(block).and_then(|block| self.at(block.id()));
        let Some(at) = compared.slots.iter().position(|slot| *slot == Slot::Kept(block)) else { return false };
        let before = compared.slots.iter().take(at).rev().find_map(place);
        let after = compared.slots.iter().skip(at + 1).find_map(place);
        own.is_some_and(|own| before.is_none_or(|before| before < own) && after.is_none_or(|after| own < after))
    }

    /// Takes differences, each with its place among those that were found; `new_id` names new blocks.
    pub(super) fn take(&mut self, taken: &[(usize, Found)], compared: &Compared, sent: &[Block], new_id: &mut impl FnMut() -> BlockId) {
        let id = |at: usize| sent.get(at).map(|block| block.id().to_owned()).unwrap_or_default();
        let mut moving: Vec<usize> = Vec::new();
        for (_, found) in taken {
            let keeps = usize::from(!found.after.is_empty());
            for gone in found.blocks.iter().skip(keeps) {
                self.remove(&id(*gone));
            }
            if let (Some(first), Some(after)) = (found.blocks.first(), found.after.first()) {
                let is_there = self.replace(&id(*first), after);
                if found.moved || !is_there {
                    moving.push(*first);
                }
            }
        }
        // Where a block may not serve as a neighbour: it stands elsewhere here than in the file.
        let moved: Vec<usize> = compared.found.iter().filter(|found| found.moved).filter_map(|found| found.blocks.first().copied()).collect();
        let mut settled: HashMap<usize, BlockId> = HashMap::new();
        for (place, slot) in compared.slots.iter().enumerate() {
            match slot {
                Slot::Kept(block) if moving.contains(block) => {
                    let after = || taken.iter().find(|(_, found)| found.blocks.first() == Some(block)).and_then(|(_, found)| found.after.first());
                    let entry = match self.at(&id(*block)) {
                        Some(at) => Some(self.entries.remove(at)),
                        None => after().map(|block| Entry::Block(block.clone())),
                    };
                    if let Some(entry) = entry {
                        self.insert(place, entry, compared, &settled, sent, &moved);
                        settled.insert(place, id(*block));
                    }
                }
                Slot::Kept(block) if self.at(&id(*block)).is_some() && !moved.contains(block) => {
                    settled.insert(place, id(*block));
                }
                Slot::Kept(_) => {}
                Slot::New(of, nth) => {
                    let after = taken.iter().find(|(at, _)| at == of).and_then(|(_, found)| found.after.get(*nth));
                    if let Some(block) = after {
                        let name = new_id();
                        self.insert(place, Entry::Block(block.clone().with_id(name.clone())), compared, &settled, sent, &moved);
                        settled.insert(place, name);
                    }
                }
            }
        }
    }

    /// Puts an entry behind the nearest one that stands before it in the file, or before the next one.
    fn insert(&mut self, place: usize, entry: Entry, compared: &Compared, settled: &HashMap<usize, BlockId>, sent: &[Block], moved: &[usize]) {
        let before = (0..place).rev().find_map(|place| self.at(settled.get(&place)?)).map(|at| at + 1);
        let after = || {
            compared.slots.iter().skip(place + 1).find_map(|slot| match slot {
                Slot::Kept(block) if !moved.contains(block) => self.at(sent.get(*block)?.id()),
                _ => None,
            })
        };
        let at = before.or_else(after).unwrap_or(self.entries.len());
        self.entries.insert(at.min(self.entries.len()), entry);
    }

    fn at(&self, id: &str) -> Option<usize> {
        self.entries.iter().position(|entry| !id.is_empty() && entry.id() == id)
    }

    /// Takes an entry out; the text of a section whose heading is gone belongs to the one above.
    fn remove(&mut self, id: &str) {
        let Some(at) = self.at(id) else { return };
        match self.entries.get_mut(at) {
            // Nothing stands above the first: it stays, without a heading.
            Some(Entry::Section { level, number, title, .. }) if at == 0 => {
                *level = 0;
                number.clear();
                title.clear();
            }
            _ => drop(self.entries.remove(at)),
        }
    }

    /// Writes a block in place of another; answers whether that was there.
    fn replace(&mut self, id: &str, after: &Block) -> bool {
        match self.at(id).and_then(|at| self.entries.get_mut(at)) {
            Some(Entry::Block(block)) => {
                *block = kept_form(after.clone().with_id(id.to_owned()));
                true
            }
            Some(Entry::Section { number, title, .. }) => {
                match after {
                    Block::Heading { number: new, text, .. } => (*number, *title) = (new.clone(), Inline::plain(text)),
                    Block::Part { number: new, title: words, .. } => (*number, *title) = (new.clone(), words.clone()),
                    Block::Para { .. } | Block::Item { .. } | Block::Table { .. } => {}
                }
                true
            }
            None => false,
        }
    }
}

/// A block of a difference with its changed numbers in place of the figures.
fn with_numbers(found: &Found, after: &Block) -> Block {
    let mut block = after.clone();
    for (_, changed) in found.changed.iter().filter(|(at, _)| *at == 0) {
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
