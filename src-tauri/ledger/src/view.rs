//! What a screen is shown: plain data, one struct a screen, exported to TypeScript by a test.

mod annexes;
mod answers;
mod assigned;
mod days_off;
mod figure_set;
mod figures;
mod forms;
mod from_last;
mod outlines;
mod plan;
mod plan_import;
mod progress;
mod register;
mod report;
mod request;
mod settings;
mod statistics;
mod take_back;
mod take_in;
mod urge;

pub use annexes::*;
pub use answers::*;
pub use assigned::*;
pub use days_off::*;
pub use figure_set::*;
pub use figures::*;
pub use forms::*;
pub use from_last::*;
pub use outlines::*;
pub use plan::*;
pub use plan_import::*;
pub use progress::*;
pub use register::*;
pub use report::*;
pub use request::*;
pub use settings::*;
pub use statistics::*;
pub use take_back::*;
pub use take_in::*;
pub use urge::*;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// The id of a kept thing (task, plan, report, signer…), for this ledger only.
pub type Id = i64;

/// What a write answers: the screen shows it and asks its view again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Written {
    /// The change in the log; `None`: nothing differs from what was kept, and there is nothing to take back.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub change: Option<Id>,
    /// One sentence that says what was done, for the status bar.
    pub summary: String,
    /// When it was kept.
    pub moment: NaiveDateTime,
    /// The thing that was made or changed, where there is one.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub thing: Option<Id>,
    /// What was kept and should be looked at, each a sentence; the screen shows them until they are closed.
    pub warnings: Vec<String>,
}

/// What a PDF is to this ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CheckedFile {
    /// True for the very file of a report, also with signatures behind it.
    pub sound: bool,
    /// What is said of it.
    pub sentence: String,
}

/// A refusal or a warning in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Note {
    /// A stable code in kebab case, such as `tt-gap`.
    pub code: String,
    /// The Vietnamese sentence.
    pub sentence: String,
}

/// Counts of tasks by state on a day; `total` is always their sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[allow(missing_docs, reason = "the names are the states of domain.md")]
pub struct Counts {
    pub total: u32,
    pub done_on_time: u32,
    pub done_late: u32,
    pub overdue: u32,
    pub in_progress: u32,
    pub not_started: u32,
    pub stopped: u32,
}

/// The state of a task on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum State {
    /// Hoàn thành đúng hạn.
    DoneOnTime,
    /// Hoàn thành nhưng quá hạn.
    DoneLate,
    /// Quá hạn.
    Overdue,
    /// Đang thực hiện.
    InProgress,
    /// Chưa triển khai.
    NotStarted,
    /// Không thực hiện.
    Stopped,
}

/// What the window shows first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "phase", rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum StartView {
    /// No office yet: the first-start screen.
    First {
        /// Where the ledger is kept.
        folder: String,
        /// Today.
        today: NaiveDate,
    },
    /// The ledger is open.
    Open {
        /// Where the ledger is kept.
        folder: String,
        /// Today.
        today: NaiveDate,
        /// `UBND xã Lam Khê`.
        office: String,
        /// True in the sample's own folder: every screen says SỐ LIỆU MẪU.
        sample: bool,
        /// What to say of a clock that stands before the last thing written.
        clock: Option<String>,
    },
    /// The ledger could not be opened; it was not touched.
    Refused {
        /// Where the ledger is kept.
        folder: String,
        /// Why, and what to do.
        note: Note,
        /// The last verified copies, newest first: path and moment as shown.
        copies: Vec<BackupRow>,
    },
}

/// A copy of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct BackupRow {
    /// When it was made.
    pub moment: NaiveDateTime,
    /// Where it lies.
    pub path: String,
    /// True when it was opened again and read.
    pub verified: bool,
}

/// Tổng quan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OverviewView {
    /// The day the counts speak of.
    pub as_of: NaiveDate,
    /// `UBND xã Lam Khê`.
    pub office: String,
    /// The plan the counts come from; `None`: no plan yet.
    pub plan: Option<PlanBrief>,
    /// Its statistics on that day, since its start: by field, by unit, with the rows behind each number.
    pub statistics: Option<StatisticsView>,
    /// Overdue, longest first, then due within 14 days, nearest first.
    pub due: Vec<DueRow>,
    /// Assigned tasks: from above, and by the commune to its units.
    pub assigned_above: AssignedCounts,
    /// Assigned tasks of the commune's own.
    pub assigned_own: AssignedCounts,
    /// The report that is due next, or the one being written.
    pub report: Option<NextReport>,
    /// The newest verified copy.
    pub backup: Option<BackupRow>,
    /// The latest change that Ctrl+Z would take back, in words.
    pub undo: Option<String>,
}

/// Counts of assigned tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AssignedCounts {
    /// The six states.
    #[serde(flatten)]
    pub counts: Counts,
    /// Those with a last day.
    pub with_deadline: u32,
    /// Those without.
    pub without_deadline: u32,
}

/// Counts of one group (field).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct GroupCounts {
    /// The group.
    #[cfg_attr(test, ts(type = "number"))]
    pub id: Id,
    /// `IV`.
    pub roman: String,
    /// Its name.
    pub name: String,
    /// Its counts.
    pub counts: Counts,
}

/// A task that is late or due soon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DueRow {
    /// The task.
    #[cfg_attr(test, ts(type = "number"))]
    pub id: Id,
    /// True for an assigned task.
    pub assigned: bool,
    /// TT as written.
    pub tt: String,
    /// The task's words.
    pub content: String,
    /// The last day in force.
    pub last: NaiveDate,
    /// Days from as-of to the last day; negative when overdue.
    #[cfg_attr(test, ts(type = "number"))]
    pub days: i64,
}

/// The next report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct NextReport {
    /// The report being written, if it was begun.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub id: Option<Id>,
    /// `Báo cáo quý III năm 2026`.
    pub title: String,
    /// Kind and period for `new_report` when not begun.
    pub kind: ReportKind,
    /// `2026-Q3`.
    pub period: String,
    /// The last day of its window.
    pub window_last: NaiveDate,
    /// The day a document asks it to be sent by.
    pub due: Option<NaiveDate>,
    /// Days from as-of to the due day, else to the window's last; negative when past.
    #[cfg_attr(test, ts(type = "number"))]
    pub days: i64,
    /// Sections with text, of all.
    pub written: u32,
    /// All sections.
    pub sections: u32,
}

/// One change of the log, as a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct LogRow {
    /// The change.
    #[cfg_attr(test, ts(type = "number"))]
    pub change: Id,
    /// When.
    pub moment: NaiveDateTime,
    /// Who.
    pub person: String,
    /// What, as a sentence.
    pub summary: String,
    /// True when it was taken back later.
    pub undone: bool,
}
