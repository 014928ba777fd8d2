//! The rows of plans, groups and tasks, as they are read.

use super::{STEP, year_of};
use crate::deadline::{Deadline, Span};
use crate::store::column::{day_or_none, parsed};
use crate::view::{Id, PlanBrief};
use crate::{Ledger, Problem, Result};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row};
use std::collections::BTreeMap;

/// A group of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) id: Id,
    pub(crate) roman: String,
    pub(crate) name: String,
    pub(crate) position: i64,
}

/// A row of the appendix or an assigned task.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Task {
    pub(crate) id: Id,
    pub(crate) plan: Option<Id>,
    pub(crate) group: Option<Id>,
    pub(crate) given: Option<NaiveDate>,
    /// The plan row an assigned task is the same as, or the other way round.
    pub(crate) linked: Option<Id>,
    /// The row it goes on from, after an amendment of the plan.
    pub(crate) replaces: Option<Id>,
    /// The first day it is in force, where it came in with an amendment.
    pub(crate) from: Option<NaiveDate>,
    pub(crate) words: TaskWords,
}

/// What an officer wrote in a row, and what its deadline means.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct TaskWords {
    pub(crate) tt: String,
    pub(crate) content: String,
    pub(crate) lead: String,
    pub(crate) coordinating: String,
    pub(crate) deadline_words: String,
    pub(crate) deadline: Deadline,
    pub(crate) answered_last: Option<NaiveDate>,
    /// The day of the event that a relative deadline counts from.
    pub(crate) event_day: Option<NaiveDate>,
    /// Mốc nội bộ: the office's own target day; it drives reminders, never statistics.
    pub(crate) own_day: Option<NaiveDate>,
    pub(crate) product: String,
}

/// Who gave an assigned task, and by what document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gift {
    pub(crate) giver: String,
    pub(crate) document: String,
}

/// Which tasks to read.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Which<'a> {
    /// The rows of a plan that are in force on a day.
    Plan(Id, NaiveDate),
    /// All rows of a plan, those not in force yet or any more too.
    Whole(Id),
    /// Assigned tasks of a level, given by a day.
    Assigned(&'a str, NaiveDate),
    /// Tasks whose days are counted from an event, of all plans and assigned ones.
    Counted,
    /// One task.
    One(Id),
}

const TASK: &str = "SELECT thing, plan, grp, given, tt, content, lead, coordinating, deadline_words, deadline, answered_last, product, own_day, linked, replaces, position, event_day, in_force_from FROM task";

impl Ledger {
    pub(crate) fn plans(&self) -> Result<Vec<PlanBrief>> {
        let mut query = self
            .conn
            .prepare_cached("SELECT thing, title, from_day, to_day, main FROM plan WHERE until IS NULL ORDER BY from_day DESC, main DESC, thing")?;
        let rows = query
            .query_map([], |row| Ok(PlanBrief { id: row.get(0)?, title: row.get(1)?, from: row.get(2)?, to: row.get(3)?, main: row.get(4)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(crate) fn plan(&self, id: Id) -> Result<PlanBrief> {
        self.plans()?.into_iter().find(|plan| plan.id == id).ok_or_else(|| Problem::NotFound("kế hoạch").into())
    }

    /// Number and day of a plan as cited: `Kế hoạch số 09/KH-UBND ngày 15/01/2026`; blank parts left out.
    pub(crate) fn plan_reference(&self, plan: Id) -> Result<(String, Option<NaiveDate>)> {
        let sql = "SELECT number, day FROM plan WHERE thing = ?1 AND until IS NULL";
        Ok(self.conn.query_row(sql, [plan], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    pub(crate) fn groups(&self, plan: Id) -> Result<Vec<Group>> {
        let mut query = self
            .conn
            .prepare_cached("SELECT thing, roman, name, position FROM plan_group WHERE plan = ?1 AND until IS NULL ORDER BY position, thing")?;
        let rows = query.query_map([plan], |row| Ok(Group { id: row.get(0)?, roman: row.get(1)?, name: row.get(2)?, position: row.get(3)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(crate) fn tasks(&self, which: Which) -> Result<Vec<Task>> {
        let (clause, values): (&str, Vec<&dyn rusqlite::ToSql>) = match &which {
            Which::Plan(plan, day) => {
                ("plan = ?1 AND (in_force_from IS NULL OR in_force_from <= ?2) AND (in_force_to IS NULL OR in_force_to >= ?2)", vec![plan, day])
            }
            Which::Whole(plan) => ("plan = ?1 ORDER BY position, thing", vec![plan]),
            Which::Assigned(level, day) => ("level = ?1 AND given <= ?2 ORDER BY given, position, thing", vec![level, day]),
            Which::Counted => ("deadline ->> '$.kind' = 'relative' ORDER BY thing", Vec::new()),
            Which::One(task) => ("thing = ?1", vec![task]),
        };
        let mut query = self.conn.prepare_cached(&format!("{TASK} WHERE until IS NULL AND {clause}"))?;
        let rows = query.query_map(values.as_slice(), |row| Ok((row.get(15)?, read_task(row)?)))?;
        let mut tasks: Vec<(i64, Task)> = rows.collect::<Result<_, _>>()?;
        if let Which::Plan(plan, _) = which {
            // Sorted here: the database would carry every word of every row through its sorter.
            let groups: BTreeMap<Id, i64> = self.groups(plan)?.into_iter().map(|group| (group.id, group.position)).collect();
            tasks.sort_by_cached_key(|(position, task)| (task.group.and_then(|group| groups.get(&group)).copied(), *position, task.id));
        }
        Ok(tasks.into_iter().map(|(_, task)| task).collect())
    }

    /// All rows of a plan, whenever they are in force.
    pub(crate) fn all_tasks(&self, plan: Id) -> Result<Vec<Task>> {
        self.tasks(Which::Whole(plan))
    }

    /// The lead and coordinating cells of all plans and assigned tasks, and in how many rows each stands.
    pub(crate) fn unit_cells(&self) -> Result<Vec<(String, u32)>> {
        let sql = "SELECT cell, count(*) FROM (SELECT lead AS cell FROM task WHERE until IS NULL
                   UNION ALL SELECT coordinating FROM task WHERE until IS NULL) WHERE cell <> '' GROUP BY cell";
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(crate) fn task(&self, id: Id) -> Result<Task> {
        self.tasks(Which::One(id))?.pop().ok_or_else(|| Problem::NotFound("nhiệm vụ").into())
    }

    /// Rows with a TT in the plan whose period holds a day (or a plan named): id and words of each.
    pub fn tasks_with(&self, tt: &str, day: NaiveDate, plan: Option<Id>) -> Result<Vec<(Id, String)>> {
        let plan = match plan {
            Some(plan) => self.plan(plan)?,
            None => {
                let main = self.main_plan_on(day)?;
                let any = self.plans()?.into_iter().find(|plan| plan.from <= day && day <= plan.to);
                main.or(any).ok_or(Problem::NoPlan(day))?
            }
        };
        Ok(named(self.tasks(Which::Plan(plan.id, day))?, tt))
    }

    /// Assigned tasks with a TT, of both levels, given by a day.
    pub fn assigned_with(&self, tt: &str, day: NaiveDate) -> Result<Vec<(Id, String)>> {
        let mut tasks = self.tasks(Which::Assigned("above", day))?;
        tasks.extend(self.tasks(Which::Assigned("own", day))?);
        Ok(named(tasks, tt))
    }

    /// Who gave an assigned task, and by what.
    pub(crate) fn gift(&self, task: Id) -> Result<Gift> {
        let sql = "SELECT giver, document FROM task WHERE thing = ?1 AND until IS NULL";
        Ok(self.conn.prepare_cached(sql)?.query_row([task], |row| Ok(Gift { giver: row.get(0)?, document: row.get(1)? }))?)
    }

    /// A position right below a row, or below the last one of a group.
    pub(super) fn position_after(&self, plan: Id, group: Id, after: Option<Id>) -> Result<i64> {
        let known = self.conn.query_row("SELECT 1 FROM plan_group WHERE thing = ?1 AND plan = ?2 AND until IS NULL", [group, plan], |_| Ok(()));
        known.optional()?.ok_or(Problem::NotFound("nhóm"))?;
        let above: Option<i64> = match after {
            Some(task) => {
                let row = self.conn.query_row("SELECT position FROM task WHERE thing = ?1 AND until IS NULL", [task], |row| row.get(0));
                Some(row.optional()?.ok_or(Problem::NotFound("nhiệm vụ"))?)
            }
            None => self
                .conn
                .query_row("SELECT max(position) FROM task WHERE plan = ?1 AND grp = ?2 AND until IS NULL", [plan, group], |row| row.get(0))?,
        };
        let Some(above) = above else { return self.top_of(plan, group) };
        let below: Option<i64> =
            self.conn
                .query_row("SELECT min(position) FROM task WHERE plan = ?1 AND until IS NULL AND position > ?2", [plan, above], |row| row.get(0))?;
        Ok(below.map_or(above + STEP, |below| above + (below - above + 1) / 2))
    }

    /// A position above the first row of a group.
    pub(super) fn top_of(&self, plan: Id, group: Id) -> Result<i64> {
        let first: Option<i64> =
            self.conn.query_row("SELECT min(position) FROM task WHERE plan = ?1 AND grp = ?2 AND until IS NULL", [plan, group], |row| row.get(0))?;
        Ok(first.unwrap_or(STEP) - STEP / 2)
    }
}

impl Task {
    /// The year in which an assigned task was given: what a missing year in its deadline means.
    pub(crate) fn span_alone(&self) -> Span {
        year_of(self.given.unwrap_or_default())
    }
}

fn named(tasks: Vec<Task>, tt: &str) -> Vec<(Id, String)> {
    tasks.into_iter().filter(|task| task.words.tt == tt.trim()).map(|task| (task.id, task.words.content)).collect()
}

fn read_task(row: &Row) -> rusqlite::Result<Task> {
    Ok(Task {
        id: row.get(0)?,
        plan: row.get(1)?,
        group: row.get(2)?,
        given: day_or_none(row, 3)?,
        linked: row.get(13)?,
        replaces: row.get(14)?,
        from: day_or_none(row, 17)?,
        words: TaskWords {
            tt: row.get(4)?,
            content: row.get(5)?,
            lead: row.get(6)?,
            coordinating: row.get(7)?,
            deadline_words: row.get(8)?,
            deadline: parsed(row, 9)?,
            answered_last: day_or_none(row, 10)?,
            event_day: day_or_none(row, 16)?,
            own_day: day_or_none(row, 12)?,
            product: row.get(11)?,
        },
    })
}
