//! What is odd about a number and a day that were typed for an issued report: kept as typed, and said.

use crate::viet::{day_screen, nfc};
use chrono::NaiveDate;

/// What a report was when it went up: its symbol, the day its figures end on, the day it was sent up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    /// `BC-UBND`; `None`: its letterhead has no number.
    pub(super) symbol: Option<&'a str>,
    /// `None`: it has no figures of its own.
    pub(super) as_of: Option<NaiveDate>,
    /// `None`: it was never sent up in the program.
    pub(super) submitted: Option<NaiveDate>,
}

/// The number alone, as text: `31/BC-UBND` → `31`; below ten with a leading zero (decree II.3).
pub(super) fn number_of(typed: &str) -> String {
    let number = nfc(typed.trim()).split('/').next().unwrap_or_default().trim().to_owned();
    match number.as_str() {
        one if one.len() == 1 && one.chars().all(|digit| digit.is_ascii_digit()) => format!("0{one}"),
        _ => number,
    }
}

impl Known<'_> {
    /// A sentence for each thing that should be looked at again. `day`: the day that was typed.
    pub(super) fn doubts(&self, typed: &str, day: Option<NaiveDate>) -> Vec<String> {
        let (number, typed) = (number_of(typed), nfc(typed.trim()));
        let mut doubts = Vec::new();
        if !number.is_empty() && !is_number(&number) {
            doubts.push(format!("“{number}” không giống một số văn bản; số thường là chữ số, ví dụ 31. Hãy xem lại số vừa ghi."));
        }
        let other = typed.split_once('/').map(|(_, symbol)| symbol.trim()).filter(|symbol| !symbol.is_empty());
        if let (Some(other), Some(symbol)) = (other, self.symbol)
            && other.to_lowercase() != symbol.to_lowercase()
        {
            doubts
                .push(format!("Ký hiệu vừa ghi là {other}, ký hiệu của văn bản này là {symbol}; sổ ghi {number}/{symbol}. Hãy xem lại số, ký hiệu."));
        }
        let before = |known: Option<NaiveDate>| day.zip(known).filter(|(day, known)| day < known);
        if let Some((day, as_of)) = before(self.as_of) {
            let (day, as_of) = (day_screen(day), day_screen(as_of));
            doubts.push(format!("Ngày ban hành {day} ở trước ngày tính số liệu của báo cáo, {as_of}. Hãy xem lại ngày."));
        }
        if let Some((day, submitted)) = before(self.submitted) {
            let (day, submitted) = (day_screen(day), day_screen(submitted));
            doubts.push(format!("Ngày ban hành {day} ở trước ngày trình, {submitted}. Hãy xem lại ngày."));
        }
        doubts
    }
}

/// Digits, as many as an office issues papers, and perhaps a letter behind them: `31`, `30c`.
fn is_number(number: &str) -> bool {
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let rest = number.get(digits..).unwrap_or_default();
    (1..=5).contains(&digits) && rest.chars().count() <= 1 && rest.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_text_with_a_leading_zero_below_ten() {
        for (typed, kept) in [("5", "05"), ("31", "31"), ("31/BC-UBND", "31"), (" 30c ", "30c"), ("", ""), ("123", "123")] {
            assert_eq!(number_of(typed), kept, "{typed}");
        }
    }

    #[test]
    fn a_number_and_a_day_that_cannot_be_are_told() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let known = Known { symbol: Some("BC-UBND"), as_of: Some(day("2026-12-14")), submitted: Some(day("2026-12-16")) };
        for (typed, on, told) in [
            ("300", "2026-12-16", vec![]),
            ("300/bc-ubnd", "2026-12-20", vec![]),
            ("30c", "2026-12-20", vec![]),
            ("", "2026-12-20", vec![]),
            ("300/BC-HĐND", "2026-12-20", vec!["Ký hiệu vừa ghi là BC-HĐND"]),
            ("abc", "2026-12-20", vec!["“abc” không giống một số"]),
            ("３００", "2026-12-20", vec!["“３００” không giống một số"]),
            ("99999999999999999999", "2026-12-20", vec!["không giống một số"]),
            ("300", "2026-12-15", vec!["trước ngày trình, 16/12/2026"]),
            ("300", "2026-01-05", vec!["trước ngày tính số liệu của báo cáo, 14/12/2026", "trước ngày trình, 16/12/2026"]),
        ] {
            let doubts = known.doubts(typed, Some(day(on)));
            assert_eq!(doubts.len(), told.len(), "{typed} {on}: {doubts:?}");
            assert!(doubts.iter().zip(&told).all(|(doubt, told)| doubt.contains(told)), "{typed} {on}: {doubts:?}");
        }
        let letter = Known { symbol: None, as_of: None, submitted: None };
        assert!(letter.doubts("12/UBND-VX", Some(day("2026-01-05"))).is_empty());
    }
}
