//! Trình, Rút lại, Ghi nhận đã phát hành, and whether a file is one of ours.

use super::rows::{Issue, Passed};
use crate::change::Done;
use crate::paper::Document;
use crate::store::files::hash;
use crate::typeset::{self, Faces, Options, Unfit};
use crate::view::{Id, IssueDraft, ReportState, Written};
use crate::{Error, Ledger, Problem, Result, Stamp, viet};
use std::fs;

/// What a file is to this ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The very bytes that were sent for signing (or recorded as signed).
    Ours,
    /// Our bytes, with signatures appended.
    OursSigned,
    /// Not ours.
    NotOurs,
}

/// The answer to `verify FILE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// What the file is.
    pub verdict: Verdict,
    /// The report it belongs to, by name; empty when it is not ours.
    pub report: String,
}

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
        let name = super::name(&head);
        let points: Vec<String> = self.open_points(report)?.into_iter().map(|point| point.sentence).collect();
        let reason = viet::nfc(reason.trim());
        let passed = (!points.is_empty()).then_some(Passed { points, reason });
        self.keep_file(pdf)?;
        self.write(stamp, "submit-report", |door| {
            let submission = door.make_submission(report, document, face, passed.as_ref())?;
            door.make_file(submission, "submitted", pdf, &format!("{name}.pdf"))?;
            let still = passed.as_ref().map(|passed| match passed.reason.as_str() {
                "" => format!(", còn {} chỗ để ngỏ", passed.points.len()),
                reason => format!(", còn {} chỗ để ngỏ, lý do: {reason}", passed.points.len()),
            });
            Ok(Done::new(Some(report), format!("Trình {}{}", super::lower(&name), still.unwrap_or_default())))
        })
    }

    /// Rút lại: the report is a draft again; what was sent up stays in the log.
    pub fn withdraw_report(&mut self, report: Id, stamp: &Stamp) -> Result<Written> {
        let head = self.head(report)?;
        if self.report_state(report)? != ReportState::Submitted {
            return Err(Problem::NotSubmitted.into());
        }
        let submission = self.submission(report)?.map(|(id, ..)| id).ok_or(Problem::NotSubmitted)?;
        self.write(stamp, "withdraw-report", |door| {
            door.end("submission", submission)?;
            Ok(Done::new(Some(report), format!("Rút lại {}", super::lower(&super::name(&head)))))
        })
    }

    /// Ghi nhận đã phát hành: number, day, signer and the signed file, in any order and late.
    ///
    /// What is left empty keeps what was recorded before. A report that was never submitted is
    /// frozen now. Errors: a day that does not exist or is still to come; a file that can't be read.
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
        let frozen = match self.submission(report)? {
            Some((_, document, _)) => (document, true),
            None => (self.live_document(report, &[])?, false),
        };
        let signer = frozen.0.signature.as_ref().map(|signature| signature.name.clone()).unwrap_or_default();
        let mut issue = Issue { number, day, signer, document: kept.as_ref().and_then(|(_, issue)| issue.document) };
        let entry = self.entry_of(&head, &frozen.0, &issue)?;
        let known = self.documents()?;
        let used =
            entry.as_ref().and_then(|entry| entry.number_used(&known)).map(|other| format!(". Số này đã có ở {}, hãy kiểm tra lại", other.beside()));
        let name = super::lower(&super::name(&head));
        self.write(stamp, "issue-report", |door| {
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
            Ok(Done::new(Some(report), format!("Ghi nhận {name} đã phát hành{number}{day}{}", used.unwrap_or_default())))
        })
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

    /// Is this file ours, ours with signatures appended, or neither?
    ///
    /// `own` finds the faces of this computer. They are asked for only where no kept file is it: the
    /// print that carries number and day is made anew each time, in those faces or the built-in ones.
    pub fn verify_file(&self, bytes: &[u8], own: impl FnOnce() -> Result<Faces, Unfit>) -> Result<Verified> {
        let reports = self.report_ids()?;
        for &report in &reports {
            for (sha256, size) in self.papers_of(report)? {
                let start = usize::try_from(size).ok().and_then(|size| bytes.get(..size));
                if let Some(start) = start.filter(|start| hash(start) == sha256) {
                    return self.known(report, start.len() == bytes.len());
                }
            }
        }
        let own = own();
        for report in reports {
            if self.report_state(report)? != ReportState::Issued {
                continue;
            }
            let document = self.report_document(report)?;
            for faces in [Some(Faces::bundled()), own.as_ref().ok()].into_iter().flatten() {
                let options = Options { faces, signature_field: self.signature_field(report)? };
                // A face that lacks a letter of it never printed it.
                match typeset::pdf_with(&document, &options) {
                    Ok(pdf) if bytes.starts_with(&pdf) => return self.known(report, pdf.len() == bytes.len()),
                    Ok(_) | Err(Error::Refused(Problem::MissingGlyphs(_))) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(Verified { verdict: Verdict::NotOurs, report: String::new() })
    }

    /// A report's paper: the very bytes, or with more after them.
    fn known(&self, report: Id, whole: bool) -> Result<Verified> {
        let verdict = if whole { Verdict::Ours } else { Verdict::OursSigned };
        Ok(Verified { verdict, report: super::name(&self.head(report)?) })
    }

    /// Is the ledger itself whole? Answers the names of files that are missing or changed.
    pub fn verify_ledger(&self) -> Result<Vec<String>> {
        let verdict: String = self.conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if verdict != "ok" {
            return Err(Problem::LedgerDamaged.into());
        }
        let broken = |sha256: &str| fs::read(self.file_path(sha256)).map_or(true, |bytes| hash(&bytes) != sha256);
        Ok(self.all_files()?.into_iter().map(|(sha256, _)| sha256).filter(|sha256| broken(sha256)).collect())
    }

    /// Hash and size of every kept paper of a report that left the house, withdrawn ones too.
    fn papers_of(&self, report: Id) -> Result<Vec<(String, i64)>> {
        let mut papers = Vec::new();
        for (thing, role) in self.frozen_things(report)? {
            // What was sent up stays ours after it was withdrawn; a signed file that was recorded in
            // error and taken back vouches for nothing.
            papers.extend(self.files_of(thing, role, role == "submitted")?);
        }
        Ok(papers)
    }

    fn frozen_things(&self, report: Id) -> Result<Vec<(Id, &'static str)>> {
        let sql =
            "SELECT DISTINCT thing, 'submitted' FROM submission WHERE report = ?1 UNION SELECT DISTINCT thing, 'signed' FROM issue WHERE report = ?1";
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map([report], |row| {
            let role: String = row.get(1)?;
            Ok((row.get(0)?, if role == "signed" { "signed" } else { "submitted" }))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// The number alone, as text: `31/BC-UBND` → `31`; below ten with a leading zero (decree II.3).
fn number_of(typed: &str) -> String {
    let number = viet::nfc(typed.trim()).split('/').next().unwrap_or_default().trim().to_owned();
    match number.as_str() {
        one if one.len() == 1 && one.chars().all(|digit| digit.is_ascii_digit()) => format!("0{one}"),
        _ => number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faces::sample::renamed;
    use crate::typeset::Style;
    use chrono::NaiveDate;

    #[test]
    fn a_number_is_text_with_a_leading_zero_below_ten() {
        for (typed, kept) in [("5", "05"), ("31", "31"), ("31/BC-UBND", "31"), (" 30c ", "30c"), ("", ""), ("123", "123")] {
            assert_eq!(number_of(typed), kept, "{typed}");
        }
    }

    #[test]
    fn the_numbered_print_in_this_computers_own_face_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let moment = NaiveDate::from_ymd_opt(2026, 9, 16).unwrap().and_hms_opt(9, 0, 0).unwrap();
        let stamp = Stamp { moment, person: "Lan".into(), seed: 1 };
        let mut ledger = Ledger::open(folder.path(), &stamp).unwrap();
        let report = ledger.fill_sample(&stamp).unwrap().thing.unwrap();
        ledger.issue_report(report, &IssueDraft { number: "31".into(), day: "15/9/2026".into(), signed: None }, &stamp).unwrap();
        let files = || [Style::Regular, Style::Bold, Style::Italic, Style::BoldItalic].map(|style| renamed(style, 8, &[])).to_vec();
        let own = || Faces::of_family("Times New Roman", files());
        let document = ledger.report_document(report).unwrap();
        let printed = typeset::pdf_with(&document, &Options { faces: &own().unwrap(), signature_field: false }).unwrap();
        assert_ne!(printed, typeset::pdf(&document).unwrap(), "the file names its face");
        let verdict = |bytes: &[u8]| ledger.verify_file(bytes, own).unwrap().verdict;
        assert_eq!(verdict(&printed), Verdict::Ours);
        assert_eq!(verdict(&[printed.as_slice(), b"chu ky so"].concat()), Verdict::OursSigned);
        assert_eq!(verdict(&printed[..printed.len() - 1]), Verdict::NotOurs);
        assert_eq!(ledger.verify_file(&printed, || Err(Unfit::Incomplete)).unwrap().verdict, Verdict::NotOurs, "not a face of this computer");
    }
}
