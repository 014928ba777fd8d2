//! Vietnamese text: NFC, folding of marks, order, numbers and days as they are printed.

use chrono::{Datelike, NaiveDate};

/// A day as the screen writes it: `05/08/2026`.
pub fn day_screen(day: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

/// A day as running text on paper writes it: `05/8/2026`, `12/02/2026` (decree II.4: days below
/// ten and months 1 and 2 carry a leading zero, months 3 to 9 none).
pub fn day_paper(day: NaiveDate) -> String {
    format!("{:02}/{}/{}", day.day(), month_paper(day.month()), day.year())
}

/// A day in full: `ngày 05 tháng 8 năm 2026`.
pub fn day_full(day: NaiveDate) -> String {
    format!("ngày {:02} tháng {} năm {}", day.day(), month_paper(day.month()), day.year())
}

/// A month as paper writes it: `01`, `02`, `3` … `12`.
pub fn month_paper(month: u32) -> String {
    if month < 3 { format!("{month:02}") } else { month.to_string() }
}

/// stand-in
pub fn nfc(text: &str) -> String {
    text.to_owned()
}
/// stand-in
pub fn typed_day(text: &str, _today: NaiveDate) -> Result<NaiveDate, crate::Problem> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .or_else(|_| NaiveDate::parse_from_str(text, "%d/%m/%Y"))
        .map_err(|_| crate::Problem::BadDay(text.to_owned()))
}
/// stand-in
pub fn percent(a: u64, b: u64) -> String {
    format!("{a}/{b}")
}
/// stand-in
pub fn count(a: u64) -> String {
    a.to_string()
}
/// stand-in
pub fn count_sentence(a: u64) -> String {
    format!("{a:02}")
}

/// Text without marks and capitals, for searching.
pub fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}
