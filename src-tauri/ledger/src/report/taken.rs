//! An earlier paper becomes a report of this ledger: its text in sections, the rest in its form.

use super::form::{Form, Taken};
use super::rows::{Head, SectionRow};
use super::take_in::{Facts, TakenIn};
use super::{kept_form, period};
use crate::change::Done;
use crate::paper::{Block, Document, Inline, Signature};
use crate::view::{Id, PlanDraft, ReportKind, Written};
use crate::{Ledger, Result, Stamp, plan};
use chrono::Datelike;

impl Ledger {
    /// Keeps an earlier paper that was read (see [`super::take_in::read_report`]) as a draft.
    ///
    /// A paper whose words name no period belongs to its year; to this one where it has none.
    pub fn take_in_report(&mut self, taken: &TakenIn, stamp: &Stamp) -> Result<Written> {
        let year = taken.document.letterhead.place.as_ref().map_or_else(|| stamp.today().year(), |place| place.year).to_string();
        let choices = [(taken.kind, &taken.period), (ReportKind::Free, &taken.period), (ReportKind::Free, &year)];
        let (kind, period) = choices.into_iter().find(|(kind, period)| period::read(*kind, period).is_ok()).unwrap_or((ReportKind::Free, &year));
        self.keep_paper(&taken.document, kind, period, stamp)
    }

    /// What the office knows of itself, for what an earlier paper lacks; nothing before the first start.
    pub fn taking_in_facts(&self) -> Result<Option<Facts>> {
        let Some(office) = self.office_on(None)? else { return Ok(None) };
        let signer = self.signers()?.into_iter().find(|signer| signer.usual);
        Ok(Some(Facts {
            agency: office.agency_lines(),
            place: office.form.place,
            symbol: office.form.symbol,
            drafting: office.form.drafting,
            recipients: office.recipients,
            signature: signer.map(|signer| Signature { lines: signer.lines, name: signer.name }),
        }))
    }

    /// Keeps a paper as a draft.
    ///
    /// No word of it changes: headings become sections, letterhead, signature and appendices stay its
    /// own until the officer chooses otherwise. Errors: kind and period do not agree.
    pub fn keep_paper(&mut self, document: &Document, kind: ReportKind, period: &str, stamp: &Stamp) -> Result<Written> {
        let window = period::read(kind, period)?.window;
        let signer = match &document.signature {
            Some(signature) => self.signers()?.into_iter().find(|one| one.name == signature.name && one.lines == signature.lines),
            None => None,
        };
        let head = Head {
            kind,
            period: period.to_owned(),
            window,
            as_of: window.last,
            subject: document.subject.clone(),
            addressees: document.addressees.clone(),
            recipients: document.recipients.clone(),
            signer: signer.and_then(|signer| signer.id),
            appendix: false,
            form: Form {
                draft_mark: document.draft,
                bracket: document.bracket.clone().unwrap_or_default(),
                bases: document.bases.clone(),
                drafter: document.drafter.clone().unwrap_or_default(),
                address: document.address.clone().unwrap_or_default(),
                taken: Some(Taken {
                    name: document.name.clone(),
                    letterhead: document.letterhead.clone(),
                    signature: document.signature.clone(),
                    appendices: document.appendices.clone(),
                }),
                ..Form::default()
            },
            about: None,
            request: None,
        };
        let sections = sections(&document.body, stamp);
        let name = super::name(&head);
        self.write(stamp, "take-in-report", |door| {
            let report = door.make_report(&head, None)?;
            for (position, section) in (0_i64..).zip(&sections) {
                door.make_section(report, position, section)?;
            }
            Ok(Done::new(Some(report), format!("Nhập {}", super::lower(&name))))
        })
    }

    /// "Lấy làm kế hoạch": the plan in the tables of a report that was taken in; nothing is kept yet.
    ///
    /// Errors: no table in it, or none that looks like a plan's.
    pub fn plan_in_report(&self, report: Id) -> Result<PlanDraft> {
        let name = super::name(&self.head(report)?);
        plan::read::read_plan_document(&name, &self.report_document(report)?, &self.meaning()?)
    }
}

/// The text by its headings: what stands above the first one is a section without a name.
fn sections(blocks: &[Block], stamp: &Stamp) -> Vec<SectionRow> {
    let mut sections: Vec<SectionRow> = Vec::new();
    for block in blocks {
        let (level, number, title) = match block {
            Block::Part { number, title, .. } => (0, number.clone(), title.clone()),
            Block::Heading { level, number, text, .. } => ((*level).max(1), number.clone(), Inline::plain(text)),
            Block::Para { .. } | Block::Item { .. } | Block::Table { .. } => {
                if sections.is_empty() {
                    sections.push(section(0, 0, String::new(), String::new()));
                }
                let place = (i64::try_from(sections.len()).unwrap_or(i64::MAX), sections.last_mut());
                if let (nth, Some(last)) = place {
                    let id = stamp.uid(nth, u32::try_from(last.blocks.len()).unwrap_or(u32::MAX));
                    last.blocks.push(kept_form(block.clone().with_id(id)));
                }
                continue;
            }
        };
        sections.push(section(sections.len(), level, number, title));
    }
    // A heading right above a lower one only gathers: no text of its own is missing there.
    let below: Vec<u8> = sections.iter().skip(1).map(|section| section.level).chain([0]).collect();
    for (section, below) in sections.iter_mut().zip(below) {
        section.writable = !section.blocks.is_empty() || below <= section.level;
    }
    sections
}

fn section(nth: usize, level: u8, number: String, title: String) -> SectionRow {
    SectionRow { key: format!("m{nth}"), level, number, title, writable: true, hint: String::new(), blocks: Vec::new() }
}
