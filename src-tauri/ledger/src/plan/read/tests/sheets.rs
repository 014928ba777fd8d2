//! Workbooks, mended drafts, columns the officer names.

use super::*;
use crate::view::ColumnMap;

/// A workbook of one sheet from rows of words; `<n` after words merges n columns.
fn sheet(rows: &[&[&str]]) -> Vec<u8> {
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

fn check_sheet(bytes: &[u8], expected: expect_test::Expect) {
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

#[test]
fn words_in_a_column_without_a_name_are_told() {
    let bytes = sheet(&[
        &["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "Ghi chú<2"],
        &["1", "Rà soát văn bản", "Phòng Kinh tế", "Quý I", "", "gấp", "Chị Hoa theo dõi", ""],
        &["2", "Tập huấn", "Phòng Kinh tế", "Quý II", "", "", "Anh Nam theo dõi", "đã xin kinh phí"],
    ]);
    check_sheet(
        &bytes,
        expect_test::expect![[r#"
         [2026-01-01 – 2026-12-31]
         · 
          1 | Rà soát văn bản | Phòng Kinh tế |  | Quý I | 
          2 | Tập huấn | Phòng Kinh tế |  | Quý II | 
        ! period-assumed: Tên kế hoạch không ghi kỳ; tạm lấy từ 01/01/2026 đến 31/12/2026. Hãy kiểm tra lại hai ngày.
        ! column-missing: Không thấy cột cơ quan phối hợp; cột này để trống ở mọi dòng.
        ! column-missing: Không thấy cột sản phẩm; cột này để trống ở mọi dòng.
        ! column-unread: Cột “Ghi chú” không có chỗ trong sổ nên không đọc.
        ! column-unnamed: Cột G không có tên nên không đọc: 2 ô có chữ, ô đầu là “Chị Hoa theo dõi”.
        ! column-unnamed: Cột H không có tên nên không đọc: 1 ô có chữ, ô đầu là “đã xin kinh phí”.
    "#]],
    );
}

#[test]
fn a_table_of_targets_beside_the_plan_is_named_and_never_becomes_tasks() {
    let targets: &[&[&str]] = &[
        &["CHỈ TIÊU CHỦ YẾU<5"],
        &["STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch 2026", "Ghi chú"],
        &["1", "Tỷ lệ hồ sơ trả đúng hạn", "%", "98"],
        &["2", "Tỷ lệ hồ sơ trực tuyến", "%", "80"],
    ];
    let plan: &[&[&str]] = &[
        &["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "Sản phẩm"],
        &["1", "Rà soát văn bản", "Phòng Kinh tế", "Quý I", "Báo cáo"],
        &["2", "Tập huấn", "Phòng Kinh tế", "Quý II", "Lớp tập huấn"],
    ];
    let expected = expect_test::expect![[r#"
         [2026-01-01 – 2026-12-31]
         · 
          1 | Rà soát văn bản | Phòng Kinh tế |  | Quý I | Báo cáo
          2 | Tập huấn | Phòng Kinh tế |  | Quý II | Lớp tập huấn
        ! period-assumed: Tên kế hoạch không ghi kỳ; tạm lấy từ 01/01/2026 đến 31/12/2026. Hãy kiểm tra lại hai ngày.
        ! table-unread: Bảng “CHỈ TIÊU CHỦ YẾU” (4 hàng) không giống bảng nhiệm vụ nên không đọc.
        ! column-missing: Không thấy cột cơ quan phối hợp; cột này để trống ở mọi dòng.
    "#]];
    check_sheet(&sheet(&[plan, targets].concat()), expected);
    let expected = expect_test::expect![[r#"
        CHỈ TIÊU CHỦ YẾU [2026-01-01 – 2026-12-31]
         · 
          1 | Rà soát văn bản | Phòng Kinh tế |  | Quý I | Báo cáo
          2 | Tập huấn | Phòng Kinh tế |  | Quý II | Lớp tập huấn
        ! period-assumed: Tên kế hoạch không ghi kỳ; tạm lấy từ 01/01/2026 đến 31/12/2026. Hãy kiểm tra lại hai ngày.
        ! table-unread: Bảng “STT Chỉ tiêu Đơn vị tính Kế hoạch 2026 Ghi chú” (3 hàng) không giống bảng nhiệm vụ nên không đọc.
        ! column-missing: Không thấy cột cơ quan phối hợp; cột này để trống ở mọi dòng.
    "#]];
    check_sheet(&sheet(&[targets, plan].concat()), expected);
    // As tables of a Word file of their own, one right below the other.
    let expected = expect_test::expect![[r#"
         [2026-01-01 – 2026-12-31]
         · 
          1 | Rà soát văn bản | Phòng Kinh tế |  | Quý I | Báo cáo
          2 | Tập huấn | Phòng Kinh tế |  | Quý II | Lớp tập huấn
        ! period-assumed: Tên kế hoạch không ghi kỳ; tạm lấy từ 01/01/2026 đến 31/12/2026. Hãy kiểm tra lại hai ngày.
        ! table-unread: Bảng “STT Chỉ tiêu Đơn vị tính Kế hoạch 2026 Ghi chú” (3 hàng) không giống bảng nhiệm vụ nên không đọc.
        ! column-missing: Không thấy cột cơ quan phối hợp; cột này để trống ở mọi dòng.
    "#]];
    let filled: Vec<Vec<&str>> = targets.iter().skip(1).map(|row| [*row, &["x"]].concat().into_iter().take(5).collect()).collect();
    let filled: Vec<&[&str]> = filled.iter().map(Vec::as_slice).collect();
    check(&(table(plan) + &table(&filled)), expected);
}

#[test]
fn a_group_in_capitals_needs_no_mark_and_one_without_tasks_is_told() {
    let body = with_head(&[
        &["", "CHỈ ĐẠO, ĐIỀU HÀNH", "", "", "", ""],
        &["1", "Ban hành kế hoạch", "Phòng Kinh tế", "", "Quý I", "Kế hoạch"],
        &["", "CẢI CÁCH THỂ CHẾ", "", "", "", ""],
        &["", "CHUYỂN ĐỔI SỐ", "", "", "", ""],
        &["2", "Tập huấn", "Phòng Kinh tế", "", "Quý II", ""],
    ]);
    check(
        &body,
        expect_test::expect![[r#"
         [2026-01-01 – 2026-12-31]
         · CHỈ ĐẠO, ĐIỀU HÀNH
          1 | Ban hành kế hoạch | Phòng Kinh tế |  | Quý I | Kế hoạch
         · CHUYỂN ĐỔI SỐ
          2 | Tập huấn | Phòng Kinh tế |  | Quý II | 
        ! period-assumed: Tên kế hoạch không ghi kỳ; tạm lấy từ 01/01/2026 đến 31/12/2026. Hãy kiểm tra lại hai ngày.
        ! group-empty: Không có nhiệm vụ nào trong nhóm “CẢI CÁCH THỂ CHẾ”; nhóm này không ghi vào sổ.
    "#]],
    );
}

#[test]
fn an_event_named_in_full_gives_the_last_day_before_the_plan_is_kept() {
    let bytes = sheet(&[
        &["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"],
        &["1", "Rà soát văn bản", "Phòng Kinh tế", "10 ngày kể từ ngày 01/3/2026"],
        &["2", "Tập huấn", "Phòng Kinh tế", "05 ngày làm việc kể từ ngày 06/3/2026"],
        &["3", "Báo cáo", "Phòng Kinh tế", "10 ngày kể từ ngày có văn bản"],
    ]);
    let (draft, _) = read("kế hoạch.xlsx", &bytes, &Meaning::default()).unwrap();
    let hints: Vec<&str> = draft.rows.iter().map(|row| row.deadline_hint.as_str()).collect();
    assert_eq!(hints, ["hạn 11/03/2026", "hạn 13/03/2026", "chưa có ngày"]);
}

#[test]
fn numbers_that_a_page_counts_by_itself_are_read() {
    let head = "<tr><th>TT<th>Nhiệm vụ<th>Chủ trì<th>Thời hạn</tr>";
    let row = |tt: &str, words: &str| format!("<tr><td>{tt}<td>{words}<td>Phòng Kinh tế<td>Quý I</tr>");
    let item = |start: u8| format!("<ol start=\"{start}\"><li><p></p></li></ol>");
    let page = format!(
        "<table>{head}{}{}{}{}</table>",
        "<tr><td colspan=4><ol type=\"I\" start=\"2\"><li>Thể chế</ol></tr>",
        row(&item(1), "Rà soát <ul><li>văn bản</li></ul>"),
        row(&item(2), "Tập huấn<ol type=a><li>cán bộ<li>công chức</ol>"),
        row("<ol><li value='5'></ol>", "Báo cáo")
    );
    let (draft, counts) = read("kế hoạch.html", page.as_bytes(), &Meaning::default()).unwrap();
    assert!(counts.add_up());
    expect_test::expect![[r#"
         [2026-01-01 – 2026-12-31]
        II · Thể chế
          1 | Rà soát văn bản | Phòng Kinh tế |  | Quý I | 
          2 | Tập huấn a. cán bộ b. công chức | Phòng Kinh tế |  | Quý I | 
          5 | Báo cáo | Phòng Kinh tế |  | Quý I | 
            ! tt-gap: Số thứ tự nhảy từ 2 sang 5
        ! period-assumed: Tên kế hoạch không ghi kỳ; tạm lấy từ 01/01/2026 đến 31/12/2026. Hãy kiểm tra lại hai ngày.
        ! column-missing: Không thấy cột cơ quan phối hợp; cột này để trống ở mọi dòng.
        ! column-missing: Không thấy cột sản phẩm; cột này để trống ở mọi dòng.
    "#]]
    .assert_eq(&lines(&draft));
}

#[test]
fn lines_below_a_table_are_listed_and_never_become_tasks() {
    let bytes = sheet(&[
        &["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "Sản phẩm"],
        &["I", "Thể chế"],
        &["1", "Rà soát văn bản", "Phòng Kinh tế", "Quý I", "Báo cáo"],
        &["CẢI CÁCH THỦ TỤC HÀNH CHÍNH"],
        &["2", "Tổng hợp, công khai thủ tục", "Phòng Kinh tế", "Quý II", "Quyết định"],
        &["Tổng cộng", "2"],
        &["", "Tổng cộng: 2 nhiệm vụ"],
        &["* Ghi chú: thời hạn theo Kế hoạch của tỉnh"],
        &["NGƯỜI LẬP", "", "", "", "CHỦ TỊCH"],
        &["Nơi nhận:"],
        &["- Lưu: VT."],
    ]);
    check_sheet(
        &bytes,
        expect_test::expect![[r#"
         [2026-01-01 – 2026-12-31]
        I · Thể chế
          1 | Rà soát văn bản | Phòng Kinh tế |  | Quý I | Báo cáo
         · CẢI CÁCH THỦ TỤC HÀNH CHÍNH
          2 | Tổng hợp, công khai thủ tục | Phòng Kinh tế |  | Quý II | Quyết định
        ! period-assumed: Tên kế hoạch không ghi kỳ; tạm lấy từ 01/01/2026 đến 31/12/2026. Hãy kiểm tra lại hai ngày.
        ! column-missing: Không thấy cột cơ quan phối hợp; cột này để trống ở mọi dòng.
        ! row-skipped: Bỏ qua hàng 6: “Tổng cộng 2”. Hãy xem đó có phải là nhiệm vụ không.
        ! row-skipped: Bỏ qua hàng 7: “Tổng cộng: 2 nhiệm vụ”. Hãy xem đó có phải là nhiệm vụ không.
        ! row-skipped: Bỏ qua hàng 8: “* Ghi chú: thời hạn theo Kế hoạch của tỉnh”. Hãy xem đó có phải là nhiệm vụ không.
        ! row-skipped: Bỏ qua hàng 9: “NGƯỜI LẬP CHỦ TỊCH”. Hãy xem đó có phải là nhiệm vụ không.
        ! row-skipped: Bỏ qua hàng 10: “Nơi nhận:”. Hãy xem đó có phải là nhiệm vụ không.
        ! row-skipped: Bỏ qua hàng 11: “- Lưu: VT.”. Hãy xem đó có phải là nhiệm vụ không.
    "#]],
    );
}

#[test]
fn a_table_goes_on_below_a_page_number_or_a_note_and_nothing_is_lost() {
    let first =
        with_head(&[&["I. Thể chế<6"], &["1", "Rà soát", "Phòng Kinh tế", "", "Quý I", ""], &["2", "Tập huấn", "Phòng Kinh tế", "", "Quý II", ""]]);
    let rest = table(&[&["3", "Đối thoại", "Phòng Kinh tế", "", "Quý III", ""], &["4", "Tổng kết", "Phòng Kinh tế", "", "Quý IV", ""]]);
    for between in ["", "Trang 2/3", "(tiếp theo)", "Ghi chú: theo Kế hoạch của tỉnh"] {
        let body = first.clone() + &if between.is_empty() { String::new() } else { para(between) } + &rest;
        let tts: Vec<String> = draft(&body).rows.into_iter().map(|row| row.tt).collect();
        assert_eq!(tts, ["1", "2", "3", "4"], "{between}");
    }
    // Without numbers, and of another width: read, or named.
    let bare = table(&[&["", "Đối thoại", "Phòng Kinh tế", "", "Quý III", ""]]);
    assert_eq!(draft(&(first.clone() + &para("II. Thủ tục") + &bare)).rows.len(), 3);
    let narrow = table(&[&["3", "Đối thoại", "Phòng Kinh tế", "Quý III", ""]]);
    let left = draft(&(first + &narrow));
    assert_eq!(left.rows.len(), 2);
    assert!(left.warnings.iter().any(|note| note.code == "table-unread" && note.sentence.contains("Đối thoại")), "{:?}", left.warnings);
}

#[test]
fn numbers_in_front_of_the_words_are_the_numbers_where_no_column_has_them() {
    let bytes = sheet(&[
        &["Nhiệm vụ", "Đơn vị chủ trì", "Thời gian trình", "Thời gian ban hành"],
        &["1. Ban hành kế hoạch", "Phòng Kinh tế", "Quý I", "Quý II"],
        &["2) Kiểm tra 30 thôn", "Phòng Kinh tế", "Quý II", "Quý III"],
    ]);
    check_sheet(
        &bytes,
        expect_test::expect![[r#"
             [2026-01-01 – 2026-12-31]
             · 
              1 | Ban hành kế hoạch | Phòng Kinh tế |  | Quý I | 
              2 | Kiểm tra 30 thôn | Phòng Kinh tế |  | Quý II | 
            ! period-assumed: Tên kế hoạch không ghi kỳ; tạm lấy từ 01/01/2026 đến 31/12/2026. Hãy kiểm tra lại hai ngày.
            ! column-missing: Không thấy cột cơ quan phối hợp; cột này để trống ở mọi dòng.
            ! column-missing: Không thấy cột sản phẩm; cột này để trống ở mọi dòng.
            ! column-unread: Cột “Thời gian ban hành” cũng là thời hạn; đang lấy cột “Thời gian trình”. Nếu phải lấy cột kia, hãy bấm “Chỉ lại các cột”.
        "#]],
    );
    let bytes = sheet(&[&["Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"], &["Ban hành kế hoạch", "Phòng Kinh tế", "Quý I"]]);
    check_sheet(
        &bytes,
        expect_test::expect![[r#"
         [2026-01-01 – 2026-12-31]
         · 
           | Ban hành kế hoạch | Phòng Kinh tế |  | Quý I | 
        ! period-assumed: Tên kế hoạch không ghi kỳ; tạm lấy từ 01/01/2026 đến 31/12/2026. Hãy kiểm tra lại hai ngày.
        ! column-missing: Không thấy cột số thứ tự; cột này để trống ở mọi dòng.
        ! column-missing: Không thấy cột cơ quan phối hợp; cột này để trống ở mọi dòng.
        ! column-missing: Không thấy cột sản phẩm; cột này để trống ở mọi dòng.
    "#]],
    );
}
