//! The rows of what a report was begun from, and of its marks.

use super::marks::Mark;
use crate::change::Door;
use crate::paper::BlockId;
use crate::store::column::{json, parsed};
use crate::view::{Id, MarkKind};
use crate::{Ledger, Result};
use rusqlite::OptionalExtension;

/// Each new block with the one it was.
pub(super) type Pairs = Vec<(BlockId, BlockId)>;

/// A mark with what was said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Kept {
    pub(super) id: Id,
    pub(super) mark: Mark,
    pub(super) answered: bool,
}

const KINDS: [(MarkKind, &str); 8] = [
    (MarkKind::Number, "number"),
    (MarkKind::Day, "day"),
    (MarkKind::Period, "period"),
    (MarkKind::Document, "document"),
    (MarkKind::Words, "words"),
    (MarkKind::Override, "override"),
    (MarkKind::Citation, "citation"),
    (MarkKind::Table, "table"),
];

impl Ledger {
    /// The report another was begun from, and its blocks with those they were.
    pub(super) fn carried(&self, report: Id) -> Result<Option<(Id, Pairs)>> {
        let sql = "SELECT source, pairs FROM carried WHERE report = ?1 AND until IS NULL";
        Ok(self.conn.prepare_cached(sql)?.query_row([report], |row| Ok((row.get(0)?, parsed(row, 1)?))).optional()?)
    }

    /// The marks of a report in the order they were made.
    pub(super) fn kept_marks(&self, report: Id) -> Result<Vec<Kept>> {
        let sql = "SELECT thing, section, block, kind, words, lead, tail, why, instead, answer FROM mark
                   WHERE report = ?1 AND until IS NULL ORDER BY thing";
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map([report], |row| {
            let kind: String = row.get(3)?;
            let mark = Mark {
                section: row.get(1)?,
                block: row.get(2)?,
                kind: KINDS.iter().find(|(_, name)| *name == kind).map_or(MarkKind::Words, |(kind, _)| *kind),
                words: row.get(4)?,
                lead: row.get(5)?,
                tail: row.get(6)?,
                why: row.get(7)?,
                instead: row.get(8)?,
            };
            Ok(Kept { id: row.get(0)?, mark, answered: row.get::<_, Option<String>>(9)?.is_some() })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Door<'_> {
    pub(super) fn make_carried(&mut self, report: Id, source: Id, pairs: &Pairs) -> Result<Id> {
        self.make("carried", &[("report", &report), ("source", &source), ("pairs", &json(pairs))])
    }

    pub(super) fn make_mark(&mut self, report: Id, mark: &Mark, answer: Option<&str>) -> Result<Id> {
        let kind = KINDS.iter().find(|(kind, _)| *kind == mark.kind).map_or("number", |(_, name)| name);
        self.make(
            "mark",
            &[
                ("report", &report),
                ("section", &mark.section),
                ("block", &mark.block),
                ("kind", &kind),
                ("words", &mark.words),
                ("lead", &mark.lead),
                ("tail", &mark.tail),
                ("why", &mark.why),
                ("instead", &mark.instead),
                ("answer", &answer),
            ],
        )
    }

    /// What the officer said of a mark: `right` or `replaced`.
    pub(super) fn answer_mark(&mut self, mark: Id, answer: &str) -> Result<()> {
        self.amend("mark", mark, &[("answer", &answer)])
    }
}
