//! Kế hoạch: the grid, and what is edited in it.

use super::{Counts, GroupCounts, Id, Note, State};
use crate::deadline::Deadline;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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
    /// The day of the event where the words of the deadline name it in full.
    pub event_named: Option<NaiveDate>,
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
