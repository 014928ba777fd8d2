//! Where one figure of a report comes from: as it was frozen, else as the ledger has it now.

use crate::assets::FigureKind;
use crate::deadline::Span;
use crate::figures::{Figures, Traced};
use crate::paper::FigureChip;
use crate::report::outline::other_figure;
use crate::report::rows::Head;
use crate::viet::{capital, day_screen};
use crate::view::{FigureTie, Id};
use crate::{Ledger, Result};
use chrono::NaiveDate;

/// The figures that a report's are traced in.
pub(super) struct Sources {
    now: Figures,
    /// From what was told when the report was frozen.
    then: Option<Figures>,
    as_of: NaiveDate,
}

impl Ledger {
    pub(super) fn sources(&self, report: Id, head: &Head, windows: &[Span]) -> Result<Sources> {
        let frozen = self.frozen_with(report)?;
        let then = frozen.map(|change| self.figures_after(change, head.window, head.as_of, windows)).transpose()?;
        Ok(Sources { now: self.figures(head.window, head.as_of, windows)?, then, as_of: head.as_of })
    }
}

impl Sources {
    pub(super) fn tie(&self, section: &str, [before, after]: [String; 2], chip: &FigureChip) -> FigureTie {
        let shown = chip.shown.clone().unwrap_or_else(|| "…".to_owned());
        let mut tie = FigureTie { section: section.to_owned(), before, after, shown, ..FigureTie::default() };
        tie.number = self.now.set().figures.iter().any(|figure| figure.id == chip.id && figure.kind != FigureKind::Text);
        let text = |figures: &Figures| figures.text(&chip.id, chip.window, chip.format);
        let (now, then) = (text(&self.now), self.then.as_ref().map(text));
        // What was told since then is none of its sources.
        let figures = self.then.as_ref().filter(|_| chip.instead.is_some() || then.as_ref().is_some_and(|then| same(then, &chip.shown)));
        self.trace(&mut tie, chip, figures.unwrap_or(&self.now));
        if let Some((_, reason)) = &chip.instead {
            tie.source = format!("Gõ thay số của sổ: {reason}");
            tie.now = then.clone().unwrap_or_else(|| now.clone()).map_or_else(|| "Sổ chưa có số này".to_owned(), |told| format!("Sổ tính: {told}"));
            if let Some(now) = now.filter(|now| then.is_some_and(|then| then.as_ref() != Some(now))) {
                tie.now = format!("{}; nay sổ tính: {now}", tie.now);
            }
        } else if !same(&now, &chip.shown) {
            tie.now = now.map_or_else(|| "Nay sổ không còn số này".to_owned(), |now| format!("Nay sổ tính: {now}"));
            if self.then.is_some() && figures.is_none() {
                only_now(&mut tie);
            }
        }
        tie
    }

    fn trace(&self, tie: &mut FigureTie, chip: &FigureChip, figures: &Figures) {
        match figures.traced(&chip.id, chip.window) {
            Some(Traced { name, unit, window, as_of, source, formula, estimate }) => {
                tie.as_of = as_of.map(|day| format!("tính đến {}", day_screen(day))).unwrap_or_default();
                tie.source = if estimate { format!("{source} (số ước)") } else { source };
                (tie.name, tie.unit, tie.window, tie.formula) = (name, unit, window, formula);
            }
            None => match other_figure(&chip.id) {
                Some(name) => {
                    tie.name = capital(name);
                    // What is counted in a phrase is counted in the window of the other figures.
                    let counted = figures.traced("plan.total", chip.window).filter(|_| chip.id != "as_of");
                    tie.window = counted.map(|traced| traced.window).unwrap_or_default();
                    tie.source =
                        if chip.id == "as_of" { "Ngày lấy số liệu của báo cáo".to_owned() } else { "Sổ tự đếm".to_owned() };
                    tie.as_of = format!("tính đến {}", day_screen(self.as_of));
                }
                None => {
                    tie.name.clone_from(&chip.id);
                    tie.source = "Không còn trong bộ số liệu".to_owned();
                }
            },
        }
    }
}

/// Neither its source nor its day is that of the number which was frozen: what the ledger counts was counted again
/// since, or the set of figures is another. The arithmetic is told of today's number.
fn only_now(tie: &mut FigureTie) {
    let formula = std::mem::take(&mut tie.formula);
    let source = std::mem::replace(&mut tie.source, "Số đã chốt khi trình báo cáo".to_owned());
    tie.as_of.clear();
    if !formula.is_empty() {
        tie.now = format!("{} = {formula}", tie.now);
    } else if !source.is_empty() {
        tie.now = format!("{} ({source})", tie.now);
    }
}

/// The same but for the percent sign that may stand behind a figure in the text.
fn same(one: &Option<String>, other: &Option<String>) -> bool {
    let bare = |shown: &Option<String>| shown.as_deref().map(|shown| shown.strip_suffix('%').unwrap_or(shown).trim_end().to_owned());
    bare(one) == bare(other)
}
