//! What is copied out of a sheet and pasted: with heads, with names, or a column of numbers alone.

use super::imported::told;
use super::{Desk, span};
use expect_test::expect;

fn paste(text: &str, from: &str) -> crate::Result<crate::view::FiguresDraft> {
    Desk::new().ledger.paste_figures(text, from, span("2026-Q3"))
}

#[test]
fn a_numbering_before_the_names_is_no_value() {
    let rows = "1\tHồ sơ tiếp nhận mới trực tuyến\thồ sơ\t1500\n2\tHồ sơ giải quyết quá hạn\thồ sơ\t4\n3\tMưa\tmm\t9";
    expect![[r#"
        case.new_online: 1500 = 1.500, ghi
        case.late: 4 = 4, ghi
        : 9 =  unknown-figure
    "#]]
    .assert_eq(&told(&paste(rows, "case.within").unwrap()));
    // Names that are none of ours fall on no figure below the selected cell.
    assert_eq!(paste("1\tMưa\tmm\t1500\n2\tNắng\tgiờ\t4", "case.within").unwrap_err().code(), "no-figures");
}

#[test]
fn a_unit_beside_the_name_counts_with_a_head_and_without() {
    let expected = "lead.funds_spent: 125,5 triệu đồng = 125.500.000, ghi\n";
    assert_eq!(told(&paste("Kinh phí CCHC đã sử dụng\ttriệu đồng\t125,5", "").unwrap()), expected);
    assert_eq!(told(&paste("Nội dung\tĐơn vị tính\tKết quả\nKinh phí CCHC đã sử dụng\ttriệu đồng\t125,5", "").unwrap()), expected);
    assert_eq!(told(&paste("triệu đồng\t125,5", "lead.funds_spent").unwrap()), expected);
    let ragged = paste("Kinh phí CCHC đã sử dụng\t125,5 triệu\nKinh phí bố trí cho CCHC trong năm\ttriệu đồng\t300", "").unwrap();
    assert_eq!(told(&ragged), "lead.funds_spent: 125,5 triệu = 125.500.000\nlead.funds: 300 triệu đồng = 300.000.000\n", "asked, in its unit");
    assert_eq!(told(&paste("Hồ sơ giải quyết quá hạn\tngười\t4", "").unwrap()), "case.late: 4 =  other-unit\n");
}

#[test]
fn rows_of_our_own_workbook_are_known_without_their_heads() {
    let rows =
        "Hồ sơ giải quyết quá hạn\thồ sơ\t4\t7\tx\tHệ thống TTHC\t9\tcase.late\nHồ sơ giải quyết trước hạn\thồ sơ\t1.604\t\t\t\t1.500\tcase.early";
    let draft = paste(rows, "").unwrap();
    assert_eq!(told(&draft), "case.late: 7 = 7, ghi\n", "a window that is not filled in takes no number of the one before");
    assert_eq!((draft.rows[0].estimate, draft.rows[0].source.as_str()), (true, "Hệ thống TTHC"));
}

#[test]
fn of_several_columns_of_numbers_none_is_taken_without_asking() {
    let draft = paste("Hồ sơ giải quyết quá hạn\thồ sơ\t4\t7\nHồ sơ giải quyết trước hạn\thồ sơ\t1.604\t", "").unwrap();
    expect![[r#"
        case.late: 4 = 4 figure-told-twice
        case.late: 7 = 7 figure-told-twice
        case.early: 1.604 = 1.604
    "#]]
    .assert_eq(&told(&draft));
    assert_eq!(draft.warnings[0].code, "several-columns");
    let alone = paste("4\t7\n5\t8", "case.within").unwrap();
    assert!(alone.rows.iter().all(|row| !row.take) && alone.rows.len() == 4, "{alone:?}");
    // With its heads the window's own column is taken.
    let headed = paste("Chỉ tiêu\tĐVT\tKỳ trước\tKỳ này\nHồ sơ giải quyết quá hạn\thồ sơ\t4\t7", "").unwrap();
    assert_eq!(told(&headed), "case.late: 7 = 7, ghi\n");
}

#[test]
fn a_cell_with_a_break_in_quotes_is_one_cell() {
    let draft = paste("\"Hồ sơ giải quyết\nquá hạn\"\thồ sơ\t4\r\nHồ sơ giải quyết trước hạn\thồ sơ\t5\r\n", "case.within").unwrap();
    assert_eq!(told(&draft), "case.late: 4 = 4, ghi\ncase.early: 5 = 5, ghi\n");
    let column = paste("4\n\"5\n\"\n6", "case.within").unwrap();
    assert_eq!(told(&column), "case.within: 4 = 4, ghi\ncase.beyond: 5 = 5, ghi\ncase.supplement: 6 = 6, ghi\n");
}
