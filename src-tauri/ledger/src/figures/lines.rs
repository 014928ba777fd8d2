//! The arithmetic behind a figure, a line a part: what a formula adds, what windows are joined, what units told.

use super::formula::{Formula, Term};
use super::known::{Content, Known, Origin, Reckoned};
use super::reckon::Reckoner;
use super::{periods, shown};
use crate::deadline::Span;
use crate::viet;
use crate::view::FigureLine;
use rust_decimal::Decimal;

impl Reckoner {
    /// What a known figure is made of; nothing where it was told or counted as it stands.
    pub(super) fn lines(&self, at: usize, span: Span) -> Vec<FigureLine> {
        let Reckoned::Known(Known { origin, content, .. }) = self.figure(at, span) else { return self.waiting(at, span) };
        match origin {
            Origin::Told(_) | Origin::Counted => Vec::new(),
            Origin::Units(_) => Vec::new(),
            Origin::Formula => {
                let mut lines = self.catalog.formula(at).map(|formula| self.terms(formula, span, false)).unwrap_or_default();
                if matches!(content, Content::Share { .. }) {
                    lines.extend(self.catalog.denominator(at).map(|formula| self.terms(formula, span, true)).unwrap_or_default());
                }
                lines
            }
            Origin::Carried(_) => self.catalog.carried(at).map(|formula| self.terms(formula, span, false)).unwrap_or_default(),
            Origin::Joined(steps) => steps.iter().map(|(minus, window)| self.step(at, *minus, *window)).collect(),
        }
    }

    /// The parts of a formula that is not whole yet.
    fn waiting(&self, at: usize, span: Span) -> Vec<FigureLine> {
        let mut lines = self.catalog.formula(at).map(|formula| self.terms(formula, span, false)).unwrap_or_default();
        lines.extend(self.catalog.denominator(at).map(|formula| self.terms(formula, span, true)).unwrap_or_default());
        lines
    }

    fn terms(&self, formula: &Formula, span: Span, below: bool) -> Vec<FigureLine> {
        formula.terms.iter().map(|term| self.term(term, span, below)).collect()
    }

    fn term(&self, term: &Term, span: Span, below: bool) -> FigureLine {
        let of = if term.previous { self.preceding(span) } else { span };
        let figure = self.catalog.figure(term.at);
        let name = if term.previous { format!("{} ({})", figure.name, periods::name(of)) } else { figure.name.clone() };
        let shown = self.amount(term.at, of).map(|amount| signed(amount, term.minus)).unwrap_or_default();
        FigureLine { figure: figure.id.clone(), name, shown, minus: term.minus, below }
    }

    fn step(&self, at: usize, minus: bool, window: Span) -> FigureLine {
        let shown = self.amount(at, window).map(|amount| signed(amount, minus)).unwrap_or_default();
        FigureLine { figure: String::new(), name: periods::name(window), shown, minus, below: false }
    }
}

fn signed(amount: Decimal, minus: bool) -> String {
    let amount = if minus { -amount } else { amount };
    viet::amount(amount, shown::DECIMALS).replace('-', "−")
}
