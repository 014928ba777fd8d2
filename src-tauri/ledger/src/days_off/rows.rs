//! The office's rows of days off.

use crate::assets::DayOffKind;
use crate::change::Door;
use crate::view::Id;
use crate::{Ledger, Result};
use chrono::NaiveDate;
use rusqlite::ToSql;

/// A day where the office's table differs from the one that ships.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OwnDay {
    pub(super) id: Option<Id>,
    pub(super) day: NaiveDate,
    /// `None`: the day is as its weekday.
    pub(super) kind: Option<DayOffKind>,
    pub(super) name: String,
    pub(super) announced: bool,
}

impl Ledger {
    pub(super) fn own_days(&self) -> Result<Vec<OwnDay>> {
        let mut query = self.conn.prepare_cached("SELECT thing, day, kind, name, announced FROM day_off WHERE until IS NULL ORDER BY day")?;
        let rows = query.query_map([], |row| {
            let kind = kind_of(&row.get::<_, String>(2)?);
            Ok(OwnDay { id: Some(row.get(0)?), day: row.get(1)?, kind, name: row.get(3)?, announced: row.get(4)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Door<'_> {
    pub(super) fn keep_own_day(&mut self, own: &OwnDay) -> Result<Id> {
        let kind = code_of(own.kind);
        let columns: [(&str, &dyn ToSql); 4] = [("day", &own.day), ("kind", &kind), ("name", &own.name), ("announced", &own.announced)];
        match own.id {
            None => self.make("day_off", &columns),
            Some(id) => self.replace("day_off", id, &columns).map(|()| id),
        }
    }
}

fn code_of(kind: Option<DayOffKind>) -> &'static str {
    match kind {
        Some(DayOffKind::Holiday) => "holiday",
        Some(DayOffKind::Swapped) => "swapped",
        Some(DayOffKind::Workday) => "workday",
        None => "none",
    }
}

fn kind_of(code: &str) -> Option<DayOffKind> {
    [DayOffKind::Holiday, DayOffKind::Swapped, DayOffKind::Workday].into_iter().find(|kind| code_of(Some(*kind)) == code)
}
