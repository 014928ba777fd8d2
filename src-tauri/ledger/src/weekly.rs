//! Nhắc hằng tuần: what one sentence a week says, and when it is due.

use crate::{Ledger, Result};
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// So many days ahead the digest looks.
const AHEAD: i64 = 7;

/// True when the digest of the week that begins on `weekday` was not shown yet.
///
/// A week missed while the program was closed is told when it is next open, as long as it lasts. A day
/// of showing that lies ahead comes from a clock that was wrong, and counts for nothing.
#[must_use]
pub fn is_due(weekday: Weekday, shown: Option<NaiveDate>, today: NaiveDate) -> bool {
    let since = u64::from(today.weekday().days_since(weekday));
    let begun = today.checked_sub_days(Days::new(since)).unwrap_or(today);
    shown.is_none_or(|day| day < begun || day > today)
}

impl Ledger {
    /// What Tổng quan shows as late and as due within seven days, in one sentence; `None`: nothing is.
    pub fn weekly_digest(&self, today: NaiveDate) -> Result<Option<String>> {
        let due = self.overview(today)?.due;
        let late = due.iter().filter(|row| row.days < 0).count();
        let soon = due.iter().filter(|row| (0..=AHEAD).contains(&row.days)).count();
        Ok(sentence(late, soon))
    }
}

fn sentence(late: usize, soon: usize) -> Option<String> {
    match (late, soon) {
        (0, 0) => None,
        (_, 0) => Some(format!("{late} việc quá hạn.")),
        (0, _) => Some(format!("{soon} việc đến hạn trong 7 ngày tới.")),
        _ => Some(format!("{late} việc quá hạn, {soon} việc đến hạn trong 7 ngày tới.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEEK: [Weekday; 7] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

    fn days() -> impl Iterator<Item = NaiveDate> {
        // Over the end of a year and the leap day of 2028.
        NaiveDate::from_ymd_opt(2027, 12, 20).unwrap().iter_days().take(100)
    }

    #[test]
    fn a_program_that_is_always_open_tells_it_on_the_chosen_day_and_on_no_other() {
        for weekday in WEEK {
            let mut shown = None;
            let mut told = Vec::new();
            for today in days() {
                if is_due(weekday, shown, today) {
                    shown = Some(today);
                    told.push(today);
                }
            }
            // The first time at once: it was never shown, and the day has been.
            assert!(told.iter().skip(1).all(|day| day.weekday() == weekday), "{weekday}: {told:?}");
            assert!(told.windows(2).skip(1).all(|pair| (pair[1] - pair[0]).num_days() == 7), "{weekday}: every week once");
        }
    }

    #[test]
    fn a_day_that_was_missed_is_made_up_for_once_whenever_the_program_is_opened() {
        for weekday in WEEK {
            let first = days().find(|day| day.weekday() == weekday).unwrap();
            for away in 0..7 {
                let opened = first + Days::new(7 + away);
                assert!(is_due(weekday, Some(first), opened), "{weekday}, opened {away} days later");
                for later in (away..7).map(|day| first + Days::new(7 + day)) {
                    assert!(!is_due(weekday, Some(opened), later), "{weekday}: shown on {opened}, not again on {later}");
                }
                assert!(is_due(weekday, Some(opened), first + Days::new(14)), "{weekday}: the next week has its own");
            }
        }
    }

    #[test]
    fn a_clock_that_was_wrong_does_not_silence_it() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        assert!(is_due(Weekday::Mon, NaiveDate::from_ymd_opt(2062, 1, 1), today));
    }

    #[test]
    fn one_sentence_with_numbers_or_none() {
        let told = [(0, 0), (3, 0), (0, 5), (3, 5)].map(|(late, soon)| sentence(late, soon).unwrap_or_default());
        assert_eq!(told, ["", "3 việc quá hạn.", "5 việc đến hạn trong 7 ngày tới.", "3 việc quá hạn, 5 việc đến hạn trong 7 ngày tới."]);
    }
}
