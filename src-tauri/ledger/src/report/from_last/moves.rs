//! From the old window to the new one: chips, days and the words that name a period.

use super::phrase::Phrase;
use crate::deadline::Span;
use crate::figures::year_of;
use crate::report::period::Period;
use crate::viet;
use chrono::{Datelike, Days, Months, NaiveDate};

/// Both windows, and how they are named.
pub(super) struct Moves {
    pub(super) old: Span,
    pub(super) new: Span,
    pub(super) old_as_of: NaiveDate,
    pub(super) new_as_of: NaiveDate,
    pub(super) old_period: Period,
    pub(super) new_period: Period,
}

impl Moves {
    /// The window of a chip that has one of its own; `None`: it is the report's from now on.
    ///
    /// From the beginning of the year stays from the beginning of the year; every other moves as far as
    /// the reports are apart.
    pub(super) fn window(&self, first: NaiveDate, last: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let span = Span { first, last };
        if span == self.old {
            return None;
        }
        let so_far = |window: Span| Span { first: year_of(window).first, last: window.last };
        let moved = if span == so_far(self.old) { so_far(self.new) } else { Span { first: self.day(first), last: self.day(last) } };
        Some(moved).filter(|moved| *moved != self.new).map(|moved| (moved.first, moved.last))
    }

    /// A day, as far on as the windows' ends are apart: by whole months where they are.
    fn day(&self, day: NaiveDate) -> NaiveDate {
        let (from, to) = (self.old.last, self.new.last);
        let ends = |day: NaiveDate| day.succ_opt().is_some_and(|next| next.day() == 1);
        let months = (to.year() - from.year()) * 12 + i32::try_from(to.month()).unwrap_or(0) - i32::try_from(from.month()).unwrap_or(0);
        let count = Months::new(months.unsigned_abs());
        if from.day() == to.day() || ends(from) && ends(to) {
            let moved = if months < 0 { day.checked_sub_months(count) } else { day.checked_add_months(count) }.unwrap_or(day);
            // The end of a month stays one.
            return if ends(day) { last_of_month(moved) } else { moved };
        }
        let days = (to - from).num_days();
        let count = Days::new(days.unsigned_abs());
        if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) }.unwrap_or(day)
    }

    /// What words that name the old period become; `None`: they name another one.
    pub(super) fn period(&self, words: &str) -> Option<String> {
        let phrase = Phrase::of(words)?;
        let pairs = [(&self.old_period.name, &self.new_period.name), (&self.old_period.next, &self.new_period.next)];
        let named = pairs.into_iter().find_map(|(old, new)| {
            let (old, new) = (Phrase::of(old)?, Phrase::of(new)?);
            let same = phrase.part == old.part && phrase.year.is_none_or(|year| Some(year) == old.year);
            // A year alone becomes a year, never a part of one.
            let same = same && (!phrase.part.is_empty() || new.part.is_empty());
            same.then_some(Phrase { style: phrase.style, ..new }).map(|new| new.written(phrase.year.and(new.year), phrase.slash))
        });
        let year = || {
            let (old, new) = (self.years().0, self.years().1);
            (phrase.part.is_empty() && phrase.year == Some(old) && old != new).then(|| words.replace(&old.to_string(), &new.to_string()))
        };
        named.or_else(year).map(|new| super::stale::in_case(&new, words)).filter(|new| new != words)
    }

    /// True for the year of both reports: nothing in it is of the old window alone.
    ///
    /// The year of the new one was still to come where the old one is of the year before it.
    pub(super) fn is_same_year(&self, words: &str) -> bool {
        let (old, new) = self.years();
        Phrase::of(words).is_some_and(|phrase| old == new && phrase.part.is_empty() && phrase.year == Some(new))
    }

    fn years(&self) -> (i32, i32) {
        let year = |period: &Period, window: Span| Phrase::of(&period.name).and_then(|phrase| phrase.year).unwrap_or(window.last.year());
        (year(&self.old_period, self.old), year(&self.new_period, self.new))
    }

    /// What a day of the old window becomes, written as it was; `None`: it is another day.
    pub(super) fn named_day(&self, words: &str) -> Option<String> {
        let days = [(self.old_as_of, self.new_as_of), (self.old.last, self.new.last), (self.old.first, self.new.first)];
        // A day that both windows share is still what it was.
        days.into_iter().filter(|(old, new)| old != new).find_map(|(old, new)| {
            FORMS
                .into_iter()
                .map(|form| (form(old), form(new)))
                .find(|(old, _)| words == old || words.strip_prefix("ngày ") == Some(old))
                .map(|(old, new)| words.replacen(&old, &new, 1))
        })
    }

    /// A text with the names of the old period replaced by those of the new one.
    pub(super) fn renamed(&self, text: &str) -> String {
        let mut out = String::new();
        let mut at = 0;
        for found in super::scan::scan(text, &[]) {
            let Some(new) = text.get(found.start..found.end).and_then(|words| self.period(words)) else { continue };
            out.push_str(text.get(at..found.start).unwrap_or(""));
            out.push_str(&new);
            at = found.end;
        }
        out + text.get(at..).unwrap_or("")
    }
}

/// How a day may be written.
const FORMS: [fn(NaiveDate) -> String; 3] = [viet::day_paper, viet::day_screen, viet::day_full];

/// Whether words name a day, in whatever form: `ngày 14/9/2026`.
pub(super) fn is_day(words: &str, day: NaiveDate) -> bool {
    let low = words.to_lowercase();
    FORMS.into_iter().any(|form| low.strip_prefix("ngày ").unwrap_or(&low).trim() == form(day).trim_start_matches("ngày "))
}

fn last_of_month(day: NaiveDate) -> NaiveDate {
    let first = day.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
    first.and_then(|next| next.pred_opt()).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::period::read;
    use crate::view::ReportKind;

    fn moves(old: &str, new: &str) -> Moves {
        let (old_period, new_period) = (read(ReportKind::Free, old).unwrap(), read(ReportKind::Free, new).unwrap());
        let (old, new) = (old_period.window, new_period.window);
        Moves { old, new, old_as_of: old.last, new_as_of: new.last, old_period, new_period }
    }

    #[test]
    fn names_of_the_old_period_become_those_of_the_new_one() {
        for (old, new, words, expected) in [
            ("2026-Q1", "2026-H1", "quý I năm 2026", Some("6 tháng đầu năm 2026")),
            ("2026-Q1", "2026-H1", "Quý I/2026", Some("6 tháng đầu năm 2026")),
            ("2026-Q1", "2026-H1", "quý II", Some("6 tháng cuối năm")),
            ("2026-Q1", "2026-Q3", "quý 1/2026", Some("quý 3/2026")),
            ("2026-Q3", "2027-Q1", "Quý 4 năm 2026", Some("Quý 2 năm 2027")),
            ("2026-Q1", "2026-H1", "quý 01", Some("6 tháng đầu năm")),
            ("2026-H1", "2026-Q3", "6 tháng đầu năm 2026", Some("quý III năm 2026")),
            ("2026-H1", "2026-Q3", "06 tháng cuối năm", Some("quý IV")),
            ("2026-Q3", "2027-Q1", "Quý III/2026", Some("Quý I/2027")),
            ("2026-Q3", "2027-Q1", "quý IV năm 2026", Some("quý II năm 2027")),
            ("2026-Q3", "2027-Q1", "năm 2026", Some("năm 2027")),
            ("2026-Q3", "2027-Q1", "quý III năm 2025", None),
            ("2025-Q3", "2026-Q3", "quý III", None),
            ("2025", "2026", "năm 2025", Some("năm 2026")),
            ("2025", "2026", "Năm 2026", Some("Năm 2027")),
            ("2026-Q1", "2026-Q3", "năm 2026", None),
            ("2026-Q3", "2027-Q1", "quý ba năm 2026", Some("quý một năm 2027")),
            ("2026-Q3", "2027-Q1", "Quý tư", Some("Quý hai")),
            ("2026-Q3", "2027-Q1", "Q3/2026", Some("Q1/2027")),
            ("2026-Q3", "2027-Q1", "Q.III", Some("Q.I")),
            ("2026-Q3", "2027-Q1", "III/2026", Some("I/2027")),
            ("2026-Q3", "2027-Q1", "T9/2026", None),
            ("2026-H1", "2026-Q3", "nửa đầu năm", Some("quý III")),
            ("2026-Q3", "2027-Q1", "nửa đầu năm 2026", None),
        ] {
            assert_eq!(moves(old, new).period(words).as_deref(), expected, "{old} → {new}: {words}");
        }
        let moves = moves("2026-Q3", "2027-Q1");
        assert_eq!(
            moves.renamed("Kết quả công tác CCHC Quý III, phương hướng Quý IV năm 2026"),
            "Kết quả công tác CCHC Quý I, phương hướng Quý II năm 2027"
        );
    }

    #[test]
    fn a_chips_own_window_moves_as_far_as_the_reports_are_apart() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (old, new, window, expected) in [
            ("2026-Q1", "2026-Q3", ("2025-12-15", "2026-03-14"), None),
            ("2025-Q3", "2026-Q3", ("2024-06-15", "2024-09-14"), Some(("2025-06-15", "2025-09-14"))),
            ("2026-Q3", "2027-Q1", ("2025-12-15", "2026-09-14"), None),
            ("2026-H1", "2026-Q3", ("2025-06-15", "2025-12-14"), Some(("2025-09-15", "2026-03-14"))),
            ("2025-Q3", "2026-Q3", ("2024-12-15", "2025-09-14"), Some(("2025-12-15", "2026-09-14"))),
            ("2025-Q3", "2026-Q3", ("2024-02-01", "2024-02-29"), Some(("2025-02-01", "2025-02-28"))),
        ] {
            let expected = expected.map(|(first, last)| (day(first), day(last)));
            assert_eq!(moves(old, new).window(day(window.0), day(window.1)), expected, "{old} → {new}: {window:?}");
        }
    }

    #[test]
    fn days_of_the_window_move_as_they_are_written() {
        let moves = moves("2026-Q3", "2027-Q1");
        assert_eq!(moves.named_day("ngày 14/9/2026").as_deref(), Some("ngày 14/3/2027"));
        assert_eq!(moves.named_day("15/6/2026").as_deref(), Some("15/12/2026"));
        assert_eq!(moves.named_day("ngày 14 tháng 9 năm 2026").as_deref(), Some("ngày 14 tháng 3 năm 2027"));
        assert_eq!(moves.named_day("12/8/2026"), None);
    }

    #[test]
    fn a_day_both_windows_begin_with_is_not_replaced_by_itself() {
        let moves = moves("2027-Q1", "2027-H1");
        assert_eq!(moves.named_day("ngày 15/12/2026"), None);
        assert_eq!(moves.named_day("ngày 14/3/2027").as_deref(), Some("ngày 14/6/2027"));
    }
}
