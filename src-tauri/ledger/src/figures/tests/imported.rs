//! Files of other offices: their units, their numberings, and cells that say nothing.

use super::{Desk, span};
use crate::view::FiguresDraft;
use expect_test::expect;
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

/// A workbook of rows; a cell that is a number in its words is one, `=` begins a formula without a result.
pub(super) fn book(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (at, row) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(*row) {
            match cell.parse::<f64>() {
                Ok(number) => page.write(at, column, number).unwrap(),
                Err(_) if cell.starts_with('=') => page.write(at, column, Formula::new(*cell).set_result(" ")).unwrap(),
                Err(_) => page.write(at, column, *cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

fn read(rows: &[&[&str]]) -> FiguresDraft {
    Desk::new().ledger.read_figures("bieu.xlsx", &book(rows), Some(span("2026-Q3"))).unwrap()
}

/// A sheet as other programs leave it: cells of the lines, `<` goes on from the cell before it.
fn joined(lines: &str) -> Vec<u8> {
    sheets(&[("Biểu", lines)])
}

/// Such sheets with their names.
pub(super) fn sheets(pages: &[(&str, &str)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, lines) in pages {
        fill(book.add_worksheet().set_name(*name).unwrap(), lines);
    }
    book.save_to_buffer().unwrap()
}

fn fill(page: &mut Worksheet, lines: &str) {
    let plain = Format::new();
    for (at, line) in (0_u32..).zip(lines.lines()) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        for (column, cell) in (0_u16..).zip(&cells) {
            let wide = cells.iter().skip(usize::from(column) + 1).take_while(|cell| **cell == "<").count();
            match cell.parse::<f64>() {
                Ok(number) => page.write(at, column, number).map(|_| ()).unwrap(),
                Err(_) if *cell == "<" => {}
                Err(_) if wide > 0 => page.merge_range(at, column, at, column + u16::try_from(wide).unwrap(), cell, &plain).map(|_| ()).unwrap(),
                Err(_) => page.write(at, column, *cell).map(|_| ()).unwrap(),
            }
        }
    }
}

#[test]
fn a_head_of_two_rows_is_read_whole_and_the_number_of_another_window_is_never_taken() {
    for (heads, taken) in [
        ("Kết quả thực hiện | <\n | | | Kỳ trước | Kỳ này", "7 = 7, ghi"),
        ("Kết quả | <\n | | | Lũy kế | Trong kỳ", "7 = 7, ghi"),
        ("Kết quả | <\n | | | Trong kỳ | Lũy kế từ đầu năm", "3 = 3, ghi"),
        // Not joined: what is copied out of a sheet comes so too.
        ("Kết quả thực hiện |\n | | | Kỳ trước | Kỳ này", "7 = 7, ghi"),
        ("Kế hoạch | Thực hiện", "7 = 7, ghi"),
        ("Quý II/2026 | Quý III/2026", "7 = 7, ghi"),
        ("Kết quả | So với cùng kỳ", "3 = 3, ghi"),
        // Nothing tells: no row is taken.
        ("Quý I/2026 | Quý II/2026", "3 = 3"),
        ("Kết quả | Số liệu", "3 = 3"),
        ("Kết quả quý II | Kế hoạch quý III", "3 = 3"),
    ] {
        let lines = format!("STT | Nội dung | ĐVT | {heads}\n1 | Hồ sơ giải quyết quá hạn | hồ sơ | 3 | 7");
        let file = Desk::new().ledger.read_figures("bieu.xlsx", &joined(&lines), Some(span("2026-Q3"))).unwrap();
        let copied = lines.replace(" | <", " | ").replace(" | ", "\t").replace('|', "\t");
        let paste = Desk::new().ledger.paste_figures(&copied, "", span("2026-Q3")).unwrap();
        for draft in [file, paste] {
            assert_eq!(told(&draft), format!("case.late: {taken}\n"), "{heads} {}", draft.source);
            let codes: Vec<&str> = draft.warnings.iter().map(|note| note.code.as_str()).collect();
            assert_eq!(codes, if taken.ends_with("ghi") { vec![] } else { vec!["which-column"] }, "{heads}");
        }
    }
    // What the heading calls an estimate is one.
    let file = joined("Nội dung | 9 tháng | Ước cả năm\nHồ sơ giải quyết quá hạn | 3 | 7");
    let draft = Desk::new().ledger.read_figures("bieu.xlsx", &file, Some(span("2026"))).unwrap();
    assert_eq!((told(&draft).as_str(), draft.rows[0].estimate), ("case.late: 7 = 7, ghi\n", true));
}

/// A line for each row: the figure, what it is read from, what it is taken for, whether it is taken, what is asked.
pub(super) fn told(draft: &FiguresDraft) -> String {
    let row = |row: &crate::view::FigureImport| {
        let notes: Vec<&str> = row.warnings.iter().map(|note| note.code.as_str()).collect();
        format!("{}: {} = {}{} {}\n", row.figure, row.value, row.read, if row.take { ", ghi" } else { "" }, notes.join(" "))
    };
    draft.rows.iter().map(row).map(|line| line.replace(" \n", "\n")).collect()
}

#[test]
fn a_value_is_taken_in_the_unit_its_row_gives() {
    let draft = read(&[
        &["TT", "Nội dung", "Đơn vị tính", "Kết quả", "Ghi chú"],
        &["1", "Kinh phí bố trí cho CCHC trong năm", "Triệu đồng", "300", "BC 12"],
        &["2", "Kinh phí CCHC đã sử dụng", "tr.đ", "125,5"],
        &["3", "Kế hoạch vốn đầu tư công năm", "tỷ đồng", "102.49"],
        &["4", "Vốn đầu tư công đã giải ngân lũy kế", "\"", "10.529"],
        &["5", "Dự toán thu ngân sách năm", "đồng", "14862000000"],
        &["6", "Thu ngân sách lũy kế từ đầu năm", "Triệu đồng", "14 tỷ"],
        &["7", "Hồ sơ giải quyết quá hạn", "Người", "4"],
        &["8", "Hồ sơ giải quyết trước hạn", "HS", "1604"],
        &["9", "Mức độ hài lòng của người dân, doanh nghiệp", "%", "trên 98"],
        &["10", "Hồ sơ có phí, lệ phí", "triệu đồng", "3"],
    ]);
    expect![[r#"
        lead.funds: 300 triệu đồng = 300.000.000, ghi
        lead.funds_spent: 125,5 triệu đồng = 125.500.000, ghi
        money.invest_plan: 102,49 tỷ đồng = 102.490.000.000, ghi
        money.invest_paid: 10,529 tỷ đồng = 10.529.000.000, ghi
        money.revenue_plan: 14862000000 = 14.862.000.000, ghi
        money.revenue: 14 tỷ = 14.000.000.000, ghi
        case.late: 4 =  other-unit
        case.early: 1604 = 1.604, ghi
        case.satisfaction: trên 98 = trên 98, ghi
        case.fee: 3 =  other-unit
    "#]]
    .assert_eq(&told(&draft));
    assert_eq!(
        draft.rows[6].warnings[0].sentence,
        "Ở đây ghi đơn vị “Người”, chỉ tiêu này tính bằng hồ sơ. Hãy kiểm tra lại, gõ số theo hồ sơ rồi tích dòng này."
    );
}

#[test]
fn money_is_taken_in_the_unit_of_its_head_of_its_name_or_of_a_line_above() {
    let head = read(&[
        &["Chỉ tiêu", "Kết quả (triệu đồng)"],
        &["Kinh phí CCHC đã sử dụng", "125.5"],
        &["Hồ sơ giải quyết quá hạn", "4"],
        &["Kế hoạch vốn đầu tư công năm (tỷ đồng)", "102.49"],
    ]);
    let expected = expect![[r#"
        lead.funds_spent: 125,5 triệu đồng = 125.500.000, ghi
        case.late: 4 = 4, ghi
        money.invest_plan: 102,49 tỷ đồng = 102.490.000.000, ghi
    "#]];
    expected.assert_eq(&told(&head));
    let above = read(&[
        &["BIỂU SỐ LIỆU", "Đơn vị tính: triệu đồng"],
        &["Nội dung", "Kết quả"],
        &["Kinh phí CCHC đã sử dụng", "125.5"],
        &["Hồ sơ giải quyết quá hạn", "4"],
        &["Kế hoạch vốn đầu tư công năm (tỷ đồng)", "102.49"],
    ]);
    expected.assert_eq(&told(&above));
}

#[test]
fn a_column_called_unit_that_names_offices_is_none() {
    let draft = read(&[
        &["Nội dung", "Đơn vị", "Kết quả"],
        &["Hồ sơ giải quyết quá hạn", "Phòng Kinh tế", "4"],
        &["Kinh phí CCHC đã sử dụng", "triệu đồng", "3"],
    ]);
    assert_eq!(told(&draft), "case.late: 4 = 4, ghi\nlead.funds_spent: 3 triệu đồng = 3.000.000, ghi\n");
}

#[test]
fn a_figure_is_known_behind_the_marks_of_a_list() {
    let draft = read(&[
        &["STT", "Nội dung", "ĐVT", "Số lượng"],
        &["I", "Cải cách tổ chức bộ máy", "", ""],
        &["1", "- Cơ quan chuyên môn", "cơ quan", "3"],
        &["2", "2. Đơn vị sự nghiệp công lập:", "đơn vị", "4"],
    ]);
    assert_eq!(told(&draft), "org.departments: 3 = 3, ghi\norg.services: 4 = 4, ghi\n");
}

#[test]
fn a_formula_that_nobody_reckoned_is_told() {
    let draft = read(&[&["Nội dung", "Kết quả"], &["Hồ sơ giải quyết quá hạn", "=2+2"], &["Hồ sơ giải quyết trước hạn", "5"]]);
    assert_eq!(told(&draft), "case.early: 5 = 5, ghi\n");
    let notes: Vec<(&str, bool)> = draft.warnings.iter().map(|note| (note.code.as_str(), note.sentence.contains("Ô B2"))).collect();
    assert_eq!(notes, [("cell-uncalculated", true)]);
}
