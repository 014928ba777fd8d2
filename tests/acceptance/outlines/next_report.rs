//! The next report from the last one, after the outline was changed between them.

use super::*;

/// A report of the third quarter with a sentence in each section.
fn written(desk: &mut Desk) -> Id {
    let report = begin(desk, ReportKind::Quarterly, "2026-Q3", None);
    let view = desk.ledger.report_view(report).unwrap();
    for section in view.sections.iter().filter(|section| section.writable) {
        let text = vec![Inline::words(format!("Việc của phần {} đã xong.", section.title))];
        desk.ledger.keep_section(report, &section.key, vec![Block::Para { id: "them".into(), text }], &on("2026-09-20")).unwrap();
    }
    report
}

/// Begins the report of the fourth quarter from one, and answers its headings and what the officer is told.
fn next(desk: &mut Desk, last: Id) -> (Vec<String>, String) {
    let draft = NewReport { period: "2026-Q4".into(), ..draft() };
    let written = desk.ledger.new_report_from_last(&draft, last, &on("2026-12-01")).unwrap();
    let report = written.thing.unwrap();
    let view = desk.ledger.report_view(report).unwrap();
    let shown: Vec<String> = view.sections.iter().filter(|one| !one.number.is_empty()).map(|one| format!("{} {}", one.number, one.title)).collect();
    assert_eq!(printed(desk, report), shown);
    (shown, written.warnings.join("\n"))
}

#[test]
fn sections_the_outline_no_longer_has_come_over_under_their_headings_and_all_are_numbered_in_order() {
    let mut desk = desk();
    let last = written(&mut desk);
    let before = printed(&desk, last);
    let mut outline = form(&desk, SETS[0]);
    // A part with four sections of its own, and the first of two.
    let (first, whole) = (at(&outline, "Cải cách thể chế"), at(&outline, "Cải cách thủ tục hành chính"));
    outline.sections.drain(first..whole);
    let gone = at(&outline, "Mặt tích cực");
    outline.sections.remove(gone);
    keep(&mut desk, &outline);
    let (after, told) = next(&mut desk, last);
    let expected: Vec<String> = before.iter().map(|heading| heading.replace("quý IV năm 2026", "quý I năm 2027")).collect();
    assert_eq!(after, expected);
    assert!(told.contains("Mục 1. Mặt tích cực") && told.contains("Mục a) Xây dựng và ban hành văn bản"), "{told}");
    assert!(!told.contains("Cải cách thể chế"), "it has no text of its own: {told}");
}

#[test]
fn a_section_that_moved_in_the_outline_and_one_that_left_it_have_numbers_of_their_own() {
    let mut desk = desk();
    let last = written(&mut desk);
    let mut outline = form(&desk, SETS[0]);
    let gone = at(&outline, "Về công tác tuyên truyền cải cách hành chính");
    outline.sections.remove(gone);
    let (from, to) = (at(&outline, "Bố trí kinh phí phục vụ công tác cải cách hành chính"), at(&outline, "Về tổ chức chỉ đạo, điều hành"));
    let moved = outline.sections.remove(from);
    outline.sections.insert(to, moved);
    keep(&mut desk, &outline);
    let (after, told) = next(&mut desk, last);
    let numbers: Vec<&str> = after.iter().skip(1).take(6).map(|heading| heading.split(' ').next().unwrap()).collect();
    assert_eq!(numbers, ["1.", "2.", "3.", "4.", "5.", "6."], "{after:?}");
    assert!(after[1].contains("Bố trí kinh phí") && after.iter().any(|heading| heading.contains("tuyên truyền")), "{after:?}");
    assert!(told.contains("Về công tác tuyên truyền"), "{told}");
}

#[test]
fn an_outline_that_did_not_change_tells_nothing() {
    let mut desk = desk();
    let last = written(&mut desk);
    let (after, told) = next(&mut desk, last);
    assert_eq!(after.len(), printed(&desk, last).len());
    assert!(!told.contains("Đề cương"), "{told}");
}

#[test]
fn a_section_that_left_the_outline_before_anybody_wrote_in_it_does_not_come_over() {
    let mut desk = desk();
    let last = begin(&mut desk, ReportKind::Quarterly, "2026-Q3", None);
    let mut outline = form(&desk, SETS[0]);
    // It began with a sentence of the outline's.
    let gone = at(&outline, "Về kế hoạch cải cách hành chính");
    assert!(!desk.ledger.report_view(last).unwrap().sections.iter().find(|one| one.title == outline.sections[gone].title).unwrap().blocks.is_empty());
    outline.sections.remove(gone);
    keep(&mut desk, &outline);
    let (after, told) = next(&mut desk, last);
    assert!(!after.iter().any(|heading| heading.contains("Về kế hoạch")), "{after:?}");
    assert!(!told.contains("Đề cương"), "{told}");
}

#[test]
fn two_sections_of_one_title_keep_the_text_of_both_when_one_left_the_outline() {
    let mut desk = desk();
    let mut outline = form(&desk, SETS[0]);
    // The one above keeps its title; the other gets the same.
    let (first, second) = (at(&outline, "Mặt tích cực"), at(&outline, "Tồn tại, hạn chế và nguyên nhân"));
    outline.sections[second].title = outline.sections[first].title.clone();
    keep(&mut desk, &outline);
    let last = begin(&mut desk, ReportKind::Quarterly, "2026-Q3", None);
    let view = desk.ledger.report_view(last).unwrap();
    let keys: Vec<String> = view.sections.iter().filter(|one| one.title == "Mặt tích cực").map(|one| one.key.clone()).collect();
    for (key, words) in keys.iter().zip(["Thư điện tử đã dùng thường xuyên.", "Máy quét còn thiếu."]) {
        let text = vec![Inline::words(words)];
        desk.ledger.keep_section(last, key, vec![Block::Para { id: "them".into(), text }], &on("2026-09-20")).unwrap();
    }
    let mut outline = form(&desk, SETS[0]);
    outline.sections.remove(second);
    keep(&mut desk, &outline);
    let draft = NewReport { period: "2026-Q4".into(), ..draft() };
    let report = desk.ledger.new_report_from_last(&draft, last, &on("2026-12-01")).unwrap().thing.unwrap();
    let text: String = desk.ledger.report_document(report).unwrap().body.iter().map(Block::plain).collect();
    assert!(text.contains("Thư điện tử đã dùng") && text.contains("Máy quét còn thiếu"), "{text}");
}
