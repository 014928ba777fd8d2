//! Workbooks, mended drafts, columns the officer names.

use super::*;
use crate::view::ColumnMap;

/// A workbook of one sheet from rows of words; `<n` after words merges n columns.
pub(super) fn sheet(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    fill(book.add_worksheet(), rows);
    book.save_to_buffer().unwrap()
}

fn fill(page: &mut rust_xlsxwriter::Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, words) in (0..).zip(*cells) {
            match words.split_once('<') {
                Some((words, wide)) => {
                    let last = column + wide.parse::<u16>().unwrap() - 1;
                    page.merge_range(row, column, row, last, words, &rust_xlsxwriter::Format::new()).unwrap();
                }
                None if words.is_empty() => {}
                None => {
                    page.write(row, column, *words).unwrap();
                }
            }
        }
    }
}

pub(super) fn check_sheet(bytes: &[u8], expected: expect_test::Expect) {
    let (draft, counts) = read("kế hoạch.xlsx", bytes, &Meaning::default()).unwrap();
    assert!(counts.add_up(), "{counts:?}");
    expected.assert_eq(&lines(&draft));
}

#[test]
fn two_tables_of_one_sheet_have_columns_of_their_own() {
    let bytes = sheet(&[
        &["KẾ HOẠCH CCHC NĂM 2026<4"],
        &["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"],
        &["1", "Rà soát văn bản", "Phòng Kinh tế", "Quý I"],
        &["Phần của các trường<4"],
        &["STT", "Thời hạn", "Nhiệm vụ", "Đơn vị chủ trì"],
        &["2", "Quý II", "Tập huấn", "Trường Tiểu học Lam Khê"],
    ]);
    check_sheet(
        &bytes,
        expect_test::expect![[r#"
            KẾ HOẠCH CCHC NĂM 2026 [2026-01-01 – 2026-12-31]
             · 
              1 | Rà soát văn bản | Phòng Kinh tế |  | Quý I | 
             · Phần của các trường
              2 | Tập huấn | Trường Tiểu học Lam Khê |  | Quý II | 
            ! column-missing: Không thấy cột cơ quan phối hợp; cột này để trống ở mọi dòng.
            ! column-missing: Không thấy cột sản phẩm; cột này để trống ở mọi dòng.
        "#]],
    );
}

#[test]
fn faults_of_a_workbook_stand_beside_their_cells() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    let rows: &[&[&str]] = &[
        &["TT", "Nội dung", "Chủ trì", "Thời hạn", "Kinh phí"],
        &["1", "Họp báo", "Phòng Kinh tế", "Quý I", "5 triệu"],
        &["2", "#REF!", "Công an xã", "#N/A", ""],
    ];
    fill(page, rows);
    page.set_row_hidden(1).unwrap();
    fill(book.add_worksheet().set_name("Thu chi").unwrap(), &[&["Tháng", "Thu"], &["1", "20"], &["2", "30"]]);
    check_sheet(
        &book.save_to_buffer().unwrap(),
        expect_test::expect![[r#"
             [2026-01-01 – 2026-12-31]
             · 
              1 | Họp báo | Phòng Kinh tế |  | Quý I | 
                ! row-hidden: Hàng 2 đang ẩn trong bảng tính; vẫn được đọc.
              2 | #REF! | Công an xã |  | #N/A | 
                ! content-fault: Cột nội dung công việc có lỗi công thức #REF! của bảng tính. Hãy gõ lại ô này.
                ! deadline-fault: Cột thời hạn có lỗi công thức #N/A của bảng tính. Hãy gõ lại ô này.
            ! period-assumed: Tên kế hoạch không ghi kỳ; tạm lấy từ 01/01/2026 đến 31/12/2026. Hãy kiểm tra lại hai ngày.
            ! table-unread: Bảng “Thu chi” (3 hàng) không giống bảng nhiệm vụ nên không đọc.
            ! column-missing: Không thấy cột cơ quan phối hợp; cột này để trống ở mọi dòng.
            ! column-missing: Không thấy cột sản phẩm; cột này để trống ở mọi dòng.
            ! column-unread: Cột “Kinh phí” không có chỗ trong sổ nên không đọc.
        "#]],
    );
}

#[test]
fn the_officer_says_what_the_columns_hold() {
    let bytes =
        sheet(&[&["A", "B", "C", "D"], &["Rà soát văn bản", "1", "31/3/2026", "Phòng Kinh tế"], &["Tập huấn", "2", "30/6/2026", "Công an xã"]]);
    let pieces = || super::super::source::pieces_of("lạ.xlsx", &bytes).unwrap();
    let refused = super::super::draft("lạ.xlsx", pieces(), &Meaning::default(), None).unwrap_err();
    assert_eq!(refused.to_string(), crate::Problem::NoPlanTable.sentence());
    let map = ColumnMap { table: 0, header_rows: 1, fields: vec![Some(1), Some(0), Some(4), Some(2)] };
    let (draft, counts) = super::super::draft("lạ.xlsx", pieces(), &Meaning::default(), Some(&map)).unwrap();
    assert!(counts.add_up(), "{counts:?}");
    expect_test::expect![[r#"
         [2026-01-01 – 2026-12-31]
         · 
          1 | Rà soát văn bản | Phòng Kinh tế |  | 31/3/2026 | 
          2 | Tập huấn | Công an xã |  | 30/6/2026 | 
        ! period-assumed: Tên kế hoạch không ghi kỳ; tạm lấy từ 01/01/2026 đến 31/12/2026. Hãy kiểm tra lại hai ngày.
        ! column-missing: Không thấy cột cơ quan phối hợp; cột này để trống ở mọi dòng.
        ! column-missing: Không thấy cột sản phẩm; cột này để trống ở mọi dòng.
    "#]]
    .assert_eq(&lines(&draft));
}

#[test]
fn a_plan_of_a_hundred_thousand_rows_is_refused_with_a_sentence() {
    let text: String =
        std::iter::once("TT\tNội dung\tThời hạn\n".to_owned()).chain((1..=100_000).map(|nth| format!("{nth}\tViệc {nth}\tQuý I\n"))).collect();
    let refused = super::super::read_plan_bytes("dài.txt", text.as_bytes(), &Meaning::default()).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "Bảng có 100.000 nhiệm vụ, quá mức 20.000 đọc được của một kế hoạch. Hãy tách bảng thành nhiều tệp rồi nhập từng tệp."
    );
}

/// A mended cell is read anew: its deadline, its doubts, and those of its neighbours' numbers.
#[test]
fn a_draft_is_looked_at_again_after_a_cell_was_mended() {
    let mut draft = draft(&with_head(&[&["1", "Họp", "Phòng Kinh tế", "", "Xong đợt II", ""], &["3", "Báo cáo", "", "", "Quý I", ""]]));
    let codes = |draft: &PlanDraft| {
        draft.rows.iter().map(|row| row.warnings.iter().map(|note| note.code.clone()).collect::<Vec<_>>().join(",")).collect::<Vec<_>>()
    };
    assert_eq!(codes(&draft), ["deadline-unknown", "tt-gap,lead-none"]);
    draft.rows[0].deadline_text = " Quý  II ".to_owned();
    draft.rows[1].tt = "2".to_owned();
    draft.rows[1].lead = "Công an xã".to_owned();
    let again = super::super::look_again(draft, &Meaning::default());
    assert_eq!(codes(&again), ["", ""]);
    assert_eq!((again.rows[0].deadline_text.as_str(), again.rows[0].deadline.last.unwrap().to_string().as_str()), ("Quý II", "2026-06-30"));
}
