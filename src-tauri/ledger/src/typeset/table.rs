//! Tables: rows as boxes, header rows repeated on each page, group rows never last on one.

mod columns;
mod fit;
mod ink;
mod row;
mod squeeze;

use super::flow::Frame;
use super::font::Style;
use super::parts::each;
use super::profile::Profile;
use super::setting::Setting;
use super::slab::{Glue, Slab};
use super::text::Text;
use super::tree::{Role, Tag};
use super::unit::Pt;
use crate::paper::{Align, Inline, Row, Table};
pub(super) use columns::as_asked;
use columns::widths;
pub(super) use ink::Ink;
use row::{Fence, slabs as row_slabs};
pub(super) use squeeze::{Fit, squeezed};
use std::sync::Arc;

/// A cell ready to be set.
pub(super) struct Cell {
    pub(super) text: Text,
    /// Its first column and how many it covers.
    pub(super) column: usize,
    pub(super) span: usize,
    pub(super) align: Align,
    /// What is drawn in it, beside its text.
    pub(super) ink: Option<Ink>,
}

/// A table's own measures.
pub(super) struct Measure<'a> {
    pub(super) profile: &'a Profile,
    pub(super) fit: Fit,
    /// Room in a cell, above and below.
    pub(super) pad: Pt,
    /// The left edge of each column, and the right edge of the last.
    pub(super) edges: Vec<Pt>,
}

/// The cells of the header and of the rows.
pub(super) type Cells<'a> = (&'a [Vec<Cell>], &'a [Vec<Cell>]);

/// The boxes of a table.
pub(super) fn slabs(setting: &Setting<'_>, table: &Table, frame: &Frame) -> Vec<Slab> {
    let whole = setting.tree.table();
    let header = cells(setting, table, &table.header, whole, true);
    let rows = cells(setting, table, &table.rows, whole, false);
    let (fit, edges) = edges_of(setting, table, &header, &rows, frame.width);
    let measure = Measure { profile: setting.profile, fit, pad: setting.cell_top.pt(), edges };
    stacked(&measure, (&header, &rows), |index| table.rows.get(index).is_some_and(|row| row.group), frame.height)
}

/// The boxes of header and rows on pages of a height; `group` tells which rows name those below them.
pub(super) fn stacked(measure: &Measure<'_>, (header, rows): Cells<'_>, group: impl Fn(usize) -> bool, height: Pt) -> Vec<Slab> {
    let profile = measure.profile;
    let top = |index: usize| if index == 0 { Fence::Closed } else { Fence::Open };
    let head = header.iter().enumerate().flat_map(|(index, row)| row_slabs(measure, row, top(index), height)).collect::<Vec<_>>();
    let head_height: Pt = head.iter().map(|slab| slab.height).sum();
    let repeated = !head.is_empty() && head_height <= height * profile.tallest_header;
    let tallest = if repeated { height - head_height } else { height };
    let repeat = repeated.then(|| Arc::new(head.iter().cloned().map(Slab::again).collect::<Vec<_>>()));

    let mut slabs: Vec<Slab> = head.into_iter().enumerate().map(|(index, slab)| if index > 0 { slab.glued(Glue::Strong) } else { slab }).collect();
    let headed = !slabs.is_empty();
    // Without a header above it, a row draws its own upper line wherever it lands.
    let fence = |index: usize| if repeated || index == 0 && headed { Fence::Open } else { Fence::Closed };
    let parts = each(rows, |index, cells| row_slabs(measure, cells, fence(index), tallest));
    for (index, parts) in parts.into_iter().enumerate() {
        let count = parts.len();
        for (part, mut slab) in parts.into_iter().enumerate() {
            slab.repeat.clone_from(&repeat);
            if index == 0 && part == 0 && !slabs.is_empty() {
                slab.glue = Glue::Strong;
            }
            slab.group = part + 1 == count && group(index);
            slabs.push(slab);
        }
    }
    if let Some(first) = slabs.first_mut() {
        first.before = profile.paragraph_gap;
    }
    if let Some(last) = slabs.last_mut() {
        last.group = false;
        last.height += profile.paragraph_gap; // Text after a table keeps clear of its last line.
    }
    slabs
}

/// The size of a table's type, within what a page allows.
pub(super) fn type_size(setting: &Setting<'_>, table: &Table) -> Pt {
    Pt(f32::from(table.size)).max(setting.table.0).min(setting.table.1)
}

/// The left edge of each column in a width, and the right edge of the last.
pub(super) fn edges(setting: &Setting<'_>, table: &Table, width: Pt) -> Vec<Pt> {
    let whole = setting.tree.table();
    let set = |rows: &[Row], header| cells(setting, table, rows, whole, header);
    edges_of(setting, table, &set(&table.header, true), &set(&table.rows, false), width).1
}

fn edges_of(setting: &Setting<'_>, table: &Table, header: &[Vec<Cell>], rows: &[Vec<Cell>], width: Pt) -> (Fit, Vec<Pt>) {
    let shares: Vec<u16> = table.columns.iter().map(|column| column.share).collect();
    let all: Vec<&[Cell]> = header.iter().chain(rows).map(Vec::as_slice).collect();
    let fit = squeezed(setting, &all, shares.len(), type_size(setting, table), width);
    (fit, widths(&shares, &all, fit, width))
}

/// A cell whose text is not yet made.
struct Place<'a> {
    words: &'a [Inline],
    style: Style,
    tag: Tag,
    column: usize,
    span: usize,
    align: Align,
}

/// The cells of rows: their elements in the order of reading, then their texts.
fn cells(setting: &Setting<'_>, table: &Table, rows: &[Row], whole: Tag, header: bool) -> Vec<Vec<Cell>> {
    let places: Vec<Vec<Place<'_>>> = rows.iter().map(|row| places(setting, table, row, whole, header)).collect();
    let faces = setting.faces;
    let cell = |place: &Place<'_>| {
        let text = Text::of(faces, "", place.words, place.style).tagged(place.tag);
        Cell { text, column: place.column, span: place.span, align: place.align, ink: None }
    };
    each(&places, |_, row| row.iter().map(cell).collect())
}

/// The places of a row: no more columns than the table has, and none left over.
fn places<'a>(setting: &Setting<'_>, table: &Table, row: &'a Row, whole: Tag, header: bool) -> Vec<Place<'a>> {
    let tag = setting.tree.inside(whole, Role::Row);
    let role = |span: usize| u16::try_from(span).map_or(Role::Cell(1), if header { Role::Header } else { Role::Cell });
    let count = table.columns.len();
    let style = if header || row.group { Style::Bold } else { Style::Regular };
    let mut column = 0;
    let mut made = Vec::new();
    for cell in &row.cells {
        let span = usize::from(cell.span).clamp(1, count.saturating_sub(column).max(1));
        if column >= count {
            break;
        }
        let own = table.columns.get(column).map_or(Align::Left, |column| column.align);
        let align = match (header, span) {
            (true, _) => Align::Center,
            (false, 1) => own,
            // A cell over several columns is a sentence, not a figure.
            (false, _) => Align::Left,
        };
        made.push(Place { words: &cell.text, style, tag: setting.tree.inside(tag, role(span)), column, span, align });
        column += span;
    }
    if column < count {
        let tag = setting.tree.inside(tag, role(count - column));
        made.push(Place { words: &[], style, tag, column, span: count - column, align: Align::Left });
    }
    made
}

#[cfg(test)]
mod tests {
    use super::super::flow::flow;
    use super::super::font::Faces;
    use super::super::page::Page;
    use super::super::profile::DECREE_30;
    use super::*;
    use crate::paper::{Cell, Column};

    fn row(group: bool, words: &[&str]) -> Row {
        let cell = |words: &&str| Cell { span: 1, text: vec![Inline::words(*words)] };
        let mut cells: Vec<Cell> = words.iter().map(cell).collect();
        if let (true, Some(last)) = (group, cells.last_mut()) {
            last.span = 2;
        }
        Row { group, cells }
    }

    fn laid_out(rows: Vec<Row>) -> Vec<Page> {
        laid_out_in([Align::Center, Align::Left, Align::Right], rows)
    }

    fn laid_out_in([first, second, third]: [Align; 3], rows: Vec<Row>) -> Vec<Page> {
        let column = |share, align| Column { share, align };
        let table = Table {
            columns: vec![column(5, first), column(40, second), column(10, third)],
            header: vec![row(false, &["TT", "Nội dung", "Số"])],
            rows,
            size: 12,
        };
        let frame = Frame::new(&DECREE_30, true, Pt::ZERO);
        flow(slabs(&Setting::new(&DECREE_30, Faces::bundled()), &table, &frame), &frame)
    }

    fn words(page: &Page) -> Vec<&str> {
        page.runs.iter().map(|run| run.text.as_str()).collect()
    }

    #[test]
    fn the_header_stands_on_each_page_and_no_group_is_last() {
        for before in 20..60 {
            let mut rows: Vec<Row> = (0..before).map(|_| row(false, &["1", "một việc", "5"])).collect();
            rows.push(row(true, &["I", "NHÓM"]));
            rows.push(row(false, &["2", "việc sau", "6"]));
            let pages = laid_out(rows);
            for page in &pages {
                assert_eq!(words(page).first(), Some(&"TT"), "{before}: the header is on each page");
                assert!(!matches!(words(page).last(), Some(&"NHÓM")), "{before}: a group stands last");
            }
        }
    }

    #[test]
    fn a_row_is_parted_only_if_it_is_taller_than_a_page() {
        let lines = |count: usize| vec!["dòng"; count].join("\n");
        let pages_of = |count: usize| {
            let tall = lines(count);
            let pages = laid_out(vec![row(false, &["1", "ngắn", "2"]), row(false, &["2", &tall, "3"])]);
            pages.iter().map(|page| words(page).iter().filter(|words| **words == "dòng").count()).collect::<Vec<_>>()
        };
        assert_eq!(pages_of(20), [20]);
        assert_eq!(pages_of(32), [0, 32], "it fits on a page of its own");
        assert_eq!(pages_of(40), [26, 14], "it does not");
        assert_eq!(pages_of(90), [26, 33, 31], "nor on two");
    }

    #[test]
    fn texts_that_are_read_side_by_side_begin_level() {
        let baselines = |align: Align| {
            let pages = laid_out_in([Align::Center, align, align], vec![row(false, &["1", "một\nhai\nba", "bốn"])]);
            let of = |wanted: &str| pages[0].runs.iter().find(|run| run.text == wanted).map(|run| run.y.0);
            (of("một"), of("bốn"))
        };
        let (long, short) = baselines(Align::Top);
        assert!(long.is_some() && long == short, "{long:?} {short:?}");
        let (long, short) = baselines(Align::Left);
        assert!(long < short, "in other tables a short cell stands in the middle");
    }

    #[test]
    fn a_cell_left_out_is_an_empty_one() {
        let pages = laid_out(vec![row(false, &["1"])]);
        let uprights = pages.iter().flat_map(|page| &page.rules).filter(|rule| rule.from.0 == rule.to.0).count();
        assert_eq!(words(&pages[0]), ["TT", "Nội dung", "Số", "1"]);
        assert_eq!(uprights, 4 + 3, "four edges in the header, the rest of the row as one cell");
    }
}
