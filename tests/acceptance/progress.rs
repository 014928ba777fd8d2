//! Noting progress, and what the counts say of any day.

use ledger::view::{ProgressDraft, State};
use tests::{Desk, day, on};

#[test]
fn the_state_of_a_row_on_each_day_of_its_life() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    desk.note("1", "in-progress", "2026-02-10");
    desk.note("1", "done", "2026-04-05");
    for (as_of, counts) in [
        ("2026-01-31", "1 = 0 + 0 + 0 + 0 + 1 + 0"),
        ("2026-02-10", "1 = 0 + 0 + 0 + 1 + 0 + 0"),
        ("2026-03-31", "1 = 0 + 0 + 0 + 1 + 0 + 0"),
        ("2026-04-01", "1 = 0 + 0 + 1 + 0 + 0 + 0"),
        ("2026-04-05", "1 = 0 + 1 + 0 + 0 + 0 + 0"),
    ] {
        assert_eq!(desk.counts(as_of), counts, "{as_of}");
    }
}

/// Late from the day after the last one; due soon on that day and for seven days before.
#[test]
fn the_week_s_digest_counts_what_is_late_and_what_is_due_within_seven_days() {
    let mut desk = Desk::with_plan(&[("1", "Chậm nhất 10/02/2026"), ("2", "Quý IV")]);
    for (today, told) in [
        ("2026-02-02", None),
        ("2026-02-03", Some("1 việc đến hạn trong 7 ngày tới.")),
        ("2026-02-10", Some("1 việc đến hạn trong 7 ngày tới.")),
        ("2026-02-11", Some("1 việc quá hạn.")),
    ] {
        assert_eq!(desk.ledger.weekly_digest(day(today)).unwrap().as_deref(), told, "{today}");
    }
    desk.note("1", "done", "2026-02-11");
    assert_eq!(desk.ledger.weekly_digest(day("2026-02-12")).unwrap(), None);
}

#[test]
fn an_extension_counts_from_the_day_it_was_granted() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let extension = ProgressDraft {
        tasks: vec![desk.task("1")],
        state: "extended".into(),
        day: "2026-04-10".into(),
        new_last: "2026-05-31".into(),
        reason: "Công văn số 15/UBND-VHXH ngày 10/4/2026".into(),
        ..ProgressDraft::default()
    };
    desk.ledger.record_progress(&extension, &on("2026-04-10")).unwrap();
    assert_eq!(desk.counts("2026-04-09"), "1 = 0 + 0 + 1 + 0 + 0 + 0", "overdue until the day before");
    assert_eq!(desk.counts("2026-04-10"), "1 = 0 + 0 + 0 + 0 + 1 + 0");
    desk.note("1", "done", "2026-05-20");
    assert_eq!(desk.counts("2026-05-20"), "1 = 1 + 0 + 0 + 0 + 0 + 0", "on time by the new day");
    let history = desk.ledger.task_view(desk.task("1"), day("2026-06-01")).unwrap().history;
    assert!(history[1].sentence.contains("gia hạn đến hết 31/05/2026, theo Công văn số 15/UBND-VHXH"), "{}", history[1].sentence);
}

#[test]
fn a_correction_replaces_and_the_first_words_stay_in_the_history() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let wrong = desk.note("1", "done", "2026-04-20");
    assert_eq!(desk.counts("2026-06-01"), "1 = 0 + 1 + 0 + 0 + 0 + 0");
    let right = ProgressDraft {
        corrects: Some(wrong),
        state: "done".into(),
        day: "2026-03-20".into(),
        note: "ghi nhầm tháng".into(),
        ..ProgressDraft::default()
    };
    desk.ledger.record_progress(&right, &on("2026-04-21")).unwrap();
    assert_eq!(desk.counts("2026-06-01"), "1 = 1 + 0 + 0 + 0 + 0 + 0");
    let history = desk.ledger.task_view(desk.task("1"), day("2026-06-01")).unwrap().history;
    let shown: Vec<(&str, bool)> = history.iter().map(|row| (row.kind.as_str(), row.superseded)).collect();
    assert_eq!(shown, [("done", true), ("done", false), ("kept", false)]);
}

#[test]
fn a_recurring_row_is_one_row_and_its_occurrences_are_tracked_alone() {
    let mut desk = Desk::with_plan(&[("1", "Trước ngày 20 của tháng cuối quý")]);
    let task = desk.task("1");
    desk.note("1", "done", "2026-03-18");
    let states = |desk: &Desk, as_of: &str| -> Vec<State> {
        desk.ledger.task_view(task, day(as_of)).unwrap().occurrences.iter().map(|one| one.state).collect()
    };
    assert_eq!(states(&desk, "2026-04-01"), [State::DoneOnTime, State::NotStarted, State::NotStarted, State::NotStarted]);
    assert_eq!(desk.counts("2026-04-01"), "1 = 0 + 0 + 0 + 1 + 0 + 0");
    assert_eq!(desk.counts("2026-06-20"), "1 = 0 + 0 + 1 + 0 + 0 + 0", "the second was due on the 19th");
    desk.note("1", "done", "2026-06-25");
    assert_eq!(states(&desk, "2026-06-25")[1], State::DoneLate);
    desk.note("1", "done", "2026-09-10");
    desk.note("1", "done", "2026-12-10");
    assert_eq!(desk.counts("2026-12-31"), "1 = 0 + 1 + 0 + 0 + 0 + 0", "done, and one of four was late");
}

#[test]
fn continuous_rows_are_in_progress_and_never_overdue() {
    let mut desk = Desk::with_plan(&[("1", "Thường xuyên"), ("2", "Khi có yêu cầu"), ("3", "Xong đợt II")]);
    assert_eq!(desk.counts("2026-12-31"), "3 = 0 + 0 + 0 + 1 + 2 + 0");
    desk.note("1", "done", "2026-12-30");
    assert_eq!(desk.counts("2026-12-31"), "3 = 1 + 0 + 0 + 0 + 2 + 0");
}

#[test]
fn a_stopped_row_may_leave_the_total() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý I")]);
    desk.note("1", "stopped", "2026-02-01");
    let out = ProgressDraft {
        tasks: vec![desk.task("2")],
        state: "stopped".into(),
        day: "2026-02-01".into(),
        reason: "đưa ra khỏi kế hoạch theo Quyết định số 12/QĐ-UBND".into(),
        counts: Some(false),
        ..ProgressDraft::default()
    };
    desk.ledger.record_progress(&out, &on("2026-02-01")).unwrap();
    assert_eq!(desk.counts("2026-06-01"), "1 = 0 + 0 + 0 + 0 + 0 + 1");
}

#[test]
fn typed_nonsense_is_refused_and_nothing_is_kept() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let task = desk.task("1");
    let log = desk.ledger.log(100).unwrap();
    let good = ProgressDraft { tasks: vec![task], state: "done".into(), day: "05/01/2026".into(), ..ProgressDraft::default() };
    for (code, draft) in [
        ("bad-day", ProgressDraft { day: "28/72025".into(), ..good.clone() }),
        ("bad-day", ProgressDraft { day: "31/02/2026".into(), ..good.clone() }),
        ("day-in-future", ProgressDraft { day: "07/01/2026".into(), ..good.clone() }),
        ("bad-state", ProgressDraft { state: "xong".into(), ..good.clone() }),
        ("bad-percent", ProgressDraft { percent: Some(101), ..good.clone() }),
        ("empty", ProgressDraft { state: "extended".into(), new_last: "".into(), ..good.clone() }),
        ("empty", ProgressDraft { state: "stopped".into(), ..good.clone() }),
        ("empty", ProgressDraft { tasks: Vec::new(), ..good.clone() }),
    ] {
        let error = desk.ledger.record_progress(&draft, &on("2026-01-06")).expect_err(code);
        assert_eq!(error.code(), code, "{error}");
    }
    assert_eq!(desk.ledger.log(100).unwrap(), log);
    desk.ledger.record_progress(&good, &on("2026-01-06")).unwrap();
}

#[test]
fn an_extension_of_a_recurring_row_goes_to_its_occurrence() {
    let mut desk = Desk::with_plan(&[("1", "Hằng quý")]);
    let extension = ProgressDraft {
        tasks: vec![desk.task("1")],
        state: "extended".into(),
        day: "2026-03-20".into(),
        new_last: "2026-05-20".into(),
        ..ProgressDraft::default()
    };
    desk.ledger.record_progress(&extension, &on("2026-03-20")).unwrap();
    assert_eq!(desk.counts("2026-05-20"), "1 = 0 + 0 + 0 + 0 + 1 + 0");
    assert_eq!(desk.counts("2026-05-21"), "1 = 0 + 0 + 1 + 0 + 0 + 0");
}

#[test]
fn a_stopped_recurring_row_is_taken_up_again_by_a_later_note() {
    let mut desk = Desk::with_plan(&[("1", "Hằng tháng")]);
    for month in ["01", "02", "03", "04"] {
        desk.note("1", "done", &format!("2026-{month}-10"));
    }
    desk.note("1", "stopped", "2026-05-01");
    assert_eq!(desk.counts("2026-05-20"), "1 = 0 + 0 + 0 + 0 + 0 + 1");
    desk.note("1", "done", "2026-05-25");
    assert_eq!(desk.counts("2026-05-28"), "1 = 0 + 0 + 0 + 1 + 0 + 0");
    desk.note("1", "stopped", "2026-06-01");
    assert_eq!(desk.counts("2026-06-02"), "1 = 0 + 0 + 0 + 0 + 0 + 1", "stopped once more");
}

#[test]
fn an_entry_is_corrected_once_and_then_its_correction() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let first = desk.note("1", "done", "2026-02-01");
    let right = |corrects| ProgressDraft { corrects: Some(corrects), state: "done".into(), day: "2026-02-02".into(), ..ProgressDraft::default() };
    let second = desk.ledger.record_progress(&right(first), &on("2026-02-03")).unwrap().thing.unwrap();
    assert_eq!(desk.ledger.record_progress(&right(first), &on("2026-02-03")).unwrap_err().code(), "already-corrected");
    desk.ledger.record_progress(&right(second), &on("2026-02-03")).unwrap();
}

#[test]
fn a_history_row_holds_the_facts_that_a_correction_starts_from() {
    let mut desk = Desk::with_plan(&[("1", "Hằng quý")]);
    let task = desk.task("1");
    let extension = ProgressDraft {
        tasks: vec![task],
        state: "extended".into(),
        day: "2026-03-20".into(),
        new_last: "2026-05-20".into(),
        reason: "Công văn số 15/UBND-VHXH".into(),
        percent: Some(40),
        ..ProgressDraft::default()
    };
    desk.ledger.record_progress(&extension, &on("2026-03-20")).unwrap();
    let view = desk.ledger.task_view(task, day("2026-06-01")).unwrap();
    let row = &view.history[0];
    assert_eq!((row.reason.as_str(), row.new_last, row.percent), ("Công văn số 15/UBND-VHXH", Some(day("2026-05-20")), Some(40)));
    assert_eq!(row.occurrence, Some(view.occurrences[0].id));
}

#[test]
fn an_extension_to_an_earlier_day_is_kept_and_said() {
    let mut desk = Desk::with_plan(&[("1", "Quý II"), ("2", "Hằng quý")]);
    let mut extend = |tt: &str, new_last: &str| {
        let task = desk.task(tt);
        let noted = ProgressDraft {
            tasks: vec![task],
            state: "extended".into(),
            day: "01/3/2026".into(),
            new_last: new_last.into(),
            ..ProgressDraft::default()
        };
        desk.ledger.record_progress(&noted, &on("2026-03-01")).unwrap().summary
    };
    assert_eq!(extend("1", "31/7/2026"), "Ghi tiến độ TT 1: gia hạn, ngày 01/03/2026");
    let said = "Ghi tiến độ TT 1: gia hạn, ngày 01/03/2026; TT 1: hạn mới 30/06/2026 sớm hơn hạn đang có 31/07/2026, hãy xem lại ngày";
    assert_eq!(extend("1", "30/6/2026"), said);
    let said = "Ghi tiến độ TT 2: gia hạn, ngày 01/03/2026; TT 2: hạn mới 20/03/2026 sớm hơn hạn đang có 31/03/2026, hãy xem lại ngày";
    assert_eq!(extend("2", "20/3/2026"), said);
}
