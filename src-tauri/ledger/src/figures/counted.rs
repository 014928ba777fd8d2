//! Figures the ledger counts itself: the plan, the assigned tasks, the documents it issued.

use crate::deadline::Span;
use crate::status::Level;
use crate::viet::{self, fold};
use crate::view::{AssignedCounts, Counts};
use crate::{Ledger, Result};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// Types that direct nothing: they report, ask or record.
const NOT_DIRECTING: [&str; 4] = ["bao cao", "to trinh", "bien ban", "giay moi"];

/// The counts of a day, and of the window it closes.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    pub(super) as_of: NaiveDate,
    plan: Option<Counts>,
    above: AssignedCounts,
    own: AssignedCounts,
    /// Documents of the office in the window that direct work; `None`: the register has none of these days.
    documents: Option<u32>,
}

impl Ledger {
    pub(super) fn counted(&self, window: Span, as_of: NaiveDate) -> Result<Counted> {
        let plan = match self.main_plan_on(as_of)? {
            Some(plan) => Some(self.status(as_of, None, Some(plan.id), Level::Above)?.plan),
            None => None,
        };
        let above = self.assigned_counts(Level::Above, None, as_of)?;
        Ok(Counted { as_of, plan, above, own: self.assigned_counts(Level::Own, None, as_of)?, documents: self.directing_documents(window)? })
    }

    /// Documents of the office itself in a window that direct work; `None`: none is registered, which says nothing
    /// of how many there are.
    fn directing_documents(&self, window: Span) -> Result<Option<u32>> {
        let Some(office) = self.office_on(Some(window.last))? else { return Ok(None) };
        let names: Vec<String> = [&office.form.name, &office.form.short].into_iter().filter(|name| !name.is_empty()).map(|name| fold(name)).collect();
        let within = |day: NaiveDate| window.first <= day && day <= window.last;
        let directs = |kind: &str| !NOT_DIRECTING.contains(&fold(kind).as_str());
        let inside = self.documents()?.into_iter().filter(|document| document.day.is_some_and(within));
        let own = inside.filter(|document| names.contains(&fold(&document.issuer)) && directs(&document.kind)).count();
        Ok(u32::try_from(own).ok().filter(|own| *own > 0))
    }
}

/// True for what the ledger holds all of: plans and tasks; a register may lack documents.
pub(super) fn is_complete(id: &str) -> bool {
    !id.starts_with("lead.")
}

impl Counted {
    /// A count by its id in the set; `None`: the ledger has nothing of that kind to count.
    pub(super) fn amount(&self, id: &str) -> Option<Decimal> {
        let (family, name) = id.split_once('.')?;
        let count = match family {
            "plan" => plan_count(self.plan.as_ref()?, name),
            "assigned" if self.above.counts.total > 0 => assigned_count(&self.above, name),
            "own" if self.own.counts.total > 0 => assigned_count(&self.own, name),
            "lead" if name == "documents" => self.documents,
            _ => None,
        };
        count.map(Decimal::from)
    }

    /// Phrases that are there only when their count is not zero.
    pub(super) fn note(&self, id: &str) -> Option<String> {
        match id {
            "plan.late_note" => Some(bracket(&[(self.plan?.done_late, "hoàn thành nhưng quá hạn")])),
            "plan.open_note" => self.plan.map(|counts| bracket(&[(counts.not_started, "chưa triển khai"), (counts.overdue, "quá hạn")])),
            "plan.stopped_note" => self.plan.map(|counts| stopped_note(counts.stopped)),
            "assigned.stopped_note" => Some(stopped_note(self.above.counts.stopped)),
            "own.stopped_note" => Some(stopped_note(self.own.counts.stopped)),
            _ => None,
        }
    }

    /// How many rows the main plan has on that day; `None`: there is no plan.
    pub(super) fn plan_total(&self) -> Option<u32> {
        self.plan.map(|counts| counts.total)
    }

    /// Assigned tasks of a level.
    pub(super) fn assigned_total(&self, level: Level) -> u32 {
        match level {
            Level::Above => self.above.counts.total,
            Level::Own => self.own.counts.total,
        }
    }
}

/// Three rows, as the forms have them: done = on time + late; doing = in progress + not started + overdue.
fn plan_count(counts: &Counts, name: &str) -> Option<u32> {
    Some(match name {
        "total" => counts.total,
        "done" => counts.done_on_time + counts.done_late,
        "done_on_time" => counts.done_on_time,
        "done_late" => counts.done_late,
        "doing" => counts.in_progress + counts.not_started + counts.overdue,
        "in_progress" => counts.in_progress,
        "not_started" => counts.not_started,
        "overdue" => counts.overdue,
        "stopped" => counts.stopped,
        _ => return None,
    })
}

/// Six rows: with and without a deadline; on time, late, overdue, doing.
fn assigned_count(assigned: &AssignedCounts, name: &str) -> Option<u32> {
    let counts = &assigned.counts;
    Some(match name {
        "total" => counts.total,
        "with_deadline" => assigned.with_deadline,
        "without_deadline" => assigned.without_deadline,
        "on_time" => counts.done_on_time,
        "late" => counts.done_late,
        "overdue" => counts.overdue,
        "doing" => counts.in_progress + counts.not_started,
        "stopped" => counts.stopped,
        _ => return None,
    })
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
