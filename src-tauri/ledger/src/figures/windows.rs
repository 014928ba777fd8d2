//! The windows of a sheet: which one is in hand, its neighbours in time, which are offered.

use super::{periods, reckon};
use crate::deadline::Span;
use crate::report::period;
use crate::view::ReportState;
use crate::{Ledger, Result};
use chrono::{Datelike, NaiveDate};

/// The windows of one sheet.
pub(super) struct Windows {
    pub(super) now: Span,
    pub(super) last: Span,
    pub(super) year_ago: Span,
    pub(super) so_far: Option<Span>,
    pub(super) whole_year: Option<Span>,
}

impl Ledger {
    /// The window of the latest report that is being written, else of the next one that is due.
    pub(super) fn window_in_hand(&self, today: NaiveDate) -> Result<Span> {
        let reports = self.report_rows()?;
        let draft = reports.iter().find(|row| row.state == ReportState::Draft).map(|row| Span { first: row.from, last: row.to });
        let due = period::proposals(today).into_iter().map(|one| Span { first: one.from, last: one.to });
        let mut open = due.filter(|span| reports.iter().all(|row| row.to != span.last));
        Ok(draft.or_else(|| open.next()).unwrap_or(Span { first: today, last: today }))
    }

    /// Windows that were told, that reports have, that reports are asked for, and those of this year; latest first.
    pub(super) fn windows_offered(&self, told: &[Span], now: Span, today: NaiveDate) -> Result<Vec<Span>> {
        let reports = self.report_rows()?.into_iter().map(|row| Span { first: row.from, last: row.to });
        let asked = period::proposals(today).into_iter().map(|one| Span { first: one.from, last: one.to });
        let year = periods::year_of(Span { first: today, last: today }).last.year();
        let usual = ["-Q1", "-H1", "-Q3", "-9M", "-Q4", ""].iter().filter_map(|part| period::window_of(&format!("{year}{part}")).ok());
        let mut windows: Vec<Span> = told.iter().copied().chain([now]).chain(reports).chain(asked).chain(usual).collect();
        windows.sort_by_key(|span| (std::cmp::Reverse(span.last), std::cmp::Reverse(span.first)));
        windows.dedup();
        Ok(windows)
    }
}

impl Windows {
    pub(super) fn of(now: Span, told: &[Span]) -> Windows {
        let (last, year_ago) = (reckon::preceding(told, now), reckon::year_ago(told, now));
        let year = periods::year_of(now);
        let so_far = Span { first: year.first, last: now.last };
        let other = |span: Span| Some(span).filter(|span| *span != now && span.first <= now.first);
        Windows { now, last, year_ago, so_far: other(so_far), whole_year: other(year) }
    }
}

/// The day a window speaks of: its last, or today before that.
pub(super) fn usual_day(window: Span, today: NaiveDate) -> NaiveDate {
    if today < window.first { window.last } else { window.last.min(today) }
}
