//! Đề cương: what a report begins from. Data, not code: the ones that ship stand in
//! `assets/sets/outline-*.json`, the officer's copies in the ledger.

mod choice;
mod documents;
mod from_paper;
mod keep;
mod number;
mod rows;
mod shown;
mod slots;
#[cfg(test)]
mod tests;
mod told;

pub(super) use documents::Citing;
pub(super) use slots::other as other_figure;

use super::document::each_inline;
use super::period::Period;
use super::rows::{Head, SectionRow};
use crate::assets::FigureSet;
use crate::figures::Figures;
use crate::office::Office;
use crate::paper::{Block, FigureFormat, Inline, Item};
use crate::status::Level;
use crate::view::{OutlineDocuments, ReportKind};
use crate::{Error, Result, Stamp, viet};
use serde::{Deserialize, Serialize};

/// The outlines that ship, as they are copied into a ledger, in the order of the list.
const SHIPPED: [&str; 5] = [
    include_str!("../../../../assets/sets/outline-quarterly.json"),
    include_str!("../../../../assets/sets/outline-inspection.json"),
    include_str!("../../../../assets/sets/outline-decimals.json"),
    include_str!("../../../../assets/sets/outline-two-parts.json"),
    include_str!("../../../../assets/sets/outline-free.json"),
];

/// An outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Outline {
    set: String,
    version: u32,
    pub(super) name: String,
    kinds: Vec<ReportKind>,
    subject: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    bracket: String,
    /// Kính gửi; `None`: regular reports have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    addressed: Option<bool>,
    #[serde(default, skip_serializing_if = "Numbering::is_usual")]
    numbering: Numbering,
    sections: Vec<Section>,
}

/// How sections of the third level are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Numbering {
    /// `a)`
    #[default]
    Letters,
    /// `1.1.`
    Decimals,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Section {
    key: String,
    level: u8,
    /// As printed; of level 0 only a part has one.
    number: String,
    title: String,
    writable: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    hint: String,
    /// Ids of the figures it offers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    figures: Vec<String>,
    /// Sentences the ledger can write; figures and other slots in braces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sentences: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    documents: Option<OutlineDocuments>,
    /// Its sentences stand in a new report already.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    begun: bool,
    /// The sentences of a first version, as blocks; they are read and written as the others.
    #[serde(default, skip_serializing)]
    offer: Vec<Block>,
}

impl Numbering {
    fn is_usual(&self) -> bool {
        *self == Numbering::Letters
    }
}

fn yes() -> bool {
    true
}

fn is_yes(value: &bool) -> bool {
    *value
}

impl Section {
    /// What a section of a report is in an outline, without what an outline offers for it.
    fn of_row(row: &SectionRow) -> Section {
        Section {
            key: row.key.clone(),
            level: row.level,
            number: row.number.clone(),
            title: row.title.clone(),
            writable: row.writable,
            hint: row.hint.clone(),
            figures: Vec::new(),
            sentences: Vec::new(),
            documents: None,
            begun: true,
            offer: Vec::new(),
        }
    }

    /// The opening or the closing: text without a heading.
    fn is_end(&self) -> bool {
        self.level == 0 && self.number.is_empty()
    }

    fn is_part(&self) -> bool {
        self.level == 0 && !self.number.is_empty()
    }

    /// What sentences call it: `II.1 Cải cách thể chế` is its printed number and its title.
    fn called(&self) -> String {
        format!("{} {}", self.number, slots::named_words(&self.title)).trim().to_owned()
    }
}

/// Reads an outline as it ships or is kept. Error: the text is broken.
fn parse(text: &str) -> Result<Outline> {
    let mut outline: Outline = serde_json::from_str(text).map_err(|error| Error::Fault(format!("outline: {error}")))?;
    for section in &mut outline.sections {
        let offer = std::mem::take(&mut section.offer);
        section.sentences.extend(offer.iter().map(slots::sentence_of));
    }
    Ok(outline)
}

/// What the slots of an outline become in one report.
pub(super) struct Words<'a> {
    words: Vec<(&'static str, &'a str)>,
    /// The keys of the report's appendices.
    annexes: Vec<String>,
    figures: &'a Figures,
}

impl<'a> Words<'a> {
    pub(super) fn of(office: &'a Office, period: &'a Period, head: &'a Head, figures: &'a Figures) -> Words<'a> {
        let words = vec![
            ("office", office.form.short.as_str()),
            ("office_full", office.form.name.as_str()),
            ("period", period.name.as_str()),
            ("next", period.next.as_str()),
            ("addressee", head.addressees.first().map_or("cấp trên", String::as_str)),
        ];
        let annexes = head.annexes().into_iter().map(|annex| annex.key).collect();
        Words { words, figures, annexes }
    }

    fn of_slot(&self, slot: &str) -> Option<&str> {
        self.words.iter().find(|(name, _)| *name == slot).map(|(_, word)| *word)
    }

    /// Plain words with their slots filled in.
    fn fill(&self, text: &str) -> String {
        let words = slots::pieces(text).into_iter().map(|piece| match piece {
            slots::Piece::Words(words) => words.to_owned(),
            slots::Piece::Slot(slot) => self.of_slot(slot).map_or_else(|| format!("{{{slot}}}"), str::to_owned),
        });
        viet::nfc(&words.collect::<String>())
    }
}

impl Outline {
    /// The set it is.
    pub(super) fn set(&self) -> &str {
        &self.set
    }

    /// The subject of a report, and the line in brackets under it.
    pub(super) fn subject(&self, office: &Office, period: &Period) -> (String, String) {
        // In a subject the period is a name: `Quý III năm 2026`.
        let capital = |name: &str| name.replacen("quý", "Quý", 1);
        let fill = |text: &str| {
            let words = [("{period}", capital(&period.name)), ("{next}", capital(&period.next)), ("{office}", office.form.short.clone())];
            let text = words.iter().fold(text.to_owned(), |text, (slot, word)| text.replace(slot, word));
            text.replace("{office_full}", &office.form.name)
        };
        (fill(&self.subject), fill(&self.bracket))
    }

    /// Whether a report of a kind is addressed to somebody.
    pub(super) fn is_addressed(&self, kind: ReportKind) -> bool {
        self.addressed.unwrap_or(!matches!(kind, ReportKind::Free | ReportKind::Inspection))
    }

    /// The sections of a new report, the sentences already in them where their data are known.
    pub(super) fn sections(&self, words: &Words, stamp: &Stamp) -> Vec<SectionRow> {
        self.sections
            .iter()
            .zip(1_i64..)
            .map(|(section, nth)| SectionRow {
                key: section.key.clone(),
                level: section.level,
                number: section.number.clone(),
                title: words.fill(&section.title),
                writable: section.writable,
                hint: section.hint.clone(),
                blocks: if section.begun { section.said(words, |block| stamp.uid(nth, block)) } else { Vec::new() },
            })
            .collect()
    }

    /// Numbers sections anew, where others have come among those of the outline.
    ///
    /// Appendices have numbers of their own, an opening and a closing none.
    pub(super) fn number(&self, rows: &mut [SectionRow]) {
        let is_end = |row: &SectionRow| row.level == 0 && row.number.is_empty();
        let mut body: Vec<&mut SectionRow> = rows.iter_mut().filter(|row| !row.is_annex() && !is_end(row)).collect();
        let mut sections: Vec<Section> = body.iter().map(|row| Section::of_row(row)).collect();
        number::set(&mut sections, self.numbering);
        for (row, section) in body.iter_mut().zip(sections) {
            (row.number, row.level) = (section.number, section.level);
        }
    }

    /// The sentences offered for a section, ready with chips.
    pub(super) fn offers(&self, key: &str, words: &Words) -> Vec<Vec<Block>> {
        let found = self.sections.iter().find(|section| section.key == key);
        let blocks = found.map(|section| section.said(words, |nth| format!("offer-{key}-{nth}"))).unwrap_or_default();
        blocks.into_iter().map(|block| vec![block]).collect()
    }

    /// The figures offered for a section.
    pub(super) fn figures(&self, key: &str) -> &[String] {
        self.sections.iter().find(|section| section.key == key).map_or(&[], |section| section.figures.as_slice())
    }

    /// The section whose sentences point to an appendix.
    pub(super) fn section_of_annex(&self, key: &str) -> Option<&str> {
        let points = |sentence: &String| {
            slots::pieces(sentence)
                .iter()
                .any(|piece| matches!(piece, slots::Piece::Slot(slot) if slots::annex(slot).is_some_and(|what| what.key() == key)))
        };
        self.sections.iter().find(|section| section.sentences.iter().any(points)).map(|section| section.key.as_str())
    }

    /// Which documents are offered for a section.
    pub(super) fn documents(&self, key: &str) -> Option<&OutlineDocuments> {
        self.sections.iter().find(|section| section.key == key)?.documents.as_ref()
    }
}

impl Section {
    /// Its sentences whose every figure is known.
    fn said(&self, words: &Words, id: impl Fn(u32) -> String) -> Vec<Block> {
        let ready = self.sentences.iter().filter_map(|sentence| ready(sentence, words));
        ready.zip(0_u32..).map(|(block, nth)| block.with_id(id(nth))).collect()
    }
}

/// A sentence as a block; `None` while a figure in it is missing, where it only counts nothing, and
/// where the figure it depends on is zero.
fn ready(sentence: &str, words: &Words) -> Option<Block> {
    let sentence = slots::Sentence::of(sentence);
    let is_zero = |id: &str| words.figures.text(id, None, FigureFormat::Plain).is_none_or(|text| text == "0");
    if sentence.unless_zero.is_some_and(is_zero) {
        return None;
    }
    let mut text: Vec<Inline> = Vec::new();
    for piece in slots::pieces(sentence.text) {
        let run = match piece {
            slots::Piece::Words(words) => words,
            slots::Piece::Slot(slot) => match (slots::annex(slot), words.of_slot(slot)) {
                (Some(what), _) => {
                    text.extend(what.said(&words.annexes)?);
                    continue;
                }
                (None, Some(word)) => word,
                (None, None) => {
                    text.push(Inline::Figure(slots::chip(words.figures.set(), slot)));
                    continue;
                }
            },
        };
        match text.last_mut() {
            Some(Inline::Text(last)) => last.text.push_str(run),
            _ if run.is_empty() => {}
            _ => text.push(Inline::words(run)),
        }
    }
    let mut block = match sentence.item {
        Some(item) => Block::Item { id: String::new(), item, text },
        None => Block::Para { id: String::new(), text },
    };
    let mut known = true;
    each_inline(&mut block, &mut |piece| match piece {
        Inline::Text(run) => run.text = viet::nfc(&run.text),
        Inline::Figure(chip) => {
            known &= words.figures.text(&chip.id, chip.window, chip.format).is_some();
            known &= match chip.id.split('.').next() {
                Some("assigned") => words.figures.assigned_total(Level::Above) > 0,
                Some("own") => words.figures.assigned_total(Level::Own) > 0,
                _ => true,
            };
        }
        Inline::Citation(_) | Inline::Annex(_) | Inline::Break => {}
    });
    known.then_some(block)
}

/// A figure of its own, as one more item of a list: `- Hồ sơ giải quyết quá hạn: 05 hồ sơ.`
pub(super) fn figure_line(set: &FigureSet, id: &str) -> Option<(String, String, Block)> {
    let (name, unit) = slots::figure(set, id).map(|figure| (figure.name.clone(), figure.unit.clone()))?;
    let tail = if unit.is_empty() || unit == "%" { ".".to_owned() } else { format!(" {unit}.") };
    let text = vec![Inline::words(format!("{name}: ")), Inline::Figure(slots::chip(set, id)), Inline::words(tail)];
    Some((name, unit, Block::Item { id: format!("figure-{id}"), item: Item::Dash, text }))
}
