//! Documents registered once, cited by progress, proposed as products.

use ledger::view::{DocumentForm, ProgressDraft};
use tests::{Desk, day, on};

fn document(kind: &str, number: &str, on: &str, subject: &str) -> DocumentForm {
    DocumentForm {
        kind: kind.into(),
        number: number.into(),
        day: on.into(),
        issuer: "UBND xã Lam Khê".into(),
        subject: subject.into(),
        ..DocumentForm::default()
    }
}

#[test]
fn a_document_is_typed_once_and_cited_by_many_rows() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II")]);
    let form = document("Kế hoạch", "12/KH-UBND", "15/01/2026", "Tuyên truyền cải cách hành chính năm 2026");
    let id = desk.ledger.keep_document(&form, &on("2026-01-16")).unwrap().thing.unwrap();
    for tt in ["1", "2"] {
        let draft = ProgressDraft {
            tasks: vec![desk.task(tt)],
            state: "done".into(),
            day: "15/01/2026".into(),
            documents: vec![id],
            ..ProgressDraft::default()
        };
        desk.ledger.record_progress(&draft, &on("2026-01-16")).unwrap();
    }
    let view = desk.ledger.register_view(day("2026-02-01")).unwrap();
    let row = &view.documents[0];
    assert_eq!(row.cited.iter().map(|one| one.tt.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!(row.full, "Kế hoạch số 12/KH-UBND ngày 15/01/2026 của UBND xã Lam Khê về tuyên truyền cải cách hành chính năm 2026");
    assert_eq!(row.short, "Kế hoạch số 12/KH-UBND");
    let history = desk.ledger.task_view(desk.task("1"), day("2026-02-01")).unwrap().history;
    assert!(history[0].sentence.ends_with("tài liệu kiểm chứng: Kế hoạch số 12/KH-UBND ngày 15/01/2026."), "{}", history[0].sentence);
    assert_eq!(history[0].documents, [id]);
    let refused = desk.ledger.remove_document(id, &on("2026-02-01")).expect_err("it is cited");
    assert_eq!(refused.code(), "document-cited");
}

#[test]
fn the_same_number_twice_is_a_warning_and_kept() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    for subject in ["kiểm tra", "tập huấn"] {
        desk.ledger.keep_document(&document("Kế hoạch", "12/KH-UBND", "15/01/2026", subject), &on("2026-01-16")).unwrap();
    }
    let view = desk.ledger.register_view(day("2026-02-01")).unwrap();
    assert_eq!(view.documents.len(), 2);
    for row in &view.documents {
        assert_eq!(row.warnings.iter().map(|note| note.code.as_str()).collect::<Vec<_>>(), ["number-repeated"]);
    }
}

#[test]
fn a_registered_product_proposes_its_task_as_done_on_its_day() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II")]);
    let task = desk.task("1");
    let words = ledger::view::TaskDraft {
        tt: "1".into(),
        content: "Ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2026".into(),
        deadline_text: "Quý I".into(),
        product: "Kế hoạch".into(),
        ..Default::default()
    };
    desk.ledger.edit_task(task, &words, &on("2026-01-10")).unwrap();
    let form = document("Kế hoạch", "12/KH-UBND", "15/01/2026", "Tuyên truyền cải cách hành chính năm 2026");
    let id = desk.ledger.keep_document(&form, &on("2026-01-16")).unwrap().thing.unwrap();
    let proposals = desk.ledger.register_view(day("2026-01-20")).unwrap().proposals;
    assert_eq!(proposals.iter().map(|one| (one.document, one.task, one.day)).collect::<Vec<_>>(), [(id, task, day("2026-01-15"))]);
    let draft = ProgressDraft { tasks: vec![task], state: "done".into(), day: "15/01/2026".into(), documents: vec![id], ..ProgressDraft::default() };
    desk.ledger.record_progress(&draft, &on("2026-01-20")).unwrap();
    assert!(desk.ledger.register_view(day("2026-01-20")).unwrap().proposals.is_empty(), "it is done now");
    desk.ledger.undo(&on("2026-01-20")).unwrap();
    assert_eq!(desk.ledger.register_view(day("2026-01-20")).unwrap().proposals.len(), 1, "and proposed again when that is taken back");
}

#[test]
fn a_file_is_kept_with_its_document_and_comes_out_as_it_went_in() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let id = desk.ledger.keep_document(&document("Báo cáo", "5/BC-UBND", "02/02/2026", "sơ kết"), &on("2026-02-03")).unwrap().thing.unwrap();
    let path = desk.folder().join("Báo cáo đã ký.pdf");
    std::fs::write(&path, b"%PDF-1.7 scan").unwrap();
    desk.ledger.attach_file(id, &path, &on("2026-02-03")).unwrap();
    std::fs::remove_file(&path).unwrap();
    let file = desk.ledger.register_view(day("2026-02-04")).unwrap().documents[0].files[0].clone();
    assert_eq!(desk.ledger.kept_file(file.id).unwrap(), ("Báo cáo đã ký.pdf".to_owned(), b"%PDF-1.7 scan".to_vec()));
    desk.ledger.remove_file(file.id, &on("2026-02-04")).unwrap();
    assert!(desk.ledger.register_view(day("2026-02-04")).unwrap().documents[0].files.is_empty());
    assert!(desk.ledger.verify_ledger().unwrap().is_empty(), "its bytes are still there");
}

#[test]
fn the_evidence_of_a_plan_is_packed_by_number_and_the_gaps_are_named() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý I"), ("3", "Quý I")]);
    let mut ids = Vec::new();
    for (number, subject) in [("12/KH-UBND", "tuyên truyền"), ("13/BC-UBND", "sơ kết")] {
        ids.push(desk.ledger.keep_document(&document("Kế hoạch", number, "15/01/2026", subject), &on("2026-01-16")).unwrap().thing.unwrap());
    }
    let path = desk.folder().join("bản ký.PDF");
    std::fs::write(&path, b"scan").unwrap();
    desk.ledger.attach_file(ids[0], &path, &on("2026-01-16")).unwrap();
    for (tt, documents, evidence) in [("1", vec![ids[0]], ""), ("2", vec![ids[0], ids[1]], "Biên bản họp"), ("3", vec![], "")] {
        let draft = ProgressDraft {
            tasks: vec![desk.task(tt)],
            state: "done".into(),
            day: "20/01/2026".into(),
            documents,
            evidence: evidence.into(),
            ..ProgressDraft::default()
        };
        desk.ledger.record_progress(&draft, &on("2026-01-21")).unwrap();
    }
    let plan = desk.ledger.plan_view(None, day("2026-02-01")).unwrap().plan.unwrap().id;
    let asked = ledger::view::PackAsked { plan, group: None, from: None, to: None };
    let pack = desk.ledger.evidence_pack(&asked, day("2026-02-01")).unwrap();
    assert_eq!(
        pack.files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice())).collect::<Vec<_>>(),
        [("01_KeHoachSo12KhUbnd.pdf", &b"scan"[..])]
    );
    let [proofs, _, gaps] = pack.list.appendices[0].body.as_slice() else { panic!("two tables") };
    assert!(proofs.plain().contains("TT 1, 2\n01_KeHoachSo12KhUbnd.pdf"), "{}", proofs.plain());
    assert!(gaps.plain().contains("TT 3\nNhiệm vụ số 3: đã hoàn thành, chưa có tài liệu kiểm chứng"), "{}", gaps.plain());
    assert!(gaps.plain().contains("13/BC-UBND ngày 15/01/2026 của UBND xã Lam Khê về sơ kết: chưa có tệp trong sổ"), "{}", gaps.plain());
    assert_eq!(pack.gaps, 3, "TT 3, the report without a file, the minutes that were only typed");
    ledger::typeset::pdf(&pack.list).unwrap();
    let later = ledger::view::PackAsked { from: Some(day("2026-01-25")), ..asked };
    assert_eq!(desk.ledger.evidence_pack(&later, day("2026-02-01")).unwrap().gaps, 0, "nothing was noted in that window");
}

#[test]
fn a_document_without_a_number_is_named_by_its_day_once() {
    let mut desk = Desk::empty();
    let form = DocumentForm { kind: "Biên bản".into(), day: "15/01/2026".into(), subject: "họp giao ban".into(), ..DocumentForm::default() };
    desk.ledger.keep_document(&form, &on("2026-01-20")).unwrap();
    let row = desk.ledger.register_view("2026-01-20".parse().unwrap()).unwrap().documents.pop().unwrap();
    assert_eq!((row.short.as_str(), row.full.as_str()), ("Biên bản ngày 15/01/2026", "Biên bản ngày 15/01/2026 về họp giao ban"));
}
