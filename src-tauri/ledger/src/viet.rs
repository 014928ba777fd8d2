//! Vietnamese text: NFC, folding of marks, order, numbers and days as they are printed.

mod letter;
mod number;
mod order;
mod search;
mod typed;

pub use letter::{from_letter, letter};
pub use number::{MoneyUnit, amount, count, count_sentence, from_roman, money, percent, percent_of, percent_to, roman};
pub(crate) use number::{hundredths, plain_number};
pub use order::compare;
pub use search::{Rank, fold, matches, nfc};
pub(crate) use search::{is_capitals, key, spaced};
pub use typed::typed_day;

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

/// Words with a capital first letter; the others stay.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_printed_as_the_decree_wants() {
        for (month, paper, full) in [
            (1, "05/01/2026", "ngày 05 tháng 01 năm 2026"),
            (2, "05/02/2026", "ngày 05 tháng 02 năm 2026"),
            (3, "05/3/2026", "ngày 05 tháng 3 năm 2026"),
            (12, "05/12/2026", "ngày 05 tháng 12 năm 2026"),
        ] {
            let day = NaiveDate::from_ymd_opt(2026, month, 5).unwrap();
            assert_eq!((day_paper(day).as_str(), day_full(day).as_str()), (paper, full));
            assert_eq!(day_screen(day), format!("05/{month:02}/2026"));
        }
    }
}
