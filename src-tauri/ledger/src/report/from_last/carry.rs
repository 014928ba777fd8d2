//! The text of an earlier report as the text of a new one: pure, nothing is kept here.

use super::marks::{self, Mark};
use super::moves::Moves;
use super::stale::StaleWords;
use crate::Stamp;
use crate::paper::{Block, BlockId, Inline};
use crate::report::document::each_inline;
use crate::report::kept_form;
use crate::report::rows::SectionRow;
use crate::view::MarkKind;
use std::collections::HashSet;

/// What a new report begins with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Carried {
    pub(super) sections: Vec<SectionRow>,
    /// Each new block with the one it was.
    pub(super) pairs: Vec<(BlockId, BlockId)>,
    pub(super) marks: Vec<Mark>,
    /// Sections the outline does not have any more, which came over with their text; as they were called.
    pub(super) kept: Vec<String>,
    /// Keys of sections that a section of another key came into, by its title.
    homes: HashSet<String>,
}

/// The sections an outline begins with: in the new window, and as it began in the old one.
pub(super) struct Begun {
    pub(super) now: Vec<SectionRow>,
    pub(super) then: Vec<SectionRow>,
}

/// Carries the text over, section by section; `begun` are the sections of the outline, none for a paper
/// that was taken in: then the old headings stay, renamed to the new period.
///
/// A section in which nothing was written, or nothing but what the outline began with, begins anew; text
/// that the outline has no section for keeps its own.
pub(super) fn carry(old: &[SectionRow], begun: Option<Begun>, moves: &Moves, list: &StaleWords, stamp: &Stamp) -> Carried {
    let mut carried = Carried::default();
    let renamed = |section: &SectionRow| SectionRow { title: moves.renamed(&section.title), blocks: Vec::new(), ..section.clone() };
    let Some(begun) = begun else {
        carried.sections = old.iter().map(renamed).collect();
        for (nth, section) in old.iter().enumerate() {
            carried.take(nth, section, moves, list, stamp);
        }
        return carried;
    };
    carried.sections = begun.now;
    let is_begun = |section: &SectionRow| begun.then.iter().any(|then| then.key == section.key && says_the_same(section, then));
    let has_own = |section: &SectionRow| section.is_written() && !is_begun(section);
    let mut last = None;
    for (nth, section) in old.iter().enumerate() {
        let place = match carried.place_of(section, old, moves) {
            Some(place) => Some(place),
            None if has_own(section) || carried.lacks_below(old, nth, moves, has_own) => {
                let place = last.map_or(0, |last| carried.behind(last, section.level));
                carried.sections.insert(place, renamed(section));
                // What only gathers is not told beside what stands below it.
                if has_own(section) && !section.is_annex() {
                    carried.kept.push(section.whose());
                }
                Some(place)
            }
            None => None,
        };
        if let Some(place) = place {
            if is_begun(section) {
                carried.pair(place, section);
            } else if section.is_written() {
                carried.take(place, section, moves, list, stamp);
            }
            last = Some(place);
        }
    }
    carried
}

/// Whether a section still says what it began with.
fn says_the_same(section: &SectionRow, begun: &SectionRow) -> bool {
    let same = |(one, other): (&Block, &Block)| kept_form(one.clone().with_id(String::new())) == kept_form(other.clone().with_id(String::new()));
    section.blocks.len() == begun.blocks.len() && section.blocks.iter().zip(&begun.blocks).all(same)
}

impl Carried {
    /// Where the new report has a section of the old one: by its key, else by its title where no old section has that key.
    fn place_of(&self, section: &SectionRow, old: &[SectionRow], moves: &Moves) -> Option<usize> {
        let is_taken = |one: &SectionRow| self.homes.contains(&one.key) || old.iter().any(|old| old.key == one.key);
        let same_title = |one: &SectionRow| {
            one.level == section.level && !one.title.is_empty() && (one.title == section.title || one.title == moves.renamed(&section.title))
        };
        let by_key = self.sections.iter().position(|one| one.key == section.key);
        by_key.or_else(|| self.sections.iter().position(|one| same_title(one) && !is_taken(one)))
    }

    /// Whether below an old section one has text of its own that the new report has no place for: its heading must come too.
    fn lacks_below(&self, old: &[SectionRow], nth: usize, moves: &Moves, has_own: impl Fn(&SectionRow) -> bool) -> bool {
        let level = old.get(nth).map_or(0, |section| section.level);
        let mut below = old.iter().skip(nth + 1).take_while(|one| one.level > level && level > 0);
        below.any(|one| has_own(one) && self.place_of(one, old, moves).is_none())
    }

    /// The place behind a section and all that stands below it, where one of a level may come.
    fn behind(&self, last: usize, level: u8) -> usize {
        let below = self.sections.iter().skip(last + 1).take_while(|one| one.level > level);
        last + 1 + below.count()
    }

    /// What the officer is told of sections the outline does not have any more.
    pub(super) fn told(&self) -> Option<String> {
        let named = self.kept.join("; ");
        (!self.kept.is_empty())
            .then(|| format!("Đề cương không còn {named}. Ở đó có chữ của kỳ trước nên vẫn được giữ, các mục đã đánh số lại; hãy xem lại."))
    }

    /// The sentences of a section that began anew, with those they were.
    fn pair(&mut self, place: usize, old: &SectionRow) {
        let Some(section) = self.sections.get(place) else { return };
        let ids = section.blocks.iter().zip(&old.blocks);
        self.pairs.extend(ids.map(|(new, was)| (new.id().to_owned(), was.id().to_owned())));
    }

    /// Puts the text of an old section into the new one at a place.
    fn take(&mut self, place: usize, old: &SectionRow, moves: &Moves, list: &StaleWords, stamp: &Stamp) {
        let Some(section) = self.sections.get_mut(place) else { return };
        section.writable |= old.writable;
        self.homes.insert(section.key.clone());
        section.blocks.clear();
        // Ids are made of how many there are: each is made once.
        for block in &old.blocks {
            let was = block.id().to_owned();
            let nth = u32::try_from(self.pairs.len()).unwrap_or(u32::MAX);
            let id = stamp.uid(i64::MAX, nth);
            let (block, put) = moved(block, moves);
            let block = kept_form(block.with_id(id.clone()));
            self.pairs.push((id, was));
            self.marks.extend(overridden(&section.key, &block, put));
            self.marks.extend(marks::marks(&section.key, &block, moves, list));
            section.blocks.push(block);
        }
    }
}

/// A value that stood in place of a figure: the figure's id, the value and its reason.
type Put = (String, String, String);

/// A block with its chips in the new window and without the values that stood in their place.
fn moved(block: &Block, moves: &Moves) -> (Block, Vec<Put>) {
    let (mut block, mut put) = (block.clone(), Vec::new());
    each_inline(&mut block, &mut |piece| {
        if let Inline::Figure(chip) = piece {
            chip.window = chip.window.and_then(|(first, last)| moves.window(first, last));
            put.extend(chip.instead.take().map(|(value, reason)| (chip.id.clone(), value, reason)));
        }
    });
    (block, put)
}

fn overridden(section: &str, block: &Block, put: Vec<Put>) -> Vec<Mark> {
    let mark = |(id, value, reason): Put| {
        let reason = reason.trim().trim_end_matches('.');
        let because = if reason.is_empty() { String::new() } else { format!(" ({reason})") };
        Mark {
            section: section.to_owned(),
            block: block.id().to_owned(),
            kind: MarkKind::Override,
            words: id,
            lead: String::new(),
            tail: String::new(),
            why: format!("Kỳ trước ghi {value} thay cho số của sổ{because}; nay lấy số của sổ."),
            instead: None,
        }
    };
    put.into_iter().map(mark).collect()
}
