//! Days off and Saturdays worked instead.

use crate::Result;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The holidays of some years.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Holidays {
    /// Its id.
    pub set: String,
    /// Its version.
    pub version: u32,
    /// Its name on the screen.
    pub name: String,
    /// The days in order.
    pub days: Vec<DayOff>,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct DayOff {
    /// The day.
    pub day: NaiveDate,
    /// What it is for.
    pub name: String,
    /// Its kind.
    pub kind: DayOffKind,
    /// False when it was not decided yet.
    pub announced: bool,
}

/// The kind of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum DayOffKind {
    /// Off by law.
    Holiday,
    /// A working day given free.
    Swapped,
    /// A Saturday worked instead.
    Workday,
}

/// Public holidays, 2025 to 2027.
pub fn holidays() -> Result<Holidays> {
    super::read("holidays.json", include_str!("../../../../assets/sets/holidays.json"))
}
