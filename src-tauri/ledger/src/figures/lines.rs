//! The arithmetic behind a figure, a part at a time: what a formula adds, what windows are joined.

use super::formula::{Formula, Term};
use super::known::{Content, Known, Origin, Reckoned};
use super::reckon::Reckoner;
use super::told::Share;
use super::{periods, shown};
use crate::deadline::Span;
use crate::viet;
use crate::view::{FigureLine, Id};
use rust_decimal::Decimal;

/// One part of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// The figure it is; `None`: the figure itself, of another window or of one unit.
    figure: Option<usize>,
    /// The unit whose share it is.
    unit: Option<Id>,
    /// The window, where it is another.
    window: Option<Span>,
    /// `None`: not known.
    amount: Option<Decimal>,
    minus: bool,
    /// True for a part of what is divided by.
    pub(super) below: bool,
}

impl Part {
    fn of(amount: Option<Decimal>) -> Part {
        Part { figure: None, unit: None, window: None, amount, minus: false, below: false }
    }
}

impl Reckoner {
    /// What a figure is made of, known or not; nothing where it was told or counted as it stands.
    pub(super) fn parts(&self, at: usize, span: Span) -> Vec<Part> {
        match self.figure(at, span) {
            Reckoned::Known(Known { origin: Origin::Told(_) | Origin::Counted, .. }) => Vec::new(),
            Reckoned::Known(Known { origin: Origin::Units(_), .. }) => {
                let share = |share: Share| Part { unit: Some(share.unit), ..Part::of(Some(share.found.amount)) };
                self.shares_of(at, span).into_iter().map(share).collect()
            }
            Reckoned::Known(Known { origin: Origin::Carried(_), .. }) => self.terms(self.catalog.carried(at), span, false),
            Reckoned::Known(Known { origin: Origin::Joined(steps), .. }) => {
                let part = |(minus, window)| Part { window: Some(window), minus, ..Part::of(self.amount(at, window)) };
                let mut parts: Vec<Part> = steps.into_iter().map(part).collect();
                // What is taken away is told last.
                parts.sort_by_key(|part| part.minus);
                parts
            }
            Reckoned::Known(Known { origin: Origin::Formula, content, .. }) => {
                let of = self.catalog.denominator(at).filter(|_| matches!(content, Content::Share { .. }));
                [self.terms(self.catalog.formula(at), span, false), self.terms(of, span, true)].concat()
            }
            Reckoned::Lacking(_) => {
                [self.terms(self.catalog.formula(at), span, false), self.terms(self.catalog.denominator(at), span, true)].concat()
            }
        }
    }

    /// The same a line each, as the sheet shows them.
    pub(super) fn lines(&self, at: usize, span: Span) -> Vec<FigureLine> {
        let line = |part: Part| {
            let figure = part.figure.map(|at| self.catalog.figure(at));
            let name = self.named(&part);
            let shown = part.amount.map(|amount| viet::amount(if part.minus { -amount } else { amount }, shown::DECIMALS).replace('-', "−"));
            FigureLine {
                figure: figure.map(|figure| figure.id.clone()).unwrap_or_default(),
                name,
                shown: shown.unwrap_or_default(),
                minus: part.minus,
                below: part.below,
            }
        };
        self.parts(at, span).into_iter().map(line).collect()
    }

    /// The same as names and amounts with their signs.
    pub(super) fn amounts(&self, at: usize, span: Span) -> Vec<(String, Decimal)> {
        let known = |part: Part| part.amount.map(|amount| (self.named(&part), if part.minus { -amount } else { amount }));
        self.parts(at, span).into_iter().filter_map(known).collect()
    }

    fn named(&self, part: &Part) -> String {
        let window = part.window.map(periods::name).or_else(|| part.unit.and_then(|unit| self.units.names.get(&unit).cloned()));
        match (part.figure.map(|at| self.catalog.figure(at)), window) {
            (Some(figure), Some(window)) => format!("{} ({window})", figure.name),
            (Some(figure), None) => figure.name.clone(),
            (None, window) => window.unwrap_or_default(),
        }
    }

    /// Parts in one line: `Hồ sơ trực tuyến (1.176) + Hồ sơ trực tiếp (32)`.
    pub(super) fn in_words(&self, parts: &[&Part]) -> String {
        let mut words = String::new();
        for part in parts {
            words.push_str(match (words.is_empty(), part.minus) {
                (true, false) => "",
                (true, true) => "− ",
                (false, false) => " + ",
                (false, true) => " − ",
            });
            let unit = part.unit.and_then(|unit| self.units.names.get(&unit).cloned());
            let named = [part.figure.map(|at| self.catalog.figure(at).name.clone()), part.window.map(periods::name), unit];
            let amount = part.amount.map_or_else(|| "…".to_owned(), |amount| viet::amount(amount, shown::DECIMALS).replace('-', "−"));
            words.push_str(&format!("{} ({amount})", named.into_iter().flatten().collect::<Vec<_>>().join(" ")));
        }
        words
    }

    fn terms(&self, formula: Option<&Formula>, span: Span, below: bool) -> Vec<Part> {
        let part = |term: &Term| {
            let window = term.previous.then(|| self.preceding(span));
            Part { figure: Some(term.at), window, minus: term.minus, below, ..Part::of(self.amount(term.at, window.unwrap_or(span))) }
        };
        formula.into_iter().flat_map(|formula| &formula.terms).map(part).collect()
    }
}
