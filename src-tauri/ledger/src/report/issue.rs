//! Trình, Rút lại, Ghi nhận đã phát hành.

mod doubts;

use super::rows::{Issue, Passed};
use crate::change::Done;
use crate::paper::Document;
use crate::register::Document as Registered;
use crate::typeset;
use crate::view::{Id, IssueDraft, ReportState, Written};
use crate::{Ledger, Problem, Result, Stamp, viet};
use doubts::{Known, number_of};
use std::fs;

impl Ledger {
    /// Trình: freezes the text, the figures and the very PDF that goes up for signing.
    ///
    /// `document` is what `pdf` was made of, `face` the name of what it is set in; refused when the
    /// report has changed in between.
    pub fn submit_report(&mut self, report: Id, document: &Document, face: &str, pdf: &[u8], stamp: &Stamp) -> Result<Written> {
        self.submit_report_with(report, document, face, pdf, "", stamp)
    }

    /// The same with the reason why it goes up though points are open; both are kept with it.
    pub fn submit_report_with(&mut self, report: Id, document: &Document, face: &str, pdf: &[u8], reason: &str, stamp: &Stamp) -> Result<Written> {
        self.refuse_unless_draft(report)?;
        if self.live_document(report, &[])? != *document {
            return Err(Problem::ChangedMeanwhile.into());
        }
        let head = self.head(report)?;
        let name = self.called(&head)?;
        let points: Vec<String> = self.open_points_on(report, stamp.today())?.into_iter().map(|point| point.sentence).collect();
        let reason = viet::nfc(reason.trim());
        let passed = (!points.is_empty()).then_some(Passed { points, reason });
        let clock = self.clock_behind(stamp.today())?;
        self.keep_file(pdf)?;
        let written = self.write(stamp, "submit-report", |door| {
            let submission = door.make_submission(report, document, face, passed.as_ref())?;
            door.make_file(submission, "submitted", pdf, &format!("{name}.pdf"))?;
            let still = passed.as_ref().map(|passed| match passed.reason.as_str() {
                "" => format!(", còn {} chỗ để ngỏ", passed.points.len()),
                reason => format!(", còn {} chỗ để ngỏ, lý do: {reason}", passed.points.len()),
            });
            Ok(Done::new(Some(report), format!("Trình {}{}", super::lower(&name), still.unwrap_or_default())))
        })?;
        Ok(Written { warnings: clock.into_iter().collect(), ..written })
    }

    /// Rút lại: the report is a draft again; what was sent up stays in the log.
    pub fn withdraw_report(&mut self, report: Id, stamp: &Stamp) -> Result<Written> {
        let head = self.head(report)?;
        match self.report_state(report)? {
            ReportState::Submitted => {}
            ReportState::Draft => return Err(Problem::NotSubmitted.into()),
            ReportState::Issued => return Err(Problem::Issued.into()),
        }
        let submission = self.submission(report)?.map(|(id, ..)| id).ok_or(Problem::NotSubmitted)?;
        let name = self.called(&head)?;
        self.write(stamp, "withdraw-report", |door| {
            door.end("submission", submission)?;
            Ok(Done::new(Some(report), format!("Rút lại {}", super::lower(&name))))
        })
    }

    /// Ghi nhận đã phát hành: number, day, signer and the signed file, in any order and late.
    ///
    /// What is left empty keeps what was recorded before. A report that was never submitted is
    /// frozen now. What is doubtful is kept, and warned about; whether the file is the paper that went up
    /// tells [`Papers::signed_doubt`](super::Papers::signed_doubt). Errors: a day that does not exist or is still to come; a file that can't be read.
    pub fn issue_report(&mut self, report: Id, draft: &IssueDraft, stamp: &Stamp) -> Result<Written> {
        let head = self.head(report)?;
        let kept = self.issue(report)?;
        let day = match draft.day.trim() {
            "" => kept.as_ref().and_then(|(_, issue)| issue.day),
            typed => Some(viet::typed_day(typed, stamp.today())?),
        };
        if let Some(day) = day.filter(|day| *day > stamp.today()) {
            return Err(Problem::DayInFuture { day, today: stamp.today() }.into());
        }
        let number = match number_of(&draft.number) {
            number if number.is_empty() => kept.as_ref().map(|(_, issue)| issue.number.clone()).unwrap_or_default(),
            number => number,
        };
        let signed = draft.signed.as_deref().map(str::trim).filter(|path| !path.is_empty());
        let signed = signed.map(|path| fs::read(path).map_err(|_| Problem::FileUnreadable(path.to_owned()))).transpose()?;
        if let Some(bytes) = &signed {
            if !bytes.starts_with(b"%PDF-") {
                return Err(Problem::NotPdf.into());
            }
            self.keep_file(bytes)?;
        }
        let submission = self.submission(report)?;
        // One that was frozen as it was recorded has no paper that went up, and no day of it.
        let went_up = submission.as_ref().map(|(id, ..)| self.files_of(*id, "submitted", false)).transpose()?.is_some_and(|files| !files.is_empty());
        let submitted = submission.as_ref().filter(|_| went_up).map(|(.., moment)| moment.date());
        let frozen = match submission {
            Some((_, document, _)) => (document, true),
            None => (self.live_document(report, &[])?, false),
        };
        let symbol = frozen.0.letterhead.number.as_ref().map(|number| number.symbol.as_str());
        // A letter has no figures of its own.
        let as_of = head.about.as_ref().is_none_or(|about| about.replaces).then_some(head.as_of);
        // Nothing was typed: what was recorded before is not doubted again.
        let typed = day.filter(|_| !draft.day.trim().is_empty());
        let doubts = Known { symbol, as_of, submitted }.doubts(&draft.number, typed);
        let signer = frozen.0.signature.as_ref().map(|signature| signature.name.clone()).unwrap_or_default();
        let mut issue = Issue { number, day, signer, document: kept.as_ref().and_then(|(_, issue)| issue.document) };
        let entry = self.entry_of(&head, &frozen.0, &issue)?;
        let known = self.documents()?;
        let used = entry.as_ref().and_then(|entry| entry.number_used(&known, head.as_of)).map(Registered::beside);
        let name = super::lower(&self.called(&head)?);
        let mut written = self.write(stamp, "issue-report", |door| {
            if !frozen.1 {
                door.make_submission(report, &frozen.0, typeset::FACE, None)?;
            }
            if let Some(entry) = &entry {
                issue.document = Some(entry.keep(door)?);
            }
            let id = match kept {
                None => door.make_issue(report, &issue)?,
                Some((id, old)) => {
                    if old != issue {
                        door.amend_issue(id, &issue)?;
                    }
                    id
                }
            };
            if let Some(bytes) = &signed {
                door.make_file(id, "signed", bytes, &format!("{name} (đã ký).pdf"))?;
                if let Some(document) = issue.document {
                    door.make_file(document, "evidence", bytes, &format!("{name} (đã ký).pdf"))?;
                }
            }
            let number = if issue.number.is_empty() { String::new() } else { format!(" số {}", issue.number) };
            let day = issue.day.map(|day| format!(" ngày {}", viet::day_screen(day))).unwrap_or_default();
            let used = used.as_ref().map(|other| format!(". Số này đã có ở {other}, hãy kiểm tra lại"));
            Ok(Done::new(Some(report), format!("Ghi nhận {name} đã phát hành{number}{day}{}", used.unwrap_or_default())))
        })?;
        written.warnings.extend(used.map(|other| format!("Số vừa ghi đã có ở {other}. Hãy kiểm tra lại sổ văn bản.")));
        written.warnings.extend(doubts);
        Ok(written)
    }

    /// Name and version of the face that a submitted report's PDF is set in.
    pub fn frozen_face(&self, report: Id) -> Result<Option<String>> {
        self.submitted_face(report)
    }

    /// The frozen PDF of a submitted report that is not issued yet: the exact bytes sent up.
    pub fn frozen_pdf(&self, report: Id) -> Result<Option<Vec<u8>>> {
        if self.report_state(report)? != ReportState::Submitted {
            return Ok(None);
        }
        let Some((submission, ..)) = self.submission(report)? else { return Ok(None) };
        let Some((sha256, _)) = self.files_of(submission, "submitted", false)?.into_iter().next() else { return Ok(None) };
        let path = self.file_path(&sha256);
        Ok(Some(fs::read(&path).map_err(|_| Problem::FileUnreadable(path.display().to_string()))?))
    }
}
