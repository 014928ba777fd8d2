//! A figure over a window: what it is and where it comes from, or why it is not known.

use super::values::Told;
use crate::deadline::Span;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// A figure over a window.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Reckoned {
    /// Known, with where it comes from.
    Known(Known),
    /// Not known, and why.
    Lacking(Lack),
}

/// A known figure.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Known {
    pub(crate) content: Content,
    pub(crate) origin: Origin,
    /// The day it speaks of; of several, the earliest.
    pub(crate) as_of: NaiveDate,
    /// True when it rests on an estimate.
    pub(crate) estimate: bool,
}

/// What is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Content {
    /// A number.
    Amount(Decimal),
    /// A part of a whole, to be told in percent.
    Share {
        /// The part.
        part: Decimal,
        /// The whole; never zero.
        of: Decimal,
    },
    /// Words.
    Words(String),
}

/// Where a known figure comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Origin {
    /// It was told: of this window, or of another that says the same of it.
    Told(Told),
    /// Of other windows that were told: `true` those taken away.
    Joined(Vec<(bool, Span)>),
    /// So many units told their share.
    Units(usize),
    /// By its formula.
    Formula,
    /// What stood at the end of the window before.
    Carried(Span),
    /// The ledger counted it.
    Counted,
}

/// Why a figure is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Lack {
    /// Nobody told it.
    Untold,
    /// It waits for these figures.
    Waits(Vec<usize>),
    /// Units said different words.
    Several,
    /// Windows that were told give less than nothing: `true` those taken away.
    Below(Vec<(bool, Span)>),
    /// A share of nothing.
    OfNothing,
    /// Windows were told, but not these days.
    Gap(Span),
    /// Windows were told that have these days in common.
    Overlap(Span),
    /// Only this longer window was told.
    Within(Span),
    /// This window was told, which begins before.
    Across(Span),
}
