//! A figure traced: what it is called, of which window and day, from where, and how it was reckoned.

use super::formula::{Formula, Term};
use super::known::{Content, Known, Origin, Reckoned};
use super::shown::DECIMALS;
use super::{Figures, periods};
use crate::assets::FigureKind;
use crate::deadline::Span;
use crate::viet;
use chrono::NaiveDate;

/// Where a figure of a text comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Traced {
    pub(crate) name: String,
    pub(crate) unit: String,
    /// `quý III/2026`.
    pub(crate) window: String,
    pub(crate) as_of: Option<NaiveDate>,
    /// Where the number came from, or why there is none.
    pub(crate) source: String,
    /// Its formula with the number of each part; empty for what was told.
    pub(crate) formula: String,
    pub(crate) estimate: bool,
}

impl Figures {
    /// Traces a figure; `None`: the set has none of this id. `window`: the report's own without one.
    pub(crate) fn traced(&self, id: &str, window: Option<(NaiveDate, NaiveDate)>) -> Option<Traced> {
        let span = window.map_or(self.window, |(first, last)| Span { first, last });
        let reckoner = &self.reckoner;
        let at = reckoner.catalog.place(id)?;
        let figure = reckoner.catalog.figure(at);
        let known = reckoner.figure(at, span);
        let mut traced = Traced { name: figure.name.clone(), unit: figure.unit.clone(), window: periods::name(span), ..Traced::default() };
        match &known {
            Reckoned::Known(known) => {
                traced.as_of = Some(known.as_of);
                traced.estimate = known.estimate;
                traced.source = self.origin(at, known, span);
                traced.formula = self.arithmetic(at, known, span).unwrap_or_default();
            }
            Reckoned::Lacking(lack) => {
                let why = reckoner.why(at, lack);
                traced.source = if why.is_empty() { "Chưa có số này".to_owned() } else { why };
            }
        }
        Some(traced)
    }

    fn origin(&self, at: usize, known: &Known, span: Span) -> String {
        match (&known.origin, self.reckoner.catalog.figure(at).kind) {
            (Origin::Formula, FigureKind::Ratio) => "Máy tính từ hai số".to_owned(),
            (Origin::Joined(_), _) => "Máy tính từ các kỳ đã ghi".to_owned(),
            // Told of another window that says the same of this one: both are named.
            (Origin::Told(told), _) if told.span != span && !told.source.is_empty() => {
                format!("{}; {}", self.reckoner.source(at, known, span), told.source)
            }
            (Origin::Told(told), _) if told.source.is_empty() && told.span == span => "Đã ghi, chưa nêu nguồn".to_owned(),
            _ => self.reckoner.source(at, known, span),
        }
    }

    /// `Hồ sơ đúng hạn (2.264) / Hồ sơ đã giải quyết (2.268)`.
    fn arithmetic(&self, at: usize, known: &Known, span: Span) -> Option<String> {
        let catalog = &self.reckoner.catalog;
        match (&known.origin, &known.content) {
            (Origin::Formula, Content::Share { .. }) => {
                let (part, of) = (catalog.formula(at)?, catalog.denominator(at)?);
                Some(format!("{} / {}", self.whole(part, span), self.whole(of, span)))
            }
            (Origin::Formula, _) => Some(self.sum_in_words(catalog.formula(at)?, span)),
            (Origin::Carried(_), _) => Some(self.sum_in_words(catalog.carried(at)?, span)),
            (Origin::Joined(steps), _) => {
                // What is taken away is told last.
                let (minus, plus): (Vec<_>, Vec<_>) = steps.iter().partition(|(minus, _)| *minus);
                let window = |(_, of): &(bool, Span)| format!("{} ({})", periods::name(*of), self.amount_in_words(at, *of));
                let plus: Vec<String> = plus.into_iter().map(window).collect();
                Some(minus.into_iter().fold(plus.join(" + "), |words, step| format!("{words} − {}", window(step))))
            }
            _ => None,
        }
    }

    fn amount_in_words(&self, at: usize, span: Span) -> String {
        self.reckoner.amount(at, span).map_or_else(|| "…".to_owned(), |amount| viet::amount(amount, DECIMALS))
    }

    fn whole(&self, formula: &Formula, span: Span) -> String {
        let words = self.sum_in_words(formula, span);
        if formula.terms.len() > 1 { format!("({words})") } else { words }
    }

    fn sum_in_words(&self, formula: &Formula, span: Span) -> String {
        let term = |term: &Term| {
            let of = if term.previous { self.reckoner.preceding(span) } else { span };
            let amount = self.amount_in_words(term.at, of);
            let window = if term.previous { format!(" {}", periods::name(of)) } else { String::new() };
            format!("{}{window} ({amount})", self.reckoner.catalog.figure(term.at).name)
        };
        let mut words = String::new();
        for (nth, one) in formula.terms.iter().enumerate() {
            words.push_str(match (nth, one.minus) {
                (0, false) => "",
                (0, true) => "− ",
                (_, false) => " + ",
                (_, true) => " − ",
            });
            words.push_str(&term(one));
        }
        words
    }
}
