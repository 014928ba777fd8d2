//! A returned table: rows and cells found again, the others new or gone.

use super::pieces::{Changed, again_beside};
use super::shown::{self, Shown};
use super::units::{Said, cell_said, plain, single};
use super::words::{Bag, common};
use crate::paper::{Align, Cell, Column, Inline, Row, Table};
use crate::view::BackLine;
use crate::word::read;

/// A table that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BackTable {
    /// The table.
    pub(super) table: Table,
    /// The cells and rows that differ.
    pub(super) lines: Vec<BackLine>,
    /// Figures whose words were changed, counted over all cells.
    pub(super) changed: Vec<Changed>,
}

/// So alike, in thousandths, are two versions of a row.
const ALIKE: u32 = 400;

/// Reads a returned table that was `before` when it was sent.
pub(super) fn back(before: &Table, home: &read::Table, others: &[Inline]) -> BackTable {
    let kept: Vec<&Row> = before.header.iter().chain(&before.rows).collect();
    let said: Vec<Vec<Vec<Said>>> = home.rows.iter().map(|row| row.cells.iter().map(cell_said).collect()).collect();
    let was = same_rows(&kept, &said);
    let table = Table { columns: columns(before, home), header: Vec::new(), rows: Vec::new(), size: before.size };
    let mut back = BackTable { table, lines: Vec::new(), changed: Vec::new() };
    let mut figures = 0;
    let mut next = 0;
    for (at, (row, said)) in home.rows.iter().zip(&said).enumerate() {
        let of = was.iter().find(|(_, to)| *to == at).map(|(from, _)| *from);
        back.gone(&kept, next, of.unwrap_or(next));
        next = of.map_or(next, |of| of + 1);
        let old = of.and_then(|of| kept.get(of)).copied();
        let partners = old.map_or_else(Vec::new, |old| same_cells(old, said));
        let cells: Vec<Cell> = row
            .cells
            .iter()
            .zip(said)
            .enumerate()
            .map(|(place, (cell, said))| {
                let kept = partners.iter().find(|(_, to)| *to == place).and_then(|(from, _)| old?.cells.get(*from));
                let others_of_row = old.iter().flat_map(|old| &old.cells).filter(|cell| kept.is_none_or(|kept| !std::ptr::eq(*cell, kept)));
                let beside: Vec<Inline> = others_of_row.flat_map(|cell| cell.text.iter().cloned()).collect();
                let label = if kept.is_some() { "cột" } else { "thêm cột" };
                let label = old.map(|_| format!("Hàng {}, {label} {}", at + 1, place + 1));
                Cell { span: cell.span.max(1), text: back.cell(label, kept, said, (others, &beside), &mut figures) }
            })
            .collect();
        match old {
            Some(old) => back.cut(at, &partners, old),
            None => {
                let all = said.iter().filter(|cell| !plain(cell).is_empty()).map(|cell| told(cell));
                back.lines.push(BackLine { label: format!("Thêm hàng {}", at + 1), words: shown::difference(&Shown::new(), &in_a_row(all)) });
            }
        }
        let worded = said.iter().filter(|cell| !plain(cell).is_empty()).count();
        let group = old.map_or(worded == 1 && cells.len() <= 2 && back.table.columns.len() > 2, |old| old.group);
        let is_header = of.map_or(row.header, |of| of < before.header.len()) && back.table.rows.is_empty();
        let rows = if is_header { &mut back.table.header } else { &mut back.table.rows };
        rows.push(Row { group, cells });
    }
    back.gone(&kept, next, kept.len());
    back
}

impl BackTable {
    /// The text of a cell, and what differs in it, where it is not a part of a new row; `others` are the chips of the
    /// report and the pieces of the other cells of its row.
    fn cell(&mut self, label: Option<String>, old: Option<&Cell>, said: &[Said], others: (&[Inline], &[Inline]), figures: &mut usize) -> Vec<Inline> {
        let before = old.map_or(&[][..], |old| &old.text);
        let count = |text: &[Inline]| text.iter().filter(|piece| matches!(piece, Inline::Figure(_))).count();
        if single(&Inline::plain(before)) == plain(said) {
            *figures += count(before);
            return before.to_vec();
        }
        let found = again_beside(before, said, others.0, others.1);
        self.lines.extend(label.map(|label| BackLine { label, words: shown::difference(&shown::pieces(before), &told(said)) }));
        self.changed.extend(found.changed.into_iter().map(|one| Changed { nth: one.nth + *figures, ..one }));
        *figures += count(&found.text);
        found.text
    }

    /// Rows that are not in the returned table.
    fn gone(&mut self, kept: &[&Row], from: usize, to: usize) {
        for (at, row) in kept.iter().enumerate().take(to).skip(from) {
            let all = row.cells.iter().filter(|cell| !single(&Inline::plain(&cell.text)).is_empty()).map(|cell| shown::pieces(&cell.text));
            self.lines.push(BackLine { label: format!("Bỏ hàng {}", at + 1), words: shown::difference(&in_a_row(all), &Shown::new()) });
        }
    }

    /// Cells that are gone from a row that stayed.
    fn cut(&mut self, row: usize, partners: &[(usize, usize)], old: &Row) {
        let is_gone = |at: usize| partners.iter().all(|(from, _)| *from != at);
        for (at, cell) in old.cells.iter().enumerate().filter(|(at, cell)| is_gone(*at) && !single(&Inline::plain(&cell.text)).is_empty()) {
            let label = format!("Hàng {}, bỏ cột {}", row + 1, at + 1);
            self.lines.push(BackLine { label, words: shown::difference(&shown::pieces(&cell.text), &Shown::new()) });
        }
    }
}

/// Which cell of a row is which: by their places, or where some came or went by their words.
fn same_cells(old: &Row, said: &[Vec<Said>]) -> Vec<(usize, usize)> {
    if old.cells.len() == said.len() {
        return (0..said.len()).map(|at| (at, at)).collect();
    }
    let before: Vec<String> = old.cells.iter().map(|cell| single(&Inline::plain(&cell.text))).collect();
    common(&before, &said.iter().map(|cell| plain(cell)).collect::<Vec<_>>())
}

/// Which row is which: the same words first, then the most alike between those.
fn same_rows(kept: &[&Row], said: &[Vec<Vec<Said>>]) -> Vec<(usize, usize)> {
    let before: Vec<String> =
        kept.iter().map(|row| row.cells.iter().map(|cell| single(&Inline::plain(&cell.text))).collect::<Vec<_>>().join("\n")).collect();
    let after: Vec<String> = said.iter().map(|row| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join("\n")).collect();
    let mut pairs = common(&before, &after);
    let bags = |rows: &[String]| rows.iter().map(|row| Bag::of(row)).collect::<Vec<_>>();
    let (bags_before, bags_after) = (bags(&before), bags(&after));
    let mut between = Vec::new();
    let (mut from, mut to) = (0, 0);
    for (next_from, next_to) in pairs.iter().copied().chain([(before.len(), after.len())]) {
        let same_count = next_from - from == next_to - to;
        for row in from..next_from {
            let near = (to..next_to).map(|at| {
                let likeness = bags_before.get(row).zip(bags_after.get(at)).map_or(0, |(a, b)| a.likeness(b));
                // As many rows as before: each is what it was, whatever its numbers are now.
                if same_count && row - from == at - to { (likeness + ALIKE, at) } else { (likeness, at) }
            });
            if let Some((_, at)) = near.max_by_key(|(likeness, at)| (*likeness, std::cmp::Reverse(*at))).filter(|(likeness, _)| *likeness >= ALIKE) {
                between.push((row, at));
                to = at + 1;
            }
        }
        (from, to) = (next_from + 1, next_to + 1);
    }
    pairs.extend(between);
    pairs.sort_unstable();
    pairs
}

/// The columns: as they were, but for those that came or went, told by the names above them.
fn columns(before: &Table, home: &read::Table) -> Vec<Column> {
    let width = home.rows.iter().map(|row| row.cells.iter().map(|cell| usize::from(cell.span.max(1))).sum::<usize>()).max().unwrap_or(0);
    if width == before.columns.len() {
        return before.columns.clone();
    }
    let old: Vec<String> =
        before.header.iter().chain(&before.rows).take(1).flat_map(|row| &row.cells).map(|cell| single(&Inline::plain(&cell.text))).collect();
    let new: Vec<String> = home.rows.iter().take(1).flat_map(|row| &row.cells).map(|cell| plain(&cell_said(cell))).collect();
    let pairs = common(&old, &new);
    let share = u16::try_from(
        before.columns.iter().map(|column| u32::from(column.share)).sum::<u32>() / u32::try_from(before.columns.len().max(1)).unwrap_or(1),
    );
    let one = |at: usize| {
        let known = pairs.iter().find(|(_, to)| *to == at).and_then(|(from, _)| before.columns.get(*from)).cloned();
        known.unwrap_or(Column { share: share.unwrap_or(1).max(1), align: Align::Left })
    };
    (0..width).map(one).collect()
}

/// A returned text as it is shown.
pub(super) fn told(said: &[Said]) -> Shown {
    said.iter().map(|piece| (super::units::words(piece).to_owned(), matches!(piece, Said::Chip(..)))).collect()
}

fn in_a_row(cells: impl Iterator<Item = Shown>) -> Shown {
    let mut all = Shown::new();
    for cell in cells {
        if !all.is_empty() {
            all.push((" | ".to_owned(), false));
        }
        all.extend(cell);
    }
    all
}
