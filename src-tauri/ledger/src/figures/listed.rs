//! The figures of a report one by one, for a table of all of them.

use super::known::Reckoned;
use super::windows::Windows;
use super::{Figures, known::Known};
use crate::assets::FigureKind;
use crate::deadline::Span;
use crate::viet::{capital, day_paper};
use crate::{Ledger, Result};

/// A figure as a table lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) unit: String,
    pub(crate) kind: FigureKind,
    /// False where nobody told it and nothing gives it.
    pub(crate) known: bool,
    /// That it is an estimate, or of an earlier day than the report; else empty.
    pub(crate) note: String,
}

impl Ledger {
    /// The windows that one is compared with: the one before, the same one a year earlier.
    pub(crate) fn compared_windows(&self, window: Span) -> Result<[Span; 2]> {
        let windows = Windows::of(window, &self.figure_values()?.windows());
        Ok([windows.last, windows.year_ago])
    }
}

impl Figures {
    /// The figures of each field in the order of the set: the field's number and name, its figures.
    pub(crate) fn listed(&self) -> Vec<(String, Vec<Listed>)> {
        let set = self.set();
        let of_field = |field: &str| -> Vec<Listed> {
            let of_this = set.figures.iter().enumerate().filter(|(_, figure)| figure.field == field);
            let one = |(at, figure): (usize, &crate::assets::Figure)| {
                let known = self.reckoner.figure(at, self.window);
                Listed {
                    id: figure.id.clone(),
                    name: figure.name.clone(),
                    unit: figure.unit.clone(),
                    kind: figure.kind,
                    known: matches!(known, Reckoned::Known(_)),
                    note: self.remark(at, &known),
                }
            };
            of_this.map(one).collect()
        };
        set.fields.iter().map(|field| (format!("{}. {}", field.id, field.name), of_field(&field.id))).collect()
    }

    fn remark(&self, at: usize, known: &Reckoned) -> String {
        let Reckoned::Known(Known { estimate, .. }) = known else { return String::new() };
        let older = self.older(at).map(|day| format!("số đến {}", day_paper(day)));
        let notes: Vec<String> = estimate.then(|| "số ước".to_owned()).into_iter().chain(older).collect();
        capital(&notes.join(", "))
    }
}
