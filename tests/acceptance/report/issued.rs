//! Reports that went up: what is recorded of them, and whose a file is.

use super::*;
use ledger::Verdict;
use ledger::take_in::read_report;
use ledger::typeset::Unfit;

#[test]
fn what_happened_is_recorded_late_and_in_any_order() {
    let (mut desk, id) = desk_with_report();
    desk.ledger.issue_report(id, &IssueDraft { number: "5".into(), ..IssueDraft::default() }, &on("2026-09-20")).unwrap();
    let document = desk.ledger.report_document(id).unwrap();
    assert_eq!(document.letterhead.number.unwrap().number.as_deref(), Some("05"));
    assert_eq!(document.letterhead.place.unwrap().day, None);
    desk.ledger.issue_report(id, &IssueDraft { day: "18/9/2026".into(), ..IssueDraft::default() }, &on("2026-09-25")).unwrap();
    let row = desk.ledger.report_view(id).unwrap().row;
    assert_eq!((row.state, row.number.as_str()), (ReportState::Issued, "05/BC-UBND ngày 18/09/2026"));
    let error = desk.ledger.issue_report(id, &IssueDraft { day: "31/02/2026".into(), ..IssueDraft::default() }, &on("2026-09-25")).unwrap_err();
    assert_eq!(error.code(), "bad-day");
}

#[test]
fn verify_knows_our_bytes_our_bytes_with_more_and_others() {
    let (mut desk, id) = desk_with_report();
    let document = desk.ledger.report_document(id).unwrap();
    let pdf = typeset::pdf(&document).unwrap();
    desk.ledger.submit_report(id, &document, FACE, &pdf, &on("2026-09-14")).unwrap();
    let verdict = |desk: &Desk, bytes: &[u8]| desk.ledger.verify_file(bytes, || Err(Unfit::Incomplete)).unwrap().verdict;
    let more = [pdf.as_slice(), b"\nchu ky so"].concat();
    let mut changed = pdf.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    assert_eq!(verdict(&desk, &pdf), Verdict::Ours);
    for more in [more, [pdf.as_slice(), b"\n"].concat()] {
        let verified = desk.ledger.verify_file(&more, || Err(Unfit::Incomplete)).unwrap();
        assert_eq!(verified.verdict, Verdict::OursMore, "what follows is no signature");
        assert!(verified.sentence().contains("nhưng sau đó có phần thêm vào không phải chữ ký số: trang có thể đã đổi"), "{}", verified.sentence());
    }
    assert_eq!(verdict(&desk, &changed), Verdict::NotOurs);
    assert_eq!(verdict(&desk, b""), Verdict::NotOurs);
    assert!(desk.ledger.verify_ledger().unwrap().is_empty());
    desk.ledger.issue_report(id, &IssueDraft { number: "31".into(), day: "15/9/2026".into(), signed: None }, &on("2026-09-16")).unwrap();
    assert_eq!(verdict(&desk, &pdf), Verdict::Ours, "also after it was issued");
    let numbered = typeset::pdf(&desk.ledger.report_document(id).unwrap()).unwrap();
    assert_eq!(verdict(&desk, &numbered), Verdict::Ours);
}

#[test]
fn a_signed_file_that_is_no_pdf_is_refused_and_vouches_for_nothing() {
    let (mut desk, id) = desk_with_report();
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in [("rong.pdf", "".as_bytes()), ("chu.pdf", b"abc".as_slice())] {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let draft = IssueDraft { signed: Some(path.display().to_string()), ..IssueDraft::default() };
        assert_eq!(desk.ledger.issue_report(id, &draft, &on("2026-09-20")).unwrap_err().code(), "not-pdf", "{name}");
    }
    assert_eq!(desk.ledger.report_view(id).unwrap().row.state, ReportState::Draft);
    let path = folder.path().join("nham.pdf");
    std::fs::write(&path, b"%PDF-1.7 another paper").unwrap();
    let draft = IssueDraft { signed: Some(path.display().to_string()), ..IssueDraft::default() };
    desk.ledger.issue_report(id, &draft, &on("2026-09-20")).unwrap();
    assert_eq!(desk.ledger.verify_file(b"%PDF-1.7 another paper", || Err(Unfit::Incomplete)).unwrap().verdict, Verdict::Ours);
    desk.ledger.undo(&on("2026-09-20")).unwrap();
    assert_eq!(
        desk.ledger.verify_file(b"%PDF-1.7 another paper", || Err(Unfit::Incomplete)).unwrap().verdict,
        Verdict::NotOurs,
        "recorded in error, taken back"
    );
}

#[test]
fn a_signed_file_that_is_not_this_reports_own_is_kept_and_warned_about() {
    let (mut desk, other) = desk_with_report();
    let draft = NewReport { kind: ReportKind::Annual, period: "2026".into(), from: None, to: None, as_of: None, appendix: false, statistics: false };
    let id = desk.ledger.new_report(&draft, &on("2026-09-10")).unwrap().thing.unwrap();
    let mut papers = Vec::new();
    for report in [other, id] {
        let document = desk.ledger.report_document(report).unwrap();
        papers.push(typeset::pdf(&document).unwrap());
        desk.ledger.submit_report(report, &document, FACE, papers.last().unwrap(), &on("2026-09-14")).unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let warned = |desk: &mut Desk, name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let draft = IssueDraft { signed: Some(path.display().to_string()), ..IssueDraft::default() };
        desk.ledger.issue_report(id, &draft, &on("2026-09-20")).unwrap();
        desk.ledger.papers().unwrap().signed_doubt(id, bytes, || Err(Unfit::Incomplete)).unwrap().expect("a doubt")
    };
    assert!(warned(&mut desk, "nham.pdf", &papers[0]).contains("là tệp của báo cáo quý III năm 2026, không phải của báo cáo này"));
    assert!(warned(&mut desk, "chua-ky.pdf", &papers[1]).contains("chưa có chữ ký số"));
    assert!(warned(&mut desk, "them.pdf", &[papers[1].as_slice(), b"\n"].concat()).contains("phần thêm vào không phải chữ ký số"));
    let verdict = desk.ledger.verify_file(&[papers[1].as_slice(), b"\n"].concat(), || Err(Unfit::Incomplete)).unwrap().verdict;
    assert_eq!(verdict, Verdict::OursMore, "recording it made it no better");
    assert!(warned(&mut desk, "quet.pdf", b"%PDF-1.4 scan").contains("Nếu là bản quét"));
    assert!(desk.ledger.issue_report(id, &IssueDraft::default(), &on("2026-09-20")).unwrap().warnings.is_empty());
}

#[test]
fn a_number_and_a_day_that_cannot_be_are_kept_and_warned_about() {
    let (mut desk, id) = desk_with_report();
    let document = desk.ledger.report_document(id).unwrap();
    let pdf = typeset::pdf(&document).unwrap();
    desk.ledger.submit_report(id, &document, FACE, &pdf, &on("2026-09-16")).unwrap();
    let draft = IssueDraft { number: "300/BC-HĐND".into(), day: "2026-01-05".into(), signed: None };
    let written = desk.ledger.issue_report(id, &draft, &on("2026-09-20")).unwrap();
    assert_eq!(
        written.warnings,
        [
            "Ký hiệu vừa ghi là BC-HĐND, ký hiệu của văn bản này là BC-UBND; sổ ghi 300/BC-UBND. Hãy xem lại số, ký hiệu.",
            "Ngày ban hành 05/01/2026 ở trước ngày tính số liệu của báo cáo, 14/09/2026. Hãy xem lại ngày.",
            "Ngày ban hành 05/01/2026 ở trước ngày trình, 16/09/2026. Hãy xem lại ngày.",
        ]
    );
    assert_eq!(desk.ledger.report_view(id).unwrap().row.number, "300/BC-UBND ngày 05/01/2026");
    // What is left empty was doubted before; what is right now is doubted no more.
    assert!(desk.ledger.issue_report(id, &IssueDraft::default(), &on("2026-09-20")).unwrap().warnings.is_empty());
    let right = IssueDraft { number: "300/BC-UBND".into(), day: "2026-09-17".into(), signed: None };
    assert!(desk.ledger.issue_report(id, &right, &on("2026-09-20")).unwrap().warnings.is_empty());
}

#[test]
fn the_face_of_what_was_sent_up_is_kept() {
    let (mut desk, id) = desk_with_report();
    assert_eq!(desk.ledger.frozen_face(id).unwrap(), None);
    let document = desk.ledger.report_document(id).unwrap();
    desk.ledger.submit_report(id, &document, "Times New Roman 7.00", &typeset::pdf(&document).unwrap(), &on("2026-09-14")).unwrap();
    assert_eq!(desk.ledger.frozen_face(id).unwrap().as_deref(), Some("Times New Roman 7.00"));
    // A ledger from before faces could be chosen says nothing: there was one.
    let file = rusqlite::Connection::open(desk.folder().join(ledger::store::DATABASE)).unwrap();
    file.execute_batch("UPDATE submission SET body = json_remove(body, '$.face')").unwrap();
    assert_eq!(desk.ledger.frozen_face(id).unwrap().as_deref(), Some(FACE));
    assert_eq!(desk.ledger.report_document(id).unwrap().body, document.body, "the document is read as before");
}

#[test]
fn what_was_issued_is_listed_with_the_symbol_of_its_own_letterhead() {
    let plan = "\
ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ LAM KHÊ               Độc lập - Tự do - Hạnh phúc
Số:      /KH-UBND        Lam Khê, ngày    tháng    năm 2026

KẾ HOẠCH
Tập huấn kỹ năng số năm 2026

I. MỤC ĐÍCH

Mỗi thôn có một người biết hướng dẫn nộp hồ sơ qua mạng.

II. TỔ CHỨC THỰC HIỆN

Phòng Văn hóa - Xã hội mở hai lớp trước tháng 9 năm 2026./.

Nơi nhận:                TM. ỦY BAN NHÂN DÂN
- Như trên;              CHỦ TỊCH
- Lưu: VT, VHXH.         Trần Minh Khang
";
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let taken = read_report("ke-hoach.txt", plan.as_bytes(), None).unwrap();
    let id = desk.ledger.take_in_report(&taken, &on("2026-09-10")).unwrap().thing.unwrap();
    desk.ledger.issue_report(id, &IssueDraft { number: "9".into(), day: "15/9/2026".into(), signed: None }, &on("2026-09-16")).unwrap();
    assert_eq!(desk.ledger.report_view(id).unwrap().row.number, "09/KH-UBND ngày 15/09/2026");
}
