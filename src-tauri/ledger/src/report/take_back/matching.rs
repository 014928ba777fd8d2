//! Which unit of a returned file was which unit of the file that was sent.
//!
//! First by the ids of content controls; where those are lost by the same words; where words were
//! changed too by their likeness, between neighbours that are known.

use super::units::Unit;
use super::words::{Bag, common};
use std::collections::HashMap;

/// How a unit of the returned file was found again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// Its content control or bookmark.
    Mark,
    /// Its words.
    Words,
}

/// What became of the units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Matching {
    /// For each returned unit the sent one it is, or a part of.
    pub(super) of: Vec<Option<(usize, By)>>,
    /// For each sent unit the returned one it was joined to, with another that became it.
    pub(super) joined: Vec<Option<usize>>,
}

/// So alike, in thousandths, are two versions of a unit between known neighbours.
const ALIKE: u32 = 400;
/// So alike without any neighbour.
const SURE: u32 = 600;
/// A unit that is told by its likeness alone has so many words.
const WORDS: u32 = 4;
/// The most pairs that are compared for likeness in one place.
const PAIRS: usize = 4_000_000;

/// Finds the returned units among the sent ones.
pub(super) fn matching(sent: &[Unit], back: &[Unit]) -> Matching {
    let bags = |units: &[Unit]| units.iter().map(|unit| Bag::of(&unit.plain)).collect::<Vec<_>>();
    let mut work = Work {
        sent,
        back,
        sent_bags: bags(sent),
        back_bags: bags(back),
        of: vec![None; back.len()],
        taken: vec![None; sent.len()],
        joined: vec![None; sent.len()],
    };
    work.by_marks();
    work.by_same_words(true);
    work.same_words_in_order();
    work.by_likeness();
    work.by_same_words(false);
    work.anywhere();
    work.parts();
    work.joins();
    Matching { of: work.of, joined: work.joined }
}

pub(super) struct Work<'a> {
    pub(super) sent: &'a [Unit],
    pub(super) back: &'a [Unit],
    pub(super) sent_bags: Vec<Bag>,
    pub(super) back_bags: Vec<Bag>,
    pub(super) of: Vec<Option<(usize, By)>>,
    /// For each sent unit the first returned one that is it.
    pub(super) taken: Vec<Option<usize>>,
    pub(super) joined: Vec<Option<usize>>,
}

impl Work<'_> {
    pub(super) fn join(&mut self, sent: usize, back: usize, by: By) {
        if let (Some(of), Some(taken)) = (self.of.get_mut(back), self.taken.get_mut(sent)) {
            *of = Some((sent, by));
            *taken = taken.or(Some(back));
        }
    }

    pub(super) fn is_free(&self, back: usize) -> bool {
        self.of.get(back).is_some_and(Option::is_none)
    }

    pub(super) fn is_open(&self, sent: usize) -> bool {
        self.taken.get(sent).is_some_and(Option::is_none) && self.joined.get(sent).is_some_and(Option::is_none)
    }

    /// Both are tables, or neither.
    pub(super) fn are_kin(&self, sent: usize, back: usize) -> bool {
        self.sent.get(sent).map(|unit| unit.table.is_some()) == self.back.get(back).map(|unit| unit.table.is_some())
    }

    pub(super) fn likeness(&self, sent: usize, back: usize) -> u32 {
        match (self.sent_bags.get(sent), self.back_bags.get(back)) {
            (Some(a), Some(b)) if self.are_kin(sent, back) => a.likeness(b),
            _ => 0,
        }
    }

    /// The words of a sent unit that none of these returned ones says.
    pub(super) fn left_of(&self, sent: usize, parts: &[usize]) -> Bag {
        let all = self.sent_bags.get(sent).cloned().unwrap_or_default();
        parts.iter().filter_map(|part| self.back_bags.get(*part)).fold(all, |left, said| left.without(said))
    }

    /// Units with the very same words: only those that occur once, or all in their order.
    fn by_same_words(&mut self, once: bool) {
        let mut said: HashMap<&str, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for (at, unit) in self.sent.iter().enumerate().filter(|(at, _)| self.is_open(*at)) {
            said.entry(&unit.plain).or_default().0.push(at);
        }
        for (at, unit) in self.back.iter().enumerate().filter(|(at, _)| self.is_free(*at)) {
            if let Some((_, found)) = said.get_mut(unit.plain.as_str()) {
                found.push(at);
            }
        }
        let wanted = said.into_values().filter(|(sent, back)| !once || (sent.len() == 1 && back.len() == 1));
        let mut pairs: Vec<(usize, usize)> = wanted.flat_map(|(sent, back)| sent.into_iter().zip(back)).collect();
        pairs.sort_unstable();
        for (sent, back) in pairs {
            if self.are_kin(sent, back) {
                self.join(sent, back, By::Words);
            }
        }
    }

    /// Sentences that occur again and again: between neighbours that are known, in their order.
    fn same_words_in_order(&mut self) {
        for (sent, back) in self.gaps() {
            let words =
                |units: &[Unit], places: &[usize]| places.iter().filter_map(|at| units.get(*at)).map(|unit| unit.plain.clone()).collect::<Vec<_>>();
            for (from, to) in common(&words(self.sent, &sent), &words(self.back, &back)) {
                if let (Some(sent), Some(back)) = (sent.get(from).copied(), back.get(to).copied())
                    && self.are_kin(sent, back)
                {
                    self.join(sent, back, By::Words);
                }
            }
        }
    }

    /// What is open between neighbours that are known.
    fn gaps(&self) -> Vec<(Vec<usize>, Vec<usize>)> {
        let known: Vec<(usize, usize)> = self.of.iter().enumerate().filter_map(|(back, of)| of.map(|(sent, _)| (sent, back))).collect();
        let mut anchors = in_order(&known);
        anchors.push((self.sent.len(), self.back.len()));
        let (mut sent_from, mut back_from) = (0, 0);
        let mut gaps = Vec::new();
        for (sent_to, back_to) in anchors {
            let sent: Vec<usize> = (sent_from..sent_to).filter(|at| self.is_open(*at)).collect();
            let back: Vec<usize> = (back_from..back_to).filter(|at| self.is_free(*at)).collect();
            if !sent.is_empty() && !back.is_empty() {
                gaps.push((sent, back));
            }
            (sent_from, back_from) = (sent_to + 1, back_to + 1);
        }
        gaps
    }

    /// Between neighbours that are known: those pairs, in order, that are most alike together.
    fn by_likeness(&mut self) {
        for (sent, back) in self.gaps() {
            if sent.len() * back.len() <= PAIRS {
                for (sent, back) in self.most_alike(&sent, &back) {
                    self.join(sent, back, By::Words);
                }
            }
        }
    }

    fn most_alike(&self, sent: &[usize], back: &[usize]) -> Vec<(usize, usize)> {
        let width = back.len() + 1;
        let mut best = vec![0_u32; (sent.len() + 1) * width];
        let mut alike = vec![0_u32; sent.len() * back.len()];
        for (row, one) in sent.iter().enumerate().rev() {
            for (column, other) in back.iter().enumerate().rev() {
                let likeness = Some(self.likeness(*one, *other)).filter(|likeness| *likeness >= ALIKE).unwrap_or(0);
                let of = |row: usize, column: usize| best.get(row * width + column).copied().unwrap_or(0);
                let with = if likeness > 0 { of(row + 1, column + 1) + likeness } else { 0 };
                let most = with.max(of(row + 1, column)).max(of(row, column + 1));
                if let (Some(cell), Some(kept)) = (best.get_mut(row * width + column), alike.get_mut(row * back.len() + column)) {
                    (*cell, *kept) = (most, likeness);
                }
            }
        }
        let mut pairs = Vec::new();
        let (mut row, mut column) = (0, 0);
        while let (Some(one), Some(other)) = (sent.get(row), back.get(column)) {
            let of = |row: usize, column: usize| best.get(row * width + column).copied().unwrap_or(0);
            let likeness = alike.get(row * back.len() + column).copied().unwrap_or(0);
            if likeness > 0 && of(row, column) == of(row + 1, column + 1) + likeness {
                pairs.push((*one, *other));
                (row, column) = (row + 1, column + 1);
            } else if of(row + 1, column) >= of(row, column + 1) {
                row += 1;
            } else {
                column += 1;
            }
        }
        pairs
    }

    /// Units that went elsewhere and were changed there: the most alike first.
    fn anywhere(&mut self) {
        let sent: Vec<usize> =
            (0..self.sent.len()).filter(|at| self.is_open(*at) && self.sent_bags.get(*at).is_some_and(|bag| bag.len() >= WORDS)).collect();
        let back: Vec<usize> =
            (0..self.back.len()).filter(|at| self.is_free(*at) && self.back_bags.get(*at).is_some_and(|bag| bag.len() >= WORDS)).collect();
        if sent.len() * back.len() > PAIRS {
            return;
        }
        let all = sent.iter().flat_map(|sent| back.iter().map(move |back| (*sent, *back)));
        let mut pairs: Vec<(u32, usize, usize)> =
            all.map(|(sent, back)| (self.likeness(sent, back), sent, back)).filter(|pair| pair.0 >= SURE).collect();
        pairs.sort_by_key(|(likeness, sent, back)| (std::cmp::Reverse(*likeness), *sent, *back));
        for (_, sent, back) in pairs {
            if self.is_open(sent) && self.is_free(back) {
                self.join(sent, back, By::Words);
            }
        }
    }
}

/// The most of these pairs, sorted by their second, that rise in their first too: what stayed in its place.
pub(super) fn in_order(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length the pair that ends the lowest rising row of it, and for each pair the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::new();
    for (at, (first, _)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs.get(*end).is_some_and(|(other, _)| other < first));
        before.push(length.checked_sub(1).and_then(|length| ends.get(length).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut rising: Vec<(usize, usize)> = Vec::new();
    let mut next = ends.last().copied();
    while let Some(at) = next {
        rising.extend(pairs.get(at));
        next = before.get(at).copied().flatten();
    }
    rising.reverse();
    rising
}
