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
    /// The units that are valid on the day, offered for new rows.
    pub units: Vec<String>,
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
    /// The day of the event that a relative deadline counts from; an edit hands it back.
    pub event_day: Option<NaiveDate>,
    /// What stands under the words in small type: `hạn 31/07/2025`, `chưa có ngày`, `chưa rõ hạn`.
    pub deadline_hint: String,
    /// Sản phẩm.
    pub product: String,
    /// State on the as-of day.
    pub state: State,
    /// Small words under the state: `130 ngày`, `ngày 05/08/2025`; may be empty.
    pub state_hint: String,
    /// Mốc nội bộ: the office's own target day.
    pub own_day: Option<NaiveDate>,
    /// The units that lead it, each by its one name; none where no single unit is named.
    pub units: Vec<String>,
    /// The units that lead it, each with its tick, where several do; else empty.
    pub lead_units: Vec<UnitTick>,
    /// Doubts about the row.
    pub warnings: Vec<Note>,
}

/// One of several lead units of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct UnitTick {
    /// The unit, as its cell names it.
    pub unit: String,
    /// Where its part stands on the as-of day.
    pub state: State,
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
    /// The day of the event that a relative deadline counts from, dd/mm/yyyy.
    pub event_day: Option<String>,
    /// Mốc nội bộ, dd/mm/yyyy; `None`: as it is.
    pub own_day: Option<String>,
}

impl From<&DraftRow> for TaskDraft {
    fn from(row: &DraftRow) -> TaskDraft {
        TaskDraft {
            tt: row.tt.clone(),
            content: row.content.clone(),
            lead: row.lead.clone(),
            coordinating: row.coordinating.clone(),
            deadline_text: row.deadline_text.clone(),
            product: row.product.clone(),
            answered_last: row.answered_last.clone(),
            event_day: None,
            own_day: None,
        }
    }
}

/// New words for a row, one of several written at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TaskEdit {
    /// The row.
    #[cfg_attr(test, ts(type = "number"))]
    pub task: Id,
    /// All its words.
    pub draft: TaskDraft,
}

/// Rows added below another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FreshRows {
    /// Their group.
    #[cfg_attr(test, ts(type = "number"))]
    pub group: Id,
    /// The row above them; `None`: at the group's end.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub after: Option<Id>,
    /// Their words, in order.
    pub rows: Vec<TaskDraft>,
}

/// What stands around a plan's rows, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PlanForm {
    /// `None` for a new plan.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub id: Option<Id>,
    /// Its title.
    pub title: String,
    /// `09/KH-UBND`, or empty.
    pub number: String,
    /// The day it was issued, dd/mm/yyyy, or empty.
    pub day: String,
    /// `Quyết định số 87/QĐ-UBND ngày 22/7/2025`, or empty.
    pub decision: String,
    /// First day of its period, dd/mm/yyyy.
    pub from: String,
    /// Last day of its period, dd/mm/yyyy.
    pub to: String,
    /// The main CCHC plan of its period feeds the report.
    pub main: bool,
    /// Chỉ tiêu, a line each.
    pub targets: Vec<String>,
}

/// A group of a plan, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct GroupForm {
    /// `None` to add one.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub id: Option<Id>,
    /// Its plan.
    #[cfg_attr(test, ts(type = "number"))]
    pub plan: Id,
    /// The group above a new one; `None`: at the end.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub after: Option<Id>,
    /// `IV`.
    pub roman: String,
    /// Its name.
    pub name: String,
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

/// What an amended plan (kế hoạch sửa đổi, bổ sung) changes in the one that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PlanDifference {
    /// The kept plan.
    pub plan: PlanBrief,
    /// Rows of the new table in its order, then those it no longer has.
    pub rows: Vec<DifferenceRow>,
    /// Rows that stay as they are.
    pub same: u32,
    /// Rows whose words change.
    pub changed: u32,
    /// Rows that come in.
    pub added: u32,
    /// Rows that go.
    pub removed: u32,
}

/// One row of a difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DifferenceRow {
    /// `same`, `changed`, `added`, `removed`.
    pub kind: String,
    /// The kept row, where there is one.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub task: Option<Id>,
    /// Its words.
    pub before: Option<TaskDraft>,
    /// The words of the new table.
    pub after: Option<TaskDraft>,
    /// The group in the new table, or that of a row that goes: `IV. Cải cách tổ chức bộ máy`.
    pub group: String,
    /// The columns that differ: 0 TT … 5 product, 6 the group.
    pub columns: Vec<usize>,
    /// Progress was noted for the kept row: it stays with it.
    pub progress: bool,
    /// One sentence, such as `TT 4: thời hạn từ “Quý II” thành “Quý III”.`
    pub sentence: String,
}
