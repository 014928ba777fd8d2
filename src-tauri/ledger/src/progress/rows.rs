//! The rows of progress entries and occurrences, and all facts about a set of tasks at once.

use super::Said;
use crate::change::Door;
use crate::plan::Task;
use crate::register::Document;
use crate::view::Id;
use crate::{Ledger, Problem, Result};
use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{OptionalExtension, Row};
use std::collections::{BTreeMap, BTreeSet};

/// One entry of the log of progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) id: Id,
    pub(crate) task: Id,
    pub(crate) occurrence: Option<Id>,
    pub(crate) day: NaiveDate,
    pub(crate) said: Said,
    pub(crate) note: String,
    pub(crate) evidence: String,
    pub(crate) percent: Option<u8>,
    pub(crate) new_last: Option<NaiveDate>,
    pub(crate) reason: String,
    pub(crate) counts: bool,
    /// The lead unit it speaks of, as the row's cell names it; empty: the whole row.
    pub(crate) unit: String,
    pub(crate) corrects: Option<Id>,
    pub(crate) moment: NaiveDateTime,
    pub(crate) person: String,
    /// The change that first wrote it: the order of two entries of one moment.
    pub(crate) change: Id,
}

/// Lần thực hiện: one period of a recurring task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Occurrence {
    pub(crate) id: Id,
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
}

/// Tasks with everything that was noted of them.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub(crate) tasks: Vec<Task>,
    entries: BTreeMap<Id, Vec<Entry>>,
    occurrences: BTreeMap<Id, Vec<Occurrence>>,
    superseded: BTreeSet<Id>,
    /// Documents of the register that entries cite.
    cited: BTreeMap<Id, Vec<Document>>,
}

impl Facts {
    /// The entries of a task, by day, then by the order they were noted in; corrected ones too.
    pub(crate) fn entries(&self, task: Id) -> &[Entry] {
        self.entries.get(&task).map_or(&[], Vec::as_slice)
    }

    /// The occurrences of a task, in order.
    pub(crate) fn occurrences(&self, task: Id) -> &[Occurrence] {
        self.occurrences.get(&task).map_or(&[], Vec::as_slice)
    }

    /// The documents of the register that an entry cites.
    pub(crate) fn cited(&self, entry: Id) -> Vec<Id> {
        self.cited.get(&entry).map(|cited| cited.iter().map(|document| document.id).collect()).unwrap_or_default()
    }

    /// What proves an entry: documents of the register, then what was typed.
    pub(crate) fn proof(&self, entry: &Entry) -> String {
        let mut proofs: Vec<String> = self.cited.get(&entry.id).map(|cited| cited.iter().map(Document::beside).collect()).unwrap_or_default();
        proofs.extend(Some(entry.evidence.clone()).filter(|typed| !typed.is_empty()));
        proofs.join("; ")
    }

    /// True when a later entry replaced this one.
    pub(crate) fn is_superseded(&self, entry: Id) -> bool {
        self.superseded.contains(&entry)
    }
}

impl Facts {
    /// Gives each task the entries of its kin: an occurrence is the one that ends on the same day.
    fn share(&mut self, kin: &[(Id, Id)]) {
        let mut shared: BTreeMap<Id, Vec<Entry>> = BTreeMap::new();
        for (task, other) in kin {
            let own = self.occurrences(*task);
            let theirs = self.occurrences(*other);
            for entry in self.entries(*other).iter().filter(|entry| entry.said != Said::Extended) {
                let last = theirs.iter().find(|one| Some(one.id) == entry.occurrence).map(|one| one.last);
                let occurrence = match (last, own) {
                    (None, _) | (_, []) => None,
                    (Some(last), own) => match own.iter().find(|one| one.last == last) {
                        Some(same) => Some(same.id),
                        None => continue,
                    },
                };
                // Where the units of the two differ, a tick of one says nothing of the other.
                shared.entry(*task).or_default().push(Entry { task: *task, occurrence, ..entry.clone() });
            }
        }
        for (task, entries) in shared {
            let all = self.entries.entry(task).or_default();
            all.extend(entries);
            all.sort_by_key(|entry| (entry.day, entry.change, entry.id));
        }
    }
}

// Undo and redo write a row again; the moment and the person are those of the first writing.
const ENTRY: &str = "SELECT e.thing, e.task, e.occurrence, e.day, e.state, e.note, e.evidence, e.percent, e.new_last, e.reason, e.counts, e.corrects,
            change.moment, change.person, change.id, e.unit
     FROM entry AS e JOIN change ON change.id = coalesce((SELECT since FROM entry AS first WHERE first.row = e.origin), e.since)
     WHERE e.until IS NULL";

impl Ledger {
    /// Everything noted of a set of tasks; a few queries, however many they are.
    ///
    /// What was noted of a linked task, or of the row an amended one goes on from, counts for both;
    /// extensions do not, for each has its own deadline.
    pub(crate) fn facts(&self, tasks: Vec<Task>) -> Result<Facts> {
        let kin = self.kin(&tasks)?;
        let wanted: BTreeSet<Id> = tasks.iter().map(|task| task.id).chain(kin.iter().map(|(_, other)| *other)).collect();
        let (Some(low), Some(high)) = (wanted.first().copied(), wanted.last().copied()) else { return Ok(Facts::default()) };
        let mut facts = Facts { tasks, ..Facts::default() };
        let mut query = self.conn.prepare_cached(&format!("{ENTRY} AND e.task BETWEEN ?1 AND ?2 ORDER BY e.day, change.id, e.thing"))?;
        let mut rows = query.query([low, high])?;
        while let Some(row) = rows.next()? {
            let entry = read_entry(row)?;
            if wanted.contains(&entry.task) {
                facts.superseded.extend(entry.corrects);
                facts.entries.entry(entry.task).or_default().push(entry);
            }
        }
        let sql = "SELECT task, thing, first, last FROM occurrence WHERE until IS NULL AND task BETWEEN ?1 AND ?2 ORDER BY first, last";
        let mut query = self.conn.prepare_cached(sql)?;
        let mut rows = query.query([low, high])?;
        while let Some(row) = rows.next()? {
            let task: Id = row.get(0)?;
            if wanted.contains(&task) {
                let occurrence = Occurrence { id: row.get(1)?, first: row.get(2)?, last: row.get(3)? };
                facts.occurrences.entry(task).or_default().push(occurrence);
            }
        }
        for (entry, document) in self.evidence_of_entries(low, high)? {
            facts.cited.entry(entry).or_default().push(document);
        }
        facts.share(&kin);
        Ok(facts)
    }

    /// Each task with another whose progress counts for it too.
    fn kin(&self, tasks: &[Task]) -> Result<Vec<(Id, Id)>> {
        let mut query = self.conn.prepare_cached("SELECT thing, linked FROM task WHERE until IS NULL AND linked IS NOT NULL")?;
        let links: Vec<(Id, Id)> = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        let mut kin = Vec::new();
        for task in tasks {
            kin.extend(task.replaces.map(|before| (task.id, before)));
            kin.extend(links.iter().filter(|(from, _)| *from == task.id).map(|(_, to)| (task.id, *to)));
            kin.extend(links.iter().filter(|(_, to)| *to == task.id).map(|(from, _)| (task.id, *from)));
        }
        Ok(kin)
    }

    pub(crate) fn facts_of(&self, task: Task) -> Result<Facts> {
        self.facts(vec![task])
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

fn read_entry(row: &Row) -> rusqlite::Result<Entry> {
    let state: String = row.get(4)?;
    Ok(Entry {
        id: row.get(0)?,
        task: row.get(1)?,
        occurrence: row.get(2)?,
        day: row.get(3)?,
        // The table's CHECK admits no other word.
        said: Said::parse(&state).unwrap_or(Said::NotStarted),
        note: row.get(5)?,
        evidence: row.get(6)?,
        percent: row.get(7)?,
        new_last: row.get(8)?,
        reason: row.get(9)?,
        counts: row.get(10)?,
        corrects: row.get(11)?,
        moment: row.get(12)?,
        person: row.get(13)?,
        change: row.get(14)?,
        unit: row.get(15)?,
    })
}
