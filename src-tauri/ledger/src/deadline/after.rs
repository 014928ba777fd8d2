//! So many days, weeks or months after an event: what is counted, and the day it ends on.

use super::event::{Count, Unit, parts};
use super::phrase::Phrase;
use super::point::{Shape, point};
use super::words::{self, Word};
use chrono::{Days, Months, NaiveDate};

/// A count from an event, as the words of a relative deadline tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct After {
    count: Count,
    /// The day of the event, where the words name it in full (`kể từ ngày 15/7/2026`).
    pub(crate) event: Option<NaiveDate>,
}

impl After {
    /// What is counted in words that are a relative deadline.
    pub(crate) fn read(deadline: &str) -> Option<After> {
        let tokens = words::tokens(deadline);
        let (count, mut rest) = parts(Phrase::new(&tokens)).map(|(count, rest)| (count, Phrase::new(rest)))?;
        let _ = rest.word(Word::From) || rest.word(Word::After);
        rest.word(Word::Day);
        let named = point(&mut rest, None).filter(|point| matches!(point.shape, Shape::Day { .. }));
        let event = named.and_then(|point| Some(point.span(point.year?)?.last));
        Some(After { count, event })
    }

    /// True when only working days count.
    pub(crate) fn is_working(&self) -> bool {
        self.count.unit == Unit::WorkingDays
    }

    /// The last day of a count from an event: the day after the event is the first (Bộ luật Dân
    /// sự, điều 147). `None`: hours, which belong to no day of their own.
    pub(crate) fn last(&self, event: NaiveDate, is_working: impl Fn(NaiveDate) -> bool) -> Option<NaiveDate> {
        let number = self.count.number;
        match self.count.unit {
            Unit::Days => event.checked_add_days(Days::new(number.into())),
            Unit::Weeks => event.checked_add_days(Days::new(u64::from(number) * 7)),
            Unit::Months => event.checked_add_months(Months::new(number)),
            Unit::WorkingDays => match number.checked_sub(1) {
                None => Some(event),
                Some(more) => event.iter_days().skip(1).filter(|day| is_working(*day)).nth(usize::try_from(more).ok()?),
            },
            Unit::Hours => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, Weekday};

    fn ends(words: &str, event: &str) -> Option<String> {
        let weekday = |day: NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let after = After::read(words)?;
        after.last(after.event.unwrap_or(event.parse().unwrap()), weekday).map(|day| day.to_string())
    }

    #[test]
    fn the_day_after_the_event_is_the_first() {
        // 2026-07-15 is a Wednesday.
        for (words, last) in [
            ("20 ngày sau khi Tỉnh ủy ban hành văn bản", Some("2026-08-04")),
            ("Trong 05 ngày làm việc kể từ ngày nhận được văn bản", Some("2026-07-22")),
            ("Chậm nhất 01 ngày làm việc sau khi có kết quả", Some("2026-07-16")),
            ("Sau khi Tỉnh ủy ban hành văn bản 20 ngày", Some("2026-08-04")),
            ("2 tuần kể từ khi có hướng dẫn", Some("2026-07-29")),
            ("01 tháng sau khi có văn bản", Some("2026-08-15")),
            ("24 giờ kể từ khi nhận được yêu cầu", None),
            ("Quý III", None),
        ] {
            assert_eq!(ends(words, "2026-07-15").as_deref(), last, "{words}");
        }
    }

    #[test]
    fn an_event_that_is_named_in_full_needs_no_asking() {
        for (words, event) in [
            ("Trong 05 ngày làm việc kể từ ngày 15/7/2026", Some("2026-07-15")),
            ("10 ngày sau ngày 15/7/2026", Some("2026-07-15")),
            ("Trong 05 ngày làm việc kể từ ngày 15/7", None),
            ("Trong 05 ngày làm việc kể từ ngày ban hành", None),
            ("Sau khi ban hành văn bản 20 ngày", None),
        ] {
            assert_eq!(After::read(words).and_then(|after| after.event).map(|day| day.to_string()).as_deref(), event, "{words}");
        }
    }
}
