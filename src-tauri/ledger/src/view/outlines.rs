//! Đề cương báo cáo: the outlines, as they are shown and edited.

use super::ReportKind;
use serde::{Deserialize, Serialize};

/// Every outline, and what a section of one can offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OutlinesView {
    /// Those that ship in their order, then the office's own.
    pub outlines: Vec<OutlineRow>,
    /// The figures a section can offer.
    pub figures: Vec<OutlineFigure>,
    /// What can stand in braces beside a figure's name, and what it becomes.
    pub slots: Vec<(String, String)>,
    /// Sentences of all outlines, each once, to choose from.
    pub sentences: Vec<String>,
}

/// An outline in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OutlineRow {
    /// What it says.
    pub form: OutlineForm,
    /// True for one that came with the program.
    pub ships: bool,
    /// True when the officer changed it since it came.
    pub edited: bool,
    /// How many reports were begun with it.
    pub reports: u32,
    /// What a newer version of the program's own would change, a line each; empty: there is none to offer.
    pub newer: Vec<String>,
}

/// An outline as it is edited; figures and other slots in braces by their Vietnamese names.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OutlineForm {
    /// Its set; empty: a new one.
    pub set: String,
    /// What the list calls it.
    pub name: String,
    /// The kinds of report it is proposed for.
    pub kinds: Vec<ReportKind>,
    /// Trích yếu.
    pub subject: String,
    /// The line in brackets under it; empty: none.
    pub bracket: String,
    /// Kính gửi; `None`: regular reports have it, others not.
    pub addressed: Option<bool>,
    /// True: `1.1.` below `1.`; else `a)`.
    pub decimals: bool,
    /// Its sections in order.
    pub sections: Vec<OutlineSection>,
}

/// One section of an outline.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OutlineSection {
    /// Its key, the same for ever; empty: a new section.
    pub key: String,
    /// 0: opening, closing or a part; 1: `I.`; 2: `1.`; 3: `a)` or `1.1.`.
    pub level: u8,
    /// True for `Phần thứ nhất`.
    pub part: bool,
    /// Its number as printed (read only).
    pub number: String,
    /// Its title.
    pub title: String,
    /// One line: what belongs here.
    pub hint: String,
    /// True when text of its own is expected.
    pub writable: bool,
    /// True: its sentences stand in a new report already; else they are only offered.
    pub begun: bool,
    /// Ids of the figures it offers.
    pub figures: Vec<String>,
    /// The sentences it offers.
    pub sentences: Vec<String>,
    /// The documents of the window it offers.
    pub documents: Option<OutlineDocuments>,
}

/// Which documents of the register a section offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OutlineDocuments {
    /// Who issued them.
    pub by: Issuer,
    /// Words, one of which is in their subject or field; empty: any document.
    #[serde(default)]
    pub words: Vec<String>,
}

/// Who issued a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum Issuer {
    /// The office itself.
    Own,
    /// Anybody else.
    Above,
    /// Whoever.
    All,
}

/// A figure that a section can offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OutlineFigure {
    /// `case.received`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// The name of its field.
    pub field: String,
}

/// An outline read from a paper, before it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OutlineDraft {
    /// What it would be.
    pub form: OutlineForm,
    /// What was put in the place of words of one period, as sentences.
    pub notes: Vec<String>,
    /// Headings that stand deeper than an outline goes: they are left out.
    pub below: Vec<String>,
}

/// An outline to begin a report with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OutlineChoice {
    /// Its set.
    pub set: String,
    /// Its name.
    pub name: String,
    /// The kinds of report it is proposed for.
    pub kinds: Vec<ReportKind>,
    /// How many sections it has.
    pub sections: u32,
}
