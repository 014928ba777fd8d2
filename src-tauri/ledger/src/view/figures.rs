//! Số liệu: the sheet of a window, what is typed into it, what a workbook says.

use super::{FigureForm, FigureLawForm, Id, Note};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A figure of a report, traced to where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureTie {
    /// The number of its section, as printed.
    pub section: String,
    /// The words right before it.
    pub before: String,
    /// As the report prints it; `…`: it is not known.
    pub shown: String,
    /// The words right after it.
    pub after: String,
    /// Its name.
    pub name: String,
    /// What is counted, or empty.
    pub unit: String,
    /// The window it speaks of, or empty.
    pub window: String,
    /// `tính đến 14/09/2026`, or empty.
    pub as_of: String,
    /// Where it comes from, or why it is not known.
    pub source: String,
    /// How it was reckoned, or empty.
    pub formula: String,
    /// What the ledger says today, where that is something else.
    pub now: String,
    /// True for a number: what is put in its place is one too. False for words and days.
    pub number: bool,
}

/// The sheet of one window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FiguresView {
    /// The window.
    pub window: FigureWindow,
    /// Số liệu tính đến ngày.
    pub as_of: NaiveDate,
    /// The window it is compared with: the one before.
    pub last: FigureWindow,
    /// The same window a year earlier.
    pub year_ago: FigureWindow,
    /// From the beginning of the year to the window's last day (lũy kế); none where that is the window itself.
    pub so_far: Option<FigureWindow>,
    /// The whole year, of which an estimate may stand apart; none where that is the window itself.
    pub whole_year: Option<FigureWindow>,
    /// Windows to choose from, latest first.
    pub windows: Vec<FigureWindow>,
    /// The fields in order.
    pub groups: Vec<FigureGroup>,
    /// What does not agree, laws first; those explained stay, with their explanation.
    pub doubts: Vec<FigureDoubt>,
    /// The units that can tell their share.
    #[cfg_attr(test, ts(type = "Array<[number, string]>"))]
    pub units: Vec<(Id, String)>,
    /// Those of them that there are no more, or not yet, at the end of this window: no share of them is waited for.
    #[cfg_attr(test, ts(type = "Array<number>"))]
    pub gone: Vec<Id>,
    /// The laws of the set, as they are edited.
    pub laws: Vec<FigureLawForm>,
    /// What a newer version of the set that ships would change, a line each; empty: nothing is offered.
    pub newer: Vec<String>,
}

/// A window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureWindow {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// `quý III/2026`, or its days.
    pub name: String,
    /// True when something was told of it.
    pub told: bool,
}

/// A field with its figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureGroup {
    /// `III`.
    pub field: String,
    /// `Cải cách thủ tục hành chính`.
    pub name: String,
    /// How many of its figures are known in this window.
    pub known: u32,
    /// How many doubts without an explanation speak of them.
    pub doubts: u32,
    /// Its figures in order.
    pub rows: Vec<FigureRow>,
}

/// A figure in the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureRow {
    /// How the set has it: id, name, unit, kind, formulas.
    pub form: FigureForm,
    /// False for what is computed or counted here: its cell takes no typing.
    pub typed: bool,
    /// What it is in this window.
    pub now: FigureCell,
    /// What the office itself was told of this very window; the value as it would be typed again.
    pub told: Option<FigureTold>,
    /// An estimate told beside the closed value.
    pub estimate: Option<FigureTold>,
    /// In the window before.
    pub last: FigureCell,
    /// In the same window a year earlier.
    pub year_ago: FigureCell,
    /// How much more than in the window before.
    pub since_last: Option<FigureChange>,
    /// How much more than a year earlier.
    pub since_year: Option<FigureChange>,
    /// From the beginning of the year (lũy kế), for what adds up.
    pub so_far: Option<FigureCell>,
    /// Ước thực hiện cả năm, as it was told.
    pub whole_year: Option<FigureTold>,
    /// What each unit told of this window.
    pub shares: Vec<FigureShare>,
    /// The units that are asked for it.
    #[cfg_attr(test, ts(type = "Array<number>"))]
    pub asked: Vec<Id>,
    /// The arithmetic behind what it is in this window, or what it waits for; none where it was told or counted as it stands.
    pub lines: Vec<FigureLine>,
    /// True when it speaks of an earlier day than the sheet does.
    pub older: bool,
    /// The doubts that speak of it, by `about`.
    pub doubts: Vec<String>,
}

/// One part of what a figure is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureLine {
    /// The figure; empty: another window of the same one.
    pub figure: String,
    /// Its name, or that of the window.
    pub name: String,
    /// Its amount with its sign; empty: not known.
    pub shown: String,
    /// True when it is taken away.
    pub minus: bool,
    /// True for what a share is a part of.
    pub below: bool,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureCell {
    /// `2.310`, `85,97` without its unit; empty: not known.
    pub shown: String,
    /// Where it comes from, or why it is not known, in a few words.
    pub source: String,
    /// The day it speaks of.
    pub as_of: Option<NaiveDate>,
    /// True when it rests on an estimate.
    pub estimate: bool,
}

/// How much more than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureChange {
    /// 1, 0, -1.
    pub direction: i8,
    /// `+156`, `−0,5 điểm`, `0`.
    pub shown: String,
}

/// A value as it was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureTold {
    /// As it would be typed again: `2.310`, `85,97`, words.
    pub value: String,
    /// Its source.
    pub source: String,
    /// The day it speaks of.
    pub as_of: NaiveDate,
    /// Told as lũy kế.
    pub cumulative: bool,
    /// False for an estimate.
    pub closed: bool,
}

/// What a unit told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureShare {
    /// The unit.
    #[cfg_attr(test, ts(type = "number"))]
    pub unit: Id,
    /// Its name.
    pub name: String,
    /// What it told.
    pub cell: FigureCell,
    /// What it told of this very window, the closed value before the estimate.
    pub told: Option<FigureTold>,
    /// Its estimate of this very window, where the closed value stands before it.
    pub estimate: Option<FigureTold>,
}

/// Something that does not agree: shown, never in the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureDoubt {
    /// What it is known by when it is explained.
    pub about: String,
    /// The figures it speaks of.
    pub figures: Vec<String>,
    /// `Số chưa khớp, lệch 7 hồ sơ`.
    pub title: String,
    /// What should hold.
    pub words: String,
    /// The arithmetic: name and amount, those taken away with their sign, `−0` too.
    pub lines: Vec<(String, String)>,
    /// What is left over.
    pub left: String,
    /// Why, in the officer's words; empty: not explained yet.
    pub note: String,
    /// Why other numbers did not agree, as the officer said before these; empty: nothing was said.
    pub note_before: String,
    /// Values that would settle it.
    pub mends: Vec<FigureMend>,
}

/// One told value changed so that a doubt is settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureMend {
    /// The figure.
    pub figure: String,
    /// Its new value as typed; empty: it is taken out.
    pub value: String,
    /// `Sửa “Hồ sơ đang giải quyết” thành 42`.
    pub words: String,
}

/// The units that tell a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureUnits {
    /// The figure.
    pub figure: String,
    /// The units; none: nobody is asked.
    #[cfg_attr(test, ts(type = "Array<number>"))]
    pub units: Vec<Id>,
}

/// A value as it is typed. Days as typed or ISO.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureDraft {
    /// The figure's id.
    pub figure: String,
    /// First day of the window.
    pub from: String,
    /// Last day of the window.
    pub to: String,
    /// The unit whose share it is; none: of the whole office.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub unit: Option<Id>,
    /// True for lũy kế: from the beginning of the year to the window's last day.
    pub cumulative: bool,
    /// True for an estimate, which stands beside the closed value.
    pub estimate: bool,
    /// As typed; empty takes the value out.
    pub value: String,
    /// Its source; empty: as it was, else typed by hand.
    pub source: String,
    /// The day it speaks of; empty: as it was, else the window's last day, today if that is yet to come.
    pub as_of: String,
}

/// Why something does not agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureNote {
    /// The doubt.
    pub about: String,
    /// First day of the window.
    pub from: String,
    /// Last day of the window.
    pub to: String,
    /// In the officer's words; empty takes the explanation out.
    pub words: String,
}

/// What a workbook or the clipboard says, before anything is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FiguresDraft {
    /// The file's name, or that it was pasted.
    pub source: String,
    /// First day of the window it speaks of.
    pub from: NaiveDate,
    /// Last day of the window.
    pub to: NaiveDate,
    /// `quý III/2026`.
    pub window: String,
    /// The unit whose shares these are; none: of the whole office.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub unit: Option<Id>,
    /// Its rows in order.
    pub rows: Vec<FigureImport>,
    /// What the officer should know of the file as a whole: it speaks of another window.
    pub warnings: Vec<Note>,
}

/// One row of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureImport {
    /// The figure; empty: none of the set has this name.
    pub figure: String,
    /// Its name, else as the file has it.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// What is kept now; empty: nothing.
    pub now: String,
    /// As the file has it; what is kept is read from this.
    pub value: String,
    /// As it was understood: `2.310`; empty: not at all.
    pub read: String,
    /// The source the file gives.
    pub source: String,
    /// True for an estimate.
    pub estimate: bool,
    /// True when it will be kept.
    pub take: bool,
    /// Why it is not kept as it stands.
    pub warnings: Vec<Note>,
}
