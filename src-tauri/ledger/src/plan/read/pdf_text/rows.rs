//! Cells that come one after the other, as rows: each begins with the next number.

use super::atoms::Atom;
use super::cells::{Columns, Row};
use super::header::{self, Header};
use super::lines::{Line, join};
use super::number::{self, Number};
use super::taken::Taken;
use crate::plan::read::grid::Grid;
use crate::plan::read::marker::Level;
use crate::plan::read::words::key;

/// A row begins within so many lines of the name of its group.
const NEAR: usize = 4;

/// What stands below a header.
enum Found {
    Header,
    Page(String),
    Group(String),
    Task(String, Row),
}

/// Where the reading stands.
struct Reading<'a> {
    lines: &'a [Line],
    header: &'a Header,
    at: usize,
    found: Vec<Found>,
    last: Option<Number>,
    group: Option<(Level, u32)>,
    /// The number of the last page that was left out.
    page: u32,
}

/// Reads the rows below a header; answers them and how many lines they are. `None` when there are none.
pub(super) fn read(lines: &[Line], header: &Header) -> Option<(Grid, usize)> {
    let mut reading = Reading { lines, header, at: header.lines, found: Vec::new(), last: None, group: None, page: 0 };
    reading.counted();
    while let Some(line) = lines.get(reading.at) {
        if ends(line) || reading.other_header() {
            break;
        }
        reading.line(line);
    }
    for found in &mut reading.found {
        if let Found::Task(_, row) = found {
            // A break above the first line of a row, or below its last, parts nothing.
            row.broken = row.broken.filter(|at| *at > 0 && *at < row.atoms.len());
        }
    }
    let rows: Vec<&Row> = reading.found.iter().filter_map(|found| if let Found::Task(_, row) = found { Some(row) } else { None }).collect();
    if rows.is_empty() {
        return None;
    }
    let columns = Columns::new(header.fields(), &rows);
    let mut taken = Taken::new(header);
    for found in &reading.found {
        match found {
            Found::Header => taken.again(),
            Found::Page(number) => taken.page(number),
            Found::Group(name) => taken.group(name),
            Found::Task(tt, row) => {
                let (cells, unsure) = columns.cells(row);
                taken.task(std::iter::once(tt.clone()).chain(cells).collect(), unsure.into_iter().map(|at| at + 1).collect());
            }
        }
    }
    Some((taken.done(), reading.at))
}

/// True for a line that stands below a plan's table: whom it is sent to, who signs, another document.
pub(super) fn ends(line: &Line) -> bool {
    let key = key(&line.text);
    let starts = ["noi nhan", "tm uy ban nhan dan", "kt chu tich", "cong hoa xa hoi chu nghia", "uy ban nhan dan cong hoa"];
    let appendix = line.text.starts_with('P') && key.starts_with("phu luc") && key.split(' ').count() <= 3;
    appendix || starts.iter().any(|start| key.starts_with(start))
}

impl Reading<'_> {
    fn rest(&self, from: usize) -> &[Line] {
        self.lines.get(from..).unwrap_or(&[])
    }

    /// `(1) (2) (3)` or `1 2 3` right below the header, on one line or on several.
    fn counted(&mut self) {
        let mut next = 1;
        let columns = self.header.columns.len();
        for (at, line) in self.rest(self.at).iter().take(columns).enumerate() {
            for word in line.text.split(' ') {
                if word.trim_matches(['(', ')']).parse() != Ok(next) {
                    return;
                }
                next += 1;
            }
            if next == columns + 1 {
                self.at += at + 1;
                return;
            }
        }
    }

    /// True when another table's header begins here.
    fn other_header(&self) -> bool {
        let rest = self.rest(self.at);
        self.header.again(rest).is_none() && header::find(rest).is_some()
    }

    fn line(&mut self, line: &Line) {
        if let Some(lines) = self.header.again(self.rest(self.at)) {
            self.at += lines;
            self.found.push(Found::Header);
            self.counted();
            self.broken();
            return;
        }
        self.at += 1;
        if self.is_page(line) {
            self.found.push(Found::Page(line.text.clone()));
            self.broken();
        } else if let Some(group) = number::group(&line.text).filter(|group| self.is_group(*group)) {
            self.group = Some(group);
            self.found.push(Found::Group(line.text.clone()));
        } else if let Some((number, tt, rest)) = Number::split(&line.text).filter(|(number, ..)| self.is_row(number)) {
            self.last = Some(number);
            self.found.push(Found::Task(tt.to_owned(), Row { atoms: Atom::of(rest, line), broken: None }));
        } else {
            self.goes_on(line);
        }
    }

    /// The row that is being read; headers and pages may stand after it.
    fn open(&mut self) -> Option<&mut Found> {
        self.found.iter_mut().rev().find(|found| !matches!(found, Found::Header | Found::Page(_)))
    }

    /// A page ends: what follows goes on with cells of the row above.
    fn broken(&mut self) {
        if let Some(Found::Task(_, row)) = self.open() {
            row.broken = row.broken.or(Some(row.atoms.len()));
        }
    }

    fn goes_on(&mut self, line: &Line) {
        match self.open() {
            Some(Found::Task(_, row)) if row.broken.is_some() => row.atoms.extend(Atom::each(&line.text, line)),
            Some(Found::Task(_, row)) => row.atoms.extend(Atom::of(&line.text, line)),
            Some(Found::Group(name)) => join(name, &line.text),
            // Words between header and first row: kept, in a row of their own.
            _ => self.found.push(Found::Group(line.text.clone())),
        }
    }

    /// True for the number of a page: the next one, where no row's number is meant.
    fn is_page(&mut self, line: &Line) -> bool {
        let Some((page, worded)) = number::page(&line.text) else { return false };
        let edge = self.header.again(self.rest(self.at)).is_some() || self.rest(self.at).first().is_none_or(|next| next.page) || line.page;
        let next = page > self.page && (self.page == 0 || page <= self.page + 2);
        let row = || {
            // Of two equal numbers the later one is the row's.
            let again = self
                .rest(self.at)
                .iter()
                .filter_map(|line| Number::split(&line.text))
                .find(|(number, ..)| number.whole().is_some_and(|tt| tt >= page));
            let follows = Number::split(&line.text).is_some_and(|(number, ..)| number.follows(self.last.as_ref(), false));
            follows && again.is_none_or(|(number, ..)| number.whole() != Some(page))
        };
        let is_page = worded || (next && edge) || (next && self.page > 0 && self.last.is_some() && !row());
        if is_page {
            self.page = page;
        }
        is_page
    }

    /// True when the next group begins: its mark is the next one, and rows stand right below.
    fn is_group(&self, (level, count): (Level, u32)) -> bool {
        let next = match self.group {
            None => count == 1,
            Some((known, last)) => known == level && count == last + 1,
        };
        let below = self.rest(self.at);
        let begins = |line: &Line| {
            Number::split(&line.text).is_some_and(|(number, ..)| number.follows(self.last.as_ref(), true)) || number::group(&line.text).is_some()
        };
        next && (below.iter().take(NEAR).any(begins)
            || self.header.again(below).is_some()
            || below.first().is_some_and(|next| number::page(&next.text).is_some()))
    }

    /// True when the next row begins with this number.
    fn is_row(&self, number: &Number) -> bool {
        let fresh = matches!(self.found.iter().rev().find(|found| !matches!(found, Found::Header | Found::Page(_))), Some(Found::Group(_)));
        number.follows(self.last.as_ref(), fresh)
    }
}
