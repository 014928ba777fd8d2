//! Windows and those they are compared with: the one before, the same one last year; their names.

use crate::deadline::Span;
use crate::viet::{self, day_screen};
use chrono::{Datelike, Days, Months, NaiveDate};

/// The window of the same length that ends the day before: by months where it has whole ones, else by days.
pub(crate) fn before(span: Span) -> Span {
    let last = span.first.pred_opt().unwrap_or(span.first);
    let first = match months(span).and_then(|months| span.first.checked_sub_months(Months::new(months))) {
        Some(first) => first,
        None => {
            let days = u64::try_from((span.last - span.first).num_days()).unwrap_or_default();
            last.checked_sub_days(Days::new(days)).unwrap_or(last)
        }
    };
    Span { first, last }
}

/// The same window a year earlier.
pub(crate) fn year_before(span: Span) -> Span {
    let earlier = |day: NaiveDate| day.checked_sub_months(Months::new(12)).unwrap_or(day);
    // The last day of February stays the last.
    let last = span.last.succ_opt().map(earlier).and_then(|day| day.pred_opt()).unwrap_or(span.last);
    Span { first: earlier(span.first), last }
}

/// The year a window lies in: the Ministry's where it begins or ends as that does, else the calendar's.
///
/// The first year of today's communes began with them, on 01/7/2025: what was before is no figure of theirs.
pub(crate) fn year_of(span: Span) -> Span {
    let year = whole_year_of(span);
    match begun() {
        Some(begun) if year.first < begun && begun <= span.first => Span { first: begun, ..year },
        _ => year,
    }
}

/// True for a window that begins as its year does.
pub(super) fn begins_year(span: Span) -> bool {
    span.first == year_of(span).first
}

/// True for the last day of a quarter, the Ministry's or the calendar's.
pub(super) fn ends_quarter(day: NaiveDate) -> bool {
    day.month().is_multiple_of(3) && (day.day() == 14 || day.succ_opt().is_some_and(|next| next.day() == 1))
}

/// The day today's communes began on.
pub(super) fn begun() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2025, 7, 1)
}

fn whole_year_of(span: Span) -> Span {
    let day = |year: i32, month: u32, day: u32| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(span.last);
    if span.first.day() == 15 || span.last.day() == 14 {
        let year = span.last.year() + i32::from(span.last > day(span.last.year(), 12, 14));
        Span { first: day(year - 1, 12, 15), last: day(year, 12, 14) }
    } else {
        let year = span.last.year();
        Span { first: day(year, 1, 1), last: day(year, 12, 31) }
    }
}

/// How many whole months a window has; `None`: none or a part.
fn months(span: Span) -> Option<u32> {
    let end = span.last.succ_opt()?;
    let months = (end.year() - span.first.year()) * 12 + i32::try_from(end.month()).ok()? - i32::try_from(span.first.month()).ok()?;
    (end.day() == span.first.day() && months > 0).then_some(u32::try_from(months).ok()?)
}

/// `quý III/2026`, `6 tháng đầu năm 2026`, `năm 2026`; of any other window its days.
///
/// The Ministry's year runs from 15/12 to 14/12, the calendar's from 01/01 to 31/12.
pub(crate) fn name(span: Span) -> String {
    let named = || {
        let end = span.last.succ_opt()?;
        let (months, year) = (months(span)?, if end.month() == 1 { end.year() - 1 } else { end.year() });
        let ends = if end.day() == 15 {
            end.month()
        } else if end.day() == 1 {
            (end.month() + 10) % 12 + 1
        } else {
            return None;
        };
        Some(match (months, ends) {
            (12, 12) => format!("năm {year}"),
            (9, 9) => format!("9 tháng đầu năm {year}"),
            (6, 6) => format!("6 tháng đầu năm {year}"),
            (6, 12) => format!("6 tháng cuối năm {year}"),
            (3, 3 | 6 | 9 | 12) => format!("quý {}/{year}", viet::roman(ends / 3)),
            (1, _) => format!("tháng {ends}/{year}"),
            _ => return None,
        })
    };
    named().unwrap_or_else(|| format!("{} – {}", day_screen(span.first), day_screen(span.last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(first: &str, last: &str) -> Span {
        Span { first: first.parse().unwrap(), last: last.parse().unwrap() }
    }

    #[test]
    fn windows_have_names_and_neighbours() {
        for (first, last, named, earlier, year) in [
            ("2026-06-15", "2026-09-14", "quý III/2026", "2026-03-15", "2025-06-15"),
            ("2025-12-15", "2026-03-14", "quý I/2026", "2025-09-15", "2024-12-15"),
            ("2025-12-15", "2026-06-14", "6 tháng đầu năm 2026", "2025-06-15", "2024-12-15"),
            ("2026-06-15", "2026-12-14", "6 tháng cuối năm 2026", "2025-12-15", "2025-06-15"),
            ("2025-12-15", "2026-09-14", "9 tháng đầu năm 2026", "2025-03-15", "2024-12-15"),
            ("2025-12-15", "2026-12-14", "năm 2026", "2024-12-15", "2024-12-15"),
            ("2026-01-01", "2026-12-31", "năm 2026", "2025-01-01", "2025-01-01"),
            ("2026-10-01", "2026-12-31", "quý IV/2026", "2026-07-01", "2025-10-01"),
            ("2026-11-15", "2026-12-14", "tháng 12/2026", "2026-10-15", "2025-11-15"),
            ("2024-02-01", "2024-02-29", "tháng 2/2024", "2024-01-01", "2023-02-01"),
            ("2025-12-25", "2026-03-31", "25/12/2025 – 31/03/2026", "2025-09-19", "2024-12-25"),
            ("2025-07-01", "2025-10-06", "01/07/2025 – 06/10/2025", "2025-03-25", "2024-07-01"),
        ] {
            let window = span(first, last);
            assert_eq!(name(window), named);
            assert_eq!((before(window).first.to_string(), before(window).last.succ_opt()), (earlier.to_owned(), Some(window.first)), "{named}");
            assert_eq!(year_before(window).first.to_string(), year, "{named}");
        }
        for (first, last, year) in [
            ("2026-06-15", "2026-09-14", ("2025-12-15", "2026-12-14")),
            ("2025-12-15", "2026-03-14", ("2025-12-15", "2026-12-14")),
            ("2025-12-15", "2025-12-31", ("2025-12-15", "2026-12-14")),
            ("2026-07-01", "2026-09-14", ("2025-12-15", "2026-12-14")),
            ("2026-07-01", "2026-09-30", ("2026-01-01", "2026-12-31")),
            // The first year of a commune is no longer than the commune.
            ("2025-07-01", "2025-10-06", ("2025-07-01", "2025-12-31")),
            ("2025-09-15", "2025-12-14", ("2025-07-01", "2025-12-14")),
            ("2025-07-01", "2025-09-14", ("2025-07-01", "2025-12-14")),
            ("2025-06-15", "2025-09-14", ("2024-12-15", "2025-12-14")),
        ] {
            assert_eq!(year_of(span(first, last)), span(year.0, year.1), "{first} {last}");
        }
        assert_eq!(year_before(span("2024-02-01", "2024-02-29")).last.to_string(), "2023-02-28");
        assert_eq!(year_before(span("2025-02-01", "2025-02-28")).last.to_string(), "2024-02-29");
    }
}
