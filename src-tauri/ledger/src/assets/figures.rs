//! The catalogue of figures, with the laws they should obey.

use crate::Result;
use serde::{Deserialize, Serialize};

/// A set of figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureSet {
    /// Its id.
    pub set: String,
    /// Its version.
    pub version: u32,
    /// Its name on the screen.
    pub name: String,
    /// The fields in order.
    pub fields: Vec<Field>,
    /// The figures in order.
    pub figures: Vec<Figure>,
    /// What should hold between them.
    pub laws: Vec<Law>,
}

/// A field (lĩnh vực).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// `I` … `VII`.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// What a figure is over windows that join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum FigureKind {
    /// Arises in the window; adds up.
    Flow,
    /// Carried over; that of the first window.
    Opening,
    /// Stands at the end; that of the last window.
    Closing,
    /// A formula of others.
    Total,
    /// A share in percent, never typed.
    Ratio,
    /// Words.
    Text,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// `case.received`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The field it belongs to.
    pub field: String,
    /// Its kind.
    pub kind: FigureKind,
    /// `hồ sơ`, `%`, `đồng`.
    pub unit: String,
    /// Ids joined by ` + ` and ` - `; for a ratio its numerator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    /// For a ratio.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<String>,
    /// True for what the ledger counts itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ledger: bool,
}

/// What should hold between figures; when it does not, there is a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Law {
    /// Its id.
    pub id: String,
    /// A formula.
    pub left: String,
    /// The formula it should equal.
    pub right: String,
    /// True when `left` only must not be more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub at_most: bool,
    /// The law in words.
    pub words: String,
}

/// The set that ships, as it is copied into a ledger.
pub(crate) const FIGURES_CCHC: &str = include_str!("../../../../assets/sets/figures-cchc.json");

/// The figures of administrative reform in a commune.
pub fn figures_cchc() -> Result<FigureSet> {
    super::read("figures-cchc.json", FIGURES_CCHC)
}
