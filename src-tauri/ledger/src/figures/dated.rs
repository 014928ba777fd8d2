//! The days that some words speak of: `từ 15/06/2026 đến 14/09/2026`, `tính đến ngày 14/9/2026`.

use crate::deadline::Span;
use crate::viet::{fold, key, typed_day};
use chrono::{Datelike, Months, NaiveDate};

/// What may stand between `từ` or `đến` and its day.
const BEFORE_DAY: [&str; 3] = ["het", "ngay", "cuoi"];
/// Between words; strokes, dashes and points join what is one.
const BETWEEN: [char; 8] = [',', ';', ':', '(', ')', '“', '”', '"'];
/// A day behind one of these is that of a letter, not of numbers.
const SENT: [&str; 4] = ["gui", "nop", "han", "truoc"];

/// `Từ ngày 15/06/2026 đến ngày 14/09/2026`, in one cell or in several, with or without `ngày`.
///
/// Of the first day the year may be left out.
pub(super) fn days_in(line: &str) -> Option<Span> {
    let words = words(line);
    let begins = (0..words.len()).filter(|at| is(&words, *at, "tu"));
    begins.map(|at| at + 1).find_map(|at| {
        let (first, next) = day_at(&words, at)?;
        let (last, _) = day_at(&words, next + 1).filter(|_| is(&words, next, "den"))?;
        let last = whole(&last)?;
        let day = typed_day(&first, last).ok()?;
        // `Từ 15/12 đến 14/3/2026` begins in the year before.
        let day = if day > last && whole(&first).is_none() { day.checked_sub_months(Months::new(12))? } else { day };
        (day <= last).then_some(Span { first: day, last })
    })
}

/// The day that numbers are told up to: `tính đến hết ngày 14/6/2026`.
pub(super) fn until(line: &str) -> Option<NaiveDate> {
    let words = words(line);
    if words.iter().any(|word| SENT.contains(&key(word).as_str())) {
        return None;
    }
    (0..words.len()).filter(|at| is(&words, *at, "den")).find_map(|at| whole(&day_at(&words, at + 1)?.0))
}

fn words(line: &str) -> Vec<String> {
    let plain = fold(line).replace(" / ", "/");
    let words = plain.split(|sign: char| sign.is_whitespace() || BETWEEN.contains(&sign));
    words.map(|word| word.trim_matches('.').to_owned()).filter(|word| !word.is_empty()).collect()
}

fn is(words: &[String], at: usize, word: &str) -> bool {
    words.get(at).is_some_and(|one| key(one) == word)
}

/// The words of a day from a place on, and the place behind them.
fn day_at(words: &[String], at: usize) -> Option<(String, usize)> {
    let at = at + words.iter().skip(at).take_while(|word| BEFORE_DAY.contains(&key(word).as_str())).count();
    let long = if !is(words, at + 1, "thang") {
        1
    } else if is(words, at + 3, "nam") {
        5
    } else {
        3
    };
    Some((words.get(at..at + long)?.join(" "), at + long))
}

/// A day with its year.
fn whole(text: &str) -> Option<NaiveDate> {
    let year_of = |year: i32| typed_day(text, NaiveDate::from_ymd_opt(year, 1, 1)?).ok();
    let day = year_of(2000)?;
    (year_of(2001) == Some(day) && day.year() >= 2000).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_days_are_a_window_however_they_are_written() {
        let of = |line: &str| days_in(line).map(|span| format!("{} {}", span.first, span.last));
        for line in [
            "Từ ngày 15/06/2026 đến ngày 14/09/2026",
            "Từ ngày 15/06/2026 đến ngày 14/09/2026; tính đến ngày 05/09/2026",
            "(từ 15/6/2026 đến 14/9/2026)",
            "Đầu tư công: từ 15/6 đến hết ngày 14/9/2026.",
            "TỪ NGÀY 15 THÁNG 6 NĂM 2026 ĐẾN NGÀY 14 THÁNG 9 NĂM 2026",
            "Từ ngày:  15/06/2026   đến ngày  14 / 9 / 2026",
            "Từ ngày 15 tháng 6 đến ngày 14-9-2026",
        ] {
            assert_eq!(of(line).as_deref(), Some("2026-06-15 2026-09-14"), "{line}");
        }
        assert_eq!(of("từ 15/12 đến 14/3/2026").as_deref(), Some("2025-12-15 2026-03-14"));
        for line in ["Từ tháng 1 đến tháng 9 năm 2026", "từ 15/6/2026 đến nay", "từ 14/9/2026 đến 15/6/2026", "từ 15/6 đến 14/9", ""]
        {
            assert_eq!(of(line), None, "{line}");
        }
    }

    #[test]
    fn the_day_numbers_are_told_up_to_is_that_behind_its_word() {
        for (line, told) in [
            ("Số liệu tính đến ngày 14/6/2026", Some("2026-06-14")),
            ("(đến hết ngày 14 tháng 6 năm 2026)", Some("2026-06-14")),
            ("Lũy kế đến 30.6.2026.", Some("2026-06-30")),
            ("Lập ngày 14/6/2026", None),
            ("Số liệu đến quý II năm 2026", None),
            ("Số liệu đến 14/6", None),
            ("Hạn gửi: đến ngày 20/9/2026", None),
        ] {
            assert_eq!(until(line).map(|day| day.to_string()).as_deref(), told, "{line}");
        }
    }
}
