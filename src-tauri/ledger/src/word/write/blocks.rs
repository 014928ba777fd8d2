//! Blocks of text and tables.

use super::xml::{line, para, run, runs};
use crate::paper::{Align, Block, Cell, Inline, Row, Table};

/// Word's own limit of columns.
const COLUMNS: usize = 63;

const KEEP: &str = "<w:keepNext/>";

/// Writes blocks across a text of this width; `keep_last` ties the last one to what follows.
pub(super) fn write(blocks: &[Block], text_width: u32, keep_last: bool) -> String {
    let last = blocks.len();
    let one = |(at, block): (usize, &Block)| write_one(block, text_width, keep_last && at + 1 == last);
    blocks.iter().enumerate().map(one).collect()
}

fn write_one(block: &Block, text_width: u32, keep: bool) -> String {
    let extra = if keep { KEEP } else { "" };
    match block {
        Block::Part { number, title, .. } => line("PartNumber", number) + &line("PartTitle", title),
        Block::Heading { level, number, text, .. } => {
            let level = (*level).clamp(1, 3);
            // V: a point marked by a letter is upright, whatever its words are.
            let upright = level == 3 && !number.starts_with(|sign: char| sign.is_ascii_digit());
            let space = if number.is_empty() { "" } else { " " };
            let style = format!("Heading{level}");
            if upright {
                let words = format!("{number}{space}{}", Inline::plain(text));
                para(&style, extra, &run(&words, "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>"))
            } else {
                para(&style, extra, &(run(&format!("{number}{space}"), "") + &runs(text)))
            }
        }
        Block::Para { text, .. } => para("BodyText", extra, &runs(text)),
        Block::Item { item, text, .. } => para("BodyText", extra, &(run(&format!("{} ", item.mark()), "") + &runs(text))),
        Block::Table { table, .. } => write_table(table, text_width, keep),
    }
}

/// A table with borders; its header rows come again on each page, rows are not split.
fn write_table(table: &Table, text_width: u32, keep: bool) -> String {
    let rows = || table.header.iter().map(|row| (row, true)).chain(table.rows.iter().map(|row| (row, false)));
    let spans = |row: &Row| row.cells.iter().map(|cell| usize::from(cell.span.max(1))).sum::<usize>();
    let count = rows().map(|(row, _)| spans(row)).max().unwrap_or(0).max(table.columns.len()).clamp(1, COLUMNS);
    let last = table.header.len() + table.rows.len();
    if last == 0 {
        return String::new();
    }
    let widths = widths(table, count, text_width);
    let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let border = |edge: &str| format!("<w:{edge} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
    let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).concat();
    let rows: String = rows().enumerate().map(|(at, (row, header))| write_row(table, row, header, &widths, keep && at + 1 == last)).collect();
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>\
         <w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{}",
        widths.iter().sum::<u32>(),
        para("Spacer", if keep { KEEP } else { "" }, ""),
    )
}

/// Widths by shares; columns that no share is given for get as much as one of share 1.
fn widths(table: &Table, count: usize, text_width: u32) -> Vec<u32> {
    let share = |at: usize| table.columns.get(at).map_or(1, |column| u32::from(column.share.max(1)));
    let all: u32 = (0..count).map(share).sum();
    (0..count).map(|at| (text_width * share(at) / all).max(100)).collect()
}

fn write_row(table: &Table, row: &Row, header: bool, widths: &[u32], keep: bool) -> String {
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
        let mut paras = write_cell(table, row, header, at, cell.unwrap_or(&nothing), keep);
        if at + span == widths.len() {
            paras.extend(row_cells.by_ref().map(|cell| write_cell(table, row, header, at, cell, keep)));
        }
        let width: u32 = widths.iter().skip(at).take(span).sum();
        let spans = if span > 1 { format!("<w:gridSpan w:val=\"{span}\"/>") } else { String::new() };
        let middle = if header { "<w:vAlign w:val=\"center\"/>" } else { "" };
        cells.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{spans}{middle}</w:tcPr>{paras}</w:tc>"));
        at += span;
    }
    let again = if header { "<w:tblHeader/>" } else { "" };
    format!("<w:tr><w:trPr><w:cantSplit/>{again}</w:trPr>{cells}</w:tr>")
}

/// The text of a cell, a paragraph a line.
fn write_cell(table: &Table, row: &Row, header: bool, at: usize, cell: &Cell, keep: &str) -> String {
    let align = match table.columns.get(at).map_or(Align::Left, |column| column.align) {
        _ if header => "center",
        Align::Center => "center",
        Align::Right => "right",
        Align::Left => "left",
    };
    // A group's name across the table begins at the left, whatever its first column does.
    let align = if row.group && cell.span > 1 && !header { "left" } else { align };
    let bold = header || row.group;
    let lines = cell.text.split(|piece| *piece == Inline::Break);
    let style = format!("TableText{}", table.size);
    let one = |pieces: &[Inline]| {
        let pieces: Vec<Inline> = pieces.iter().cloned().map(|piece| if bold { bolder(piece) } else { piece }).collect();
        para(&style, &format!("{keep}<w:jc w:val=\"{align}\"/>"), &runs(&pieces))
    };
    lines.map(one).collect()
}

fn bolder(piece: Inline) -> Inline {
    match piece {
        Inline::Text(run) => Inline::Text(crate::paper::TextRun { bold: true, ..run }),
        Inline::Break => Inline::Break,
        chip => Inline::Text(crate::paper::TextRun { text: Inline::plain(&[chip]), bold: true, italic: false }),
    }
}
