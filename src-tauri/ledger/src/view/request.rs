//! Văn bản yêu cầu báo cáo: what a document asks for, and the report that answers it.

use super::{Earlier, Id, ReportKind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a document asks for, as typed. Days as typed or ISO.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RequestForm {
    /// The document of the register.
    #[cfg_attr(test, ts(type = "number"))]
    pub document: Id,
    /// The kind of report.
    pub kind: ReportKind,
    /// `2026-Q3`.
    pub period: String,
    /// First day of the window.
    pub from: String,
    /// Last day of the window.
    pub to: String,
    /// Số liệu tính đến ngày.
    pub as_of: String,
    /// The day it has to be sent by.
    pub due: String,
    /// The set of the outline; empty: the one for the kind.
    pub outline: String,
}

/// A document that asks for a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RequestRow {
    /// What is kept of it; days are ISO.
    pub form: RequestForm,
    /// `Công văn số 1520/SNV-CCHC ngày 03/9/2026`.
    pub cited: String,
    /// `Báo cáo quý III năm 2026`.
    pub title: String,
    /// The last day of its window.
    pub last: NaiveDate,
    /// The day it has to be sent by.
    pub due: NaiveDate,
    /// Days until then; negative: it is late.
    #[cfg_attr(test, ts(type = "number"))]
    pub days: i64,
    /// The report that answers it.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub report: Option<Id>,
    /// Tasks on request that get the due day as theirs when the report is made: TT, words.
    pub tasks: Vec<(String, String)>,
    /// Reports it can be begun from, the nearest first.
    pub earlier: Vec<Earlier>,
}
