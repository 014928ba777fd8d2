//! The report's own task, which recurs: the occurrence of the report's own period is done by it, however late it is issued.

use super::*;

/// A plan whose row 9 asks for the report of each quarter, six months, and the year.
fn desk() -> Desk {
    let (mut desk, _) = desk_with_report();
    let words = TaskDraft {
        tt: "9".into(),
        content: "Báo cáo định kỳ công tác cải cách hành chính".into(),
        lead: "Phòng Văn hóa - Xã hội".into(),
        deadline_text: "Quý I, 6 tháng, quý III và năm".into(),
        product: "Báo cáo của UBND xã".into(),
        ..TaskDraft::default()
    };
    desk.ledger.edit_task(desk.task("9"), &words, &on("2026-01-06")).unwrap();
    desk
}

/// Begins a report, sends it up and issues it, all on one day; what is proposed then.
fn issued(desk: &mut Desk, kind: ReportKind, period: &str, number: &str, day: &str) -> Vec<DoneProposal> {
    let draft = NewReport { kind, period: period.into(), from: None, to: None, as_of: None, appendix: false, statistics: false };
    let report = desk.ledger.new_report(&draft, &on(day)).unwrap().thing.unwrap();
    let document = desk.ledger.report_document(report).unwrap();
    desk.ledger.submit_report_with(report, &document, FACE, &typeset::pdf(&document).unwrap(), "xong", &on(day)).unwrap();
    desk.ledger.issue_report(report, &IssueDraft { number: number.into(), day: day.into(), signed: None }, &on(day)).unwrap();
    desk.ledger.report_view(report).unwrap().own_tasks
}

fn take(desk: &mut Desk, one: &DoneProposal, today: &str) {
    let draft = ProgressDraft {
        tasks: vec![one.task],
        state: "done".into(),
        day: one.day.to_string(),
        occurrence: one.occurrence,
        documents: vec![one.document],
        ..ProgressDraft::default()
    };
    desk.ledger.record_progress(&draft, &on(today)).unwrap();
}

#[test]
fn a_late_report_does_the_occurrence_of_its_own_period_and_a_second_one_none() {
    let mut desk = desk();
    let proposed = issued(&mut desk, ReportKind::Quarterly, "2026-Q3", "31", "2026-10-05");
    assert_eq!(proposed.iter().map(|one| one.tt.as_str()).collect::<Vec<_>>(), ["9"], "{proposed:?}");
    let due = proposed[0].sentence.clone();
    assert!(due.contains("lần đến hạn") && due.contains("/09/2026"), "{due}");
    take(&mut desk, &proposed[0], "2026-10-05");
    // Another report of a period that was reported already.
    let again = issued(&mut desk, ReportKind::Quarterly, "2026-Q3", "77", "2026-12-15");
    assert!(again.is_empty(), "{again:?}");
    // The year's own is still open.
    let year = issued(&mut desk, ReportKind::Annual, "2026", "90", "2026-12-16");
    assert!(year[0].sentence.contains("/12/2026") && year[0].occurrence != proposed[0].occurrence, "{year:?}");
}

#[test]
fn the_report_of_a_year_issued_in_the_next_one_is_a_task_of_its_own_year() {
    let mut desk = desk();
    let proposed = issued(&mut desk, ReportKind::Annual, "2026", "02", "2027-01-05");
    assert_eq!(proposed.iter().map(|one| (one.task, one.day)).collect::<Vec<_>>(), [(desk.task("9"), day("2027-01-05"))], "{proposed:?}");
}
