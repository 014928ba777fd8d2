//! From what was sent and what came back to what differs: a pure function.

use super::blocks::{back, figures, joined_text, part};
use super::found::{Compared, Found, Slot};
use super::looks;
use super::matching::{By, Matching, in_order, matching};
use super::outside::outside;
use super::pieces::Changed;
use super::shown::{self, Shown};
use super::sides::{Place, Sent, below, places, sent};
use super::table::{self, told};
use super::units::Unit;
use crate::Result;
use crate::paper::{Block, Document, Inline, Table};
use crate::report::document::each_inline;
use crate::view::{BackKind, BackLine};
use crate::word::Tag;
use std::collections::{HashMap, HashSet};

/// Compares what was sent with the units that came back.
pub(super) fn compare(base: &Document, home: &[Unit]) -> Result<Compared> {
    let sent = sent(base)?;
    let matching = matching(&sent.units, home);
    let places = places(&sent, &matching);
    let mut others: Vec<Inline> = Vec::new();
    for block in &base.body {
        each_inline(&mut block.clone(), &mut |piece| others.extend(Tag::of(piece).map(|_| piece.clone())));
    }
    let (mut units, mut joined): (HashMap<usize, Vec<usize>>, HashMap<usize, Vec<usize>>) = Default::default();
    for (unit, block) in sent.blocks.iter().enumerate().filter_map(|(unit, block)| Some((unit, (*block)?))) {
        units.entry(block).or_default().push(unit);
        if let Some(to) = matching.joined.get(unit).copied().flatten() {
            joined.entry(to).or_default().push(block);
        }
    }
    let mut work = Work {
        units,
        joined,
        base,
        home,
        sent: &sent,
        matching: &matching,
        others,
        all: Compared { places: vec![(None, None); home.len()], ..Compared::default() },
    };
    work.count(&places);
    work.text(&places);
    work.all.outside = outside(&sent, &matching, &places, home);
    Ok(work.all)
}

struct Work<'a> {
    base: &'a Document,
    home: &'a [Unit],
    sent: &'a Sent,
    matching: &'a Matching,
    /// All figures and citations of the report.
    others: Vec<Inline>,
    /// The sent units of each block.
    units: HashMap<usize, Vec<usize>>,
    /// The blocks joined to each returned unit.
    joined: HashMap<usize, Vec<usize>>,
    all: Compared,
}

impl Work<'_> {
    fn count(&mut self, places: &[Place]) {
        for (_, of) in places.iter().zip(&self.matching.of).filter(|(place, _)| **place == Place::Text) {
            self.all.matched.paragraphs += 1;
            match of {
                Some((_, By::Mark)) => self.all.matched.by_mark += 1,
                Some((_, By::Words)) => self.all.matched.by_words += 1,
                None => {}
            }
        }
    }

    /// The block of the body that a returned unit is, or is a part of.
    fn block_of(&self, unit: usize) -> Option<usize> {
        let (sent, _) = self.matching.of.get(unit).copied().flatten()?;
        self.sent.blocks.get(sent).copied().flatten()
    }

    /// The blocks joined to a returned unit, besides the one that became it.
    fn joined_to(&self, units: &[usize]) -> Vec<usize> {
        units.iter().filter_map(|unit| self.joined.get(unit)).flatten().copied().collect()
    }

    fn text(&mut self, places: &[Place]) {
        // Each returned block with its units, in order; new units alone.
        let mut groups: Vec<(Option<usize>, Vec<usize>)> = Vec::new();
        let mut group: HashMap<usize, usize> = HashMap::new();
        for unit in (0..self.home.len()).filter(|unit| places.get(*unit) == Some(&Place::Text)) {
            let block = self.block_of(unit);
            match block.and_then(|block| group.get(&block)).and_then(|at| groups.get_mut(*at)) {
                Some((_, units)) => units.push(unit),
                None => {
                    group.extend(block.map(|block| (block, groups.len())));
                    groups.push((block, vec![unit]));
                }
            }
        }
        let rising: Vec<(usize, usize)> = groups.iter().enumerate().filter_map(|(at, (block, _))| Some(((*block)?, at))).collect();
        let still: HashMap<usize, usize> = in_order(&rising).into_iter().map(|(block, at)| (at, block)).collect();
        let mut all_gone = self.all_gone().into_iter().peekable();
        let below = below(self.sent, self.matching);
        for (at, (block, units)) in groups.iter().enumerate() {
            match block {
                None => {
                    let place = units.first().and_then(|unit| below.get(*unit)).copied().flatten().map(Slot::Kept);
                    self.all.slots.extend(place.filter(|place| !self.all.slots.contains(place)));
                    self.added(units);
                }
                Some(block) => {
                    if let Some(last) = still.get(&at) {
                        while let Some(gone) = all_gone.next_if(|gone| gone < last) {
                            self.gone(gone);
                        }
                    }
                    self.kept(*block, units, !still.contains_key(&at));
                }
            }
        }
        all_gone.for_each(|gone| self.gone(gone));
    }

    /// The sent blocks that nothing became.
    fn all_gone(&self) -> Vec<usize> {
        let became: HashSet<usize> = self.matching.of.iter().flatten().map(|(sent, _)| *sent).collect();
        let stays = |unit: usize| became.contains(&unit) || self.matching.joined.get(unit).copied().flatten().is_some();
        let blocks = self.sent.blocks.iter().enumerate().filter_map(|(unit, block)| Some(((*block)?, stays(unit))));
        let mut all: Vec<(usize, bool)> = Vec::new();
        for (block, stays) in blocks {
            match all.last_mut().filter(|(last, _)| *last == block) {
                Some((_, kept)) => *kept |= stays,
                None => all.push((block, stays)),
            }
        }
        all.into_iter().filter(|(_, stays)| !stays).map(|(block, _)| block).collect()
    }

    fn gone(&mut self, at: usize) {
        let Some(block) = self.base.body.get(at) else { return };
        let words = shown::difference(&shown::block(block), &Shown::new());
        self.push((BackKind::Removed, false), vec![at], Vec::new(), vec![BackLine { label: String::new(), words }], &[]);
    }

    fn added(&mut self, units: &[usize]) {
        for (at, unit) in units.iter().filter_map(|at| Some((*at, self.home.get(*at)?))) {
            let nothing = Table { columns: Vec::new(), header: Vec::new(), rows: Vec::new(), size: 12 };
            let (block, lines) = match &unit.table {
                Some(table) => {
                    let back = table::back(&nothing, table, &self.others);
                    (Block::Table { id: String::new(), table: back.table }, back.lines)
                }
                None => {
                    let line = BackLine { label: String::new(), words: shown::difference(&Shown::new(), &told(&unit.said)) };
                    (back(None, &[], unit, String::new(), &self.others).block, vec![line])
                }
            };
            let found = self.all.found.len();
            self.all.slots.push(Slot::New(found, 0));
            self.push((BackKind::Added, false), Vec::new(), vec![(block, Vec::new())], lines, &[at]);
        }
    }

    /// A block that came back in these units.
    fn kept(&mut self, block: usize, units: &[usize], moved: bool) {
        let joined = self.joined_to(units);
        let mut blocks: Vec<usize> = joined.iter().copied().chain([block]).collect();
        blocks.sort_unstable();
        blocks.dedup();
        let home: Vec<&Unit> = units.iter().filter_map(|unit| self.home.get(*unit)).collect();
        let sent: Vec<&Unit> = self.units.get(&block).into_iter().flatten().filter_map(|unit| self.sent.units.get(*unit)).collect();
        let first = blocks.first().copied().unwrap_or(block);
        self.all.slots.push(Slot::Kept(first));
        for unit in units {
            if let Some(place) = self.all.places.get_mut(*unit) {
                place.0 = Some(first);
            }
        }
        let same = blocks.len() == 1 && sent.len() == home.len() && sent.iter().zip(&home).all(|(sent, home)| sent.plain == home.plain);
        let Some(was) = self.base.body.get(first) else { return };
        if same {
            let look = if let ([sent], [home]) = (sent.as_slice(), home.as_slice()) { looks::changed(was, sent, home) } else { None };
            let kind = if moved { BackKind::Moved } else { BackKind::Look };
            return match look {
                Some((block, lines)) => self.push((kind, moved), blocks, vec![(block, Vec::new())], lines, units),
                None if moved => {
                    let line = BackLine { label: String::new(), words: shown::same(&shown::block(was)) };
                    self.push((kind, moved), blocks, vec![(was.clone(), Vec::new())], vec![line], units);
                }
                None => {}
            };
        }
        let sent_blocks: Vec<&Block> = blocks.iter().filter_map(|block| self.base.body.get(*block)).collect();
        let before = shown::joined(sent_blocks.iter().map(|block| shown::block(block)));
        let line = |after: Shown| vec![BackLine { label: String::new(), words: shown::difference(&before, &after) }];
        let (after, lines) = match (was, home.first().and_then(|unit| unit.table.as_ref())) {
            (Block::Table { id, table }, Some(home)) => {
                let back = table::back(table, home, &self.others);
                (vec![(Block::Table { id: id.clone(), table: back.table }, back.changed)], back.lines)
            }
            (Block::Part { id, number, title }, _) => {
                let (number, title) = part(number, title, &home);
                (vec![(Block::Part { id: id.clone(), number, title }, Vec::new())], line(shown::joined(home.iter().map(|unit| told(&unit.said)))))
            }
            _ => {
                let pieces = joined_text(&sent_blocks);
                let one = |(nth, unit): (usize, &&Unit)| {
                    let (before, id) = if nth == 0 { (Some(was), was.id().to_owned()) } else { (None, String::new()) };
                    let back = back(before, &pieces, unit, id, &self.others);
                    (back.block, back.changed)
                };
                (home.iter().enumerate().map(one).collect(), line(shown::joined(home.iter().map(|unit| told(&unit.said)))))
            }
        };
        // Another sign for a dash, another blank: nothing that is kept.
        if !moved && blocks.len() == 1 && matches!(after.as_slice(), [(block, changed)] if block.plain() == was.plain() && changed.is_empty()) {
            return;
        }
        let kind = match (blocks.len(), after.len()) {
            (2.., _) => BackKind::Merged,
            (_, 2..) => BackKind::Split,
            _ if moved => BackKind::Moved,
            _ => BackKind::Changed,
        };
        let found = self.all.found.len();
        self.all.slots.extend((1..after.len()).map(|nth| Slot::New(found, nth)));
        self.push((kind, moved), blocks, after, lines, units);
    }

    fn push(
        &mut self,
        (kind, moved): (BackKind, bool),
        blocks: Vec<usize>,
        after: Vec<(Block, Vec<Changed>)>,
        lines: Vec<BackLine>,
        units: &[usize],
    ) {
        for unit in units {
            if let Some(place) = self.all.places.get_mut(*unit) {
                place.1 = Some(self.all.found.len());
            }
        }
        let mut left = figures(after.iter().map(|(block, _)| block));
        let mut lost = Vec::new();
        for (id, shown) in figures(blocks.iter().filter_map(|block| self.base.body.get(*block))) {
            match left.iter().position(|(other, _)| *other == id) {
                Some(at) => drop(left.swap_remove(at)),
                None if !shown.trim().is_empty() => lost.push(shown),
                None => {}
            }
        }
        let (after, changed): (Vec<Block>, Vec<Vec<Changed>>) = after.into_iter().unzip();
        let changed = changed.into_iter().enumerate().flat_map(|(at, all)| all.into_iter().map(move |one| (at, one))).collect();
        self.all.found.push(Found { kind, moved, blocks, after, changed, lost, lines });
    }
}
