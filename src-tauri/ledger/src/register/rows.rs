//! The register's rows.

use super::Document;
use crate::change::Door;
use crate::view::Id;
use crate::{Ledger, Problem, Result};
use rusqlite::{OptionalExtension, Row};

const DOCUMENT: &str = "SELECT thing, type, number, day, issuer, subject, field FROM document WHERE until IS NULL";

/// Document, task, its TT and words, whether it is assigned: through progress entries, and given by it.
pub(super) const CITED: &str = "SELECT DISTINCT e.document, t.thing, t.tt, t.content, t.plan IS NULL
    FROM evidence AS e
    LEFT JOIN entry AS n ON n.thing = e.of AND n.until IS NULL
    JOIN task AS t ON t.thing = coalesce(n.task, e.of) AND t.until IS NULL
    WHERE e.until IS NULL ORDER BY t.thing";

impl Ledger {
    /// Every document, latest day first, those without a day before them.
    pub(crate) fn documents(&self) -> Result<Vec<Document>> {
        let mut query = self.conn.prepare_cached(&format!("{DOCUMENT} ORDER BY day IS NOT NULL, day DESC, thing DESC"))?;
        Ok(query.query_map([], read)?.collect::<Result<_, _>>()?)
    }

    pub(crate) fn document(&self, id: Id) -> Result<Document> {
        let found = self.conn.prepare_cached(&format!("{DOCUMENT} AND thing = ?1"))?.query_row([id], read).optional()?;
        found.ok_or_else(|| Problem::NotFound("văn bản").into())
    }

    /// Documents cited by things of a range of ids: the thing, and the document.
    pub(crate) fn evidence_of_entries(&self, low: Id, high: Id) -> Result<Vec<(Id, Document)>> {
        let sql = "SELECT d.thing, d.type, d.number, d.day, d.issuer, d.subject, d.field, e.of
             FROM evidence AS e JOIN document AS d ON d.thing = e.document AND d.until IS NULL
             JOIN entry AS n ON n.thing = e.of AND n.until IS NULL
             WHERE e.until IS NULL AND n.task BETWEEN ?1 AND ?2 ORDER BY e.thing";
        let mut query = self.conn.prepare_cached(sql)?;
        Ok(query.query_map([low, high], |row| Ok((row.get(7)?, read(row)?)))?.collect::<Result<_, _>>()?)
    }

    /// The document that gave an assigned task, when it is one of the register.
    pub(crate) fn giving_document(&self, task: Id) -> Result<Option<(Id, Id)>> {
        let sql = "SELECT thing, document FROM evidence WHERE of = ?1 AND until IS NULL LIMIT 1";
        Ok(self.conn.prepare_cached(sql)?.query_row([task], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
    }
}

impl Door<'_> {
    pub(crate) fn keep_document(&mut self, id: Option<Id>, document: &Document) -> Result<Id> {
        let columns: [(&str, &dyn rusqlite::ToSql); 6] = [
            ("type", &document.kind),
            ("number", &document.number),
            ("day", &document.day),
            ("issuer", &document.issuer),
            ("subject", &document.subject),
            ("field", &document.field),
        ];
        match id {
            None => self.make("document", &columns),
            Some(id) => {
                self.replace("document", id, &columns)?;
                Ok(id)
            }
        }
    }

    /// A document of the register as evidence of a thing.
    pub(crate) fn cite(&mut self, document: Id, of: Id) -> Result<Id> {
        self.make("evidence", &[("document", &document), ("of", &of)])
    }
}

fn read(row: &Row) -> rusqlite::Result<Document> {
    Ok(Document {
        id: row.get(0)?,
        kind: row.get(1)?,
        number: row.get(2)?,
        day: row.get(3)?,
        issuer: row.get(4)?,
        subject: row.get(5)?,
        field: row.get(6)?,
    })
}
