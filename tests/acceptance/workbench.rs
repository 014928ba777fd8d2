//! Blocks of cells, groups, amendments, units that lead together, statistics in three scopes.

use ledger::deadline::Before;
use ledger::view::{FreshRows, GroupForm, PlanForm, ProgressDraft, Scope, TaskDraft, TaskEdit, UnitForm};
use tests::{Desk, day, on, plan};

fn draft(tt: &str, deadline: &str) -> TaskDraft {
    TaskDraft { tt: tt.into(), content: format!("Việc {tt}"), deadline_text: deadline.into(), ..TaskDraft::default() }
}

#[test]
fn a_pasted_block_is_one_change_and_one_undo() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II")]);
    let view = desk.ledger.plan_view(None, day("2026-02-01")).unwrap();
    let (plan, group) = (view.plan.unwrap().id, view.groups[0].id);
    let edits = [TaskEdit { task: desk.task("1"), draft: draft("1", "Quý III") }, TaskEdit { task: desk.task("2"), draft: draft("2", "Hằng quý") }];
    let fresh = FreshRows { group, after: Some(desk.task("2")), rows: vec![draft("3", "Tháng 5"), draft("4", "Tháng 6")] };
    desk.ledger.write_cells(plan, &edits, Some(&fresh), &on("2026-02-01")).unwrap();
    let shown = |desk: &Desk| -> Vec<String> {
        let view = desk.ledger.plan_view(None, day("2026-02-01")).unwrap();
        view.tasks.iter().map(|row| format!("{} {}", row.tt, row.deadline_text)).collect()
    };
    assert_eq!(shown(&desk), ["1 Quý III", "2 Hằng quý", "3 Tháng 5", "4 Tháng 6"]);
    desk.ledger.undo(&on("2026-02-01")).unwrap();
    assert_eq!(shown(&desk), ["1 Quý I", "2 Quý II"]);
    let wrong = [TaskEdit { task: desk.task("1"), draft: draft("1", "31/02/2026") }, TaskEdit { task: desk.task("2"), draft: draft("2", "Quý IV") }];
    assert_eq!(desk.ledger.write_cells(plan, &wrong, None, &on("2026-02-01")).expect_err("no such day").code(), "bad-day");
    assert_eq!(shown(&desk), ["1 Quý I", "2 Quý II"], "nothing is half done");
    desk.ledger.remove_tasks(&[desk.task("1"), desk.task("2")], &on("2026-02-01")).unwrap();
    assert!(shown(&desk).is_empty());
    desk.ledger.undo(&on("2026-02-01")).unwrap();
    assert_eq!(shown(&desk).len(), 2);
}

#[test]
fn a_plan_is_made_from_nothing_renamed_and_moved_in_time() {
    let mut desk = Desk::empty();
    let form =
        PlanForm {
            from: "01/01/2026".into(), to: "31/12/2026".into(), main: true, title: "Kế hoạch CCHC năm 2026".into(), ..PlanForm::default()
        };
    let id = desk.ledger.keep_plan_form(&form, &on("2026-01-05")).unwrap().thing.unwrap();
    let view = desk.ledger.plan_view(None, day("2026-02-01")).unwrap();
    assert_eq!(view.groups.iter().map(|group| group.roman.as_str()).collect::<Vec<_>>(), ["I", "II", "III", "IV", "V", "VI", "VII"]);
    let task = desk.ledger.add_task(id, view.groups[0].id, None, &draft("1", "Tháng 6"), &on("2026-01-05")).unwrap().thing.unwrap();
    let moved = PlanForm {
        id: Some(id),
        from: "01/01/2027".into(),
        to: "31/12/2027".into(),
        targets: vec!["Giải ngân ≥ 90%".into(), " ".into()],
        ..form.clone()
    };
    desk.ledger.keep_plan_form(&moved, &on("2026-01-06")).unwrap();
    assert_eq!(desk.ledger.task_view(task, day("2027-02-01")).unwrap().row.deadline.last, Some(day("2027-06-30")), "its month is next year's now");
    assert_eq!(desk.ledger.plan_form(id).unwrap().targets, ["Giải ngân ≥ 90%"]);
    // A second main plan of the same days makes the first a secondary one, and says so.
    let other = desk
        .ledger
        .keep_plan_form(&PlanForm { from: "01/07/2027".into(), to: "31/12/2027".into(), main: true, ..PlanForm::default() }, &on("2026-01-07"))
        .unwrap();
    assert!(other.summary.contains("thành kế hoạch phụ"), "{}", other.summary);
    assert!(!desk.ledger.plan_form(id).unwrap().main);
}

#[test]
fn groups_come_between_others_and_go_only_when_empty() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let view = desk.ledger.plan_view(None, day("2026-02-01")).unwrap();
    let (plan, first) = (view.plan.unwrap().id, view.groups[0].id);
    let add = |desk: &mut Desk, roman: &str, after| {
        let form = GroupForm { plan, after, roman: roman.into(), name: format!("Nhóm {roman}"), ..GroupForm::default() };
        desk.ledger.keep_group(&form, &on("2026-02-01")).unwrap().thing.unwrap()
    };
    let last = add(&mut desk, "III", None);
    add(&mut desk, "II", Some(first));
    let order =
        |desk: &Desk| desk.ledger.plan_view(None, day("2026-02-01")).unwrap().groups.iter().map(|group| group.roman.clone()).collect::<Vec<_>>();
    assert_eq!(order(&desk), ["I", "II", "III"]);
    assert_eq!(desk.ledger.remove_group(plan, first, &on("2026-02-01")).expect_err("it has a row").code(), "group-not-empty");
    desk.ledger.remove_group(plan, last, &on("2026-02-01")).unwrap();
    assert_eq!(order(&desk), ["I", "II"]);
}

#[test]
fn an_amended_plan_keeps_progress_and_earlier_days_keep_the_earlier_plan() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II"), ("3", "Hằng quý"), ("4", "Quý IV")]);
    desk.note("1", "in-progress", "2026-02-10");
    desk.note("3", "done", "2026-03-20");
    let id = desk.ledger.plan_view(None, day("2026-02-01")).unwrap().plan.unwrap().id;
    // TT 1 gets a later deadline, TT 2 goes, TT 3 stays and is numbered 2, a new row comes.
    let mut new = plan(&[("1", "Quý III"), ("2", "Hằng quý"), ("3", "Tháng 11"), ("4", "Quý IV")]);
    new.rows[1].content = "Nhiệm vụ số 3".into();
    new.rows[2].content = "Tổ chức hội nghị đối thoại với người dân".into();
    let difference = desk.ledger.plan_difference(id, &new, day("2026-05-04")).unwrap();
    assert_eq!((difference.same, difference.changed, difference.added, difference.removed), (1, 2, 1, 1));
    let sentences: Vec<&str> = difference.rows.iter().filter(|row| row.kind != "same").map(|row| row.sentence.as_str()).collect();
    assert_eq!(
        sentences,
        [
            "TT 1: thời hạn từ “Quý I” thành “Quý III”.",
            "TT 2: số thứ tự từ “3” thành “2”.",
            "TT 3: nhiệm vụ mới.",
            "TT 2: không còn trong kế hoạch mới."
        ]
    );
    desk.ledger.amend_plan(id, &new, "05/5/2026", &on("2026-05-05")).unwrap();
    assert_eq!(desk.counts("2026-05-04"), "4 = 0 + 0 + 1 + 1 + 2 + 0", "the plan of that day: TT 1 was overdue");
    assert_eq!(desk.counts("2026-05-05"), "4 = 0 + 0 + 0 + 2 + 2 + 0", "TT 1 has time again, and its progress");
    let history = desk.ledger.task_view(desk.task("1"), day("2026-06-01")).unwrap().history;
    assert_eq!(history[0].kind, "in-progress");
    desk.ledger.undo(&on("2026-05-06")).unwrap();
    assert_eq!(desk.counts("2026-05-05"), "4 = 0 + 0 + 1 + 1 + 2 + 0", "one undo takes it all back");
}

/// The state of each period of TT 1 on a day, by its last day.
fn periods(desk: &Desk, as_of: &str) -> String {
    let id = desk.ledger.plan_view(None, day(as_of)).unwrap().tasks[0].id;
    let periods = desk.ledger.task_view(id, day(as_of)).unwrap().occurrences;
    periods.iter().map(|one| format!("{} {:?}", one.last.format("%d/%m"), one.state)).collect::<Vec<_>>().join(", ")
}

#[test]
fn an_amendment_asks_for_no_period_that_ended_before_it_was_in_force() {
    let mut desk = Desk::with_plan(&[("1", "Hằng quý")]);
    desk.note("1", "done", "2026-03-20");
    let id = desk.ledger.plan_view(None, day("2026-02-01")).unwrap().plan.unwrap().id;
    let mut amend = |deadline: &str, from: &str| {
        desk.ledger.amend_plan(id, &plan(&[("1", deadline)]), from, &on("2026-11-10")).unwrap();
    };
    amend("Hằng tháng", "15/5/2026");
    // Added with an amendment: only what comes after it.
    amend("Ngày 25 hằng tháng", "01/10/2026");
    let expected = "31/03 DoneOnTime, 31/05 Overdue, 30/06 Overdue, 31/07 Overdue, 31/08 Overdue, 30/09 Overdue, 25/10 Overdue, 25/11 NotStarted, 25/12 NotStarted";
    assert_eq!(periods(&desk, "2026-11-01"), expected);
    assert_eq!(periods(&desk, "2026-05-14"), "31/03 DoneOnTime, 30/06 NotStarted, 30/09 NotStarted, 31/12 NotStarted");
    // Another edit of the row, and another period of the plan, bring none of them back.
    let task = desk.ledger.plan_view(None, day("2026-11-01")).unwrap().tasks[0].id;
    desk.ledger.edit_task(task, &draft("1", "Ngày 25 hằng tháng"), &on("2026-11-10")).unwrap();
    assert_eq!(periods(&desk, "2026-11-01"), expected);
    // What was done in a period before counts for it still, two amendments later, and on earlier days.
    let noted = ProgressDraft { tasks: vec![task], state: "done".into(), day: "20/9/2026".into(), ..ProgressDraft::default() };
    desk.ledger.record_progress(&noted, &on("2026-11-10")).unwrap();
    assert_eq!(periods(&desk, "2026-11-01"), expected.replace("30/09 Overdue", "30/09 DoneOnTime"));
    assert_eq!(
        periods(&desk, "2026-09-25"),
        "31/03 DoneOnTime, 31/05 Overdue, 30/06 Overdue, 31/07 Overdue, 31/08 Overdue, 30/09 DoneOnTime, 31/10 NotStarted, 30/11 NotStarted, 31/12 NotStarted"
    );
}

#[test]
fn one_quarter_done_is_not_the_whole_of_a_row_that_was_amended() {
    let mut desk = Desk::with_plan(&[("1", "Hằng quý")]);
    desk.note("1", "done", "2026-03-20");
    let id = desk.ledger.plan_view(None, day("2026-02-01")).unwrap().plan.unwrap().id;
    desk.ledger.amend_plan(id, &plan(&[("1", "Quý IV")]), "15/5/2026", &on("2026-05-15")).unwrap();
    assert_eq!(desk.counts("2026-06-01"), "1 = 0 + 0 + 0 + 1 + 0 + 0", "begun, not done");
    // The same words typed into the row say the same.
    let mut desk = Desk::with_plan(&[("1", "Hằng quý")]);
    desk.note("1", "done", "2026-03-20");
    let task = desk.task("1");
    let summary = desk.ledger.edit_task(task, &draft("1", "Quý IV"), &on("2026-05-15")).unwrap().summary;
    assert_eq!(summary, "Sửa nhiệm vụ TT 1; 1 lần thực hiện đã ghi kết quả không còn trong thời hạn mới, hãy xem lại");
    assert_eq!(desk.counts("2026-06-01"), "1 = 0 + 0 + 0 + 1 + 0 + 0");
    // Taken back and done again, though results rest on the periods that go.
    for (moment, expected) in [("undo", "04"), ("redo", "00"), ("undo", "04")] {
        match moment {
            "undo" => desk.ledger.undo(&on("2026-05-15")).unwrap(),
            _ => desk.ledger.redo(&on("2026-05-15")).unwrap(),
        };
        assert_eq!(format!("{:02}", desk.ledger.task_view(task, day("2026-06-01")).unwrap().occurrences.len()), expected, "{moment}");
    }
}

#[test]
fn a_deadline_typed_another_way_keeps_the_periods_that_are_done() {
    for words in ["Ngày 20 tháng cuối quý", "Trước ngày 15 của tháng cuối quý", "Hằng quý"] {
        let mut desk = Desk::with_plan(&[("1", "Trước ngày 20 của tháng cuối quý")]);
        for done in ["2026-03-10", "2026-06-10", "2026-09-10"] {
            desk.note("1", "done", done);
        }
        assert_eq!(desk.counts("2026-11-20"), "1 = 0 + 0 + 0 + 1 + 0 + 0");
        let task = desk.task("1");
        let summary = desk.ledger.edit_task(task, &draft("1", words), &on("2026-11-20")).unwrap().summary;
        assert_eq!(summary, "Sửa nhiệm vụ TT 1", "{words}");
        assert_eq!(desk.counts("2026-11-20"), "1 = 0 + 0 + 0 + 1 + 0 + 0", "{words}");
        desk.ledger.undo(&on("2026-11-20")).unwrap();
        assert_eq!(desk.counts("2026-11-20"), "1 = 0 + 0 + 0 + 1 + 0 + 0", "{words}");
        desk.ledger.redo(&on("2026-11-20")).unwrap();
        assert_eq!(desk.counts("2026-11-20"), "1 = 0 + 0 + 0 + 1 + 0 + 0", "{words}");
    }
}

#[test]
fn the_meaning_of_before_changes_every_row_at_once() {
    let mut desk = Desk::with_plan(&[("1", "Trước ngày 20 của tháng cuối quý"), ("2", "Trước ngày 15/3")]);
    desk.note("1", "done", "2026-03-10");
    let lasts = |desk: &Desk| {
        let row = desk.ledger.plan_view(None, day("2026-03-12")).unwrap().tasks.remove(1);
        format!("{}; {}", row.deadline.last.unwrap(), periods(desk, "2026-03-12"))
    };
    let before = "2026-03-14; 19/03 DoneOnTime, 19/06 NotStarted, 19/09 NotStarted, 19/12 NotStarted";
    assert_eq!(lasts(&desk), before);
    let mut form = desk.ledger.settings_view(day("2026-03-12")).unwrap().office;
    form.before = Before::Inclusive;
    let summary = desk.ledger.keep_office(&form, &on("2026-03-12")).unwrap().summary;
    assert_eq!(summary, "Sửa thông tin cơ quan; 2 thời hạn đọc lại theo cách hiểu mới");
    let after = "2026-03-15; 20/03 DoneOnTime, 20/06 NotStarted, 20/09 NotStarted, 20/12 NotStarted";
    assert_eq!(lasts(&desk), after);
    desk.ledger.undo(&on("2026-03-12")).unwrap();
    assert_eq!(lasts(&desk), before);
}

#[test]
fn a_row_that_two_units_lead_is_done_when_both_are() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let task = desk.task("1");
    let words = TaskDraft { lead: "Phòng Kinh tế; Công an xã".into(), ..draft("1", "Quý I") };
    desk.ledger.edit_task(task, &words, &on("2026-01-06")).unwrap();
    let mut tick = |unit: &str, on_day: &str| {
        let noted = ProgressDraft { tasks: vec![task], state: "done".into(), day: on_day.into(), unit: unit.into(), ..ProgressDraft::default() };
        desk.ledger.record_progress(&noted, &on(on_day)).map(|_| desk.counts("2026-12-31"))
    };
    assert_eq!(tick("Phòng Kinh tế", "2026-03-01").unwrap(), "1 = 0 + 0 + 1 + 0 + 0 + 0", "the other one is late");
    assert_eq!(tick("Trạm Y tế", "2026-03-01").expect_err("it does not lead").code(), "not-found");
    assert_eq!(tick("Công an xã", "2026-04-02").unwrap(), "1 = 0 + 1 + 0 + 0 + 0 + 0", "late, as the later one was");
    let ticks = desk.ledger.task_view(task, day("2026-12-31")).unwrap().row.lead_units;
    assert_eq!(ticks.iter().map(|one| one.unit.as_str()).collect::<Vec<_>>(), ["Phòng Kinh tế", "Công an xã"]);
}

#[test]
fn statistics_of_three_scopes_by_field_and_by_unit() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II"), ("3", "Hằng quý"), ("4", "Khi có yêu cầu")]);
    desk.ledger
        .keep_unit(&UnitForm { name: "Phòng VH-XH".into(), aliases: vec!["Phòng Văn hóa - Xã hội".into()], ..UnitForm::default() }, &on("2026-01-06"))
        .unwrap();
    let task = desk.task("2");
    desk.ledger.edit_task(task, &TaskDraft { lead: "Công an xã".into(), ..draft("2", "Quý II") }, &on("2026-01-06")).unwrap();
    desk.note("1", "done", "2026-04-05");
    desk.note("2", "done", "2026-06-05");
    desk.note("3", "done", "2026-03-20");
    let id = desk.ledger.plan_view(None, day("2026-02-01")).unwrap().plan.unwrap().id;
    let ask = |scope, window: Option<(&str, &str)>| {
        let window = window.map(|(from, to)| (day(from), day(to)));
        let view = desk.ledger.statistics(id, scope, day("2026-06-14"), window).unwrap();
        let units: Vec<String> = view.by_unit.iter().map(|one| format!("{} {}", one.unit, one.counts.total)).collect();
        assert_eq!(view.by_group.iter().map(|one| one.counts.total).sum::<u32>(), view.counts.total);
        assert_eq!(view.rows.len() as u32, view.counts.total);
        format!(
            "{} = {} + {} + {}; {}",
            view.counts.total,
            view.counts.done_on_time,
            view.counts.done_late,
            view.counts.in_progress + view.counts.not_started,
            units.join(", ")
        )
    };
    assert_eq!(ask(Scope::SinceStart, None), "4 = 1 + 1 + 2; Công an xã 1, Phòng VH-XH 3");
    assert_eq!(ask(Scope::DoneWithin, Some(("2026-03-15", "2026-06-14"))), "2 = 1 + 1 + 0; Công an xã 1, Phòng VH-XH 1");
    assert_eq!(ask(Scope::DueWithin, Some(("2026-01-01", "2026-03-31"))), "2 = 1 + 1 + 0; Phòng VH-XH 2");
    assert_eq!(ask(Scope::DueWithin, Some(("2026-04-01", "2026-06-30"))), "2 = 1 + 0 + 1; Công an xã 1, Phòng VH-XH 1");
    assert_eq!(
        desk.ledger.statistics(id, Scope::DueWithin, day("2026-06-14"), Some((day("2026-06-30"), day("2026-01-01")))).expect_err("reversed").code(),
        "days-reversed"
    );
}
