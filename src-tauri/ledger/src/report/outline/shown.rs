//! Đề cương báo cáo as the screen shows them: slots by their names.

use super::choice::Choice;
use super::{Numbering, Outline, parse, slots, told};
use crate::assets::FigureSet;
use crate::view::{OutlineFigure, OutlineForm, OutlineRow, OutlineSection, OutlinesView, ReportKind};
use crate::{Ledger, Result};

impl Ledger {
    /// Every outline, and what a section of one can offer.
    pub fn outlines_view(&self) -> Result<OutlinesView> {
        let choices = self.outlines()?;
        let set = self.figure_set()?;
        let mut sentences: Vec<String> = Vec::new();
        for sentence in choices.iter().flat_map(|choice| &choice.outline.sections).flat_map(|section| &section.sentences) {
            let shown = slots::named(&set, sentence);
            if !sentences.contains(&shown) {
                sentences.push(shown);
            }
        }
        let field = |id: &str| set.fields.iter().find(|field| field.id == id).map(|field| field.name.clone());
        let shown = |figure: &crate::assets::Figure| OutlineFigure {
            id: figure.id.clone(),
            name: figure.name.clone(),
            unit: figure.unit.clone(),
            field: field(&figure.field).unwrap_or_default(),
        };
        let figures = set.figures.iter().map(shown).collect();
        let outlines = choices.into_iter().map(|choice| self.outline_row(choice, &set)).collect::<Result<_>>()?;
        Ok(OutlinesView { outlines, figures, slots: slots::told(), sentences })
    }

    fn outline_row(&self, choice: Choice, set: &FigureSet) -> Result<OutlineRow> {
        let newer = match (&choice.copy, choice.ships) {
            (Some(copy), Some(text)) => {
                let newer = parse(text)?;
                if newer.version > copy.version && newer.version > copy.declined { told::differences(&choice.outline, &newer) } else { Vec::new() }
            }
            _ => Vec::new(),
        };
        Ok(OutlineRow {
            ships: choice.ships.is_some(),
            edited: choice.copy.as_ref().is_some_and(|copy| copy.edited),
            reports: choice.copy.as_ref().map_or(Ok(0), |copy| self.reports_begun_with(copy.id))?,
            newer,
            form: form(&choice.outline, choice.kinds, set),
        })
    }
}

/// An outline as it is edited.
pub(super) fn form(outline: &Outline, kinds: Vec<ReportKind>, set: &FigureSet) -> OutlineForm {
    let sections = outline.sections.iter().map(|section| OutlineSection {
        key: section.key.clone(),
        level: section.level,
        part: section.is_part(),
        number: section.number.clone(),
        title: slots::named_words(&section.title),
        hint: section.hint.clone(),
        writable: section.writable,
        begun: section.begun,
        figures: section.figures.clone(),
        sentences: section.sentences.iter().map(|sentence| slots::named(set, sentence)).collect(),
        documents: section.documents.clone(),
    });
    OutlineForm {
        set: outline.set.clone(),
        name: outline.name.clone(),
        kinds,
        subject: slots::named_words(&outline.subject),
        bracket: slots::named_words(&outline.bracket),
        addressed: outline.addressed,
        decimals: outline.numbering == Numbering::Decimals,
        sections: sections.collect(),
    }
}
