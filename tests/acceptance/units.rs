//! Units: written in many ways, merged by the officer, valid from one day to another.

use ledger::Problem;
use ledger::view::{Scope, TaskDraft, UnitForm, UnitMerge, UnitProposal};
use tests::{Desk, day, on};

/// A plan whose rows are led by these cells.
fn led_by(cells: &[&str]) -> Desk {
    let numbers: Vec<String> = (1..=cells.len()).map(|number| number.to_string()).collect();
    let rows: Vec<(&str, &str)> = numbers.iter().map(|number| (number.as_str(), "Quý IV")).collect();
    let mut desk = Desk::with_plan(&rows);
    for (number, lead) in numbers.iter().zip(cells) {
        let words = TaskDraft {
            tt: number.clone(),
            content: format!("Nhiệm vụ số {number}"),
            lead: (*lead).into(),
            deadline_text: "Quý IV".into(),
            ..TaskDraft::default()
        };
        desk.ledger.edit_task(desk.task(number), &words, &on("2026-01-06")).unwrap();
    }
    desk
}

fn by_unit(desk: &Desk) -> Vec<String> {
    let plan = desk.ledger.plan_view(None, day("2026-06-01")).unwrap().plan.unwrap().id;
    let view = desk.ledger.statistics(plan, Scope::SinceStart, day("2026-06-01"), None).unwrap();
    view.by_unit.iter().map(|one| format!("{}: {}", one.unit, one.counts.total)).collect()
}

fn proposed(desk: &Desk) -> Vec<String> {
    let shown = |one: UnitProposal| {
        let spellings: Vec<String> = one.spellings.iter().map(|spelling| format!("{} ({})", spelling.text, spelling.rows)).collect();
        format!("{}{} ← {}", if one.unit.is_some() { "*" } else { "" }, one.name, spellings.join(" | "))
    };
    desk.ledger.unit_proposals().unwrap().into_iter().map(shown).collect()
}

fn unit(name: &str) -> UnitForm {
    UnitForm { name: name.into(), ..UnitForm::default() }
}

const CELLS: [&str; 7] =
    ["Phòng Văn hóa - Xã hội", "P. VH-XH", "VHXH", "TT PVHCC, UBND xã", "Trung tâm Phục vụ hành chính công", "Công an xã", "Đ/c Lan"];

#[test]
fn spellings_that_look_like_a_unit_or_each_other_are_proposed_and_merged() {
    let mut desk = led_by(&CELLS);
    desk.ledger.keep_unit(&unit("Phòng Văn hóa - Xã hội"), &on("2026-01-07")).unwrap();
    desk.ledger.keep_unit(&unit("Ủy ban nhân dân xã Lam Khê"), &on("2026-01-07")).unwrap();
    assert_eq!(
        proposed(&desk),
        [
            "*Phòng Văn hóa - Xã hội ← P. VH-XH (1) | VHXH (1)",
            "*Ủy ban nhân dân xã Lam Khê ← UBND xã (1)",
            "Trung tâm Phục vụ hành chính công ← Trung tâm Phục vụ hành chính công (1) | TT PVHCC (1)",
        ]
    );
    let before = by_unit(&desk);
    assert!(before.contains(&"P. VH-XH: 1".to_owned()) && before.contains(&"TT PVHCC, UBND xã: 1".to_owned()), "{before:?}");

    for proposal in desk.ledger.unit_proposals().unwrap() {
        let spellings = proposal.spellings.into_iter().map(|one| one.text).collect();
        desk.ledger.merge_units(&UnitMerge { unit: proposal.unit, name: proposal.name, spellings }, &on("2026-01-08")).unwrap();
    }
    assert_eq!(
        by_unit(&desk),
        ["Công an xã: 1", "Đ/c Lan: 1", "Phòng Văn hóa - Xã hội: 3", "Trung tâm Phục vụ hành chính công: 2", "Ủy ban nhân dân xã Lam Khê: 1"]
    );
    assert_eq!(proposed(&desk), [""; 0]);
    let row = desk.ledger.plan_view(None, day("2026-06-01")).unwrap().tasks.remove(1);
    assert_eq!((row.lead.as_str(), row.units.as_slice()), ("P. VH-XH", ["Phòng Văn hóa - Xã hội".to_owned()].as_slice()), "the words stay");

    // One undo takes one merge back.
    desk.ledger.undo(&on("2026-01-08")).unwrap();
    assert_eq!(proposed(&desk).len(), 1);
    desk.ledger.undo(&on("2026-01-08")).unwrap();
    desk.ledger.undo(&on("2026-01-08")).unwrap();
    assert_eq!(by_unit(&desk), before);
    assert_eq!(proposed(&desk).len(), 3);
}

#[test]
fn a_unit_that_a_spelling_fits_by_two_of_its_names_is_one_unit() {
    let mut desk = led_by(&["P. VH-XH"]);
    let known = UnitForm { aliases: vec!["Phòng VHXH".into()], ..unit("Phòng Văn hóa và Xã hội") };
    desk.ledger.keep_unit(&known, &on("2026-01-07")).unwrap();
    desk.ledger.keep_unit(&unit("Phòng Kinh tế"), &on("2026-01-07")).unwrap();
    assert_eq!(proposed(&desk), ["*Phòng Văn hóa và Xã hội ← P. VH-XH (1)"]);
}

#[test]
fn a_merge_may_give_the_unit_a_better_name() {
    let mut desk = led_by(&["VHXH", "Phòng VH-XH"]);
    let kept = desk.ledger.keep_unit(&unit("Phòng VH-XH"), &on("2026-01-07")).unwrap().thing;
    let merge = UnitMerge { unit: kept, name: "Phòng Văn hóa - Xã hội".into(), spellings: vec!["VHXH".into()] };
    desk.ledger.merge_units(&merge, &on("2026-01-07")).unwrap();
    let units = desk.ledger.settings_view(day("2026-01-07")).unwrap().units;
    assert_eq!(units.len(), 1);
    assert_eq!((units[0].name.as_str(), units[0].aliases.join("; ").as_str()), ("Phòng Văn hóa - Xã hội", "Phòng VH-XH; VHXH"));
    assert_eq!(by_unit(&desk), ["Phòng Văn hóa - Xã hội: 2"]);
}

#[test]
fn what_the_officer_tells_apart_is_not_proposed_again() {
    let mut desk = led_by(&["Phòng KT", "Phòng Kinh tế", "P. KT"]);
    desk.ledger.keep_unit(&unit("Phòng Kinh tế"), &on("2026-01-07")).unwrap();
    assert_eq!(proposed(&desk), ["*Phòng Kinh tế ← P. KT (1) | Phòng KT (1)"]);
    let names = ["Phòng Kinh tế", "Phòng KT", "P. KT"].map(str::to_owned);
    desk.ledger.keep_units_apart(&names, &on("2026-01-07")).unwrap();
    assert_eq!(proposed(&desk), [""; 0]);
    let mut desk = desk.reopened(&on("2026-02-01")).unwrap();
    assert_eq!(proposed(&desk), [""; 0], "it is kept");
    desk.ledger.undo(&on("2026-02-01")).unwrap();
    assert_eq!(proposed(&desk).len(), 1, "and can be taken back");
}

#[test]
fn a_spelling_that_fits_two_units_is_left_to_the_officer() {
    let mut desk = led_by(&["Phòng KT"]);
    for name in ["Phòng Kinh tế", "Phòng Kỹ thuật"] {
        desk.ledger.keep_unit(&unit(name), &on("2026-01-07")).unwrap();
    }
    assert_eq!(proposed(&desk), [""; 0]);
}

#[test]
fn a_name_belongs_to_one_unit_at_a_time() {
    let mut desk = led_by(&["Phòng Kinh tế"]);
    let old = UnitForm { to: "30/6/2026".into(), ..unit("Phòng Kinh tế") };
    desk.ledger.keep_unit(&old, &on("2026-01-07")).unwrap();
    let taken = desk.ledger.keep_unit(&unit("Phòng Kinh Tế"), &on("2026-01-07")).unwrap_err();
    let named = Problem::UnitTaken { spelling: "Phòng Kinh tế".into(), unit: "Phòng Kinh tế".into() };
    assert_eq!(taken.to_string(), named.sentence());
    let after = UnitForm { from: "01/7/2026".into(), ..unit("Phòng Kinh tế") };
    desk.ledger.keep_unit(&after, &on("2026-01-07")).unwrap();
    let reversed = UnitForm { from: "02/7/2026".into(), to: "01/7/2026".into(), ..unit("Phòng khác") };
    assert_eq!(desk.ledger.keep_unit(&reversed, &on("2026-01-07")).unwrap_err().to_string(), Problem::DaysReversed.sentence());
}

#[test]
fn a_unit_is_offered_on_its_own_days_and_old_rows_keep_it() {
    let mut desk = led_by(&["Phòng Văn hóa và Thông tin", "Các phòng, đơn vị"]);
    let old = UnitForm { to: "30/6/2026".into(), ..unit("Phòng Văn hóa và Thông tin") };
    let new = UnitForm { from: "01/7/2026".into(), ..unit("Phòng Văn hóa - Xã hội") };
    desk.ledger.keep_unit(&old, &on("2026-01-07")).unwrap();
    desk.ledger.keep_unit(&new, &on("2026-01-07")).unwrap();
    for (on, offered) in [("2026-06-30", "Phòng Văn hóa và Thông tin"), ("2026-07-01", "Phòng Văn hóa - Xã hội")] {
        let view = desk.ledger.plan_view(None, day(on)).unwrap();
        assert_eq!(view.units, [offered], "{on}");
        assert_eq!(view.tasks[0].units, ["Phòng Văn hóa và Thông tin"], "the row keeps its unit on {on}");
        assert!(view.tasks[1].units.is_empty(), "nobody answers for the second alone");
        assert_eq!(desk.ledger.assigned_view(ledger::Level::Own, day(on), None).unwrap().units, [offered]);
    }
}
