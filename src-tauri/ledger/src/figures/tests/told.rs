//! What was told so that a sum could go wrong: by some units alone, with a point, twice, of an earlier day.

use super::{Desk, doubts, sheet, span, stamp};
use crate::assets::FigureKind;
use crate::view::{FigureForm, FigureImport};
use expect_test::expect;
use rust_xlsxwriter::Workbook;

/// Kinh tế told all of nine months, Văn hóa the third quarter alone.
const UNEVEN: &str = "
    citizens.sessions 2026-H1 10 @1
    citizens.sessions 2026-Q3 5 @1
    citizens.sessions 2026-Q3 7 @2";

#[test]
fn what_a_unit_told_of_a_part_of_the_window_is_in_its_sum_and_what_it_lacks_is_named() {
    let ids = ["citizens.sessions"];
    for (window, shown) in [
        ("2026-H1", "citizens.sessions: 10 | – | – | Cộng từ 01 đơn vị\n"),
        ("2026-Q3", "citizens.sessions: 12 | 10 | +2 | Cộng từ 02 đơn vị\n"),
        ("2026-9M", "citizens.sessions: 22 | – | – | Cộng từ 02 đơn vị\n"),
    ] {
        assert_eq!(sheet(UNEVEN, window, &ids), shown, "{window}");
    }
    expect![[r#"
        shares:citizens.sessions: Còn thiếu số của đơn vị. “Buổi tiếp công dân” là tổng các đơn vị gửi, còn thiếu: Phòng Văn hóa - Xã hội (mới có quý III/2026). Đơn vị không phát sinh thì gõ 0.
            Phòng Kinh tế: 15
            Phòng Văn hóa - Xã hội: 7
            = 22
    "#]]
    .assert_eq(&doubts(UNEVEN, "2026-9M"));
    // Who told the quarter before is waited for; a nought is an answer.
    let fourth = format!("{UNEVEN}\n citizens.sessions 2026-Q4 4 @1");
    expect![[r#"
        shares:citizens.sessions: Còn thiếu số của đơn vị. “Buổi tiếp công dân” là tổng các đơn vị gửi, còn thiếu: Phòng Văn hóa - Xã hội. Đơn vị không phát sinh thì gõ 0.
            Phòng Kinh tế: 4
            = 4
    "#]]
    .assert_eq(&doubts(&fourth, "2026-Q4"));
    assert_eq!(doubts(&format!("{fourth}\n citizens.sessions 2026-Q4 0 @2"), "2026-Q4"), "");
    assert_eq!(doubts(UNEVEN, "2026-Q3"), "");
}

#[test]
fn a_window_the_office_told_itself_is_joined_to_those_its_units_told() {
    let told = format!("{UNEVEN}\n citizens.sessions 2026-Q3 20");
    assert_eq!(sheet(&told, "2026-9M", &["citizens.sessions"]), "citizens.sessions: 30 | – | – | 6 tháng đầu năm 2026 + quý III/2026\n");
}

#[test]
fn a_sum_of_units_is_told_unit_by_unit() {
    let mut desk = Desk::new();
    desk.tell(UNEVEN).unwrap();
    let row = desk.view("2026-Q3").groups.into_iter().flat_map(|group| group.rows).find(|row| row.form.id == "citizens.sessions").unwrap();
    let lines: Vec<(&str, &str)> = row.lines.iter().map(|line| (line.name.as_str(), line.shown.as_str())).collect();
    assert_eq!(lines, [("Phòng Kinh tế", "5"), ("Phòng Văn hóa - Xã hội", "7")]);
    let figures = desk.ledger.figures(span("2026-Q3"), "2026-09-14".parse().unwrap(), &[]).unwrap();
    assert_eq!(figures.traced("citizens.sessions", None).unwrap().formula, "Phòng Kinh tế (5) + Phòng Văn hóa - Xã hội (7)");
}

#[test]
fn what_stood_at_the_beginning_makes_no_total_older() {
    let mut desk = Desk::new();
    desk.tell(
        "case.carried 2026-H1 36
        case.new_online 2026-H1 1.790
        case.new_direct 2026-H1 328
        case.within 2026-H1 41
        case.beyond 2026-H1 0
        case.supplement 2026-H1 0
        case.new_online 2026-Q3 1.986
        case.new_direct 2026-Q3 283",
    )
    .unwrap();
    let day = "2026-09-14".parse().unwrap();
    let figures = desk.ledger.figures(span("2026-Q3"), day, &[]).unwrap();
    for id in ["case.carried", "case.received", "case.new"] {
        assert_eq!(figures.older_day(id), None, "{id}");
    }
    assert_eq!(figures.traced("case.received", None).unwrap().as_of, Some(day));
    // A report of a later day has an older number of what came in, not of what stood at the beginning.
    let later = desk.ledger.figures(span("2026-Q3"), "2026-09-20".parse().unwrap(), &[]).unwrap();
    assert_eq!((later.older_day("case.received"), later.older_day("case.carried")), (Some(day), None));
}

/// Rows of a workbook as they were read: what was found in the cell, what it is taken for, whether it is taken.
fn read(rows: &[(&str, Cell)]) -> Vec<FigureImport> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (at, (id, cell)) in [("Mã", Cell::Words("Số liệu"))].iter().chain(rows).enumerate() {
        let row = u32::try_from(at).unwrap();
        page.write(row, 0, *id).unwrap();
        match cell {
            Cell::Words(words) => page.write(row, 1, *words).unwrap(),
            Cell::Number(number) => page.write(row, 1, *number).unwrap(),
        };
    }
    let bytes = book.save_to_buffer().unwrap();
    Desk::new().ledger.read_figures("so-lieu.xlsx", &bytes, Some(span("2026-Q3"))).unwrap().rows
}

enum Cell {
    Words(&'static str),
    Number(f64),
}

#[test]
fn a_point_in_a_number_of_a_workbook_parts_decimals_and_in_words_thousands() {
    let rows = read(&[
        ("case.new_online", Cell::Number(2310.0)),
        ("case.new_direct", Cell::Words("2.310")),
        ("case.index766", Cell::Number(92.5)),
        ("lead.funds", Cell::Number(10.529)),
        ("case.fee", Cell::Words("850,000")),
    ]);
    let told: Vec<(&str, &str, bool)> = rows.iter().map(|row| (row.value.as_str(), row.read.as_str(), row.take)).collect();
    let same = |text: &'static str| (text, text, true);
    assert_eq!(told, [("2310", "2.310", true), same("2.310"), same("92,5"), ("10,529", "", false), ("850,000", "", false)]);
    assert_eq!(rows[3].warnings[0].code, "figure-not-whole");
}

#[test]
fn a_figure_that_stands_twice_in_a_file_is_asked_for_not_taken() {
    let rows = read(&[
        ("case.late", Cell::Number(7.0)),
        ("case.late", Cell::Number(9.0)),
        ("case.early", Cell::Number(5.0)),
        ("case.early", Cell::Number(5.0)),
    ]);
    assert_eq!(rows.iter().map(|row| row.take).collect::<Vec<_>>(), [false, false, true, true], "the same twice is no question");
    assert_eq!(rows[1].warnings[0].sentence, "“Hồ sơ giải quyết quá hạn” có nhiều giá trị: 7; 9. Hãy chọn một dòng để nhập.");
}

#[test]
fn numbers_that_were_told_keep_their_unit() {
    let mut desk = Desk::new();
    desk.tell("money.revenue 2026-Q3 14.862.000.000").unwrap();
    let form = |desk: &Desk, id: &str| -> FigureForm {
        desk.view("2026-Q3").groups.into_iter().flat_map(|group| group.rows).find(|row| row.form.id == id).unwrap().form
    };
    let mut other = form(&desk, "money.revenue");
    other.unit = "triệu đồng".into();
    assert_eq!(desk.ledger.keep_figure(&other, &stamp()).unwrap_err().code(), "figure-told-otherwise");
    // Another word for the same ones, and a figure of which nothing was told, change as one likes.
    let mut visits = form(&desk, "citizens.visits");
    (visits.unit, visits.kind) = ("%".into(), FigureKind::Text);
    desk.ledger.keep_figure(&visits, &stamp()).unwrap();
    desk.tell("citizens.sessions 2026-Q3 4").unwrap();
    let mut sessions = form(&desk, "citizens.sessions");
    sessions.unit = "cuộc".into();
    desk.ledger.keep_figure(&sessions, &stamp()).unwrap();
}

#[test]
fn a_unit_s_estimate_is_closed_or_taken_out_by_itself() {
    let mut desk = Desk::new();
    desk.tell("citizens.sessions 2026-Q3 7 @1 ước\n citizens.sessions 2026-Q3 2 @2").unwrap();
    let shown = |desk: &Desk| {
        let row = desk.view("2026-Q3").groups.into_iter().flat_map(|group| group.rows).find(|row| row.form.id == "citizens.sessions").unwrap();
        let share = row.shares.into_iter().map(|share| {
            let told = |one: Option<crate::view::FigureTold>| {
                one.map_or("–".to_owned(), |one| format!("{}{}", one.value, if one.closed { "" } else { " ước" }))
            };
            format!("{} {} {}", share.cell.estimate, told(share.told), told(share.estimate))
        });
        (row.now.shown, share.collect::<Vec<_>>())
    };
    let both = |first: &str| vec![first.to_owned(), "false 2 –".to_owned()];
    assert_eq!(shown(&desk), ("9".into(), both("true 7 ước –")));
    desk.tell("citizens.sessions 2026-Q3 7 @1").unwrap();
    assert_eq!(shown(&desk), ("9".into(), both("false 7 7 ước")), "the estimate stays beside the closed number");
    desk.ledger.undo(&stamp()).unwrap();
    let unit = desk.ledger.units().unwrap()[0].id;
    let draft = |estimate: bool| crate::view::FigureDraft {
        figure: "citizens.sessions".into(),
        from: "2026-06-15".into(),
        to: "2026-09-14".into(),
        estimate,
        unit,
        ..crate::view::FigureDraft::default()
    };
    desk.ledger.keep_figure_value(&draft(true), &stamp()).unwrap();
    assert_eq!(shown(&desk), ("2".into(), vec!["false 2 –".to_owned()]));
    // Of nine months that other windows give, nothing was told that could be taken out.
    let row = desk.view("2026-9M").groups.into_iter().flat_map(|group| group.rows).find(|row| row.form.id == "citizens.sessions").unwrap();
    assert!(row.shares.iter().all(|share| share.told.is_none()));
}
