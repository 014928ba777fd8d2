//! A table whose columns stand side by side, as `pdftotext -layout` sets them.

use super::header::Header;
use super::lines::{Line, join};
use super::number::{self, Number};
use super::places::{self, Head, stretches};
use super::rows::ends;
use super::sides::{self, Side, Stand, Stretch};
use super::taken::Taken;
use crate::plan::read::columns::Field;
use crate::plan::read::grid::Grid;
use crate::plan::read::marker::Level;

/// Lines around one that tell where its cells begin.
const AROUND: usize = 3;
/// A row's end that costs so much less than any other is sure.
const SURE: usize = 2;

/// What stands below the header, in order.
enum Found {
    Header,
    Page(String),
    Group(String),
    Rows(Stretch),
}

/// Reads the table whose `TT` stands here: where its header begins, its rows, and where it ends.
pub(super) fn read(lines: &[Line], at: usize) -> Option<(usize, Grid, usize)> {
    let head = Head::find(lines, at)?;
    let mut reading = Reading { found: Vec::new(), last: None, group: None, broken: false, rows: 0 };
    let (above, mut to) = (at - head.above, at + head.below + 1);
    let mut page = head.clone();
    loop {
        // A page ends where a header stands again, or where its sign does.
        let again = (to..lines.len()).find_map(|at| Some((at, head.again(lines, at)?)));
        let next = again.as_ref().map_or(lines.len(), |(at, again)| at - again.above);
        let other = (to..next).find(|at| lines.get(*at).is_some_and(ends) || Head::find(lines, *at).is_some());
        let below = lines.get(to..other.unwrap_or(next)).unwrap_or(&[]);
        let mut from = 0;
        for cut in (1..=below.len()).filter(|cut| below.get(*cut).is_none_or(|line| line.page)) {
            let last = cut == below.len();
            reading.page(below.get(from..cut).unwrap_or(&[]), &page, !last || (other.is_none() && again.is_some()));
            from = cut;
        }
        if let Some(at) = other {
            to = at - Head::find(lines, at).map_or(0, |head| head.above);
            break;
        }
        let Some((at, again)) = again else {
            to = lines.len();
            break;
        };
        reading.found.push(Found::Header);
        reading.broken = true;
        to = at + again.below + 1;
        page = again;
    }
    (reading.rows > 0).then(|| (above, reading.taken(&head), to))
}

struct Reading {
    found: Vec<Found>,
    last: Option<Number>,
    group: Option<(Level, u32)>,
    /// True when the page has just begun.
    broken: bool,
    rows: usize,
}

impl Reading {
    /// Reads the lines of a page below its header; `goes_on` when another follows.
    fn page(&mut self, lines: &[Line], head: &Head, goes_on: bool) {
        let edges = head.edges(lines);
        let content = edges.get(1).copied().unwrap_or(0);
        let width = edges.len();
        for (at, line) in lines.iter().enumerate() {
            let left = line.placed.first().map_or(0, |first| first.at);
            let edge = at == 0 || at + 1 == lines.len();
            let lone = number::page(&line.text).filter(|(_, worded)| *worded || (edge && left >= content && (goes_on || line.blank || line.page)));
            let near = || lines.get(at.saturating_sub(AROUND)..lines.len().min(at + AROUND + 1)).unwrap_or(&[]);
            if lone.is_some() {
                self.found.push(Found::Page(line.text.clone()));
                self.broken = true;
                continue;
            }
            let next = |group: &(Level, u32)| self.group.map_or(group.1 == 1, |(level, last)| level == group.0 && group.1 == last + 1);
            if let Some(group) = number::group(&line.text).filter(|group| left < content && next(group)) {
                self.group = Some(group);
                self.found.push(Found::Group(line.text.clone()));
                self.broken = false;
                continue;
            }
            let around: Vec<usize> = near().iter().flat_map(stretches).map(|stretch| stretch.from).collect();
            let mut cells = vec![String::new(); width];
            for (column, words) in places::columns(&line.placed, &edges, &around) {
                if let Some(cell) = cells.get_mut(column) {
                    join(cell, &words);
                }
            }
            let side = self.side(cells, line.blank && at > 0);
            self.side_stands(side);
        }
    }

    /// A line of cells; what stands below TT and is no row's number belongs to the content.
    fn side(&mut self, mut cells: Vec<String>, blank: bool) -> Side {
        let fresh = matches!(self.found.last(), Some(Found::Group(_)));
        let tt = cells.first().cloned().unwrap_or_default();
        let number = Number::split(&tt).filter(|(number, _, rest)| rest.is_empty() && number.follows(self.last.as_ref(), fresh));
        let is_number = number.is_some();
        if let Some((number, ..)) = number {
            self.last = Some(number);
            self.rows += 1;
        } else if let [first, content, ..] = cells.as_mut_slice() {
            let rest = std::mem::replace(content, std::mem::take(first));
            join(content, &rest);
        }
        Side { cells, blank, number: is_number }
    }

    fn side_stands(&mut self, side: Side) {
        match self.found.last_mut() {
            Some(Found::Rows(stretch)) => stretch.sides.push(side),
            _ => self.found.push(Found::Rows(Stretch { sides: vec![side], open: self.broken })),
        }
        self.broken = false;
    }

    /// The table: numbers stand at the top of their rows or in the middle, whichever fits better.
    fn taken(self, head: &Head) -> Grid {
        let fields = head.fields();
        let stretches = || self.found.iter().filter_map(|found| if let Found::Rows(stretch) = found { Some(stretch) } else { None });
        let cost = |stand: Stand| stretches().map(|stretch| stretch.parted(stand, &fields).cost).sum::<usize>();
        let stand = if cost(Stand::Top) <= cost(Stand::Middle) { Stand::Top } else { Stand::Middle };
        let columns = head.names.iter().map(|name| name.words.clone()).zip(fields.iter().copied()).collect();
        let mut taken = Taken::new(&Header::of(columns));
        for found in &self.found {
            match found {
                Found::Header => taken.again(),
                Found::Page(number) => taken.page(number),
                Found::Group(name) => taken.group(name),
                Found::Rows(stretch) => rows(stretch, stand, &fields, &mut taken),
            }
        }
        taken.done()
    }
}

/// The rows of a stretch.
fn rows(stretch: &Stretch, stand: Stand, fields: &[Option<Field>], taken: &mut Taken) {
    let parted = stretch.parted(stand, fields);
    let part = |from: usize, to: usize| sides::words(stretch.sides.get(from..to).unwrap_or(&[]), fields.len());
    if let Some(start) = parted.ends.first().filter(|start| **start > 0) {
        taken.more(part(0, *start));
    }
    let loose = |at: usize| parted.margins.get(at).is_some_and(|margin| *margin < SURE);
    for (at, (from, to)) in parted.ends.iter().zip(parted.ends.iter().skip(1)).enumerate() {
        let cells = part(*from, *to);
        let unsure = loose(at) || at.checked_sub(1).is_some_and(loose);
        let odd = |column: usize| cells.get(column).is_some_and(|cell| cell.starts_with(char::is_lowercase) || (unsure && !cell.is_empty()));
        let unsure = (1..fields.len()).filter(|column| odd(*column)).collect();
        taken.task(cells, unsure);
    }
}
