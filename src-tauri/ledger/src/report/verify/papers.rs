//! The papers of a ledger as files are compared with them: plain data, so that nothing is typeset while the ledger is held.

use super::appended::{Appended, appended};
use super::covered;
use super::verdict::{Verdict, Verified};
use crate::paper::Document;
use crate::report::lower;
use crate::store::files::hash;
use crate::typeset::{self, Faces, Options, Unfit};
use crate::view::Id;
use crate::{Error, Problem, Result};
use std::borrow::Borrow;
use std::cell::LazyCell;

/// A report that left the house.
#[derive(Debug, Clone)]
pub(super) struct Paper {
    pub(super) report: Id,
    /// What it is called where others stand beside it.
    pub(super) name: String,
    /// Hash and size of the papers that went up for signing.
    pub(super) sent: Vec<(String, i64)>,
    /// The same of all that were kept, what was recorded as signed too.
    pub(super) kept: Vec<(String, i64)>,
    pub(super) issued: bool,
    /// What it is printed from now.
    pub(super) document: Document,
    /// What went up, which may have been signed before it had its number.
    pub(super) frozen: Option<Document>,
    pub(super) signature_field: bool,
}

/// The papers of every report that left the house.
#[derive(Debug, Clone)]
pub struct Papers(pub(super) Vec<Paper>);

/// What a file is that begins with a paper of ours, and how long that is.
#[derive(Debug, Clone, Copy)]
struct Found {
    verdict: Verdict,
    size: usize,
}

impl Papers {
    /// Is this file ours, ours with signatures or something else appended, or none of these?
    ///
    /// `own` finds the faces of this computer. They are asked for only where no kept file is it: the
    /// print that carries number and day is made anew each time, in those faces or the built-in ones.
    pub fn verify<R: Borrow<Result<Faces, Unfit>>>(&self, bytes: &[u8], own: impl FnOnce() -> R) -> Result<Verified> {
        let own = LazyCell::new(own);
        let printed = |paper: &Paper| paper.printed_as(bytes, &paper.document, || (*own).borrow());
        for paper in &self.0 {
            if let Some(found) = begins(bytes, &paper.sent) {
                return Ok(paper.verified(bytes, found));
            }
            // That a file was recorded as the signed one does not make it the one that went up: it may be ours
            // with more behind it. A scan is what it was recorded as.
            if let Some(found) = begins(bytes, &paper.kept) {
                return Ok(paper.verified(bytes, printed(paper)?.unwrap_or(found)));
            }
        }
        for paper in self.0.iter().filter(|paper| paper.issued) {
            if let Some(found) = printed(paper)? {
                return Ok(paper.verified(bytes, found));
            }
        }
        Ok(Verified { verdict: Verdict::NotOurs, report: String::new(), covered: Vec::new() })
    }

    /// What is wrong with a file that was recorded as the signed one of a report: it is kept, for it may be a scan.
    pub fn signed_doubt<R: Borrow<Result<Faces, Unfit>>>(&self, report: Id, bytes: &[u8], own: impl FnOnce() -> R) -> Result<Option<String>> {
        let Some(paper) = self.0.iter().find(|paper| paper.report == report) else { return Ok(None) };
        let own = LazyCell::new(own);
        let mut found = begins(bytes, &paper.sent);
        for document in std::iter::once(&paper.document).chain(&paper.frozen) {
            if found.is_none() {
                found = paper.printed_as(bytes, document, || (*own).borrow())?;
            }
        }
        if let Some(found) = found {
            let verified = paper.verified(bytes, found);
            return Ok(match verified.verdict {
                Verdict::OursSigned if verified.covered.is_empty() => None,
                Verdict::Ours => {
                    Some("Tệp đã ký vừa ghi là bản PDF của báo cáo này nhưng chưa có chữ ký số. Nếu nhầm, hãy ghi lại với tệp đã ký.".to_owned())
                }
                _ => Some(format!("Tệp đã ký: {}", verified.sentence())),
            });
        }
        let other = self.0.iter().find(|other| other.report != report && begins(bytes, &other.kept).is_some());
        Ok(Some(match other {
            Some(other) => {
                format!("Tệp đã ký vừa ghi là tệp của {}, không phải của báo cáo này. Hãy ghi lại với đúng tệp.", lower(&other.name))
            }
            None => "Tệp đã ký vừa ghi không phải bản PDF do sổ làm ra có chữ ký số thêm vào. Nếu là bản quét thì hãy đối chiếu với bản của sổ; nếu nhầm, hãy ghi lại với đúng tệp.".to_owned(),
        }))
    }
}

impl Paper {
    /// What is said of a file of it; of a signed one also where its pictures lie.
    fn verified(&self, bytes: &[u8], found: Found) -> Verified {
        let mut covered = Vec::new();
        if found.verdict == Verdict::OursSigned {
            let signature = self.document.signature.as_ref();
            let signing: Vec<String> = signature.into_iter().flat_map(|sign| sign.lines.iter().chain([&sign.name])).cloned().collect();
            let load = |part: Option<&[u8]>| part.and_then(|part| lopdf::Document::load_mem(part).ok());
            if let (Some(ours), Some(whole)) = (load(bytes.get(..found.size)), load(Some(bytes))) {
                covered = covered::pages(&ours, &whole, &signing);
            }
        }
        Verified { verdict: found.verdict, report: self.name.clone(), covered }
    }

    /// What a file is to a document of it that is printed anew; the faces of this computer are asked for last.
    fn printed_as<'a>(&self, bytes: &[u8], document: &Document, own: impl FnOnce() -> &'a Result<Faces, Unfit>) -> Result<Option<Found>> {
        let own = std::iter::once_with(own).filter_map(|own| own.as_ref().ok());
        for faces in std::iter::once(Faces::bundled()).chain(own) {
            match typeset::pdf_with(document, &Options { faces, signature_field: self.signature_field }) {
                Ok(pdf) if bytes.starts_with(&pdf) => return Ok(Some(found(bytes, pdf.len()))),
                // A face that lacks a letter of it never printed it.
                Ok(_) | Err(Error::Refused(Problem::MissingGlyphs(_))) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(None)
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
