//! The rows of progress entries and occurrences.

use super::Said;
use super::facts::{Facts, Mark, Occurrence};
use crate::change::Door;
use crate::plan::Task;
use crate::store::column::{day, day_or_none};
use crate::view::Id;
use crate::{Ledger, Problem, Result};
use chrono::NaiveDateTime;
use rusqlite::{OptionalExtension, Row};
use std::ops::Deref;

/// One entry of the log of progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// What counts of it.
    pub(crate) mark: Mark,
    pub(crate) note: String,
    pub(crate) evidence: String,
    pub(crate) reason: String,
    pub(crate) moment: NaiveDateTime,
    pub(crate) person: String,
}

impl Deref for Entry {
    type Target = Mark;

    fn deref(&self) -> &Mark {
        &self.mark
    }
}

// Undo and redo write a row again; its change, moment and person are those of the first writing.
// An index of the same columns holds all that counts, so that no row is looked up.
const MARK: &str = "SELECT e.thing, e.task, e.occurrence, e.day, e.state, e.percent, e.new_last, e.counts, e.unit, e.corrects,
            CASE WHEN e.origin IS NULL THEN e.since ELSE (SELECT since FROM entry AS first WHERE first.row = e.origin) END
     FROM entry AS e WHERE e.until IS NULL";
const ENTRY: &str = "SELECT e.thing, e.task, e.occurrence, e.day, e.state, e.percent, e.new_last, e.counts, e.unit, e.corrects, change.id,
            change.moment, change.person, e.note, e.evidence, e.reason
     FROM entry AS e JOIN change ON change.id = coalesce((SELECT since FROM entry AS first WHERE first.row = e.origin), e.since)
     WHERE e.until IS NULL";

impl Ledger {
    /// The marks of all tasks between two ids, in no order.
    pub(super) fn marks_between(&self, low: Id, high: Id) -> Result<Vec<Mark>> {
        let mut query = self.conn.prepare_cached(&format!("{MARK} AND e.task BETWEEN ?1 AND ?2"))?;
        Ok(query.query_map([low, high], read_mark)?.collect::<Result<_, _>>()?)
    }

    /// The entries of all tasks between two ids, in no order.
    pub(super) fn entries_between(&self, low: Id, high: Id) -> Result<Vec<Entry>> {
        let mut query = self.conn.prepare_cached(&format!("{ENTRY} AND e.task BETWEEN ?1 AND ?2"))?;
        Ok(query.query_map([low, high], read_entry)?.collect::<Result<_, _>>()?)
    }

    /// The occurrences of all tasks between two ids, in no order.
    pub(super) fn occurrences_between(&self, low: Id, high: Id) -> Result<Vec<Occurrence>> {
        let sql = "SELECT thing, task, first, last FROM occurrence WHERE until IS NULL AND task BETWEEN ?1 AND ?2";
        let mut query = self.conn.prepare_cached(sql)?;
        let read = |row: &Row| Ok(Occurrence { id: row.get(0)?, task: row.get(1)?, first: day(row, 2)?, last: day(row, 3)? });
        Ok(query.query_map([low, high], read)?.collect::<Result<_, _>>()?)
    }

    /// Tasks with those that are the same: a plan row and an assigned task, a row and the one it goes on from.
    pub(super) fn links(&self) -> Result<Vec<(Id, Id)>> {
        let sql = "SELECT thing, linked, replaces FROM task WHERE until IS NULL AND (linked IS NOT NULL OR replaces IS NOT NULL)";
        let mut query = self.conn.prepare_cached(sql)?;
        let mut links = Vec::new();
        for row in query.query_map([], |row| Ok((row.get(0)?, [row.get::<_, Option<Id>>(1)?, row.get(2)?])))? {
            let (task, others) = row?;
            links.extend(others.into_iter().flatten().map(|other| (task, other)));
        }
        Ok(links)
    }

    pub(crate) fn facts_of(&self, task: Task) -> Result<Facts<Entry>> {
        self.told_facts(vec![task])
    }

    pub(crate) fn entry(&self, id: Id) -> Result<Entry> {
        let found = self.conn.prepare_cached(&format!("{ENTRY} AND e.thing = ?1"))?.query_row([id], read_entry).optional()?;
        found.ok_or_else(|| Problem::NotFound("mục tiến độ").into())
    }
}

impl Ledger {
    /// True for an entry of a task.
    pub fn is_entry_of(&self, entry: Id, task: Id) -> bool {
        self.entry(entry).is_ok_and(|entry| entry.task == task)
    }

    /// The TT of the row that an entry speaks of. Error: there is no such entry.
    pub fn tt_of_entry(&self, entry: Id) -> Result<String> {
        Ok(self.task(self.entry(entry)?.task)?.words.tt)
    }
}

impl Door<'_> {
    pub(crate) fn make_entry(&mut self, entry: &Entry) -> Result<Id> {
        self.make(
            "entry",
            &[
                ("task", &entry.task),
                ("occurrence", &entry.occurrence),
                ("day", &entry.day),
                ("state", &entry.said.name()),
                ("note", &entry.note),
                ("evidence", &entry.evidence),
                ("percent", &entry.percent),
                ("new_last", &entry.new_last),
                ("reason", &entry.reason),
                ("counts", &entry.counts),
                ("unit", &entry.unit),
                ("corrects", &entry.corrects),
            ],
        )
    }
}

fn read_mark(row: &Row) -> rusqlite::Result<Mark> {
    Ok(Mark {
        id: row.get(0)?,
        task: row.get(1)?,
        occurrence: row.get(2)?,
        day: day(row, 3)?,
        // The table's CHECK admits no other word.
        said: Said::parse(row.get_ref(4)?.as_str()?).unwrap_or(Said::NotStarted),
        percent: row.get(5)?,
        new_last: day_or_none(row, 6)?,
        counts: row.get(7)?,
        unit: row.get(8)?,
        corrects: row.get(9)?,
        change: row.get(10)?,
    })
}

fn read_entry(row: &Row) -> rusqlite::Result<Entry> {
    Ok(Entry { mark: read_mark(row)?, moment: row.get(11)?, person: row.get(12)?, note: row.get(13)?, evidence: row.get(14)?, reason: row.get(15)? })
}
