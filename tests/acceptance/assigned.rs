//! Tasks that a document gives: counted apart, and once when they are rows of the plan too.

use ledger::Level;
use ledger::view::{AssignedForm, ProgressDraft};
use tests::{Desk, day, on};

fn form(given: &str, deadline: &str) -> AssignedForm {
    AssignedForm {
        level: "above".into(),
        given: given.into(),
        giver: "UBND thành phố".into(),
        document: "Công văn số 8/UBND-NC ngày 02/01/2026".into(),
        content: "Báo cáo kết quả rà soát".into(),
        deadline_text: deadline.into(),
        ..AssignedForm::default()
    }
}

fn note(desk: &mut Desk, task: i64, state: &str, happened: &str) {
    let draft = ProgressDraft { tasks: vec![task], state: state.into(), day: happened.into(), ..ProgressDraft::default() };
    desk.ledger.record_progress(&draft, &on(happened)).unwrap();
}

/// Seed 000: 21 = 16 + 5; 18 on time, 1 late, 0 overdue, 2 in progress.
#[test]
fn the_six_counts_of_the_inspection_report_come_out() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    for nth in 0..21 {
        let deadline = if nth < 16 { "30/6/2026" } else { "" };
        let task = desk.ledger.keep_assigned(&form("2026-02-01", deadline), &on("2026-02-01")).unwrap().thing.unwrap();
        match nth {
            0 => note(&mut desk, task, "done", "2026-07-02"),
            1 => note(&mut desk, task, "in-progress", "2026-03-01"),
            2 => {
                let more = ProgressDraft {
                    tasks: vec![task],
                    state: "extended".into(),
                    day: "2026-06-20".into(),
                    new_last: "2026-12-31".into(),
                    reason: "văn bản".into(),
                    ..ProgressDraft::default()
                };
                desk.ledger.record_progress(&more, &on("2026-06-20")).unwrap();
            }
            _ => note(&mut desk, task, "done", "2026-06-01"),
        }
        if nth == 1 {
            let more = ProgressDraft {
                tasks: vec![task],
                state: "extended".into(),
                day: "2026-06-20".into(),
                new_last: "2026-12-31".into(),
                reason: "văn bản".into(),
                ..ProgressDraft::default()
            };
            desk.ledger.record_progress(&more, &on("2026-06-20")).unwrap();
        }
    }
    let view = desk.ledger.assigned_view(Level::Above, day("2026-09-14"), None).unwrap();
    let counts = view.counts;
    assert_eq!((counts.counts.total, counts.with_deadline, counts.without_deadline), (21, 16, 5));
    assert_eq!((counts.counts.done_on_time, counts.counts.done_late, counts.counts.overdue), (18, 1, 0));
    assert_eq!(counts.counts.in_progress + counts.counts.not_started, 2);
    assert_eq!(
        view.sentence,
        "Tổng số nhiệm vụ được giao: 21 nhiệm vụ (có thời hạn 16 nhiệm vụ, không có thời hạn 05 nhiệm vụ); hoàn thành đúng hạn 18 nhiệm vụ; \
         hoàn thành nhưng quá hạn 01 nhiệm vụ; quá hạn 0 nhiệm vụ; đang thực hiện 02 nhiệm vụ."
    );
    assert_eq!(view.rows.iter().map(|row| row.row.tt.as_str()).collect::<Vec<_>>()[..3], ["1", "2", "3"]);
}

#[test]
fn a_linked_task_is_noted_once_and_counted_in_both() {
    let mut desk = Desk::with_plan(&[("1", "Quý II")]);
    let row = desk.task("1");
    let linked = AssignedForm { linked: Some(row), ..form("2026-02-01", "31/3/2026") };
    let task = desk.ledger.keep_assigned(&linked, &on("2026-02-01")).unwrap().thing.unwrap();
    note(&mut desk, row, "done", "2026-04-10");
    assert_eq!(desk.counts("2026-05-01"), "1 = 1 + 0 + 0 + 0 + 0 + 0", "on time by the plan's deadline");
    let counts = desk.ledger.assigned_view(Level::Above, day("2026-05-01"), None).unwrap().counts.counts;
    assert_eq!((counts.total, counts.done_late), (1, 1), "late by its own");
    desk.ledger.undo(&on("2026-05-01")).unwrap();
    note(&mut desk, task, "done", "2026-03-30");
    assert_eq!(desk.counts("2026-05-01"), "1 = 1 + 0 + 0 + 0 + 0 + 0", "noted on the other side");
    let extended = ProgressDraft {
        tasks: vec![task],
        state: "extended".into(),
        day: "2026-03-01".into(),
        new_last: "2026-12-31".into(),
        reason: "văn bản".into(),
        ..ProgressDraft::default()
    };
    desk.ledger.record_progress(&extended, &on("2026-05-01")).unwrap();
    let last = desk.ledger.task_view(row, day("2026-05-01")).unwrap().row.deadline.last;
    assert_eq!(last, Some(day("2026-06-30")), "an extension is of one deadline alone");
}

#[test]
fn what_was_finished_before_the_from_day_is_shown_and_not_counted() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let old = desk.ledger.keep_assigned(&form("2025-06-01", "30/9/2025"), &on("2026-01-06")).unwrap().thing.unwrap();
    let open = desk.ledger.keep_assigned(&form("2025-06-01", "30/9/2025"), &on("2026-01-06")).unwrap().thing.unwrap();
    note(&mut desk, old, "done", "2025-09-01");
    let view = desk.ledger.assigned_view(Level::Above, day("2026-03-01"), None).unwrap();
    let shown: Vec<(i64, bool, bool)> = view.rows.iter().map(|row| (row.row.id, row.carried, row.counted)).collect();
    assert_eq!(shown, [(old, false, false), (open, true, true)]);
    assert_eq!(view.counts.counts.total, 1);
}

#[test]
fn a_recurring_task_with_other_periods_says_which_results_belong_to_none() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let quarterly = form("2026-01-02", "Hằng quý");
    let task = desk.ledger.keep_assigned(&quarterly, &on("2026-01-02")).unwrap().thing.unwrap();
    note(&mut desk, task, "done", "2026-03-20");
    let mut say = |deadline: &str| {
        let form = AssignedForm { id: Some(task), deadline_text: deadline.into(), ..quarterly.clone() };
        let summary = desk.ledger.keep_assigned(&form, &on("2026-04-01")).unwrap().summary;
        summary.split_once("rà soát").unwrap().1.to_owned()
    };
    assert_eq!(say("Ngày 20 tháng cuối quý"), "");
    assert_eq!(say("30/11/2026"), "; 1 lần thực hiện đã ghi kết quả không còn trong thời hạn mới, hãy xem lại");
}
