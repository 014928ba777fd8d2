//! The catalogue of figures, with the laws they should obey.

use crate::Result;
use serde::Deserialize;

/// A set of figures.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Field {
    /// `I` … `VII`.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// What a figure is over windows that join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
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
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
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
    #[serde(default)]
    pub formula: Option<String>,
    /// For a ratio.
    #[serde(default)]
    pub denominator: Option<String>,
    /// True for what the ledger counts itself.
    #[serde(default)]
    pub ledger: bool,
}

/// What should hold between figures; when it does not, there is a note.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Law {
    /// Its id.
    pub id: String,
    /// A formula.
    pub left: String,
    /// The formula it should equal.
    pub right: String,
    /// True when `left` only must not be more.
    #[serde(default)]
    pub at_most: bool,
    /// The law in words.
    pub words: String,
}

/// The figures of administrative reform in a commune.
pub fn figures_cchc() -> Result<FigureSet> {
    super::read("figures-cchc.json", include_str!("../../../../assets/sets/figures-cchc.json"))
}
