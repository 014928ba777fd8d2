//! Ngày nghỉ: the office's table over the one that ships, and the deadlines counted by it.

use ledger::view::{AssignedForm, DayOffForm, DayOffKind, Id, TaskDraft, TaskRow};
use ledger::{Ledger, Level, Problem};
use tests::{Desk, day, on};

fn form(day: &str, name: &str, kind: DayOffKind) -> DayOffForm {
    DayOffForm { day: day.into(), name: name.into(), kind, announced: true, change: false }
}

fn listed(ledger: &Ledger, year: i32) -> Vec<String> {
    let shown = |one: ledger::view::DayOffRow| {
        let kind = one.kind.map_or("bỏ", |kind| match kind {
            DayOffKind::Holiday => "lễ",
            DayOffKind::Swapped => "hoán đổi",
            DayOffKind::Workday => "làm bù",
        });
        format!("{} {kind} {}{}", one.day, one.name, if one.own { " *" } else { "" })
    };
    ledger.days_off_view(year).unwrap().days.into_iter().map(shown).collect()
}

const WORKING: &str = "Trong 05 ngày làm việc kể từ ngày nhận được văn bản";

/// Rows that count working days from 18/11/2026, a Wednesday, and some that do not.
fn counting() -> Desk {
    let named = "05 ngày làm việc kể từ ngày 18/11/2026";
    let mut desk =
        Desk::with_plan(&[("1", WORKING), ("2", named), ("3", "05 ngày sau khi có văn bản"), ("4", "Quý IV"), ("5", WORKING), ("6", WORKING)]);
    for (tt, words, event, answered) in [
        ("1", WORKING, Some("18/11/2026"), None),
        ("3", "05 ngày sau khi có văn bản", Some("18/11/2026"), None),
        ("5", WORKING, Some("18/11/2026"), Some("30/11/2026")),
    ] {
        set(&mut desk, tt, words, event, answered);
    }
    desk
}

fn set(desk: &mut Desk, tt: &str, words: &str, event: Option<&str>, answered: Option<&str>) {
    let draft = TaskDraft {
        tt: tt.into(),
        content: format!("Nhiệm vụ số {tt}"),
        deadline_text: words.into(),
        event_day: event.map(str::to_owned),
        answered_last: answered.map(str::to_owned),
        ..TaskDraft::default()
    };
    let task = desk.task(tt);
    desk.ledger.edit_task(task, &draft, &on("2026-01-06")).unwrap();
}

fn rows(desk: &Desk) -> Vec<TaskRow> {
    desk.ledger.plan_view(None, day("2026-11-20")).unwrap().tasks
}

fn lasts(desk: &Desk) -> Vec<String> {
    rows(desk).into_iter().map(|row| row.deadline.last.map_or("-".to_owned(), |last| last.format("%d/%m").to_string())).collect()
}

#[test]
fn the_office_s_days_stand_over_those_that_ship() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let shipped = listed(&desk.ledger, 2026);
    assert!(shipped.contains(&"2026-11-24 lễ Ngày Văn hóa Việt Nam".to_owned()) && shipped.len() > 10, "{shipped:?}");
    assert!(desk.ledger.days_off_view(2026).unwrap().ships);
    let far = desk.ledger.days_off_view(2029).unwrap();
    assert!(!far.ships && far.days.is_empty(), "a year the table lacks is said");

    desk.ledger.keep_day_off(&form("21/11/2026", "Làm bù", DayOffKind::Workday), &on("2026-11-01")).unwrap();
    let renamed = DayOffForm { change: true, ..form("24/11/2026", "Ngày Văn hóa", DayOffKind::Holiday) };
    desk.ledger.keep_day_off(&renamed, &on("2026-11-01")).unwrap();
    desk.ledger.drop_day_off(day("2026-08-31"), &on("2026-11-01")).unwrap();
    let after = listed(&desk.ledger, 2026);
    for shown in ["2026-08-31 bỏ Nghỉ hoán đổi *", "2026-11-21 làm bù Làm bù *", "2026-11-24 lễ Ngày Văn hóa *"] {
        assert!(after.contains(&shown.to_owned()), "{shown}: {after:?}");
    }
    assert_eq!(after.len(), shipped.len() + 1);
    let mut desk = desk.reopened(&on("2026-11-02")).unwrap();
    assert_eq!(listed(&desk.ledger, 2026), after, "it is kept");

    for (which, said) in [("2026-08-31", "Lấy lại ngày 31/08/2026 như bảng có sẵn"), ("2026-11-21", "Bỏ ngày 21/11/2026: Làm bù")] {
        let written = desk.ledger.drop_day_off(day(which), &on("2026-11-02")).unwrap();
        assert_eq!(written.summary, format!("{said}; không thời hạn nào đổi ngày"));
    }
    desk.ledger.drop_day_off(day("2026-11-24"), &on("2026-11-02")).unwrap();
    assert_eq!(listed(&desk.ledger, 2026), shipped);
    for _ in 0..6 {
        desk.ledger.undo(&on("2026-11-02")).unwrap();
    }
    assert_eq!(listed(&desk.ledger, 2026), shipped, "undone back to the beginning");
}

#[test]
fn what_cannot_be_a_day_off_is_refused_with_a_sentence() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    desk.ledger.keep_day_off(&form("05/3/2026", "Ngày của xã", DayOffKind::Holiday), &on("2026-01-05")).unwrap();
    let before = listed(&desk.ledger, 2026);
    let holiday = DayOffKind::Holiday;
    for (refused, problem) in [
        (form("02/9/2026", "Quốc khánh", holiday), Problem::DayListed { day: day("2026-09-02"), name: "Quốc khánh".into() }),
        (form("2026-03-05", "Lần nữa", holiday), Problem::DayListed { day: day("2026-03-05"), name: "Ngày của xã".into() }),
        (form("31/02/2026", "Không có", holiday), Problem::BadDay("31/02/2026".into())),
        (form("sang năm", "Không rõ", holiday), Problem::BadDay("sang năm".into())),
        (form("02/9/2062", "Quốc khánh", holiday), Problem::YearFar(day("2062-09-02"))),
        (form("06/3/2026", "  ", holiday), Problem::Empty("Tên ngày nghỉ")),
        (form("06/3/2026", "Làm bù", DayOffKind::Workday), Problem::WorkedAnyway(day("2026-03-06"))),
        (form("07/3/2026", "Hoán đổi", DayOffKind::Swapped), Problem::OffAnyway(day("2026-03-07"))),
        (DayOffForm { change: true, ..form("06/3/2026", "Sửa", holiday) }, Problem::NotFound("ngày nghỉ")),
    ] {
        let error = desk.ledger.keep_day_off(&refused, &on("2026-01-06")).unwrap_err();
        assert_eq!(error.to_string(), problem.sentence(), "{refused:?}");
    }
    assert!(desk.ledger.drop_day_off(day("2026-03-06"), &on("2026-01-06")).is_err());
    assert_eq!(listed(&desk.ledger, 2026), before, "nothing was kept");
}

#[test]
fn working_day_deadlines_are_counted_again_when_the_table_changes() {
    let mut desk = counting();
    // 19, 20, 23, (24 is a day off), 25, 26; TT 3 counts every day, TT 5 was answered, TT 6 has no event.
    let shipped = ["26/11", "26/11", "23/11", "31/12", "30/11", "-"];
    assert_eq!(lasts(&desk), shipped);
    let hints: Vec<String> = rows(&desk).into_iter().map(|row| row.deadline_hint).collect();
    assert_eq!((hints[0].as_str(), hints[5].as_str()), ("hạn 26/11/2026", "chưa có ngày"));

    let written = desk.ledger.drop_day_off(day("2026-11-24"), &on("2026-11-10")).unwrap();
    assert!(written.summary.ends_with("; 2 thời hạn tính lại, đổi ngày"), "{}", written.summary);
    assert_eq!(lasts(&desk), ["25/11", "25/11", "23/11", "31/12", "30/11", "-"]);
    let saturday = form("21/11/2026", "Làm bù", DayOffKind::Workday);
    desk.ledger.keep_day_off(&saturday, &on("2026-11-10")).unwrap();
    assert_eq!(lasts(&desk), ["24/11", "24/11", "23/11", "31/12", "30/11", "-"]);

    desk.ledger.undo(&on("2026-11-10")).unwrap();
    assert_eq!(lasts(&desk)[..2], ["25/11", "25/11"], "undo takes the day and the deadlines back");
    desk.ledger.undo(&on("2026-11-10")).unwrap();
    assert_eq!(lasts(&desk), shipped);
    desk.ledger.redo(&on("2026-11-10")).unwrap();
    assert_eq!(lasts(&desk)[..2], ["25/11", "25/11"]);

    let written = desk.ledger.keep_day_off(&form("01/12/2026", "Ngày khác", DayOffKind::Holiday), &on("2026-11-10")).unwrap();
    assert!(written.summary.ends_with("; không thời hạn nào đổi ngày"), "{}", written.summary);
}

#[test]
fn a_counted_deadline_is_overdue_the_day_after() {
    let mut desk = counting();
    let state = |desk: &Desk, on: &str| desk.counts(on);
    assert_eq!(state(&desk, "2026-11-26"), "6 = 0 + 0 + 1 + 0 + 5 + 0", "TT 3 alone is late");
    assert_eq!(state(&desk, "2026-11-27"), "6 = 0 + 0 + 3 + 0 + 3 + 0");
    desk.note("1", "done", "2026-11-26");
    assert_eq!(rows(&desk)[0].tt, "1");
    let done = desk.ledger.plan_view(None, day("2026-11-30")).unwrap().tasks.remove(0);
    assert_eq!(format!("{:?}", done.state), "DoneOnTime");
}

#[test]
fn an_edit_and_an_amendment_keep_the_event() {
    let mut desk = counting();
    let plan = desk.ledger.plan_view(None, day("2026-06-01")).unwrap().plan.unwrap().id;
    let draft = tests::plan(&[("1", WORKING), ("4", "Quý IV")]);
    desk.ledger.amend_plan(plan, &draft, "15/6/2026", &on("2026-06-15")).unwrap();
    let row = rows(&desk).remove(0);
    assert_eq!((row.event_day, row.deadline.last), (Some(day("2026-11-18")), Some(day("2026-11-26"))));
    // Without its event it has no day again.
    set(&mut desk, "1", WORKING, None, None);
    assert_eq!(rows(&desk)[0].deadline.last, None);
}

#[test]
fn another_period_of_the_plan_keeps_the_days_that_were_counted() {
    let mut desk = counting();
    let plan = desk.ledger.plan_view(None, day("2026-06-01")).unwrap().plan.unwrap();
    let last = |desk: &Desk| rows(desk)[0].deadline.last;
    assert_eq!(last(&desk), Some(day("2026-11-26")));
    let mut form = desk.ledger.plan_form(plan.id).unwrap();
    form.from = "01/02/2026".into();
    desk.ledger.keep_plan_form(&form, &on("2026-11-20")).unwrap();
    assert_eq!(last(&desk), Some(day("2026-11-26")));
}

#[test]
fn a_year_without_days_off_is_said_beside_the_deadline() {
    let mut desk = Desk::with_plan(&[("1", WORKING), ("2", WORKING)]);
    set(&mut desk, "1", WORKING, Some("30/12/2027"), None);
    set(&mut desk, "2", WORKING, Some("18/11/2026"), None);
    let said = |desk: &Desk| -> Vec<(Option<chrono::NaiveDate>, bool)> {
        rows(desk).iter().map(|row| (row.deadline.last, row.warnings.iter().any(|note| note.code == "days-off-unknown"))).collect()
    };
    assert_eq!(said(&desk), [(Some(day("2028-01-06")), true), (Some(day("2026-11-26")), false)]);
    desk.ledger.keep_day_off(&form("03/01/2028", "Nghỉ bù Tết Dương lịch", DayOffKind::Holiday), &on("2027-12-01")).unwrap();
    assert_eq!(said(&desk)[0], (Some(day("2028-01-07")), false));
}

#[test]
fn an_assigned_task_counts_from_its_event_and_is_urged_by_the_office_s_days() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let given = AssignedForm {
        level: "above".into(),
        given: "16/11/2026".into(),
        giver: "Chủ tịch UBND thành phố".into(),
        content: "Báo cáo rà soát".into(),
        lead: "Phòng Kinh tế".into(),
        deadline_text: WORKING.into(),
        event_day: Some("16/11/2026".into()),
        ..AssignedForm::default()
    };
    let task: Id = desk.ledger.keep_assigned(&given, &on("2026-11-16")).unwrap().thing.unwrap();
    let shown = |desk: &Desk| {
        let row = desk.ledger.assigned_view(Level::Above, day("2026-11-16"), None).unwrap().rows.remove(0).row;
        let urged = desk.ledger.urge_view(day("2026-11-16"), 30).unwrap().units.into_iter().flat_map(|unit| unit.tasks).find(|one| one.id == task);
        (row.deadline.last.unwrap().to_string(), urged.unwrap().remind.to_string())
    };
    assert_eq!(shown(&desk), ("2026-11-23".to_owned(), "2026-11-23".to_owned()));
    desk.ledger.keep_day_off(&form("20/11/2026", "Ngày Nhà giáo", DayOffKind::Holiday), &on("2026-11-16")).unwrap();
    assert_eq!(shown(&desk), ("2026-11-25".to_owned(), "2026-11-25".to_owned()), "the 24th is a day off too");
}
