//! The outline a report begins from: data, not code (`assets/sets/outline-quarterly.json`).

use super::document::each_inline;
use super::period::Period;
use super::rows::{Head, SectionRow};
use crate::figures::Figures;
use crate::office::Office;
use crate::paper::{Block, Inline};
use crate::status::Level;
use crate::{Error, Result, Stamp, viet};
use serde::Deserialize;
use std::sync::LazyLock;

/// The shipped outline as it is copied into a ledger.
pub(super) const TEXT: &str = include_str!("../../../../assets/sets/outline-quarterly.json");
/// Its version.
pub(super) const VERSION: i64 = 1;

/// An outline.
#[derive(Debug, Deserialize)]
pub(super) struct Outline {
    subject: String,
    sections: Vec<Section>,
}

#[derive(Debug, Deserialize)]
struct Section {
    key: String,
    level: u8,
    number: String,
    title: String,
    writable: bool,
    #[serde(default)]
    hint: String,
    /// Sentences the ledger can write, with placeholders in braces and chips.
    #[serde(default)]
    offer: Vec<Block>,
}

static SHIPPED: LazyLock<std::result::Result<Outline, String>> = LazyLock::new(|| serde_json::from_str(TEXT).map_err(|error| error.to_string()));

/// The outline of a regular report. Errors only when the shipped data are broken.
pub(super) fn shipped() -> Result<&'static Outline> {
    SHIPPED.as_ref().map_err(|error| Error::Fault(format!("outline-quarterly: {error}")))
}

impl Outline {
    /// The subject of a report of a period.
    pub(super) fn subject(&self, period: &Period) -> String {
        fill(&self.subject, &[("{period}", &capital_period(&period.name)), ("{next}", &capital_period(&period.next))])
    }

    /// The sections of a new report, the offered sentences already in them where their data are known.
    pub(super) fn sections(&self, office: &Office, period: &Period, head: &Head, figures: &Figures, stamp: &Stamp) -> Vec<SectionRow> {
        let words = words(office, period, head);
        self.sections
            .iter()
            .zip(0_u32..)
            .map(|(section, nth)| SectionRow {
                key: section.key.clone(),
                level: section.level,
                number: section.number.clone(),
                title: section.title.clone(),
                writable: section.writable,
                hint: section.hint.clone(),
                blocks: section.offered(&words, figures, |block| stamp.uid(i64::from(nth) + 1, block)),
            })
            .collect()
    }

    /// The sentences offered for a section, ready with chips.
    pub(super) fn offers(&self, key: &str, office: &Office, period: &Period, head: &Head, figures: &Figures) -> Vec<Vec<Block>> {
        let words = words(office, period, head);
        let found = self.sections.iter().find(|section| section.key == key);
        let blocks = found.map(|section| section.offered(&words, figures, |nth| format!("offer-{key}-{nth}"))).unwrap_or_default();
        blocks.into_iter().map(|block| vec![block]).collect()
    }
}

impl Section {
    fn offered(&self, words: &[(&str, &str)], figures: &Figures, id: impl Fn(u32) -> String) -> Vec<Block> {
        let ready = self.offer.iter().filter(|block| is_known(block, figures));
        ready
            .zip(0_u32..)
            .map(|(block, nth)| {
                let mut block = block.clone();
                each_inline(&mut block, &mut |piece| {
                    if let Inline::Text(run) = piece {
                        run.text = viet::nfc(&fill(&run.text, words));
                    }
                });
                block.with_id(id(nth))
            })
            .collect()
    }
}

/// A sentence is offered when every figure in it is known, and it does not only count nothing.
fn is_known(block: &Block, figures: &Figures) -> bool {
    let mut known = true;
    let mut block = block.clone();
    each_inline(&mut block, &mut |piece| {
        if let Inline::Figure(chip) = piece {
            known &= figures.text(&chip.id, chip.format).is_some();
            known &= match chip.id.split('.').next() {
                Some("assigned") => figures.assigned_total(Level::Above) > 0,
                Some("own") => figures.assigned_total(Level::Own) > 0,
                _ => true,
            };
        }
    });
    known
}

fn words<'a>(office: &'a Office, period: &'a Period, head: &'a Head) -> Vec<(&'static str, &'a str)> {
    let annex = if head.appendix { " (chi tiết tại Phụ lục kèm theo)" } else { "" };
    vec![
        ("{office}", office.form.short.as_str()),
        ("{office_full}", office.form.name.as_str()),
        ("{period}", period.name.as_str()),
        ("{next}", period.next.as_str()),
        ("{addressee}", head.addressees.first().map_or("cấp trên", String::as_str)),
        ("{annex}", annex),
    ]
}

fn fill(template: &str, words: &[(&str, &str)]) -> String {
    words.iter().fold(template.to_owned(), |text, (mark, word)| text.replace(mark, word))
}

/// In a subject the period is a name: `Quý III năm 2026`.
fn capital_period(name: &str) -> String {
    name.replacen("quý", "Quý", 1)
}
