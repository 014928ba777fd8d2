//! After issue: Lập báo cáo thay thế, Công văn đính chính. An issued report itself has no second version.

use super::form::{Form, Taken};
use super::rows::{About, Head, Issue, SectionRow};
use super::{bracketed, kept_form, lower};
use crate::change::Done;
use crate::office::{Office, signing_lines};
use crate::paper::{Block, Inline, Item, Letterhead, Number, PlaceDate, Signature};
use crate::viet::{capital, day_paper, nfc};
use crate::view::{Correction, Id, ReportKind, ReportState, Written};
use crate::{Ledger, Problem, Result, Stamp};
use chrono::Datelike;

impl Ledger {
    /// Lập báo cáo thay thế: the same text as a draft that names the report whose place it takes.
    ///
    /// Errors: the report is not issued, or its number and day are not recorded.
    pub fn replace_report(&mut self, report: Id, stamp: &Stamp) -> Result<Written> {
        let old = self.head(report)?;
        let cited = self.cited_of_office(report)?;
        let line = format!("thay thế {cited}");
        let bracket = match old.form.bracket.trim_matches(['(', ')']) {
            "" => capital(&line),
            kept => format!("{kept}; {line}"),
        };
        let head = Head {
            form: Form { draft_mark: false, bracket: bracketed(&bracket), ..old.form.clone() },
            about: Some(About { report, replaces: true }),
            ..old.clone()
        };
        let sections = self.sections(report)?;
        let outline = self.outline_thing(report)?;
        self.write(stamp, "replace-report", |door| {
            let new = door.make_report(&head, outline)?;
            for (position, section) in (0_i64..).zip(&sections) {
                door.make_section(new, position, section)?;
            }
            Ok(Done::new(Some(new), format!("Lập báo cáo thay thế {}", lower(&cited))))
        })
    }

    /// Công văn đính chính: a letter to those who have the report, with what is wrong and what is right.
    ///
    /// It is a paper of its own: written, submitted and issued like a report. Errors: the report is not
    /// issued, or its number and day are not recorded.
    pub fn correct_report(&mut self, report: Id, corrections: &[Correction], stamp: &Stamp) -> Result<Written> {
        let old = self.head(report)?;
        let cited = self.cited_with_subject(report)?;
        let office = self.office_on(Some(stamp.today()))?.unwrap_or_else(Office::unnamed);
        let signer = self.signers_on(stamp.today())?.into_iter().next();
        let symbol = match office.form.drafting.as_str() {
            "" => office.form.symbol.clone(),
            drafting => format!("{}-{drafting}", office.form.symbol),
        };
        let to: Vec<String> = match old.addressees.as_slice() {
            [] => old.recipients.iter().filter(|line| !line.starts_with("Lưu")).cloned().collect(),
            addressees => addressees.to_vec(),
        };
        let mut recipients = if to.is_empty() { Vec::new() } else { vec!["Như trên".to_owned()] };
        recipients.extend(old.recipients.iter().filter(|line| !to.contains(line) && *line != "Như trên").cloned());
        let about = format!("đính chính {}", self.cited_short(report)?);
        let head = Head {
            kind: ReportKind::Free,
            period: stamp.today().year().to_string(),
            window: old.window,
            as_of: stamp.today(),
            subject: String::new(),
            addressees: to,
            recipients,
            signer: signer.as_ref().and_then(|signer| signer.id),
            appendix: false,
            form: Form {
                taken: Some(Taken {
                    name: String::new(),
                    letterhead: Letterhead {
                        governing: Some(office.form.governing.clone()).filter(|name| !name.is_empty()),
                        agency: office.agency_lines(),
                        number: Some(Number { number: None, symbol }),
                        place: Some(PlaceDate { place: office.form.place.clone(), day: None, year: stamp.today().year() }),
                        about: Some(about.clone()),
                    },
                    signature: Some(match signer {
                        Some(signer) => Signature { lines: signer.lines, name: signer.name },
                        None => Signature { lines: signing_lines("Chủ tịch"), name: "……………".to_owned() },
                    }),
                    appendices: Vec::new(),
                }),
                ..Form::default()
            },
            about: Some(About { report, replaces: false }),
            request: None,
        };
        let section = SectionRow {
            key: "m0".to_owned(),
            level: 0,
            number: String::new(),
            title: String::new(),
            writable: true,
            hint: "Ghi rõ chỗ sai, nội dung đã ghi và nội dung đúng.".to_owned(),
            blocks: letter(&cited, &office.form.name, corrections, stamp),
        };
        self.write(stamp, "correct-report", |door| {
            let new = door.make_report(&head, None)?;
            door.make_section(new, 0, &section)?;
            Ok(Done::new(Some(new), format!("Lập công văn {about}")))
        })
    }

    /// What was done to an issued report since: `Đã có báo cáo thay thế, số 45/BC-UBND ngày 02/10/2026`.
    pub(super) fn done_since(&self, report: Id) -> Result<Vec<String>> {
        let mut query = self.conn.prepare_cached("SELECT thing FROM report WHERE about = ?1 AND until IS NULL ORDER BY thing")?;
        let later: Vec<Id> = query.query_map([report], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut told = Vec::new();
        for id in later {
            let replaces = self.head(id)?.about.is_some_and(|about| about.replaces);
            let what = if replaces { "báo cáo thay thế" } else { "công văn đính chính" };
            told.push(match self.cited_short(id) {
                Ok(cited) => {
                    let number = cited.split_once(" số ").map_or(cited.as_str(), |(_, number)| number);
                    if replaces {
                        format!("Đã được thay thế bằng Báo cáo số {number}.")
                    } else {
                        format!("Đã đính chính bằng Công văn số {number}.")
                    }
                }
                Err(_) => match self.report_state(id)? {
                    ReportState::Draft => format!("Đang soạn {what}."),
                    ReportState::Submitted => format!("Đã trình {what}."),
                    ReportState::Issued => format!("Đã phát hành {what}, chưa ghi đủ số, ngày."),
                },
            });
        }
        Ok(told)
    }

    /// What a report is called where others stand beside it: one that takes another's place says whose.
    pub(super) fn called(&self, head: &Head) -> Result<String> {
        let name = super::name(head);
        let Some(old) = head.about.as_ref().filter(|about| about.replaces).map(|about| about.report) else { return Ok(name) };
        // Its number may have been taken back since.
        let cited = self.cited_short(old).ok();
        let number = cited.as_deref().map(|cited| cited.split_once(" ngày ").map_or(cited, |(number, _)| number));
        Ok(format!("{name}, thay thế {}", number.unwrap_or("báo cáo đã phát hành")))
    }

    /// `Báo cáo số 31/BC-UBND ngày 18/9/2026`.
    fn cited_short(&self, report: Id) -> Result<String> {
        let issued = self.issue(report)?.map(|(_, issue)| issue);
        let Some(Issue { number, day: Some(day), .. }) = issued.filter(|issue| !issue.number.is_empty()) else {
            return Err(if self.report_state(report)? == ReportState::Issued { Problem::NumberUnknown } else { Problem::NotIssued }.into());
        };
        let document = self.report_document(report)?;
        let word = document.called();
        let symbol = document.letterhead.number.map(|number| number.symbol).unwrap_or_default();
        Ok(format!("{word} số {number}/{symbol} ngày {}", day_paper(day)))
    }

    /// The same with its office.
    fn cited_of_office(&self, report: Id) -> Result<String> {
        let office = self.office_on(Some(self.head(report)?.as_of))?.map(|office| office.form.short).filter(|office| !office.is_empty());
        Ok(self.cited_short(report)? + &office.map(|office| format!(" của {office}")).unwrap_or_default())
    }

    /// The same with its subject, as the office itself cites it.
    fn cited_with_subject(&self, report: Id) -> Result<String> {
        let subject = lower(&self.head(report)?.subject.replace('\n', " "));
        let about = if subject.is_empty() || subject.starts_with("về ") { subject } else { format!("về {subject}") };
        Ok(format!("{} {about}", self.cited_short(report)?).trim_end().to_owned())
    }

    fn outline_thing(&self, report: Id) -> Result<Option<Id>> {
        Ok(self.conn.query_row("SELECT outline FROM report WHERE thing = ?1 AND until IS NULL", [report], |row| row.get(0))?)
    }
}

/// The text of the letter; without corrections a line to be filled in.
fn letter(cited: &str, office: &str, corrections: &[Correction], stamp: &Stamp) -> Vec<Block> {
    let mut nth = 0;
    let mut id = || {
        nth += 1;
        stamp.uid(0, nth)
    };
    let quoted = |text: &str| if text.trim().is_empty() { "“…”".to_owned() } else { format!("“{}”", nfc(text.trim())) };
    let mut blocks = vec![Block::Para { id: id(), text: vec![Inline::words(format!("{} đã ban hành {cited}.", capital(office)))] }];
    let lead = "Do sơ suất trong quá trình soạn thảo, một số nội dung của báo cáo chưa chính xác. UBND đính chính như sau:";
    blocks.push(Block::Para { id: id(), text: vec![Inline::words(lead.replace("UBND", office))] });
    let blank = [Correction { place: "…".to_owned(), was: String::new(), is: String::new() }];
    for one in if corrections.is_empty() { &blank } else { corrections } {
        let place = match one.place.trim() {
            "" => "…".to_owned(),
            place => nfc(place),
        };
        let words = format!("Tại {place}: đã ghi {}; nay sửa thành {}.", quoted(&one.was), quoted(&one.is));
        blocks.push(Block::Item { id: id(), item: Item::Dash, text: vec![Inline::words(words)] });
    }
    blocks.push(Block::Para { id: id(), text: vec![Inline::words("Các nội dung khác của báo cáo giữ nguyên.")] });
    let end = format!("{office} đính chính để các cơ quan, đơn vị biết, theo dõi./.");
    blocks.push(Block::Para { id: id(), text: vec![Inline::words(capital(&end))] });
    blocks.into_iter().map(kept_form).collect()
}
