//! Working days: Monday to Friday, without the days off and with the Saturdays worked for them.

use crate::assets::{DayOff, DayOffKind};
use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::{BTreeMap, BTreeSet};

/// The days that are not as their weekday, and the years that somebody looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Calendar {
    worked: BTreeMap<NaiveDate, bool>,
    years: BTreeSet<i32>,
}

impl Calendar {
    pub(super) fn of(days: &[DayOff]) -> Calendar {
        Calendar {
            worked: days.iter().map(|one| (one.day, one.kind == DayOffKind::Workday)).collect(),
            years: days.iter().map(|one| one.day.year()).collect(),
        }
    }

    pub(crate) fn is_working(&self, day: NaiveDate) -> bool {
        self.worked.get(&day).copied().unwrap_or_else(|| !is_weekend(day))
    }

    /// True when the table has days of a year; else it has weekends only.
    pub(crate) fn knows(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// The day itself when people work on it, else the last working day before.
    pub(crate) fn before(&self, day: NaiveDate) -> NaiveDate {
        std::iter::successors(Some(day), NaiveDate::pred_opt).find(|day| self.is_working(*day)).unwrap_or(day)
    }
}

pub(super) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::holidays;

    #[test]
    fn a_day_off_is_reminded_of_on_the_working_day_before() {
        let calendar = Calendar::of(&holidays().unwrap().days);
        for (due, remind) in [
            ("2026-11-20", "2026-11-20"),
            ("2026-11-22", "2026-11-20"),
            // Tết, from Monday to Friday, between two weekends.
            ("2026-02-20", "2026-02-13"),
            // A Saturday worked for another day.
            ("2026-08-22", "2026-08-22"),
            ("2026-08-31", "2026-08-28"),
        ] {
            assert_eq!(calendar.before(due.parse().unwrap()).to_string(), remind, "{due}");
        }
        assert!(calendar.knows(2026) && !calendar.knows(2028));
    }
}
