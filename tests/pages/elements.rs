//! Where each element of the decree stands, measured.

use ledger::typeset::{Faces, Page, Pt, Run, Style, pages};
use tests::papers::{self, elements};

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
    let (mark, last) = (run(&pages, "PL.(300)"), run(&pages, "Lưu"));
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
        ("Hoàn thành 17", Style::Regular),
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
