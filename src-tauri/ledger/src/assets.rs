//! The data files that ship with the program: sets (outline, figures, holidays) and the sample.
//!
//! What varies by province and year is data; the form of each file is told in the `README.md`
//! beside it. They are compiled in, so that a single program file is enough.

mod figures;
mod holidays;
mod sample;
#[cfg(test)]
mod tests;

pub(crate) use figures::FIGURES_CCHC;
pub use figures::{Field, Figure, FigureKind, FigureSet, Law, figures_cchc};
pub use holidays::{DayOff, DayOffKind, Holidays, holidays};
pub use sample::{
    Sample, SampleAssigned, SampleEntry, SampleFigures, SampleGroup, SampleLevel, SampleOffice, SamplePlan, SampleReport, SampleSigner, SampleTask,
    SampleUnit, sample,
};

use crate::{Error, Result};
use serde::de::DeserializeOwned;

/// Reads a file that was compiled in. Error: a fault of ours.
fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| Error::Fault(format!("{name}: {error}")))
}
