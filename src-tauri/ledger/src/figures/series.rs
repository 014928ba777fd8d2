//! One flow over windows: what was told of some gives others, by adding and taking away.
//!
//! Each told value is a way from its first day to the day after its last. A window is known when ways
//! lead from its beginning to its end; a way walked back takes away: nine months less six is a quarter.

use super::values::Told;
use crate::deadline::Span;
use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use std::collections::{HashMap, VecDeque};

/// The amount of a window, and the told values it is made of.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found<'a> {
    pub(super) amount: Decimal,
    /// In order; `true`: taken away.
    pub(super) steps: Vec<(bool, &'a Told)>,
}

impl Found<'_> {
    /// True when one told value is the answer.
    pub(super) fn is_direct(&self) -> bool {
        matches!(self.steps.as_slice(), [(false, _)])
    }

    /// True when it rests on an estimate.
    pub(super) fn is_estimate(&self) -> bool {
        self.steps.iter().any(|(_, told)| !told.closed)
    }
}

/// The amount over a window: what was told of it, else what closed values give, else estimates added.
pub(super) fn over<'a>(told: &[&'a Told], span: Span) -> Option<Found<'a>> {
    let closed: Vec<&Told> = told.iter().copied().filter(|one| one.closed).collect();
    way(&closed, span, false).or_else(|| way(told, span, true))
}

/// What lies inside a window that nothing leads through: the longest windows that don't meet, added.
pub(super) fn within<'a>(told: &[&'a Told], span: Span) -> Option<Found<'a>> {
    let mut inside: Vec<&Told> = told.iter().copied().filter(|one| span.first <= one.span.first && one.span.last <= span.last).collect();
    inside.sort_by_key(|one| (!one.closed, one.span.first - one.span.last, one.span.first));
    let mut taken: Vec<&Told> = Vec::new();
    for one in inside {
        if taken.iter().all(|other| other.span.last < one.span.first || one.span.last < other.span.first) {
            taken.push(one);
        }
    }
    taken.sort_by_key(|one| one.span.first);
    let amount = taken.iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one.amount?))?;
    (!taken.is_empty()).then(|| Found { amount, steps: taken.into_iter().map(|one| (false, one)).collect() })
}

/// What the other closed values give for a window that was told itself: a check.
pub(super) fn besides<'a>(told: &[&'a Told], span: Span) -> Option<Found<'a>> {
    let others: Vec<&Told> = told.iter().copied().filter(|one| one.closed && one.span != span).collect();
    way(&others, span, false)
}

/// The shortest way from the beginning of a window to its end. Estimates are only added, never taken away.
fn way<'a>(told: &[&'a Told], span: Span, estimates: bool) -> Option<Found<'a>> {
    let after = |day: NaiveDate| day.checked_add_days(Days::new(1));
    let (begin, end) = (span.first, after(span.last)?);
    let mut exits: HashMap<NaiveDate, Vec<(NaiveDate, bool, &'a Told)>> = HashMap::new();
    for one in told {
        // A closed value stands before an estimate of the same window.
        if !one.closed && told.iter().any(|other| other.closed && other.span == one.span) {
            continue;
        }
        let past = after(one.span.last)?;
        exits.entry(one.span.first).or_default().push((past, false, one));
        if one.closed && !estimates {
            exits.entry(past).or_default().push((one.span.first, true, one));
        }
    }
    let mut come: HashMap<NaiveDate, Option<(NaiveDate, bool, &'a Told)>> = HashMap::from([(begin, None)]);
    let mut open = VecDeque::from([begin]);
    while let Some(day) = open.pop_front() {
        for (next, minus, one) in exits.get(&day).into_iter().flatten() {
            if !come.contains_key(next) {
                come.insert(*next, Some((day, *minus, one)));
                open.push_back(*next);
            }
        }
    }
    let mut steps = Vec::new();
    let mut at = end;
    while let Some((before, minus, one)) = *come.get(&at)? {
        steps.push((minus, one));
        at = before;
    }
    steps.reverse();
    let amount = steps.iter().try_fold(Decimal::ZERO, |sum, (minus, one)| {
        let amount = one.amount?;
        if *minus { sum.checked_sub(amount) } else { sum.checked_add(amount) }
    })?;
    Some(Found { amount, steps })
}

/// Why the told values inside a window don't give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Broken {
    /// Days of which nothing was told.
    Gap(Span),
    /// Days of which two windows tell.
    Overlap(Span),
    /// Only a longer window was told.
    Within(Span),
    /// A window was told that begins before.
    Across(Span),
}

/// Why the values told inside a window don't give it; `None`: nothing was told inside it.
pub(super) fn broken(told: &[&Told], span: Span) -> Option<Broken> {
    let touching: Vec<Span> = told.iter().map(|one| one.span).filter(|one| span.first <= one.last && one.first <= span.last).collect();
    let (wider, inside): (Vec<Span>, Vec<Span>) = touching.into_iter().partition(|one| one.first <= span.first && span.last <= one.last);
    if inside.is_empty() {
        return wider.into_iter().min_by_key(|one| one.last - one.first).map(Broken::Within);
    }
    let mut next = span.first;
    while next <= span.last {
        // The longest step from here on.
        if let Some(end) = inside.iter().filter(|one| one.first == next && one.last <= span.last).map(|one| one.last).max() {
            next = end.succ_opt()?;
        } else if let Some(one) = inside.iter().copied().filter(|one| one.first < next && next <= one.last).max_by_key(|one| one.first) {
            let before = next == span.first;
            return Some(if before {
                Broken::Across(one)
            } else {
                Broken::Overlap(Span { first: one.first.max(span.first), last: next.pred_opt()? })
            });
        } else {
            let until = inside.iter().map(|one| one.first).filter(|first| *first > next).min();
            return Some(Broken::Gap(Span { first: next, last: until.and_then(|day| day.pred_opt()).unwrap_or(span.last) }));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn told(first: &str, last: &str, amount: i64, closed: bool) -> Told {
        Told::sample(Span { first: day(first), last: day(last) }, amount, closed)
    }

    fn ask(told: &[Told], first: &str, last: &str) -> Option<i64> {
        let all: Vec<&Told> = told.iter().collect();
        over(&all, Span { first: day(first), last: day(last) }).map(|found| i64::try_from(found.amount).unwrap())
    }

    #[test]
    fn windows_are_added_and_taken_away() {
        let year = [
            told("2025-12-15", "2026-03-14", 10, true),
            told("2025-12-15", "2026-06-14", 25, true),
            told("2026-06-15", "2026-09-14", 7, true),
            told("2026-09-15", "2026-12-14", 9, false),
            told("2025-12-15", "2026-12-14", 50, false),
        ];
        for (first, last, amount) in [
            ("2025-12-15", "2026-03-14", Some(10)),
            ("2026-03-15", "2026-06-14", Some(15)),
            ("2025-12-15", "2026-09-14", Some(32)),
            ("2026-03-15", "2026-09-14", Some(22)),
            // What was estimated of the whole year stands for the year, and gives nothing of its parts.
            ("2025-12-15", "2026-12-14", Some(50)),
            ("2026-09-15", "2026-12-14", Some(9)),
            ("2026-06-15", "2026-12-14", Some(16)),
            ("2026-01-01", "2026-03-31", None),
        ] {
            assert_eq!(ask(&year, first, last), amount, "{first} {last}");
        }
        assert_eq!(ask(&year[4..], "2026-09-15", "2026-12-14"), None);
    }

    #[test]
    fn a_gap_and_an_overlap_are_named() {
        let two = [told("2025-12-15", "2026-03-14", 1, true), told("2026-03-20", "2026-06-14", 2, true)];
        let all: Vec<&Told> = two.iter().collect();
        let year = Span { first: day("2025-12-15"), last: day("2026-06-14") };
        assert_eq!(broken(&all, year), Some(Broken::Gap(Span { first: day("2026-03-15"), last: day("2026-03-19") })));
        let two = [told("2025-12-15", "2026-03-31", 1, true), told("2026-03-20", "2026-06-14", 2, true)];
        let all: Vec<&Told> = two.iter().collect();
        assert_eq!(broken(&all, year), Some(Broken::Overlap(Span { first: day("2026-03-20"), last: day("2026-03-31") })));
        assert_eq!(broken(&all, Span { first: day("2026-01-01"), last: day("2026-01-31") }), Some(Broken::Within(two[0].span)));
        assert_eq!(broken(&all, Span { first: day("2027-01-01"), last: day("2027-02-01") }), None);
        // From New Year on: the first quarter of the Ministry began before.
        let quarters = [told("2025-12-15", "2026-03-14", 1, true), told("2026-03-15", "2026-06-14", 2, true)];
        let all: Vec<&Told> = quarters.iter().collect();
        assert_eq!(broken(&all, Span { first: day("2026-01-01"), last: day("2026-06-14") }), Some(Broken::Across(quarters[0].span)));
    }

    proptest! {
        /// Whatever windows are told of one true course, an answer is that of the course.
        #[test]
        fn an_answer_is_the_true_amount(
            course in proptest::collection::vec(0_i64..50, 24),
            windows in proptest::collection::vec((0_usize..24, 1_usize..25), 1..12),
            asked in (0_usize..24, 1_usize..25),
        ) {
            let start = day("2026-01-01");
            let span = |first: usize, length: usize| {
                let last = (first + length - 1).min(23);
                Span { first: start + Days::new(first as u64), last: start + Days::new(last as u64) }
            };
            let truth = |span: Span| -> i64 {
                let at = |day: NaiveDate| usize::try_from((day - start).num_days()).unwrap();
                course[at(span.first)..=at(span.last)].iter().sum()
            };
            let told: Vec<Told> = windows.iter().map(|(first, length)| span(*first, *length)).map(|one| Told::sample(one, truth(one), true)).collect();
            let all: Vec<&Told> = told.iter().collect();
            let asked = span(asked.0, asked.1);
            if let Some(found) = over(&all, asked) {
                prop_assert_eq!(found.amount, Decimal::from(truth(asked)));
            }
            // What was told itself is always known, and nothing else contradicts it.
            for one in &all {
                prop_assert_eq!(over(&all, one.span).unwrap().amount, one.amount.unwrap());
                if let Some(other) = besides(&all, one.span) {
                    prop_assert_eq!(other.amount, one.amount.unwrap());
                }
            }
        }
    }
}
