//! A Word file as pieces: paragraphs with their numbers, tables, frames taken apart.

use super::mark::marked;
use super::notes::Notes;
use super::text::{Line, is_ended, key, tidy};
use super::{Piece, tail};
use crate::paper::{self, Align, Column, Inline};
use crate::viet::roman;
use crate::word::read::{Asides, Cell, Part, Table};

/// The pieces of a Word file, in order.
pub(super) fn pieces(parts: &[Part]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for part in parts {
        match part {
            Part::Para(para) => pieces.extend(lines(&para.label, &para.text).into_iter().map(Piece::Line)),
            Part::Table(table) if is_frame(table) => {
                // Column by column: the left one is the agency's, or the recipients'.
                let columns = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
                for column in 0..columns {
                    let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
                    pieces.extend(cells.flat_map(|cell| self::pieces(&cell.parts)));
                }
            }
            Part::Table(table) => pieces.extend(self::table(table).map(Piece::Table)),
        }
    }
    pieces
}

/// Numbers the paragraphs of Word's own heading styles as papers number them, where the file does not.
pub(super) fn number_headings(parts: &mut [Part]) {
    let (mut one, mut two, mut three) = (0_u32, 0_u32, 0_u32);
    for part in parts {
        let Part::Para(para) = part else { continue };
        let words = tidy(&para.text);
        if words.is_empty() || key(&words).starts_with("de cuong") {
            continue;
        }
        let label = match heading(&para.style) {
            Some(1) => {
                (one, two, three) = (one + 1, 0, 0);
                format!("{}.", roman(one))
            }
            Some(2) => {
                (two, three) = (two + 1, 0);
                format!("{two}.")
            }
            Some(3) => {
                three += 1;
                format!("{}.{three}.", two.max(1))
            }
            _ => continue,
        };
        if para.label.is_empty() && marked(&words).is_none() {
            para.label = label;
        }
    }
}

/// The level of a heading style: `Heading1`; Word in Vietnamese writes `u1` (Đầu đề 1).
fn heading(style: &str) -> Option<u8> {
    let level = ["Heading", "heading", "u"].iter().find_map(|name| style.strip_prefix(name))?;
    level.parse().ok()
}

/// Says what of a Word file is not taken into the paper.
pub(super) fn asides(asides: &Asides, notes: &mut Notes) {
    for footnote in &asides.footnotes {
        notes.mended("Chú thích cuối trang", &tidy(footnote), "", "Chú thích của bản Word không đứng trong nội dung; cần giữ thì ghi vào câu văn.");
    }
    if asides.has_deleted {
        notes.blank("Thay đổi đang theo dõi", "Bản Word còn vết sửa chưa duyệt: chữ đã xóa không lấy vào, chữ thêm được giữ.");
    }
    let told = [
        (asides.has_hidden, "Chữ ẩn", "Bản Word có chữ ẩn, không in ra giấy; chữ ẩn không lấy vào."),
        (asides.has_pictures, "Ảnh", "Bản Word có ảnh; sổ không giữ ảnh, hãy đính kèm ở sổ văn bản nếu cần."),
        (asides.has_unknown_signs, "Ký hiệu", "Có ký hiệu của phông ký hiệu không rõ là gì; mỗi chỗ để dấu □, hãy thay bằng chữ."),
        (asides.has_tall_cells, "Ô gộp nhiều hàng", "Bảng có ô gộp qua nhiều hàng: chữ đứng ở hàng đầu, các hàng dưới để trống."),
    ];
    for (_, place, why) in told.iter().filter(|(is_so, ..)| *is_so) {
        notes.blank(place, why);
    }
}

/// The paragraphs that the breaks of one paragraph make, its number before the first; a break inside
/// a sentence makes none.
fn lines(label: &str, text: &str) -> Vec<Line> {
    let mut lines: Vec<String> = Vec::new();
    for words in text.split('\n').map(tidy) {
        let first = lines.is_empty();
        match lines.last_mut().filter(|last| !is_ended(last) && words.starts_with(char::is_lowercase) && marked(&words).is_none()) {
            Some(last) => last.extend([" ", &words]),
            None if first => lines.push(format!("{label} {words}")),
            None => lines.push(words),
        }
    }
    lines.iter().filter_map(|words| Line::whole(words)).collect()
}

/// True for a table that only sets columns side by side: letterhead, signature; or draws a frame
/// around paragraphs.
///
/// A table of who does what names a chair too: without Quốc hiệu or `Nơi nhận` it is a frame only
/// when it holds nothing but an authority and a name.
fn is_frame(table: &Table) -> bool {
    let few = table.rows.iter().all(|row| row.cells.len() <= 3 && !row.header);
    let words: Vec<Line> = table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| pieces(&cell.parts)).filter_map(a_line).collect();
    let nation = |line: &Line| super::head::is_nation(&line.text) || key(&line.text).starts_with("cong hoa xa hoi");
    let (tail, read) = tail::Tail::read(&words);
    // Beside the list stands who signs, or nothing; `Nơi nhận` may head a column of a table too.
    let first = table.rows.first().and_then(|row| row.cells.first()).map(|cell| pieces(&cell.parts)).unwrap_or_default();
    let list = first.into_iter().find_map(a_line).is_some_and(|line| tail::lists(&line))
        && (table.rows.len() == 1 || words.iter().any(tail::begins_authority));
    let alone = table.rows.len() == 1 && table.rows.iter().all(|row| row.cells.len() == 1) && words.len() > 2;
    let signs = words.first().is_some_and(tail::begins) && read == words.len() && !tail.authority.is_empty();
    few && (list || alone || signs || words.iter().any(nation))
}

fn a_line(piece: Piece) -> Option<Line> {
    if let Piece::Line(line) = piece { Some(line) } else { None }
}

/// A table of the paper; `None` when it has no words.
pub(super) fn table(table: &Table) -> Option<paper::Table> {
    let width = table.rows.iter().map(|row| row.cells.iter().map(|cell| usize::from(cell.span)).sum::<usize>()).max()?;
    let mut rows: Vec<(bool, paper::Row)> = Vec::new();
    for row in &table.rows {
        let mut cells: Vec<paper::Cell> = row.cells.iter().map(cell).collect();
        let covered: usize = row.cells.iter().map(|cell| usize::from(cell.span)).sum();
        if let Some(last) = cells.last_mut() {
            // A short row is drawn to the table's edge.
            last.span = last.span.saturating_add(u16::try_from(width - covered).unwrap_or(0));
        }
        let worded = cells.iter().filter(|cell| !Inline::plain(&cell.text).is_empty()).count();
        if worded > 0 {
            let group = worded == 1 && cells.len() <= 2 && width > 2;
            rows.push((row.header, paper::Row { group, cells }));
        }
    }
    // Without a row that Word repeats, the first one names the columns, with those its cells go on into.
    let marked = rows.iter().take_while(|(header, _)| *header).count();
    let tall = table.rows.iter().skip(1).take_while(|row| row.cells.iter().any(|cell| cell.continued)).count();
    let going_on = if table.rows.first().is_some_and(|row| row.cells.iter().any(|cell| cell.span > 1)) { tall } else { 0 };
    let heads = if marked > 0 { marked } else { usize::from(rows.len() > 1) + going_on.min(rows.len().saturating_sub(2)) };
    let body = rows.split_off(heads.min(rows.len()));
    let columns = shares(width, rows.iter().chain(&body).map(|(_, row)| row));
    let header = rows.into_iter().map(|(_, row)| paper::Row { group: false, ..row }).collect();
    let rows: Vec<paper::Row> = body.into_iter().map(|(_, row)| row).collect();
    (width > 0 && !columns.is_empty()).then_some(paper::Table { columns, header, rows, size: if width > 6 { 11 } else { 12 } })
}

fn cell(cell: &Cell) -> paper::Cell {
    let text = if cell.continued { String::new() } else { words(&cell.parts) };
    paper::Cell { span: cell.span.max(1), text: vec![Inline::words(text)] }
}

/// All words of a cell, one space between them.
fn words(parts: &[Part]) -> String {
    let all = parts.iter().map(|part| match part {
        Part::Para(para) => format!("{} {}", para.label, para.text),
        Part::Table(table) => table.rows.iter().flat_map(|row| &row.cells).map(|cell| words(&cell.parts)).collect::<Vec<_>>().join(" "),
    });
    tidy(&all.collect::<Vec<_>>().join(" "))
}

/// Shares by what stands in the columns: between a narrow one for numbers and a wide one for prose.
fn shares<'a>(width: usize, rows: impl Iterator<Item = &'a paper::Row>) -> Vec<Column> {
    let mut letters = vec![0_usize; width];
    for row in rows {
        let mut at = 0;
        for cell in &row.cells {
            if let (1, Some(most)) = (cell.span, letters.get_mut(at)) {
                *most = (*most).max(Inline::plain(&cell.text).chars().count());
            }
            at += usize::from(cell.span);
        }
    }
    let share = |most: usize| u16::try_from(most.clamp(4, 120).isqrt() * 4).unwrap_or(16);
    letters.into_iter().map(|most| Column { share: share(most), align: if most <= 4 { Align::Center } else { Align::Left } }).collect()
}
