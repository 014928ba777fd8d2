//! The rows of requests.

use super::Request;
use crate::change::Door;
use crate::deadline::Span;
use crate::report::rows::{kind_name, kind_of};
use crate::view::{Id, ReportKind};
use crate::{Ledger, Result};
use rusqlite::{OptionalExtension, Row, ToSql};

const REQUEST: &str = "SELECT thing, document, kind, period, from_day, to_day, as_of, due, outline FROM request WHERE until IS NULL";

impl Ledger {
    pub(super) fn request_of(&self, document: Id) -> Result<Option<Request>> {
        Ok(self.conn.prepare_cached(&format!("{REQUEST} AND document = ?1"))?.query_row([document], read).optional()?)
    }

    pub(super) fn kept_requests(&self) -> Result<Vec<Request>> {
        let mut query = self.conn.prepare_cached(&format!("{REQUEST} ORDER BY due, thing"))?;
        Ok(query.query_map([], read)?.collect::<Result<_, _>>()?)
    }

    /// The report that answers a request: the latest.
    pub(super) fn answering(&self, request: Id) -> Result<Option<Id>> {
        let sql = "SELECT thing FROM report WHERE request = ?1 AND about IS NULL AND until IS NULL ORDER BY thing DESC LIMIT 1";
        Ok(self.conn.prepare_cached(sql)?.query_row([request], |row| row.get(0)).optional()?)
    }
}

impl Door<'_> {
    pub(super) fn make_request(&mut self, request: &Request) -> Result<Id> {
        self.make("request", &columns(request, &kind_name(request.kind)))
    }

    pub(super) fn amend_request(&mut self, request: &Request) -> Result<()> {
        self.amend("request", request.id, &columns(request, &kind_name(request.kind)))
    }
}

fn columns<'a>(request: &'a Request, kind: &'a &'static str) -> [(&'static str, &'a dyn ToSql); 8] {
    [
        ("document", &request.document),
        ("kind", kind),
        ("period", &request.period),
        ("from_day", &request.window.first),
        ("to_day", &request.window.last),
        ("as_of", &request.as_of),
        ("due", &request.due),
        ("outline", &request.outline),
    ]
}

fn read(row: &Row) -> rusqlite::Result<Request> {
    let kind: String = row.get(2)?;
    Ok(Request {
        id: row.get(0)?,
        document: row.get(1)?,
        kind: kind_of(&kind).unwrap_or(ReportKind::Free),
        period: row.get(3)?,
        window: Span { first: row.get(4)?, last: row.get(5)? },
        as_of: row.get(6)?,
        due: row.get(7)?,
        outline: row.get(8)?,
    })
}
