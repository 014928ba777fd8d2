//! What a Word file said when it was saved for the leaders: what a returned one is compared with.
//!
//! Outside the log: saving a file changes nothing in the report, and there is nothing to undo. What was taken of one that came
//! back is a part of the change that took it, and goes with it when that is undone.

use super::units::Unit;
use super::versions::far;
use super::words::Bag;
use crate::change::Door;
use crate::paper::Document;
use crate::store::column::{json, parsed};
use crate::view::Id;
use crate::word::read::Origin;
use crate::{Ledger, Result, Stamp};
use chrono::NaiveDateTime;
use rusqlite::{OptionalExtension, Row, params};

/// How a file writes the moment of what it says.
const STATE: &str = "%Y-%m-%dT%H:%M:%S";

/// A Word file that was saved: what it said then, and after each time that something was taken of it.
pub(super) struct Sent {
    /// The moment that stands in it.
    pub(super) state: String,
    /// Oldest first, each with when it was saved or taken.
    pub(super) versions: Vec<(Document, NaiveDateTime)>,
}

impl Ledger {
    /// Remembers what a report's Word file says, so that its edits can be taken back.
    pub fn note_sent(&mut self, report: Id, document: &Document, stamp: &Stamp) -> Result<()> {
        let (body, state) = (json(document), document.changed.format(STATE).to_string());
        let last = "SELECT body FROM sent WHERE report = ?1 AND state = ?2 ORDER BY id DESC LIMIT 1";
        let known: Option<String> = self.conn.prepare_cached(last)?.query_row(params![report, state], |row| row.get(0)).optional()?;
        if known.as_ref() != Some(&body) {
            let sql = "INSERT INTO sent (report, state, saved, body) VALUES (?1, ?2, ?3, ?4)";
            self.conn.execute(sql, params![report, state, stamp.moment, body])?;
        }
        Ok(())
    }

    /// What a returned file was when it was saved, and what was taken of it since: by the moment that stands in it, else
    /// the one of all that were saved that is most like it.
    pub(super) fn sent(&self, report: Id, origin: Option<&Origin>, home: &[Unit]) -> Result<Option<Sent>> {
        if let Some(origin) = origin
            && let Some(sent) = self.sent_in(report, &origin.moment)?
        {
            return Ok(Some(sent));
        }
        let said = Bag::all(home.iter().map(|unit| unit.plain.as_str()));
        let states: Vec<String> = {
            let mut query = self.conn.prepare_cached("SELECT state FROM sent WHERE report = ?1 GROUP BY state ORDER BY max(id) DESC")?;
            query.query_map([report], |row| row.get(0))?.collect::<std::result::Result<_, _>>()?
        };
        let mut nearest: Option<(u32, Sent)> = None;
        for state in states {
            let Some(sent) = self.sent_in(report, &state)? else { continue };
            let far = sent.versions.iter().map(|(document, _)| far(document, &said)).min().unwrap_or(u32::MAX);
            if nearest.as_ref().is_none_or(|(least, _)| far < *least) {
                nearest = Some((far, sent));
            }
        }
        Ok(nearest.map(|(_, sent)| sent))
    }

    /// What was saved in a state of the report, and what was taken since of files that were saved then.
    fn sent_in(&self, report: Id, state: &str) -> Result<Option<Sent>> {
        let read = |row: &Row| Ok((parsed(row, 0)?, row.get(1)?));
        let sql = "SELECT body, saved FROM sent WHERE report = ?1 AND state = ?2 ORDER BY id DESC LIMIT 1";
        let Some(first) = self.conn.prepare_cached(sql)?.query_row(params![report, state], read).optional()? else { return Ok(None) };
        let sql = "SELECT returned.body, change.moment FROM returned JOIN change ON change.id = returned.since
                   WHERE report = ?1 AND state = ?2 AND until IS NULL ORDER BY returned.row";
        let mut query = self.conn.prepare_cached(sql)?;
        let taken = query.query_map(params![report, state], read)?;
        let versions = std::iter::once(Ok(first)).chain(taken).collect::<std::result::Result<_, _>>()?;
        Ok(Some(Sent { state: state.to_owned(), versions }))
    }

    /// The report that a file names, in this ledger.
    pub(in crate::report) fn report_of_uid(&self, uid: &str) -> Result<Option<Id>> {
        let sql = "SELECT thing.id FROM thing JOIN report ON report.thing = thing.id WHERE thing.uid = ?1 AND report.until IS NULL";
        Ok(self.conn.prepare_cached(sql)?.query_row([uid], |row| row.get(0)).optional()?)
    }
}

impl Door<'_> {
    /// Remembers what a Word file says once some of it was taken.
    pub(super) fn make_returned(&mut self, report: Id, state: &str, document: &Document) -> Result<Id> {
        self.make("returned", &[("report", &report), ("state", &state), ("body", &json(document))])
    }
}
