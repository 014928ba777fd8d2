//! The form of `assets/sample/lam-khe.json`.

use crate::paper::Block;
use crate::view::{OfficeForm, ReportKind, TaskDraft};
use chrono::{NaiveDate, NaiveDateTime};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
pub(super) struct Sample {
    pub(super) begun: NaiveDateTime,
    pub(super) office: OfficeForm,
    pub(super) addressees: Vec<String>,
    pub(super) recipients: Vec<String>,
    pub(super) signers: Vec<Signer>,
    pub(super) units: Vec<Unit>,
    pub(super) plan: Plan,
    pub(super) progress: Vec<Noted>,
    pub(super) assigned: Vec<Assigned>,
    pub(super) report: Report,
}

#[derive(Deserialize)]
pub(super) struct Signer {
    pub(super) name: String,
    pub(super) office: String,
    #[serde(default)]
    pub(super) usual: bool,
    pub(super) from: Option<NaiveDate>,
    pub(super) to: Option<NaiveDate>,
}

#[derive(Deserialize)]
pub(super) struct Unit {
    pub(super) name: String,
    #[serde(default)]
    pub(super) aliases: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Plan {
    pub(super) title: String,
    pub(super) number: String,
    pub(super) day: Option<NaiveDate>,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    #[serde(default)]
    pub(super) decision: String,
    #[serde(default)]
    pub(super) targets: Vec<String>,
    pub(super) groups: Vec<PlanGroup>,
}

#[derive(Deserialize)]
pub(super) struct PlanGroup {
    pub(super) roman: String,
    pub(super) name: String,
    pub(super) tasks: Vec<PlanTask>,
}

#[derive(Deserialize)]
pub(super) struct PlanTask {
    pub(super) tt: String,
    content: String,
    lead: String,
    coordinating: String,
    deadline: String,
    product: String,
}

impl PlanTask {
    pub(super) fn draft(&self) -> TaskDraft {
        TaskDraft {
            tt: self.tt.clone(),
            content: self.content.clone(),
            lead: self.lead.clone(),
            coordinating: self.coordinating.clone(),
            deadline_text: self.deadline.clone(),
            product: self.product.clone(),
            answered_last: None,
        }
    }
}

/// A progress entry; `tt` is empty inside an assigned task, `corrects` is a place in `progress`.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Noted {
    pub(super) tt: String,
    pub(super) day: NaiveDate,
    pub(super) recorded: NaiveDateTime,
    pub(super) state: String,
    pub(super) note: String,
    pub(super) evidence: String,
    pub(super) percent: Option<u8>,
    pub(super) occurrence: Option<NaiveDate>,
    pub(super) new_last: Option<NaiveDate>,
    pub(super) granted_by: String,
    pub(super) reason: String,
    pub(super) counts: Option<bool>,
    pub(super) corrects: Option<usize>,
}

#[derive(Deserialize)]
pub(super) struct Assigned {
    #[serde(default)]
    pub(super) tt: String,
    pub(super) level: String,
    pub(super) given: NaiveDate,
    pub(super) giver: String,
    pub(super) document: String,
    pub(super) content: String,
    pub(super) lead: String,
    pub(super) deadline: String,
    pub(super) product: String,
    pub(super) tt_link: Option<String>,
    #[serde(default)]
    pub(super) progress: Vec<Noted>,
}

#[derive(Deserialize)]
pub(super) struct Report {
    pub(super) kind: ReportKind,
    pub(super) period: String,
    pub(super) begun: NaiveDateTime,
    pub(super) sections: BTreeMap<String, Vec<Block>>,
}
