//! Numbers used twice, and Word files that are another report's.

use super::{refused, report};
use ledger::view::{DocumentForm, IssueDraft, ReportKind};
use ledger::word::docx_of;
use tests::{Desk, day, on};

fn issue(desk: &mut Desk, report: i64, number: &str, on_day: &str) -> String {
    let draft = IssueDraft { number: number.into(), day: on_day.into(), signed: None };
    desk.ledger.issue_report(report, &draft, &on("2026-09-20")).unwrap().summary
}

#[test]
fn a_number_used_twice_is_a_warning_and_neither_document_is_touched() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let (half, quarter) = (report(&mut desk, ReportKind::SixMonth, "2026-H1"), report(&mut desk, ReportKind::Quarterly, "2026-Q3"));
    assert_eq!(issue(&mut desk, half, "31", "18/6/2026"), "Ghi nhận báo cáo 6 tháng đầu năm 2026 đã phát hành số 31 ngày 18/06/2026");
    let before = desk.ledger.register_view(day("2026-09-20")).unwrap().documents;
    assert_eq!(before.len(), 1);
    assert_eq!(
        issue(&mut desk, quarter, "31", "17/9/2026"),
        "Ghi nhận báo cáo quý III năm 2026 đã phát hành số 31 ngày 17/09/2026. Số này đã có ở Báo cáo số 31/BC-UBND ngày 18/6/2026, hãy kiểm tra lại"
    );
    let after = desk.ledger.register_view(day("2026-09-20")).unwrap().documents;
    assert_eq!(after.len(), 2, "each has its own entry");
    let first = after.iter().find(|one| one.id == before[0].id).unwrap();
    assert_eq!((first.day, &first.subject), (before[0].day, &before[0].subject));
    for one in &after {
        let warned: Vec<&str> = one.warnings.iter().map(|note| note.sentence.as_str()).collect();
        assert!(
            warned[0].starts_with("Số 31/BC-UBND đã có ở Báo cáo số 31/BC-UBND ngày ") && warned[0].ends_with(". Hãy kiểm tra lại."),
            "{warned:?}"
        );
    }
    // A slip is put right by recording again, and then nothing warns.
    assert_eq!(issue(&mut desk, quarter, "47", ""), "Ghi nhận báo cáo quý III năm 2026 đã phát hành số 47 ngày 17/09/2026");
    assert!(desk.ledger.register_view(day("2026-09-20")).unwrap().documents.iter().all(|one| one.warnings.is_empty()));
}

#[test]
fn a_number_used_twice_is_warned_about_while_the_day_is_blank() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let (half, quarter) = (report(&mut desk, ReportKind::SixMonth, "2026-H1"), report(&mut desk, ReportKind::Quarterly, "2026-Q3"));
    issue(&mut desk, half, "31", "18/6/2026");
    let draft = IssueDraft { number: "31".into(), ..IssueDraft::default() };
    let written = desk.ledger.issue_report(quarter, &draft, &on("2026-09-20")).unwrap();
    assert!(written.summary.contains("Số này đã có ở Báo cáo số 31/BC-UBND ngày 18/6/2026"), "{}", written.summary);
    assert_eq!(written.warnings, ["Số vừa ghi đã có ở Báo cáo số 31/BC-UBND ngày 18/6/2026. Hãy kiểm tra lại sổ văn bản."]);
    // Of another year it is another number.
    let next = report(&mut desk, ReportKind::Annual, "2027");
    let draft = IssueDraft { number: "31".into(), ..IssueDraft::default() };
    assert_eq!(desk.ledger.issue_report(next, &draft, &on("2026-09-20")).unwrap().warnings.len(), 1, "the other one has no day yet");
    let draft = IssueDraft { day: "17/9/2026".into(), ..IssueDraft::default() };
    assert_eq!(desk.ledger.issue_report(quarter, &draft, &on("2026-09-20")).unwrap().warnings.len(), 1);
    assert!(desk.ledger.issue_report(next, &IssueDraft::default(), &on("2026-09-20")).unwrap().warnings.is_empty());
}

#[test]
fn an_incoming_document_with_the_number_of_ours_is_another_document() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let quarter = report(&mut desk, ReportKind::Quarterly, "2026-Q3");
    let form = DocumentForm {
        kind: "Báo cáo".into(),
        number: "31/BC-UBND".into(),
        day: "05/9/2026".into(),
        issuer: "UBND xã An Bình".into(),
        subject: "kết quả".into(),
        ..DocumentForm::default()
    };
    desk.ledger.keep_document(&form, &on("2026-09-15")).unwrap();
    assert_eq!(issue(&mut desk, quarter, "31", "17/9/2026"), "Ghi nhận báo cáo quý III năm 2026 đã phát hành số 31 ngày 17/09/2026");
}

#[test]
fn a_returned_word_file_of_another_report_changes_neither() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let (half, quarter) = (report(&mut desk, ReportKind::SixMonth, "2026-H1"), report(&mut desk, ReportKind::Quarterly, "2026-Q3"));
    let paper = desk.ledger.report_document(half).unwrap();
    let uid = desk.ledger.report_uid(half).unwrap();
    for (file, sentence) in [
        (
            docx_of(&paper, Some(&uid)).unwrap(),
            "Tệp này là bản Word của “Báo cáo 6 tháng đầu năm 2026”; báo cáo đang mở giữ nguyên. Hãy mở báo cáo đó rồi nhận lại tệp.",
        ),
        (
            docx_of(&paper, Some("0197-khac")).unwrap(),
            "Tệp này là bản Word của một báo cáo không có trong sổ này; báo cáo đang mở giữ nguyên. Hãy chọn đúng tệp đã gửi đi.",
        ),
        (b"PK\x03\x04 khong phai Word".to_vec(), "Tệp không phải là tệp Word (.docx). Hãy mở tệp bằng Word, chọn Lưu thành .docx rồi thử lại."),
        (Vec::new(), "Tệp rỗng, không có gì để đọc. Hãy chọn lại đúng tệp."),
    ] {
        assert_eq!(refused(&mut desk, |desk| desk.ledger.take_back(quarter, &file)), sentence);
    }
}
