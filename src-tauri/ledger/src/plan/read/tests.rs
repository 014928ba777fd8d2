mod any;
mod beside;
mod clipboard;
mod sheets;

use super::{read, words};
use crate::plan::Meaning;
use crate::view::PlanDraft;
use crate::word::read::sample::{docx, para, table};
use std::fmt::Write;

/// Doubts that hang on what a deadline means are tested with the deadlines.
const OF_DEADLINES: [&str; 2] = ["deadline-unknown", "deadline-outside"];

/// The draft of a Word file with this body; no row may be lost.
fn draft(body: &str) -> PlanDraft {
    let (draft, counts) = read("kế hoạch.docx", &docx(body), &Meaning::default()).unwrap();
    assert!(counts.add_up(), "{counts:?}");
    assert_eq!(draft.rows.len(), counts.tasks);
    draft
}

/// The draft as lines: title and period, rows by group, doubts below what they speak of.
fn lines(draft: &PlanDraft) -> String {
    let mut out = format!("{} [{} – {}]\n", draft.title, draft.from, draft.to);
    let mut group = String::new();
    for row in &draft.rows {
        let own = format!("{} · {}", row.group_roman, row.group_name);
        if own != group {
            writeln!(out, "{own}").unwrap();
            group = own;
        }
        let cells = [&row.tt, &row.content, &row.lead, &row.coordinating, &row.deadline_text, &row.product];
        writeln!(out, "  {}", cells.map(String::as_str).join(" | ")).unwrap();
        for note in row.warnings.iter().filter(|note| !OF_DEADLINES.contains(&note.code.as_str())) {
            writeln!(out, "    ! {}: {}", note.code, note.sentence).unwrap();
        }
    }
    for note in &draft.warnings {
        writeln!(out, "! {}: {}", note.code, note.sentence).unwrap();
    }
    out
}

fn check(body: &str, expected: expect_test::Expect) {
    expected.assert_eq(&lines(&draft(body)));
}

const HEAD: &[&str] = &["TT", "Nội dung công việc", "Cơ quan\nchủ trì", "Cơ quan phối hợp", "Thời gian\nthực hiện/\nhoàn thành", "Sản phẩm"];

fn with_head(rows: &[&[&str]]) -> String {
    let mut all = vec![HEAD];
    all.extend(rows);
    table(&all)
}

#[test]
fn groups_are_known_merged_or_not() {
    let body = para("PHỤ LỤC II")
        + &para("Danh mục nhiệm vụ năm 2026")
        + &para("(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2025)")
        + &with_head(&[
            &["I. Cải cách thể chế<6"],
            &["1.", "Rà soát văn bản", "Phòng Kinh tế", "Công an xã", "Quý I", "Báo cáo"],
            &["II", "Thủ tục hành chính", "", "", "", ""],
            &["2", "Công bố  thủ\ntục", "Phòng Kinh tế", "", "Tháng 3", "Quyết định"],
            &["", "III - Tổ chức bộ máy", "", "", "", ""],
            &["3", "Giao biên chế", "Phòng Kinh tế", "", "Quý IV", ""],
        ]);
    check(
        &body,
        expect_test::expect![[r#"
        Danh mục nhiệm vụ năm 2026 [2026-01-01 – 2026-12-31]
        I · Cải cách thể chế
          1 | Rà soát văn bản | Phòng Kinh tế | Công an xã | Quý I | Báo cáo
        II · Thủ tục hành chính
          2 | Công bố thủ tục | Phòng Kinh tế |  | Tháng 3 | Quyết định
        III · Tổ chức bộ máy
          3 | Giao biên chế | Phòng Kinh tế |  | Quý IV | 
    "#]],
    );
}

#[test]
fn columns_stand_in_any_order_under_two_header_rows() {
    let head: &[&[&str]] = &[
        &["Số TT", "Kết quả, sản phẩm", "Nhiệm vụ", "Cơ quan thực hiện<2", "Thời hạn", "Ghi chú"],
        &["^", "^", "^", "Phối hợp", "Chủ trì", "^", "^"],
        &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        &["1", "Kế hoạch", "Ban hành kế hoạch", "Công an xã", "Văn phòng HĐND&UBND", "Trước 15/3", "gấp"],
        &["Số TT", "Kết quả, sản phẩm", "Nhiệm vụ", "Cơ quan thực hiện<2", "Thời hạn", "Ghi chú"],
        &["^", "^", "^", "Phối hợp", "Chủ trì", "^", "^"],
        &["2", "Báo cáo", "Tự chấm điểm chỉ số", "", "Văn phòng HĐND và UBND xã", "Tháng 12/2026", ""],
    ];
    check(
        &(para("KẾ HOẠCH") + &para("Cải cách hành chính quý III, IV/2026") + &table(head)),
        expect_test::expect![[r#"
        KẾ HOẠCH Cải cách hành chính quý III, IV/2026 [2026-07-01 – 2026-12-31]
         · 
          1 | Ban hành kế hoạch | Văn phòng HĐND&UBND | Công an xã | Trước 15/3 | Kế hoạch
          2 | Tự chấm điểm chỉ số | Văn phòng HĐND và UBND xã |  | Tháng 12/2026 | Báo cáo
        ! column-unread: Cột “Ghi chú” không có chỗ trong sổ nên không đọc.
        ! unit-variants: Cùng một đơn vị, viết 2 cách: “Văn phòng HĐND&UBND” (1 dòng), “Văn phòng HĐND và UBND xã” (1 dòng).
    "#]],
    );
}

#[test]
fn rows_that_go_on_are_joined_and_rows_that_are_none_are_named() {
    let body = with_head(&[
        &["IV. Công vụ<6"],
        &["1", "Kiểm tra công vụ tại", "Phòng Kinh tế", "", "Quý II/2026", "Báo cáo"],
        &["", "các thôn", "", "", "", "kết quả"],
        &["2", "Đối thoại với dân", "Phòng Kinh tế", "Công an xã", "Tháng 5/2026", ""],
        &["^", "^", "Phòng Văn hóa - Xã hội", "^", "^", "Thông báo"],
        &["3", "Tập huấn", "^", "", "Quý III", ""],
        &["", "", "", "", "", ""],
        &["A. Tổng cộng có 3 nhiệm vụ<6"],
        &["", "Nhiệm vụ không số", "", "", "Quý IV", ""],
    ]);
    check(
        &body,
        expect_test::expect![[r#"
         [2026-01-01 – 2026-12-31]
        IV · Công vụ
          1 | Kiểm tra công vụ tại các thôn | Phòng Kinh tế |  | Quý II/2026 | Báo cáo kết quả
            ! rows-joined: Dòng này ghép từ nhiều hàng của bảng. Hãy xem lại các ô.
          2 | Đối thoại với dân | Phòng Kinh tế Phòng Văn hóa - Xã hội | Công an xã | Tháng 5/2026 | Thông báo
            ! rows-joined: Dòng này ghép từ nhiều hàng của bảng. Hãy xem lại các ô.
            ! lead-many: Ô chủ trì có 2 đơn vị: Phòng Kinh tế; Phòng Văn hóa - Xã hội.
          3 | Tập huấn | Phòng Văn hóa - Xã hội |  | Quý III | 
           | Nhiệm vụ không số |  |  | Quý IV | 
            ! tt-missing: Dòng này không có số thứ tự.
            ! lead-none: Dòng này chưa có cơ quan chủ trì.
        ! period-assumed: Tên kế hoạch không ghi kỳ; tạm lấy từ 01/01/2026 đến 31/12/2026. Hãy kiểm tra lại hai ngày.
        ! row-skipped: Bỏ qua 1 hàng trống: hàng 8.
        ! row-skipped: Bỏ qua hàng 9: “A. Tổng cộng có 3 nhiệm vụ”. Hãy xem đó có phải là nhiệm vụ không.
    "#]],
    );
}

#[test]
fn numbers_out_of_order_are_told() {
    let row = |tt: &'static str| -> Vec<&'static str> { vec![tt, "Việc", "Phòng Kinh tế", "", "Quý I", ""] };
    let numbers = ["2", "3", "3", "7", "5", "5.1", "", "6"];
    let rows: Vec<Vec<&str>> = numbers.iter().map(|tt| row(tt)).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let draft = draft(&with_head(&rows));
    let codes: Vec<String> = draft
        .rows
        .iter()
        .map(|row| {
            format!(
                "{}:{}",
                row.tt,
                row.warnings.iter().filter(|note| note.code.starts_with("tt-")).map(|note| note.code.as_str()).collect::<String>()
            )
        })
        .collect();
    assert_eq!(codes, ["2:tt-gap", "3:", "3:tt-repeated", "7:tt-gap", "5:tt-order", "5.1:", ":tt-missing", "6:"]);
}

#[test]
fn numbers_that_begin_again_in_each_group_are_no_doubt() {
    let body = with_head(&[
        &["A. Phần một<6"],
        &["1", "a", "Phòng Kinh tế", "", "Quý I", ""],
        &["2", "b", "Phòng Kinh tế", "", "Quý I", ""],
        &["B. Phần hai<6"],
        &["1", "c", "Phòng Kinh tế", "", "Quý I", ""],
    ]);
    assert!(draft(&body).rows.iter().all(|row| row.warnings.iter().all(|note| !note.code.starts_with("tt-"))));
}

#[test]
fn leads_that_are_not_one_unit_are_asked_about() {
    let lead = |text: &str| {
        let draft = draft(&with_head(&[&["1", "Việc", text, "", "Quý I", ""]]));
        draft.rows[0].warnings.iter().filter(|note| note.code.starts_with("lead")).map(|note| note.code.clone()).collect::<String>()
    };
    let cases = [
        ("Phòng Văn hóa - Xã hội", ""),
        ("Văn phòng HĐND&UBND xã", ""),
        ("Trung tâm Phục vụ hành chính công", ""),
        ("Ban Chỉ huy quân sự xã", ""),
        ("Ông Nguyễn Văn A, công chức Tư pháp", ""),
        ("", "lead-none"),
        ("Các phòng, cơ quan", "lead-none"),
        ("Các phòng, ban, ngành, Trung tâm Phục vụ hành chính công", "lead-none"),
        ("Phòng Kinh tế và Phòng Văn hóa - Xã hội", "lead-many"),
        ("Phòng Kinh tế; Công an xã", "lead-many"),
        ("Văn phòng HĐND&UBND Trung tâm Phục vụ hành chính công", "lead-many"),
    ];
    for (text, expected) in cases {
        assert_eq!(lead(text), expected, "{text}");
    }
}

#[test]
fn the_plan_is_found_among_other_tables() {
    let letterhead = table(&[&["ỦY BAN NHÂN DÂN\nXÃ LAM KHÊ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]]);
    let signature = table(&[&["Nơi nhận:\n- Như trên;", "TM. ỦY BAN NHÂN DÂN"]]);
    let first = with_head(&[&["1", "Việc một", "Phòng Kinh tế", "", "Quý I", ""]]);
    let second = table(&[&["2", "Việc hai", "Phòng Kinh tế", "", "Quý II", "Báo cáo"]]);
    let body = letterhead
        + &para("KẾ HOẠCH")
        + &para("Cải cách hành chính năm 2026")
        + &para("I. MỤC ĐÍCH")
        + &para("Nâng cao chất lượng phục vụ.")
        + &signature
        + &para("Phụ lục: CÔNG VIỆC CỤ THỂ")
        + &para("I. Chỉ đạo điều hành")
        + &first
        + &para("II. Thể chế")
        + &second;
    check(
        &body,
        expect_test::expect![[r#"
        CÔNG VIỆC CỤ THỂ [2026-01-01 – 2026-12-31]
        I · Chỉ đạo điều hành
          1 | Việc một | Phòng Kinh tế |  | Quý I | 
        II · Thể chế
          2 | Việc hai | Phòng Kinh tế |  | Quý II | Báo cáo
    "#]],
    );
    // The same within a table that frames the page.
    let framed = format!("<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>");
    assert_eq!(lines(&draft(&framed)), lines(&draft(&body)));
}

#[test]
fn periods_are_read_from_the_words_above() {
    let cases = [
        ("Kế hoạch 6 tháng cuối năm 2025", "2025-07-01 2025-12-31"),
        ("CẢI CÁCH HÀNH CHÍNH SÁU THÁNG ĐẦU NĂM 2026", "2026-01-01 2026-06-30"),
        ("nhiệm vụ 3 tháng cuối năm 2026", "2026-10-01 2026-12-31"),
        ("nhiệm vụ 9 tháng đầu năm 2026", "2026-01-01 2026-09-30"),
        ("Kế hoạch CCHC năm 2026 của xã Lam Khê", "2026-01-01 2026-12-31"),
        ("thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 năm 2026", "2026-01-01 2026-12-31"),
        ("Nhiệm vụ quý III/2025", "2025-07-01 2025-09-30"),
        ("Nhiệm vụ Quý III, IV năm 2025", "2025-07-01 2025-12-31"),
        ("Nhiệm vụ quý I - IV/2026", "2026-01-01 2026-12-31"),
        ("Nhiệm vụ quý 2 năm 2026", "2026-04-01 2026-06-30"),
        ("Công việc tháng 7/2025", "2025-07-01 2025-07-31"),
        ("Công việc tháng 02 năm 2028", "2028-02-01 2028-02-29"),
        ("từ 01/7/2025 đến hết ngày 15/10/2025", "2025-07-01 2025-10-15"),
        ("từ ngày 01 tháng 7 đến ngày 31 tháng 12 năm 2025", "2025-07-01 2025-12-31"),
        ("từ tháng 7 đến tháng 12 năm 2025", "2025-07-01 2025-12-31"),
        ("giai đoạn 2026 - 2030", "2026-01-01 2030-12-31"),
        ("Tháng 13/2025 và quý V/2025", ""),
        ("Kế hoạch cải cách hành chính", ""),
    ];
    for (text, expected) in cases {
        let found = super::period::named(text).map(|span| format!("{} {}", span.first, span.last)).unwrap_or_default();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_period_that_is_not_written_is_taken_from_the_table_and_said() {
    let body = para("DANH MỤC NHIỆM VỤ")
        + &with_head(&[
            &["1", "Việc theo Nghị định số 45/2020/NĐ-CP", "Phòng Kinh tế", "", "Tháng 3/2027", ""],
            &["2", "Việc", "Phòng Kinh tế", "", "Quý I/2027", ""],
        ]);
    check(
        &body,
        expect_test::expect![[r#"
        DANH MỤC NHIỆM VỤ [2027-01-01 – 2027-12-31]
         · 
          1 | Việc theo Nghị định số 45/2020/NĐ-CP | Phòng Kinh tế |  | Tháng 3/2027 | 
          2 | Việc | Phòng Kinh tế |  | Quý I/2027 | 
        ! period-assumed: Tên kế hoạch không ghi kỳ; tạm lấy từ 01/01/2027 đến 31/12/2027. Hãy kiểm tra lại hai ngày.
    "#]],
    );
}

#[test]
fn names_of_columns_are_those_of_the_data_file() {
    assert!(!super::columns::NAMES.unit_starts.is_empty(), "columns.json can be read");
    let name = |text: &str| super::columns::named(text).map_or("", |(field, _)| field.name());
    let cases = [
        ("STT", "số thứ tự"),
        ("Nội dung, nhiệm vụ trọng tâm", "nội dung công việc"),
        ("ĐƠN VỊ CHỦ TRÌ", "cơ quan chủ trì"),
        ("Cơ quan, đơn vị chủ trì thực hiện", "cơ quan chủ trì"),
        ("Đơn vị phối hợp thực hiện", "cơ quan phối hợp"),
        ("Thời gian thực hiện/ hoàn thành", "thời hạn"),
        ("Tiến độ hoàn thành", "thời hạn"),
        ("Sản phẩm/Kết quả", "sản phẩm"),
        ("Hoà thành", ""),
        ("Ghi chú", ""),
        ("Kinh phí (triệu đồng)", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(name(text), expected, "{text}");
    }
}

#[test]
fn files_without_a_plan_are_refused() {
    let code = |name: &str, file: &[u8]| read(name, file, &Meaning::default()).unwrap_err().code();
    assert_eq!(code("a.docx", &docx(&para("chỉ có chữ"))), "no-table");
    assert_eq!(code("a.docx", &docx(&table(&[&["Họ tên", "Chức vụ"], &["A", "B"]]))), "no-plan-table");
    assert_eq!(code("a.docx", &docx(&with_head(&[]))), "no-plan-table");
    assert_eq!(code("a.DOCX", b"xin ch"), "not-docx");
    assert_eq!(code("a.txt", "chỉ có chữ".as_bytes()), "no-table");
    assert_eq!(code("a.html", b"<p>a"), "no-table");
    assert_eq!(code("a.txt", b"\xC3("), "file-kind");
    assert_eq!(code("a.xlsx", b"abc"), "not-workbook");
    for name in ["a.doc", "a.pdf", "a"] {
        assert_eq!(code(name, b"abc"), "file-kind", "{name}");
    }
}

#[test]
fn what_a_tracked_change_took_out_is_not_glued_to_what_was_written_for_it() {
    let pieces = super::html::read("<table><tr><td>Tháng <del cite='a'>6</del><ins>9</ins>/2026</td><td>b</td></tr></table>");
    let [super::grid::Piece::Grid(grid)] = pieces.as_slice() else { panic!("one table") };
    assert_eq!(grid.rows.iter().map(super::grid::Row::words).collect::<Vec<_>>(), ["Tháng 9/2026 b"]);
}

#[test]
fn words_are_made_whole() {
    assert_eq!(words::tidy(" Văn\u{a0}phòng \u{200b}HĐND \n và\tUBND "), "Văn phòng HĐND và UBND");
    assert_eq!(words::tidy("hoa\u{301}"), "hoá");
    assert_eq!(words::key("Phòng Văn hóa – Xã hội & Đoàn"), "phong van hoa xa hoi va doan");
}

#[test]
fn rows_that_only_look_like_another_table_are_not_lost() {
    let other: &[&str] = &["Thời hạn", "Nội dung", "I. Thể chế<6", "Cơ quan<2"];
    let all: [&[&str]; 4] = [HEAD, &["Nội dung"], other, &["Cơ quan<2"]];
    let (draft, counts) = read("a.docx", &docx(&table(&all)), &Meaning::default()).unwrap();
    assert_eq!((counts.source, counts.add_up(), draft.rows.len()), (4, true, counts.tasks), "{counts:?}");
}
