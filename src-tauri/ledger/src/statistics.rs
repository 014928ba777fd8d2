//! Statistics of a plan on any day: three scopes, by field, by lead unit, and the rows behind each number.

mod chart;

use crate::plan::Task;
use crate::progress::{Facts, Standing, tally};
use crate::viet;
use crate::view::{Counts, GroupCounts, Id, PlanBrief, Scope, State, StatisticsRow, StatisticsView, UnitCounts};
use crate::{Ledger, Problem, Result};
use chrono::NaiveDate;
use std::collections::BTreeMap;

impl Ledger {
    /// Counts the rows of a plan in their state on a day.
    ///
    /// `window`: the days within which a row must be done or due; not asked for lũy kế. A stopped row
    /// that no longer counts is left out. Errors: no such plan; a window that ends before it begins.
    pub fn statistics(&self, plan: Id, scope: Scope, as_of: NaiveDate, window: Option<(NaiveDate, NaiveDate)>) -> Result<StatisticsView> {
        let plan = self.plan(plan)?;
        self.statistics_of(&plan, &self.plan_facts(plan.id, as_of)?, scope, as_of, window)
    }

    /// The same for rows that are known already.
    pub(crate) fn statistics_of(
        &self,
        plan: &PlanBrief,
        facts: &Facts,
        scope: Scope,
        as_of: NaiveDate,
        window: Option<(NaiveDate, NaiveDate)>,
    ) -> Result<StatisticsView> {
        let (from, to) = window.filter(|_| scope != Scope::SinceStart).unwrap_or((plan.from, as_of));
        if from > to {
            return Err(Problem::DaysReversed.into());
        }
        let names = self.unit_names(facts)?;
        let counted: Vec<(&Task, Standing)> = facts
            .tasks
            .iter()
            .filter_map(|task| within(facts, task, scope, as_of, (from, to)).map(|standing| (task, standing)))
            .filter(|(_, standing)| standing.counts)
            .collect();
        let rows: Vec<StatisticsRow> = counted
            .iter()
            .map(|(task, standing)| StatisticsRow {
                id: task.id,
                group: task.group.unwrap_or_default(),
                units: names.leading(&task.words.lead),
                state: standing.state,
            })
            .collect();
        let groups = self.groups(plan.id)?.into_iter().map(|group| {
            let inside = counted.iter().filter(|(task, _)| task.group == Some(group.id));
            GroupCounts { counts: tally(inside.map(|(_, standing)| standing)), id: group.id, roman: group.roman, name: group.name }
        });
        Ok(StatisticsView {
            plan: plan.id,
            scope,
            as_of,
            from,
            to,
            counts: tally(counted.iter().map(|(_, standing)| standing)),
            by_group: groups.collect(),
            by_unit: by_unit(&rows),
            rows,
        })
    }
}

/// Where a row stands, if the scope holds it.
fn within(facts: &Facts, task: &Task, scope: Scope, as_of: NaiveDate, (from, to): (NaiveDate, NaiveDate)) -> Option<Standing> {
    let whole = Standing::of_row(facts, task, as_of);
    let inside = |day: NaiveDate| from <= day && day <= to;
    match scope {
        Scope::SinceStart => Some(whole),
        Scope::DoneWithin => {
            let done = matches!(whole.state, State::DoneOnTime | State::DoneLate);
            (done && whole.since.is_some_and(inside)).then_some(whole)
        }
        Scope::DueWithin if facts.occurrences(task.id).is_empty() => whole.last.is_some_and(inside).then_some(whole),
        Scope::DueWithin => {
            // The unit stays the row: it stands as those of its occurrences that are due in the window.
            let due = facts.occurrences(task.id).iter().filter(|one| inside(one.last));
            let parts: Vec<Standing> = due.map(|one| Standing::of_occurrence(facts, task, one, as_of)).collect();
            match parts.as_slice() {
                [] => None,
                _ if whole.state == State::Stopped => Some(whole),
                parts => Some(Standing { counts: whole.counts, ..Standing::of_parts(parts) }),
            }
        }
    }
}

/// Counts by lead unit in the order of the alphabet; rows that no single unit leads come last.
fn by_unit(rows: &[StatisticsRow]) -> Vec<UnitCounts> {
    let mut counted: BTreeMap<&str, Counts> = BTreeMap::new();
    for row in rows {
        let none = row.units.is_empty().then_some("");
        for unit in row.units.iter().map(String::as_str).chain(none) {
            counted.entry(unit).or_default().add(row.state);
        }
    }
    let mut units: Vec<UnitCounts> = counted.into_iter().map(|(unit, counts)| UnitCounts { unit: unit.to_owned(), counts }).collect();
    units.sort_by(|a, b| a.unit.is_empty().cmp(&b.unit.is_empty()).then_with(|| viet::compare(&a.unit, &b.unit)));
    units
}
