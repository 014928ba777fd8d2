//! Lập từ báo cáo kỳ trước: a new report begins with the text of an earlier one.
//!
//! Text, bases and recipients come over; figures follow the new window. What is typed and still speaks
//! of the old window is marked ([`marks`]), and stays so until the officer changed it or said it is right.

mod answer;
mod carry;
mod compare;
mod counted;
mod earlier;
mod entry;
mod known;
mod line;
mod marks;
mod moves;
mod named;
mod numbers;
mod own_words;
mod periods;
mod phrase;
mod rows;
mod scan;
mod show;
mod stale;
mod superior;
mod sure;
mod typed;

pub(super) use scan::names_more;
pub(super) use typed::typed_numbers;

use super::annex::{annexes_of_taken, leave_behind, new_annexes, with_titles};
use super::form::Form;
use super::outline::Words;
use super::request::Request;
use super::rows::Head;
use super::{kept_form, lower, name, period};
use crate::change::Done;
use crate::office::Office;
use crate::paper::{Block, Inline};
use crate::view::{Id, NewReport, Written};
use crate::{Ledger, Result, Stamp};
use carry::Begun;
use moves::Moves;

/// The blocks of the head: its subject, the line in brackets, and a line each of its bases.
const SUBJECT: &str = "dau-trich-yeu";
const BRACKET: &str = "dau-ngoac";
const BASIS: &str = "dau-can-cu-";

impl Ledger {
    /// Begins a report from an earlier one: its text with chips in the new window, its head and outline.
    ///
    /// One change. What still speaks of the old window is marked. Errors: as of a new report; there is
    /// no such earlier report.
    pub fn new_report_from_last(&mut self, draft: &NewReport, source: Id, stamp: &Stamp) -> Result<Written> {
        self.begin_from_last(draft, source, None, stamp)
    }

    /// The same; `request`: the letter that asked for it stands in the opening line.
    pub(super) fn begin_from_last(&mut self, draft: &NewReport, source: Id, request: Option<&Request>, stamp: &Stamp) -> Result<Written> {
        let office = self.office_on(None)?.unwrap_or_else(Office::unnamed);
        let (known, window, as_of) = super::days_of(draft, stamp)?;
        let old = self.head(source)?;
        let (mut old_annexes, mut old_sections) = (old.annexes(), self.sections(source)?);
        annexes_of_taken(&old, &mut old_annexes, &mut old_sections);
        let moves = Moves {
            old: old.window,
            new: window,
            old_as_of: old.as_of,
            new_as_of: as_of,
            old_period: period::read(old.kind, &old.period)?,
            new_period: known.clone(),
        };
        let list = self.stale_words()?;
        let outline = self.outline_of(source)?;
        let choice = match &outline {
            // Its copy may be gone since: then the one for the kind takes its place.
            Some(outline) => Some(self.outline_for(draft.kind, Some(outline.set())).or_else(|_| self.outline_for(draft.kind, None))?),
            None => None,
        };
        let figures = self.figures(window, as_of, &[])?;
        let signers = self.signers_on(as_of)?;
        let signer = signers.iter().find(|one| one.id.is_some() && one.id == old.signer).or(signers.first()).and_then(|signer| signer.id);
        // A subject that nobody changed is the outline's; else what was written, of the new period.
        let own = |was: &str, begun: Option<&str>, begins: Option<&str>| match (begun, begins) {
            (Some(begun), Some(begins)) if begun == was => begins.to_owned(),
            _ => moves.renamed(was),
        };
        let (was, now) = (
            outline.as_ref().map(|outline| outline.subject(&office, &moves.old_period)),
            choice.as_ref().map(|choice| choice.outline.subject(&office, &known)),
        );
        let subject = own(&old.subject, was.as_ref().map(|(subject, _)| subject.as_str()), now.as_ref().map(|(subject, _)| subject.as_str()));
        let bracketed = |pair: &Option<(String, String)>| pair.as_ref().map(|(_, bracket)| super::bracketed(bracket));
        let bracket = own(&old.form.bracket, bracketed(&was).as_deref(), bracketed(&now).as_deref());
        let head = Head {
            kind: draft.kind,
            period: draft.period.clone(),
            window,
            as_of,
            subject,
            signer,
            appendix: draft.appendix && figures.plan_total().is_some(),
            about: None,
            request: request.map(|request| request.id),
            form: Form { draft_mark: false, bracket, taken: None, ..old.form.clone() },
            ..old.clone()
        };
        let head = head.with_annexes(new_annexes(old_annexes, head.appendix));
        let old_figures = self.figures(old.window, old.as_of, &[])?;
        let begun = choice.as_ref().zip(outline.as_ref()).map(|(choice, outline)| Begun {
            now: choice.outline.sections(&Words::of(&office, &known, &head, &figures), stamp),
            then: outline.sections(&Words::of(&office, &moves.old_period, &old, &old_figures), stamp),
        });
        let mut carried = carry::carry(&old_sections, begun, &moves, &list, stamp);
        if let Some(choice) = choice.as_ref().filter(|_| !carried.kept.is_empty()) {
            choice.outline.number(&mut carried.sections);
        }
        let head = with_titles(head, &carried.sections, |title| moves.renamed(title));
        leave_behind(&old, &head, &mut carried.sections);
        let mut marked = Vec::new();
        for block in head_blocks(&head) {
            marked.extend(marks::marks("", &block, &moves, &list));
        }
        // The subject already speaks of the new period.
        marked.retain(|mark| {
            mark.block != SUBJECT && mark.block != BRACKET || moves.period(&mark.words).is_none() && mark.kind != crate::view::MarkKind::Period
        });
        marked.append(&mut carried.marks);
        let waiting = self.waiting_on(request, &mut carried.sections, stamp)?;
        if request.is_some() {
            // The letter of the last period is replaced already.
            let opening = carried.sections.iter().find(|section| section.writable).map(|section| section.key.clone());
            let first = carried
                .sections
                .iter()
                .find(|section| section.writable)
                .and_then(|section| section.blocks.first())
                .map(|block| block.id().to_owned());
            let in_first = |mark: &marks::Mark| Some(&mark.block) == first.as_ref();
            let says = |mark: &marks::Mark| {
                let blocks = carried.sections.iter().filter(|section| section.key == mark.section).flat_map(|section| &section.blocks);
                blocks.filter(|block| block.id() == mark.block).any(|block| block.plain().contains(&mark.words))
            };
            marked.retain(|mark| {
                Some(&mark.section) != opening.as_ref() || if mark.kind == crate::view::MarkKind::Citation { !in_first(mark) } else { says(mark) }
            });
        }
        let (title, from) = (name(&head), name(&old));
        let written = self.write(stamp, "new-report", |door| {
            let outline = choice.as_ref().map(|choice| choice.copied_in(door)).transpose()?;
            let report = door.make_report(&head, outline)?;
            for (position, section) in (0_i64..).zip(&carried.sections) {
                door.make_section(report, position, section)?;
            }
            door.make_carried(report, source, &carried.pairs)?;
            for mark in &marked {
                door.make_mark(report, mark, None)?;
            }
            let given = door.give_day(&waiting, request)?;
            Ok(Done::new(Some(report), format!("Lập {} từ {}{given}", lower(&title), lower(&from))))
        })?;
        let warnings = super::open::off_window(&head).into_iter().chain(carried.told()).collect();
        Ok(Written { warnings, ..written })
    }
}

/// The lines of a head in which marks may stand, as blocks.
fn head_blocks(head: &Head) -> Vec<Block> {
    let para = |id: String, text: &str| Block::Para { id, text: vec![Inline::words(text)] };
    let mut blocks = vec![para(SUBJECT.to_owned(), &head.subject), para(BRACKET.to_owned(), &head.form.bracket)];
    blocks.extend(head.form.bases.iter().enumerate().map(|(nth, basis)| para(format!("{BASIS}{nth}"), basis)));
    blocks.into_iter().map(kept_form).collect()
}

/// The head with a line of it written anew.
fn with_head_block(mut head: Head, block: &Block) -> Head {
    let text = block.plain();
    match block.id() {
        SUBJECT => head.subject = text,
        BRACKET => head.form.bracket = super::bracketed(&text),
        id => {
            let nth = id.strip_prefix(BASIS).and_then(|nth| nth.parse::<usize>().ok());
            if let Some(basis) = nth.and_then(|nth| head.form.bases.get_mut(nth)) {
                *basis = text;
            }
        }
    }
    head
}
