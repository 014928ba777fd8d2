//! The workbook of one unit: its own numbers alone, and back again untouched without a change.

use super::{Desk, span};
use crate::sheet::read;
use crate::view::{FiguresDraft, Id};

fn unit(desk: &Desk, nth: usize) -> Id {
    desk.ledger.units().unwrap()[nth].id.unwrap()
}

fn file(desk: &Desk, window: &str, unit: Id) -> Vec<u8> {
    desk.ledger.figures_workbook(span(window), span(window).last, Some(unit)).unwrap()
}

fn back(desk: &Desk, file: &[u8]) -> FiguresDraft {
    desk.ledger.read_figures("phieu.xlsx", file, None).unwrap()
}

/// The cells of a row: last window, this one, the same one last year.
fn cells(file: &[u8], id: &str) -> [String; 3] {
    let sheets = read::bytes(file).unwrap();
    let row = sheets.iter().flat_map(|sheet| &sheet.rows).find(|row| row.words(7) == id).unwrap();
    [2, 3, 6].map(|column| row.words(column))
}

#[test]
fn a_part_of_a_window_is_never_filled_in_as_the_whole() {
    let mut desk = Desk::new();
    desk.tell("news.portal 2026-Q3 8 @1").unwrap();
    let one = unit(&desk, 0);
    let year = file(&desk, "2026", one);
    assert_eq!(cells(&year, "news.portal")[1], "");
    assert!(back(&desk, &year).rows.is_empty(), "an untouched file says nothing");
    let quarter = file(&desk, "2026-Q3", one);
    assert_eq!(cells(&quarter, "news.portal")[1], "8");
    let same = back(&desk, &quarter);
    assert_eq!((same.rows[0].now.as_str(), same.rows[0].take), ("8", false));
}

#[test]
fn beside_its_own_number_a_unit_finds_its_own_earlier_ones() {
    let mut desk = Desk::new();
    desk.tell(
        "news.portal 2026-H1 10 @1
        news.portal 2026-H1 30 @2
        news.portal 2025-Q3 5 @1
        news.portal 2025-Q3 6 @2
        news.portal 2026-Q3 8 @1",
    )
    .unwrap();
    assert_eq!(cells(&file(&desk, "2026-Q3", unit(&desk, 0)), "news.portal"), ["10", "8", "5"]);
    assert_eq!(cells(&file(&desk, "2026-Q3", unit(&desk, 1)), "news.portal"), ["30", "", "6"]);
}

#[test]
fn words_of_a_unit_hold_for_the_office_until_another_says_otherwise() {
    let mut desk = Desk::new();
    let satisfied =
        |desk: &Desk| desk.view("2026-Q3").groups.into_iter().flat_map(|group| group.rows).find(|row| row.form.id == "case.satisfaction").unwrap();
    desk.tell("case.satisfaction 2026-Q3 trên_98% @1").unwrap();
    let row = satisfied(&desk);
    assert_eq!((row.now.shown.as_str(), row.now.source.as_str()), ("trên 98%", "Phòng Kinh tế (Hệ thống TTHC)"));
    assert_eq!((row.shares.len(), row.shares[0].cell.shown.as_str()), (1, "trên 98%"));
    let sheet = file(&desk, "2026-Q3", unit(&desk, 0));
    assert_eq!(cells(&sheet, "case.satisfaction")[1], "trên 98%");
    let same = back(&desk, &sheet);
    assert_eq!((same.rows[0].now.as_str(), same.rows[0].take), ("trên 98%", false));
    desk.tell("case.satisfaction 2026-Q3 97 @2").unwrap();
    let row = satisfied(&desk);
    assert_eq!((row.now.shown.as_str(), row.now.source.as_str()), ("", "Các đơn vị gửi lời khác nhau; hãy gõ lời dùng chung cho cả xã"));
    desk.tell("case.satisfaction 2026-Q3 98").unwrap();
    assert_eq!(satisfied(&desk).now.shown, "98");
    assert!(desk.view("2026-Q3").doubts.is_empty(), "words don't add up");
}

#[test]
fn each_unit_s_file_has_a_name_of_its_own() {
    let desk = Desk::new();
    let name = |unit| desk.ledger.figures_file_name(span("2026-Q3"), unit).unwrap();
    assert_eq!(name(None), "SoLieu_CCHC_15062026_14092026");
    assert_eq!(name(Some(unit(&desk, 0))), "SoLieu_CCHC_15062026_14092026_Phòng Kinh tế");
    assert_ne!(name(Some(unit(&desk, 0))), name(Some(unit(&desk, 1))));
    assert_eq!(desk.ledger.figures_file_name(span("2026-Q3"), Some(999)).unwrap_err().code(), "not-found");
}
