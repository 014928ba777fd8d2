//! The day a figure speaks of beside that of the report.

use super::Figures;
use super::known::Reckoned;
use crate::viet::day_screen;
use crate::view::Note;

impl Figures {
    /// Why a figure of the report's own window is behind its day: it speaks of an earlier one.
    pub(crate) fn older(&self, id: &str) -> Option<Note> {
        let at = self.reckoner.catalog.place(id)?;
        let Reckoned::Known(known) = self.reckoner.figure(at, self.window) else { return None };
        let name = &self.reckoner.catalog.figure(at).name;
        let sentence = format!(
            "“{name}” là số đến ngày {}, báo cáo tính đến ngày {}. Hãy cập nhật số, hoặc ghi rõ ngày của số trong báo cáo.",
            day_screen(known.as_of),
            day_screen(self.as_of)
        );
        (known.as_of < self.as_of).then(|| Note { code: "figure-older".into(), sentence })
    }
}
