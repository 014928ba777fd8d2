//! How a report is printed beside its text, and what one that was taken in brings with it.

use super::annex::Annex;
use crate::paper::{Appendix, Letterhead, Signature};
use serde::{Deserialize, Serialize};

/// The kept form: column `form` of a report, as JSON. What is absent is as the office has it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Form {
    /// `DỰ THẢO` stands at the head.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) draft_mark: bool,
    /// Signed on paper: the lines that refer to it carry its number and day once they are known.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) on_paper: bool,
    /// An empty signature field stands in the room for the signature.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) signature_field: bool,
    /// A line under the subject, with its brackets; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) bracket: String,
    /// Legal bases, a line each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) bases: Vec<String>,
    /// The drafter's mark and the number of copies (ô 12); may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) drafter: String,
    /// The address line at the foot of the first page (ô 13); may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) address: String,
    /// The appendices in order; none named: the plan, where the report has it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) annexes: Vec<Annex>,
    /// What an earlier paper brought with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) taken: Option<Taken>,
}

impl Form {
    /// What it is where it is no report: `Công văn`, `Kế hoạch`; else nothing.
    pub(super) fn paper(&self) -> String {
        match &self.taken {
            Some(_) if self.about().is_some() => "Công văn".to_owned(),
            Some(taken) if !taken.name.to_uppercase().starts_with("BÁO CÁO") => crate::viet::capital(&taken.name.to_lowercase()),
            _ => String::new(),
        }
    }

    /// What a letter is about; `None` for a report.
    pub(super) fn about(&self) -> Option<&str> {
        self.taken.as_ref()?.letterhead.about.as_deref()
    }
}

/// What a report that was taken in prints in place of what the office and the plan would give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Taken {
    /// The name of the document as printed: `BÁO CÁO`, `KẾ HOẠCH`.
    pub(super) name: String,
    /// Its letterhead.
    pub(super) letterhead: Letterhead,
    /// Who signed it; a signer chosen since takes its place.
    pub(super) signature: Option<Signature>,
    /// Its own appendices.
    pub(super) appendices: Vec<Appendix>,
}
