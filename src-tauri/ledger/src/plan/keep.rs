//! What is written of plans, groups, tasks and occurrences.

use super::rows::{Task, TaskWords};
use super::{PlanWords, STEP};
use crate::Result;
use crate::change::Door;
use crate::deadline::{Deadline, Span, pairs};
use crate::store::column::json;
use crate::view::Id;
use chrono::{Datelike, NaiveDate};
use rusqlite::{OptionalExtension, ToSql, params};

type Column<'a> = (&'a str, &'a dyn ToSql);

/// The columns of what an officer wrote in a row; `deadline` is its meaning as JSON.
fn word_columns<'a>(words: &'a TaskWords, deadline: &'a dyn ToSql) -> [Column<'a>; 10] {
    [
        ("tt", &words.tt),
        ("content", &words.content),
        ("lead", &words.lead),
        ("coordinating", &words.coordinating),
        ("deadline_words", &words.deadline_words),
        ("deadline", deadline),
        ("answered_last", &words.answered_last),
        ("event_day", &words.event_day),
        ("own_day", &words.own_day),
        ("product", &words.product),
    ]
}

/// The columns of what stands around a plan's rows; `targets` as JSON.
fn plan_columns<'a>(words: &'a PlanWords, targets: &'a dyn ToSql, span: &'a Span, main: &'a bool) -> [Column<'a>; 8] {
    [
        ("title", &words.title),
        ("number", &words.number),
        ("day", &words.day),
        ("from_day", &span.first),
        ("to_day", &span.last),
        ("main", main),
        ("decision", &words.decision),
        ("targets", targets),
    ]
}

/// What a row that an amendment brought is beside its words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Version {
    /// The first day on which it is in force.
    pub(super) from: Option<NaiveDate>,
    /// The row it goes on from.
    pub(super) replaces: Option<Id>,
}

/// How a task outside any plan was given.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Giving<'a> {
    pub(crate) level: &'a str,
    pub(crate) given: NaiveDate,
    pub(crate) giver: &'a str,
    pub(crate) document: &'a str,
    pub(crate) linked: Option<Id>,
}

impl Door<'_> {
    pub(crate) fn make_plan(&mut self, words: &PlanWords, span: Span, main: bool) -> Result<Id> {
        self.make("plan", &plan_columns(words, &json(words.targets), &span, &main))
    }

    pub(super) fn amend_plan(&mut self, plan: Id, words: &PlanWords, span: Span, main: bool) -> Result<()> {
        self.amend("plan", plan, &plan_columns(words, &json(words.targets), &span, &main))
    }

    pub(crate) fn make_group(&mut self, plan: Id, roman: &str, name: &str, position: i64) -> Result<Id> {
        self.make("plan_group", &[("plan", &plan), ("roman", &roman), ("name", &name), ("position", &position)])
    }

    pub(super) fn make_task_row(&mut self, plan: Id, group: Id, words: &TaskWords, position: i64) -> Result<Id> {
        let deadline = json(&words.deadline);
        let place: [Column; 3] = [("plan", &plan), ("grp", &group), ("position", &position)];
        self.make("task", &[&place[..], &word_columns(words, &deadline)].concat())
    }

    /// A task given by a document, outside any plan: a new one, or new words of one. Answers it, and how
    /// many periods with something noted are no more.
    pub(crate) fn keep_assigned(&mut self, task: Option<Id>, words: &TaskWords, gift: &Giving) -> Result<(Id, usize)> {
        let (deadline, position) = (json(&words.deadline), gift.given.num_days_from_ce());
        let given: [Column; 6] = [
            ("level", &gift.level),
            ("given", &gift.given),
            ("giver", &gift.giver),
            ("document", &gift.document),
            ("linked", &gift.linked),
            ("position", &position),
        ];
        let columns = [&given[..], &word_columns(words, &deadline)].concat();
        match task {
            None => {
                let task = self.make("task", &columns)?;
                self.make_occurrences(task, &words.deadline)?;
                Ok((task, 0))
            }
            Some(task) => {
                self.amend("task", task, &columns)?;
                let lost = self.renew_occurrences(task, &words.deadline)?;
                Ok((task, lost))
            }
        }
    }

    /// A row that comes in with an amendment.
    pub(super) fn make_version(&mut self, plan: Id, group: Id, words: &TaskWords, position: i64, version: Version) -> Result<Id> {
        let deadline = json(&words.deadline);
        let place: [Column; 5] =
            [("plan", &plan), ("grp", &group), ("position", &position), ("in_force_from", &version.from), ("replaces", &version.replaces)];
        let task = self.make("task", &[&place[..], &word_columns(words, &deadline)].concat())?;
        self.make_occurrences(task, &words.deadline)?;
        Ok(task)
    }

    /// The last day on which a row is in force.
    pub(super) fn end_force(&mut self, task: Id, last: NaiveDate) -> Result<()> {
        self.amend("task", task, &[("in_force_to", &last)])
    }

    /// A row at its place in a new table, with its words there.
    pub(super) fn set_row(&mut self, task: &Task, group: Id, words: &TaskWords, position: i64) -> Result<()> {
        let deadline = json(&words.deadline);
        let place: [Column; 2] = [("grp", &group), ("position", &position)];
        self.amend("task", task.id, &[&place[..], &word_columns(words, &deadline)].concat())
    }

    pub(crate) fn amend_task(&mut self, task: Id, words: &TaskWords) -> Result<()> {
        let deadline = json(&words.deadline);
        self.amend("task", task, &word_columns(words, &deadline))
    }

    pub(crate) fn make_occurrences(&mut self, task: Id, deadline: &Deadline) -> Result<()> {
        for span in &deadline.occurrences {
            self.make("occurrence", &[("task", &task), ("first", &span.first), ("last", &span.last)])?;
        }
        Ok(())
    }

    /// After the words of a recurring deadline changed: a period that goes on keeps what was noted of
    /// it, on its new days. Answers how many with something noted go on in none.
    pub(crate) fn renew_occurrences(&mut self, task: Id, deadline: &Deadline) -> Result<usize> {
        let kept: Vec<(Id, Span)> = {
            let mut query =
                self.tx.prepare_cached("SELECT thing, first, last FROM occurrence WHERE task = ?1 AND until IS NULL ORDER BY first, last, thing")?;
            let rows = query.query_map([task], |row| Ok((row.get(0)?, Span { first: row.get(1)?, last: row.get(2)? })))?;
            rows.collect::<Result<_, _>>()?
        };
        let spans: Vec<Span> = kept.iter().map(|(_, span)| *span).collect();
        let found = pairs(&spans, &deadline.occurrences);
        let mut lost = 0;
        for ((id, span), place) in kept.iter().zip(&found) {
            match place.and_then(|place| deadline.occurrences.get(place)) {
                Some(new) if new == span => {}
                Some(new) => self.amend("occurrence", *id, &[("first", &new.first), ("last", &new.last)])?,
                None => {
                    let noted = "SELECT EXISTS (SELECT 1 FROM entry WHERE occurrence = ?1 AND until IS NULL)";
                    lost += usize::from(self.tx.prepare_cached(noted)?.query_row([id], |row| row.get::<_, bool>(0))?);
                    self.end("occurrence", *id)?;
                }
            }
        }
        for (_, span) in deadline.occurrences.iter().enumerate().filter(|(at, _)| !found.contains(&Some(*at))) {
            self.make("occurrence", &[("task", &task), ("first", &span.first), ("last", &span.last)])?;
        }
        Ok(lost)
    }

    pub(super) fn end_task(&mut self, task: Id) -> Result<()> {
        let occurrences: Vec<Id> = {
            let mut query = self.tx.prepare_cached("SELECT thing FROM occurrence WHERE task = ?1 AND until IS NULL")?;
            query.query_map([task], |row| row.get(0))?.collect::<Result<_, _>>()?
        };
        for occurrence in occurrences {
            self.end("occurrence", occurrence)?;
        }
        self.end("task", task)?;
        Ok(())
    }

    /// Spreads the rows of a plan out again when no whole number is left between two neighbours.
    pub(super) fn make_room(&mut self, plan: Id, position: i64) -> Result<()> {
        let taken: Option<Id> = self
            .tx
            .query_row("SELECT thing FROM task WHERE plan = ?1 AND position = ?2 AND until IS NULL", params![plan, position], |row| row.get(0))
            .optional()?;
        if taken.is_none() {
            return Ok(());
        }
        let below: Vec<(Id, i64)> = {
            let mut query = self
                .tx
                .prepare_cached("SELECT thing, position FROM task WHERE plan = ?1 AND position >= ?2 AND until IS NULL ORDER BY position DESC")?;
            query.query_map(params![plan, position], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?
        };
        for (task, old) in below {
            self.amend("task", task, &[("position", &(old + STEP))])?;
        }
        Ok(())
    }
}
