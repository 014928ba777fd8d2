//! Which lines of a row stand in which cell, weighed by what cells look like: a unit, a deadline,
//! a capital at the beginning, lines as long as their column is wide.

use super::width::{first_word, width};
use crate::deadline::{self, Before, Kind, Span};
use crate::plan::read::begins_with_unit;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Words that stand in one cell: a line, or a part of a line where a unit's name begins inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Atom {
    text: String,
    /// True when it goes on with the line of the atom before.
    same_line: bool,
    /// True when a unit's name begins with it.
    unit: bool,
    /// How wide it is, and its first word with a space.
    width: u32,
    first_word: u32,
    /// Its first two words in small letters.
    begins: String,
}

impl Atom {
    /// The atoms of a line.
    pub(super) fn of(line: &str) -> Vec<Atom> {
        let mut atoms = Vec::new();
        let mut from = 0;
        for (at, _) in line.match_indices(' ') {
            let (before, rest) = (line.get(from..at).unwrap_or(""), line.get(at + 1..).unwrap_or(""));
            let ended = before.rsplit(' ').next().is_some_and(|word| word.starts_with(char::is_lowercase) && !word.ends_with(','));
            if ended && rest.starts_with(char::is_uppercase) && begins_with_unit(rest) {
                atoms.push(Atom::new(before, from > 0));
                from = at + 1;
            }
        }
        let text = line.get(from..).unwrap_or("");
        if !text.is_empty() {
            atoms.push(Atom::new(text, from > 0));
        }
        atoms
    }

    fn new(text: &str, same_line: bool) -> Atom {
        let unit = text.starts_with(char::is_uppercase) && begins_with_unit(text);
        let begins = text.split(' ').take(2).collect::<Vec<_>>().join(" ").to_lowercase();
        Atom { text: text.to_owned(), same_line, unit, width: width(text), first_word: first_word(text), begins }
    }
}

/// The columns after TT, and what is learned of them from the rows.
pub(super) struct Columns {
    /// What each holds: 1 content, 2 lead, 3 coordinating, 4 deadline, 5 product.
    fields: Vec<usize>,
    /// How wide each is; 0 while that is not known.
    widths: Vec<u32>,
    /// How many cells of each begin with two words.
    begins: Vec<BTreeMap<String, usize>>,
}

/// A row with more atoms is no row of a plan: its words stay together.
const ATOMS: usize = 60;
/// Rows that are learned from.
const LEARNED: usize = 60;
/// Times the rows are weighed: each time the columns are known better.
const PASSES: usize = 3;

const DEADLINE: usize = 4;
const NOTHING: &[Atom] = &[];

impl Columns {
    pub(super) fn new(fields: &[usize]) -> Columns {
        Columns { fields: fields.to_vec(), widths: vec![0; fields.len()], begins: vec![BTreeMap::new(); fields.len()] }
    }

    /// Learns how wide the columns are and how their cells begin.
    pub(super) fn learn<'a>(&mut self, rows: impl Iterator<Item = (&'a [Atom], Option<usize>)>) {
        let rows: Vec<&[Atom]> = rows.take(LEARNED).map(|(atoms, broken)| atoms.get(..broken.unwrap_or(atoms.len())).unwrap_or(atoms)).collect();
        for _ in 0..PASSES {
            let mut widths: Vec<Vec<u32>> = vec![Vec::new(); self.fields.len()];
            let mut begins: Vec<BTreeMap<String, usize>> = vec![BTreeMap::new(); self.fields.len()];
            for atoms in &rows {
                for (column, cell) in self.cut(atoms).into_iter().enumerate() {
                    if let (Some(widths), Some(begins)) = (widths.get_mut(column), begins.get_mut(column)) {
                        widths.extend(lines(cell).map(|(width, _)| width));
                        if let Some(first) = cell.first() {
                            *begins.entry(first.begins.clone()).or_default() += 1;
                        }
                    }
                }
            }
            for (known, mut found) in self.widths.iter_mut().zip(widths) {
                found.sort_unstable();
                *known = found.get(found.len() * 19 / 20).copied().unwrap_or(0);
            }
            self.begins = begins;
        }
    }

    /// The words of each cell of a row; lines after `broken` stand on the next page and go on with
    /// cells of this one.
    pub(super) fn cells(&self, atoms: &[Atom], broken: Option<usize>) -> Vec<String> {
        let (here, next) = atoms.split_at_checked(broken.unwrap_or(atoms.len())).unwrap_or((atoms, &[]));
        let cells = self.cut(here);
        let more = self.best(next, |column, part| self.going_on(column, part, &cells));
        cells
            .iter()
            .zip(more.into_iter().chain(std::iter::repeat(NOTHING)))
            .map(|(cell, more)| format!("{} {}", joined(cell), joined(more)).trim().to_owned())
            .collect()
    }

    /// True when the cells of a row do not look like what their columns hold.
    pub(super) fn is_doubtful(&self, cells: &[String]) -> bool {
        let named = |words: &str| words.starts_with(char::is_uppercase) && begins_with_unit(words);
        self.fields.iter().zip(cells).any(|(field, words)| match *field {
            2 | 3 => !named(words),
            DEADLINE => !is_deadline(&[Atom::new(words, false)]),
            _ => words.is_empty() || words.starts_with(char::is_lowercase),
        })
    }

    fn cut<'a>(&self, atoms: &'a [Atom]) -> Vec<&'a [Atom]> {
        self.best(atoms, |column, part| self.weigh(column, part))
    }

    /// The best way to part atoms into cells, by what each cell weighs.
    fn best<'a>(&self, atoms: &'a [Atom], weigh: impl Fn(usize, &'a [Atom]) -> i32) -> Vec<&'a [Atom]> {
        let count = atoms.len();
        if count > ATOMS {
            let empty = self.fields.iter().skip(1).map(|_| NOTHING);
            return std::iter::once(atoms).chain(empty).collect();
        }
        // For each number of atoms used: the weight, and where each cell ends.
        let mut best: Vec<Option<(i32, Vec<usize>)>> = vec![None; count + 1];
        if let Some(start) = best.first_mut() {
            *start = Some((0, Vec::new()));
        }
        for column in 0..self.fields.len() {
            let mut next: Vec<Option<(i32, Vec<usize>)>> = vec![None; count + 1];
            for (from, (so_far, ends)) in best.iter().enumerate().filter_map(|(at, found)| Some((at, found.as_ref()?))) {
                for (to, slot) in next.iter_mut().enumerate().skip(from) {
                    let weight = so_far + weigh(column, atoms.get(from..to).unwrap_or(&[]));
                    if slot.as_ref().is_none_or(|(known, _)| weight > *known) {
                        *slot = Some((weight, ends.iter().copied().chain([to]).collect()));
                    }
                }
            }
            best = next;
        }
        let ends = best.pop().flatten().map(|(_, ends)| ends).unwrap_or_default();
        let starts = std::iter::once(0).chain(ends.iter().copied());
        starts.zip(&ends).map(|(from, to)| atoms.get(from..*to).unwrap_or(&[])).collect()
    }

    /// How much some atoms look like a cell of a column.
    fn weigh(&self, column: usize, part: &[Atom]) -> i32 {
        let field = self.fields.get(column).copied().unwrap_or(0);
        let Some(first) = part.first() else { return if field == 1 { -50 } else { -9 } };
        let mut weight =
            self.shape(column, part) - if first.same_line { 2 } else { 0 } - if first.text.starts_with(char::is_lowercase) { 6 } else { 0 };
        let inner = i32::try_from(part.iter().skip(1).filter(|atom| atom.unit).count()).unwrap_or(99);
        weight += match field {
            2 | 3 => (if first.unit { 6 } else { -4 }) - 4 * inner,
            DEADLINE if is_deadline(part) => 8,
            DEADLINE => -8,
            1 => -3 * inner,
            _ if first.unit => -2,
            _ => 0,
        };
        let known = self.begins.get(column);
        let often = known.and_then(|begins| begins.get(&first.begins)).copied().unwrap_or(0);
        let all: usize = known.map_or(0, |begins| begins.values().sum());
        if often > 1 && often * 4 >= all { weight + 2 } else { weight }
    }

    /// How much some lines of the next page look as if they went on with a cell.
    fn going_on(&self, column: usize, part: &[Atom], cells: &[&[Atom]]) -> i32 {
        let Some(first) = part.first() else { return 0 };
        let above = cells.get(column).copied().unwrap_or(&[]);
        let tallest = cells.iter().map(|cell| cell.len()).max().unwrap_or(0);
        let whole: Vec<Atom> = above.iter().chain(part).cloned().collect();
        // Few cells of a row are as tall as to go on.
        let mut weight = self.shape(column, &whole) - self.shape(column, above) - 4;
        weight += if first.text.starts_with(char::is_uppercase) { -1 } else { 1 };
        if above.last().is_some_and(|last| last.text.ends_with(['.', ';'])) {
            weight -= 3;
        }
        if above.len() == tallest { weight + 2 } else { weight }
    }

    /// Whether lines are as long as the column is wide: none longer, none with room for the next word.
    fn shape(&self, column: usize, part: &[Atom]) -> i32 {
        let Some(room) = self.widths.get(column).copied().filter(|room| *room > 0) else { return 0 };
        let long = lines(part).filter(|(width, _)| width * 100 > room * 110).count();
        let pairs = lines(part).zip(lines(part).skip(1));
        let early = pairs.filter(|((width, _), (_, next))| (width + next) * 100 < room * 88).count();
        -6 * i32::try_from(long).unwrap_or(99) - 3 * i32::try_from(early).unwrap_or(99)
    }
}

/// The lines that some atoms are of: how wide each is, and its first word.
fn lines(part: &[Atom]) -> impl Iterator<Item = (u32, u32)> {
    part.chunk_by(|_, next| next.same_line).map(|line| {
        let width: u32 = line.iter().map(|atom| atom.width).sum();
        (width, line.first().map_or(0, |atom| atom.first_word))
    })
}

fn joined(part: &[Atom]) -> String {
    part.iter().map(|atom| atom.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// True when the words are a deadline; the year they would borrow does not matter.
fn is_deadline(part: &[Atom]) -> bool {
    let year = NaiveDate::from_ymd_opt(2026, 1, 1).zip(NaiveDate::from_ymd_opt(2026, 12, 31));
    let short = part.len() <= 8 && part.iter().map(|atom| atom.text.len()).sum::<usize>() < 160;
    short && year.is_some_and(|(first, last)| deadline::read(&joined(part), Span { first, last }, Before::Exclusive).kind != Kind::Unknown)
}
