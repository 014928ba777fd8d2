//! Phiếu cho đơn vị: what units are asked, and what they answered.

use super::{FiguresDraft, Id, Note, State};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A unit that is asked for tasks or figures, and its last answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct UnitAnswers {
    /// Its name.
    pub unit: String,
    /// Its tasks that are not settled.
    pub open: u32,
    /// Figures it is asked for, of the window in hand.
    pub figures: u32,
    /// Those of them that it told.
    pub told: u32,
    /// The day its last answer was noted.
    pub answered: Option<NaiveDate>,
    /// Tasks in that answer.
    pub rows: u32,
}

/// A workbook for one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitFile {
    /// The unit.
    pub unit: String,
    /// `Phieu_PhongKinhTe.xlsx`.
    pub name: String,
    /// The workbook.
    pub bytes: Vec<u8>,
}

/// A unit's workbook that came back, before anything is noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AnswersDraft {
    /// The file's name.
    pub source: String,
    /// The unit that answered.
    pub unit: String,
    /// The day its workbook was made on.
    pub asked: Option<NaiveDate>,
    /// Its rows in order.
    pub rows: Vec<AnswerRow>,
    /// What its sheet of figures says; `None`: it has none, or none that can be read.
    pub figures: Option<FiguresDraft>,
    /// Why its figures can't be taken in; empty otherwise.
    pub unread: String,
}

/// One row of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AnswerRow {
    /// The task it speaks of; `None`: the ledger has none such.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub task: Option<Id>,
    /// True for an assigned task.
    pub assigned: bool,
    /// Its TT.
    pub tt: String,
    /// Its words.
    pub content: String,
    /// The state in the ledger today.
    pub now: Option<State>,
    /// `done`, `in-progress`, `not-started`, `stopped`; `None`: the unit says nothing of it.
    pub state: Option<String>,
    /// The day, dd/mm/yyyy, or empty.
    pub day: String,
    /// The document that proves it, as the unit typed it.
    pub document: String,
    /// What else the unit says; the reason of a stop.
    pub note: String,
    /// True when it will be noted.
    pub take: bool,
    /// Why it is not taken as it stands.
    pub warnings: Vec<Note>,
}
