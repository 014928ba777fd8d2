//! Programs that are not ours judge the papers: the decree's checker, and readers of PDF.
//!
//! A judge that is not installed is skipped with a line that says so; `JUDGES=all` demands all.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use ledger::paper::{Document, Number, PlaceDate};
use ledger::typeset::pdf;
use std::path::{Path, PathBuf};
use tests::judge::{asked, python, skipped};
use tests::papers::{self, elements};

/// A document's file in a folder of its own.
struct Paper {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

fn paper(document: &Document) -> Paper {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, pdf(document).expect("a PDF")).expect("written");
    Paper { _folder: folder, path }
}

/// The decree's checker, kept beside the workspace.
fn checker() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let path = std::env::var_os("SHARED").map_or_else(beside, PathBuf::from).join("tools/nd30.py");
    path.exists().then_some(path)
}

/// The papers and what the checker is told of each.
fn cases() -> Vec<(String, Document, Vec<&'static str>)> {
    let mut cases = Vec::new();
    for pages in [1, 2, 3, 7, 20] {
        let blank = papers::report_of(pages);
        let mut filled = blank.clone();
        filled.letterhead.number = Some(Number { number: Some("137".into()), symbol: "BC-UBND".into() });
        filled.letterhead.place = Some(PlaceDate { place: "Xã Nguyễn Lương Bằng".into(), day: Some(papers::day()), year: 2026 });
        cases.push((format!("{pages} pages, blank"), blank, vec!["--appendices", "1"]));
        cases.push((format!("{pages} pages, filled"), filled, vec!["--appendices", "1"]));
    }
    let mut marked = papers::report_of(2);
    marked.mark = Some("SỐ LIỆU MẪU".into());
    marked.appendices.push(papers::cases_appendix());
    let mut alone = papers::attached_plan();
    (alone.name, alone.body) = (String::new(), Vec::new());
    cases.push(("marked, two appendices".into(), marked, vec!["--appendices", "2"]));
    cases.push(("long agency".into(), papers::long_agency(), vec![]));
    cases.push(("several addressees".into(), papers::several_addressees(), vec![]));
    cases.push(("a table in the body".into(), papers::report_with_table(), vec![]));
    cases.push(("issued with a decision".into(), papers::attached_plan(), vec!["--kind", "KH", "--attached"]));
    cases.push(("an appendix alone".into(), alone, vec!["--kind", "PL", "--appendices", "1"]));
    let mut draft_plan = papers::attached_plan();
    draft_plan.draft = true;
    cases.push(("a draft issued with a decision".into(), draft_plan, vec!["--kind", "KH", "--attached"]));
    cases.push(("a draft in parts".into(), elements::draft_in_parts(), vec![]));
    cases.push(("bases, drafter, address".into(), elements::submission(), vec!["--kind", "TTr"]));
    for pages in [1, 2, 3] {
        let mut with_address = papers::report_of(pages);
        (with_address.address, with_address.drafter) = (elements::submission().address, Some("PL.(05)".into()));
        cases.push((format!("{pages} pages or so, with address"), with_address, vec!["--appendices", "1"]));
    }
    cases.extend(elements::signed().into_iter().map(|(form, paper)| (format!("signed {form:?}"), paper, vec![])));
    cases
}

#[test]
fn the_decrees_checker_finds_nothing() {
    let (Some(python), Some(checker)) = (python("pymupdf"), checker()) else {
        return skipped("the decree's checker (nd30.py with pymupdf)");
    };
    for (name, document, args) in cases() {
        let paper = paper(&document);
        let (checker, path) = (checker.display().to_string(), paper.path.display().to_string());
        let args: Vec<&str> = [checker.as_str(), path.as_str()].into_iter().chain(args).collect();
        let (content, said) = asked(&python, &args).expect("the checker runs");
        assert!(content, "{name}: {said}");
    }
}

#[test]
fn the_files_structure_is_sound() {
    for (name, document, _) in cases() {
        let paper = paper(&document);
        let path = paper.path.display().to_string();
        match asked(Path::new("qpdf"), &["--check", &path]) {
            Some((sound, said)) => assert!(sound && !said.contains("WARNING"), "{name}: {said}"),
            None => return skipped("qpdf"),
        }
    }
}
