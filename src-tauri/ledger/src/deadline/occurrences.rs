//! The occurrences of rules, year by year.

use super::bound::{Bound, last_day};
use super::point::{Part, Point, Shape};
use super::rule::Rule;
use super::{Before, Span, period};
use chrono::{Datelike, Days, NaiveDate};

impl Rule {
    pub(super) fn bound(self) -> Option<Bound> {
        match self {
            Rule::Weekday(_, bound) | Rule::DayOfMonth(_, bound) | Rule::DayOfQuarter { bound, .. } | Rule::Yearly(_, bound) => Some(bound),
            Rule::Weeks | Rule::HalfMonths | Rule::Months(_) | Rule::MonthOfQuarter(_) => None,
        }
    }

    /// The occurrences that end in a year (a week that ends in it may begin before it).
    pub(super) fn year(self, year: i32, before: Before) -> Vec<Span> {
        let on = |span: Span, day: u32, bound: Bound| due(span, day, bound, before);
        match self {
            Rule::Weeks => weeks(year),
            Rule::Weekday(day, bound) => weeks(year).into_iter().filter_map(|week| on_weekday(week, day, bound, before)).collect(),
            Rule::HalfMonths => (1..=12)
                .flat_map(|month| [Part::FirstHalf, Part::SecondHalf].map(|part| Shape::PartOfMonth { month, part }))
                .filter_map(|shape| Point { shape, year: None }.span(year))
                .collect(),
            Rule::Months(each) => (1..=12 / each).filter_map(|nth| period::months(year, (nth - 1) * each + 1, nth * each)).collect(),
            Rule::DayOfMonth(day, bound) => (1..=12)
                .filter_map(|month| on(period::month(year, month)?, day, bound).and_then(|last| from_period(period::month(year, month)?, last)))
                .collect(),
            Rule::MonthOfQuarter(month) => (0..4).filter_map(|quarter| period::month(year, quarter * 3 + month)).collect(),
            Rule::DayOfQuarter { month, day, bound } => (0..4)
                .filter_map(|quarter| {
                    let last = on(period::month(year, quarter * 3 + month)?, day, bound)?;
                    from_period(period::quarter(year, quarter + 1)?, last)
                })
                .collect(),
            Rule::Yearly(point, bound) => {
                let occurrence = point.span(year).and_then(|span| {
                    let (last, _) = last_day(bound, point, span, before)?;
                    // By a day of the year there is the whole year until then.
                    if point.is_day() { from_period(period::year(year)?, last) } else { Some(Span { first: span.first.min(last), last }) }
                });
                occurrence.into_iter().collect()
            }
        }
    }
}

/// The weeks whose Sunday lies in a year.
fn weeks(year: i32) -> Vec<Span> {
    let Some(days) = period::year(year) else { return Vec::new() };
    let starts = std::iter::successors(period::week(days.first), |week| period::week(week.last.succ_opt()?));
    starts.take_while(|week| week.last <= days.last).collect()
}

fn on_weekday(week: Span, day: u32, bound: Bound, before: Before) -> Option<Span> {
    let named = week.first.checked_add_days(Days::new(day.into()))?;
    let last = if bound == Bound::Before && before == Before::Exclusive { named.pred_opt()? } else { named };
    Some(Span { first: week.first.min(last), last })
}

/// The last day when a day of a month is named; a month that is shorter ends earlier.
fn due(month: Span, day: u32, bound: Bound, before: Before) -> Option<NaiveDate> {
    let day = if bound == Bound::Before && before == Before::Exclusive { day.checked_sub(1)? } else { day };
    match day {
        0 => month.first.pred_opt(),
        day => Some(month.first.with_day(day).unwrap_or(month.last)),
    }
}

/// From a period's first day to the day due.
fn from_period(period: Span, last: NaiveDate) -> Option<Span> {
    Some(Span { first: period.first.min(last), last })
}

/// In order, one for each last day, and none reaching back over the one before it: a year's report
/// after a half-year's is work of the second half.
pub(super) fn apart(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| (span.last, std::cmp::Reverse(span.first)));
    spans.dedup_by_key(|span| span.last);
    let mut reached: Option<NaiveDate> = None;
    for span in &mut spans {
        if let Some(next) = reached.and_then(|day| day.succ_opt()) {
            span.first = span.first.max(next);
        }
        reached = Some(span.last);
    }
    spans
}
