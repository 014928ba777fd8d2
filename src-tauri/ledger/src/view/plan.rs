//! Kế hoạch: the grid, the drawer, the preview of an import.

use super::{Counts, GroupCounts, Id, Note, State};
use crate::deadline::Deadline;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// A plan by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PlanBrief {
    /// The plan.
    #[cfg_attr(test, ts(type = "number"))]
    pub id: Id,
    /// Its title.
    pub title: String,
    /// First day of its period.
    pub from: NaiveDate,
    /// Last day of its period.
    pub to: NaiveDate,
    /// The main CCHC plan of its period feeds the report.
    pub main: bool,
}

/// The plan as a grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PlanView {
    /// All plans, newest period first.
    pub plans: Vec<PlanBrief>,
    /// The plan shown; `None`: there is none yet.
    pub plan: Option<PlanBrief>,
    /// The day the states speak of.
    pub as_of: NaiveDate,
    /// Counts of the whole plan.
    pub counts: Counts,
    /// Groups in order.
    pub groups: Vec<GroupCounts>,
    /// Tasks in order, each naming its group.
    pub tasks: Vec<TaskRow>,
}

/// A row of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TaskRow {
    /// The task.
    #[cfg_attr(test, ts(type = "number"))]
    pub id: Id,
    /// Its group.
    #[cfg_attr(test, ts(type = "number"))]
    pub group: Id,
    /// TT as written.
    pub tt: String,
    /// Nội dung công việc.
    pub content: String,
    /// Cơ quan chủ trì, as written.
    pub lead: String,
    /// Cơ quan phối hợp, as written.
    pub coordinating: String,
    /// Thời hạn, as written.
    pub deadline_text: String,
    /// What it means; an extension moves `last`.
    pub deadline: Deadline,
    /// The last day the officer answered where the words leave it open; an edit hands it back.
    pub answered_last: Option<NaiveDate>,
    /// What stands under the words in small type: `hạn 31/07/2025`, `chưa có ngày`, `chưa rõ hạn`.
    pub deadline_hint: String,
    /// Sản phẩm.
    pub product: String,
    /// State on the as-of day.
    pub state: State,
    /// Small words under the state: `130 ngày`, `ngày 05/08/2025`; may be empty.
    pub state_hint: String,
    /// Doubts about the row.
    pub warnings: Vec<Note>,
}

/// The words of a row, as typed; used to add and to edit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[allow(missing_docs, reason = "the columns of the appendix, see TaskRow")]
pub struct TaskDraft {
    pub tt: String,
    pub content: String,
    pub lead: String,
    pub coordinating: String,
    pub deadline_text: String,
    pub product: String,
    /// The last day as the officer answered it, dd/mm/yyyy, where the words leave it open.
    pub answered_last: Option<String>,
}

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
}

/// A plan read from a file, before anything is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PlanDraft {
    /// The file's name, for the title bar.
    pub source: String,
    /// Title of the plan, from the words above the table, or empty.
    pub title: String,
    /// First day of the period, read from the title or proposed.
    pub from: NaiveDate,
    /// Last day of the period.
    pub to: NaiveDate,
    /// The rows in order.
    pub rows: Vec<DraftRow>,
    /// Doubts about the whole: columns that were not found, rows that were skipped.
    pub warnings: Vec<Note>,
}

/// A row read from a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[allow(missing_docs, reason = "the columns of the appendix, see TaskRow")]
pub struct DraftRow {
    pub group_roman: String,
    pub group_name: String,
    pub tt: String,
    pub content: String,
    pub lead: String,
    pub coordinating: String,
    pub deadline_text: String,
    pub product: String,
    pub deadline: Deadline,
    pub deadline_hint: String,
    pub warnings: Vec<Note>,
    /// The last day as the officer answered it, dd/mm/yyyy.
    #[serde(default)]
    pub answered_last: Option<String>,
}

/// Where a plan is read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum PlanSource {
    /// A file: .docx, .xlsx, .xls, .ods, .html, .txt.
    File {
        /// Where it lies.
        path: PathBuf,
    },
    /// The clipboard, as Word, Excel or a PDF reader filled it.
    Pasted {
        /// Its HTML, or empty.
        html: String,
        /// Its text.
        text: String,
    },
}

/// What the columns of one table hold, as the officer says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ColumnMap {
    /// The table, counted from 0.
    pub table: usize,
    /// Rows of the header, with those above it.
    pub header_rows: usize,
    /// For each column its field: 0 TT, 1 content, 2 lead, 3 coordinating, 4 deadline, 5 product; `None`: not read.
    pub fields: Vec<Option<usize>>,
}

/// The tables of a source, to say what their columns hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ColumnsView {
    /// The file's name.
    pub source: String,
    /// Its tables of more than one column.
    pub tables: Vec<TableSeen>,
}

/// A table as it stands in its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TableSeen {
    /// The name of its sheet, or the words of its first row.
    pub title: String,
    /// Its rows in all.
    pub count: usize,
    /// The first of them, a cell a column.
    pub rows: Vec<Vec<String>>,
    /// What its columns seem to hold.
    pub map: ColumnMap,
}
