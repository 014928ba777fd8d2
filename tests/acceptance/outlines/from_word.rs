//! An outline taken in from a paper.

use super::*;

#[test]
fn a_word_file_of_ours_gives_its_outline_back() {
    let mut desk = desk();
    let folder = tempfile::tempdir().unwrap();
    for (set, kind) in
        SETS.into_iter().zip([ReportKind::Quarterly, ReportKind::Inspection, ReportKind::Quarterly, ReportKind::Inspection, ReportKind::Free])
    {
        // Written all over, and bare as the Sở's letter has it.
        for written in [true, false] {
            let report = begin(&mut desk, kind, "2026-Q3", Some(set));
            let view = desk.ledger.report_view(report).unwrap();
            for section in view.sections.iter().filter(|section| section.writable && section.level > 0 && written) {
                let words = format!("Trong kỳ, xã đã làm xong phần việc của mục này theo kế hoạch; kết quả lưu tại văn thư, mã {}.", section.key);
                let text = vec![Block::Para { id: "a".into(), text: vec![Inline::words(words)] }];
                desk.ledger.keep_section(report, &section.key, text, &on("2026-09-20")).unwrap();
            }
            let mut document = desk.ledger.report_document(report).unwrap();
            if !written {
                document.body.retain(|block| matches!(block, Block::Heading { .. } | Block::Part { .. }));
            }
            let path = folder.path().join("bc.docx");
            std::fs::write(&path, word::docx(&document).unwrap()).unwrap();
            let read = Ledger::outline_in(&read_file(&path, None).unwrap()).unwrap();
            let shipped = form(&desk, set);
            assert_eq!(headings(&read.form), headings(&shipped), "{set}, written: {written}");
            assert_eq!(read.form.decimals, shipped.decimals, "{set}");
            if written {
                assert!(read.form.subject.contains("{kỳ này}"), "{set}: {}", read.form.subject);
            }

            desk.ledger.keep_outline(&read.form, &on("2026-09-21")).unwrap();
            let kept = own(&desk);
            let again = begin(&mut desk, kind, "2027-Q1", Some(&kept));
            assert!(printed(&desk, again).iter().all(|heading| !heading.contains("2026")), "{set}: nothing of the old period is left");
            desk.ledger.undo(&on("2026-09-21")).unwrap();
            desk.ledger.undo(&on("2026-09-21")).unwrap();
        }
    }
}

#[test]
fn the_outlines_of_four_earlier_reports_are_read() {
    for (name, first, count, told) in [
        ("000_36672dcdd1d26fa3.txt", "I. Công tác chỉ đạo, điều hành cải cách hành chính", 16, ""),
        ("001_3ab182b739c5c35a.txt", "I. Công tác chỉ đạo, điều hành cải cách hành chính", 28, "kỳ sau"),
        ("002_ccb5cca196e6a642.txt", "I. Công tác chỉ đạo, điều hành cải cách hành chính", 43, "kỳ này"),
        ("003_dcff9b89ebfe2eb6.txt", "I. Đặc điểm tình hình của đơn vị", 18, ""),
    ] {
        let Some(path) = shared(&format!("seeds/{name}")) else {
            skipped(name);
            continue;
        };
        let taken = read_report(name, &std::fs::read(path).unwrap(), None).unwrap();
        let draft = Ledger::outline_in(&taken).unwrap();
        let headings = headings(&draft.form);
        assert_eq!(headings.first().map(String::as_str), Some(first), "{name}");
        assert!(headings.len() >= count, "{name}: {} of {count}: {headings:#?}", headings.len());
        assert!(draft.notes.join(" ").contains(told), "{name}: {:?}", draft.notes);
        assert!(!draft.form.sections.iter().any(|section| section.title.contains("Trên đây")), "{name}");
    }
}

#[test]
fn a_paper_without_headings_has_no_outline() {
    let text = "BÁO CÁO\nTình hình chung\n\nXã đã làm xong việc trong tháng.\n\nTrên đây là báo cáo của xã./.\n";
    let taken = read_report("bc.txt", text.as_bytes(), None).unwrap();
    assert_eq!(Ledger::outline_in(&taken).unwrap_err().code(), "no-headings");
}
