//! The day a figure speaks of beside that of the report.

use super::Figures;
use super::known::Reckoned;
use chrono::NaiveDate;

impl Figures {
    /// The day of a figure of the report's own window that is behind the report's day.
    pub(crate) fn older_day(&self, id: &str) -> Option<NaiveDate> {
        match self.reckoner.figure(self.reckoner.catalog.place(id)?, self.window) {
            Reckoned::Known(known) => Some(known.as_of).filter(|day| *day < self.as_of),
            Reckoned::Lacking(_) => None,
        }
    }
}
