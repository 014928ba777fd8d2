//! Golden pages: what stands where, in millimetres. `UPDATE_EXPECT=1` accepts a change.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

use expect_test::expect_file;
use ledger::paper::Document;
use ledger::typeset::{Faces, Page, Pt, Run, Style, pages, pdf};
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

/// The first run that says this.
fn run<'a>(pages: &'a [Page], words: &str) -> &'a Run {
    pages
        .iter()
        .flat_map(|page| &page.runs)
        .find(|run| run.text.replace('\u{202f}', " ").starts_with(words))
        .unwrap_or_else(|| panic!("{words} is not on a page"))
}

fn axis(run: &Run) -> f32 {
    (run.x.0 + run.width(Faces::bundled()).0 / 2.0) * 25.4 / 72.0
}

/// II.5b: size 12 or 13, upright, 6 pt below the number, centred under it, no name; Kính gửi follows.
#[test]
fn a_letters_head_measures_as_the_decree_wants() {
    let pages = pages(&elements::letter()).expect("laid out");
    let (number, about) = (run(&pages, "Số:"), run(&pages, "V/v"));
    assert_eq!((about.size.0, about.style), (12.0, Style::Regular));
    assert!((about.y.0 - number.y.0 - 12.0 * 1.15 - 6.0).abs() < 0.01, "6 pt more than a single line");
    let lines: Vec<&Run> = pages[0].runs.iter().filter(|run| run.size.0 == 12.0 && run.y > number.y && run.style == Style::Regular).collect();
    assert_eq!(lines.len(), 3);
    for line in &lines {
        assert!(
            (axis(line) - axis(number)).abs() < 0.05 && line.x.mm().0 >= 30.0 && (line.x + line.width(Faces::bundled())).mm().0 < 115.0,
            "{line:?}"
        );
    }
    let after = &pages[0].runs[pages[0].runs.iter().position(|run| run == lines[2]).expect("on the page") + 1];
    assert!(after.text.starts_with("Kính gửi") && after.y > lines[2].y, "{after:?}");
}

/// A draft says so at the left, far enough from the agency's name, on whatever it stands.
#[test]
fn a_draft_says_so_and_is_not_taken_for_the_agency() {
    let mut papers = [papers::short_report(), papers::long_agency(), papers::attached_plan(), elements::letter()];
    for paper in &mut papers {
        paper.draft = true;
        let pages = pages(paper).expect("laid out");
        let (mark, motto) = (run(&pages, "DỰ THẢO"), run(&pages, "Độc lập"));
        assert!((mark.y - motto.y).mm().0 >= 12.0 && axis(mark) < 105.0 && mark.style == Style::Bold, "{mark:?}");
        let name = pages[0].runs.iter().find(|run| run.y > mark.y).expect("the paper goes on");
        assert!((name.y - mark.y).mm().0 > 6.0, "{name:?} stands clear of it");
    }
    let mut alone = papers::attached_plan();
    (alone.name, alone.body, alone.draft) = (String::new(), Vec::new(), true);
    assert_eq!(pages(&alone).expect("laid out")[0].runs[0].text, "DỰ THẢO");
}

/// Ô 13: size 11 or 12 under a rule as wide as the text, on the first page only; the text keeps off it.
#[test]
fn the_address_stands_at_the_foot_of_the_first_page() {
    let mut paper = papers::report_of(3);
    let plain = pages(&paper).expect("laid out");
    paper.address = elements::submission().address;
    paper.mark = Some("SỐ LIỆU MẪU".into());
    let pages = pages(&paper).expect("laid out");
    let found: Vec<usize> = (0..pages.len()).filter(|index| pages[*index].runs.iter().any(|run| run.text.contains("Thôn Đông"))).collect();
    assert_eq!(found, [0]);
    let address = run(&pages, "Thôn Đông");
    assert_eq!(address.size.0, 11.0);
    let rule = pages[0].rules.iter().find(|rule| rule.from.0.mm().0 < 30.01 && rule.to.0.mm().0 > 194.9).expect("a rule as wide as the text");
    assert!(rule.from.1 < address.y && address.y - rule.from.1 < Pt(20.0));
    let text = pages[0].runs.iter().filter(|run| run.size.0 == 14.0).map(|run| run.y.0).fold(0.0, f32::max);
    assert!(text + 5.0 < rule.from.1.0, "the text ends above the rule");
    let mark = run(&pages, "SỐ LIỆU MẪU");
    assert!(pages[0].runs.iter().filter(|run| run.size.0 == 11.0).all(|run| run.y.0 + 8.0 < mark.y.0), "the mark stands below the address");
    let lines = |page: &Page| page.runs.iter().filter(|run| run.size.0 == 14.0).count();
    assert!(lines(&pages[0]) < lines(&plain[0]) && pages[1].runs[0].y == plain[1].runs[0].y, "only the first page is shorter");
}

/// Ô 12: capitals of 11, at the right end of the recipients' column, under the list and not under the seal.
#[test]
fn the_drafters_mark_stands_under_the_recipients() {
    let mut paper = elements::submission();
    paper.drafter = Some("pl.(300)".into());
    let pages = pages(&paper).expect("laid out");
    let (mark, last) = (run(&pages, "PL.(300)"), run(&pages, "- Lưu"));
    assert_eq!((mark.size.0, mark.style), (11.0, Style::Regular));
    assert!(mark.y > last.y && mark.y - last.y < Pt(20.0));
    assert!(((mark.x + mark.width(Faces::bundled())).mm().0 - 105.0).abs() < 0.01);
}

/// V: what has a title is bold, what is only numbered is upright.
#[test]
fn headings_are_bold_and_numbered_paragraphs_upright() {
    let pages = pages(&elements::draft_in_parts()).expect("laid out");
    let styles = [
        ("Phần thứ nhất", Style::Bold),
        ("KẾT QUẢ THỰC HIỆN", Style::Bold),
        ("I.", Style::Bold),
        ("1. Tổ chức", Style::Bold),
        ("1.1.", Style::Bold),
        ("a)", Style::Regular),
        ("đ)", Style::Regular),
        ("+", Style::Regular),
        ("1. Hoàn thành", Style::Regular),
    ];
    for (words, style) in styles {
        assert_eq!(run(&pages, words).style, style, "{words}");
    }
}

/// II.6: bases are italic, `;` after each and `.` after the last.
#[test]
fn legal_bases_end_as_the_decree_wants() {
    let mut paper = papers::short_report();
    for (typed, printed) in [
        (&["Căn cứ Luật A"][..], "Căn cứ Luật A."),
        (&["Căn cứ Luật A;", "Căn cứ Luật B.", " ", "Xét đề nghị;"], "Căn cứ Luật A;|Căn cứ Luật B;|Xét đề nghị."),
        (&[], ""),
    ] {
        paper.bases = typed.iter().map(|base| (*base).to_owned()).collect();
        let pages = pages(&paper).expect("laid out");
        let below = run(&pages, "Kính gửi").y;
        let italic = pages[0].runs.iter().filter(|run| run.style == Style::Italic && run.y > below && run.size.0 == 14.0);
        let found: Vec<&str> = italic.map(|run| run.text.as_str()).filter(|text| !text.contains("hồ sơ quá hạn")).collect();
        assert_eq!(found.join("|"), printed);
    }
}
