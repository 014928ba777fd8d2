//! The one door: every action is one transaction and one row of the one log.

mod undo;

use crate::view::{Id, LogRow, Written};
use crate::{Ledger, Result, Stamp};
use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{OptionalExtension, Savepoint, ToSql, params};

/// The tables of kept rows, and the columns of each that name another thing.
pub(crate) const KEPT: [(&str, &[&str]); 27] = [
    ("office", &[]),
    ("unit", &[]),
    ("signer", &[]),
    ("plan", &[]),
    ("plan_group", &["plan"]),
    ("task", &["plan", "grp", "linked", "replaces"]),
    ("occurrence", &["task"]),
    ("entry", &["task", "occurrence", "corrects"]),
    ("document", &[]),
    ("file", &["of"]),
    ("evidence", &["document", "of"]),
    ("data_set", &[]),
    ("figure_value", &["unit"]),
    ("figure_note", &[]),
    ("figure_unit", &["unit"]),
    ("report", &["outline", "signer", "about", "request"]),
    ("section", &["report"]),
    ("carried", &["report", "source"]),
    ("mark", &["report"]),
    ("returned", &["report"]),
    ("submission", &["report"]),
    ("issue", &["report", "document"]),
    ("answer", &[]),
    ("apart", &[]),
    ("day_off", &[]),
    ("request", &["document"]),
    ("form_row", &[]),
];

/// An action under way: what it writes stands or falls together.
pub(crate) struct Door<'a> {
    pub(crate) tx: Savepoint<'a>,
    /// The number this change will have in the log.
    pub(crate) change: Id,
    pub(crate) stamp: &'a Stamp,
    made: u32,
    touched: usize,
}

/// What an action says of itself when it is done.
pub(crate) struct Done {
    /// The thing made or changed.
    pub(crate) thing: Option<Id>,
    /// One sentence for the log and the status bar.
    pub(crate) summary: String,
}

impl Done {
    pub(crate) fn new(thing: Option<Id>, summary: impl Into<String>) -> Done {
        Done { thing, summary: summary.into() }
    }
}

/// What an action says that knows itself that nothing differs.
const UNCHANGED: &str = "không thay đổi";

impl Ledger {
    /// Runs one action as one transaction; nothing is kept when it fails.
    pub(crate) fn write(&mut self, stamp: &Stamp, verb: &str, action: impl FnOnce(&mut Door) -> Result<Done>) -> Result<Written> {
        self.write_undoing(stamp, verb, None, action)
    }

    fn write_undoing(&mut self, stamp: &Stamp, verb: &str, undoes: Option<Id>, action: impl FnOnce(&mut Door) -> Result<Done>) -> Result<Written> {
        let person = if stamp.person.is_empty() { self.person()? } else { stamp.person.clone() };
        // A savepoint outside any transaction is one; inside one (the sample) it is a part of it.
        let tx = self.conn.savepoint()?;
        let change = tx.query_row("SELECT coalesce(max(id), 0) + 1 FROM change", [], |row| row.get(0))?;
        let mut door = Door { tx, change, stamp, made: 0, touched: 0 };
        let done = action(&mut door)?;
        let written = Written { change: Some(change), summary: done.summary, moment: stamp.moment, thing: done.thing, warnings: Vec::new() };
        if door.touched == 0 {
            // Nothing differs from what was kept: no row in the log, and nothing to take back.
            let said = written.summary.ends_with(UNCHANGED);
            let summary = if said { written.summary } else { format!("{}: không có gì khác với sổ", written.summary) };
            return Ok(Written { change: None, summary, ..written });
        }
        door.tx.execute(
            "INSERT INTO change (id, moment, person, verb, summary, undoes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![change, stamp.moment, person, verb, written.summary, undoes],
        )?;
        door.tx.commit()?;
        Ok(written)
    }

    /// The latest changes, newest first.
    pub fn log(&self, most: u32) -> Result<Vec<LogRow>> {
        let undone = self.undone()?;
        let mut query = self.conn.prepare_cached("SELECT id, moment, person, summary FROM change ORDER BY id DESC LIMIT ?1")?;
        let rows = query.query_map([most], |row| {
            let change: Id = row.get(0)?;
            let undone = undone.contains(&change);
            Ok(LogRow { change, moment: row.get(1)?, person: row.get(2)?, summary: row.get(3)?, undone })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The day on which the last change was made: of the last one written, whatever earlier clocks said.
    pub(crate) fn last_day_written(&self) -> Result<Option<NaiveDate>> {
        let sql = "SELECT moment FROM change ORDER BY id DESC LIMIT 1";
        let last: Option<NaiveDateTime> = self.conn.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()?;
        Ok(last.map(|moment| moment.date()))
    }

    /// The moment of the last change, if there was one.
    pub(crate) fn last_moment(&self) -> Result<Option<NaiveDateTime>> {
        Ok(self.conn.query_row("SELECT max(moment) FROM change", [], |row| row.get(0))?)
    }
}

impl Door<'_> {
    /// A new thing of a kind.
    pub(crate) fn thing(&mut self, kind: &str) -> Result<Id> {
        let uid = self.stamp.uid(self.change, self.made);
        self.made += 1;
        self.tx.execute("INSERT INTO thing (kind, uid) VALUES (?1, ?2)", params![kind, uid])?;
        Ok(self.tx.last_insert_rowid())
    }

    /// Begins a row of `thing` in `table`.
    pub(crate) fn begin(&mut self, table: &str, thing: Id, values: &[(&str, &dyn ToSql)]) -> Result<()> {
        let names: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
        let marks: Vec<String> = (0..values.len()).map(|nth| format!("?{}", nth + 3)).collect();
        let sql = format!("INSERT INTO {table} (thing, since, {}) VALUES (?1, ?2, {})", names.join(", "), marks.join(", "));
        let mut all: Vec<&dyn ToSql> = vec![&thing, &self.change];
        all.extend(values.iter().map(|(_, value)| *value));
        self.tx.prepare_cached(&sql)?.execute(all.as_slice())?;
        self.touched += 1;
        Ok(())
    }

    /// Ends the row of `thing` that holds in `table`; answers whether there was one.
    pub(crate) fn end(&mut self, table: &str, thing: Id) -> Result<bool> {
        let sql = format!("UPDATE {table} SET until = ?1 WHERE thing = ?2 AND until IS NULL");
        let ended = self.tx.prepare_cached(&sql)?.execute(params![self.change, thing])?;
        self.touched += ended;
        Ok(ended > 0)
    }

    /// Makes a new thing with its first row.
    pub(crate) fn make(&mut self, table: &str, values: &[(&str, &dyn ToSql)]) -> Result<Id> {
        let thing = self.thing(table)?;
        self.begin(table, thing, values)?;
        Ok(thing)
    }

    /// An edit: ends the row that holds and begins the next one.
    pub(crate) fn replace(&mut self, table: &str, thing: Id, values: &[(&str, &dyn ToSql)]) -> Result<()> {
        self.end(table, thing)?;
        self.begin(table, thing, values)
    }

    /// An edit of some columns: the others are carried over.
    pub(crate) fn amend(&mut self, table: &str, thing: Id, values: &[(&str, &dyn ToSql)]) -> Result<()> {
        let row: Id = self.tx.query_row(&format!("SELECT row FROM {table} WHERE thing = ?1 AND until IS NULL"), [thing], |row| row.get(0))?;
        self.end(table, thing)?;
        let columns = self.columns(table)?;
        let shown: Vec<String> = columns
            .iter()
            .map(|column| match values.iter().position(|(name, _)| name == column) {
                Some(nth) => format!("?{}", nth + 3),
                None => column.clone(),
            })
            .collect();
        let sql =
            format!("INSERT INTO {table} (thing, since, {}) SELECT thing, ?1, {} FROM {table} WHERE row = ?2", columns.join(", "), shown.join(", "));
        let mut all: Vec<&dyn ToSql> = vec![&self.change, &row];
        all.extend(values.iter().map(|(_, value)| *value));
        self.tx.prepare_cached(&sql)?.execute(all.as_slice())?;
        self.touched += 1;
        Ok(())
    }

    /// The columns of a kept table that carry data.
    fn columns(&self, table: &str) -> Result<Vec<String>> {
        let mut query = self
            .tx
            .prepare_cached("SELECT name FROM pragma_table_info(?1) WHERE name NOT IN ('row', 'thing', 'since', 'until', 'origin') ORDER BY cid")?;
        let names = query.query_map([table], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }
}

#[cfg(test)]
mod tests {
    use super::KEPT;
    use crate::{Ledger, Stamp};
    use std::collections::BTreeSet;

    #[test]
    fn undo_knows_every_kept_table_and_every_thing_it_names() {
        let folder = tempfile::tempdir().unwrap();
        let stamp = Stamp { moment: "2026-01-05T08:00:00".parse().unwrap(), person: "Hà".into(), seed: 1 };
        let ledger = Ledger::open(folder.path(), &stamp).unwrap();
        let sql = "SELECT m.name, group_concat(DISTINCT f.\"from\") FROM sqlite_schema AS m, pragma_table_info(m.name) AS c, pragma_foreign_key_list(m.name) AS f
                   WHERE m.type = 'table' AND c.name = 'until' AND f.\"table\" = 'thing' AND f.\"from\" <> 'thing' GROUP BY m.name";
        let mut query = ledger.conn.prepare(sql).unwrap();
        let named = query.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))).unwrap().map(Result::unwrap);
        let named: BTreeSet<(String, BTreeSet<String>)> =
            named.map(|(table, columns)| (table, columns.split(',').map(str::to_owned).collect())).collect();
        let known: BTreeSet<(String, BTreeSet<String>)> = KEPT
            .iter()
            .filter(|(_, columns)| !columns.is_empty())
            .map(|(table, columns)| ((*table).to_owned(), columns.iter().map(|one| (*one).to_owned()).collect()))
            .collect();
        assert_eq!(named, known);
        let mut query = ledger
            .conn
            .prepare("SELECT m.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS c WHERE m.type = 'table' AND c.name = 'until'")
            .unwrap();
        let tables: BTreeSet<String> = query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        assert_eq!(tables, KEPT.iter().map(|(table, _)| (*table).to_owned()).collect());
    }
}
