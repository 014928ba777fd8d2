//! Returned files that are not taken: of another report, of none, too late, or not as they were looked at.

use super::*;

#[test]
fn files_that_are_not_this_reports_are_refused_and_nothing_is_lost() {
    let mut leader = Leader::new();
    let before = leader.text();
    let draft =
        NewReport { kind: ReportKind::SixMonth, period: "2026-H1".into(), from: None, to: None, as_of: None, appendix: false, statistics: false };
    let other = leader.desk.ledger.new_report(&draft, &on("2026-09-10")).unwrap().thing.unwrap();
    let paper = leader.desk.ledger.report_document(other).unwrap();
    let named = |uid: &str| docx_of(&paper, Some(uid)).unwrap();
    let uid = leader.desk.ledger.report_uid(other).unwrap();
    assert!(leader.refusal(&named(&uid)).contains("“Báo cáo 6 tháng"), "{}", leader.refusal(&named(&uid)));
    assert!(leader.refusal(&named("0197-khac")).contains("không có trong sổ này"));
    let strange = Document {
        body: vec![Block::Para { id: String::new(), text: vec![Inline::words("Giấy mời họp tổ dân phố.")] }],
        ..Document::default()
    };
    assert!(leader.refusal(&docx_of(&strange, None).unwrap()).contains("không có đoạn nào của báo cáo này"));
    assert!(leader.refusal(b"PK\x03\x04 nothing").contains("không phải là tệp Word"));
    assert_eq!(leader.text(), before);
}

#[test]
fn only_a_draft_takes_edits_and_only_as_they_were_looked_at() {
    let mut leader = Leader::new();
    let file = leader.file(|body| reworded(body, "p1", "kiện toàn", "củng cố"));
    let token = leader.back(&file).token;
    let text = |id: &str, words: &str| Block::Para { id: id.into(), text: vec![Inline::words(words)] };
    leader.desk.ledger.keep_section(leader.report, "I.1", vec![text("p1", "Viết lại.")], &on("2026-09-11")).unwrap();
    let stale = BackAnswer { token, taken: vec!["1".into()], figures: Vec::new() };
    assert_eq!(leader.desk.ledger.accept_back(leader.report, &file, &stale, &on("2026-09-12")).unwrap_err().code(), "back-changed");

    let document = leader.desk.ledger.report_document(leader.report).unwrap();
    let pdf = typeset::pdf(&document).unwrap();
    leader.desk.ledger.submit_report(leader.report, &document, FACE, &pdf, &on("2026-09-14")).unwrap();
    assert!(leader.refusal(&file).contains("Rút lại"));
    leader.desk.ledger.withdraw_report(leader.report, &on("2026-09-15")).unwrap();
    assert_eq!(leader.back(&file).differences.len(), 1);
    leader.desk.ledger.issue_report(leader.report, &IssueDraft::default(), &on("2026-09-16")).unwrap();
    assert!(leader.refusal(&file).contains("báo cáo thay thế"));
}
