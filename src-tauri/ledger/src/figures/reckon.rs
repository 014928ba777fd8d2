//! Reckoning: what every figure is over a window, or why it is not known.

use super::asked::Asked;
use super::catalog::Catalog;
use super::counted::{self, Counted};
use super::formula::Formula;
use super::known::{Content, Known, Lack, Origin, Reckoned};
use super::nature::Nature;
use super::periods;
use super::series;
use super::values::{Told, Values};
use crate::assets::FigureKind;
use crate::deadline::Span;
use crate::office::Valid;
use crate::view::Id;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::cell::RefCell;
use std::collections::HashMap;

/// The units that tell figures.
#[derive(Debug, Default)]
pub(crate) struct Units {
    /// What they are called.
    pub(super) names: HashMap<Id, String>,
    /// The days there were of those that did not always exist.
    pub(super) lives: HashMap<Id, Valid>,
    /// Which of them are asked for which figure.
    pub(super) asked: Asked,
}

/// The figures of a ledger, reckoned when they are asked for.
pub(crate) struct Reckoner {
    pub(crate) catalog: Catalog,
    pub(crate) values: Values,
    pub(super) units: Units,
    counted: HashMap<Span, Counted>,
    windows: Vec<Span>,
    done: RefCell<HashMap<(usize, Span), Reckoned>>,
}

impl Reckoner {
    pub(super) fn new(catalog: Catalog, values: Values, units: Units, counted: HashMap<Span, Counted>) -> Reckoner {
        let windows = values.windows();
        Reckoner { catalog, values, units, counted, windows, done: RefCell::default() }
    }

    /// What a figure is over a window.
    pub(crate) fn figure(&self, at: usize, span: Span) -> Reckoned {
        if let Some(done) = self.done.borrow().get(&(at, span)) {
            return done.clone();
        }
        for earlier in self.windows_behind(at, span) {
            let reckoned = self.reckon(at, earlier);
            self.done.borrow_mut().insert((at, earlier), reckoned);
        }
        let reckoned = self.reckon(at, span);
        self.done.borrow_mut().insert((at, span), reckoned.clone());
        reckoned
    }

    /// The windows a figure that is carried from window to window must be reckoned in first, earliest first.
    ///
    /// Reckoned from the last one back, ten years of days would be as deep as they are long.
    fn windows_behind(&self, at: usize, span: Span) -> Vec<Span> {
        let mut behind = Vec::new();
        let mut next = span;
        while self.catalog.goes_back(at) {
            next = self.preceding(next);
            if self.before_all(next) || self.done.borrow().contains_key(&(at, next)) {
                break;
            }
            behind.push(next);
        }
        behind.reverse();
        behind
    }

    /// True for a window that ends before the first day anything was told of.
    fn before_all(&self, span: Span) -> bool {
        self.windows.first().is_none_or(|first| span.last < first.first)
    }

    /// The number of a figure that has one.
    pub(super) fn amount(&self, at: usize, span: Span) -> Option<Decimal> {
        match self.figure(at, span) {
            Reckoned::Known(Known { content: Content::Amount(amount), .. }) => Some(amount),
            _ => None,
        }
    }

    /// What the ledger counts of a figure, where that is what it is; `None`: it does not count it, or not in this
    /// window, or more was told than a register holds: it may lack documents, never have too many.
    pub(super) fn counted(&self, at: usize, span: Span) -> Option<Decimal> {
        let count = self.count(at, span)?;
        let told = if counted::is_complete(&self.catalog.figure(at).id) { None } else { self.told(at, span) };
        match told {
            Some(Reckoned::Known(Known { content: Content::Amount(told), .. })) if told > count => None,
            _ => Some(count),
        }
    }

    /// The same, whatever was told.
    pub(super) fn count(&self, at: usize, span: Span) -> Option<Decimal> {
        let figure = self.catalog.figure(at);
        self.counted.get(&span).filter(|_| figure.ledger)?.amount(&figure.id)
    }

    fn reckon(&self, at: usize, span: Span) -> Reckoned {
        let figure = self.catalog.figure(at);
        if let Some((amount, counted)) = self.counted(at, span).zip(self.counted.get(&span)) {
            return known(amount, Origin::Counted, counted.as_of, false);
        }
        match figure.kind {
            FigureKind::Text => self.words(at, span),
            FigureKind::Ratio => self.share(at, span),
            FigureKind::Total => match self.catalog.formula(at).map(|formula| self.sum(formula, span)) {
                Some(Ok(sum)) => known(sum.amount, Origin::Formula, sum.as_of, sum.estimate),
                waits => self.told(at, span).unwrap_or_else(|| Reckoned::Lacking(waits.and_then(Result::err).map_or(Lack::Untold, Lack::Waits))),
            },
            FigureKind::Opening => self.told(at, span).unwrap_or_else(|| self.carried(at, span)),
            FigureKind::Flow | FigureKind::Closing => self.told(at, span).unwrap_or_else(|| self.lack(at, span)),
        }
    }

    fn words(&self, at: usize, span: Span) -> Reckoned {
        match self.words_told(at, span) {
            Ok(one) => Reckoned::Known(Known {
                content: Content::Words(one.value.clone()),
                origin: Origin::Told(one.clone()),
                as_of: one.as_of,
                estimate: !one.closed,
            }),
            Err(lack) => Reckoned::Lacking(lack),
        }
    }

    fn share(&self, at: usize, span: Span) -> Reckoned {
        let (Some(part), Some(of)) = (self.catalog.formula(at), self.catalog.denominator(at)) else { return Reckoned::Lacking(Lack::Untold) };
        match (self.sum(part, span), self.sum(of, span)) {
            (Ok(_), Ok(of)) if of.amount.is_zero() => Reckoned::Lacking(Lack::OfNothing),
            (Ok(part), Ok(of)) => Reckoned::Known(Known {
                content: Content::Share { part: part.amount, of: of.amount },
                origin: Origin::Formula,
                as_of: part.as_of.min(of.as_of),
                estimate: part.estimate || of.estimate,
            }),
            (part, of) => {
                let mut waits: Vec<usize> = [part, of].into_iter().filter_map(Result::err).flatten().collect();
                waits.dedup();
                Reckoned::Lacking(Lack::Waits(waits))
            }
        }
    }

    fn carried(&self, at: usize, span: Span) -> Reckoned {
        let Some(formula) = self.catalog.carried(at) else { return Reckoned::Lacking(Lack::Untold) };
        match self.sum(formula, span) {
            Ok(sum) => known(sum.amount, Origin::Carried(self.preceding(span)), sum.as_of, sum.estimate),
            Err(_) => Reckoned::Lacking(Lack::Untold),
        }
    }

    /// Why a flow is not known though windows were told.
    fn lack(&self, at: usize, span: Span) -> Reckoned {
        let told = self.by_window(at);
        let told: Vec<&Told> = told.iter().collect();
        let broken = if self.catalog.nature(at) == Nature::Flow { series::broken(&told, span) } else { None };
        Reckoned::Lacking(match broken {
            Some(series::Broken::Gap(days)) => Lack::Gap(days),
            Some(series::Broken::Overlap(days)) => Lack::Overlap(days),
            Some(series::Broken::Within(wider)) => Lack::Within(wider),
            Some(series::Broken::Across(window)) => Lack::Across(window),
            None => Lack::Untold,
        })
    }

    /// A formula over a window. Error: the figures it waits for.
    pub(super) fn sum(&self, formula: &Formula, span: Span) -> Result<Sum, Vec<usize>> {
        let mut sum = Sum { amount: Decimal::ZERO, as_of: NaiveDate::MAX, estimate: false };
        let mut waits = Vec::new();
        // What stood at the beginning was told before; it makes nothing older.
        let mut begun = NaiveDate::MAX;
        for term in &formula.terms {
            let of = if term.previous { self.preceding(span) } else { span };
            // Nothing carries further back than what was told.
            if term.previous && self.catalog.goes_back(term.at) && self.before_all(of) {
                waits.push(term.at);
                continue;
            }
            match self.figure(term.at, of) {
                Reckoned::Known(Known { content: Content::Amount(amount), as_of, estimate, .. }) => {
                    let signed = if term.minus { -amount } else { amount };
                    match sum.amount.checked_add(signed) {
                        Some(amount) => sum.amount = amount,
                        None => waits.push(term.at),
                    }
                    let is_begun = term.previous || self.catalog.nature(term.at) == Nature::Opening;
                    let day = if is_begun { &mut begun } else { &mut sum.as_of };
                    *day = as_of.min(*day);
                    sum.estimate |= estimate;
                }
                _ => waits.push(term.at),
            }
        }
        if sum.as_of == NaiveDate::MAX {
            sum.as_of = begun;
        }
        if waits.is_empty() { Ok(sum) } else { Err(waits) }
    }

    /// The window before: one that was told and ends the day before, of the length most like it; else as the calendar has it.
    pub(crate) fn preceding(&self, span: Span) -> Span {
        preceding(&self.windows, span)
    }
}

/// The window before one, among those that were told; else as the calendar has it.
pub(super) fn preceding(told: &[Span], span: Span) -> Span {
    let length = |one: Span| (one.last - one.first).num_days();
    let ends_before = told.iter().copied().filter(|one| one.last.succ_opt() == Some(span.first));
    ends_before.min_by_key(|one| (length(*one) - length(span)).abs()).unwrap_or_else(|| periods::before(span))
}

/// The same window a year earlier: one that was told, ends that day and is half as long again at most, for a
/// commune's first window begins on its own first day; else as the calendar has it.
pub(super) fn year_ago(told: &[Span], span: Span) -> Span {
    let wanted = periods::year_before(span);
    let length = |one: Span| (one.last - one.first).num_days() + 1;
    let alike = told.iter().copied().filter(|one| one.last == wanted.last && (length(*one) - length(wanted)).abs() * 2 <= length(wanted));
    alike.min_by_key(|one| (length(*one) - length(wanted)).abs()).unwrap_or(wanted)
}

/// A formula's number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sum {
    pub(super) amount: Decimal,
    pub(super) as_of: NaiveDate,
    pub(super) estimate: bool,
}

pub(super) fn known(amount: Decimal, origin: Origin, as_of: NaiveDate, estimate: bool) -> Reckoned {
    Reckoned::Known(Known { content: Content::Amount(amount), origin, as_of, estimate })
}
