//! Bộ số liệu: a figure and a law as they are edited.

use crate::assets::{Figure, FigureKind, Law};
use serde::{Deserialize, Serialize};

/// A figure as it is edited. Formulas are ids joined by ` + ` and ` - `.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureForm {
    /// Its id; empty: a new one.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The field it stands in.
    pub field: String,
    /// Its kind.
    pub kind: FigureKind,
    /// `hồ sơ`, `%`, `đồng`.
    pub unit: String,
    /// For a total; for a share its part.
    pub formula: String,
    /// For a share.
    pub denominator: String,
    /// True for what the ledger counts itself. Not read back.
    pub ledger: bool,
    /// The figure a new one stands after; empty: at the end of its field. Not told.
    #[serde(default)]
    pub after: String,
}

impl From<&Figure> for FigureForm {
    fn from(figure: &Figure) -> FigureForm {
        FigureForm {
            id: figure.id.clone(),
            name: figure.name.clone(),
            field: figure.field.clone(),
            kind: figure.kind,
            unit: figure.unit.clone(),
            formula: figure.formula.clone().unwrap_or_default(),
            denominator: figure.denominator.clone().unwrap_or_default(),
            ledger: figure.ledger,
            after: String::new(),
        }
    }
}

/// A law as it is edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FigureLawForm {
    /// Its id; empty: a new one.
    pub id: String,
    /// A sum of ids.
    pub left: String,
    /// The sum it should equal; `id@previous` is the value of the window before.
    pub right: String,
    /// True when the left only must not be more.
    pub at_most: bool,
    /// In words.
    pub words: String,
}

impl From<&Law> for FigureLawForm {
    fn from(law: &Law) -> FigureLawForm {
        FigureLawForm { id: law.id.clone(), left: law.left.clone(), right: law.right.clone(), at_most: law.at_most, words: law.words.clone() }
    }
}
