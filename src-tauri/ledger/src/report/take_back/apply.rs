//! Differences written into the report's sections: pure, nothing is kept here.

use super::found::{Compared, Found, Slot};
use super::held::Held;
use crate::paper::{Block, BlockId, Inline};
use crate::report::kept_form;
use crate::report::rows::SectionRow;
use std::collections::HashMap;

/// The sections of a report as one row of entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) entries: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Entry {
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
    pub(super) fn id(&self) -> &str {
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

    /// The text of a paper as it stands there, headings and all.
    pub(super) fn of_text(body: &[Block]) -> Draft {
        Draft { entries: body.iter().cloned().map(Entry::Block).collect() }
    }

    /// That text again.
    pub(super) fn text(self) -> Vec<Block> {
        self.entries.into_iter().filter_map(|entry| if let Entry::Block(block) = entry { Some(block) } else { None }).collect()
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

    /// Takes differences, each with its place among those that were found; `new_id` names new blocks.
    ///
    /// What stands in its new place already stays there, and is a neighbour of what comes.
    pub(super) fn take(&mut self, taken: &[(usize, Found)], compared: &Compared, sent: &[Block], new_id: &mut impl FnMut() -> BlockId) {
        let id = |at: usize| sent.get(at).map(Block::id).unwrap_or_default();
        // Where a block may not serve as a neighbour: it stands elsewhere here than in the file.
        let moved = Held::of(self, compared, sent).elsewhere();
        let mut moving: HashMap<usize, Option<Entry>> = HashMap::new();
        for (_, found) in taken {
            let keeps = usize::from(!found.after.is_empty());
            for gone in found.blocks.iter().skip(keeps) {
                self.remove(id(*gone));
            }
            if let (Some(first), Some(after)) = (found.blocks.first(), found.after.first()) {
                let is_there = self.replace(id(*first), after);
                if !is_there {
                    moving.insert(*first, Some(Entry::Block(after.clone())));
                } else if moved.contains(first) && found.moved {
                    moving.insert(*first, self.at(id(*first)).map(|at| self.entries.remove(at)));
                }
            }
        }
        let of: HashMap<usize, &Found> = taken.iter().map(|(nth, found)| (*nth, found)).collect();
        let here: HashMap<&str, usize> = self.entries.iter().enumerate().map(|(at, entry)| (entry.id(), at)).collect();
        // What comes before each entry, and behind the last one.
        let mut coming: Vec<Vec<Entry>> = vec![Vec::new(); self.entries.len() + 1];
        let (mut run, mut next): (Vec<Entry>, Option<usize>) = (Vec::new(), None);
        for slot in &compared.slots {
            match slot {
                Slot::Kept(block) => match moving.get_mut(block) {
                    Some(entry) => run.extend(entry.take()),
                    None if moved.contains(block) => {}
                    None => {
                        let Some(at) = here.get(id(*block)).copied().filter(|_| !id(*block).is_empty()) else { continue };
                        // Behind the nearest that stands before it in the file, or before the first one.
                        if let Some(place) = coming.get_mut(next.unwrap_or(at)) {
                            place.append(&mut run);
                        }
                        next = Some(at + 1);
                    }
                },
                Slot::New(nth, place) => {
                    let block = of.get(nth).and_then(|found| found.after.get(*place));
                    run.extend(block.map(|block| Entry::Block(block.clone().with_id(new_id()))));
                }
            }
        }
        if let Some(place) = coming.get_mut(next.unwrap_or(self.entries.len())) {
            place.append(&mut run);
        }
        let mut stays = std::mem::take(&mut self.entries).into_iter();
        for new in coming {
            self.entries.extend(new);
            self.entries.extend(stays.next());
        }
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
                *block = after.clone().with_id(id.to_owned());
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
