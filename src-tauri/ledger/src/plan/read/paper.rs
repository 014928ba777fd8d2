//! A plan that was taken in as a document, read as the lines and grids of its tables.

use super::grid::{Grid, Piece};
use super::words::tidy;
use crate::paper::{Block, Document, Inline, Table};

/// Name and subject, then each table with the lines that stand above it in its appendix.
pub(super) fn pieces(document: &Document) -> Vec<Piece> {
    let mut pieces = lines([document.name.as_str(), &document.subject, document.bracket.as_deref().unwrap_or_default()]);
    pieces.extend(tables(&document.body));
    for appendix in &document.appendices {
        pieces.extend(lines([appendix.title.as_str(), &appendix.reference]));
        pieces.extend(tables(&appendix.body));
    }
    pieces
}

fn lines<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Piece> {
    texts.into_iter().map(tidy).filter(|line| !line.is_empty()).map(Piece::Line).collect()
}

fn tables(blocks: &[Block]) -> impl Iterator<Item = Piece> {
    blocks.iter().filter_map(|block| if let Block::Table { table, .. } = block { Some(Piece::Grid(grid(table))) } else { None })
}

fn grid(table: &Table) -> Grid {
    let mut grid = Grid::default();
    for row in table.header.iter().chain(&table.rows) {
        grid.push(row.cells.iter().map(|cell| (tidy(&Inline::plain(&cell.text)), usize::from(cell.span), false)));
    }
    grid
}
