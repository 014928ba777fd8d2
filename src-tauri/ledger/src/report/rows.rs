//! The rows of reports, their sections, submissions and issues.

use super::form::Form;
use crate::change::Door;
use crate::deadline::Span;
use crate::paper::{Block, Document};
use crate::store::column::{json, list, parsed};
use crate::typeset::FACE;
use crate::view::{Id, ReportKind};
use crate::{Ledger, Problem, Result};
use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{OptionalExtension, Row, ToSql, params};
use serde::{Deserialize, Serialize};

/// What stands around the body of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) kind: ReportKind,
    pub(super) period: String,
    pub(super) window: Span,
    pub(super) as_of: NaiveDate,
    pub(super) subject: String,
    pub(super) addressees: Vec<String>,
    pub(super) recipients: Vec<String>,
    pub(super) signer: Option<Id>,
    pub(super) appendix: bool,
    pub(super) form: Form,
    /// The issued report it is about.
    pub(super) about: Option<About>,
    /// The request it answers.
    pub(super) request: Option<Id>,
}

/// An issued report, and what another paper does to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct About {
    pub(super) report: Id,
    /// True where it takes its place, false where it corrects it.
    pub(super) replaces: bool,
}

/// One section of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SectionRow {
    pub(crate) key: String,
    pub(crate) level: u8,
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) writable: bool,
    pub(crate) hint: String,
    pub(crate) blocks: Vec<Block>,
}

/// What was recorded when the report was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Issue {
    pub(super) number: String,
    pub(super) day: Option<NaiveDate>,
    pub(super) signer: String,
    /// Its entry in the register.
    pub(super) document: Option<Id>,
}

/// The kept form of a section's text.
#[derive(Serialize, Deserialize)]
struct Body {
    version: u8,
    blocks: Vec<Block>,
}

impl Ledger {
    pub(super) fn report_ids(&self) -> Result<Vec<Id>> {
        let mut query = self.conn.prepare_cached("SELECT thing FROM report WHERE until IS NULL ORDER BY to_day DESC, thing DESC")?;
        Ok(query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// Whether a section of a report was written after the change it began with.
    pub(super) fn has_written_sections(&self, report: Id) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM section AS kept WHERE report = ?1 AND until IS NULL
                                  AND coalesce((SELECT first.since FROM section AS first WHERE first.row = kept.origin), since)
                                    > (SELECT min(since) FROM section WHERE report = ?1))";
        Ok(self.conn.prepare_cached(sql)?.query_row([report], |row| row.get(0))?)
    }

    pub(super) fn head(&self, report: Id) -> Result<Head> {
        let sql = "SELECT kind, period, from_day, to_day, as_of, subject, addressees, recipients, signer, appendix, form, about, about_how, request
                   FROM report WHERE thing = ?1 AND until IS NULL";
        let head = self.conn.prepare_cached(sql)?.query_row([report], read_head).optional()?;
        head.ok_or_else(|| Problem::NotFound("báo cáo").into())
    }

    /// Whether an empty field for a digital signature stands in a report's room for the signature.
    pub fn signature_field(&self, report: Id) -> Result<bool> {
        let sql = "SELECT form ->> 'signature_field' FROM report WHERE thing = ?1 AND until IS NULL";
        let asked: Option<Option<bool>> = self.conn.prepare_cached(sql)?.query_row([report], |row| row.get(0)).optional()?;
        Ok(asked.ok_or(Problem::NotFound("báo cáo"))?.unwrap_or_default())
    }

    /// The report's uid, the same in whatever ledger it comes to: a Word file names it.
    pub fn report_uid(&self, report: Id) -> Result<String> {
        let sql = "SELECT uid FROM thing JOIN report ON report.thing = thing.id WHERE thing.id = ?1 LIMIT 1";
        let uid = self.conn.prepare_cached(sql)?.query_row([report], |row| row.get(0)).optional()?;
        uid.ok_or_else(|| Problem::NotFound("báo cáo").into())
    }

    /// The moment of the last change to a report's own rows.
    pub(super) fn report_changed(&self, report: Id) -> Result<NaiveDateTime> {
        let sql = "SELECT max(change.moment) FROM change WHERE id IN (
                     SELECT since FROM report WHERE thing = ?1 UNION SELECT since FROM section WHERE report = ?1
                     UNION SELECT since FROM submission WHERE report = ?1 UNION SELECT since FROM issue WHERE report = ?1)";
        Ok(self.conn.prepare_cached(sql)?.query_row([report], |row| row.get(0))?)
    }

    pub(super) fn sections(&self, report: Id) -> Result<Vec<SectionRow>> {
        let sql = "SELECT key, level, number, title, writable, hint, body FROM section WHERE report = ?1 AND until IS NULL ORDER BY position";
        let mut query = self.conn.prepare_cached(sql)?;
        Ok(query.query_map([report], read_section)?.collect::<Result<_, _>>()?)
    }

    pub(super) fn section(&self, report: Id, key: &str) -> Result<(Id, SectionRow)> {
        let sql = "SELECT key, level, number, title, writable, hint, body, thing FROM section WHERE report = ?1 AND key = ?2 AND until IS NULL";
        let row = self.conn.prepare_cached(sql)?.query_row(params![report, key], |row| Ok((row.get(7)?, read_section(row)?))).optional()?;
        row.ok_or_else(|| Problem::NotFound("mục").into())
    }

    /// The frozen document, and when it was frozen.
    pub(super) fn submission(&self, report: Id) -> Result<Option<(Id, Document, NaiveDateTime)>> {
        let sql = "SELECT s.thing, s.body, change.moment FROM submission AS s
                   JOIN change ON change.id = coalesce((SELECT since FROM submission AS f WHERE f.row = s.origin), s.since)
                   WHERE s.report = ?1 AND s.until IS NULL";
        Ok(self.conn.prepare_cached(sql)?.query_row([report], |row| Ok((row.get(0)?, parsed(row, 1)?, row.get(2)?))).optional()?)
    }

    /// The change a report was frozen with.
    pub(super) fn frozen_with(&self, report: Id) -> Result<Option<Id>> {
        let sql = "SELECT coalesce((SELECT since FROM submission AS f WHERE f.row = s.origin), s.since) FROM submission AS s
                   WHERE s.report = ?1 AND s.until IS NULL";
        Ok(self.conn.prepare_cached(sql)?.query_row([report], |row| row.get(0)).optional()?)
    }

    /// The face of the frozen PDF; none where nothing is frozen.
    pub(super) fn submitted_face(&self, report: Id) -> Result<Option<String>> {
        let sql = "SELECT body ->> 'face' FROM submission WHERE report = ?1 AND until IS NULL";
        let face: Option<Option<String>> = self.conn.prepare_cached(sql)?.query_row([report], |row| row.get(0)).optional()?;
        // Before faces could be chosen there was one.
        Ok(face.map(|face| face.unwrap_or_else(|| FACE.to_owned())))
    }

    pub(super) fn issue(&self, report: Id) -> Result<Option<(Id, Issue)>> {
        let sql = "SELECT thing, number, day, signer, document FROM issue WHERE report = ?1 AND until IS NULL";
        let read = |row: &Row| Ok((row.get(0)?, Issue { number: row.get(1)?, day: row.get(2)?, signer: row.get(3)?, document: row.get(4)? }));
        Ok(self.conn.prepare_cached(sql)?.query_row([report], read).optional()?)
    }

    /// The register's entries that are issued reports.
    pub(super) fn issued_documents(&self) -> Result<Vec<Id>> {
        let sql = "SELECT document FROM issue WHERE until IS NULL AND document IS NOT NULL";
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Door<'_> {
    pub(super) fn make_report(&mut self, head: &Head, outline: Option<Id>) -> Result<Id> {
        let how = head.about.map(|about| if about.replaces { "replaces" } else { "corrects" });
        self.make(
            "report",
            &[
                ("kind", &kind_name(head.kind)),
                ("period", &head.period),
                ("from_day", &head.window.first),
                ("to_day", &head.window.last),
                ("as_of", &head.as_of),
                ("outline", &outline),
                ("subject", &head.subject),
                ("addressees", &json(&head.addressees)),
                ("recipients", &json(&head.recipients)),
                ("signer", &head.signer),
                ("appendix", &head.appendix),
                ("form", &json(&head.form)),
                ("face", &FACE),
                ("about", &head.about.map(|about| about.report)),
                ("about_how", &how),
                ("request", &head.request),
            ],
        )
    }

    pub(super) fn amend_report(&mut self, report: Id, head: &Head) -> Result<()> {
        self.amend(
            "report",
            report,
            &[
                ("from_day", &head.window.first),
                ("to_day", &head.window.last),
                ("as_of", &head.as_of),
                ("subject", &head.subject),
                ("addressees", &json(&head.addressees)),
                ("recipients", &json(&head.recipients)),
                ("signer", &head.signer),
                ("appendix", &head.appendix),
                ("form", &json(&head.form)),
            ],
        )
    }

    pub(super) fn make_section(&mut self, report: Id, position: i64, section: &SectionRow) -> Result<Id> {
        self.make(
            "section",
            &[
                ("report", &report),
                ("key", &section.key),
                ("position", &position),
                ("level", &section.level),
                ("number", &section.number),
                ("title", &section.title),
                ("writable", &section.writable),
                ("hint", &section.hint),
                ("body", &body(&section.blocks)),
            ],
        )
    }

    pub(super) fn amend_section(&mut self, section: Id, blocks: &[Block]) -> Result<()> {
        self.amend("section", section, &[("body", &body(blocks))])
    }

    /// Writes a section anew, its heading too; with a position, at another place.
    pub(super) fn rewrite_section(&mut self, section: Id, position: Option<i64>, row: &SectionRow) -> Result<()> {
        let body = body(&row.blocks);
        let mut values: Vec<(&str, &dyn ToSql)> = vec![("level", &row.level), ("number", &row.number), ("title", &row.title)];
        values.extend([("writable", &row.writable as &dyn ToSql), ("body", &body)]);
        values.extend(position.as_ref().map(|position| ("position", position as &dyn ToSql)));
        self.amend("section", section, &values)
    }

    pub(super) fn make_submission(&mut self, report: Id, document: &Document, face: &str, passed: Option<&Passed>) -> Result<Id> {
        let passed = passed.map(json).unwrap_or_default();
        self.make("submission", &[("report", &report), ("body", &json(&Frozen { document, face })), ("passed", &passed)])
    }

    pub(super) fn make_issue(&mut self, report: Id, issue: &Issue) -> Result<Id> {
        let Issue { number, day, signer, document } = issue;
        self.make("issue", &[("report", &report), ("number", number), ("day", day), ("signer", signer), ("document", document)])
    }

    pub(super) fn amend_issue(&mut self, id: Id, issue: &Issue) -> Result<()> {
        let Issue { number, day, signer, document } = issue;
        self.amend("issue", id, &[("number", number), ("day", day), ("signer", signer), ("document", document)])
    }
}

/// What was still open when a report went up, and why it went all the same.
#[derive(Debug, Serialize)]
pub(super) struct Passed {
    pub(super) points: Vec<String>,
    pub(super) reason: String,
}

/// What a submission keeps: the document, and beside its parts the face it was set in.
#[derive(Serialize)]
struct Frozen<'a> {
    #[serde(flatten)]
    document: &'a Document,
    face: &'a str,
}

fn body(blocks: &[Block]) -> String {
    json(&Body { version: 1, blocks: blocks.to_vec() })
}

fn read_section(row: &Row) -> rusqlite::Result<SectionRow> {
    Ok(SectionRow {
        key: row.get(0)?,
        level: row.get(1)?,
        number: row.get(2)?,
        title: row.get(3)?,
        writable: row.get(4)?,
        hint: row.get(5)?,
        blocks: parsed::<Body>(row, 6)?.blocks,
    })
}

fn read_head(row: &Row) -> rusqlite::Result<Head> {
    let kind: String = row.get(0)?;
    Ok(Head {
        kind: kind_of(&kind).unwrap_or(ReportKind::Free),
        period: row.get(1)?,
        window: Span { first: row.get(2)?, last: row.get(3)? },
        as_of: row.get(4)?,
        subject: row.get(5)?,
        addressees: list(row, 6)?,
        recipients: list(row, 7)?,
        signer: row.get(8)?,
        appendix: row.get(9)?,
        form: parsed(row, 10)?,
        about: match (row.get(11)?, row.get::<_, Option<String>>(12)?) {
            (Some(report), Some(how)) => Some(About { report, replaces: how == "replaces" }),
            _ => None,
        },
        request: row.get(13)?,
    })
}

pub(super) const KINDS: [(ReportKind, &str); 6] = [
    (ReportKind::Quarterly, "quarterly"),
    (ReportKind::SixMonth, "six-month"),
    (ReportKind::NineMonth, "nine-month"),
    (ReportKind::Annual, "annual"),
    (ReportKind::Inspection, "inspection"),
    (ReportKind::Free, "free"),
];

pub(super) fn kind_name(kind: ReportKind) -> &'static str {
    KINDS.iter().find(|(one, _)| *one == kind).map_or("free", |(_, name)| name)
}

/// The kind a word names, as the command line writes it.
pub fn kind_of(name: &str) -> Option<ReportKind> {
    KINDS.iter().find(|(_, one)| *one == name).map(|(kind, _)| *kind)
}
