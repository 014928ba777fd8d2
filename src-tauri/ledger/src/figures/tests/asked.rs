//! Who is asked for a figure; the day it speaks of; what it is made of; what would settle a doubt.

use super::{Desk, span, stamp};
use crate::sheet::write::{Line, Value};
use crate::view::{FigureUnits, Id};

const UNIT: &str = "Phòng Kinh tế";

fn ask(desk: &mut Desk, figure: &str, units: Vec<Id>) -> crate::Result<String> {
    desk.ledger.ask_figure_units(&FigureUnits { figure: figure.into(), units }, &stamp()).map(|written| written.summary)
}

/// The figures that a unit finds in its workbook.
fn asked(desk: &Desk) -> Vec<String> {
    let Some(sheet) = desk.ledger.asked_figures(stamp().today()).unwrap().for_unit(UNIT).unwrap() else { return Vec::new() };
    let names = sheet.lines.into_iter().filter_map(|line| match line {
        Line::Row(cells) | Line::Told(cells) => match cells.into_iter().next() {
            Some(Value::Text(name)) => Some(name),
            _ => None,
        },
        _ => None,
    });
    names.collect()
}

#[test]
fn a_unit_is_asked_for_figures_before_it_ever_told_one() {
    let mut desk = Desk::new();
    let unit = desk.ledger.units().unwrap().into_iter().find(|unit| unit.name == UNIT).and_then(|unit| unit.id).unwrap();
    assert_eq!(asked(&desk), [""; 0]);
    let said = ask(&mut desk, "news.portal", vec![unit, unit]).unwrap();
    assert_eq!(said, "Hỏi 01 đơn vị về “Tin, bài về CCHC trên trang thông tin điện tử”");
    assert_eq!(asked(&desk), ["Tin, bài về CCHC trên trang thông tin điện tử"]);
    let row = |desk: &Desk, id: &str| desk.view("2026-Q3").groups.into_iter().flat_map(|group| group.rows).find(|row| row.form.id == id).unwrap();
    assert_eq!(row(&desk, "news.portal").asked, [unit]);
    // Once more changes nothing.
    let changes = desk.ledger.log(99).unwrap().len();
    ask(&mut desk, "news.portal", vec![unit]).unwrap();
    assert_eq!(desk.ledger.log(99).unwrap().len(), changes);
    // What it told before stays asked, beside what it is asked for.
    desk.tell("lead.meetings 2026-Q3 2 @1").unwrap();
    assert_eq!(asked(&desk).len(), 2);
    ask(&mut desk, "news.portal", vec![]).unwrap();
    assert_eq!(asked(&desk).len(), 1);
    desk.ledger.undo(&stamp()).unwrap();
    assert_eq!(asked(&desk).len(), 2);
}

#[test]
fn what_no_unit_can_tell_is_not_asked_of_one() {
    let mut desk = Desk::new();
    let unit = desk.ledger.units().unwrap().remove(0).id.unwrap();
    for (figure, unit, code) in [
        ("case.online_rate", unit, "computed-figure"),
        ("plan.total", unit, "counted-figure"),
        ("x", unit, "unknown-figure"),
        ("news.portal", 999, "not-found"),
    ] {
        assert_eq!(ask(&mut desk, figure, vec![unit]).unwrap_err().code(), code);
    }
}

#[test]
fn a_figure_behind_the_report_s_day_says_so() {
    let mut desk = Desk::new();
    let mut tell = |figure: &str, value: &str, as_of: &str| {
        let draft = crate::view::FigureDraft {
            figure: figure.into(),
            from: "2026-06-15".into(),
            to: "2026-09-14".into(),
            value: value.into(),
            as_of: as_of.into(),
            ..crate::view::FigureDraft::default()
        };
        desk.ledger.keep_figure_value(&draft, &stamp()).unwrap();
    };
    tell("case.within", "35", "2026-09-05");
    tell("case.beyond", "1", "2026-09-14");
    tell("case.supplement", "0", "2026-09-14");
    let q3 = span("2026-Q3");
    let figures = desk.ledger.figures(q3, q3.last, &[]).unwrap();
    let day = |id: &str| figures.older_day(id).map(|day| day.to_string());
    assert_eq!(day("case.within").as_deref(), Some("2026-09-05"));
    assert_eq!(day("case.open").as_deref(), Some("2026-09-05"), "a total is as old as its oldest part");
    assert_eq!((day("case.beyond"), day("lead.meetings"), day("x")), (None, None, None));
    let earlier = desk.ledger.figures(q3, "2026-09-05".parse().unwrap(), &[]).unwrap();
    assert!(earlier.older_day("case.within").is_none(), "a report of that very day");
}

#[test]
fn the_arithmetic_behind_a_figure_is_told_part_by_part() {
    let mut desk = Desk::new();
    let told = "
        case.new_online 2026-Q3 1.986
        case.new_direct 2026-Q3 283
        lead.meetings 2026-H1 5
        lead.meetings 2026-9M 9
        case.open 2026-H1 41";
    desk.tell(told).unwrap();
    let view = desk.view("2026-Q3");
    let rows: Vec<_> = view.groups.iter().flat_map(|group| &group.rows).collect();
    let lines = |id: &str| -> Vec<String> {
        let row = rows.iter().find(|row| row.form.id == id).unwrap();
        row.lines.iter().map(|line| format!("{}{}: {}", if line.below { "/ " } else { "" }, line.name, line.shown)).collect()
    };
    assert_eq!(lines("case.new"), ["Hồ sơ tiếp nhận mới trực tuyến: 1.986", "Hồ sơ tiếp nhận mới trực tiếp và qua bưu chính: 283"]);
    assert_eq!(lines("case.online_rate"), ["Hồ sơ tiếp nhận mới trực tuyến: 1.986", "/ Hồ sơ tiếp nhận mới trong kỳ: 2.269"]);
    assert_eq!(lines("lead.meetings"), ["9 tháng đầu năm 2026: 9", "6 tháng đầu năm 2026: −5"]);
    assert_eq!(lines("case.carried"), ["Hồ sơ đang giải quyết (6 tháng đầu năm 2026): 41"]);
    assert_eq!(lines("case.new_online"), [""; 0]);
    // What waits says for what.
    assert_eq!(lines("post.present")[0], "Lãnh đạo HĐND, UBND có mặt: ");
}

#[test]
fn values_that_would_settle_a_doubt_settle_it() {
    let told = "
        case.received 2026-Q3 2.310
        case.resolved 2026-Q3 2.268
        case.open 2026-Q3 35
        petitions.received 2026-Q3 23
        petitions.competent 2026-Q3 21
        petitions.refused 2026-Q3 1
        case.new_online 2026-Q3 100
        case.new_direct 2026-Q3 20
        case.new 2026-Q3 125
        lead.meetings 2026-Q1 2
        lead.meetings 2026-Q2 3
        lead.meetings 2026-H1 6
        news.portal 2026-Q3 12 @1
        news.portal 2026-Q3 14";
    let mut desk = Desk::new();
    desk.tell(told).unwrap();
    let offered = desk.view("2026-Q3").doubts.into_iter().find(|doubt| doubt.about == "received-in-out").unwrap().mends;
    let words: Vec<&str> = offered.iter().map(|mend| mend.words.as_str()).collect();
    assert_eq!(
        words,
        ["Sửa “Tổng số hồ sơ đã giải quyết” thành 2.275", "Sửa “Hồ sơ đang giải quyết” thành 42", "Sửa “Tổng số hồ sơ tiếp nhận” thành 2.303"]
    );
    // Of a sum that is reckoned its last part that is not zero.
    desk.tell("case.within 2026-9M 30\n case.beyond 2026-9M 5\n case.supplement 2026-9M 0\n case.received 2026-9M 40\n case.resolved 2026-9M 3")
        .unwrap();
    let parts = desk.view("2026-9M").doubts.into_iter().find(|doubt| doubt.about == "received-in-out").unwrap().mends;
    let words: Vec<&str> = parts.iter().map(|mend| mend.words.as_str()).collect();
    assert_eq!(
        words,
        ["Sửa “Tổng số hồ sơ đã giải quyết” thành 5", "Sửa “Hồ sơ đang giải quyết quá hạn” thành 7", "Sửa “Tổng số hồ sơ tiếp nhận” thành 38"]
    );
    // Each mend of each doubt, taken by itself, settles that doubt.
    for window in ["2026-9M", "2026-Q3", "2026-H1"] {
        let view = desk.view(window);
        assert!(!view.doubts.is_empty());
        for doubt in &view.doubts {
            for mend in &doubt.mends {
                let draft = crate::view::FigureDraft {
                    figure: mend.figure.clone(),
                    from: view.window.from.to_string(),
                    to: view.window.to.to_string(),
                    value: mend.value.clone(),
                    ..crate::view::FigureDraft::default()
                };
                desk.ledger.keep_figure_value(&draft, &stamp()).unwrap();
                assert!(desk.view(window).doubts.iter().all(|left| left.about != doubt.about), "{}: {}", doubt.about, mend.words);
                desk.ledger.undo(&stamp()).unwrap();
            }
        }
    }
}

#[test]
fn a_unit_that_is_no_more_is_neither_asked_nor_waited_for() {
    let mut desk = Desk::new();
    let keep = |desk: &mut Desk, at: usize, from: &str, to: &str| {
        let unit = desk.ledger.units().unwrap().remove(at);
        desk.ledger.keep_unit(&crate::view::UnitForm { from: from.into(), to: to.into(), ..unit }, &stamp()).unwrap();
    };
    keep(&mut desk, 0, "", "2026-06-30");
    let units: Vec<Id> = desk.ledger.units().unwrap().into_iter().filter_map(|unit| unit.id).collect();
    ask(&mut desk, "news.portal", units.clone()).unwrap();
    desk.tell(
        "news.portal 2026-Q1 1 @1
        news.portal 2026-Q1 2 @2
        news.portal 2026-Q2 3 @2
        news.portal 2026-Q3 4 @2
        post.assigned 2026-Q2 20 @1
        post.assigned 2026-Q2 30 @2
        post.assigned 2026-Q3 31 @2",
    )
    .unwrap();
    let missing = |desk: &Desk, window: &str| -> Vec<String> { desk.view(window).doubts.into_iter().map(|doubt| doubt.words).collect() };
    assert_eq!(missing(&desk, "2026-Q3"), [""; 0], "it ended in this quarter");
    assert_eq!(missing(&desk, "2026-Q4"), [""; 0]);
    // Of the quarter that it lived through it is waited for, in the nine months, too.
    for (window, lacks) in [("2026-Q2", "còn thiếu: Phòng Kinh tế."), ("2026-9M", "còn thiếu: Phòng Kinh tế (mới có quý I/2026).")] {
        let said = missing(&desk, window);
        assert!(said.len() == 1 && said[0].contains(lacks), "{window}: {said:?}");
    }
    desk.tell("news.portal 2026-Q2 0 @1").unwrap();
    assert_eq!((missing(&desk, "2026-9M"), missing(&desk, "2026")), (Vec::new(), Vec::new()));
    let view = desk.view("2026-Q3");
    assert_eq!((view.gone, desk.view("2026-Q2").gone), (vec![units[0]], vec![]));
    assert_eq!(asked(&desk), [""; 0], "no workbook for it");
    // One that came after is waited for from its first window on.
    keep(&mut desk, 0, "", "");
    keep(&mut desk, 1, "2026-07-01", "");
    assert_eq!(desk.view("2026-Q2").gone, [units[1]]);
}
