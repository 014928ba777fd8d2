//! Which pieces of a row stand in which cell, weighed by what cells look like: a unit, a deadline,
//! a capital at the beginning, lines as long as their column is wide, words that other rows have.

use super::atoms::Atom;
use super::columns::Known;
use super::cut::{self, Cut};
use crate::deadline::{self, Before, Kind, Span};
use crate::plan::read::columns::Field;
use chrono::NaiveDate;

/// The columns after TT.
pub(super) struct Columns {
    fields: Vec<Option<Field>>,
    known: Vec<Known>,
    /// True when spaces at the ends of lines tell where cells go on.
    trails: bool,
}

/// A row: its pieces, and how many of them stand on the page it begins on, where it goes on.
pub(super) struct Row {
    pub(super) atoms: Vec<Atom>,
    pub(super) broken: Option<usize>,
}

/// A row with more pieces is no row of a plan: its words stay together.
const ATOMS: usize = 220;
/// Pieces of a deadline, at most.
const DUE: usize = 14;
/// Rows that are learned from.
const LEARNED: usize = 80;
/// Times the rows are weighed: each time the columns are known better.
const PASSES: usize = 4;
/// An end of a cell that weighs so much more than any other is sure.
const SURE: i32 = 3;

impl Columns {
    pub(super) fn new(fields: Vec<Option<Field>>, rows: &[&Row]) -> Columns {
        let trails = rows.iter().flat_map(|row| &row.atoms).any(|atom| atom.trail);
        let mut columns = Columns { known: vec![Known::default(); fields.len()], fields, trails };
        for _ in 0..PASSES {
            let mut known = vec![Known::default(); columns.fields.len()];
            for row in rows.iter().take(LEARNED) {
                let here = row.atoms.get(..row.broken.unwrap_or(row.atoms.len())).unwrap_or(&row.atoms);
                let cut = columns.cut(here);
                for (((from, to), known), before) in cut.parts().zip(&mut known).zip(&columns.known) {
                    known.learn(here.get(from..to).unwrap_or(&[]), before);
                }
            }
            known.iter_mut().for_each(Known::learned);
            columns.known = known;
        }
        columns
    }

    /// The words of each cell of a row, and the cells that may hold words of another.
    pub(super) fn cells(&self, row: &Row) -> (Vec<String>, Vec<usize>) {
        let (here, next) = row.atoms.split_at_checked(row.broken.unwrap_or(row.atoms.len())).unwrap_or((&row.atoms, &[]));
        let all = || (0..self.fields.len()).collect();
        if here.len().max(next.len()) > ATOMS {
            let rest = self.fields.iter().skip(1).map(|_| String::new());
            return (std::iter::once(Atom::words(&row.atoms)).chain(rest).collect(), all());
        }
        let cut = self.cut(here);
        let parts: Vec<&[Atom]> = cut.parts().map(|(from, to)| here.get(from..to).unwrap_or(&[])).collect();
        let more = cut::best(self.fields.len(), next.len(), |column, from, to| {
            self.going_on(column, next.get(from..to).unwrap_or(&[]), before(next, from), &parts)
        });
        let mut unsure = cut.unsure(SURE);
        if !next.is_empty() {
            unsure.extend(more.unsure(SURE));
        }
        let cells: Vec<String> = parts
            .iter()
            .zip(more.parts())
            .map(|(part, (from, to))| Atom::words(&part.iter().chain(next.get(from..to).unwrap_or(&[])).cloned().collect::<Vec<_>>()))
            .collect();
        unsure.extend((0..cells.len()).filter(|at| cells.get(*at).is_some_and(|cell| self.is_odd(*at, cell))));
        unsure.sort_unstable();
        unsure.dedup();
        (cells, unsure)
    }

    /// True when a cell with words does not begin as its column's do.
    fn is_odd(&self, column: usize, cell: &str) -> bool {
        let named = || Atom::of(cell, &super::lines::Line::default()).first().is_some_and(|first| first.unit);
        match self.field(column) {
            _ if cell.is_empty() => self.known.get(column).is_some_and(Known::is_filled),
            Some(Field::Lead | Field::Coordinating) => cell.starts_with(char::is_lowercase) || (!named() && cell.chars().count() > 60),
            _ => cell.starts_with(char::is_lowercase),
        }
    }

    fn field(&self, column: usize) -> Option<Field> {
        self.fields.get(column).copied().flatten()
    }

    fn cut(&self, atoms: &[Atom]) -> Cut {
        if atoms.len() > ATOMS {
            return Cut { ends: vec![atoms.len(); self.fields.len()], margins: Vec::new() };
        }
        // A deadline is read once for each place it may stand in.
        let due: Vec<Vec<bool>> = (0..atoms.len())
            .map(|from| (from + 1..=atoms.len().min(from + DUE)).map(|to| is_deadline(atoms.get(from..to).unwrap_or(&[]))).collect())
            .collect();
        cut::best(self.fields.len(), atoms.len(), |column, from, to| {
            let part = atoms.get(from..to).unwrap_or(&[]);
            let due = || to > from && due.get(from).and_then(|ends| ends.get(to - from - 1)).copied().unwrap_or(false);
            self.weigh(column, part, before(atoms, from), due)
        })
    }

    /// How much some pieces look like a cell of a column.
    fn weigh(&self, column: usize, part: &[Atom], before: Option<&Atom>, due: impl Fn() -> bool) -> i32 {
        let field = self.field(column);
        let known = self.known.get(column);
        let Some(first) = part.first() else {
            return match field {
                Some(Field::Content) => -60,
                Some(Field::Lead | Field::Deadline) => -9,
                _ if known.is_some_and(Known::is_filled) => -7,
                _ => -4,
            };
        };
        let inner = units(part);
        let weight = match field {
            Some(Field::Lead | Field::Coordinating) => (if first.unit { 6 } else { -4 }) - 2 * inner - 3 * dues(part),
            Some(Field::Deadline) if due() => 8,
            Some(Field::Deadline) => -8,
            Some(Field::Content) => -3 * inner,
            _ if first.unit => -2,
            _ => 0,
        };
        weight + self.begun(first, before) + self.within(part) + known.map_or(0, |known| known.shape(part) + known.often(part))
    }

    /// Whether a cell begins here.
    fn begun(&self, first: &Atom, before: Option<&Atom>) -> i32 {
        let small = if first.small { -6 } else { 0 };
        let crossed = if self.trails && first.first && before.is_some_and(|before| before.trail) { -8 } else { 0 };
        small + crossed + if first.first { 0 } else { -4 }
    }

    /// Whether no line ends a cell, nor stands below an empty one.
    fn within(&self, part: &[Atom]) -> i32 {
        let joints = part.iter().zip(part.iter().skip(1)).filter(|(_, next)| next.first);
        joints.map(|(last, next)| if self.trails && !last.trail { -5 } else { 0 } + if next.blank { -4 } else { 0 }).sum()
    }

    /// How much some lines of the next page look as if they went on with a cell.
    fn going_on(&self, column: usize, part: &[Atom], before: Option<&Atom>, cells: &[&[Atom]]) -> i32 {
        let above = cells.get(column).copied().unwrap_or(&[]);
        let known = self.known.get(column);
        let open = self.trails && above.last().is_some_and(|last| last.trail);
        let Some(first) = part.first() else { return if open { -8 } else { 0 } };
        // A page begins with it, and so does a line of its cell.
        let below = std::iter::once(Atom { first: true, ..first.clone() }).chain(part.iter().skip(1).cloned());
        let whole: Vec<Atom> = above.iter().cloned().chain(below).collect();
        let learned = known.map_or(0, |known| known.shape(&whole) - known.shape(above) + known.often(&whole) - known.often(above));
        // Few cells of a row are as tall as to go on.
        let content = self.field(column) == Some(Field::Content);
        let mut weight = learned - if content { 3 } else { 4 } + if first.small { 3 } else { -1 } + if first.first { 0 } else { -4 };
        weight += if self.trails && before.is_some_and(|before| before.trail) && first.first { -8 } else { 0 };
        weight += self.within(part) + if open { 8 } else { 0 };
        // A whole deadline does not go on with words that spoil it.
        if self.field(column) == Some(Field::Deadline) && !is_deadline(&whole) {
            weight -= 8;
        }
        if above.last().is_some_and(|last| last.text.ends_with(['.', ';'])) {
            weight -= 3;
        }
        // What goes on has reached the foot of the page.
        let tallest = cells.iter().map(|cell| Atom::lines(cell).count()).max().unwrap_or(0);
        if Atom::lines(above).count() >= tallest { weight + 2 } else { weight - 4 }
    }
}

fn before(atoms: &[Atom], at: usize) -> Option<&Atom> {
    atoms.get(at.checked_sub(1)?)
}

/// Names of units that begin a line inside a cell.
fn units(part: &[Atom]) -> i32 {
    i32::try_from(part.iter().skip(1).filter(|atom| atom.unit && atom.first).count()).unwrap_or(99)
}

/// Deadlines inside a cell of units, also in the middle of a line (`Công an xã Trước ngày 15/9`).
fn dues(part: &[Atom]) -> i32 {
    i32::try_from(part.iter().skip(1).filter(|atom| atom.due && !atom.small && atom.text.starts_with(char::is_uppercase)).count()).unwrap_or(99)
}

/// True when the words are a deadline; the year they would borrow does not matter.
fn is_deadline(part: &[Atom]) -> bool {
    let length = part.iter().map(|atom| atom.text.len()).sum::<usize>();
    if length > 160 || !part.first().is_some_and(|first| first.due) {
        return false;
    }
    let year = NaiveDate::from_ymd_opt(2026, 1, 1).zip(NaiveDate::from_ymd_opt(2026, 12, 31));
    year.is_some_and(|(first, last)| deadline::read(&Atom::words(part), Span { first, last }, Before::Exclusive).kind != Kind::Unknown)
}
