//! A signer's tool fills our field, or appends a signature where there is none: the file stays ours.
//!
//! Skipped with a line where pyHanko is not installed; `JUDGES=all` demands it.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use ledger::Verdict;
use ledger::typeset::{FACE, Faces, Options, Unfit, pdf_with};
use ledger::view::{NewReport, ReportKind};
use std::path::Path;
use tests::judge::{asked, python, skipped};
use tests::{Desk, on};

/// Signs a report's file with pyHanko and asks everyone what became of it.
fn signed(signature_field: bool) {
    let Some(python) = python("pyhanko") else { return skipped("pyHanko") };
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý IV")]);
    let draft =
        NewReport { kind: ReportKind::Quarterly, period: "2026-Q3".into(), from: None, to: None, as_of: None, appendix: true, statistics: false };
    let report = desk.ledger.new_report(&draft, &on("2026-09-10")).expect("a report").thing.expect("its number");
    let document = desk.ledger.report_document(report).expect("a document");
    let ours = pdf_with(&document, &Options { faces: Faces::bundled(), signature_field }).expect("a PDF");
    desk.ledger.submit_report(report, &document, FACE, &ours, &on("2026-09-14")).expect("submitted");

    let folder = tempfile::tempdir().expect("a folder");
    let place = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(place("ours.pdf"), &ours).expect("written");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("signing.py").display().to_string();
    let field = if signature_field { "ChuKy" } else { "Moi" };
    let (content, said) = asked(&python, &[&script, &place("ours.pdf"), &place("signed.pdf"), field]).expect("Python runs");
    assert!(content, "{said}");
    let fields = if signature_field { "fields before: ['ChuKy']" } else { "fields before: []" };
    for expected in [fields, "intact: True", "valid: True", "trusted: True", "coverage: ENTIRE_FILE", "signatures: 1"] {
        assert!(said.contains(expected), "{expected}: {said}");
    }

    let bytes = std::fs::read(place("signed.pdf")).expect("signed");
    assert!(bytes.len() > ours.len() && bytes.starts_with(&ours), "a signature is appended");
    let verified = desk.ledger.verify_file(&bytes, || Err(Unfit::Incomplete)).expect("compared");
    assert_eq!(verified.verdict, Verdict::OursSigned);
    match asked(Path::new("pdfsig"), &[&place("signed.pdf")]) {
        Some((_, said)) => assert!(said.contains("Signature is Valid") && said.contains("Total document signed"), "{said}"),
        None => skipped("pdfsig"),
    }
    match asked(Path::new("qpdf"), &["--check", &place("signed.pdf")]) {
        Some((sound, said)) => assert!(sound && !said.contains("WARNING"), "{said}"),
        None => skipped("qpdf"),
    }
}

/// Every file made out of ours is called what it is.
#[test]
fn what_follows_our_bytes_is_told_apart() {
    let (Some(python), Some(_)) = (python("pyhanko"), python("pymupdf")) else { return skipped("pyHanko, PyMuPDF") };
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý IV")]);
    let draft =
        NewReport { kind: ReportKind::Quarterly, period: "2026-Q3".into(), from: None, to: None, as_of: None, appendix: true, statistics: false };
    let report = desk.ledger.new_report(&draft, &on("2026-09-10")).expect("a report").thing.expect("its number");
    let document = desk.ledger.report_document(report).expect("a document");
    let ours = pdf_with(&document, &Options { faces: Faces::bundled(), signature_field: true }).expect("a PDF");
    desk.ledger.submit_report(report, &document, FACE, &ours, &on("2026-09-14")).expect("submitted");
    let folder = tempfile::tempdir().expect("a folder");
    let place = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(place("ours.pdf"), &ours).expect("written");
    for (script, words) in
        [("signing.py", [place("ours.pdf"), place("field.pdf"), "ChuKy".into()]), ("signing_cases.py", [place("ours.pdf"), place(""), place("")])]
    {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join(script).display().to_string();
        let words: Vec<&str> = std::iter::once(script.as_str()).chain(words.iter().map(String::as_str)).collect();
        let (content, said) = asked(&python, &words).expect("Python runs");
        assert!(content, "{said}");
    }
    let mut seen = 0;
    for file in std::fs::read_dir(folder.path()).expect("the folder").map(|entry| entry.expect("a file").path()) {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let expected = match name.split(['-', '.']).next() {
            Some("signed" | "field") if name.ends_with(".pdf") => Verdict::OursSigned,
            Some("changed") => Verdict::OursRewritten,
            Some("more") => Verdict::OursMore,
            _ => continue,
        };
        let bytes = std::fs::read(&file).expect("read");
        let verified = desk.ledger.verify_file(&bytes, || Err(Unfit::Incomplete)).expect("compared");
        assert_eq!(verified.verdict, expected, "{name}");
        // A picture over a line of the text hides it; one over the signer's own lines is a seal.
        match name.as_str() {
            "signed-over-text.pdf" => {
                assert_eq!(verified.covered, [1], "{name}");
                assert!(verified.sentence().contains("hình chữ ký ở trang 1 nằm đè lên nội dung") && !verified.shown().sound);
            }
            "signed-over-room.pdf" | "signed.pdf" | "field.pdf" => assert!(verified.covered.is_empty(), "{name}: {:?}", verified.covered),
            _ => {}
        }
        seen += 1;
    }
    assert_eq!(seen, 16);
}

#[test]
fn the_field_takes_a_signature() {
    signed(true);
}

#[test]
fn a_file_without_the_field_takes_one_too() {
    signed(false);
}
