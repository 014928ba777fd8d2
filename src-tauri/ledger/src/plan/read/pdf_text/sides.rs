//! Lines of cells side by side, as rows: a number stands at the top of its row, or in its middle.

use super::lines::join;
use crate::plan::read::cell::begins_one;
use crate::plan::read::columns::Field;

/// A line: its words in each column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Side {
    pub(super) cells: Vec<String>,
    /// True when an empty line stands above it.
    pub(super) blank: bool,
    /// True when a row's number stands in it.
    pub(super) number: bool,
}

/// Where rows hold their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    Top,
    Middle,
}

/// Lines between two names of groups, or headers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Stretch {
    pub(super) sides: Vec<Side>,
    /// True when the row above may go on in it, and the last one below it.
    pub(super) open: bool,
}

/// The rows of a stretch: where each begins and ends; the first lines may be the row above's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Parted {
    pub(super) ends: Vec<usize>,
    pub(super) cost: usize,
    /// For each end, by how much any other place is worse.
    pub(super) margins: Vec<usize>,
}

impl Stretch {
    /// Parts the lines into rows.
    pub(super) fn parted(&self, stand: Stand, fields: &[Option<Field>]) -> Parted {
        let numbers: Vec<usize> = (0..self.sides.len()).filter(|at| self.sides.get(*at).is_some_and(|side| side.number)).collect();
        let Some(first) = numbers.first() else {
            return Parted { ends: vec![self.sides.len()], ..Parted::default() };
        };
        // Ways to begin the first row, then to end each.
        let starts = if self.open { 0..=*first } else { 0..=0 };
        let mut ways: Vec<(usize, Vec<usize>)> = starts.map(|at| (self.carried(at), vec![at])).collect();
        for (at, number) in numbers.iter().enumerate() {
            let next = numbers.get(at + 1).copied();
            let ends = next.map_or(self.sides.len()..=self.sides.len(), |next| number + 1..=next);
            let way = |end: usize| {
                let costs = ways.iter().filter_map(|(cost, ends)| {
                    let from = *ends.last()?;
                    Some((cost + self.row(from, end, *number, stand, fields, at == 0 || next.is_none()), ends))
                });
                costs.min_by_key(|(cost, _)| *cost).map(|(cost, ends)| (cost, ends.iter().copied().chain([end]).collect()))
            };
            ways = ends.filter_map(way).collect();
        }
        let (cost, ends) = ways.into_iter().min_by_key(|(cost, _)| *cost).unwrap_or_default();
        let margins = self.margins(&ends, &numbers, stand, fields);
        Parted { ends, cost, margins }
    }

    /// For each end between two rows, how much worse the best other place is.
    fn margins(&self, ends: &[usize], numbers: &[usize], stand: Stand, fields: &[Option<Field>]) -> Vec<usize> {
        let two = |at: usize, end: usize| -> Option<usize> {
            let (above, below) = (*numbers.get(at)?, *numbers.get(at + 1)?);
            let edge = |at: usize| at == 0 || at + 1 == numbers.len();
            Some(
                self.row(*ends.get(at)?, end, above, stand, fields, edge(at)) + self.row(end, *ends.get(at + 2)?, below, stand, fields, edge(at + 1)),
            )
        };
        let margin = |at: usize| {
            let (above, below, end) = (*numbers.get(at)?, *numbers.get(at + 1)?, *ends.get(at + 1)?);
            let other = (above + 1..=below).filter(|other| *other != end).filter_map(|other| two(at, other)).min();
            Some(other.map_or(usize::MAX, |other| other.saturating_sub(two(at, end).unwrap_or(0))))
        };
        (0..numbers.len()).map_while(margin).collect()
    }

    /// What it costs that so many lines belong to the row above the stretch.
    fn carried(&self, end: usize) -> usize {
        let lines = self.sides.get(..end).unwrap_or(&[]);
        let capital = |column: usize| first(lines, column).is_some_and(|words| words.starts_with(char::is_uppercase));
        let width = lines.first().map_or(0, |side| side.cells.len());
        if lines.is_empty() { 0 } else { 1 + 2 * (0..width).filter(|column| capital(*column)).count() }
    }

    /// What it costs that these lines are one row.
    fn row(&self, from: usize, to: usize, number: usize, stand: Stand, fields: &[Option<Field>], edge: bool) -> usize {
        let lines = self.sides.get(from..to).unwrap_or(&[]);
        let (above, below) = (number.saturating_sub(from), (to - 1).saturating_sub(number));
        let uneven = match stand {
            Stand::Top => above * 4,
            Stand::Middle => 2 * above.abs_diff(below),
        };
        // A row that goes on beyond the page has its number where it may.
        let mut cost = if edge && self.open && stand == Stand::Middle { uneven.min(6) } else { uneven };
        cost += 3 * lines.iter().skip(1).filter(|side| side.blank).count();
        let step = if stand == Stand::Top { 1 } else { 2 };
        for (column, field) in fields.iter().enumerate().skip(1) {
            let stands: Vec<usize> =
                (0..lines.len()).filter(|at| lines.get(*at).and_then(|side| side.cells.get(column)).is_some_and(|cell| !cell.is_empty())).collect();
            let holes = stands.iter().zip(stands.iter().skip(1)).filter(|(at, next)| **next > *at + step).count();
            let words = first(lines, column).unwrap_or("");
            let last = stands.last().and_then(|at| lines.get(*at)).and_then(|side| side.cells.get(column)).map_or("", String::as_str);
            cost += 3 * holes + if words.starts_with(char::is_lowercase) { 4 } else { 0 } + if last.ends_with([',', '-', '(']) { 2 } else { 0 };
            cost += match field {
                Some(Field::Content) if words.is_empty() => 12,
                Some(Field::Lead | Field::Deadline) if words.is_empty() => 4,
                Some(Field::Lead | Field::Coordinating) if !words.is_empty() && !begins_one(words) => 1,
                _ => 0,
            };
        }
        cost
    }
}

/// The first words in a column.
fn first(lines: &[Side], column: usize) -> Option<&str> {
    lines.iter().filter_map(|side| side.cells.get(column)).find(|cell| !cell.is_empty()).map(String::as_str)
}

/// The words of some lines, column by column.
pub(super) fn words(lines: &[Side], columns: usize) -> Vec<String> {
    let mut cells = vec![String::new(); columns];
    for side in lines {
        for (cell, more) in cells.iter_mut().zip(&side.cells) {
            join(cell, more);
        }
    }
    cells
}
