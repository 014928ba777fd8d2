//! The state of a task on a day, and the counts that reports are made of.

use super::{Facts, Mark, Noted, Occurrence, Said};
use crate::deadline::Kind;
use crate::plan::Task;
use crate::view::{AssignedCounts, Counts, Id, State};
use chrono::NaiveDate;

/// Where a row (or one occurrence) stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) state: State,
    /// The last day in force on that day, extensions included; of a recurring row the next one due.
    pub(crate) last: Option<NaiveDate>,
    /// The day of the entry that rules, if one does.
    pub(crate) since: Option<NaiveDate>,
    /// Percent of that entry.
    pub(crate) percent: Option<u8>,
    /// False for a stopped row that no longer counts in the total.
    pub(crate) counts: bool,
}

impl Standing {
    /// Where a row of the appendix stands: the unit of the forms, never an occurrence.
    pub(crate) fn of_row<E: Noted>(facts: &Facts<E>, task: &Task, day: NaiveDate) -> Standing {
        let whole = of_part(facts, task, None, task.words.last(), day);
        if whole.state == State::Stopped && !taken_up_again(facts, task, day) {
            return whole;
        }
        match task.words.deadline.kind {
            Kind::Recurring if !facts.occurrences(task.id).is_empty() => Standing::of_recurring(facts, task, day),
            // Reviewed each period, in progress until someone says that it is over.
            Kind::Continuous if !whole.is_settled() && whole.last.is_none() => Standing { state: State::InProgress, ..whole },
            _ => whole,
        }
    }

    /// Where one occurrence stands.
    pub(crate) fn of_occurrence<E: Noted>(facts: &Facts<E>, task: &Task, occurrence: &Occurrence, day: NaiveDate) -> Standing {
        of_part(facts, task, Some(occurrence.id), Some(occurrence.last), day)
    }

    /// Where the part of one lead unit stands, of a row without occurrences.
    pub(crate) fn of_unit<E: Noted>(facts: &Facts<E>, task: &Task, unit: &str, day: NaiveDate) -> Standing {
        of_entries(facts, task, None, Some(unit), task.words.last(), day)
    }

    fn of_recurring<E: Noted>(facts: &Facts<E>, task: &Task, day: NaiveDate) -> Standing {
        let parts: Vec<Standing> =
            facts.occurrences(task.id).iter().map(|occurrence| Standing::of_occurrence(facts, task, occurrence, day)).collect();
        Standing::of_parts(&parts)
    }

    /// Overdue if a part is; done when all are, late if one was; in progress if any was begun.
    pub(crate) fn of_parts(parts: &[Standing]) -> Standing {
        let any = |state: State| parts.iter().any(|part| part.state == state);
        let state = if any(State::Overdue) {
            State::Overdue
        } else if parts.iter().all(Standing::is_settled) {
            if any(State::DoneLate) {
                State::DoneLate
            } else if any(State::DoneOnTime) {
                State::DoneOnTime
            } else {
                State::Stopped
            }
        } else if parts.iter().any(|part| part.state != State::NotStarted) {
            State::InProgress
        } else {
            State::NotStarted
        };
        let open = parts.iter().filter(|part| !part.is_settled()).filter_map(|part| part.last).min();
        Standing { state, last: open, since: parts.iter().filter_map(|part| part.since).max(), percent: None, counts: true }
    }

    /// Done or stopped: nothing more is awaited.
    pub(crate) fn is_settled(&self) -> bool {
        matches!(self.state, State::DoneOnTime | State::DoneLate | State::Stopped)
    }
}

/// True when something was noted for an occurrence after the whole row was stopped.
fn taken_up_again<E: Noted>(facts: &Facts<E>, task: &Task, day: NaiveDate) -> bool {
    let known = facts.entries(task.id).iter().map(Noted::mark).filter(|entry| entry.day <= day && !facts.is_superseded(entry.id));
    let after = known.rev().take_while(|entry| entry.occurrence.is_some() || entry.said != Said::Stopped);
    after.into_iter().any(|entry| entry.occurrence.is_some() && entry.said != Said::Extended)
}

/// A row or an occurrence: where several units lead and one of them ticked its part, all must.
fn of_part<E: Noted>(facts: &Facts<E>, task: &Task, occurrence: Option<Id>, last: Option<NaiveDate>, day: NaiveDate) -> Standing {
    let whole = of_entries(facts, task, occurrence, None, last, day);
    let ticked = |entry: &Mark| entry.occurrence == occurrence && !entry.unit.is_empty() && entry.day <= day && !facts.is_superseded(entry.id);
    if !facts.entries(task.id).iter().map(Noted::mark).any(ticked) {
        return whole;
    }
    let units = task.words.lead_units();
    if units.len() < 2 {
        return whole;
    }
    let parts: Vec<Standing> = units.iter().map(|unit| of_entries(facts, task, occurrence, Some(unit), last, day)).collect();
    let counts = parts.iter().any(|part| part.counts);
    Standing { counts, last: whole.last, ..Standing::of_parts(&parts) }
}

/// Among the entries of a day or before that were not replaced, the latest rules; in this order:
/// stopped · done · overdue · in progress · not started.
///
/// `unit`: the entries of one lead unit and those of the whole row; `None`: those of the whole row.
fn of_entries<E: Noted>(
    facts: &Facts<E>,
    task: &Task,
    occurrence: Option<Id>,
    unit: Option<&str>,
    last: Option<NaiveDate>,
    day: NaiveDate,
) -> Standing {
    let known = || facts.entries(task.id).iter().map(Noted::mark).filter(|entry| entry.day <= day && !facts.is_superseded(entry.id));
    let ours = |entry: &&Mark| entry.occurrence == occurrence && (entry.unit.is_empty() || Some(entry.unit.as_str()) == unit);
    // An extension of the whole recurring row says nothing of one occurrence's own day.
    let last = known().filter(ours).filter_map(|entry| entry.new_last).next_back().or(last);
    let ruling = known().filter(ours).rfind(|entry| entry.said != Said::Extended);
    // What was noted of periods that the deadline no longer has: the row is not done by it, but begun.
    let begun = || known().rfind(|entry| entry.occurrence.is_some() && matches!(entry.said, Said::InProgress | Said::Done));
    let ruling = ruling.or_else(|| if occurrence.is_none() && facts.occurrences(task.id).is_empty() { begun() } else { None });
    let overdue = last.is_some_and(|last| last < day);
    let state = match ruling.map(|entry| entry.said) {
        Some(Said::Stopped) => State::Stopped,
        Some(Said::Done) if ruling.is_some_and(|entry| entry.occurrence == occurrence) => {
            if last.zip(ruling).is_none_or(|(last, entry)| entry.day <= last) { State::DoneOnTime } else { State::DoneLate }
        }
        _ if overdue => State::Overdue,
        Some(Said::InProgress | Said::Done) => State::InProgress,
        _ => State::NotStarted,
    };
    let counts = state != State::Stopped || ruling.is_none_or(|entry| entry.counts);
    Standing { state, last, since: ruling.map(|entry| entry.day), percent: ruling.and_then(|entry| entry.percent), counts }
}

/// Counts rows by state; a stopped row that no longer counts is left out.
pub(crate) fn tally<'a>(standings: impl IntoIterator<Item = &'a Standing>) -> Counts {
    let mut counts = Counts::default();
    for standing in standings.into_iter().filter(|standing| standing.counts) {
        counts.add(standing.state);
    }
    counts
}

impl Counts {
    /// One more row in a state.
    pub(crate) fn add(&mut self, state: State) {
        self.total += 1;
        *match state {
            State::DoneOnTime => &mut self.done_on_time,
            State::DoneLate => &mut self.done_late,
            State::Overdue => &mut self.overdue,
            State::InProgress => &mut self.in_progress,
            State::NotStarted => &mut self.not_started,
            State::Stopped => &mut self.stopped,
        } += 1;
    }
}

/// Counts assigned tasks that were not finished before `from`: those count as carried over.
pub(crate) fn tally_assigned<E: Noted>(facts: &Facts<E>, from: NaiveDate, day: NaiveDate) -> AssignedCounts {
    let before = from.pred_opt().unwrap_or(from);
    let counted: Vec<(&Task, Standing)> = facts
        .tasks
        .iter()
        .filter(|task| task.given.is_some_and(|given| given >= from) || !Standing::of_row(facts, task, before).is_settled())
        .map(|task| (task, Standing::of_row(facts, task, day)))
        .filter(|(_, standing)| standing.counts)
        .collect();
    let counts = tally(counted.iter().map(|(_, standing)| standing));
    let dated = |task: &Task, standing: &Standing| standing.last.is_some() || task.words.last().is_some() || !facts.occurrences(task.id).is_empty();
    let with_deadline = u32::try_from(counted.iter().filter(|(task, standing)| dated(task, standing)).count()).unwrap_or(u32::MAX);
    AssignedCounts { counts, with_deadline, without_deadline: counts.total.saturating_sub(with_deadline) }
}
