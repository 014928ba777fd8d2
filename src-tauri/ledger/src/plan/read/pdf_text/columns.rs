//! What is learned of a table's columns from its rows: how wide they are, what their cells say.

use super::atoms::Atom;
use std::collections::BTreeMap;

/// What is known of a column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Known {
    /// How wide it is; 0 while that is not known.
    room: u32,
    /// Cells with words, and those without.
    filled: usize,
    empty: usize,
    /// How many cells begin with two words, and how many say the same.
    begins: BTreeMap<String, usize>,
    whole: BTreeMap<String, usize>,
    /// Widths of its lines.
    widths: Vec<u32>,
    /// Pairs of lines in a cell, and those where the first had room for more.
    pairs: usize,
    early: usize,
}

impl Known {
    /// Learns from a cell.
    pub(super) fn learn(&mut self, part: &[Atom], before: &Known) {
        let Some(first) = part.first() else {
            self.empty += 1;
            return;
        };
        self.filled += 1;
        self.widths.extend(Atom::lines(part).map(|(width, _)| width));
        *self.begins.entry(first.begins.clone()).or_default() += 1;
        *self.whole.entry(Atom::words(part)).or_default() += 1;
        self.pairs += Atom::lines(part).count() - 1;
        self.early += before.early_in(part);
    }

    /// Ends a round of learning.
    pub(super) fn learned(&mut self) {
        self.widths.sort_unstable();
        self.room = self.widths.get(self.widths.len() * 19 / 20).copied().unwrap_or(0);
    }

    /// True when most of its cells have words.
    pub(super) fn is_filled(&self) -> bool {
        self.filled * 10 >= (self.filled + self.empty) * 9
    }

    /// Weight of how often cells begin and end like this one.
    pub(super) fn often(&self, part: &[Atom]) -> i32 {
        let Some(first) = part.first() else { return 0 };
        let begins = self.begins.get(&first.begins).copied().unwrap_or(0);
        let begun = if begins > 1 && begins * 4 >= self.filled { 2 } else { 0 };
        let whole = if self.whole.is_empty() { 0 } else { self.whole.get(&Atom::words(part)).copied().unwrap_or(0) };
        begun + if whole > 3 { 6 } else { i32::from(whole > 1) * 2 }
    }

    /// Weight of lines as long as the column is wide: none longer, none with room for the next word.
    pub(super) fn shape(&self, part: &[Atom]) -> i32 {
        if self.room == 0 {
            return 0;
        }
        let long = Atom::lines(part).filter(|(width, _)| width * 100 > self.room * 110).count();
        // A table whose lines are set even, not full, breaks them early everywhere.
        let even = self.early * 6 > self.pairs;
        -6 * weight(long) - if even { 1 } else { 3 } * weight(self.early_in(part))
    }

    fn early_in(&self, part: &[Atom]) -> usize {
        let pairs = Atom::lines(part).zip(Atom::lines(part).skip(1));
        if self.room == 0 { 0 } else { pairs.filter(|((width, _), (_, next))| (width + next) * 100 < self.room * 90).count() }
    }
}

fn weight(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(99)
}
