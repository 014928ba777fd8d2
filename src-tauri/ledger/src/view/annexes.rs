//! Phụ lục of a report: what each is, where it is pointed to, how it is printed.

use serde::{Deserialize, Serialize};

/// The kinds of appendix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum AnnexKind {
    /// The main plan with its progress.
    Plan,
    /// The figures of the report's window.
    Figures,
    /// Tables and text of the officer's own.
    Own,
}

/// What an officer says of an appendix.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AnnexForm {
    /// Its title, as typed; empty: the usual one of its kind.
    pub title: String,
    /// Printed across; asked of one of the officer's own.
    pub landscape: bool,
    /// Figures beside those of the window before and of a year earlier.
    pub compared: bool,
    /// Figures nobody told stand there too, blank.
    pub blank: bool,
}

/// An appendix of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AnnexView {
    /// What the text points to it by; of one of the officer's own that of its section too.
    pub key: String,
    /// Its kind.
    pub kind: AnnexKind,
    /// `Phụ lục`, `Phụ lục II`; empty: it is not printed, for there is no plan.
    pub number: String,
    /// Its title as printed.
    pub title: String,
    /// How it is printed.
    pub form: AnnexForm,
    /// What stands in it, in one sentence; empty for one of the officer's own.
    pub about: String,
    /// Where the text points to it: keys and names of sections.
    pub cited: Vec<(String, String)>,
}
