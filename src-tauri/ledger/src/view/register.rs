//! Văn bản: the register of documents, and what it proposes.

use super::{Id, Note, RequestRow};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The register on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RegisterView {
    /// The documents, latest day first.
    pub documents: Vec<DocumentRow>,
    /// Types written so far and the usual ones, to choose from.
    pub kinds: Vec<String>,
    /// Who issued documents so far, the office first.
    pub issuers: Vec<String>,
    /// Fields to choose from: the groups of the plans.
    pub fields: Vec<String>,
    /// Tasks that documents seem to have done.
    pub proposals: Vec<DoneProposal>,
}

/// A document of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DocumentRow {
    /// The document.
    #[cfg_attr(test, ts(type = "number"))]
    pub id: Id,
    /// `Kế hoạch`, `Công văn`.
    pub kind: String,
    /// `30c/NQ-CP`, as written.
    pub number: String,
    /// Its day.
    pub day: Option<NaiveDate>,
    /// Who issued it.
    pub issuer: String,
    /// Its subject (trích yếu).
    pub subject: String,
    /// Its field.
    pub field: String,
    /// Files kept with it.
    pub files: Vec<FileRow>,
    /// Tasks it is evidence of.
    pub cited: Vec<CitedRow>,
    /// How it is cited the first time: `Kế hoạch số 12/KH-UBND ngày 15/01/2026 của UBND xã về …`.
    pub full: String,
    /// How it is cited later: `Kế hoạch số 12/KH-UBND`.
    pub short: String,
    /// What it asks for, where it asks for a report.
    pub request: Option<RequestRow>,
    /// Doubts: the same number twice, a day still to come.
    pub warnings: Vec<Note>,
}

/// A file kept in the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FileRow {
    /// The file.
    #[cfg_attr(test, ts(type = "number"))]
    pub id: Id,
    /// Its name when it was taken in.
    pub name: String,
    /// Bytes.
    #[cfg_attr(test, ts(type = "number"))]
    pub size: i64,
}

/// A task that a document is evidence of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CitedRow {
    /// The task.
    #[cfg_attr(test, ts(type = "number"))]
    pub task: Id,
    /// Its TT.
    pub tt: String,
    /// Its words.
    pub content: String,
    /// True for an assigned task.
    pub assigned: bool,
}

/// A document as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DocumentForm {
    /// `None` to register one.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub id: Option<Id>,
    /// `Kế hoạch`.
    pub kind: String,
    /// `12/KH-UBND`.
    pub number: String,
    /// Its day, dd/mm/yyyy, or empty.
    pub day: String,
    /// Who issued it.
    pub issuer: String,
    /// Its subject.
    pub subject: String,
    /// Its field, or empty.
    pub field: String,
}

/// A task that a registered document seems to have done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DoneProposal {
    /// The document.
    #[cfg_attr(test, ts(type = "number"))]
    pub document: Id,
    /// The task.
    #[cfg_attr(test, ts(type = "number"))]
    pub task: Id,
    /// Its TT.
    pub tt: String,
    /// Its words.
    pub content: String,
    /// The document's day: the day it would be done on.
    pub day: NaiveDate,
    /// The occurrence it would be done in; `None`: the one that holds the day, or the row has none.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub occurrence: Option<Id>,
    /// `Kế hoạch số 12/KH-UBND ngày 15/01/2026 có vẻ là sản phẩm của TT 4.`
    pub sentence: String,
}

/// What is to be packed as evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PackAsked {
    /// The plan.
    #[cfg_attr(test, ts(type = "number"))]
    pub plan: Id,
    /// One of its groups; `None`: all.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub group: Option<Id>,
    /// First day of what was noted; `None`: the plan's first.
    pub from: Option<NaiveDate>,
    /// Last day; `None`: the as-of day.
    pub to: Option<NaiveDate>,
}

/// A packed file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile {
    /// `03_KeHoachSo12KhUbnd.pdf`.
    pub name: String,
    /// Its bytes, as they were kept.
    pub bytes: Vec<u8>,
}
