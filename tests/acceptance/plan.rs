//! Keeping and editing a plan.

use ledger::view::TaskDraft;
use tests::{Desk, day, on, plan};

fn order(desk: &Desk) -> Vec<String> {
    desk.ledger.plan_view(None, day("2026-06-01")).unwrap().tasks.into_iter().map(|row| row.tt).collect()
}

fn draft(tt: &str, deadline: &str) -> TaskDraft {
    TaskDraft { tt: tt.into(), content: format!("Nhiệm vụ thêm {tt}"), deadline_text: deadline.into(), ..TaskDraft::default() }
}

#[test]
fn rows_are_added_moved_and_keep_their_order() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II"), ("3", "Quý III")]);
    let view = desk.ledger.plan_view(None, day("2026-06-01")).unwrap();
    let (plan, group) = (view.plan.unwrap().id, view.groups[0].id);
    let one = desk.task("1");
    // So often at one place that no whole number is left between the neighbours.
    for nth in 0..15 {
        desk.ledger.add_task(plan, group, Some(one), &draft(&format!("1.{nth}"), "Quý I"), &on("2026-01-06")).unwrap();
    }
    let added: Vec<String> = (0..15).rev().map(|nth| format!("1.{nth}")).collect();
    let expected: Vec<String> = ["1".to_owned()].into_iter().chain(added).chain(["2".to_owned(), "3".to_owned()]).collect();
    assert_eq!(order(&desk), expected);
    desk.ledger.move_task(desk.task("3"), group, None, &on("2026-01-06")).unwrap();
    assert_eq!(order(&desk)[0], "3");
    desk.ledger.move_task(desk.task("3"), group, Some(desk.task("2")), &on("2026-01-06")).unwrap();
    assert_eq!(order(&desk), expected);
}

#[test]
fn words_stay_as_written_beside_what_they_mean() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let task = desk.task("1");
    desk.ledger.edit_task(task, &draft("1", "Trước ngày 15/12"), &on("2026-01-06")).unwrap();
    let row = desk.ledger.task_view(task, day("2026-06-01")).unwrap().row;
    assert_eq!((row.deadline_text.as_str(), row.deadline.last), ("Trước ngày 15/12", Some(day("2026-12-14"))));
    desk.ledger.edit_task(task, &draft("1", "Xong đợt II"), &on("2026-01-06")).unwrap();
    let row = desk.ledger.task_view(task, day("2026-06-01")).unwrap().row;
    assert_eq!((row.deadline_text.as_str(), row.deadline.last, row.warnings.len()), ("Xong đợt II", None, 2), "{:?}", row.warnings);
    let answered = TaskDraft { answered_last: Some("31/10/2026".into()), ..draft("1", "Xong đợt II") };
    desk.ledger.edit_task(task, &answered, &on("2026-01-06")).unwrap();
    let row = desk.ledger.task_view(task, day("2026-11-01")).unwrap().row;
    assert_eq!((row.deadline.last, row.state_hint.as_str()), (Some(day("2026-10-31")), "1 ngày"));
}

#[test]
fn a_typed_deadline_that_is_no_day_is_refused() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let task = desk.task("1");
    for words in ["28/72025", "31/02/2026", "32/1/2026"] {
        let error = desk.ledger.edit_task(task, &draft("1", words), &on("2026-01-06")).expect_err(words);
        assert_eq!(error.code(), "bad-day", "{words}");
        assert!(error.to_string().contains(words), "{error}");
    }
    let error = desk.ledger.edit_task(task, &TaskDraft { content: " ".into(), ..draft("1", "Quý I") }, &on("2026-01-06")).expect_err("an empty task");
    assert_eq!(error.code(), "empty");
    assert_eq!(desk.ledger.task_view(task, day("2026-06-01")).unwrap().row.deadline_text, "Quý I");
}

#[test]
fn a_second_plan_of_the_same_period_does_not_take_the_place_of_the_main_one() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    desk.ledger.keep_plan(&plan(&[("1", "Quý I"), ("2", "Quý II")]), &on("2026-01-07")).unwrap();
    assert_eq!(desk.counts("2026-06-01"), "1 = 0 + 0 + 1 + 0 + 0 + 0");
    let plans = desk.ledger.plan_view(None, day("2026-06-01")).unwrap().plans;
    assert_eq!(plans.iter().filter(|plan| plan.main).count(), 1);
}

#[test]
fn the_same_words_kept_again_are_no_change() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let task = desk.task("1");
    let same = TaskDraft {
        tt: "1".into(),
        content: "Nhiệm vụ số 1".into(),
        lead: "Phòng Văn hóa - Xã hội".into(),
        coordinating: "Các phòng, đơn vị".into(),
        deadline_text: "Quý I".into(),
        product: "Báo cáo".into(),
        answered_last: None,
        event_day: None,
        own_day: None,
    };
    let log = desk.ledger.log(100).unwrap();
    desk.ledger.edit_task(task, &same, &on("2026-01-06")).unwrap();
    assert_eq!(desk.ledger.log(100).unwrap(), log);
}
