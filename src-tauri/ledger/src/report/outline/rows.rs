//! The officer's copies of outlines: rows of `data_set`.

use super::{Outline, parse};
use crate::change::Door;
use crate::store::column::json;
use crate::store::files::hash;
use crate::view::{Id, ReportKind};
use crate::{Error, Ledger, Result};
use rusqlite::{OptionalExtension, ToSql};

/// An outline that was copied in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Copy {
    pub(super) id: Id,
    pub(super) version: u32,
    /// True when its text is not the one that was copied in.
    pub(super) edited: bool,
    /// The newer version the officer looked at and left; 0: none.
    pub(super) declined: u32,
    pub(super) kinds: Vec<ReportKind>,
    pub(super) outline: Outline,
}

impl Ledger {
    pub(super) fn outline_copies(&self) -> Result<Vec<Copy>> {
        let sql = "SELECT thing, version, sha256, declined, kinds, body FROM data_set WHERE until IS NULL AND name GLOB 'outline-*' ORDER BY thing";
        let mut query = self.conn.prepare_cached(sql)?;
        let mut rows = query.query([])?;
        let mut copies = Vec::new();
        while let Some(row) = rows.next()? {
            let (sha256, body): (String, String) = (row.get(2)?, row.get(5)?);
            let kinds: Option<String> = row.get(4)?;
            let outline = parse(&body)?;
            let kinds = match kinds {
                Some(kinds) => serde_json::from_str(&kinds).map_err(|error| Error::Fault(format!("kinds: {error}")))?,
                None => outline.kinds.clone(),
            };
            copies.push(Copy {
                id: row.get(0)?,
                version: row.get(1)?,
                edited: hash(body.as_bytes()) != sha256,
                declined: row.get(3)?,
                kinds,
                outline,
            });
        }
        Ok(copies)
    }

    /// The outline a report was begun with, as it stood then; none for a paper that was taken in.
    pub(in crate::report) fn outline_of(&self, report: Id) -> Result<Option<Outline>> {
        let sql = "SELECT d.body FROM (SELECT outline, min(since) AS begun FROM report WHERE thing = ?1) AS r
                   JOIN data_set AS d ON d.thing = r.outline AND d.since <= r.begun AND (d.until IS NULL OR d.until > r.begun)
                   ORDER BY d.row DESC LIMIT 1";
        let body: Option<String> = self.conn.prepare_cached(sql)?.query_row([report], |row| row.get(0)).optional()?;
        body.as_deref().map(parse).transpose()
    }

    /// The number the next change will have.
    pub(super) fn next_change(&self) -> Result<Id> {
        Ok(self.conn.query_row("SELECT coalesce(max(id), 0) + 1 FROM change", [], |row| row.get(0))?)
    }

    /// How many reports stand that were begun with an outline.
    pub(super) fn reports_begun_with(&self, outline: Id) -> Result<u32> {
        let sql = "SELECT count(*) FROM report WHERE outline = ?1 AND until IS NULL";
        Ok(self.conn.prepare_cached(sql)?.query_row([outline], |row| row.get(0))?)
    }
}

impl Door<'_> {
    /// Copies an outline in. `came`: the text it came as, where it differs from `body` already.
    pub(super) fn copy_outline_in(&mut self, set: &str, version: u32, body: &str, came: &str, kinds: &[ReportKind]) -> Result<Id> {
        let sha256 = hash(came.as_bytes());
        let columns: [(&str, &dyn ToSql); 5] = [("name", &set), ("version", &version), ("sha256", &sha256), ("body", &body), ("kinds", &json(kinds))];
        self.make("data_set", &columns)
    }

    /// New words in the same copy.
    pub(super) fn amend_outline(&mut self, id: Id, body: &str, kinds: &[ReportKind]) -> Result<()> {
        self.amend("data_set", id, &[("body", &body), ("kinds", &json(kinds))])
    }

    /// Another version in the place of the copy.
    pub(super) fn renew_outline(&mut self, id: Id, version: u32, body: &str) -> Result<()> {
        self.amend("data_set", id, &[("version", &version), ("sha256", &hash(body.as_bytes())), ("body", &body)])
    }

    pub(super) fn decline_outline(&mut self, id: Id, version: u32) -> Result<()> {
        self.amend("data_set", id, &[("declined", &version)])
    }
}
