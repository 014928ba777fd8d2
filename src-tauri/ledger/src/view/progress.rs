//! The drawer of a task: its history, and what is noted there.

use super::{Id, State, TaskRow};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// The drawer: one task and its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TaskView {
    /// The row as the grid shows it.
    pub row: TaskRow,
    /// Name of its group, with its Roman number.
    pub group_name: String,
    /// Occurrences of a recurring task, in order.
    pub occurrences: Vec<OccurrenceRow>,
    /// What happened, latest first.
    pub history: Vec<HistoryRow>,
}

/// Lần thực hiện.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OccurrenceRow {
    /// The occurrence.
    #[cfg_attr(test, ts(type = "number"))]
    pub id: Id,
    /// First day of its period.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// State on the as-of day.
    pub state: State,
}

/// One entry of a task's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct HistoryRow {
    /// The progress entry, when the row is one (corrections name it).
    #[cfg_attr(test, ts(type = "number | null"))]
    pub entry: Option<Id>,
    /// The day it happened.
    pub day: NaiveDate,
    /// The moment it was recorded.
    pub moment: NaiveDateTime,
    /// Who recorded it.
    pub person: String,
    /// What kind of row: `not-started`, `in-progress`, `done`, `stopped`, `extended`, `kept`.
    pub kind: String,
    /// The whole as one sentence.
    pub sentence: String,
    /// Free note, as typed.
    pub note: String,
    /// Evidence, as typed.
    pub evidence: String,
    /// Stop: the reason. Extension: the granting document.
    pub reason: String,
    /// Extension: the new last day.
    pub new_last: Option<NaiveDate>,
    /// Percent, if it was noted.
    pub percent: Option<u8>,
    /// Stop: whether the row still counts in the total.
    pub counts: bool,
    /// The occurrence it was noted for.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub occurrence: Option<Id>,
    /// The lead unit it was noted for; empty: the whole row.
    pub unit: String,
    /// Documents of the register cited as evidence.
    #[cfg_attr(test, ts(type = "number[]"))]
    pub documents: Vec<Id>,
    /// True when a later entry replaced it.
    pub superseded: bool,
}

/// What the officer notes for one or more tasks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ProgressDraft {
    /// The tasks it is noted for.
    #[cfg_attr(test, ts(type = "number[]"))]
    pub tasks: Vec<Id>,
    /// `not-started`, `in-progress`, `done`, `stopped`; `extended` for a new last day.
    pub state: String,
    /// The day it happened, as typed (dd/mm/yyyy, `5/1`, `hôm nay`) or ISO.
    pub day: String,
    /// Free note.
    pub note: String,
    /// Evidence: type, number, date of a document, as typed.
    pub evidence: String,
    /// Percent, optional.
    pub percent: Option<u8>,
    /// Extension: the new last day as typed; stop: empty.
    pub new_last: String,
    /// Extension: the granting document. Stop: the reason.
    pub reason: String,
    /// Stop: whether the row still counts in the total.
    pub counts: Option<bool>,
    /// The entry it corrects.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub corrects: Option<Id>,
    /// The occurrence of a recurring task; `None`: the one whose period holds the day.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub occurrence: Option<Id>,
    /// The lead unit it is noted for, where several lead; empty: the whole row.
    pub unit: String,
    /// Documents of the register cited as evidence.
    #[cfg_attr(test, ts(type = "number[]"))]
    pub documents: Vec<Id>,
}
