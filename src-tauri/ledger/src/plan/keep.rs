//! What is written of plans, groups, tasks and occurrences.

use super::rows::TaskWords;
use super::{PlanWords, STEP};
use crate::Result;
use crate::change::Door;
use crate::deadline::{Deadline, Span};
use crate::store::column::json;
use crate::view::Id;
use chrono::{Datelike, NaiveDate};
use rusqlite::{OptionalExtension, ToSql, params};

type Column<'a> = (&'a str, &'a dyn ToSql);

/// The columns of what an officer wrote in a row; `deadline` is its meaning as JSON.
fn word_columns<'a>(words: &'a TaskWords, deadline: &'a dyn ToSql) -> [Column<'a>; 8] {
    [
        ("tt", &words.tt),
        ("content", &words.content),
        ("lead", &words.lead),
        ("coordinating", &words.coordinating),
        ("deadline_words", &words.deadline_words),
        ("deadline", deadline),
        ("answered_last", &words.answered_last),
        ("product", &words.product),
    ]
}

impl Door<'_> {
    pub(crate) fn make_plan(&mut self, words: &PlanWords, span: Span, main: bool) -> Result<Id> {
        self.make(
            "plan",
            &[
                ("title", &words.title),
                ("number", &words.number),
                ("day", &words.day),
                ("from_day", &span.first),
                ("to_day", &span.last),
                ("main", &main),
                ("decision", &words.decision),
                ("targets", &json(words.targets)),
            ],
        )
    }

    pub(crate) fn make_group(&mut self, plan: Id, roman: &str, name: &str, position: i64) -> Result<Id> {
        self.make("plan_group", &[("plan", &plan), ("roman", &roman), ("name", &name), ("position", &position)])
    }

    pub(super) fn make_task_row(&mut self, plan: Id, group: Id, words: &TaskWords, position: i64) -> Result<Id> {
        let deadline = json(&words.deadline);
        let place: [Column; 3] = [("plan", &plan), ("grp", &group), ("position", &position)];
        self.make("task", &[&place[..], &word_columns(words, &deadline)].concat())
    }

    /// A task given by a document, outside any plan.
    pub(crate) fn make_assigned(
        &mut self,
        words: &TaskWords,
        level: &str,
        given: NaiveDate,
        giver: &str,
        document: &str,
        linked: Option<Id>,
    ) -> Result<Id> {
        let (deadline, position) = (json(&words.deadline), given.num_days_from_ce());
        let gift: [Column; 6] =
            [("level", &level), ("given", &given), ("giver", &giver), ("document", &document), ("linked", &linked), ("position", &position)];
        let task = self.make("task", &[&gift[..], &word_columns(words, &deadline)].concat())?;
        self.make_occurrences(task, &words.deadline)?;
        Ok(task)
    }

    pub(super) fn amend_task(&mut self, task: Id, words: &TaskWords) -> Result<()> {
        let deadline = json(&words.deadline);
        self.amend("task", task, &word_columns(words, &deadline))
    }

    pub(crate) fn make_occurrences(&mut self, task: Id, deadline: &Deadline) -> Result<()> {
        for span in &deadline.occurrences {
            self.make("occurrence", &[("task", &task), ("first", &span.first), ("last", &span.last)])?;
        }
        Ok(())
    }

    /// After the words of a recurring deadline changed: spans that stay keep their progress.
    pub(super) fn renew_occurrences(&mut self, task: Id, deadline: &Deadline) -> Result<()> {
        let kept: Vec<(Id, Span)> = {
            let mut query = self.tx.prepare_cached("SELECT thing, first, last FROM occurrence WHERE task = ?1 AND until IS NULL")?;
            let rows = query.query_map([task], |row| Ok((row.get(0)?, Span { first: row.get(1)?, last: row.get(2)? })))?;
            rows.collect::<Result<_, _>>()?
        };
        for (id, _) in kept.iter().filter(|(_, span)| !deadline.occurrences.contains(span)) {
            self.end("occurrence", *id)?;
        }
        for span in deadline.occurrences.iter().filter(|span| !kept.iter().any(|(_, kept)| kept == *span)) {
            self.make("occurrence", &[("task", &task), ("first", &span.first), ("last", &span.last)])?;
        }
        Ok(())
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
