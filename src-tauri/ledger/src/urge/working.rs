//! Working days: Monday to Friday, without the days off and with the Saturdays worked for them.

use crate::assets::{DayOff, DayOffKind, holidays};
use chrono::{Datelike, NaiveDate, Weekday};
use std::sync::LazyLock;

/// The table that ships, read once; a year it does not know has weekends only.
static DAYS: LazyLock<Vec<DayOff>> = LazyLock::new(|| holidays().map(|known| known.days).unwrap_or_default());

fn is_working(day: NaiveDate) -> bool {
    match DAYS.iter().find(|known| known.day == day).map(|known| known.kind) {
        Some(DayOffKind::Workday) => true,
        Some(_) => false,
        None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
    }
}

/// The day itself when people work on it, else the last working day before.
pub(super) fn before(day: NaiveDate) -> NaiveDate {
    let mut before = day;
    while !is_working(before) {
        let Some(earlier) = before.pred_opt() else { return day };
        before = earlier;
    }
    before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_off_is_reminded_of_on_the_working_day_before() {
        for (due, remind) in [
            ("2026-11-20", "2026-11-20"),
            ("2026-11-22", "2026-11-20"),
            // Tết, from Monday to Friday, between two weekends.
            ("2026-02-20", "2026-02-13"),
            // A Saturday worked for another day.
            ("2026-08-22", "2026-08-22"),
            ("2026-08-31", "2026-08-28"),
        ] {
            assert_eq!(before(due.parse().unwrap()).to_string(), remind, "{due}");
        }
    }
}
