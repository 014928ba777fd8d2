//! A row of the table to print: seven columns, days as on paper.

use crate::paper::{Align, Cell, Inline, Row, TextRun};
use crate::report::from_last::typed_numbers;
use crate::viet::{day_paper, day_screen};
use crate::view::FigureTie;
use chrono::NaiveDate;

/// Heading, share of the width, how the text stands.
pub(super) const COLUMNS: [(&str, u16, Align); 7] = [
    ("TT", 5, Align::Center),
    ("Mục", 7, Align::Center),
    ("Trong báo cáo", 31, Align::Left),
    ("Giá trị", 10, Align::Right),
    ("Số liệu", 22, Align::Left),
    ("Kỳ, ngày lấy số", 15, Align::Left),
    ("Nguồn, cách tính", 30, Align::Left),
];

pub(super) fn row(nth: usize, tie: &FigureTie) -> Row {
    let text = vec![Inline::words(tie.before.clone()), bold(&tie.shown), Inline::words(tie.after.clone())];
    let name = if tie.unit.is_empty() { tie.name.clone() } else { format!("{} ({})", tie.name, tie.unit) };
    let lines = |parts: &[&String]| -> Vec<Inline> {
        let mut text = Vec::new();
        for part in parts.iter().filter(|part| !part.is_empty()) {
            if !text.is_empty() {
                text.push(Inline::Break);
            }
            text.push(Inline::words(as_printed(part)));
        }
        text
    };
    let cells = vec![
        cell(&nth.to_string()),
        cell(&tie.section),
        Cell { span: 1, text },
        cell(&value(&tie.shown)),
        cell(&name),
        Cell { span: 1, text: lines(&[&tie.window, &tie.as_of]) },
        Cell { span: 1, text: lines(&[&tie.source, &tie.formula, &tie.now]) },
    ];
    Row { group: false, cells }
}

/// The numbers of a phrase that goes on with a sentence: `; không thực hiện 01 nhiệm vụ` → `01`.
fn value(shown: &str) -> String {
    let goes_on = shown.trim_start().starts_with([';', ',', '(']) && shown.contains(char::is_alphabetic);
    let numbers = if goes_on { typed_numbers(&[Inline::words(shown)], &[]) } else { Vec::new() };
    let told: Vec<&str> = numbers.into_iter().filter_map(|one| shown.get(one)).collect();
    if told.is_empty() { shown.to_owned() } else { told.join("; ") }
}

/// The days of a text as a paper writes them: `14/09/2026` → `14/9/2026`.
fn as_printed(text: &str) -> String {
    const DAY: usize = "14/09/2026".len();
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let whole = !out.ends_with(|sign: char| sign.is_ascii_digit())
            && !rest.get(DAY..).is_some_and(|tail| tail.starts_with(|sign: char| sign.is_ascii_digit()));
        let day =
            rest.get(..DAY).filter(|_| whole).and_then(|day| NaiveDate::parse_from_str(day, "%d/%m/%Y").ok().filter(|read| day_screen(*read) == day));
        let length = match day {
            Some(day) => {
                out.push_str(&day_paper(day));
                DAY
            }
            None => {
                out.push(first);
                first.len_utf8()
            }
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    out
}

fn bold(words: &str) -> Inline {
    Inline::Text(TextRun { text: words.to_owned(), bold: true, italic: false })
}

pub(super) fn cell(text: &str) -> Cell {
    Cell { span: 1, text: vec![Inline::words(text)] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_on_paper() {
        assert_eq!(
            as_printed("15/06/2026–14/09/2026, số 12/09/20261, tính đến 03/10/2026"),
            "15/6/2026–14/9/2026, số 12/09/20261, tính đến 03/10/2026"
        );
    }

    #[test]
    fn the_value_of_a_phrase_is_its_numbers() {
        for (shown, expected) in [
            ("; không thực hiện 01 nhiệm vụ", "01"),
            (" (trong đó 02 nhiệm vụ hoàn thành nhưng quá hạn)", "02"),
            (" (trong đó 02 nhiệm vụ chưa triển khai, 03 nhiệm vụ quá hạn)", "02; 03"),
            ("99,81%", "99,81%"),
            ("320 triệu đồng", "320 triệu đồng"),
            ("14/9/2026", "14/9/2026"),
            ("…", "…"),
        ] {
            assert_eq!(value(shown), expected);
        }
    }
}
