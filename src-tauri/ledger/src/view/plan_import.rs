//! A plan taken in: its preview, its columns, and what it would change in a plan that is kept.

use super::{Id, Note, PlanBrief, TaskDraft};
use crate::deadline::Deadline;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

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
