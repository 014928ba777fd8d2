//! What a Word file said when it was saved for the leaders: what a returned one is compared with.
//!
//! Outside the log: saving a file changes nothing in the report, and there is nothing to undo.

use crate::paper::Document;
use crate::store::column::{json, parsed};
use crate::view::Id;
use crate::word::read::Origin;
use crate::{Ledger, Result, Stamp};
use chrono::NaiveDateTime;
use rusqlite::{OptionalExtension, Row, params};

/// How a file writes the moment of what it says.
const STATE: &str = "%Y-%m-%dT%H:%M:%S";

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

    /// What was sent of a report, and when it was saved: the file this one was, else the last one.
    pub(in crate::report) fn sent(&self, report: Id, origin: Option<&Origin>) -> Result<Option<(Document, NaiveDateTime)>> {
        let read = |row: &Row| Ok((parsed(row, 0)?, row.get(1)?));
        if let Some(state) = origin.map(|origin| origin.moment.as_str()) {
            let sql = "SELECT body, saved FROM sent WHERE report = ?1 AND state = ?2 ORDER BY id DESC LIMIT 1";
            let found = self.conn.prepare_cached(sql)?.query_row(params![report, state], read).optional()?;
            if found.is_some() {
                return Ok(found);
            }
        }
        let sql = "SELECT body, saved FROM sent WHERE report = ?1 ORDER BY id DESC LIMIT 1";
        Ok(self.conn.prepare_cached(sql)?.query_row([report], read).optional()?)
    }

    /// The report that a file names, in this ledger.
    pub(in crate::report) fn report_of_uid(&self, uid: &str) -> Result<Option<Id>> {
        let sql = "SELECT thing.id FROM thing JOIN report ON report.thing = thing.id WHERE thing.uid = ?1 AND report.until IS NULL";
        Ok(self.conn.prepare_cached(sql)?.query_row([uid], |row| row.get(0)).optional()?)
    }
}
