//! Tables beside the plan's in the same sheet or file: targets, budgets, lists of documents.

use super::columns::{Field, named};
use super::grid::{Grid, Row};
use super::header::{Header, LOOKED_AT};

/// No name of the column of numbers is longer, in bytes: rows are many, and most cells are not asked.
const LONGEST_TT: usize = 32;

/// A table at the top of a grid that is not a plan's.
pub(super) struct Foreign {
    /// What it is called: the line above its header, else the words of the header.
    pub(super) title: String,
    /// True when the header is the first row: its title may stand on the line above the grid.
    pub(super) on_first_row: bool,
    /// The row from which a table of the plan stands below it.
    pub(super) until: Option<usize>,
}

/// A table that is not the plan's, where a grid begins with one.
pub(super) fn on_top(grid: &Grid) -> Option<Foreign> {
    let is_plan = |at: &usize| Header::at(grid, *at).is_some();
    let head = (0..grid.rows.len().min(LOOKED_AT)).take_while(|at| !is_plan(at)).find(|at| is_head(grid.rows.get(*at)))?;
    let title = grid.rows.get(title_above(grid, head)).map(Row::words)?;
    Some(Foreign { title, on_first_row: head == 0, until: (head + 1..grid.rows.len()).find(is_plan) })
}

/// The row from which a table that is not the plan's stands below the plan's, its title included.
pub(super) fn below(grid: &Grid, header: &Header) -> Option<usize> {
    let is_foreign =
        |at: &usize| is_head(grid.rows.get(*at)) && !grid.rows.get(*at).is_some_and(|row| header.comes_again(row)) && Header::at(grid, *at).is_none();
    (header.end + 1..grid.rows.len()).find(is_foreign).map(|at| title_above(grid, at).max(header.end + 1))
}

/// A header with a column of numbers and none that makes it a plan's.
fn is_head(row: Option<&Row>) -> bool {
    let Some(row) = row else { return false };
    let names_tt = |text: &str| text.len() <= LONGEST_TT && named(text).is_some_and(|(field, _)| field == Field::Tt);
    row.own().count() >= 3 && row.own().any(|cell| names_tt(&cell.text)) && !row.own().any(|cell| cell.text.chars().all(|sign| sign.is_ascii_digit()))
}

/// The row where the title above a header begins: rows above it with one cell of words.
fn title_above(grid: &Grid, head: usize) -> usize {
    let alone = |at: &usize| grid.rows.get(*at).is_some_and(|row| row.own().count() == 1);
    (0..head).rev().take_while(alone).last().unwrap_or(head)
}
