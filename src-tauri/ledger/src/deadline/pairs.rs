//! Which periods of two readings of a recurring deadline are the same.

use super::Span;
use chrono::{Datelike, Days, Months, NaiveDate};

/// For each old period the new one it goes on in, by place; `None`: it is in none, or in more than one.
///
/// Equal ones first; then where an old and a new one have the days of no other in common.
pub(crate) fn pairs(old: &[Span], new: &[Span]) -> Vec<Option<usize>> {
    let same: Vec<Option<usize>> = old.iter().map(|span| new.iter().position(|one| one == span)).collect();
    let left_old = || old.iter().zip(&same).filter(|(_, place)| place.is_none()).map(|(span, _)| *span);
    let left_new = || new.iter().enumerate().filter(|(place, _)| !same.contains(&Some(*place)));
    let goes_on = |span: Span| {
        let mut beside = left_new().filter(|(_, other)| meet(span, **other));
        let (place, other) = beside.next().filter(|_| beside.next().is_none())?;
        (left_old().filter(|one| meet(*one, *other)).count() == 1).then_some(place)
    };
    old.iter().zip(&same).map(|(span, place)| place.or_else(|| goes_on(*span))).collect()
}

/// True when two periods have days in common, each to the end of the month it ends in.
fn meet(one: Span, other: Span) -> bool {
    let wide = |span: Span| {
        let month = span.last.with_day(1).unwrap_or(span.last);
        (span.first.min(month), end_of_month(month))
    };
    let ((first, last), (from, to)) = (wide(one), wide(other));
    first <= to && from <= last
}

fn end_of_month(month: NaiveDate) -> NaiveDate {
    month.checked_add_months(Months::new(1)).and_then(|next| next.checked_sub_days(Days::new(1))).unwrap_or(month)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deadline::{Before, read};

    fn paired(old: &str, new: &str) -> String {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        let spans = |words: &str| read(words, Span { first: day(1, 1), last: day(12, 31) }, Before::Exclusive).occurrences;
        let (old, new) = (spans(old), spans(new));
        assert!(!old.is_empty() && !new.is_empty());
        let found = pairs(&old, &new);
        let word = |(span, at): (&Span, &Option<usize>)| match at.and_then(|at| new.get(at)) {
            Some(new) => format!("{}→{}", span.last.format("%d/%m"), new.last.format("%d/%m")),
            None => format!("{}→", span.last.format("%d/%m")),
        };
        old.iter().zip(&found).map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_period_goes_on_in_the_one_that_holds_it() {
        for (old, new, expected) in [
            ("Hằng quý", "Hàng quý", "31/03→31/03 30/06→30/06 30/09→30/09 31/12→31/12"),
            ("Trước ngày 20 của tháng cuối quý", "Ngày 20 tháng cuối quý", "19/03→20/03 19/06→20/06 19/09→20/09 19/12→20/12"),
            ("Trước ngày 20 của tháng cuối quý", "Hằng quý", "19/03→31/03 19/06→30/06 19/09→30/09 19/12→31/12"),
            ("Quý II, IV", "Tháng 6, 12", "30/06→30/06 31/12→31/12"),
            ("Quý II, IV", "Hằng quý", "30/06→30/06 31/12→31/12"),
            // What one month says is not what a quarter asks for.
            ("Tháng 3, 6, 7", "Quý I, III", "31/03→31/03 30/06→ 31/07→30/09"),
            ("Tháng 2, 3, 6, 7", "Quý I, III", "28/02→ 31/03→ 30/06→ 31/07→30/09"),
        ] {
            assert_eq!(paired(old, new), expected, "{old} → {new}");
        }
    }

    #[test]
    fn no_new_period_is_given_twice() {
        for (old, new) in [("Hằng tháng", "Hằng quý"), ("Hằng quý", "Hằng tháng"), ("Hằng tuần", "Hằng tháng"), ("Hằng quý", "Quý I, III")]
        {
            let words = paired(old, new);
            let mut taken: Vec<&str> = words.split(' ').filter_map(|one| one.split_once('→')).map(|(_, to)| to).filter(|to| !to.is_empty()).collect();
            let all = taken.len();
            taken.sort_unstable();
            taken.dedup();
            assert_eq!(taken.len(), all, "{old} → {new}: {words}");
        }
    }
}
