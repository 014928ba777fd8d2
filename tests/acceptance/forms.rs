//! The higher office's form: filled in its own layout, its rows told once.

use ledger::deadline::Span;
use ledger::view::{FigureDraft, FormColumns, FormDraft, FormDraftRow};
use rust_xlsxwriter::Workbook;
use tests::{Desk, day, on};

fn window() -> Span {
    Span { first: day("2026-06-15"), last: day("2026-09-14") }
}

fn form(rows: &[&str]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Biểu 1").unwrap();
    for (column, name) in ["STT", "Chỉ tiêu", "Kết quả"].iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), *name).unwrap();
    }
    for (nth, words) in rows.iter().enumerate() {
        let row = u32::try_from(nth).unwrap() + 1;
        sheet.write(row, 0, row).unwrap();
        sheet.write(row, 1, *words).unwrap();
    }
    book.save_to_buffer().unwrap()
}

fn desk() -> Desk {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    for (figure, value) in [("case.new_online", "2772"), ("case.new_direct", "36"), ("case.carried", "0")] {
        let draft = FigureDraft {
            figure: figure.into(),
            from: "2026-06-15".into(),
            to: "2026-09-14".into(),
            value: value.into(),
            source: "Phần mềm một cửa".into(),
            ..FigureDraft::default()
        };
        desk.ledger.keep_figure_value(&draft, &on("2026-09-15")).unwrap();
    }
    desk
}

/// The rows of a form: place, figure, whether it is sure.
fn rows(desk: &Desk, bytes: &[u8]) -> Vec<(usize, String, bool)> {
    let view = desk.ledger.read_form("biểu.xlsx", bytes, window(), window().last).unwrap();
    view.tables[0].rows.iter().map(|row| (row.place, row.figure.clone(), row.sure)).collect()
}

/// What a row is remembered by, as the view tells it.
fn key(words: &str) -> String {
    let bytes = form(&[words]);
    desk().ledger.read_form("biểu.xlsx", &bytes, window(), window().last).unwrap().tables[0].rows[0].key.clone()
}

fn row(place: usize, words: &str, figure: &str) -> FormDraftRow {
    FormDraftRow { table: 0, place, value: 2, key: key(words), figure: figure.into(), unit_key: String::new() }
}

fn draft(rows: Vec<FormDraftRow>) -> FormDraft {
    FormDraft { from: window().first, to: window().last, as_of: window().last, rows }
}

#[test]
fn a_row_that_was_told_once_is_known_the_next_time() {
    let mut desk = desk();
    let first = form(&["Hồ sơ mới nộp qua mạng", "Số ngày nắng", "Hồ sơ kỳ trước chuyển sang"]);
    assert_eq!(
        rows(&desk, &first).iter().map(|(_, figure, sure)| (figure.as_str(), *sure)).collect::<Vec<_>>(),
        [("", false), ("", false), ("case.carried", true)]
    );
    let told = draft(vec![
        row(2, "Hồ sơ mới nộp qua mạng", "case.new_online"),
        row(3, "Số ngày nắng", ""),
        row(4, "Hồ sơ kỳ trước chuyển sang", "case.carried"),
    ]);
    let (filled, about) = desk.ledger.fill_form("biểu.xlsx", &first, &told, &on("2026-09-16")).unwrap();
    assert_eq!((about.filled, about.missing.len(), about.formulas.len()), (2, 0, 0));
    let view = desk.ledger.read_form("biểu.xlsx", &filled, window(), window().last).unwrap();
    let values: Vec<&str> = view.tables[0].rows.iter().map(|row| row.cells.get(2).map_or("", String::as_str)).collect();
    assert_eq!(values, ["2772", "", "0"]);

    // Another form, another order, marks and capitals otherwise.
    let second = form(&["HỒ SƠ MỚI NỘP QUA MẠNG:", "Hồ sơ tiếp nhận mới trực tuyến"]);
    assert_eq!(rows(&desk, &second), [(2, "case.new_online".to_owned(), true), (3, "case.new_online".to_owned(), true)]);
    // Told the same, nothing is written; undo forgets.
    let log = desk.ledger.log(1000).unwrap().len();
    let (_, about) = desk.ledger.fill_form("biểu.xlsx", &first, &told, &on("2026-09-16")).unwrap();
    assert_eq!((about.change, desk.ledger.log(1000).unwrap().len()), (None, log));
    desk.ledger.undo(&on("2026-09-16")).unwrap();
    assert_eq!(rows(&desk, &first)[0].1, "");
}

#[test]
fn a_figure_without_a_value_leaves_its_cell_empty_and_is_told() {
    let mut desk = desk();
    let file = form(&["Trực tuyến", "Đơn thư tiếp nhận"]);
    let told = draft(vec![row(2, "Trực tuyến", "case.new_online"), row(3, "Đơn thư tiếp nhận", "petitions.received")]);
    let (_, about) = desk.ledger.fill_form("biểu.xlsx", &file, &told, &on("2026-09-16")).unwrap();
    assert_eq!((about.filled, about.missing.len()), (1, 1));
}

#[test]
fn bad_forms_are_refused_and_nothing_is_kept() {
    let mut desk = desk();
    let file = form(&["Trực tuyến"]);
    let log = desk.ledger.log(1000).unwrap().len();
    for (name, bytes, code) in [("biểu.pdf", b"%PDF".as_slice(), "form-kind"), ("biểu.xls", b"", "form-kind"), ("biểu.xlsx", b"PK", "not-workbook")]
    {
        assert_eq!(desk.ledger.read_form(name, bytes, window(), window().last).unwrap_err().code(), code, "{name}");
    }
    let mut empty = Workbook::new();
    empty.add_worksheet().write(0, 0, "Kính gửi").unwrap();
    let empty = empty.save_to_buffer().unwrap();
    assert_eq!(desk.ledger.read_form("biểu.xlsx", &empty, window(), window().last).unwrap_err().code(), "no-form-table");
    for (rows, code) in [
        (vec![], "nothing-to-fill"),
        (vec![row(2, "Trực tuyến", "petitions.received")], "nothing-to-fill"),
        (vec![row(2, "Trực tuyến", "không.có")], "not-found"),
    ] {
        assert_eq!(desk.ledger.fill_form("biểu.xlsx", &file, &draft(rows), &on("2026-09-16")).unwrap_err().code(), code);
    }
    assert_eq!(desk.ledger.log(1000).unwrap().len(), log);
}

#[test]
fn money_is_filled_in_the_unit_the_form_asks_and_a_row_in_another_unit_is_looked_at() {
    let mut desk = desk();
    let draft = FigureDraft {
        figure: "lead.funds".into(),
        from: "2026-06-15".into(),
        to: "2026-09-14".into(),
        value: "1.250.500.000".into(),
        source: "Quyết định giao dự toán".into(),
        ..FigureDraft::default()
    };
    desk.ledger.keep_figure_value(&draft, &on("2026-09-15")).unwrap();
    let known = desk.ledger.read_form("biểu.xlsx", &form(&["Trực tuyến"]), window(), window().last).unwrap().figures;
    let name = known.into_iter().find(|figure| figure.id == "lead.funds").unwrap().name;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Biểu 1").unwrap();
    let rows = [["Chỉ tiêu", "Đơn vị tính", "Kết quả"], [&name, "Triệu đồng", ""], ["Hồ sơ kỳ trước chuyển sang", "người", ""]];
    for (at, row) in (0_u32..).zip(rows) {
        for (column, words) in (0_u16..).zip(row) {
            sheet.write(at, column, words).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let view = desk.ledger.read_form("biểu.xlsx", &bytes, window(), window().last).unwrap();
    let table = &view.tables[0];
    let told: Vec<(&str, bool, &str)> = table.rows.iter().map(|row| (row.figure.as_str(), row.sure, row.unit.as_str())).collect();
    // Called like a figure of ours, but it asks for people.
    assert_eq!(told, [("lead.funds", true, "Triệu đồng"), ("case.carried", false, "người")]);
    let rows: Vec<FormDraftRow> = table
        .rows
        .iter()
        .map(|row| FormDraftRow {
            table: 0,
            place: row.place,
            value: table.value.unwrap(),
            key: row.key.clone(),
            figure: row.figure.clone(),
            unit_key: row.unit_key.clone(),
        })
        .collect();
    let (filled, _) = desk.ledger.fill_form("biểu.xlsx", &bytes, &self::draft(rows), &on("2026-09-16")).unwrap();
    let view = desk.ledger.read_form("biểu.xlsx", &filled, window(), window().last).unwrap();
    let values: Vec<&str> = view.tables[0].rows.iter().map(|row| row.cells[2].as_str()).collect();
    assert_eq!(values, ["1250.5", "0"]);
    // Told so by hand, it is known the next time.
    assert!(view.tables[0].rows[1].sure);
}

#[test]
fn a_form_is_read_again_by_the_column_the_officer_chose() {
    let desk = desk();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Biểu 1").unwrap();
    let rows = [
        ["Chỉ tiêu", "Kết quả", "Thông tin lấy số"],
        ["Dòng thứ nhất", "", "Hồ sơ tiếp nhận mới trực tuyến"],
        ["Dòng thứ hai", "", "Hồ sơ kỳ trước chuyển sang"],
        ["Dòng thứ ba", "", "Số ngày nắng"],
    ];
    for (at, row) in (0_u32..).zip(rows) {
        for (column, words) in (0_u16..).zip(row) {
            sheet.write(at, column, words).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let read = |words: &[usize]| {
        let said: Vec<FormColumns> = words.iter().map(|words| FormColumns { table: 0, words: Some(*words), value: None }).collect();
        desk.ledger.read_form_by("biểu.xlsx", &bytes, window(), window().last, &said).unwrap().tables.remove(0)
    };
    let told = |table: &ledger::view::FormTable| table.rows.iter().map(|row| (row.key.clone(), row.figure.clone())).collect::<Vec<_>>();
    let table = read(&[0]);
    assert_eq!((table.words, table.value), (0, Some(1)));
    assert_eq!(told(&table)[0], ("dong thu nhat".to_owned(), String::new()));
    let table = read(&[2]);
    assert_eq!((table.words, table.value), (2, Some(1)));
    let pair = |key: &str, figure: &str| (key.to_owned(), figure.to_owned());
    assert_eq!(
        told(&table),
        [pair("ho so tiep nhan moi truc tuyen", "case.new_online"), pair("ho so ky truoc chuyen sang", "case.carried"), pair("so ngay nang", "")]
    );
    // A column without words keeps the table, so that another can be chosen; one that is not there changes nothing.
    assert!(read(&[1]).rows.is_empty());
    assert_eq!(read(&[9]), read(&[]));
    assert_eq!(read(&[]), read(&[2]));
}

#[test]
fn a_form_with_a_column_for_each_quarter_is_filled_in_that_of_the_window() {
    let mut desk = desk();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Biểu 1").unwrap();
    for (at, row) in (0_u32..).zip([["Chỉ tiêu", "Quý I", "Quý II", "Quý III", "Cả năm"], ["Hồ sơ tiếp nhận mới trực tuyến", "11", "", "", ""]])
    {
        for (column, words) in (0_u16..).zip(row) {
            sheet.write(at, column, words).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let read =
        |window: Span, said: &[FormColumns]| desk.ledger.read_form_by("biểu.xlsx", &bytes, window, window.last, said).unwrap().tables.remove(0);
    let nine = Span { first: day("2025-12-15"), last: day("2026-09-14") };
    let chosen = FormColumns { table: 0, words: None, value: Some(4) };
    let values = [read(window(), &[]).value, read(nine, &[]).value, read(nine, &[chosen]).value];
    assert_eq!(values, [Some(3), None, Some(4)], "named; asked; as the officer said");
    let table = read(window(), &[]);
    let told =
        FormDraftRow { table: 0, place: 2, value: 3, key: table.rows[0].key.clone(), figure: "case.new_online".into(), unit_key: String::new() };
    let (filled, _) = desk.ledger.fill_form("biểu.xlsx", &bytes, &draft(vec![told]), &on("2026-09-16")).unwrap();
    let view = desk.ledger.read_form("biểu.xlsx", &filled, window(), window().last).unwrap();
    assert_eq!(view.tables[0].rows[0].cells[1..].iter().map(String::as_str).collect::<Vec<_>>(), ["11", "", "2772"]);
}
