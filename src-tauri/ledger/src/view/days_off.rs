//! Ngày nghỉ of a year.

pub use crate::assets::DayOffKind;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The days of a year that are not as their weekday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DaysOffView {
    /// The year.
    pub year: i32,
    /// True when the table that ships has the year.
    pub ships: bool,
    /// In order.
    pub days: Vec<DayOffRow>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DayOffRow {
    /// The day.
    pub day: NaiveDate,
    /// What it is for.
    pub name: String,
    /// Its kind; `None`: the office took it out, it is as its weekday.
    pub kind: Option<DayOffKind>,
    /// False when it was not decided yet.
    pub announced: bool,
    /// True when the office wrote it, over the table that ships or beside it.
    pub own: bool,
    /// True when the table that ships has the day.
    pub ships: bool,
}

/// A day of the table, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DayOffForm {
    /// As typed or ISO.
    pub day: String,
    /// What it is for.
    pub name: String,
    /// Its kind.
    pub kind: DayOffKind,
    /// False when it was not decided yet.
    pub announced: bool,
    /// True to change a day the table has, false to add one.
    pub change: bool,
}
