//! A figure traced: what it is called, of which window and day, from where, and how it was reckoned.

use super::known::{Known, Origin, Reckoned};
use super::lines::Part;
use super::{Figures, periods};
use crate::assets::FigureKind;
use crate::deadline::Span;
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
                traced.formula = self.arithmetic(at, span);
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

    /// `Hồ sơ đúng hạn (2.264) / Hồ sơ đã giải quyết (2.268)`; empty for what was told or counted.
    fn arithmetic(&self, at: usize, span: Span) -> String {
        let parts = self.reckoner.parts(at, span);
        let (below, above): (Vec<_>, Vec<_>) = parts.iter().partition(|part| part.below);
        let whole = |parts: &[&Part]| {
            let words = self.reckoner.in_words(parts);
            if parts.len() > 1 { format!("({words})") } else { words }
        };
        if below.is_empty() { self.reckoner.in_words(&above) } else { format!("{} / {}", whole(&above), whole(&below)) }
    }
}
