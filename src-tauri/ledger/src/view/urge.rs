//! Đôn đốc: what is late or due soon, by unit.

use super::Id;
use chrono::NaiveDate;
use serde::Serialize;

/// What is to be urged on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct UrgeView {
    /// The day the states speak of.
    pub as_of: NaiveDate,
    /// Days ahead that count as soon.
    pub within: u32,
    /// Tasks, each counted once.
    pub total: u32,
    /// By lead unit, in the order of the alphabet; a task without one stands under an empty name, last.
    pub units: Vec<UrgeUnit>,
}

/// What one unit is urged to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct UrgeUnit {
    /// Its name; empty: rows that no single unit leads.
    pub unit: String,
    /// Its tasks, the earliest due first.
    pub tasks: Vec<UrgeTask>,
    /// The same as plain text for a chat.
    pub message: String,
}

/// A task that is late or due soon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct UrgeTask {
    /// The task.
    #[cfg_attr(test, ts(type = "number"))]
    pub id: Id,
    /// True for an assigned task.
    pub assigned: bool,
    /// Its TT.
    pub tt: String,
    /// Its words.
    pub content: String,
    /// What comes out of it.
    pub product: String,
    /// The deadline's words.
    pub deadline_text: String,
    /// The last day in force, or the own target day where that is earlier.
    pub due: NaiveDate,
    /// The working day on which it is reminded of: `due`, or the one before it.
    pub remind: NaiveDate,
    /// True when `due` is the own target day.
    pub own: bool,
    /// True when its last day has passed.
    pub overdue: bool,
    /// Days from as-of to `due`; negative when past.
    #[cfg_attr(test, ts(type = "number"))]
    pub days: i64,
}
