//! Figures the ledger knows by itself: counts of the plan and of assigned tasks on a day.
//!
//! Entered figures and their sets come with the sheet of figures; a chip whose figure is not known
//! stays without a value and says so.

use crate::paper::FigureFormat;
use crate::status::Level;
use crate::view::{AssignedCounts, Counts};
use crate::{Ledger, Result, viet};
use chrono::NaiveDate;

/// The figures of one day.
#[derive(Debug, Clone)]
pub(crate) struct Figures {
    as_of: NaiveDate,
    plan: Option<Counts>,
    above: AssignedCounts,
    own: AssignedCounts,
}

impl Ledger {
    /// The figures the ledger knows on a day; `from` is the first day of the report's window.
    pub(crate) fn figures(&self, as_of: NaiveDate) -> Result<Figures> {
        let plan = match self.main_plan_on(as_of)? {
            Some(plan) => Some(self.status(as_of, None, Some(plan.id), Level::Above)?.plan),
            None => None,
        };
        let above = self.assigned_counts(Level::Above, None, as_of)?;
        Ok(Figures { as_of, plan, above, own: self.assigned_counts(Level::Own, None, as_of)? })
    }
}

impl Figures {
    /// The text of a figure, or `None` when its data are missing.
    pub(crate) fn text(&self, id: &str, format: FigureFormat) -> Option<String> {
        let (family, name) = id.split_once('.').unwrap_or((id, ""));
        match family {
            "as_of" => Some(viet::day_paper(self.as_of)),
            "plan" => plan_figure(self.plan.as_ref()?, name, format),
            "assigned" => assigned_figure(&self.above, name, format),
            "own" => assigned_figure(&self.own, name, format),
            _ => None,
        }
    }

    /// How many rows the main plan has on that day; `None`: there is no plan.
    pub(crate) fn plan_total(&self) -> Option<u32> {
        self.plan.map(|counts| counts.total)
    }

    /// Assigned tasks of a level.
    pub(crate) fn assigned_total(&self, level: Level) -> u32 {
        match level {
            Level::Above => self.above.counts.total,
            Level::Own => self.own.counts.total,
        }
    }
}

/// Three rows, as the forms have them: done = on time + late; doing = in progress + not started + overdue.
fn plan_figure(counts: &Counts, name: &str, format: FigureFormat) -> Option<String> {
    let done = counts.done_on_time + counts.done_late;
    let count = match name {
        "total" => counts.total,
        "done" => done,
        "done_on_time" => counts.done_on_time,
        "done_late" => counts.done_late,
        "doing" => counts.in_progress + counts.not_started + counts.overdue,
        "in_progress" => counts.in_progress,
        "not_started" => counts.not_started,
        "overdue" => counts.overdue,
        "stopped" => counts.stopped,
        "done_percent" => return (counts.total > 0).then(|| viet::percent(i64::from(done), i64::from(counts.total))),
        // Phrases that are there only when their count is not zero.
        "late_note" => return Some(bracket(&[(counts.done_late, "hoàn thành nhưng quá hạn")])),
        "open_note" => return Some(bracket(&[(counts.not_started, "chưa triển khai"), (counts.overdue, "quá hạn")])),
        "stopped_note" => return Some(stopped_note(counts.stopped)),
        _ => return None,
    };
    shown(count, format)
}

/// Six rows: with and without a deadline; on time, late, overdue, doing.
fn assigned_figure(assigned: &AssignedCounts, name: &str, format: FigureFormat) -> Option<String> {
    let counts = &assigned.counts;
    let count = match name {
        "total" => counts.total,
        "with_deadline" => assigned.with_deadline,
        "without_deadline" => assigned.without_deadline,
        "on_time" => counts.done_on_time,
        "late" => counts.done_late,
        "overdue" => counts.overdue,
        "doing" => counts.in_progress + counts.not_started,
        "stopped" => counts.stopped,
        "stopped_note" => return Some(stopped_note(counts.stopped)),
        _ => return None,
    };
    shown(count, format)
}

fn shown(count: u32, format: FigureFormat) -> Option<String> {
    match format {
        FigureFormat::Plain => Some(viet::count(i64::from(count))),
        FigureFormat::Sentence => Some(viet::count_sentence(i64::from(count))),
        FigureFormat::Percent | FigureFormat::Day => None,
    }
}

fn stopped_note(stopped: u32) -> String {
    match stopped {
        0 => String::new(),
        n => format!("; không thực hiện {} nhiệm vụ", viet::count_sentence(i64::from(n))),
    }
}

fn bracket(parts: &[(u32, &str)]) -> String {
    let named: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| format!("{} nhiệm vụ {words}", viet::count_sentence(i64::from(*count))))
        .collect();
    if named.is_empty() { String::new() } else { format!(" (trong đó {})", named.join(", ")) }
}
