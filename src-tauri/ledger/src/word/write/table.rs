//! Tables: columns as wide as on our page, header rows that come again, rows that are not split.

use super::blocks::{KEEP, runs};
use super::marks::Marks;
use super::measure::{DECREE, half_points, mm, twips};
use super::xml::{border, para};
use crate::paper::{Align, Cell, Column, Inline, Row, Table};
use crate::typeset::{Mm, Pt, gauge};

/// Word's own limit of columns.
const COLUMNS: usize = 63;

/// A cell's sides are a hair narrower than ours: a word that fits there must fit here.
const SLACK: Mm = Mm(0.1);

/// A table with borders; `keep` ties its last row to what follows.
pub(super) fn write(table: &Table, room: Pt, keep: bool, marks: &mut Marks) -> String {
    let rows = || table.header.iter().map(|row| (row, true)).chain(table.rows.iter().map(|row| (row, false)));
    let last = rows().count();
    if last == 0 {
        return String::new();
    }
    let widths = widths(table, room);
    let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"].map(|edge| border(edge, DECREE.table_line)).concat();
    let written: Vec<String> =
        rows().enumerate().map(|(at, (row, header))| write_row(table, row, header, &widths, keep && at + 1 == last, marks)).collect();
    let margin = |edge: &str, width: u32| format!("<w:{edge} w:w=\"{width}\" w:type=\"dxa\"/>");
    let (side, top) = (mm(Mm(DECREE.cell_side.0 - SLACK.0)), mm(DECREE.cell_top));
    let margins: String = [("top", top), ("left", side), ("bottom", top), ("right", side)].map(|(edge, width)| margin(edge, width)).concat();
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type=\"fixed\"/>\
         <w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{}</w:tbl>",
        widths.iter().sum::<u32>(),
        written.concat(),
    )
}

/// The paragraph that Word wants after a table: as much room below it as above.
pub(super) fn below(keep: bool) -> String {
    let keep = if keep { KEEP } else { "" };
    para("Spacer", &format!("{keep}<w:spacing w:after=\"{}\"/>", twips(DECREE.paragraph_gap)), "")
}

/// The widths of as many columns as the widest row has.
fn widths(table: &Table, room: Pt) -> Vec<u32> {
    let spans = |row: &Row| row.cells.iter().map(|cell| usize::from(cell.span.max(1))).sum::<usize>();
    let count = table.header.iter().chain(&table.rows).map(spans).max().unwrap_or(0).max(table.columns.len()).clamp(1, COLUMNS);
    let mut columns = table.columns.clone();
    columns.resize(count, Column { share: 1, align: Align::Left });
    let widths = gauge::columns(&Table { columns, ..table.clone() }, room);
    widths.into_iter().map(|width| twips(width).max(LEAST)).collect()
}

/// The narrowest column that programs still draw: 5 mm.
const LEAST: u32 = 100;

fn write_row(table: &Table, row: &Row, header: bool, widths: &[u32], keep: bool, marks: &mut Marks) -> String {
    let mut cells = String::new();
    let mut at = 0;
    let keep = if keep || row.group || header { KEEP } else { "" };
    let nothing = Cell { span: 1, text: Vec::new() };
    // A row that is too short is filled up; words beyond Word's last column go into it.
    let mut row_cells = row.cells.iter();
    while at < widths.len() {
        let cell = row_cells.next();
        let left = widths.len() - at;
        let span = cell.map_or(left, |cell| usize::from(cell.span.max(1)).min(left));
        let mut paras = write_cell(table, row, header, at, cell.unwrap_or(&nothing), keep, marks);
        if at + span == widths.len() {
            for cell in row_cells.by_ref() {
                paras.push_str(&write_cell(table, row, header, at, cell, keep, marks));
            }
        }
        let width: u32 = widths.iter().skip(at).take(span).sum();
        let stands = if !header && table.columns.get(at).is_some_and(|column| column.align == Align::Top) { "top" } else { "center" };
        let spans = if span > 1 { format!("<w:gridSpan w:val=\"{span}\"/>") } else { String::new() };
        cells.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{spans}<w:vAlign w:val=\"{stands}\"/></w:tcPr>{paras}</w:tc>"));
        at += span;
    }
    let again = if header { "<w:tblHeader/>" } else { "" };
    format!("<w:tr><w:trPr><w:cantSplit/>{again}</w:trPr>{cells}</w:tr>")
}

/// The text of a cell, a paragraph a line.
fn write_cell(table: &Table, row: &Row, header: bool, at: usize, cell: &Cell, keep: &str, marks: &mut Marks) -> String {
    let align = match table.columns.get(at).map_or(Align::Left, |column| column.align) {
        _ if header => "center",
        // A cell over several columns is a sentence, not a figure.
        _ if cell.span > 1 => "left",
        Align::Center => "center",
        Align::Right => "right",
        Align::Left | Align::Top => "left",
    };
    let style = format!("{}{}", if header || row.group { "TableHead" } else { "TableText" }, size(table));
    let one = |pieces: &[Inline]| para(&style, &format!("{keep}<w:jc w:val=\"{align}\"/>"), &runs(pieces, marks));
    cell.text.split(|piece| *piece == Inline::Break).map(one).collect()
}

/// The size of a table's type in points, within what a page allows.
pub(super) fn size(table: &Table) -> u32 {
    half_points(Pt(f32::from(table.size)).max(DECREE.table.0).min(DECREE.table.1)) / 2
}
