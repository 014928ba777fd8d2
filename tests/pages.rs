//! Golden pages: what stands where, in millimetres. `UPDATE_EXPECT=1` accepts a change.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "pages/annexes.rs"]
mod annexes;
#[path = "pages/large.rs"]
mod large;
#[path = "pages/elements.rs"]
mod measured;
#[path = "pages/outlines.rs"]
mod outlines;

use expect_test::expect_file;
use ledger::paper::Document;
use ledger::typeset::{Faces, Page, Style, pages, pdf};
use std::fmt::Write;
use std::process::Command;
use tests::papers::{self, elements};

/// The pages as text: each run with its place, size and style, then each rule.
fn shown(pages: &[Page]) -> String {
    let mut text = String::new();
    for (index, page) in pages.iter().enumerate() {
        writeln!(text, "page {} · {:.0} × {:.0}", index + 1, page.width.mm().0, page.height.mm().0).unwrap();
        for run in &page.runs {
            let style = match run.style {
                Style::Regular => "upright",
                Style::Bold => "bold",
                Style::Italic => "italic",
                Style::BoldItalic => "bold italic",
            };
            let words = run.text.replace('\u{a0}', "␣").replace('\u{202f}', " ");
            let words = words.strip_suffix(' ').map_or(words.clone(), |words| format!("{words}·"));
            writeln!(text, "{:6.1} {:6.1}  {} {style}  {words}", run.x.mm().0, run.y.mm().0, run.size.0).unwrap();
        }
        for rule in &page.rules {
            let ((left, top), (right, bottom)) = (rule.from, rule.to);
            if top == bottom {
                writeln!(text, "{:6.1} {:6.1}  rule to {:.1}", left.mm().0, top.mm().0, right.mm().0).unwrap();
            } else {
                writeln!(text, "{:6.1} {:6.1}  down to {:.1}", left.mm().0, top.mm().0, bottom.mm().0).unwrap();
            }
        }
    }
    text
}

fn check(name: &str, paper: &Document) {
    let pages = pages(paper).expect("laid out");
    expect_file![format!("golden/{name}.txt")].assert_eq(&shown(&pages));
}

#[test]
fn a_short_report_leaves_room_for_number_and_date() {
    check("short-blank", &papers::short_report());
}

#[test]
fn a_filled_report_with_a_table() {
    check("filled-table", &papers::report_with_table());
}

#[test]
fn a_long_agency_and_a_subject_of_three_lines() {
    check("long-agency", &papers::long_agency());
}

#[test]
fn several_addressees_and_a_bracketed_line() {
    check("several-addressees", &papers::several_addressees());
}

#[test]
fn a_plan_issued_with_a_decision_and_its_landscape_appendix() {
    check("attached-plan", &papers::attached_plan());
}

#[test]
fn a_submission_with_bases_a_drafter_and_an_address() {
    check("submission", &elements::submission());
}

#[test]
fn a_letter_says_what_it_is_about_under_its_number() {
    check("letter", &elements::letter());
}

#[test]
fn a_draft_of_two_parts_down_to_the_last_mark() {
    check("draft-in-parts", &elements::draft_in_parts());
}

#[test]
fn two_appendices_are_numbered_each_by_itself() {
    let mut paper = papers::short_report();
    paper.mark = Some("SỐ LIỆU MẪU".into());
    paper.appendices = vec![papers::plan_appendix(), papers::cases_appendix()];
    let pages = pages(&paper).expect("laid out");
    let words: Vec<&str> = pages.iter().flat_map(|page| &page.runs).map(|run| run.text.as_str()).collect();
    let numbers: Vec<&str> = pages.iter().map(|page| page.runs.iter().find(|run| run.y.mm().0 < 20.0).map_or("", |run| run.text.as_str())).collect();
    assert!(words.contains(&"Phụ lục I") && words.contains(&"Phụ lục II"));
    assert_eq!(numbers, ["", "", "2", ""]);
    assert_eq!(words.iter().filter(|words| **words == "SỐ LIỆU MẪU").count(), pages.len());
}

#[test]
fn each_justified_line_ends_at_the_margin() {
    for page in pages(&papers::report_of(3)).expect("laid out").iter().filter(|page| page.width < page.height) {
        for run in page.runs.iter().filter(|run| run.stretch.0 > 0.0) {
            // The last run of a stretched line ends where the right margin begins.
            let last = !page.runs.iter().any(|other| other.y == run.y && other.x > run.x);
            let end = (run.x + run.width(Faces::bundled())).0 - (page.width.0 - 15.0 * 72.0 / 25.4);
            assert!(!last || end.abs() < 0.01, "{end} pt off: {}", run.text);
        }
    }
}

/// Bytes of a report, as one number.
fn digest() -> String {
    let bytes = pdf(&papers::report_of(2)).expect("a PDF");
    let sum = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3));
    format!("{} bytes, {sum:016x}", bytes.len())
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(digest(), digest(), "twice in one process");
    let program = std::env::current_exe().expect("this program");
    let other = Command::new(program).args(["--exact", "bytes_of_a_report", "--nocapture"]).output().expect("run again");
    let said = String::from_utf8_lossy(&other.stdout);
    assert!(said.contains(&digest()), "in two processes: {said}");
}

#[test]
fn bytes_of_a_report() {
    println!("{}", digest());
}

#[test]
fn another_document_gives_another_id() {
    let id = |paper: &Document| {
        let bytes = pdf(paper).expect("a PDF");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        text.rsplit_once("/ID[<").map(|(_, rest)| rest.chars().take(32).collect::<String>()).expect("an id")
    };
    assert_ne!(id(&papers::short_report()), id(&papers::filled_report()));
}
