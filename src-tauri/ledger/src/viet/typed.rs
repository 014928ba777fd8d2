//! Days as an officer types them.

use super::fold;
use crate::Problem;
use chrono::{Datelike, NaiveDate};

/// The day a typed text names: `05/8/2026`, `5/1`, `05012026`, `5.8.26`, `ngày 5 tháng 8 năm 2026`,
/// `2026-08-05`, `hôm nay`, `hôm qua`.
///
/// A missing year is today's. Errors: [`Problem::BadDay`] with the text for anything else, and for
/// days the calendar does not have or years outside 1900–2100.
pub fn typed_day(text: &str, today: NaiveDate) -> Result<NaiveDate, Problem> {
    read(text, today).filter(|day| (1900..=2100).contains(&day.year())).ok_or_else(|| Problem::BadDay(text.trim().to_owned()))
}

fn read(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let plain = fold(text);
    match plain.as_str() {
        "hom nay" => return Some(today),
        "hom qua" => return today.pred_opt(),
        _ => {}
    }
    let plain = plain.replace("ngay", " ").replace("thang", "/").replace("nam", "/");
    let parts: Vec<&str> = plain.split(['/', '-', '.', ' ', '–']).map(str::trim).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 && plain.contains('-') => {
            NaiveDate::from_ymd_opt(i32::try_from(number(year, 4)?).ok()?, number(month, 2)?, number(day, 2)?)
        }
        [day, month, year] => on(day, month, year_of(year)?),
        [day, month] => on(day, month, today.year()),
        [digits] if digits.len() == 8 => on(digits.get(..2)?, digits.get(2..4)?, year_of(digits.get(4..)?)?),
        _ => None,
    }
}

fn on(day: &str, month: &str, year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, number(month, 2)?, number(day, 2)?)
}

/// Four digits, or the last two of this century.
fn year_of(text: &str) -> Option<i32> {
    let value = i32::try_from(number(text, 4)?).ok()?;
    match text.len() {
        4 => Some(value),
        2 => Some(2000 + value),
        _ => None,
    }
}

/// A number of at most so many digits, and nothing but digits.
fn number(text: &str, digits: usize) -> Option<u32> {
    let fits = (1..=digits).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| fits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::viet::{day_full, day_paper, day_screen};
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 1).unwrap()
    }

    #[test]
    fn days_as_they_are_typed() {
        let on = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
        for (text, day) in [
            ("05/8/2026", on(2026, 8, 5)),
            ("5/1", on(2026, 1, 5)),
            ("05012026", on(2026, 1, 5)),
            ("5.8.26", on(2026, 8, 5)),
            ("5-8-2026", on(2026, 8, 5)),
            ("5 8 2026", on(2026, 8, 5)),
            ("2026-08-05", on(2026, 8, 5)),
            (" 05 / 8 / 2026 ", on(2026, 8, 5)),
            ("ngày 05 tháng 8 năm 2026", on(2026, 8, 5)),
            ("ngày 5 tháng 8", on(2026, 8, 5)),
            ("hôm nay", on(2026, 3, 1)),
            ("Hôm qua", on(2026, 2, 28)),
            ("hom nay", on(2026, 3, 1)),
            ("29/02/2024", on(2024, 2, 29)),
        ] {
            assert_eq!(typed_day(text, today()).ok(), day, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused_with_its_words() {
        for text in [
            "28/72025",
            "31/02/2026",
            "29/02/2026",
            "32/1/2026",
            "0/1/2026",
            "1/13/2026",
            "8/2026",
            "5/8/202",
            "5/8/20266",
            "5/8/0026",
            "5082026",
            "2026-02-30",
            "ngày mai",
            "x",
            "",
            "5",
            "1/2/3/4",
            "+5/8/2026",
        ] {
            assert_eq!(typed_day(text, today()), Err(Problem::BadDay(text.to_owned())), "{text}");
        }
    }

    #[test]
    fn every_day_printed_can_be_typed() {
        for day in NaiveDate::from_ymd_opt(2020, 1, 1).unwrap().iter_days().take(365 * 21) {
            for text in [day_screen(day), day_paper(day), day_full(day), day.to_string(), day.format("%d%m%Y").to_string()] {
                assert_eq!(typed_day(&text, today()), Ok(day), "{text}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_has_an_answer(text in any::<String>()) {
            let _ = typed_day(&text, today());
            let _ = crate::viet::matches(&text, "Kế hoạch cải cách hành chính");
            prop_assert_eq!(crate::viet::matches(&text, &text), Some(crate::viet::Rank::Exact));
            prop_assert_eq!(crate::viet::compare(&text, &text), std::cmp::Ordering::Equal);
        }
    }
}
