//! Nhận lại bản sửa: a Word file that leaders edited comes back into the report it was written from.
//!
//! What came back is compared with what was sent ([`sent`]) and taken of it since ([`versions`]), never with what stands here
//! now: so a number that moved on by itself is no edit, and text written here meanwhile stays. A proposal
//! writes nothing; the officer takes of it what she wants, as one change that can be undone.

mod apply;
mod around;
mod blocks;
mod compare;
mod doubt;
mod found;
mod held;
mod keys;
mod looks;
mod marks;
mod matching;
mod numbers;
mod outside;
mod parts;
mod pieces;
mod sent;
pub(super) mod shown;
mod sides;
mod steps;
#[cfg(test)]
mod steps_tests;
mod struck;
mod table;
#[cfg(test)]
mod tests;
mod told;
#[cfg(test)]
mod told_tests;
mod units;
mod versions;
mod whole;
mod words;

use super::document::each_inline;
use super::rows::SectionRow;
use crate::change::Done;
use crate::office::required;
use crate::paper::{Appendix, Block, Document, Inline};
use crate::store::files::hash;
use crate::view::{BackAnswer, BackProposal, Id, ReportState, Written};
use crate::word::read;
use crate::{Ledger, Problem, Result, Stamp};
use apply::Draft;
use chrono::NaiveDateTime;
use found::{Compared, Found};
use std::collections::HashSet;
use units::Unit;
use versions::Chosen;

/// A returned file beside the report: what it is compared with, and what was found.
struct Beside {
    base: Document,
    /// The moment that stands in the file, where its save is known.
    state: Option<String>,
    /// When the Word file was saved, and when something was last taken of it.
    saved: Option<NaiveDateTime>,
    taken: Option<NaiveDateTime>,
    /// The differences about what was taken of another copy: the file may never have had it.
    of_others: HashSet<usize>,
    /// How many words the file and what it was sent as, or became since, don't have in common.
    far: u32,
    home: Vec<Unit>,
    compared: Compared,
    sections: Vec<SectionRow>,
    draft: Draft,
    /// The file names the report it is of.
    is_named: bool,
    /// The report and the file as they are.
    token: String,
    /// Words are struck through by hand in the file.
    is_struck: bool,
}

/// Fewer of a file's paragraphs than this share of a hundred: it is another paper, where it does not name the report.
const KNOWN: u32 = 20;

impl Ledger {
    /// What a returned Word file says otherwise than the one that was sent; nothing is written.
    ///
    /// # Errors
    /// The report went up or is issued; the file is no Word file, is of another report, or nothing in
    /// it is known.
    pub fn take_back(&self, report: Id, file: &[u8]) -> Result<BackProposal> {
        let beside = self.beside(report, file)?;
        self.proposal(report, file, &beside)
    }

    /// Takes differences of a returned file into the report, in one change.
    ///
    /// Figures stay unless the answer gives a reason why the number in the file takes their place.
    ///
    /// # Errors
    /// What [`Ledger::take_back`] refuses; the report or the file has changed since it was looked at; a
    /// figure gives way without a reason.
    pub fn accept_back(&mut self, report: Id, file: &[u8], answer: &BackAnswer, stamp: &Stamp) -> Result<Written> {
        let beside = self.beside(report, file)?;
        if beside.token != answer.token {
            return Err(Problem::BackChanged.into());
        }
        let mut taken: Vec<(usize, Found)> = Vec::new();
        let wanted: HashSet<&str> = answer.taken.iter().map(String::as_str).collect();
        for (nth, found) in beside.compared.found.iter().enumerate().filter(|(nth, _)| wanted.contains(key(*nth).as_str())) {
            let mut found = found.clone();
            for (place, (at, changed)) in found.changed.iter().enumerate() {
                let key = figure_key(nth, place);
                if let (Some(reason), Some(block)) = (answer.figures.iter().find(|one| one.key == key), found.after.get_mut(*at)) {
                    set_figure(block, changed.nth, &changed.now, &required("Lý do thay số", &reason.reason)?);
                }
            }
            taken.push((nth, found));
        }
        let mut draft = beside.draft.clone();
        let known: HashSet<&str> = beside.sections.iter().flat_map(|section| &section.blocks).map(Block::id).collect();
        let ids = || (0_u32..).map(|nth| stamp.uid(report, nth)).filter(|id| !known.contains(id.as_str()));
        // The same new ids in both.
        let (mut here, mut there) = (ids(), ids());
        let now = versions::taken(&beside.base, &taken, &beside.compared, &mut || there.next().unwrap_or_default());
        for (_, found) in &mut taken {
            found.after = std::mem::take(&mut found.after).into_iter().map(super::kept_form).collect();
        }
        draft.take(&taken, &beside.compared, &beside.base.body, &mut || here.next().unwrap_or_default());
        let after = draft.sections(&beside.sections);
        let name = super::lower(&super::name(&self.head(report)?));
        let things = beside.sections.iter().map(|section| Ok(self.section(report, &section.key)?.0)).collect::<Result<Vec<Id>>>()?;
        // Where no section came, went or moved, each stays at its place.
        let is_in_order = after.iter().map(|(of, _)| *of).eq((0..beside.sections.len()).map(Some));
        self.write(stamp, "take-back-report", |door| {
            for (_, thing) in things.iter().enumerate().filter(|(at, _)| after.iter().all(|(of, _)| *of != Some(*at))) {
                door.end("section", *thing)?;
            }
            for (position, (of, section)) in (0_i64..).zip(&after) {
                let old = of.and_then(|of| Some((*things.get(of)?, beside.sections.get(of)?)));
                match old {
                    None => drop(door.make_section(report, position, section)?),
                    Some((_, old)) if is_in_order && old == section => {}
                    Some((thing, _)) => door.rewrite_section(thing, (!is_in_order).then_some(position), section)?,
                }
            }
            if let Some(state) = beside.state.as_ref().filter(|_| now != beside.base) {
                door.make_returned(report, state, &now)?;
            }
            Ok(Done::new(Some(report), format!("Nhận lại bản sửa {name}: {} chỗ", taken.len())))
        })
    }

    fn beside(&self, report: Id, file: &[u8]) -> Result<Beside> {
        self.head(report)?;
        match self.report_state(report)? {
            ReportState::Draft => {}
            ReportState::Submitted => return Err(Problem::NotDraft.into()),
            ReportState::Issued => return Err(Problem::BackIssued.into()),
        }
        let parts = read::bytes(file)?;
        if units::is_old(&parts) {
            return Err(Problem::OldFont.into());
        }
        let is_struck = struck::any(&parts);
        let home = units::units(&struck::without(parts));
        let origin = read::origin(file)?;
        let named = origin.as_ref().map(|origin| origin.report.as_str()).unwrap_or_default();
        if !named.is_empty() && named != self.report_uid(report)? {
            let name = match self.report_of_uid(named)? {
                Some(other) => super::name(&self.head(other)?),
                None => String::new(),
            };
            return Err(Problem::OtherReport(name).into());
        }
        let mut sections = self.sections(report)?;
        self.annex_numbers(&self.head(report)?)?.number(&mut sections);
        let sent = self.sent(report, origin.as_ref(), &home)?;
        let (state, moments, versions) = match sent {
            Some(sent) => {
                let (versions, moments): (Vec<Document>, Vec<NaiveDateTime>) = sent.versions.into_iter().unzip();
                (Some(sent.state), moments, versions)
            }
            None => (None, Vec::new(), vec![self.live_document(report, &[])?]),
        };
        let versions = versions.into_iter().map(|version| with_own_annexes(version, &sections)).collect();
        let Some(Chosen { base, compared, of_others, far }) = versions::choose(versions, &home)? else { return Err(Problem::UnknownReport.into()) };
        let (saved, taken) = (moments.first().copied(), moments.get(1..).and_then(<[_]>::last).copied());
        let matched = compared.matched;
        let known = matched.by_mark + matched.by_words;
        if known == 0 || (named.is_empty() && known * 100 < matched.paragraphs * KNOWN) {
            return Err(Problem::UnknownReport.into());
        }
        let stands = format!("{} {sections:?} {:?}", hash(file), compared.found);
        let (draft, token) = (Draft::of(&sections), hash(stands.as_bytes()));
        Ok(Beside { base, state, saved, taken, of_others, far, home, compared, draft, sections, is_named: !named.is_empty(), token, is_struck })
    }
}

/// The document with what the officer wrote in appendices behind the text: it is taken back like that.
fn with_own_annexes(mut document: Document, sections: &[SectionRow]) -> Document {
    let own: HashSet<&str> = sections.iter().filter(|section| section.is_annex()).flat_map(|section| &section.blocks).map(Block::id).collect();
    for appendix in &mut document.appendices {
        let (mine, others): (Vec<Block>, Vec<Block>) = std::mem::take(&mut appendix.body).into_iter().partition(|block| own.contains(block.id()));
        appendix.body = others;
        document.body.extend(mine);
    }
    for section in sections.iter().filter(|section| section.is_annex()) {
        // One that had no text yet has a place for it all the same: below its heading.
        let is_hollow =
            |appendix: &&mut Appendix| appendix.body.is_empty() && appendix.charts.is_empty() && appendix.title == section.title.to_uppercase();
        let mine = |block: &Block| section.blocks.iter().any(|own| own.id() == block.id());
        if !document.body.iter().any(mine)
            && let Some(appendix) = document.appendices.iter_mut().find(is_hollow)
        {
            let place = Block::Para { id: apply::heading_id(&section.key), text: Vec::new() };
            appendix.body.push(place.clone());
            document.body.push(place);
        }
    }
    document
}

/// By which an answer names a difference.
fn key(nth: usize) -> String {
    (nth + 1).to_string()
}

/// By which an answer names a figure of a difference.
fn figure_key(nth: usize, place: usize) -> String {
    format!("{}.{}", nth + 1, place + 1)
}

/// Puts a value in the place of one figure of a block; it shows it.
fn set_figure(block: &mut Block, nth: usize, value: &str, reason: &str) {
    let mut at = 0;
    each_inline(block, &mut |piece| {
        if let Inline::Figure(chip) = piece {
            if at == nth {
                (chip.instead, chip.shown) = (Some((value.to_owned(), reason.to_owned())), Some(value.to_owned()));
            }
            at += 1;
        }
    });
}
