//! Undo and redo, and when they are refused.

use ledger::view::{ProgressDraft, TaskDraft};
use tests::{Desk, on, plan};

#[test]
fn one_undo_takes_a_whole_import_back_and_one_redo_brings_it_again() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II"), ("3", "Hằng quý")]);
    let before = desk.counts("2026-12-31");
    desk.ledger.undo(&on("2026-01-06")).unwrap();
    assert_eq!(desk.counts("2026-12-31"), "0 = 0 + 0 + 0 + 0 + 0 + 0");
    desk.ledger.redo(&on("2026-01-06")).unwrap();
    assert_eq!(desk.counts("2026-12-31"), before);
    desk.ledger.undo(&on("2026-01-06")).unwrap();
    assert_eq!(desk.counts("2026-12-31"), "0 = 0 + 0 + 0 + 0 + 0 + 0", "and back once more");
}

#[test]
fn many_steps_back_and_forth_end_where_they_began() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II")]);
    let mut seen = vec![desk.counts("2026-12-31")];
    for (tt, state, day) in
        [("1", "in-progress", "2026-01-10"), ("1", "done", "2026-02-10"), ("2", "stopped", "2026-03-01"), ("2", "done", "2026-04-01")]
    {
        desk.note(tt, state, day);
        seen.push(desk.counts("2026-12-31"));
    }
    for round in 0..3 {
        for step in (0..4).rev() {
            desk.ledger.undo(&on("2026-05-01")).unwrap();
            assert_eq!(desk.counts("2026-12-31"), seen[step], "undo {step} in round {round}");
        }
        for (step, counts) in seen.iter().enumerate().skip(1) {
            desk.ledger.redo(&on("2026-05-01")).unwrap();
            assert_eq!(&desk.counts("2026-12-31"), counts, "redo {step} in round {round}");
        }
        assert_eq!(desk.ledger.redo(&on("2026-05-01")).unwrap_err().code(), "nothing-to-redo");
    }
}

#[test]
fn an_edit_after_undo_ends_the_way_forward() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    desk.note("1", "done", "2026-01-10");
    desk.ledger.undo(&on("2026-01-11")).unwrap();
    desk.note("1", "in-progress", "2026-01-12");
    assert_eq!(desk.ledger.redo(&on("2026-01-13")).unwrap_err().code(), "nothing-to-redo");
    assert_eq!(desk.counts("2026-02-01"), "1 = 0 + 0 + 0 + 1 + 0 + 0");
}

#[test]
fn edits_of_a_row_are_taken_back_one_by_one() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let task = desk.task("1");
    for words in ["Quý II", "Hằng tháng", "Thường xuyên"] {
        let draft = TaskDraft { tt: "1".into(), content: format!("Nội dung {words}"), deadline_text: words.into(), ..TaskDraft::default() };
        desk.ledger.edit_task(task, &draft, &on("2026-01-10")).unwrap();
    }
    let mut shown = Vec::new();
    for _ in 0..3 {
        let view = desk.ledger.task_view(task, "2026-02-01".parse().unwrap()).unwrap();
        shown.push(format!("{} ({} lần)", view.row.deadline_text, view.occurrences.len()));
        desk.ledger.undo(&on("2026-01-11")).unwrap();
    }
    let view = desk.ledger.task_view(task, "2026-02-01".parse().unwrap()).unwrap();
    shown.push(format!("{} ({} lần)", view.row.deadline_text, view.occurrences.len()));
    assert_eq!(shown, ["Thường xuyên (0 lần)", "Hằng tháng (12 lần)", "Quý II (0 lần)", "Quý I (0 lần)"]);
}

#[test]
fn a_removed_row_comes_back_with_its_progress() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Hằng quý")]);
    desk.note("2", "done", "2026-02-10");
    let before = desk.counts("2026-03-20");
    desk.ledger.remove_task(desk.task("2"), &on("2026-03-21")).unwrap();
    assert_eq!(desk.counts("2026-03-20"), "1 = 0 + 0 + 0 + 0 + 1 + 0");
    desk.ledger.undo(&on("2026-03-21")).unwrap();
    assert_eq!(desk.counts("2026-03-20"), before);
}

#[test]
fn nothing_to_undo_is_a_sentence() {
    let mut desk = Desk::empty();
    let error = desk.ledger.undo(&on("2026-01-06")).unwrap_err();
    assert_eq!((error.code(), error.to_string().is_empty()), ("nothing-to-undo", false));
}

#[test]
fn an_action_that_fails_leaves_no_trace() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let before = desk.ledger.log(100).unwrap();
    let mut draft = plan(&[("1", "Quý I"), ("2", "Quý II")]);
    draft.rows[1].answered_last = Some("31/02/2026".into());
    assert_eq!(desk.ledger.keep_plan(&draft, &on("2026-01-07")).unwrap_err().code(), "bad-day");
    let progress = ProgressDraft { tasks: vec![desk.task("1"), 999_999], state: "done".into(), day: "2026-01-06".into(), ..ProgressDraft::default() };
    assert_eq!(desk.ledger.record_progress(&progress, &on("2026-01-07")).unwrap_err().code(), "not-found");
    assert_eq!(desk.ledger.log(100).unwrap(), before);
    assert_eq!(desk.ledger.plan_view(None, "2026-02-01".parse().unwrap()).unwrap().plans.len(), 1);
}

#[test]
fn ctrl_z_goes_no_further_back_than_this_opening() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    desk.note("1", "done", "2026-02-01");
    let mut desk = desk.reopened(&on("2026-02-02")).unwrap();
    assert_eq!(desk.ledger.undo_in_session(&on("2026-02-02")).unwrap_err().code(), "nothing-to-undo");
    desk.note("1", "in-progress", "2026-02-02");
    desk.ledger.undo_in_session(&on("2026-02-02")).unwrap();
    assert_eq!(desk.ledger.undo_in_session(&on("2026-02-02")).unwrap_err().code(), "nothing-to-undo");
    assert_eq!(desk.counts("2026-02-02"), "1 = 1 + 0 + 0 + 0 + 0 + 0");
    desk.ledger.redo_in_session(&on("2026-02-02")).unwrap();
    desk.ledger.undo_in_session(&on("2026-02-02")).unwrap();
    desk.ledger.undo(&on("2026-02-02")).unwrap();
    assert_eq!(desk.counts("2026-02-02"), "1 = 0 + 0 + 0 + 0 + 1 + 0", "older changes from the journal");
    let mut desk = desk.reopened(&on("2026-02-03")).unwrap();
    assert_eq!(desk.ledger.redo_in_session(&on("2026-02-03")).unwrap_err().code(), "nothing-to-redo", "Ctrl+Y on another day");
    desk.ledger.redo(&on("2026-02-03")).unwrap();
    assert_eq!(desk.counts("2026-02-03"), "1 = 1 + 0 + 0 + 0 + 0 + 0");
}

#[test]
fn letters_an_editor_took_back_are_taken_back_only_while_they_are_the_latest_change() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let day = on("2026-02-02");
    desk.note("1", "in-progress", "2026-02-01");
    let first = desk.ledger.log(1).unwrap()[0].change;
    desk.note("1", "done", "2026-02-02");
    let second = desk.ledger.log(1).unwrap()[0].change;
    assert_eq!(desk.ledger.undo_latest(first, &day).unwrap_err().code(), "nothing-to-undo");
    assert_eq!(desk.ledger.undo_latest(second + 1, &day).unwrap_err().code(), "nothing-to-undo", "no such change");
    desk.ledger.undo_latest(second, &day).unwrap();
    assert_eq!(desk.ledger.undo_latest(second, &day).unwrap_err().code(), "nothing-to-undo", "once");
    desk.ledger.undo_latest(first, &day).unwrap();
    let mut desk = desk.reopened(&on("2026-02-03")).unwrap();
    let made = desk.ledger.log(100).unwrap().iter().find(|row| !row.undone && !row.summary.starts_with("Trả lại")).unwrap().change;
    assert_eq!(desk.ledger.undo_latest(made, &on("2026-02-03")).unwrap_err().code(), "nothing-to-undo", "of another opening");
}
