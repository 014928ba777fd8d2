//! The plan as the screen shows it: the grid, one task with its history.

use crate::deadline::{self, After, Kind};
use crate::plan::{Task, TaskWords, UnitNames};
use crate::progress::{Facts, Noted, Standing, tally};
use crate::viet::day_screen;
use crate::view::{Counts, GroupCounts, HistoryRow, Id, Note, OccurrenceRow, PlanView, State, TaskRow, TaskView, UnitTick};
use crate::{Ledger, Result};
use chrono::NaiveDate;

impl Ledger {
    /// The grid of a plan on a day; without an id the main plan of that day, else the latest one.
    pub fn plan_view(&self, plan: Option<Id>, as_of: NaiveDate) -> Result<PlanView> {
        let plans = self.plans()?;
        let shown = match plan {
            Some(id) => Some(self.plan(id)?),
            None => self.main_plan_on(as_of)?.or_else(|| plans.first().cloned()),
        };
        let Some(shown) = shown else {
            return Ok(PlanView { plans, plan: None, as_of, counts: Counts::default(), groups: Vec::new(), tasks: Vec::new(), units: Vec::new() });
        };
        let facts = self.plan_facts(shown.id, as_of)?;
        let standings = facts.standings(as_of);
        let words: Vec<(Option<Id>, &TaskWords)> = facts.tasks.iter().map(|task| (task.group, &task.words)).collect();
        let doubts = self.doubts(&words, shown.span())?;
        let names = self.unit_names(&facts)?;
        let rows = facts.tasks.iter().zip(&standings).zip(doubts);
        let tasks: Vec<TaskRow> = rows.map(|((task, standing), doubts)| task_row(&facts, task, standing, &names, doubts, as_of)).collect();
        let groups = self.group_counts(shown.id, &facts, &standings)?;
        Ok(PlanView { groups, counts: tally(&standings), plans, plan: Some(shown), as_of, tasks, units: self.units_offered(as_of)? })
    }

    /// One name for each unit that leads one of the tasks.
    pub(crate) fn unit_names<E: Noted>(&self, facts: &Facts<E>) -> Result<UnitNames> {
        Ok(UnitNames::of(&self.units()?, facts.tasks.iter().map(|task| task.words.lead.as_str())))
    }

    /// One task with its history, on a day.
    pub fn task_view(&self, task: Id, as_of: NaiveDate) -> Result<TaskView> {
        let task = self.task(task)?;
        let group_name = match task.plan {
            Some(plan) => {
                let group = self.groups(plan)?.into_iter().find(|group| Some(group.id) == task.group);
                group.map(|group| format!("{}. {}", group.roman, group.name)).unwrap_or_default()
            }
            None => String::new(),
        };
        let kept = self.kept_row(&task)?;
        let facts = self.facts_of(task.clone())?;
        let occurrences = facts
            .occurrences(task.id)
            .iter()
            .map(|one| OccurrenceRow {
                id: one.id,
                first: one.first,
                last: one.last,
                state: Standing::of_occurrence(&facts, &task, one, as_of).state,
            })
            .collect();
        let mut history = facts.history(task.id);
        history.push(kept);
        // Of one row alone nothing can be said of the order of numbers.
        let span = task.plan.map_or_else(|| Ok(task.span_alone()), |plan| self.plan(plan).map(|plan| plan.span()))?;
        let mut doubts = self.doubts(&[(task.group, &task.words)], span)?.pop().unwrap_or_default();
        doubts.retain(|note| !note.code.starts_with("tt-"));
        let row = task_row(&facts, &task, &Standing::of_row(&facts, &task, as_of), &self.unit_names(&facts)?, doubts, as_of);
        Ok(TaskView { row, group_name, occurrences, history })
    }

    pub(crate) fn group_counts<E: Noted>(&self, plan: Id, facts: &Facts<E>, standings: &[Standing]) -> Result<Vec<GroupCounts>> {
        let counts = |group: Id| tally(facts.tasks.iter().zip(standings).filter(|(task, _)| task.group == Some(group)).map(|(_, standing)| standing));
        let groups = self.groups(plan)?;
        Ok(groups.into_iter().map(|group| GroupCounts { counts: counts(group.id), id: group.id, roman: group.roman, name: group.name }).collect())
    }

    /// The row of the history that says when and how the task came into the ledger.
    fn kept_row(&self, task: &Task) -> Result<HistoryRow> {
        let sql = "SELECT change.moment, change.person, change.summary FROM task JOIN change ON change.id = task.since
                   WHERE task.thing = ?1 ORDER BY task.row LIMIT 1";
        Ok(self.conn.query_row(sql, [task.id], |row| {
            let moment: chrono::NaiveDateTime = row.get(0)?;
            let summary: String = row.get(2)?;
            Ok(HistoryRow {
                entry: None,
                day: moment.date(),
                moment,
                person: row.get(1)?,
                kind: "kept".to_owned(),
                sentence: format!("Vào sổ ngày {}: {summary}.", day_screen(moment.date())),
                note: String::new(),
                evidence: String::new(),
                reason: String::new(),
                new_last: None,
                percent: None,
                counts: true,
                occurrence: None,
                unit: String::new(),
                documents: Vec::new(),
                superseded: false,
            })
        })?)
    }
}

/// A tick for each unit, where several lead the row.
fn lead_ticks<E: Noted>(facts: &Facts<E>, task: &Task, as_of: NaiveDate) -> Vec<UnitTick> {
    let units = task.words.lead_units();
    if units.len() < 2 || !facts.occurrences(task.id).is_empty() {
        return Vec::new();
    }
    units.into_iter().map(|unit| UnitTick { state: Standing::of_unit(facts, task, &unit, as_of).state, unit }).collect()
}

pub(crate) fn task_row<E: Noted>(
    facts: &Facts<E>,
    task: &Task,
    standing: &Standing,
    names: &UnitNames,
    mut warnings: Vec<Note>,
    as_of: NaiveDate,
) -> TaskRow {
    let units = names.leading(&task.words.lead);
    let words = task.words.clone();
    let mut deadline = words.deadline;
    let deadline_hint = hint(task, standing);
    let event_named = Some(&deadline).filter(|deadline| deadline.kind == Kind::Relative).and_then(|_| After::read(&words.deadline_words)?.event);
    if standing.last.is_some() && deadline.kind != Kind::Recurring {
        deadline.last = standing.last;
    }
    // A day that was answered or granted settles the doubt about the words.
    warnings.retain(|note| note.code != "deadline-unknown" || standing.last.is_none());
    TaskRow {
        id: task.id,
        group: task.group.unwrap_or_default(),
        tt: words.tt,
        content: words.content,
        lead: words.lead,
        coordinating: words.coordinating,
        deadline_text: words.deadline_words,
        deadline,
        answered_last: words.answered_last,
        event_day: words.event_day,
        event_named,
        deadline_hint,
        product: words.product,
        state: standing.state,
        state_hint: state_hint(standing, as_of),
        own_day: words.own_day,
        units,
        lead_units: lead_ticks(facts, task, as_of),
        warnings,
    }
}

/// What stands under the words of the deadline: the day in force, and why it differs from the words.
fn hint(task: &Task, standing: &Standing) -> String {
    let meant = deadline::hint(&task.words.deadline);
    match standing.last {
        Some(last) if task.words.deadline.kind == Kind::Recurring => format!("{meant}, lần tới {}", day_screen(last)),
        Some(last) if Some(last) != task.words.last() => format!("gia hạn {}", day_screen(last)),
        Some(last) if task.words.answered_last.is_some() => format!("hạn {} (đã trả lời)", day_screen(last)),
        _ => meant,
    }
}

fn state_hint(standing: &Standing, as_of: NaiveDate) -> String {
    let days = standing.last.map(|last| (as_of - last).num_days());
    match (standing.state, standing.since, days) {
        (State::Overdue, _, Some(days)) => format!("{days} ngày"),
        (State::DoneOnTime | State::DoneLate | State::Stopped, Some(day), _) => format!("ngày {}", day_screen(day)),
        (State::InProgress | State::NotStarted, _, Some(days)) if (-14..=0).contains(&days) => format!("còn {} ngày", -days),
        _ => String::new(),
    }
}
