//! Statistics of a plan: three scopes, by field and by unit.

use super::{Counts, GroupCounts, Id};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Which rows are counted, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum Scope {
    /// Lũy kế: every row, since the plan's start up to the day.
    #[default]
    SinceStart,
    /// Rows done within the window.
    DoneWithin,
    /// Rows due within the window, in their state on the day.
    DueWithin,
}

/// The statistics of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct StatisticsView {
    /// The plan.
    #[cfg_attr(test, ts(type = "number"))]
    pub plan: Id,
    /// Which rows are counted.
    pub scope: Scope,
    /// The day the states speak of.
    pub as_of: NaiveDate,
    /// First day of the window; the plan's own for lũy kế.
    pub from: NaiveDate,
    /// Last day of the window.
    pub to: NaiveDate,
    /// All rows that count.
    pub counts: Counts,
    /// By field, in the plan's order; their sum is `counts`.
    pub by_group: Vec<GroupCounts>,
    /// By lead unit, in the order of the alphabet. A row that several units lead counts for each.
    pub by_unit: Vec<UnitCounts>,
    /// The rows behind every number.
    pub rows: Vec<StatisticsRow>,
}

/// Which statistics are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ChartAsked {
    /// The plan.
    #[cfg_attr(test, ts(type = "number"))]
    pub plan: Id,
    /// Which rows are counted.
    pub scope: Scope,
    /// The day the states speak of.
    pub as_of: NaiveDate,
    /// First and last day of the window; `None`: not asked for.
    pub window: Option<(NaiveDate, NaiveDate)>,
}

/// Counts of one lead unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct UnitCounts {
    /// Its name in the register of units, else as most rows have it; empty: no single unit leads.
    pub unit: String,
    /// Its counts.
    pub counts: Counts,
}

/// A row that was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct StatisticsRow {
    /// The task.
    #[cfg_attr(test, ts(type = "number"))]
    pub id: Id,
    /// Its group.
    #[cfg_attr(test, ts(type = "number"))]
    pub group: Id,
    /// The units that lead it, as `by_unit` names them.
    pub units: Vec<String>,
    /// Its state on the day.
    pub state: super::State,
}
