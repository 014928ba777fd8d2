//! Whether a file is one of ours, and whether the ledger is whole.

mod appended;
mod covered;
mod verdict;

pub use verdict::{Verdict, Verified};

use crate::paper::Document;
use crate::store::files::hash;
use crate::typeset::{self, Faces, Options, Unfit};
use crate::view::{Id, ReportState};
use crate::{Error, Ledger, Problem, Result};
use appended::{Appended, appended};
use std::cell::LazyCell;
use std::fs;

/// What a file is that begins with a paper of ours, and how long that is.
#[derive(Debug, Clone, Copy)]
struct Found {
    verdict: Verdict,
    size: usize,
}

impl Ledger {
    /// Is this file ours, ours with signatures or something else appended, or none of these?
    ///
    /// `own` finds the faces of this computer. They are asked for only where no kept file is it: the
    /// print that carries number and day is made anew each time, in those faces or the built-in ones.
    pub fn verify_file(&self, bytes: &[u8], own: impl FnOnce() -> Result<Faces, Unfit>) -> Result<Verified> {
        let reports = self.report_ids()?;
        let known = |report, found| self.verified(report, bytes, found);
        let own = LazyCell::new(own);
        let printed = |report| self.printed_as(bytes, &self.report_document(report)?, self.signature_field(report)?, &own);
        for &report in &reports {
            if let Some(found) = begins(bytes, &self.sent_papers(report)?) {
                return known(report, found);
            }
            // That a file was recorded as the signed one does not make it the one that went up: it may be ours
            // with more behind it. A scan is what it was recorded as.
            if let Some(found) = begins(bytes, &self.papers_of(report)?) {
                return known(report, printed(report)?.unwrap_or(found));
            }
        }
        for report in reports {
            if self.report_state(report)? == ReportState::Issued
                && let Some(found) = printed(report)?
            {
                return known(report, found);
            }
        }
        Ok(Verified { verdict: Verdict::NotOurs, report: String::new(), covered: Vec::new() })
    }

    /// What is said of a file of a report; of a signed one also where its pictures lie.
    fn verified(&self, report: Id, bytes: &[u8], found: Found) -> Result<Verified> {
        let mut covered = Vec::new();
        if found.verdict == Verdict::OursSigned {
            let signature = self.report_document(report)?.signature;
            let signing: Vec<String> = signature.into_iter().flat_map(|sign| sign.lines.into_iter().chain([sign.name])).collect();
            let load = |part: Option<&[u8]>| part.and_then(|part| lopdf::Document::load_mem(part).ok());
            if let (Some(ours), Some(whole)) = (load(bytes.get(..found.size)), load(Some(bytes))) {
                covered = covered::pages(&ours, &whole, &signing);
            }
        }
        Ok(Verified { verdict: found.verdict, report: self.called(&self.head(report)?)?, covered })
    }

    /// What a file is to a paper that is printed anew.
    fn printed_as(&self, bytes: &[u8], document: &Document, signature_field: bool, own: &Result<Faces, Unfit>) -> Result<Option<Found>> {
        for faces in [Some(Faces::bundled()), own.as_ref().ok()].into_iter().flatten() {
            match typeset::pdf_with(document, &Options { faces, signature_field }) {
                Ok(pdf) if bytes.starts_with(&pdf) => return Ok(Some(found(bytes, pdf.len()))),
                // A face that lacks a letter of it never printed it.
                Ok(_) | Err(Error::Refused(Problem::MissingGlyphs(_))) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }

    /// What is wrong with a file that is recorded as the signed one: it is kept, for it may be a scan.
    ///
    /// `frozen`: the paper as it went up, which may have been signed before it had its number.
    pub(super) fn signed_doubt(
        &self,
        report: Id,
        frozen: &Document,
        bytes: &[u8],
        own: impl FnOnce() -> Result<Faces, Unfit>,
    ) -> Result<Option<String>> {
        let field = self.signature_field(report)?;
        let mut found = begins(bytes, &self.sent_papers(report)?);
        if found.is_none() {
            let own = own();
            for document in [&self.report_document(report)?, frozen] {
                found = found.or(self.printed_as(bytes, document, field, &own)?);
            }
        }
        if let Some(found) = found {
            let verified = self.verified(report, bytes, found)?;
            return Ok(match verified.verdict {
                Verdict::OursSigned if verified.covered.is_empty() => None,
                Verdict::Ours => {
                    Some("Tệp đã ký vừa ghi là bản PDF của báo cáo này nhưng chưa có chữ ký số. Nếu nhầm, hãy ghi lại với tệp đã ký.".to_owned())
                }
                _ => Some(format!("Tệp đã ký: {}", verified.sentence())),
            });
        }
        for other in self.report_ids()?.into_iter().filter(|other| *other != report) {
            if begins(bytes, &self.papers_of(other)?).is_some() {
                let other = super::lower(&self.called(&self.head(other)?)?);
                return Ok(Some(format!("Tệp đã ký vừa ghi là tệp của {other}, không phải của báo cáo này. Hãy ghi lại với đúng tệp.")));
            }
        }
        let scan = "Tệp đã ký vừa ghi không phải bản PDF do sổ làm ra có chữ ký số thêm vào. Nếu là bản quét thì hãy đối chiếu với bản của sổ; nếu nhầm, hãy ghi lại với đúng tệp.";
        Ok(Some(scan.to_owned()))
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

    /// The same of those that went up for signing.
    fn sent_papers(&self, report: Id) -> Result<Vec<(String, i64)>> {
        let mut papers = Vec::new();
        for (thing, role) in self.frozen_things(report)?.into_iter().filter(|(_, role)| *role == "submitted") {
            papers.extend(self.files_of(thing, role, true)?);
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

/// What a file is to papers known by hash and size; nothing when it begins with none of them.
///
/// A paper that is the whole of it goes before one that it goes on from.
fn begins(bytes: &[u8], papers: &[(String, i64)]) -> Option<Found> {
    let sizes = papers.iter().filter_map(|(sha256, size)| {
        let size = usize::try_from(*size).ok()?;
        (hash(bytes.get(..size)?) == *sha256).then_some(size)
    });
    sizes.max().map(|size| found(bytes, size))
}

/// What a file is that begins with `size` bytes of ours.
fn found(bytes: &[u8], size: usize) -> Found {
    let more = || match appended(bytes, size) {
        Appended::Signatures => Verdict::OursSigned,
        Appended::Rewritten => Verdict::OursRewritten,
        Appended::Unsigned => Verdict::OursMore,
    };
    Found { verdict: if size == bytes.len() { Verdict::Ours } else { more() }, size }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Stamp;
    use crate::faces::sample::renamed;
    use crate::typeset::Style;
    use crate::view::IssueDraft;
    use chrono::NaiveDate;

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
        assert_eq!(verdict(&[printed.as_slice(), b"chu ky so"].concat()), Verdict::OursMore);
        assert_eq!(verdict(&printed[..printed.len() - 1]), Verdict::NotOurs);
        assert_eq!(ledger.verify_file(&printed, || Err(Unfit::Incomplete)).unwrap().verdict, Verdict::NotOurs, "not a face of this computer");
    }
}
