//! How the rows of a form stand below each other: `I.`, `1.`, `1.1.`, `a)`, `-`, and headings in capitals.

use super::guess::key;
use super::read::Row;
use crate::viet::{from_roman, is_capitals};

/// The rows above a row that it belongs to, outermost first, by their folded words.
#[derive(Debug, Default)]
pub(super) struct Above {
    open: Vec<(u8, String)>,
}

impl Above {
    /// Goes on to a row whose words stand in a column; answers what it belongs to.
    pub(super) fn enter(&mut self, row: &Row, column: usize) -> Vec<String> {
        let words = row.cells.get(column).map(String::as_str).unwrap_or_default();
        let level = level(row, column, words, self.open.is_empty());
        self.open.retain(|(open, _)| *open < level);
        let above = self.open.iter().map(|(_, words)| words.clone()).collect();
        self.open.push((level, bare(words)));
        above
    }
}

const SECTION: u8 = 0;
const MAIN: u8 = 1;
const INNER: u8 = 9;

/// True for a heading over rows.
pub(super) fn is_section(row: &Row, column: usize) -> bool {
    let words = row.cells.get(column).map(String::as_str).unwrap_or_default();
    level(row, column, words, true) == SECTION
}

/// The folded words of a row without the number before them.
pub(super) fn bare(words: &str) -> String {
    let rest = words.split_once(' ').filter(|(first, _)| first.ends_with(['.', ')']) && of_number(first).is_some()).map_or(words, |(_, rest)| rest);
    key(rest)
}

fn level(row: &Row, column: usize, words: &str, first: bool) -> u8 {
    let number = row.cells.iter().take(column).rev().find(|text| !text.is_empty());
    let own = || words.split_once(' ').map(|(number, _)| number).filter(|number| number.ends_with(['.', ')'])).and_then(of_number);
    if words.starts_with(['-', '+', '–', '•']) || key(words).starts_with("trong do") {
        return if first { MAIN } else { INNER };
    }
    match number.and_then(|number| of_number(number)).or_else(own) {
        Some(level) => level,
        None if is_capitals(words) => SECTION,
        None => MAIN,
    }
}

/// `I`, `A` → a section; `1` → a row; `1.1` → below it; `a)` → below that.
fn of_number(number: &str) -> Option<u8> {
    let number = number.trim_end_matches(['.', ')']);
    let parts: Vec<&str> = number.split('.').collect();
    if parts.iter().all(|part| !part.is_empty() && part.len() <= 3 && part.bytes().all(|sign| sign.is_ascii_digit())) {
        return u8::try_from(parts.len()).ok().filter(|parts| *parts < INNER);
    }
    let mut signs = number.chars();
    match (signs.next(), signs.next()) {
        (Some(one), None) if one.is_uppercase() => Some(SECTION),
        (Some(one), None) if one.is_lowercase() => Some(INNER - 1),
        _ if from_roman(number).is_some() && number.chars().all(char::is_uppercase) => Some(SECTION),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_belong_to_those_above_them() {
        let mut above = Above::default();
        let mut shown = Vec::new();
        for (number, words) in [
            ("I", "Hồ sơ"),
            ("1", "Tiếp nhận"),
            ("1.1", "Trực tuyến"),
            ("a)", "Qua Cổng"),
            ("", "- Một phần"),
            ("2", "Giải quyết"),
            ("", "TÀI CHÍNH"),
            ("", "Thu"),
            ("", "3. Chi"),
            ("", "Trong đó: lương"),
        ] {
            let row = Row { place: 0, cells: vec![number.to_owned(), words.to_owned()], starts: vec![0, 1] };
            shown.push(format!("{} < {}", bare(words), above.enter(&row, 1).join(" < ")));
        }
        let expected = [
            "ho so < ",
            "tiep nhan < ho so",
            "truc tuyen < ho so < tiep nhan",
            "qua cong < ho so < tiep nhan < truc tuyen",
            "mot phan < ho so < tiep nhan < truc tuyen < qua cong",
            "giai quyet < ho so",
            "tai chinh < ",
            "thu < tai chinh",
            "chi < tai chinh",
            "trong do luong < tai chinh < chi",
        ];
        assert_eq!(shown, expected);
    }
}
