//! Where the header of a table stands, and where it comes again.

use super::columns::{Columns, Field, named};
use super::grid::{Grid, Row};
use super::words::key;
use crate::view::ColumnMap;

/// Rows looked at from the top: titles and notes may stand above the header.
pub(super) const LOOKED_AT: usize = 12;

/// The header of a table.
#[derive(Clone)]
pub(super) struct Header {
    /// The row after it.
    pub(super) end: usize,
    pub(super) columns: Columns,
    /// Its rows, to know them when a page break repeats them.
    rows: Vec<Row>,
}

impl Header {
    /// Finds the header; `None` when the table is not a plan's.
    pub(super) fn find(grid: &Grid) -> Option<Header> {
        (0..grid.rows.len().min(LOOKED_AT)).find_map(|first| {
            let (columns, rows) = Header::at(grid, first)?;
            Some(Header { end: first + rows.len(), columns, rows: rows.into_iter().cloned().collect() })
        })
    }

    /// The columns that a row names, alone or with the second header row below it.
    pub(super) fn at(grid: &Grid, first: usize) -> Option<(Columns, Vec<&Row>)> {
        let upper = grid.rows.get(first)?;
        let lower = grid.rows.get(first + 1).filter(|lower| belongs_below(upper, lower));
        let columns = Columns::read(upper, lower)?;
        Some((columns, std::iter::once(upper).chain(lower).collect()))
    }

    /// The header as the officer told it: so many rows, and what each column holds.
    pub(super) fn chosen(grid: &Grid, map: &ColumnMap) -> Option<Header> {
        let end = map.header_rows.min(grid.rows.len());
        let columns = Columns::chosen(&map.fields)?;
        // Rows of the header that say what a column holds come again with each page.
        let rows = grid.rows.iter().take(end).filter(|row| row.own().count() >= 2).cloned().collect();
        Some(Header { end, columns, rows })
    }

    /// The row from which another table with columns of its own stands in the same grid.
    pub(super) fn other_below(&self, grid: &Grid) -> Option<usize> {
        let names_three = |columns: &Columns| Field::ALL.iter().filter(|field| columns.has(**field)).count() >= 3;
        (self.end + 1..grid.rows.len()).find(|at| {
            let alone = grid.rows.get(*at).and_then(|row| Columns::read(row, None)).filter(names_three);
            // Cut only where the part below will be known as a table: else its rows would be nobody's.
            alone.is_some_and(|other| !self.columns.same_fields(&other)) && Header::at(grid, *at).is_some()
        })
    }

    /// The same header for a table that goes on with the one before.
    pub(super) fn above_the_table(&self) -> Header {
        Header { end: 0, ..self.clone() }
    }

    /// True for a row that says again what the header says, or only counts the columns.
    pub(super) fn comes_again(&self, row: &Row) -> bool {
        let again = |head: &Row| row.own().all(|cell| head.covering(cell.at).is_some_and(|head| key(&head.text) == key(&cell.text)));
        let is_named = || row.own().any(|cell| named(&cell.text).is_some_and(|(field, _)| field == Field::Tt)) && Columns::read(row, None).is_some();
        self.rows.iter().any(again) || is_named() || counts_columns(row)
    }
}

/// A second header row: nothing under TT, and each of its words below a wider cell or a name of
/// a column itself.
fn belongs_below(upper: &Row, lower: &Row) -> bool {
    let part_of_upper = |at: usize, span: usize, text: &str| match upper.covering(at) {
        Some(above) if named(&above.text).is_some_and(|(field, _)| field == Field::Tt) => false,
        Some(above) => above.span > span || named(text).is_some_and(|(field, _)| field != Field::Content),
        None => false,
    };
    upper.own().count() >= 2 && lower.own().next().is_some() && lower.own().all(|cell| part_of_upper(cell.at, cell.span, &cell.text))
}

/// `(1) (2) (3) …` or `A B 1 2 …` below a header.
fn counts_columns(row: &Row) -> bool {
    let marks: Vec<String> = row.own().map(|cell| key(&cell.text)).collect();
    let numbers: Vec<u32> = marks.iter().filter_map(|mark| mark.parse().ok()).collect();
    let short = marks.iter().all(|mark| mark.len() == 1 || mark.parse::<u32>().is_ok());
    let rising = numbers.iter().zip(numbers.iter().skip(1)).all(|(left, right)| *right == left + 1);
    marks.len() >= 3 && short && rising && numbers.len() + 2 >= marks.len() && numbers.first().is_some_and(|first| *first <= 2)
}
