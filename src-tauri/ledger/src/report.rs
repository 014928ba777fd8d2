//! Reports: begun from an outline, written section by section, shown, frozen, issued.

mod after;
mod annex;
mod document;
mod estimated;
mod form;
mod from_last;
mod issue;
mod name;
mod open;
mod outline;
pub(crate) mod period;
mod registered;
mod request;
mod rows;
mod show;
mod take_back;
pub mod take_in;
mod taken;
mod tie;
mod verify;

pub use name::{file_name as report_file_name, plan_file_name};
pub use period::window_of as report_window;
pub use rows::kind_of as report_kind;
pub use verify::{Papers, Verdict, Verified};

use crate::change::Done;
use crate::deadline::Span;
use crate::office::{Office, lines, required};
use crate::paper::{Block, Inline, Letterhead};
use crate::view::{Id, NewReport, ReportHead, ReportKind, Written};
use crate::{Ledger, Problem, Result, Stamp, viet};
use annex::Annex;
use chrono::NaiveDate;
use form::{Form, Taken};
use outline::Words;
use request::Request;
use rows::{Head, SectionRow};

impl Ledger {
    /// Begins a report from its outline: head, sections, and the sentences the ledger can write.
    ///
    /// Errors: no office; kind and period do not agree; days that do not exist or are reversed.
    pub fn new_report(&mut self, draft: &NewReport, stamp: &Stamp) -> Result<Written> {
        self.new_report_from(draft, None, stamp)
    }

    /// The same from the outline of a set; without one, from the outline for its kind.
    ///
    /// The report keeps the outline it was begun with, whatever becomes of that. Errors: as above, or
    /// there is no such outline.
    pub fn new_report_from(&mut self, draft: &NewReport, outline: Option<&str>, stamp: &Stamp) -> Result<Written> {
        self.begin_from_outline(draft, outline, None, stamp)
    }

    /// The same; `request`: the letter that asked for it stands in the opening line.
    fn begin_from_outline(&mut self, draft: &NewReport, outline: Option<&str>, request: Option<&Request>, stamp: &Stamp) -> Result<Written> {
        let office = self.office_on(None)?.unwrap_or_else(Office::unnamed);
        let (known, window, as_of) = days_of(draft, stamp)?;
        let choice = self.outline_for(draft.kind, outline)?;
        let outline = &choice.outline;
        let figures = self.figures(window, as_of, &[])?;
        let (subject, bracket) = outline.subject(&office, &known);
        let signer = self.signers_on(as_of)?.first().and_then(|signer| signer.id);
        let is_addressed = outline.is_addressed(draft.kind);
        // Where nobody is addressed, nobody stands above (decree II.9b).
        let recipients = office.recipients.iter().filter(|line| is_addressed || !line.eq_ignore_ascii_case("Như trên")).cloned().collect();
        let head = Head {
            kind: draft.kind,
            period: draft.period.clone(),
            window,
            as_of,
            subject,
            addressees: if is_addressed { office.form.addressees.clone() } else { Vec::new() },
            recipients,
            signer,
            appendix: draft.appendix && figures.plan_total().is_some(),
            form: Form { bracket: bracketed(&bracket), ..Form::default() },
            about: None,
            request: request.map(|request| request.id),
        };
        let head = if draft.statistics { head.with_annex(Annex::figures()) } else { head };
        let mut sections = outline.sections(&Words::of(&office, &known, &head, &figures), stamp);
        annex::point_to_figures(&head, &mut sections, || stamp.uid(i64::MAX, u32::MAX));
        let waiting = self.waiting_on(request, &mut sections, stamp)?;
        let title = name(&head);
        let written = self.write(stamp, "new-report", |door| {
            let outline = choice.copied_in(door)?;
            let report = door.make_report(&head, Some(outline))?;
            for (position, section) in (0_i64..).zip(&sections) {
                door.make_section(report, position, section)?;
            }
            let given = door.give_day(&waiting, request)?;
            Ok(Done::new(Some(report), format!("Lập {}{given}", lower(&title))))
        })?;
        Ok(Written { warnings: open::off_window(&head).into_iter().collect(), ..written })
    }

    /// Keeps the text of one section.
    ///
    /// Chips are kept without the value they show; texts are kept NFC. Errors: the report is not a
    /// draft; there is no such section.
    pub fn keep_section(&mut self, report: Id, key: &str, blocks: Vec<Block>, stamp: &Stamp) -> Result<Written> {
        self.refuse_unless_draft(report)?;
        let (section, mut kept) = self.section(report, key)?;
        self.annex_numbers(&self.head(report)?)?.number(std::slice::from_mut(&mut kept));
        let blocks: Vec<Block> = blocks.into_iter().map(kept_form).collect();
        self.write(stamp, "keep-section", |door| {
            if blocks != kept.blocks {
                door.amend_section(section, &blocks)?;
            }
            let name = if kept.number.is_empty() { kept.title.clone() } else { format!("{} {}", kept.number, kept.title) };
            let words = if kept.is_annex() { format!("Viết {}", lower(&kept.whose())) } else { format!("Viết mục {name}") };
            Ok(Done::new(Some(report), words))
        })
    }

    /// Keeps what stands around the body.
    ///
    /// Errors: the report is not a draft; no subject; days that do not exist or are reversed.
    pub fn keep_report_head(&mut self, report: Id, form: &ReportHead, stamp: &Stamp) -> Result<Written> {
        self.refuse_unless_draft(report)?;
        let kept = self.head(report)?;
        let window = Span { first: viet::typed_day(&form.from, stamp.today())?, last: viet::typed_day(&form.to, stamp.today())? };
        if window.first > window.last {
            return Err(Problem::DaysReversed.into());
        }
        let subject = required("Trích yếu", &form.subject)?;
        let mut taken = kept.form.taken.clone();
        // A letter says what it is about under its number (ô 5b).
        let about = taken.as_mut().and_then(|taken| taken.letterhead.about.as_mut());
        let is_letter = about.is_some();
        if let Some(about) = about {
            about.clone_from(&subject);
        }
        let head = Head {
            window,
            as_of: viet::typed_day(&form.as_of, stamp.today())?,
            subject: if is_letter { kept.subject.clone() } else { subject },
            addressees: lines(&form.addressees),
            recipients: lines(&form.recipients),
            signer: form.signer,
            appendix: form.appendix,
            form: Form {
                draft_mark: form.draft_mark,
                on_paper: form.on_paper,
                signature_field: form.signature_field,
                bracket: bracketed(&form.bracket),
                bases: lines(&form.bases),
                annexes: kept.form.annexes.clone(),
                drafter: viet::nfc(form.drafter.trim()),
                address: viet::nfc(form.address.trim()),
                taken,
            },
            ..kept.clone()
        };
        self.write(stamp, "keep-report-head", |door| {
            if head != kept {
                door.amend_report(report, &head)?;
            }
            Ok(Done::new(Some(report), format!("Sửa phần đầu {}", lower(&name(&head)))))
        })
    }
}

/// The period of a draft, its window and its as-of day. Errors: kind and period do not agree; days that
/// do not exist or are reversed.
fn days_of(draft: &NewReport, stamp: &Stamp) -> Result<(period::Period, Span, NaiveDate)> {
    let known = period::read(draft.kind, &draft.period)?;
    let day = |typed: &Option<String>, otherwise: NaiveDate| match typed.as_deref().map(str::trim) {
        None | Some("") => Ok(otherwise),
        Some(typed) => viet::typed_day(typed, stamp.today()),
    };
    let window = Span { first: day(&draft.from, known.window.first)?, last: day(&draft.to, known.window.last)? };
    if window.first > window.last {
        return Err(Problem::DaysReversed.into());
    }
    let as_of = day(&draft.as_of, window.last)?;
    Ok((known, window, as_of))
}

/// A line in brackets, whether they were typed or not; nothing for nothing.
fn bracketed(line: &str) -> String {
    let line = viet::nfc(line.trim());
    let bare = line.strip_prefix('(').and_then(|line| line.strip_suffix(')')).unwrap_or(&line).trim();
    if bare.is_empty() { String::new() } else { format!("({bare})") }
}

/// The form a block is kept in: NFC, and chips without the value they happen to show.
fn kept_form(mut block: Block) -> Block {
    document::each_inline(&mut block, &mut |piece| match piece {
        Inline::Text(run) => run.text = viet::nfc(&run.text),
        Inline::Figure(chip) => chip.shown = None,
        Inline::Citation(citation) => citation.shown = None,
        Inline::Annex(annex) => annex.shown = None,
        Inline::Break => {}
    });
    block
}

/// What a report is called in lists and sentences: by its period, or by its own name and subject.
fn name(head: &Head) -> String {
    match &head.form.taken {
        Some(Taken { letterhead: Letterhead { about: Some(about), .. }, .. }) => format!("Công văn {about}"),
        Some(taken) if taken.name != "BÁO CÁO" || matches!(head.kind, ReportKind::Inspection | ReportKind::Free) => {
            format!("{} {}", viet::capital(&taken.name.to_lowercase()), lower(&head.subject.replace('\n', " ")))
        }
        _ => period::title(head.kind, &head.period),
    }
}

fn lower(title: &str) -> String {
    let mut letters = title.chars();
    let Some(first) = letters.next() else { return String::new() };
    // `TTHC` and the like stay as they are.
    let is_word = letters.clone().next().is_none_or(|second| !second.is_uppercase());
    if is_word { first.to_lowercase().chain(letters).collect() } else { title.to_owned() }
}

impl SectionRow {
    /// True when there is text in it.
    pub(crate) fn is_written(&self) -> bool {
        self.blocks.iter().any(|block| !block.plain().trim().is_empty())
    }
}
