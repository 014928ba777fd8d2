//! What a report must say of a figure beside its number: that it is of an earlier day, that it is an estimate.

use super::Figures;
use super::known::Reckoned;
use super::nature::Nature;
use crate::assets::FigureKind;
use crate::deadline::Span;
use chrono::NaiveDate;

impl Figures {
    /// The day of a figure of the report's own window that is behind the report's day.
    pub(crate) fn older_day(&self, id: &str) -> Option<NaiveDate> {
        self.older(self.reckoner.catalog.place(id)?)
    }

    /// True for a figure that rests on an estimate in a window.
    pub(crate) fn is_estimate(&self, id: &str, span: Span) -> bool {
        let Some(at) = self.reckoner.catalog.place(id) else { return false };
        matches!(self.reckoner.figure(at, span), Reckoned::Known(known) if known.estimate)
    }

    /// True for a figure that is told in words.
    pub(crate) fn is_words(&self, id: &str) -> bool {
        self.reckoner.catalog.place(id).is_some_and(|at| self.reckoner.catalog.figure(at).kind == FigureKind::Text)
    }

    /// The day of a figure, by its place. What stood at the window's beginning is of that day, never old.
    pub(super) fn older(&self, at: usize) -> Option<NaiveDate> {
        match self.reckoner.figure(at, self.window) {
            Reckoned::Known(known) if self.reckoner.catalog.nature(at) != Nature::Opening => Some(known.as_of).filter(|day| *day < self.as_of),
            _ => None,
        }
    }
}
