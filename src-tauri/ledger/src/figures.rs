//! Số liệu: figures told once with their source, everything else reckoned from them.
//!
//! A set of figures is data (`catalog`); what is told is kept by window (`values`); `reckon` finds
//! what each figure is over any window, `doubts` what does not agree, `shown` says it in words.

mod asked;
mod book;
mod called;
mod catalog;
pub(crate) mod column;
mod contradicting;
mod counted;
mod dated;
mod doubts;
mod edit;
mod export;
mod formula;
mod heads;
mod import;
mod keep;
mod known;
mod lacking;
mod lines;
mod listed;
mod measured;
mod mends;
mod nature;
mod older;
mod owed;
mod pasted;
mod periods;
mod printed;
mod reckon;
mod series;
mod set;
mod show;
mod shown;
mod spoken;
mod tables;
mod titled;
mod told;
mod traced;
mod typed;
mod values;
mod windows;

#[cfg(test)]
mod tests;

pub(crate) use listed::Listed;
pub(crate) use periods::year_of;
pub(crate) use printed::Printed;
pub(crate) use reckon::Reckoner;
pub(crate) use traced::Traced;

use crate::assets::FigureSet;
use crate::deadline::Span;
use crate::paper::FigureFormat;
use crate::status::Level;
use crate::view::Id;
use crate::{Ledger, Result, viet};
use chrono::NaiveDate;
use counted::Counted;
use known::{Content, Known, Reckoned};
use reckon::Units;
use std::collections::HashMap;
use values::Values;

/// The figures of a report: of its window, on its day.
pub(crate) struct Figures {
    pub(crate) reckoner: Reckoner,
    counted: Counted,
    window: Span,
    as_of: NaiveDate,
}

impl Ledger {
    /// The figures of a window on a day; `others` are windows that are asked for too.
    pub(crate) fn figures(&self, window: Span, as_of: NaiveDate, others: &[Span]) -> Result<Figures> {
        self.figures_of(self.figure_values()?, window, as_of, others)
    }

    /// The same from what was told once a change was made.
    pub(crate) fn figures_after(&self, change: Id, window: Span, as_of: NaiveDate, others: &[Span]) -> Result<Figures> {
        self.figures_of(self.figure_values_after(change)?, window, as_of, others)
    }

    fn figures_of(&self, values: Values, window: Span, as_of: NaiveDate, others: &[Span]) -> Result<Figures> {
        let counted = self.counted(window, as_of)?;
        let mut windows = HashMap::from([(window, counted.clone())]);
        for other in others {
            if !windows.contains_key(other) {
                windows.insert(*other, self.counted(*other, other.last)?);
            }
        }
        let known = self.units()?;
        let lives = known.iter().filter_map(|unit| Some((unit.id?, unit.days()))).collect();
        let names = known.into_iter().filter_map(|unit| Some((unit.id?, unit.name))).collect();
        let units = Units { names, lives, asked: self.asked_units()? };
        let reckoner = Reckoner::new(self.catalog()?, values, units, windows);
        Ok(Figures { reckoner, counted, window, as_of })
    }
}

impl Figures {
    /// The text of a figure, or `None` when its data are missing; `window`: the report's own.
    pub(crate) fn text(&self, id: &str, window: Option<(NaiveDate, NaiveDate)>, format: FigureFormat) -> Option<String> {
        if id == "as_of" {
            return Some(viet::day_paper(self.as_of));
        }
        if let Some(note) = self.counted.note(id) {
            return Some(note);
        }
        let span = window.map_or(self.window, |(first, last)| Span { first, last });
        let at = self.reckoner.catalog.place(id)?;
        match self.reckoner.figure(at, span) {
            Reckoned::Known(Known { content: Content::Words(words), .. }) => {
                Content::Words(typed::printed(&words, &self.reckoner.catalog.figure(at).unit)).printed(format)
            }
            Reckoned::Known(Known { content, .. }) => content.printed(format),
            Reckoned::Lacking(_) => None,
        }
    }

    /// The set they are of.
    pub(crate) fn set(&self) -> &FigureSet {
        &self.reckoner.catalog.set
    }

    /// How many rows the main plan has on that day; `None`: there is no plan.
    pub(crate) fn plan_total(&self) -> Option<u32> {
        self.counted.plan_total()
    }

    /// Assigned tasks of a level.
    pub(crate) fn assigned_total(&self, level: Level) -> u32 {
        self.counted.assigned_total(level)
    }
}
