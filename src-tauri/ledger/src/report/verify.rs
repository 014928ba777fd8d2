//! Whether a file is one of ours, and whether the ledger is whole.

mod appended;
mod covered;
mod papers;
mod verdict;

pub use papers::Papers;
pub use verdict::{Verdict, Verified};

use crate::store::files::hash;
use crate::typeset::{Faces, Unfit};
use crate::view::{Id, ReportState};
use crate::{Ledger, Problem, Result};
use papers::Paper;
use std::borrow::Borrow;
use std::fs;

impl Ledger {
    /// Is this file ours, ours with signatures or something else appended, or none of these? See [`Papers::verify`].
    pub fn verify_file<R: Borrow<Result<Faces, Unfit>>>(&self, bytes: &[u8], own: impl FnOnce() -> R) -> Result<Verified> {
        self.papers()?.verify(bytes, own)
    }

    /// What files are compared with: the papers of every report that left the house.
    pub fn papers(&self) -> Result<Papers> {
        let mut papers = Vec::new();
        for report in self.report_ids()? {
            let (sent, kept) = (self.sent_papers(report)?, self.papers_of(report)?);
            let issued = self.report_state(report)? == ReportState::Issued;
            if issued || !sent.is_empty() || !kept.is_empty() {
                papers.push(Paper {
                    report,
                    name: self.called(&self.head(report)?)?,
                    sent,
                    kept,
                    issued,
                    document: self.report_document(report)?,
                    frozen: self.submission(report)?.map(|(_, document, _)| document),
                    signature_field: self.signature_field(report)?,
                });
            }
        }
        Ok(Papers(papers))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Stamp;
    use crate::faces::sample::renamed;
    use crate::typeset::{self, Options, Style};
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
