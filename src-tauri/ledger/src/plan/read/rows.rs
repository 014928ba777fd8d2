//! Every row of a plan's tables is a task, a group, a header, a part of the row above, or
//! skipped and named.

use super::columns::Field;
use super::grid::{Grid, Piece, Row};
use super::header::Header;
use super::marker::{self, Level, Marked};
use crate::view::{ColumnMap, Note};
use crate::{Problem, Result};

/// A task as its row has it.
#[derive(Debug, Clone, Default)]
pub(super) struct Task {
    /// Mark and name of its group.
    pub(super) group: (String, String),
    /// Its words, in the order of [`Field::ALL`].
    pub(super) words: [String; 6],
    /// True when it was put together from more than one row.
    pub(super) joined: bool,
    /// The number of its row when the workbook hides that row.
    pub(super) hidden: Option<usize>,
    /// Fields whose words may belong to another.
    pub(super) unsure: Vec<Field>,
}

impl Task {
    /// The words in a column.
    pub(super) fn text(&self, field: Field) -> &str {
        self.words.get(field.place()).map_or("", String::as_str)
    }
}

/// A row that is not in the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Skipped {
    /// Its table and its place there, from 1; in a workbook, its number in the sheet.
    pub(super) place: (usize, usize),
    /// Its words; empty for a row without any.
    pub(super) words: String,
}

/// What became of the rows; `source` is always the sum of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct RowCounts {
    /// Rows of all tables of the plan.
    pub(crate) source: usize,
    /// Tasks.
    pub(crate) tasks: usize,
    /// Names of groups.
    pub(crate) groups: usize,
    /// Headers, titles above them, and repetitions.
    pub(crate) headers: usize,
    /// Rows that go on with the row above.
    pub(crate) joined: usize,
    /// Rows left out, each named in a warning.
    pub(crate) skipped: usize,
}

impl RowCounts {
    /// True when no row was lost.
    pub(crate) fn add_up(&self) -> bool {
        self.source == self.tasks + self.groups + self.headers + self.joined + self.skipped
    }
}

/// What the tables of a document hold.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) tasks: Vec<Task>,
    pub(super) counts: RowCounts,
    pub(super) skipped: Vec<Skipped>,
    /// Tables of the plan.
    pub(super) tables: usize,
    /// Fields no table has.
    pub(super) missing: Vec<Field>,
    /// Names of columns with words in them that the plan has no place for.
    pub(super) others: Vec<String>,
    /// Lines above the first table, those inside its frame included.
    pub(super) above: Vec<String>,
    /// What the file says of its tables.
    pub(super) notes: Vec<Note>,
    /// The group named last: a table that goes on begins in it.
    named_last: (String, String),
    /// Tables that are not the plan's: the words of their first row, and their number of rows.
    pub(super) unread: Vec<(String, usize)>,
}

/// Gathers the rows of all tables that look like a plan's.
///
/// `map`: what the columns of one table hold, as the officer said.
pub(super) fn gather(pieces: Vec<Piece>, map: Option<&ColumnMap>) -> Result<Gathered> {
    if !pieces.iter().any(|piece| matches!(piece, Piece::Grid(_))) {
        return Err(Problem::NoTable.into());
    }
    let mut gathered = Gathered::default();
    let tables = tables(pieces, map, &mut gathered);
    gathered.tables = tables.len();
    let level = tables.iter().flat_map(Found::groups).map(|marked| marked.level).min();
    for (at, found) in tables.iter().enumerate() {
        gathered.table(at + 1, found, level, tables.len() > 1);
    }
    if gathered.tasks.is_empty() {
        return Err(Problem::NoPlanTable.into());
    }
    gathered.missing = Field::ALL.into_iter().filter(|field| !tables.iter().any(|found| found.header.columns.has(*field))).collect();
    gathered.above = tables.into_iter().next().map(|found| found.above).unwrap_or_default();
    Ok(gathered)
}

/// A table of the plan.
struct Found {
    grid: Grid,
    header: Header,
    /// False when it goes on with the table before and the header stands there.
    own_header: bool,
    /// Lines between the table before and this one.
    above: Vec<String>,
}

/// A table of so many rows that is not the plan's is named; smaller ones are letterheads and the like.
const NAMED_ROWS: usize = 3;

/// The plan's tables in order.
fn tables(pieces: Vec<Piece>, map: Option<&ColumnMap>, gathered: &mut Gathered) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut above: Vec<String> = Vec::new();
    let mut queue: std::collections::VecDeque<Piece> = pieces.into();
    let mut number = 0;
    while let Some(piece) = queue.pop_front() {
        let mut grid = match piece {
            Piece::Line(line) => {
                above.push(line);
                continue;
            }
            Piece::Grid(grid) => grid,
        };
        gathered.notes.append(&mut grid.notes);
        let chosen = map.filter(|map| map.table == number).and_then(|map| Header::chosen(&grid, map));
        number += 1;
        if let Some(header) = chosen.or_else(|| Header::find(&grid)) {
            // Another table may stand below in the same sheet, with its columns in another order.
            if let Some(at) = header.other_below(&grid) {
                let below = grid.split_off(at);
                number -= 1;
                queue.push_front(Piece::Grid(below));
            }
            found.push(Found { grid, header, own_header: true, above: std::mem::take(&mut above) });
        } else if let Some(header) = found.last().and_then(|last| continues(last, &grid, &above)) {
            found.push(Found { grid, header, own_header: false, above: std::mem::take(&mut above) });
        } else {
            if grid.inner.is_empty() && (grid.rows.len() >= NAMED_ROWS && grid.width() > 1) {
                gathered.unread.push((grid.title(), grid.rows.len()));
            }
            // A table that frames the page: what stands in it comes next.
            for inner in grid.inner.into_iter().rev() {
                queue.push_front(inner);
            }
        }
    }
    found
}

/// A table cut in two: the same columns, and nothing but names of groups between.
fn continues(last: &Found, grid: &Grid, between: &[String]) -> Option<Header> {
    let only_groups = between.iter().all(|line| marker::split(line).is_some());
    let counted = grid.rows.iter().any(|row| {
        let tt = row.own().find(|cell| last.header.columns.field(cell.at) == Some(Field::Tt));
        tt.is_some_and(|tt| tt.text.starts_with(|sign: char| sign.is_ascii_digit()))
    });
    let same = grid.width() == last.grid.width() && only_groups && counted;
    same.then(|| last.header.above_the_table())
}

impl Found {
    /// Rows that look like names of groups.
    fn groups(&self) -> impl Iterator<Item = Marked> {
        let body = self.grid.rows.iter().skip(self.header.end);
        body.filter(|row| !self.header.comes_again(row)).filter_map(|row| self.group(row))
    }

    /// The group a row names.
    fn group(&self, row: &Row) -> Option<Marked> {
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
                None => wide.then(|| Marked { level: Level::Bare, mark: String::new(), name: first.text.clone() }),
            };
        }
        let [tt, content, lead, _, deadline, _] = &words;
        let marked = marker::split(&tt.0).filter(|marked| marked.name.is_empty() && marked.level < Level::Number)?;
        let is_task = !lead.0.is_empty() && !deadline.0.is_empty();
        (!content.0.is_empty() && !is_task).then(|| Marked { name: content.0.clone(), ..marked })
    }

    /// The words of each field, and whether they continue those above.
    fn words(&self, row: &Row) -> [(String, bool); 6] {
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

impl Gathered {
    fn table(&mut self, number: usize, found: &Found, level: Option<Level>, many: bool) {
        // Tables one below the other, each with its group's name on the line above it.
        let line = found.above.last().and_then(|line| marker::split(line)).filter(|marked| marked.level <= Level::Letter);
        let line = line.filter(|_| many && found.groups().next().is_none()).map(|marked| (marked.mark, marked.name));
        let goes_on = !found.own_header || found.above.is_empty();
        let carried = Some(self.named_last.clone()).filter(|_| goes_on);
        let mut group = line.or(carried).unwrap_or_default();
        self.named_last.clone_from(&group);
        for (at, row) in found.grid.rows.iter().enumerate() {
            self.counts.source += 1;
            let words = row.words();
            if at < found.header.end || (!words.is_empty() && found.header.comes_again(row)) {
                self.counts.headers += 1;
                continue;
            }
            let marked = found.group(row);
            if let Some(marked) = marked.as_ref().filter(|marked| Some(marked.level) == level) {
                self.counts.groups += 1;
                group = (marked.mark.clone(), marked.name.clone());
                self.named_last.clone_from(&group);
            } else if words.is_empty() || marked.is_some() || !self.task(found, row, &group) {
                self.counts.skipped += 1;
                self.skipped.push(Skipped { place: (number, if row.number > 0 { row.number } else { at + 1 }), words });
            }
        }
        let body = || found.grid.rows.iter().skip(found.header.end);
        for (column, name) in &found.header.columns.others {
            let used = body().any(|row| row.own().any(|cell| cell.at == *column) && found.group(row).is_none() && !found.header.comes_again(row));
            if used && !self.others.contains(name) {
                self.others.push(name.clone());
            }
        }
    }

    /// Keeps a row as a task, or as more words of the task above; false when it is neither.
    fn task(&mut self, found: &Found, row: &Row, group: &(String, String)) -> bool {
        let words = found.words(row);
        let [tt, content, ..] = &words;
        let own_tt = !tt.1 && !tt.0.is_empty();
        let goes_on = content.0.is_empty() || content.1 || tt.1 || (found.header.columns.has(Field::Tt) && content.0.starts_with(char::is_lowercase));
        if !own_tt && goes_on {
            let Some(task) = self.tasks.last_mut() else { return false };
            let own = words.iter().zip(&mut task.words).filter(|((text, continued), _)| !continued && !text.is_empty());
            let mut joined = false;
            for ((text, _), kept) in own {
                if kept != text {
                    append(kept, text);
                }
                joined = true;
            }
            task.joined |= joined;
            self.counts.joined += usize::from(joined);
            return joined;
        }
        self.counts.tasks += 1;
        let mut words = words.map(|(text, _)| text);
        if let Some(tt) = words.first_mut() {
            tt.truncate(tt.trim_end_matches(['.', ')']).len());
        }
        let unsure = row.unsure.iter().filter_map(|at| found.header.columns.field(*at)).collect();
        self.tasks.push(Task { group: group.clone(), words, joined: false, hidden: row.hidden.then_some(row.number), unsure });
        true
    }
}

fn append(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push(' ');
    }
    text.push_str(more);
}
