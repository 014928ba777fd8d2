//! The tables of a source as they stand there, for the officer to say what each column holds.

use super::columns::named;
use super::grid::{Grid, Piece};
use super::header::Header;
use super::source;
use crate::view::{ColumnMap, ColumnsView, PlanSource, TableSeen};
use crate::{Problem, Result};

/// So many rows of a table are shown.
const SHOWN: usize = 8;

/// The tables of a file or of the clipboard, each with what its columns seem to hold.
///
/// # Errors
/// What reading refuses; [`Problem::NoTable`].
pub fn plan_columns(source: &PlanSource) -> Result<ColumnsView> {
    let (name, pieces) = source::pieces(source)?;
    let mut grids = Vec::new();
    gather(pieces, &mut grids);
    let tables: Vec<TableSeen> = grids.iter().enumerate().filter(|(_, grid)| grid.width() > 1).map(|(table, grid)| seen(table, grid)).collect();
    if tables.is_empty() {
        return Err(Problem::NoTable.into());
    }
    Ok(ColumnsView { source: name, tables })
}

/// Tables in the order in which reading meets them.
fn gather(pieces: Vec<Piece>, grids: &mut Vec<Grid>) {
    for piece in pieces {
        if let Piece::Grid(mut grid) = piece {
            let inner = std::mem::take(&mut grid.inner);
            let is_frame = Header::find(&grid).is_none();
            grids.push(grid);
            if is_frame {
                gather(inner, grids);
            }
        }
    }
}

fn seen(table: usize, grid: &Grid) -> TableSeen {
    let width = grid.width();
    let found = Header::find(grid);
    let header_rows = found.as_ref().map_or(1, |header| header.end);
    let fields = (0..width).map(|column| match &found {
        Some(header) => header.columns.field(column).map(super::columns::Field::place),
        None => grid.rows.first().and_then(|row| row.covering(column)).and_then(|cell| named(&cell.text)).map(|(field, _)| field.place()),
    });
    let words = |row: &super::grid::Row| {
        (0..width).map(|column| row.covering(column).filter(|cell| cell.at == column).map(|cell| cell.text.clone()).unwrap_or_default()).collect()
    };
    TableSeen {
        title: grid.title(),
        count: grid.rows.len(),
        rows: grid.rows.iter().take(header_rows.max(1) + SHOWN - 1).map(words).collect(),
        map: ColumnMap { table, header_rows, fields: fields.collect() },
    }
}
