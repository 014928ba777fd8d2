//! Every row of a plan's tables is a task, a group, a header, a part of the row above, or
//! skipped and named.

use super::aside::{self, Aside};
use super::columns::{Field, Folded, NAMES};
use super::found::{Found, append, in_capitals, tables};
use super::grid::{Grid, Piece, Row};
use super::marker::{Level, Marked};
use super::words::key;
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
    /// Rows of all tables of the plan, and of those that are named as not the plan's.
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
    /// Rows of tables that are not the plan's, each table named in a warning.
    pub(crate) unread: usize,
}

impl RowCounts {
    /// True when no row was lost.
    pub(crate) fn add_up(&self) -> bool {
        self.source == self.tasks + self.groups + self.headers + self.joined + self.skipped + self.unread
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
    /// Columns with words in them that the plan has no place for.
    pub(super) asides: Vec<Aside>,
    /// Groups in order, each once.
    pub(super) groups: Vec<(String, String)>,
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
    // A line without a mark names a group only where each table below the first stands under one.
    let own = || tables.iter().skip(1).filter(|found| found.own_header);
    let lines = (tables.len() > 1).then(|| own().next().is_some() && own().all(|found| found.line_above(true).is_some()));
    for (at, found) in tables.iter().enumerate() {
        gathered.table(at + 1, found, level, lines);
    }
    if gathered.tasks.is_empty() {
        return Err(Problem::NoPlanTable.into());
    }
    let numbered = gathered.tasks.iter().any(|task| !task.text(Field::Tt).is_empty());
    let stands = |field: Field| tables.iter().any(|found| found.header.columns.has(field)) || field == Field::Tt && numbered;
    gathered.missing = Field::ALL.into_iter().filter(|field| !stands(*field)).collect();
    if let Some(mut first) = tables.into_iter().next() {
        // The name of its group is no part of the plan's title.
        if lines.is_some_and(|bare| first.line_above(bare).is_some()) {
            first.above.pop();
        }
        gathered.above = first.above;
    }
    Ok(gathered)
}

impl Gathered {
    /// Names a table that is not the plan's.
    pub(super) fn leave_out(&mut self, title: String, grid: &Grid) {
        self.counts.source += grid.rows.len();
        self.counts.unread += grid.rows.len();
        self.unread.push((title, grid.rows.len()));
    }

    /// `lines`: groups may be named on the lines between the tables; true: also without a mark.
    fn table(&mut self, number: usize, found: &Found, level: Option<Level>, lines: Option<bool>) {
        // Tables one below the other, each with its group's name on the line above it.
        let line = lines.and_then(|bare| found.line_above(bare)).map(|marked| (marked.mark, marked.name));
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
            // Written in capitals it is a group whatever the others are marked with.
            let of_groups = |marked: &&Marked| Some(marked.level) == level || marked.level == Level::Bare && in_capitals(&marked.name);
            if let Some(marked) = marked.as_ref().filter(of_groups) {
                self.counts.groups += 1;
                group = (marked.mark.clone(), marked.name.clone());
                self.named_last.clone_from(&group);
                if !self.groups.contains(&group) {
                    self.groups.push(group.clone());
                }
            } else if words.is_empty() || marked.is_some() || !self.task(found, row, &group) {
                self.counts.skipped += 1;
                self.skipped.push(Skipped { place: (number, if row.number > 0 { row.number } else { at + 1 }), words });
            }
        }
        for aside in aside::of(found) {
            if !self.asides.contains(&aside) {
                self.asides.push(aside);
            }
        }
    }

    /// Keeps a row as a task, or as more words of the task above; false when it is neither.
    fn task(&mut self, found: &Found, row: &Row, group: &(String, String)) -> bool {
        let words = found.words(row);
        if is_no_task(&words, self.tasks.is_empty()) {
            return false;
        }
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
        if !found.header.columns.has(Field::Tt)
            && let [tt, content, ..] = &mut words
            && let Some((number, rest)) = numbered(content)
        {
            (*tt, *content) = (number.to_owned(), rest.to_owned());
        }
        if let Some(tt) = words.first_mut() {
            tt.truncate(tt.trim_end_matches(['.', ')']).len());
        }
        let unsure = row.unsure.iter().filter_map(|at| found.header.columns.field(*at)).collect();
        self.tasks.push(Task { group: group.clone(), words, joined: false, hidden: row.hidden.then_some(row.number), unsure });
        true
    }
}

/// `1. Ban hành kế hoạch` where no column holds the numbers.
fn numbered(content: &str) -> Option<(&str, &str)> {
    let (number, rest) = content.split_once([' ', '\u{a0}'])?;
    let bare = number.strip_suffix(['.', ')'])?;
    let digits = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|sign| sign.is_ascii_digit());
    bare.split('.').all(digits).then_some((bare, rest.trim_start()))
}

/// `Tổng cộng`, `Nơi nhận:`, `NGƯỜI LẬP`, `* Ghi chú`: what stands below a table in the same sheet.
fn is_no_task(words: &[(String, bool); 6], is_first: bool) -> bool {
    let [tt, content, lead, coordinating, deadline, product] = words;
    let only_those = |rest: &[&(String, bool)]| rest.iter().all(|(text, _)| text.is_empty());
    if tt.0.starts_with(|sign: char| sign.is_ascii_digit()) {
        return false;
    }
    let closes = |text: &str| {
        let text = key(text);
        NAMES
            .closing_starts
            .iter()
            .any(|Folded(start)| text.strip_prefix(start.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    };
    // Words where the number stands are no number.
    let in_words = !is_first && tt.0.chars().filter(|sign| sign.is_alphabetic()).count() >= 4;
    let no_date = only_those(&[lead, deadline]) || only_those(&[content, deadline]);
    (in_words || closes(&tt.0)) && no_date || tt.0.is_empty() && closes(&content.0) && only_those(&[lead, coordinating, deadline, product])
}
