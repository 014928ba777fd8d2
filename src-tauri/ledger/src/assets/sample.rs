//! The sample commune, xã Lam Khê. Field by field in `assets/sample/README.md`.

use crate::Result;
use crate::deadline::Before;
use crate::paper::Block;
use crate::view::ReportKind;
use chrono::{NaiveDate, NaiveDateTime};
use serde::Deserialize;
use std::collections::BTreeMap;

/// All there is of the sample commune.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Sample {
    /// The office.
    pub office: SampleOffice,
    /// Who signs.
    pub signers: Vec<SampleSigner>,
    /// Its units.
    pub units: Vec<SampleUnit>,
    /// Nơi nhận.
    pub recipients: Vec<String>,
    /// Kính gửi.
    pub addressees: Vec<String>,
    /// The main plan of 2026.
    pub plan: SamplePlan,
    /// Its progress, in the order it was recorded.
    pub progress: Vec<SampleEntry>,
    /// Tasks from above and of the commune's own.
    pub assigned: Vec<SampleAssigned>,
    /// Figures, in the order they were told.
    pub figures: Vec<SampleFigures>,
    /// The report of quý III.
    pub report: SampleReport,
}

/// Figures of one window, told at once.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SampleFigures {
    /// First day of the window.
    pub from: NaiveDate,
    /// Last day of the window.
    pub to: NaiveDate,
    /// When they were told.
    pub recorded: NaiveDateTime,
    /// Where they come from.
    pub source: String,
    /// The unit whose shares these are.
    #[serde(default)]
    pub unit: Option<String>,
    /// Told from the beginning of the year.
    #[serde(default)]
    pub cumulative: bool,
    /// True for estimates.
    #[serde(default)]
    pub estimate: bool,
    /// The values by figure, as typed.
    pub values: BTreeMap<String, String>,
}

/// The office.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "the fields of view::OfficeForm and view::NewOffice")]
pub struct SampleOffice {
    pub level: String,
    pub name: String,
    pub full: String,
    pub short: String,
    pub place: String,
    pub province: String,
    pub governing: String,
    pub symbol: String,
    pub drafting: String,
    pub before: Before,
    pub person: String,
}

/// A signer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "the fields of view::SignerForm")]
pub struct SampleSigner {
    pub name: String,
    pub office: String,
    pub from: String,
    pub to: String,
    pub usual: bool,
}

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "the fields of view::UnitForm")]
pub struct SampleUnit {
    pub name: String,
    pub aliases: Vec<String>,
}

/// The plan.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SamplePlan {
    /// `09/KH-UBND`.
    pub number: String,
    /// Its day.
    pub date: NaiveDate,
    /// Its title.
    pub title: String,
    /// First day of its period.
    pub from: NaiveDate,
    /// Last day of its period.
    pub to: NaiveDate,
    /// The main CCHC plan.
    pub main: bool,
    /// Its groups.
    pub groups: Vec<SampleGroup>,
}

/// A group of tasks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SampleGroup {
    /// `IV`.
    pub roman: String,
    /// Its name.
    pub name: String,
    /// Its tasks.
    pub tasks: Vec<SampleTask>,
}

/// A row of the appendix.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "the columns of the appendix, see view::TaskDraft")]
pub struct SampleTask {
    pub tt: String,
    pub content: String,
    pub lead: String,
    pub coordinating: String,
    pub deadline: String,
    pub product: String,
}

/// A progress entry; of an assigned task without `tt`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SampleEntry {
    /// The row of the plan; empty inside an assigned task.
    #[serde(default)]
    pub tt: String,
    /// The day it happened.
    pub day: NaiveDate,
    /// The moment it was recorded.
    pub recorded: NaiveDateTime,
    /// `not-started`, `in-progress`, `done`, `stopped`, `extended`.
    pub state: String,
    /// Free note.
    pub note: String,
    /// Evidence.
    pub evidence: String,
    /// Percent.
    #[serde(default)]
    pub percent: Option<u8>,
    /// A day in the span of the occurrence it is noted for.
    #[serde(default)]
    pub occurrence: Option<NaiveDate>,
    /// Extension: the new last day.
    #[serde(default)]
    pub new_last: Option<NaiveDate>,
    /// Extension: the granting document.
    #[serde(default)]
    pub granted_by: String,
    /// Why it was extended or stopped.
    #[serde(default)]
    pub reason: String,
    /// Stop: whether the row still counts.
    #[serde(default)]
    pub counts: Option<bool>,
    /// The earlier entry of the list that it replaces.
    #[serde(default)]
    pub corrects: Option<usize>,
}

/// Who gave a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SampleLevel {
    /// The city or its chairman.
    Above,
    /// The commune, to its units.
    Own,
}

/// An assigned task.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SampleAssigned {
    /// Who gave it.
    pub level: SampleLevel,
    /// The day given.
    pub given: NaiveDate,
    /// The giver's name.
    pub giver: String,
    /// The giving document.
    pub document: String,
    /// What is to be done.
    pub content: String,
    /// Who leads.
    pub lead: String,
    /// The words of the deadline; may be empty.
    pub deadline: String,
    /// Its product.
    pub product: String,
    /// The row of the plan it belongs to.
    #[serde(default)]
    pub tt_link: Option<String>,
    /// Its progress.
    pub progress: Vec<SampleEntry>,
}

/// The report of quý III.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SampleReport {
    /// Its kind.
    pub kind: ReportKind,
    /// `2026-Q3`.
    pub period: String,
    /// First day of its window.
    pub from: NaiveDate,
    /// Last day of its window.
    pub to: NaiveDate,
    /// The day its figures speak of.
    pub as_of: NaiveDate,
    /// When it was begun.
    pub created: NaiveDateTime,
    /// Key of a section → its text.
    pub sections: BTreeMap<String, Vec<Block>>,
}

/// The sample commune.
pub fn sample() -> Result<Sample> {
    super::read("lam-khe.json", include_str!("../../../../assets/sample/lam-khe.json"))
}
