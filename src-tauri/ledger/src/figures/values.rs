//! What was told of figures: rows of `figure_value`, all of a ledger at once.

use crate::change::Door;
use crate::deadline::Span;
use crate::store::column::day;
use crate::view::Id;
use crate::{Ledger, Result};
use chrono::NaiveDate;
use rusqlite::{ToSql, params};
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::str::FromStr;

/// One value that was told, of the office or of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) thing: Id,
    /// The unit whose share it is; `None`: the whole office.
    pub(crate) unit: Option<Id>,
    pub(crate) span: Span,
    /// The day it speaks of.
    pub(crate) as_of: NaiveDate,
    /// Told as lũy kế: from the beginning of the year.
    pub(crate) cumulative: bool,
    /// False for an estimate.
    pub(crate) closed: bool,
    /// As kept: a decimal number, or words.
    pub(crate) value: String,
    /// The number, where it is one.
    pub(crate) amount: Option<Decimal>,
    pub(crate) source: String,
}

/// All that holds, by figure.
#[derive(Debug, Default)]
pub(crate) struct Values {
    by_figure: HashMap<String, Vec<Told>>,
}

/// Why something does not agree, in the officer's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Explanation {
    pub(super) thing: Id,
    pub(super) words: String,
    /// The arithmetic it was given for: of other numbers it says nothing.
    pub(super) arithmetic: String,
}

/// The explanations of a window, by what they are about.
pub(crate) type Explained = HashMap<String, Explanation>;

impl Values {
    /// What was told of a figure, in the order it was first written.
    pub(crate) fn of(&self, figure: &str) -> &[Told] {
        self.by_figure.get(figure).map(Vec::as_slice).unwrap_or_default()
    }

    /// True when a unit told something of a figure.
    pub(super) fn told_by(&self, figure: &str, unit: Option<Id>) -> bool {
        unit.is_some() && self.of(figure).iter().any(|told| told.unit == unit)
    }

    /// Every window that something was told of, in order.
    pub(crate) fn windows(&self) -> Vec<Span> {
        let mut spans: Vec<Span> = self.by_figure.values().flatten().map(|told| told.span).collect();
        spans.sort_by_key(|span| (span.first, span.last));
        spans.dedup();
        spans
    }

    #[cfg(test)]
    pub(super) fn insert(&mut self, figure: &str, told: Told) {
        self.by_figure.entry(figure.to_owned()).or_default().push(told);
    }
}

impl Ledger {
    /// What holds now.
    pub(crate) fn figure_values(&self) -> Result<Values> {
        self.values_where("until IS NULL", params![])
    }

    /// What held once a change was made.
    pub(super) fn figure_values_after(&self, change: Id) -> Result<Values> {
        self.values_where("since <= ?1 AND (until IS NULL OR until > ?1)", params![change])
    }

    fn values_where(&self, holds: &str, by: &[&dyn ToSql]) -> Result<Values> {
        let columns = "figure, thing, unit, from_day, to_day, as_of, cumulative, closed, value, source";
        let mut query = self.conn.prepare_cached(&format!("SELECT {columns} FROM figure_value WHERE {holds} ORDER BY thing"))?;
        let mut values = Values::default();
        let rows = query.query_map(by, |row| {
            let value: String = row.get(8)?;
            let told = Told {
                thing: row.get(1)?,
                unit: row.get(2)?,
                span: Span { first: day(row, 3)?, last: day(row, 4)? },
                as_of: day(row, 5)?,
                cumulative: row.get(6)?,
                closed: row.get(7)?,
                amount: Decimal::from_str(&value).ok(),
                value,
                source: row.get(9)?,
            };
            Ok((row.get::<_, String>(0)?, told))
        })?;
        for row in rows {
            let (figure, told) = row?;
            values.by_figure.entry(figure).or_default().push(told);
        }
        Ok(values)
    }

    /// Why a law does not hold in a window, where the officer said so, by what it is about.
    pub(crate) fn figure_notes(&self, span: Span) -> Result<Explained> {
        let sql = "SELECT about, thing, words, arithmetic FROM figure_note WHERE until IS NULL AND from_day = ?1 AND to_day = ?2";
        let mut query = self.conn.prepare_cached(sql)?;
        let note = |row: &rusqlite::Row| Ok((row.get(0)?, Explanation { thing: row.get(1)?, words: row.get(2)?, arithmetic: row.get(3)? }));
        let rows = query.query_map(params![span.first, span.last], note)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Door<'_> {
    /// Writes a value; `thing` is that of the row it takes the place of.
    pub(super) fn keep_told(&mut self, figure: &str, thing: Option<Id>, told: &Told) -> Result<Id> {
        let columns: [(&str, &dyn ToSql); 9] = [
            ("figure", &figure),
            ("unit", &told.unit),
            ("from_day", &told.span.first),
            ("to_day", &told.span.last),
            ("as_of", &told.as_of),
            ("cumulative", &told.cumulative),
            ("closed", &told.closed),
            ("value", &told.value),
            ("source", &told.source),
        ];
        match thing {
            None => self.make("figure_value", &columns),
            Some(thing) => self.replace("figure_value", thing, &columns).map(|()| thing),
        }
    }

    pub(super) fn keep_figure_note(&mut self, thing: Option<Id>, about: &str, span: Span, words: &str, arithmetic: &str) -> Result<Id> {
        let columns: [(&str, &dyn ToSql); 5] =
            [("about", &about), ("from_day", &span.first), ("to_day", &span.last), ("words", &words), ("arithmetic", &arithmetic)];
        match thing {
            None => self.make("figure_note", &columns),
            Some(thing) => self.replace("figure_note", thing, &columns).map(|()| thing),
        }
    }
}

#[cfg(test)]
impl Told {
    pub(super) fn sample(span: Span, amount: i64, closed: bool) -> Told {
        let amount = Decimal::from(amount);
        let value = amount.to_string();
        Told { thing: 0, unit: None, span, as_of: span.last, cumulative: false, closed, value, amount: Some(amount), source: String::new() }
    }
}
