//! From the kept report to the document that is laid out: chips get their text.

use super::outline::Citing;
use super::rows::{Head, SectionRow};
use crate::deadline::Span;
use crate::figures::Figures;
use crate::office::Office;
use crate::paper::{Block, Document, FigureChip, Inline, Letterhead, Number, PlaceDate, Signature, called};
use crate::viet::day_full;
use crate::view::{Id, ReportState, TypedSection};
use crate::{Ledger, Result};
use chrono::{Datelike, NaiveDate};

impl Ledger {
    /// The report as a document: as it was submitted, else as it stands now.
    ///
    /// Number and day are filled in once they are recorded, blank before; in the lines that refer to
    /// the report only on paper (III: an electronic file leaves them blank).
    pub fn report_document(&self, report: Id) -> Result<Document> {
        let mut document = match self.submission(report)? {
            Some((_, document, _)) => document,
            None => self.live_document(report, &[])?,
        };
        let Some((_, issue)) = self.issue(report)? else { return Ok(document) };
        let given = Some(issue.number).filter(|number| !number.is_empty());
        let head = &mut document.letterhead;
        if let (true, Some(number), Some(place)) = (self.head(report)?.form.on_paper, &head.number, &head.place) {
            let blank = numbered(None, &number.symbol, None, place.year);
            let filled = numbered(given.as_deref(), &number.symbol, issue.day, place.year);
            document.appendices.iter_mut().for_each(|appendix| appendix.reference = appendix.reference.replace(&blank, &filled));
        }
        if let Some(number) = &mut head.number {
            number.number = given;
        }
        if let Some(place) = &mut head.place {
            place.day = issue.day;
        }
        Ok(document)
    }

    /// The report as it would stand if the typed text were kept: what the preview lays out at each key.
    ///
    /// Nothing is written. A report that is frozen already stays as it is.
    pub fn preview_document(&self, report: Id, typed: &[TypedSection]) -> Result<Document> {
        if self.report_state(report)? == ReportState::Draft { self.live_document(report, typed) } else { self.report_document(report) }
    }

    /// The plan alone, as a landscape table, with or without its progress on a day.
    pub fn plan_document(&self, plan: Id, progress: bool, as_of: NaiveDate) -> Result<Document> {
        let plan = self.plan(plan)?;
        let office = self.office_on(Some(as_of))?.unwrap_or_else(Office::unnamed).form.name;
        let (number, day) = self.plan_reference(plan.id)?;
        let day = day.map_or_else(|| "ngày      tháng      năm       ".to_owned(), day_full);
        let number = if number.is_empty() { "        /KH-UBND".to_owned() } else { number };
        let reference = format!("(Kèm theo Kế hoạch số {number} {day} của {office})");
        Ok(Document {
            appendices: vec![self.plan_appendix(&plan, progress.then_some(as_of), as_of, reference)?],
            mark: self.mark()?,
            changed: self.last_moment()?.unwrap_or_default(),
            ..Document::default()
        })
    }

    /// The report from what is kept now, with the sections that are still being typed in place of
    /// the kept ones.
    pub(super) fn live_document(&self, report: Id, typed: &[TypedSection]) -> Result<Document> {
        let head = self.head(report)?;
        let mut sections = self.sections(report)?;
        for section in &mut sections {
            if let Some(typed) = typed.iter().find(|typed| typed.section == section.key) {
                section.blocks = typed.blocks.iter().cloned().map(super::kept_form).collect();
            }
        }
        let office = self.office_on(Some(head.as_of))?.unwrap_or_else(Office::unnamed);
        let mut spans = windows(&sections);
        let beside = self.beside_figures(&head)?;
        spans.extend(beside.into_iter().flatten());
        let figures = self.figures(head.window, head.as_of, &spans)?;
        let signature = self.signature(&head)?;
        let numbers = self.annex_numbers(&head)?;
        let (own, sections): (Vec<SectionRow>, Vec<SectionRow>) = sections.into_iter().partition(SectionRow::is_annex);
        let documents = self.documents()?;
        let mut citing = Citing::of(&documents);
        let mut told = |mut blocks: Vec<Block>| {
            citing.cite(&mut blocks);
            numbers.name(&mut blocks);
            blocks
        };
        let text = told(body(&sections, &figures));
        let bodies: Vec<(String, Vec<Block>)> = own.iter().map(|section| (section.key.clone(), told(written(section, &figures)))).collect();
        let form = head.form.clone();
        let (name, letterhead, mut appendices) = match form.taken {
            Some(taken) => (taken.name, taken.letterhead, taken.appendices),
            None => ("BÁO CÁO".to_owned(), letterhead(&office, head.as_of), Vec::new()),
        };
        let numbered = letterhead.number.as_ref().map(|number| format!(" {}", numbered(None, &number.symbol, None, head.as_of.year())));
        let reference = format!("(Kèm theo {}{} của {})", called(&name), numbered.unwrap_or_default(), office.form.name);
        appendices.extend(self.annex_documents(&head, &reference, &bodies, (&figures, beside))?);
        let given = |text: String| Some(text).filter(|text| !text.is_empty());
        Ok(Document {
            letterhead,
            name,
            subject: head.subject,
            bracket: given(form.bracket),
            addressees: head.addressees,
            bases: form.bases,
            body: text,
            signature,
            recipients: head.recipients,
            drafter: given(form.drafter),
            address: given(form.address),
            appendices,
            mark: self.mark()?,
            draft: form.draft_mark,
            changed: self.last_moment()?.unwrap_or_else(|| head.as_of.and_time(chrono::NaiveTime::MIN)),
        })
    }

    /// Who signs: the signer that was chosen, else the one the paper was taken in with, else dots.
    fn signature(&self, head: &Head) -> Result<Option<Signature>> {
        let signer = self.signers()?.into_iter().find(|signer| signer.id.is_some() && signer.id == head.signer);
        Ok(match (signer, &head.form.taken) {
            (Some(signer), _) => Some(Signature { lines: signer.lines, name: signer.name }),
            (None, Some(taken)) => taken.signature.clone(),
            (None, None) => Some(Signature { lines: crate::office::signing_lines("Chủ tịch"), name: "……………".to_owned() }),
        })
    }

    pub(super) fn mark(&self) -> Result<Option<String>> {
        Ok(self.is_sample()?.then(|| "SỐ LIỆU MẪU".to_owned()))
    }
}

/// The office's own letterhead, number and day blank.
fn letterhead(office: &Office, as_of: NaiveDate) -> Letterhead {
    Letterhead {
        governing: Some(office.form.governing.clone()).filter(|name| !name.is_empty()),
        agency: office.agency_lines(),
        number: Some(Number { number: None, symbol: format!("BC-{}", office.form.symbol) }),
        place: Some(PlaceDate { place: office.form.place.clone(), day: None, year: as_of.year() }),
        about: None,
    }
}

/// `số 31/BC-UBND ngày 17 tháng 9 năm 2026`, with room for what is not known.
fn numbered(number: Option<&str>, symbol: &str, day: Option<NaiveDate>, year: i32) -> String {
    let day = day.map_or_else(|| format!("ngày      tháng      năm {year}"), day_full);
    format!("số {}/{symbol} {day}", number.unwrap_or("       "))
}

/// Headings and texts of all sections, figures with their text.
fn body(sections: &[SectionRow], figures: &Figures) -> Vec<Block> {
    let mut blocks = Vec::new();
    for section in sections {
        if section.level == 0 && !section.number.is_empty() {
            blocks.push(Block::Part { id: format!("muc-{}", section.key), number: section.number.clone(), title: section.title.clone() });
        }
        if section.level > 0 {
            blocks.push(Block::Heading {
                id: format!("muc-{}", section.key),
                level: section.level,
                number: section.number.clone(),
                text: vec![Inline::words(section.title.clone())],
            });
        }
        blocks.extend(written(section, figures));
    }
    blocks
}

/// What is written in a section, figures with their text.
fn written(section: &SectionRow, figures: &Figures) -> Vec<Block> {
    section.blocks.iter().filter(|block| !block.plain().trim().is_empty()).map(|block| resolved(block, figures)).collect()
}

/// A block with the text of each figure in it.
pub(super) fn resolved(block: &Block, figures: &Figures) -> Block {
    let mut block = block.clone();
    let mut signs = before_signs(&mut block).into_iter();
    each_inline(&mut block, &mut |piece| {
        let before_sign = signs.next().unwrap_or_default();
        if let Inline::Figure(chip) = piece {
            chip.shown = match &chip.instead {
                Some((value, _reason)) => Some(value.clone()),
                None => figures.text(&chip.id, chip.window, chip.format),
            };
            // Whoever typed the sign behind the figure sees it once.
            if let Some(bare) = chip.shown.as_ref().filter(|_| before_sign && figures.is_words(&chip.id)).and_then(|shown| shown.strip_suffix('%')) {
                chip.shown = Some(bare.trim_end().to_owned());
            }
        }
    });
    block
}

/// For each piece of text in a block: true where the next one begins with a percent sign.
fn before_signs(block: &mut Block) -> Vec<bool> {
    let mut begins = Vec::new();
    each_inline(block, &mut |piece| begins.push(matches!(piece, Inline::Text(run) if run.text.trim_start().starts_with('%'))));
    begins.into_iter().skip(1).chain([false]).collect()
}

/// The windows that chips speak of, apart from the report's own.
pub(super) fn windows(sections: &[SectionRow]) -> Vec<Span> {
    let mut windows = Vec::new();
    for block in sections.iter().flat_map(|section| &section.blocks) {
        each_inline(&mut block.clone(), &mut |piece| {
            if let Inline::Figure(FigureChip { window: Some((first, last)), .. }) = piece {
                windows.push(Span { first: *first, last: *last });
            }
        });
    }
    windows.sort_by_key(|span| (span.first, span.last));
    windows.dedup();
    windows
}

/// Visits every piece of text in a block, those in cells too.
pub(super) fn each_inline(block: &mut Block, visit: &mut impl FnMut(&mut Inline)) {
    match block {
        Block::Part { .. } => {}
        Block::Heading { text, .. } | Block::Para { text, .. } | Block::Item { text, .. } => text.iter_mut().for_each(visit),
        Block::Table { table, .. } => {
            let cells = table.header.iter_mut().chain(&mut table.rows).flat_map(|row| &mut row.cells);
            cells.flat_map(|cell| &mut cell.text).for_each(visit);
        }
    }
}
