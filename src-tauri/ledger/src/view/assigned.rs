//! Nhiệm vụ được giao: tasks given by a document, from above or by the commune to its units.

use super::{AssignedCounts, Id, TaskRow};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The assigned tasks of a level on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AssignedView {
    /// `above` (cấp trên giao) or `own` (xã giao các phòng).
    pub level: String,
    /// The day the states speak of.
    pub as_of: NaiveDate,
    /// Tasks finished before this day are not counted.
    pub from: NaiveDate,
    /// The counts of the form; their total is that of the counted rows.
    pub counts: AssignedCounts,
    /// The sentence of the form, or empty when its rows would not add up.
    pub sentence: String,
    /// The tasks given by that day, in order; those not counted too.
    pub rows: Vec<AssignedRow>,
    /// Who gave tasks so far, to choose from.
    pub givers: Vec<String>,
    /// Rows of the plans that run on that day, to link with.
    pub plan_rows: Vec<LinkRow>,
    /// The units offered for a new task: those of the register valid on the day, and others that lead one.
    pub units: Vec<String>,
}

/// An assigned task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AssignedRow {
    /// Its words and state; it has no group.
    pub row: TaskRow,
    /// The day it was given.
    pub given: NaiveDate,
    /// Who gave it.
    pub giver: String,
    /// The giving document, as cited.
    pub document: String,
    /// The giving document in the register.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub document_id: Option<Id>,
    /// The plan row it is the same as.
    pub linked: Option<LinkRow>,
    /// Given before the from-day and open then: chuyển từ kỳ trước.
    pub carried: bool,
    /// False when it was finished before the from-day.
    pub counted: bool,
}

/// A plan row an assigned task may be linked with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct LinkRow {
    /// The row.
    #[cfg_attr(test, ts(type = "number"))]
    pub id: Id,
    /// Its TT.
    pub tt: String,
    /// Its words.
    pub content: String,
}

/// An assigned task as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AssignedForm {
    /// `None` to add one.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub id: Option<Id>,
    /// `above` or `own`.
    pub level: String,
    /// The day it was given, dd/mm/yyyy.
    pub given: String,
    /// Who gave it.
    pub giver: String,
    /// The giving document as typed; ignored when one of the register is named.
    pub document: String,
    /// The giving document in the register.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub document_id: Option<Id>,
    /// Its number; empty: the next free one.
    pub tt: String,
    /// What is to be done.
    pub content: String,
    /// Who leads.
    pub lead: String,
    /// Who takes part.
    pub coordinating: String,
    /// The deadline's words, or empty: without a deadline.
    pub deadline_text: String,
    /// The last day as the officer answered it, dd/mm/yyyy.
    pub answered_last: Option<String>,
    /// The day of the event that a relative deadline counts from, dd/mm/yyyy.
    pub event_day: Option<String>,
    /// What comes out of it.
    pub product: String,
    /// The plan row it is the same as.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub linked: Option<Id>,
}
