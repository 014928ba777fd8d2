//! What stands beside, above, below and between the tables of a plan.

use super::sheets::{check_sheet, sheet};
use super::*;

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
fn a_line_above_each_table_names_its_group_with_or_without_a_mark() {
    let body = para("PHỤ LỤC")
        + &para("Danh mục nhiệm vụ năm 2026")
        + &para("Cải cách thể chế")
        + &with_head(&[&["1", "Rà soát", "Phòng Kinh tế", "", "Quý I", ""]])
        + &para("Cải cách thủ tục hành chính")
        + &with_head(&[&["2", "Tập huấn", "Phòng Kinh tế", "", "Quý II", ""]]);
    check(
        &body,
        expect_test::expect![[r#"
            Danh mục nhiệm vụ năm 2026 [2026-01-01 – 2026-12-31]
             · Cải cách thể chế
              1 | Rà soát | Phòng Kinh tế |  | Quý I | 
             · Cải cách thủ tục hành chính
              2 | Tập huấn | Phòng Kinh tế |  | Quý II | 
        "#]],
    );
    // A sentence or a note is no group.
    let body = with_head(&[&["I. Thể chế<6"], &["1", "Rà soát", "Phòng Kinh tế", "", "Quý I", ""]])
        + &para("Các đơn vị tổ chức thực hiện theo bảng dưới đây:")
        + &with_head(&[&["2", "Tập huấn", "Phòng Kinh tế", "", "Quý II", ""]]);
    check(
        &body,
        expect_test::expect![[r#"
         [2026-01-01 – 2026-12-31]
        I · Thể chế
          1 | Rà soát | Phòng Kinh tế |  | Quý I | 
         · 
          2 | Tập huấn | Phòng Kinh tế |  | Quý II | 
        ! period-assumed: Tên kế hoạch không ghi kỳ; tạm lấy từ 01/01/2026 đến 31/12/2026. Hãy kiểm tra lại hai ngày.
    "#]],
    );
}

#[test]
fn a_group_goes_on_behind_a_table_that_is_not_the_plans() {
    let body = with_head(&[&["I. Thể chế<6"], &["1", "Rà soát", "Phòng Kinh tế", "", "Quý I", ""]])
        + &para("Biểu chỉ tiêu")
        + &table(&[&["STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch 2026"], &["1", "Hồ sơ đúng hạn", "%", "98"], &["2", "Hồ sơ trực tuyến", "%", "80"]])
        + &with_head(&[&["2", "Tập huấn", "Phòng Kinh tế", "", "Quý II", ""]]);
    check(
        &body,
        expect_test::expect![[r#"
         [2026-01-01 – 2026-12-31]
        I · Thể chế
          1 | Rà soát | Phòng Kinh tế |  | Quý I | 
          2 | Tập huấn | Phòng Kinh tế |  | Quý II | 
        ! period-assumed: Tên kế hoạch không ghi kỳ; tạm lấy từ 01/01/2026 đến 31/12/2026. Hãy kiểm tra lại hai ngày.
        ! table-unread: Bảng “Biểu chỉ tiêu” (3 hàng) không giống bảng nhiệm vụ nên không đọc.
    "#]],
    );
}

#[test]
fn a_row_of_words_alone_may_be_the_name_of_a_small_group() {
    let body = with_head(&[
        &["I", "Thể chế", "", "", "", ""],
        &["I.1", "Xây dựng văn bản", "", "", "", ""],
        &["1", "Rà soát", "Phòng Kinh tế", "", "Quý I", ""],
    ]);
    check(
        &body,
        expect_test::expect![[r#"
         [2026-01-01 – 2026-12-31]
        I · Thể chế
          I.1 | Xây dựng văn bản |  |  |  | 
            ! content-alone: Dòng này chỉ có nội dung. Nếu đó là tên một nhóm nhỏ, hãy bỏ dòng này: các dòng dưới vẫn thuộc nhóm lớn.
            ! lead-none: Dòng này chưa có cơ quan chủ trì.
          1 | Rà soát | Phòng Kinh tế |  | Quý I | 
        ! period-assumed: Tên kế hoạch không ghi kỳ; tạm lấy từ 01/01/2026 đến 31/12/2026. Hãy kiểm tra lại hai ngày.
    "#]],
    );
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
