//! Biểu của cấp trên: a statistics form, its rows, and the figures that belong there.

use super::Id;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A form that was read, before anything is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FormView {
    /// The file's name.
    pub name: String,
    /// First day of the window.
    pub from: NaiveDate,
    /// Last day of the window.
    pub to: NaiveDate,
    /// Its tables with rows to fill.
    pub tables: Vec<FormTable>,
    /// Every figure that can stand in a row, with its value in the window.
    pub figures: Vec<FormFigure>,
}

/// A table of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FormTable {
    /// Its place among the tables or sheets of the file, from 0.
    pub place: usize,
    /// The sheet's name, or the words of its header.
    pub title: String,
    /// What each column is called.
    pub columns: Vec<String>,
    /// The column with the words of a row, from 0.
    pub words: usize,
    /// The column that is filled in; `None`: it is not clear which is that of the window, the officer says it.
    pub value: Option<usize>,
    /// Its rows below the header.
    pub rows: Vec<FormRow>,
}

/// The columns of a table as the officer chose them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FormColumns {
    /// The table's place.
    pub table: usize,
    /// The column with the words of a row; `None`: as it is found.
    pub words: Option<usize>,
    /// The column that is filled in; `None`: as it is found.
    pub value: Option<usize>,
}

/// A row of a form.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FormRow {
    /// Its place in the table, or its number in the sheet.
    pub place: usize,
    /// The words of each column.
    pub cells: Vec<String>,
    /// What it is remembered by: its words, behind those of the row it belongs to.
    pub key: String,
    /// The figure that belongs there; empty: none.
    pub figure: String,
    /// True when it was told before, or is called the same; else it is a guess to look at.
    pub sure: bool,
    /// The unit it asks for, as the form writes it; empty: it says none.
    pub unit: String,
    /// What the unit is found by among a figure's amounts.
    pub unit_key: String,
    /// True when the row itself says it; else it is said of all amounts of the table.
    pub unit_own: bool,
}

/// A figure as a form takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FormFigure {
    /// `case.received`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// Its value in the window; `None`: nobody gave it yet.
    pub value: Option<String>,
    /// True where it rests on an estimate.
    pub estimate: bool,
    /// The same in each unit a form may ask for, by the unit's key; in a unit that is not here it can't be told.
    pub amounts: Vec<(String, String)>,
}

/// What is filled in: the rows of each table, and the figure of each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FormDraft {
    /// First day of the window.
    pub from: NaiveDate,
    /// Last day of the window.
    pub to: NaiveDate,
    /// Số liệu tính đến ngày.
    pub as_of: NaiveDate,
    /// Its rows.
    pub rows: Vec<FormDraftRow>,
}

/// A row that is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FormDraftRow {
    /// Its table's place.
    pub table: usize,
    /// Its place.
    pub place: usize,
    /// The column that is filled in.
    pub value: usize,
    /// What it is remembered by.
    pub key: String,
    /// The figure; empty: nothing is written there.
    pub figure: String,
    /// The key of the unit it is told in; empty, or one that does not suit the figure: its own.
    #[serde(default)]
    pub unit_key: String,
}

/// What became of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FormFilled {
    /// Cells that were filled in.
    pub filled: usize,
    /// Rows whose figure has no value yet, by its name.
    pub missing: Vec<String>,
    /// Cells that hold a formula and stayed as they are: `D7`.
    pub formulas: Vec<String>,
    /// Figures filled in that rest on an estimate, by name.
    pub estimates: Vec<String>,
    /// The change that remembers the rows.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub change: Option<Id>,
}
