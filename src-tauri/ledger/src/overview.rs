//! Tổng quan: what is late, what is due next, is the report in hand, are the notes safe.

use crate::progress::{Facts, Standing};
use crate::report::period;
use crate::status::Level;
use crate::view::{DueRow, NextReport, OverviewView, ReportState, Scope, State};
use crate::{Ledger, Result};
use chrono::NaiveDate;

/// Tasks due within so many days are shown.
const SOON: i64 = 14;
/// A report's window is announced so many days before its end.
const AHEAD: i64 = 30;

impl Ledger {
    /// Tổng quan on a day.
    pub fn overview(&self, as_of: NaiveDate) -> Result<OverviewView> {
        let plan = self.main_plan_on(as_of)?;
        let mut due = Vec::new();
        let mut statistics = None;
        if let Some(plan) = &plan {
            let facts = self.plan_facts(plan.id, as_of)?;
            statistics = Some(self.statistics_of(plan, &facts, Scope::SinceStart, as_of, None)?);
            gather_due(&facts, false, as_of, &mut due);
        }
        for level in [Level::Above, Level::Own] {
            gather_due(&self.assigned_facts(level, as_of)?, true, as_of, &mut due);
        }
        due.sort_by_key(|row| row.days);
        Ok(OverviewView {
            as_of,
            office: self.office_on(Some(as_of))?.map(|office| office.form.short).unwrap_or_default(),
            plan,
            statistics,
            due,
            assigned_above: self.assigned_counts(Level::Above, None, as_of)?,
            assigned_own: self.assigned_counts(Level::Own, None, as_of)?,
            report: self.next_report(as_of)?,
            backup: self.backups(1)?.pop(),
            undo: self.undoable(self.opened_at)?.map(|(_, summary)| summary),
        })
    }

    /// The draft nearest to its day, else the next regular report whose window ends soon.
    fn next_report(&self, as_of: NaiveDate) -> Result<Option<NextReport>> {
        let reports = self.report_rows()?;
        let requests = self.requests(as_of)?;
        let draft = reports.iter().filter(|row| row.state == ReportState::Draft).min_by_key(|row| (row.to - as_of).num_days().abs());
        if let Some(row) = draft {
            let (written, sections) = self.written_sections(row.id)?;
            let due = requests.iter().find(|one| one.report == Some(row.id)).map(|one| one.due);
            return Ok(Some(NextReport {
                id: Some(row.id),
                title: row.title.clone(),
                kind: row.kind,
                period: self.report_period(row.id)?,
                window_last: row.to,
                due,
                days: (due.unwrap_or(row.to) - as_of).num_days(),
                written,
                sections,
            }));
        }
        if let Some(asked) = requests.iter().find(|one| one.report.is_none()) {
            return Ok(Some(NextReport {
                id: None,
                title: asked.title.clone(),
                kind: asked.form.kind,
                period: asked.form.period.clone(),
                window_last: asked.last,
                due: Some(asked.due),
                days: asked.days,
                written: 0,
                sections: 0,
            }));
        }
        let made = |kind, to| reports.iter().any(|row| row.kind == kind && row.to == to);
        let next = period::proposals(as_of).into_iter().find(|one| !made(one.kind, one.to) && (one.to - as_of).num_days() <= AHEAD);
        Ok(next.map(|one| NextReport {
            id: None,
            title: one.title,
            kind: one.kind,
            period: one.period,
            window_last: one.to,
            due: None,
            days: (one.to - as_of).num_days(),
            written: 0,
            sections: 0,
        }))
    }
}

fn gather_due(facts: &Facts, assigned: bool, as_of: NaiveDate, due: &mut Vec<DueRow>) {
    for task in &facts.tasks {
        let standing = Standing::of_row(facts, task, as_of);
        if let Some(last) = late_or_soon(&standing, as_of) {
            let days = (last - as_of).num_days();
            due.push(DueRow { id: task.id, assigned, tt: task.words.tt.clone(), content: task.words.content.clone(), last, days });
        }
    }
}

/// The last day of a task that is overdue or due soon; of a recurring one, of its next occurrence.
fn late_or_soon(standing: &Standing, as_of: NaiveDate) -> Option<NaiveDate> {
    let last = standing.last.filter(|_| !standing.is_settled())?;
    (standing.state == State::Overdue || (last - as_of).num_days() <= SOON).then_some(last)
}
