//! The table of a report's figures: every number is a chip, so it is the one the text prints.

use super::super::period;
use super::super::rows::Head;
use crate::Result;
use crate::assets::FigureKind;
use crate::deadline::Span;
use crate::figures::{Figures, Listed};
use crate::paper::{Align, Block, Cell, Column, FigureChip, FigureFormat, Inline, Row, Table};
use crate::viet::day_paper;

/// `Thống kê số liệu cải cách hành chính quý III năm 2026`.
pub(super) fn title(head: &Head) -> Result<String> {
    Ok(format!("Thống kê số liệu cải cách hành chính {}", period::read(head.kind, &head.period)?.name))
}

/// The table; `beside`: the windows it is compared with. Figures nobody told are left out unless they
/// are wanted `blank`; a field without any is left out too.
pub(super) fn table(figures: &Figures, head: &Head, beside: Option<[Span; 2]>, blank: bool) -> Block {
    let listed = figures.listed();
    // Nobody misses an empty column of notes; the names have its room.
    let noted = listed.iter().flat_map(|(_, rows)| rows).any(|one| !one.note.is_empty());
    let columns = columns(head, beside.is_some(), noted);
    let width = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    let mut rows = Vec::new();
    let mut nth = 0_u32;
    for (field, listed) in listed {
        let mut wanted = listed.iter().filter(|one| one.known || blank).peekable();
        if wanted.peek().is_some() {
            rows.push(Row { group: true, cells: vec![words(width, &field)] });
        }
        for one in wanted {
            nth += 1;
            rows.push(row(nth, one, figures, beside, noted));
        }
    }
    let header = columns.iter().map(|(name, ..)| words(1, name)).collect();
    let table = Table {
        columns: columns.iter().map(|(_, share, align)| Column { share: *share, align: *align }).collect(),
        header: vec![Row { group: false, cells: header }],
        rows,
        size: 12,
    };
    Block::Table { id: "so-lieu".to_owned(), table }
}

/// Heading, share of the width, how the text stands.
fn columns(head: &Head, compared: bool, noted: bool) -> Vec<(String, u16, Align)> {
    let now = format!("Số liệu đến {}", day_paper(head.as_of));
    let column = |name: &str, share: u16, align: Align| (name.to_owned(), share, align);
    let mut columns = vec![column("TT", 5, Align::Center), column("Chỉ tiêu thống kê", 44, Align::Left), column("Đơn vị tính", 13, Align::Center)];
    columns.push(column(&now, 20, Align::Right));
    if compared {
        columns.extend([column("Kỳ trước", 18, Align::Right), column("Cùng kỳ năm trước", 18, Align::Right)]);
    }
    if noted {
        columns.push(column("Ghi chú", 18, Align::Left));
    }
    columns
}

fn row(nth: u32, one: &Listed, figures: &Figures, beside: Option<[Span; 2]>, noted: bool) -> Row {
    let format = match one.kind {
        FigureKind::Ratio => FigureFormat::Percent,
        _ => FigureFormat::Plain,
    };
    let chip = |span: Option<Span>| {
        let window = span.map(|span| (span.first, span.last));
        // What nobody told is left blank, to be filled in by hand.
        if figures.text(&one.id, window, format).is_none() {
            return words(1, "");
        }
        Cell { span: 1, text: vec![Inline::Figure(FigureChip { id: one.id.clone(), window, format, instead: None, shown: None })] }
    };
    let mut cells = vec![words(1, &nth.to_string()), words(1, &one.name), words(1, &one.unit)];
    cells.push(chip(None));
    cells.extend(beside.into_iter().flatten().map(|span| chip(Some(span))));
    if noted {
        cells.push(words(1, &one.note));
    }
    Row { group: false, cells }
}

fn words(span: u16, text: &str) -> Cell {
    Cell { span, text: vec![Inline::words(text)] }
}
