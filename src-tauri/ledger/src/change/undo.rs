//! Undo is a new change that ends what its target began and begins again what it ended.
//!
//! A row begun again names the row it repeats in `origin`, so that a thing counts as "as the target
//! left it" also after later undo and redo. Redo undoes the undo.

use super::{Done, Door, KEPT};
use crate::view::{Id, Written};
use crate::{Ledger, Problem, Result, Stamp};
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeSet;

impl Ledger {
    /// Takes back the latest change that still stands, of this opening or an earlier one.
    ///
    /// Errors: nothing to undo, or a later change rests on it.
    pub fn undo(&mut self, stamp: &Stamp) -> Result<Written> {
        self.undo_after(0, stamp)
    }

    /// The same within this opening alone (Ctrl+Z): what was done on another day is not taken back
    /// by a slip of the finger.
    pub fn undo_in_session(&mut self, stamp: &Stamp) -> Result<Written> {
        self.undo_after(self.opened_at, stamp)
    }

    /// The same, but that change and no other: letters that an editor took back itself.
    ///
    /// Errors: another change is the latest.
    pub fn undo_latest(&mut self, change: Id, stamp: &Stamp) -> Result<Written> {
        match self.undoable(self.opened_at)? {
            Some((latest, _)) if latest == change => self.undo_in_session(stamp),
            _ => Err(Problem::NothingToUndo.into()),
        }
    }

    fn undo_after(&mut self, floor: Id, stamp: &Stamp) -> Result<Written> {
        let (target, summary) = self.undoable(floor)?.ok_or(Problem::NothingToUndo)?;
        self.undo_change(target, format!("Trả lại: {}", lower_first(&summary)), stamp)
    }

    /// Does again what was last taken back (Ctrl+Y), as long as nothing else was done since.
    pub fn redo(&mut self, stamp: &Stamp) -> Result<Written> {
        self.redo_after(0, stamp)
    }

    /// The same within this opening alone (Ctrl+Y).
    pub fn redo_in_session(&mut self, stamp: &Stamp) -> Result<Written> {
        self.redo_after(self.opened_at, stamp)
    }

    fn redo_after(&mut self, floor: Id, stamp: &Stamp) -> Result<Written> {
        let cancelled = self.undone()?;
        let mut query = self.conn.prepare("SELECT id, undoes FROM change WHERE id > ?1 ORDER BY id DESC")?;
        let mut rows = query.query([floor])?;
        let mut target = None;
        while let Some(row) = rows.next()? {
            let (id, undoes): (Id, Option<Id>) = (row.get(0)?, row.get(1)?);
            if cancelled.contains(&id) {
                continue;
            }
            // A redo stands for the change it brought back; look past it to the undo before.
            match undoes {
                Some(undone) if self.is_undo(undone)? => continue,
                Some(undone) => target = Some((id, undone)),
                None => {}
            }
            break;
        }
        drop(rows);
        drop(query);
        let (undo, original) = target.ok_or(Problem::NothingToRedo)?;
        let summary = self.summary(original)?;
        self.undo_change(undo, format!("Làm lại: {}", lower_first(&summary)), stamp)
    }

    /// The latest change after `floor` that stands and is not itself an undo: its number and sentence.
    pub(crate) fn undoable(&self, floor: Id) -> Result<Option<(Id, String)>> {
        let undone = self.undone()?;
        let mut query = self.conn.prepare_cached("SELECT id, summary FROM change WHERE undoes IS NULL AND id > ?1 ORDER BY id DESC")?;
        let mut rows = query.query([floor])?;
        while let Some(row) = rows.next()? {
            let id: Id = row.get(0)?;
            if !undone.contains(&id) {
                return Ok(Some((id, row.get(1)?)));
            }
        }
        Ok(None)
    }

    /// The changes that a standing undo has taken back.
    pub(crate) fn undone(&self) -> Result<BTreeSet<Id>> {
        let mut query = self.conn.prepare_cached("SELECT id, undoes FROM change WHERE undoes IS NOT NULL ORDER BY id DESC")?;
        let mut undone = BTreeSet::new();
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (id, target): (Id, Id) = (row.get(0)?, row.get(1)?);
            if !undone.contains(&id) {
                undone.insert(target);
            }
        }
        Ok(undone)
    }

    fn is_undo(&self, change: Id) -> Result<bool> {
        Ok(self.conn.query_row("SELECT undoes IS NOT NULL FROM change WHERE id = ?1", [change], |row| row.get(0))?)
    }

    fn summary(&self, change: Id) -> Result<String> {
        Ok(self.conn.query_row("SELECT summary FROM change WHERE id = ?1", [change], |row| row.get(0))?)
    }

    fn undo_change(&mut self, target: Id, summary: String, stamp: &Stamp) -> Result<Written> {
        self.write_undoing(stamp, "undo", Some(target), |door| {
            for (table, _) in KEPT {
                door.take_back(table, target)?;
            }
            Ok(Done::new(None, summary))
        })
    }
}

impl Door<'_> {
    /// Ends what `target` began in `table` and begins again what it ended there.
    fn take_back(&mut self, table: &str, target: Id) -> Result<()> {
        let things: Vec<Id> = {
            let mut query = self.tx.prepare_cached(&format!("SELECT DISTINCT thing FROM {table} WHERE since = ?1 OR until = ?1"))?;
            query.query_map([target], |row| row.get(0))?.collect::<Result<_, _>>()?
        };
        let began_sql = format!("SELECT row FROM {table} WHERE thing = ?2 AND since = ?1 AND until IS NOT ?1");
        let ended_sql = format!("SELECT row FROM {table} WHERE thing = ?2 AND until = ?1 AND since <> ?1");
        for thing in things {
            let (began, ended) = (self.row(&began_sql, target, thing)?, self.row(&ended_sql, target, thing)?);
            let holding: Option<(Id, Id)> = self
                .tx
                .query_row(&format!("SELECT row, since FROM {table} WHERE thing = ?1 AND until IS NULL"), [thing], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .optional()?;
            // The thing must stand exactly as the target left it, perhaps by undo and redo since.
            let as_left = match (began, holding) {
                (Some(began), Some((row, _))) => self.root(table, began)? == self.root(table, row)?,
                (None, None) => true,
                _ => false,
            };
            if !as_left {
                return Err(self.resting_on(table, thing, target)?.into());
            }
            if began.is_some() {
                if ended.is_none() {
                    self.refuse_if_rested_on(thing, target)?;
                }
                self.end(table, thing)?;
            }
            if let Some(row) = ended {
                self.begin_again(table, row)?;
            }
        }
        Ok(())
    }

    /// Writes a row once more, naming the first writing of itself.
    fn begin_again(&mut self, table: &str, row: Id) -> Result<()> {
        let columns = self.columns(table)?.join(", ");
        let root = self.root(table, row)?;
        self.tx.execute(
            &format!("INSERT INTO {table} (thing, since, origin, {columns}) SELECT thing, ?1, ?2, {columns} FROM {table} WHERE row = ?3"),
            params![self.change, root, row],
        )?;
        self.touched += 1;
        Ok(())
    }

    fn root(&self, table: &str, row: Id) -> Result<Id> {
        Ok(self.tx.query_row(&format!("SELECT coalesce(origin, row) FROM {table} WHERE row = ?1"), [row], |row| row.get(0))?)
    }

    /// A thing that would vanish must not be named by rows that another change wrote since.
    ///
    /// What doing again takes away was there before it was done first: rows from before that time named it then.
    fn refuse_if_rested_on(&self, thing: Id, target: Id) -> Result<()> {
        let first: Id = self.tx.query_row("SELECT coalesce(undoes, id) FROM change WHERE id = ?1", [target], |row| row.get(0))?;
        for (table, columns) in KEPT {
            for column in columns {
                let later: Option<String> = self
                    .tx
                    .query_row(
                        &format!(
                            "SELECT change.summary FROM {table} AS kept JOIN change ON change.id = kept.since
                             WHERE kept.{column} = ?1 AND kept.until IS NULL AND kept.since <> ?2
                               AND coalesce((SELECT first.since FROM {table} AS first WHERE first.row = kept.origin), kept.since) NOT IN (?2, ?3)
                               AND coalesce((SELECT first.since FROM {table} AS first WHERE first.row = kept.origin), kept.since) > ?3
                             ORDER BY kept.since DESC LIMIT 1"
                        ),
                        params![thing, target, first],
                        |row| row.get(0),
                    )
                    .optional()?;
                if let Some(summary) = later {
                    return Err(Problem::RestsOnIt(summary).into());
                }
            }
        }
        Ok(())
    }

    fn resting_on(&self, table: &str, thing: Id, target: Id) -> Result<Problem> {
        let summary: Option<String> = self
            .tx
            .query_row(
                &format!(
                    "SELECT summary FROM change WHERE id IN (SELECT since FROM {table} WHERE thing = ?1 UNION SELECT until FROM {table} WHERE thing = ?1)
                     AND id > ?2 ORDER BY id DESC LIMIT 1"
                ),
                params![thing, target],
                |row| row.get(0),
            )
            .optional()?;
        Ok(Problem::RestsOnIt(summary.unwrap_or_default()))
    }

    fn row(&self, sql: &str, target: Id, thing: Id) -> Result<Option<Id>> {
        Ok(self.tx.prepare_cached(sql)?.query_row(params![target, thing], |row| row.get(0)).optional()?)
    }
}

fn lower_first(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
