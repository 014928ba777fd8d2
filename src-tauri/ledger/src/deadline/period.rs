//! Months, quarters, years and weeks as spans of days.

use super::Span;
use chrono::{Datelike, Days, NaiveDate};

/// A day, if the calendar has it.
pub(super) fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// From the first of one month to the end of another of the same year.
pub(super) fn months(year: i32, first: u32, last: u32) -> Option<Span> {
    let after = if last == 12 { day(year + 1, 1, 1)? } else { day(year, last + 1, 1)? };
    Some(Span { first: day(year, first, 1)?, last: after.pred_opt()? })
}

/// A month.
pub(super) fn month(year: i32, month: u32) -> Option<Span> {
    months(year, month, month)
}

/// A quarter, 1 to 4.
pub(super) fn quarter(year: i32, quarter: u32) -> Option<Span> {
    if !(1..=4).contains(&quarter) {
        return None;
    }
    months(year, quarter * 3 - 2, quarter * 3)
}

/// A calendar year.
pub(super) fn year(year: i32) -> Option<Span> {
    months(year, 1, 12)
}

/// The week that holds a day, Monday to Sunday.
pub(super) fn week(held: NaiveDate) -> Option<Span> {
    let first = held.checked_sub_days(Days::new(held.weekday().num_days_from_monday().into()))?;
    Some(Span { first, last: first.checked_add_days(Days::new(6))? })
}

/// The years a span touches.
pub(super) fn years(span: Span) -> std::ops::RangeInclusive<i32> {
    span.first.year()..=span.last.year()
}

/// How many days two spans share.
pub(super) fn shared(a: Span, b: Span) -> i64 {
    (a.last.min(b.last) - a.first.max(b.first)).num_days().saturating_add(1).max(0)
}

/// True when `b` begins on the day after `a` ends.
pub(super) fn joins(a: Span, b: Span) -> bool {
    a.last.succ_opt() == Some(b.first)
}
