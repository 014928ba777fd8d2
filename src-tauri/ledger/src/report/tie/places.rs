//! Where in a text figures stand, with the words beside them.

use crate::paper::{Block, Cell, FigureChip, Inline, Row};
use crate::report::from_last::typed_numbers;
use std::ops::Range;

/// So many letters of the text beside a figure are shown on each side.
const BESIDE: usize = 60;

/// What stands in a text.
#[derive(Debug, Clone, Copy)]
pub(super) enum Told<'a> {
    /// A figure of the ledger.
    Chip(&'a FigureChip),
    /// A number that somebody typed.
    Typed(&'a str),
}

/// Visits each figure of a block with the words before and after it; with `still`, the words after which
/// a number is a name, typed numbers too.
pub(super) fn each(block: &Block, still: Option<&[String]>, visit: &mut impl FnMut([String; 2], Told)) {
    match block {
        Block::Part { .. } => {}
        Block::Heading { text, .. } | Block::Para { text, .. } | Block::Item { text, .. } => in_text(text, still, visit),
        Block::Table { table, .. } => {
            // Numbers of a heading count or name columns.
            let rows = table.header.iter().map(|row| (row, None)).chain(table.rows.iter().map(|row| (row, still)));
            for (row, still) in rows {
                let name = row_name(row);
                for (nth, cell) in row.cells.iter().enumerate() {
                    // A number alone in its cell is told by the name of its row.
                    in_text(&cell.text, still.filter(|_| !counts_rows(nth, cell)), &mut |[before, after], told| {
                        let lead = if before.trim().is_empty() && !name.is_empty() { format!("{name}: {before}") } else { before };
                        visit([lead, after], told);
                    });
                }
            }
        }
    }
}

/// What a row of a table is about: its first cell with words, behind a number that counts the rows.
fn row_name(row: &Row) -> String {
    let plain =
        row.cells.iter().filter(|cell| !cell.text.iter().any(|piece| matches!(piece, Inline::Figure(_)))).map(|cell| Inline::plain(&cell.text));
    let name = plain.map(|text| text.replace('\n', " ").trim().to_owned()).find(|text| text.chars().filter(|sign| sign.is_alphabetic()).count() > 1);
    name.map(|name| head(&name)).unwrap_or_default()
}

fn in_text(text: &[Inline], still: Option<&[String]>, visit: &mut impl FnMut([String; 2], Told)) {
    let printed = Inline::plain(text);
    let mut found: Vec<(Range<usize>, Option<&FigureChip>)> = Vec::new();
    let mut at = 0;
    for piece in text {
        let length = Inline::plain(std::slice::from_ref(piece)).len();
        if let Inline::Figure(chip) = piece {
            found.push((at..at + length, Some(chip)));
        }
        at += length;
    }
    found.extend(still.map(|still| typed_numbers(text, still)).unwrap_or_default().into_iter().map(|place| (place, None)));
    found.sort_by_key(|(place, _)| (place.start, place.end));
    for (place, chip) in found {
        let beside = [tail(printed.get(..place.start).unwrap_or("")), head(printed.get(place.end..).unwrap_or(""))];
        visit(beside, chip.map_or_else(|| Told::Typed(printed.get(place.clone()).unwrap_or("")), Told::Chip));
    }
}

/// Whether a cell only counts the rows: `1`, `12.`.
fn counts_rows(nth: usize, cell: &Cell) -> bool {
    let text = Inline::plain(&cell.text);
    let bare = text.trim().trim_end_matches(['.', ')']);
    nth == 0 && bare.len() <= 3 && bare.bytes().all(|digit| digit.is_ascii_digit())
}

/// The last words before a figure.
fn tail(text: &str) -> String {
    let text = text.replace('\n', " ");
    let cut = text.char_indices().rev().nth(BESIDE).map(|(at, _)| at);
    let whole = cut.and_then(|cut| Some(cut + text.get(cut..)?.find(' ')? + 1));
    whole.and_then(|whole| text.get(whole..)).map_or_else(|| text.clone(), |words| format!("…{words}"))
}

/// The first words after it.
fn head(text: &str) -> String {
    let text = text.replace('\n', " ");
    let cut = text.char_indices().nth(BESIDE).and_then(|(at, _)| text.get(..at)?.rfind(' '));
    cut.and_then(|cut| text.get(..cut)).map_or_else(|| text.clone(), |words| format!("{words}…"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_named_by_its_first_words_not_by_its_place() {
        let row =
            |cells: &[&str]| Row { group: false, cells: cells.iter().map(|words| Cell { span: 1, text: vec![Inline::words(*words)] }).collect() };
        assert_eq!(row_name(&row(&["1", "Hồ sơ tiếp nhận", "Hồ sơ"])), "Hồ sơ tiếp nhận");
        assert_eq!(row_name(&row(&["a)", "12", ""])), "");
    }

    #[test]
    fn the_words_beside_a_figure_are_cut_between_words() {
        let long = "Trong kỳ, Trung tâm Phục vụ hành chính công của xã đã tiếp nhận và giải quyết tổng cộng ";
        assert_eq!(tail(long), "…hành chính công của xã đã tiếp nhận và giải quyết tổng cộng ");
        assert_eq!(head(long), "Trong kỳ, Trung tâm Phục vụ hành chính công của xã đã tiếp…");
        assert_eq!((tail("có "), head(" hồ sơ.")), ("có ".to_owned(), " hồ sơ.".to_owned()));
    }

    #[test]
    fn typed_numbers_are_told_beside_the_figures_in_the_order_of_the_text() {
        let chip = |shown: &str| {
            let format = crate::paper::FigureFormat::Sentence;
            Inline::Figure(FigureChip { id: "plan.total".into(), window: None, format, instead: None, shown: Some(shown.into()) })
        };
        let still = ["điều".to_owned()];
        let told = |block: &Block, still| {
            let mut found = Vec::new();
            each(block, still, &mut |[before, _], told| {
                found.push(match told {
                    Told::Chip(chip) => format!("{before}[{}]", chip.shown.clone().unwrap_or_default()),
                    Told::Typed(number) => format!("{before}{number}"),
                });
            });
            found
        };
        let text = vec![Inline::words("Điều 7: 384 thủ tục, "), chip("31"), Inline::words(" việc, 97,35%")];
        let para = Block::Para { id: "a".into(), text };
        assert_eq!(told(&para, Some(still.as_slice())), ["Điều 7: 384", "Điều 7: 384 thủ tục, [31]", "Điều 7: 384 thủ tục, 31 việc, 97,35%"]);
        assert_eq!(told(&para, None), ["Điều 7: 384 thủ tục, [31]"]);
        let cell = |words: &str| Cell { span: 1, text: vec![Inline::words(words)] };
        let row = |cells: &[&str]| Row { group: false, cells: cells.iter().map(|words| cell(words)).collect() };
        let table = crate::paper::Table {
            columns: Vec::new(),
            header: vec![row(&["TT", "Thôn", "12 tháng"])],
            rows: vec![row(&["1", "Thôn Đông", "125"])],
            size: 12,
        };
        assert_eq!(told(&Block::Table { id: "t".into(), table }, Some(still.as_slice())), ["Thôn Đông: 125"]);
    }
}
