//! Đôn đốc: by unit, as a message, as a list and as one letter.

use ledger::view::{AssignedForm, TaskDraft};
use tests::{Desk, day, on};

fn with_units() -> Desk {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Tháng 4"), ("3", "Quý IV"), ("4", "10/5/2026"), ("5", "Quý I")]);
    for (tt, lead, deadline) in [("2", "Công an xã; Phòng Kinh tế", "Tháng 4"), ("3", "Phòng Kinh tế", "Quý IV"), ("5", "Các phòng, đơn vị", "Quý I")]
    {
        let task = desk.task(tt);
        let own_day = (tt == "3").then(|| "05/5/2026".to_owned());
        let words = TaskDraft {
            tt: tt.into(),
            content: format!("Nhiệm vụ số {tt}"),
            lead: lead.into(),
            deadline_text: deadline.into(),
            own_day,
            ..TaskDraft::default()
        };
        desk.ledger.edit_task(task, &words, &on("2026-01-06")).unwrap();
    }
    desk
}

#[test]
fn what_is_late_or_due_soon_stands_with_each_unit_that_leads_it() {
    let mut desk = with_units();
    desk.note("1", "in-progress", "2026-02-01");
    let view = desk.ledger.urge_view(day("2026-04-25"), 14).unwrap();
    let shown: Vec<String> = view
        .units
        .iter()
        .map(|unit| {
            let tasks = unit.tasks.iter().map(|task| format!("{} {} {}{}", task.tt, task.due, task.days, if task.own { " mốc" } else { "" }));
            format!("{}: {}", unit.unit, tasks.collect::<Vec<_>>().join(", "))
        })
        .collect();
    assert_eq!(
        shown,
        [
            "Công an xã: 2 2026-04-30 5",
            "Phòng Kinh tế: 2 2026-04-30 5, 3 2026-05-05 10 mốc",
            // The 10th of May is a Sunday: it is reminded of on the 8th, within fourteen days.
            "Phòng Văn hóa - Xã hội: 1 2026-03-31 -25, 4 2026-05-10 15",
            ": 5 2026-03-31 -25",
        ]
    );
    assert_eq!(view.total, 5, "each task once");
    assert_eq!(
        view.units[1].message,
        "Kính gửi Phòng Kinh tế: đến ngày 25/4/2026, còn các nhiệm vụ CCHC sau:\nSắp đến hạn:\n- TT 2: Nhiệm vụ số 2 (hạn 30/4/2026, còn 5 ngày)\n\
         - TT 3: Nhiệm vụ số 3 (mốc 05/5/2026, còn 10 ngày)\nĐề nghị đơn vị báo kết quả, kèm số và ngày văn bản. Xin cảm ơn."
    );
    desk.note("2", "done", "2026-04-20");
    assert_eq!(desk.ledger.urge_view(day("2026-04-25"), 14).unwrap().total, 4, "what is done is not urged");
}

#[test]
fn one_letter_goes_to_all_units_with_the_list_as_its_appendix() {
    let mut desk = with_units();
    let gift = AssignedForm {
        level: "above".into(),
        given: "02/01/2026".into(),
        content: "Báo cáo rà soát".into(),
        lead: "Công an xã".into(),
        deadline_text: "31/3/2026".into(),
        ..AssignedForm::default()
    };
    desk.ledger.keep_assigned(&gift, &on("2026-01-06")).unwrap();
    let letter = desk.ledger.urge_letter(day("2026-04-25"), 14).unwrap();
    assert_eq!((letter.name.as_str(), letter.letterhead.about.as_deref()), ("", Some("đôn đốc thực hiện nhiệm vụ cải cách hành chính")));
    assert_eq!(letter.addressees, ["Các phòng, đơn vị thuộc xã"], "one row has no unit of its own");
    let body: Vec<String> = letter.body.iter().map(|block| block.plain()).collect();
    assert!(body[0].contains("còn 03 nhiệm vụ đã quá hạn và 03 nhiệm vụ đến hạn trong 14 ngày tới (danh mục kèm theo)"), "{}", body[0]);
    assert!(body[1].contains("trước ngày 30/4/2026"), "{}", body[1]);
    assert!(body[2].ends_with("./."));
    assert!(letter.appendices[0].body[0].plain().contains("Báo cáo rà soát"));
    ledger::typeset::pdf(&letter).unwrap();
    ledger::word::docx(&letter).unwrap();
    let none = Desk::with_plan(&[("1", "Quý IV")]);
    assert_eq!(none.ledger.urge_letter(day("2026-02-01"), 14).expect_err("nothing is late").code(), "nothing-to-urge");
}
