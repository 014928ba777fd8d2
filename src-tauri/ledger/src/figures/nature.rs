//! How a figure goes over windows that join: whether it adds up, stands at the beginning or at the end.

use super::catalog::Catalog;
use super::series::{self, Found};
use super::values::Told;
use crate::assets::FigureKind;
use crate::deadline::Span;

/// What a value of one window says of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    /// Adds up over windows that join.
    Flow,
    /// Of the first day: the same for every window that begins there.
    Opening,
    /// Of the last day: the same for every window that ends there.
    Closing,
    /// Of its window alone.
    Own,
}

impl Catalog {
    /// A total is of the nature that all its parts have in common.
    pub(super) fn nature(&self, at: usize) -> Nature {
        match self.figure(at).kind {
            FigureKind::Flow => Nature::Flow,
            FigureKind::Opening => Nature::Opening,
            FigureKind::Closing | FigureKind::Text => Nature::Closing,
            FigureKind::Ratio => Nature::Own,
            FigureKind::Total => {
                let mut parts = self.formula(at).into_iter().flat_map(|formula| &formula.terms);
                let of = |term: &super::formula::Term| if term.previous { Nature::Own } else { self.nature(term.at) };
                let Some(first) = parts.next().map(of) else { return Nature::Own };
                if parts.all(|term| of(term) == first) { first } else { Nature::Own }
            }
        }
    }
}

/// What told values say of a window.
pub(super) fn told<'a>(nature: Nature, told: &[&'a Told], span: Span) -> Option<Found<'a>> {
    let one = |fits: &dyn Fn(&Told) -> bool| {
        let mut fitting: Vec<&'a Told> = told.iter().copied().filter(|one| fits(one)).collect();
        // A closed value of that day before any estimate of it, then the window itself before others, the longer before the shorter.
        fitting.sort_by_key(|one| (!one.closed, one.span != span, one.span.first));
        fitting.first().and_then(|one| Some(Found { amount: one.amount?, steps: vec![(false, *one)] }))
    };
    match nature {
        Nature::Flow => series::over(told, span),
        Nature::Opening => one(&|told| told.span.first == span.first),
        Nature::Closing => one(&|told| told.span.last == span.last),
        Nature::Own => one(&|told| told.span == span),
    }
}
