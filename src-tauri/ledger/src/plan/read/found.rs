//! The tables of a plan among all that a document holds, and what a row of one says.

use super::columns::{Field, Folded, NAMES};
use super::foreign;
use super::grid::{Grid, Piece, Row};
use super::header::Header;
use super::marker::{self, Level, Marked};
use super::rows::Gathered;
use super::words::key;
use crate::view::ColumnMap;
use std::collections::VecDeque;

/// A table of the plan.
pub(super) struct Found {
    pub(super) grid: Grid,
    pub(super) header: Header,
    /// False when it goes on with the table before and the header stands there.
    pub(super) own_header: bool,
    /// Lines between the table before and this one.
    pub(super) above: Vec<String>,
}

/// A table of so many rows that is not the plan's is named; smaller ones are letterheads and the like.
const NAMED_ROWS: usize = 3;

/// A piece still to be read; a part below a cut is not the table the officer spoke of.
struct Next {
    piece: Piece,
    is_part: bool,
}

/// The plan's tables in order.
pub(super) fn tables(pieces: Vec<Piece>, map: Option<&ColumnMap>, gathered: &mut Gathered) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut above: Vec<String> = Vec::new();
    let mut queue: VecDeque<Next> = pieces.into_iter().map(|piece| Next { piece, is_part: false }).collect();
    let mut number = 0;
    let mut goes_on = true;
    while let Some(Next { piece, is_part }) = queue.pop_front() {
        let mut grid = match piece {
            Piece::Line(line) => {
                above.push(line);
                continue;
            }
            Piece::Grid(grid) => grid,
        };
        gathered.notes.append(&mut grid.notes);
        let chosen = map.filter(|map| !is_part && map.table == number).and_then(|map| Header::chosen(&grid, map));
        number += usize::from(!is_part);
        if chosen.is_none()
            && let Some(foreign) = foreign::on_top(&grid)
        {
            if let Some(at) = foreign.until {
                queue.push_front(Next { piece: Piece::Grid(grid.split_off(at)), is_part: true });
            }
            // The line right above is its title, where the plan's own stands above that.
            let title = if foreign.on_first_row && (above.len() > 1 || !found.is_empty()) { above.pop() } else { None };
            gathered.leave_out(title.unwrap_or(foreign.title), &grid);
            goes_on = false;
        } else if let Some(header) = chosen.or_else(|| Header::find(&grid)) {
            // Another table may stand below in the same sheet, with columns of its own.
            if let Some(at) = [header.other_below(&grid), foreign::below(&grid, &header)].into_iter().flatten().min() {
                queue.push_front(Next { piece: Piece::Grid(grid.split_off(at)), is_part: true });
            }
            found.push(Found { grid, header, own_header: true, above: std::mem::take(&mut above) });
            goes_on = true;
        } else if let Some(header) = found.last().filter(|_| goes_on).and_then(|last| continues(last, &grid, &above)) {
            found.push(Found { grid, header, own_header: false, above: std::mem::take(&mut above) });
        } else {
            // Of the plan's own width, or nearly, a table of one row may be a part of it.
            let like_the_plan = found.last().is_some_and(|last| grid.width() + 1 >= last.grid.width());
            if grid.inner.is_empty() && grid.width() > 1 && (grid.rows.len() >= NAMED_ROWS || like_the_plan) {
                gathered.leave_out(grid.title(), &grid);
            }
            // A table that frames the page: what stands in it comes next.
            for inner in grid.inner.into_iter().rev() {
                queue.push_front(Next { piece: inner, is_part: false });
            }
        }
    }
    found
}

/// Lines between two parts of a table: the number of a page, `(tiếp theo)`, a note, the name of a group.
const BETWEEN: usize = 3;
/// A line of so many letters is a sentence of the text, and what stands below it another table.
const SHORT: usize = 120;

/// A table cut in two: the same columns, rows like the plan's, and no text between.
fn continues(last: &Found, grid: &Grid, between: &[String]) -> Option<Header> {
    let no_text = between.len() <= BETWEEN && between.iter().all(|line| marker::split(line).is_some() || line.chars().count() < SHORT);
    let said = |row: &Row, field: Field| row.own().any(|cell| last.header.columns.field(cell.at) == Some(field));
    let counted = grid.rows.iter().any(|row| {
        let tt = row.own().find(|cell| last.header.columns.field(cell.at) == Some(Field::Tt));
        tt.is_some_and(|tt| tt.text.starts_with(|sign: char| sign.is_ascii_digit()))
    });
    // Without a number a row is the plan's where it says what is to be done, by whom and by when.
    let whole = || grid.rows.iter().any(|row| [Field::Content, Field::Lead, Field::Deadline].into_iter().all(|field| said(row, field)));
    let same = grid.width() == last.grid.width() && no_text && (counted || whole());
    same.then(|| last.header.above_the_table())
}

impl Found {
    /// The group named on the line right above, where no row of the table names one; `bare`: also by
    /// a line without a mark.
    pub(super) fn line_above(&self, bare: bool) -> Option<Marked> {
        let line = self.above.last().filter(|_| self.groups().next().is_none())?;
        match marker::split(line) {
            Some(marked) => (marked.level <= Level::Letter).then_some(marked),
            None => (bare && is_a_name(line)).then(|| Marked { level: Level::Bare, mark: String::new(), name: line.clone() }),
        }
    }

    /// Rows that look like names of groups.
    pub(super) fn groups(&self) -> impl Iterator<Item = Marked> {
        let body = self.grid.rows.iter().skip(self.header.end);
        body.filter(|row| !self.header.comes_again(row)).filter_map(|row| self.group(row))
    }

    /// The group a row names.
    pub(super) fn group(&self, row: &Row) -> Option<Marked> {
        let words = self.words(row);
        let mut own = row.own();
        let (first, second) = (own.next()?, own.next());
        let alone = second.is_none() && !row.cells.iter().any(|cell| cell.continued && !cell.text.is_empty());
        let wide = first.span >= 2 && first.span * 2 >= self.grid.width();
        let at_head = wide || (first.at..first.at + first.span).any(|at| matches!(self.header.columns.field(at), Some(Field::Tt | Field::Content)));
        if alone && at_head {
            return match marker::split(&first.text) {
                Some(marked) if wide || marked.level < Level::Number && !marked.name.is_empty() => Some(marked),
                Some(_) => None,
                None => (wide || in_capitals(&first.text)).then(|| Marked { level: Level::Bare, mark: String::new(), name: first.text.clone() }),
            };
        }
        let [tt, content, lead, _, deadline, _] = &words;
        let marked = marker::split(&tt.0).filter(|marked| marked.name.is_empty() && marked.level < Level::Number)?;
        let is_task = !lead.0.is_empty() && !deadline.0.is_empty();
        (!content.0.is_empty() && !is_task).then(|| Marked { name: content.0.clone(), ..marked })
    }

    /// The words of each field, and whether they continue those above.
    pub(super) fn words(&self, row: &Row) -> [(String, bool); 6] {
        let mut words: [(String, bool); 6] = Default::default();
        for cell in &row.cells {
            let field = (cell.at..cell.at + cell.span).find_map(|at| self.header.columns.field(at));
            if let Some((text, continued)) = field.and_then(|field| words.get_mut(field.place())) {
                append(text, &cell.text);
                *continued = cell.continued;
            }
        }
        words
    }
}

/// A line as a group's name stands: short, no sentence, no title of a plan or of an annex, no page number.
fn is_a_name(line: &str) -> bool {
    let words = key(line);
    let title = NAMES
        .title_starts
        .iter()
        .any(|Folded(start)| words.strip_prefix(start.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')));
    let plain = line.starts_with(char::is_alphabetic) && !line.ends_with(['.', ':', ';', ',']);
    plain && !title && line.chars().count() < SHORT && !line.chars().any(|sign| sign.is_ascii_digit())
}

/// `CHỈ ĐẠO, ĐIỀU HÀNH`: a name of a group written so, in a cell of its own.
pub(super) fn in_capitals(text: &str) -> bool {
    let word = |word: &&str| word.chars().filter(|sign| sign.is_alphabetic()).count() >= 2;
    text.split(' ').filter(word).count() >= 2 && !text.chars().any(char::is_lowercase)
}

pub(super) fn append(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push(' ');
    }
    text.push_str(more);
}
