//! Reports begun from each outline.

use super::*;

#[test]
fn a_report_from_each_outline_prints_by_the_decree() {
    let mut desk = desk();
    let folder = tempfile::tempdir().unwrap();
    for (set, kind, first, last) in [
        (SETS[0], ReportKind::Quarterly, "I. Công tác chỉ đạo, điều hành cải cách hành chính", "V. Kiến nghị, đề xuất"),
        (SETS[1], ReportKind::Inspection, "I. Công tác chỉ đạo, điều hành cải cách hành chính", "V. Đề xuất, kiến nghị"),
        (
            SETS[2],
            ReportKind::Quarterly,
            "I. Công tác chỉ đạo, điều hành cải cách hành chính",
            "IV. Phương hướng, nhiệm vụ trọng tâm quý IV năm 2026",
        ),
        (
            SETS[3],
            ReportKind::Inspection,
            "Phần thứ nhất Kết quả thực hiện công tác cải cách hành chính và hoạt động công vụ",
            "3. Kiến nghị, đề xuất",
        ),
        (SETS[4], ReportKind::Free, "I. Kết quả thực hiện", "IV. Kiến nghị, đề xuất"),
    ] {
        let report = begin(&mut desk, kind, "2026-Q3", Some(set));
        let view = desk.ledger.report_view(report).unwrap();
        for section in view.sections.iter().filter(|section| section.writable) {
            let words = vec![Inline::words(format!("Xã đã làm xong phần việc của mục {}; kết quả nêu trong hồ sơ lưu tại văn thư.", section.key))];
            let blocks = [section.blocks.clone(), vec![Block::Para { id: "them".into(), text: words }]].concat();
            let blocks = if section.key == "ket" { section.blocks.clone() } else { blocks };
            desk.ledger.keep_section(report, &section.key, blocks, &on("2026-09-20")).unwrap();
        }
        let headings = printed(&desk, report);
        assert_eq!((headings.first().map(String::as_str), headings.last().map(String::as_str)), (Some(first), Some(last)), "{set}");
        let document = desk.ledger.report_document(report).unwrap();
        assert_eq!(document.addressees.is_empty(), set != SETS[0], "{set}: {:?}", document.addressees);
        assert_eq!(document.recipients.iter().any(|line| line == "Như trên"), set == SETS[0], "{set}: nobody stands above");
        assert!(document.subject.contains("uý III năm 2026"), "{set}: {}", document.subject);
        let text = document.body.iter().map(Block::plain).collect::<Vec<_>>().join("\n");
        assert!(!text.contains('{') && !text.contains('…') && text.ends_with("./."), "{set}: {text}");
        assert!(text.contains("04 nhiệm vụ; đã hoàn thành 01 nhiệm vụ"), "{set}: the plan is counted: {text}");
        let path = folder.path().join("bc.pdf");
        std::fs::write(&path, typeset::pdf(&document).unwrap()).unwrap();
        let (Some(python), Some(checker)) = (python("pymupdf"), shared("tools/nd30.py")) else {
            skipped("the decree's checker (nd30.py with pymupdf)");
            continue;
        };
        let (content, said) = asked(&python, &[checker.to_str().unwrap(), path.to_str().unwrap(), "--appendices", "1"]).unwrap();
        assert!(content, "{set}: {said}");
    }
}

#[test]
fn title_and_outlook_follow_the_kind_of_report() {
    let mut desk = desk();
    for (kind, period, subject, outlook) in [
        (ReportKind::Quarterly, "2026-Q1", "hành chính Quý I năm 2026, phương hướng, nhiệm vụ Quý II năm 2026", "quý II năm 2026"),
        (ReportKind::SixMonth, "2026-H1", "hành chính 6 tháng đầu năm 2026, phương hướng, nhiệm vụ 6 tháng cuối năm 2026", "6 tháng cuối năm 2026"),
        (ReportKind::NineMonth, "2026-9M", "hành chính 9 tháng đầu năm 2026, phương hướng, nhiệm vụ 3 tháng cuối năm 2026", "3 tháng cuối năm 2026"),
        (ReportKind::Annual, "2026", "hành chính năm 2026, phương hướng, nhiệm vụ năm 2027", "năm 2027"),
    ] {
        let report = begin(&mut desk, kind, period, None);
        let document = desk.ledger.report_document(report).unwrap();
        assert!(document.subject.ends_with(subject), "{}", document.subject);
        assert!(printed(&desk, report).contains(&format!("IV. Phương hướng, nhiệm vụ {outlook}")), "{period}");
    }
}

#[test]
fn each_kind_begins_with_its_own_outline() {
    let mut desk = desk();
    let report = begin(&mut desk, ReportKind::Inspection, "2026", None);
    let view = desk.ledger.report_view(report).unwrap();
    assert_eq!((view.outline.as_str(), view.row.title.as_str()), ("Báo cáo phục vụ Đoàn kiểm tra", "Báo cáo phục vụ kiểm tra năm 2026"));
    assert_eq!(view.head.bracket, "(Báo cáo phục vụ Đoàn kiểm tra công tác cải cách hành chính)");
    let report = begin(&mut desk, ReportKind::Free, "2026", None);
    assert_eq!(desk.ledger.report_view(report).unwrap().outline, "Báo cáo tự do");
    let error = desk.ledger.new_report_from(&draft(), Some("outline-none"), &on("2026-09-20")).unwrap_err();
    assert_eq!(error.code(), "not-found");
}
