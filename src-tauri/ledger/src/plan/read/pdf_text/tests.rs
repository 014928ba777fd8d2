use crate::Error;
use crate::plan::Meaning;
use crate::plan::read::read_plan;
use crate::view::{PlanDraft, PlanSource};
use std::fmt::Write;

fn pasted(text: &str) -> crate::Result<PlanDraft> {
    read_plan(&PlanSource::Pasted { html: String::new(), text: text.to_owned() }, &Meaning::default(), None)
}

/// The draft as lines: rows by group, what is not sure of them, what was left out.
fn lines(text: &str) -> String {
    let draft = pasted(text).unwrap();
    let mut out = String::new();
    let mut group = String::new();
    for row in &draft.rows {
        if row.group_roman != group {
            group.clone_from(&row.group_roman);
            writeln!(out, "{group} · {}", row.group_name).unwrap();
        }
        let cells = [&row.tt, &row.content, &row.lead, &row.coordinating, &row.deadline_text, &row.product];
        writeln!(out, "  {}", cells.map(String::as_str).join(" | ")).unwrap();
        for note in row.warnings.iter().filter(|note| note.code.ends_with("-unsure")) {
            writeln!(out, "    ? {}", note.code).unwrap();
        }
    }
    for note in draft.warnings.iter().filter(|note| note.code.ends_with("-skipped")) {
        writeln!(out, "! {}", note.sentence).unwrap();
    }
    out
}

/// The rows of an invented plan, as they must come out of each shape of its text.
const ROWS: &str = "\
I · Thể chế
  1 | Rà soát văn bản của xã ban hành năm 2026 | Văn phòng HĐND và UBND xã | Các phòng, ban, ngành | Quý II/2026 | Báo cáo
  2 | Tập huấn công chức | Phòng Kinh tế | Công an xã | Trước ngày 15/9 | Giấy mời, tài liệu tập huấn
II · Thủ tục hành chính
  3 | Công khai thủ tục hành chính tại Trung tâm | Trung tâm Phục vụ hành chính công | Các phòng, ban, ngành | Thường xuyên | Bảng niêm yết
! Bỏ qua 1 số trang (2) và tên cột lặp lại ở đầu 1 trang của tệp PDF.
! Bỏ qua 2 dòng sau bảng: “Nơi nhận: - Như Điều 3;”. Hãy xem đó có phải là nhiệm vụ không.
";

#[test]
fn cells_one_after_the_other_are_told_apart_by_what_they_hold() {
    let text = "KẾ HOẠCH\nCải cách hành chính năm 2026\nTT Nội dung công việc Cơ quan\nchủ trì\nCơ quan phối hợp Thời hạn Sản phẩm\nI. Thể chế\n\
                1 Rà soát văn bản của\nxã ban hành năm\n2026\nVăn phòng HĐND\nvà UBND xã\nCác phòng, ban,\nngành\nQuý II/2026 Báo cáo\n\
                2 Tập huấn công chức Phòng Kinh tế Công an xã Trước ngày 15/9 Giấy mời,\ntài liệu\n2\n\
                TT Nội dung công việc Cơ quan\nchủ trì\nCơ quan phối hợp Thời hạn Sản phẩm\ntập huấn\nII. Thủ tục hành chính\n\
                3\nCông khai thủ tục\nhành chính tại\nTrung tâm\nTrung tâm Phục vụ\nhành chính công\nCác phòng, ban,\nngành\nThường xuyên Bảng niêm yết\n\
                Nơi nhận:\n- Như Điều 3;\n";
    // The row that the page breaks may be doubted; its words stand where they belong.
    let read: String = lines(text).lines().filter(|line| !line.contains('?')).fold(String::new(), |all, line| all + line + "\n");
    assert_eq!(read, ROWS);
}

#[test]
fn columns_side_by_side_are_read_by_their_places() {
    let text = "\
                        KẾ HOẠCH
              Cải cách hành chính năm 2026
TT   Nội dung công việc    Cơ quan              Cơ quan phối hợp   Thời hạn      Sản phẩm
                           chủ trì
I. Thể chế
1    Rà soát văn bản của   Văn phòng HĐND       Các phòng, ban,    Quý II/2026   Báo cáo
     xã ban hành năm       và UBND xã           ngành
     2026
2    Tập huấn công chức    Phòng Kinh tế        Công an xã         Trước ngày    Giấy mời, tài liệu
                                                                   15/9
                                        2
\u{c}TT   Nội dung công việc    Cơ quan              Cơ quan phối hợp   Thời hạn      Sản phẩm
                           chủ trì
                                                                                 tập huấn
II. Thủ tục hành chính
3    Công khai thủ tục hành Trung tâm Phục vụ   Các phòng, ban,    Thường xuyên  Bảng niêm yết
     chính tại Trung tâm   hành chính công      ngành
Nơi nhận:
- Như Điều 3;
";
    assert_eq!(lines(text), ROWS);
}

#[test]
fn a_number_below_tt_that_does_not_follow_belongs_to_the_words_of_its_row() {
    let text = "\
TT   Nội dung công việc    Cơ quan chủ trì      Thời hạn      Sản phẩm
1    Tập huấn cho đủ       Phòng Kinh tế        Quý II/2026   Báo cáo
30   công chức
2    Kiểm tra đủ           Công an xã           Quý III       Biên bản
15   thôn trong xã
3    Đối thoại tại         Phòng Kinh tế        Quý IV        Thông báo
2    thôn
4    Tổng kết              Phòng Kinh tế        Quý IV        Báo cáo
";
    assert_eq!(
        lines(text),
        "  1 | Tập huấn cho đủ 30 công chức | Phòng Kinh tế |  | Quý II/2026 | Báo cáo\n  \
         2 | Kiểm tra đủ 15 thôn trong xã | Công an xã |  | Quý III | Biên bản\n  \
         3 | Đối thoại tại 2 thôn | Phòng Kinh tế |  | Quý IV | Thông báo\n  \
         4 | Tổng kết | Phòng Kinh tế |  | Quý IV | Báo cáo\n"
    );
}

#[test]
fn numbers_in_the_middle_of_their_rows_are_known() {
    let text = "\
 TT     Nhiệm vụ                 Kết quả            Thời gian      Đơn vị thực hiện
      Ban hành kế hoạch
                                                                   Phòng Kinh tế
  1   cải cách hành chính        Kế hoạch           Tháng 01
                                                                   xã
      của xã
                                 Báo cáo kết quả                   Phòng
  2   Tự chấm điểm                                  Quý IV
                                 của xã                            Văn hóa - Xã hội
";
    assert_eq!(
        lines(text),
        "  1 | Ban hành kế hoạch cải cách hành chính của xã | Phòng Kinh tế xã |  | Tháng 01 | Kế hoạch\n  \
         2 | Tự chấm điểm | Phòng Văn hóa - Xã hội |  | Quý IV | Báo cáo kết quả của xã\n"
    );
}

#[test]
fn other_names_and_orders_of_columns_are_read() {
    let text = "STT Nhiệm vụ Thời hạn hoàn thành Đơn vị chủ trì Đơn vị phối hợp Kết quả đầu ra Ghi chú\n(1) (2) (3) (4) (5) (6) (7)\n\
                1\nTổ chức đối thoại với\nngười dân\nTháng 5/2026\nPhòng Văn hóa - Xã hội\nCông an xã\nThông báo\n\
                2\nKiểm tra các thôn\nHằng quý\nVăn phòng HĐND và UBND\nCông an xã\nBiên bản\n";
    let read: String = lines(text).lines().filter(|line| !line.contains('?')).fold(String::new(), |all, line| all + line + "\n");
    assert_eq!(
        read,
        "  1 | Tổ chức đối thoại với người dân | Phòng Văn hóa - Xã hội | Công an xã | Tháng 5/2026 | Thông báo\n  \
         2 | Kiểm tra các thôn | Văn phòng HĐND và UBND | Công an xã | Hằng quý | Biên bản\n"
    );
}

#[test]
fn spaces_at_the_ends_of_lines_tell_where_a_cell_goes_on() {
    let text = "TT Nội dung Cơ quan chủ trì Thời hạn Sản phẩm\n1\nMua sắm \nMáy tính \nPhòng Kinh tế\nQuý I\nBiên bản \nBàn giao\n\
                2\nMua sắm\nPhòng Kinh tế\nQuý I\nBiên bản \nBàn giao\n";
    let read: String = lines(text).lines().filter(|line| !line.contains('?')).fold(String::new(), |all, line| all + line + "\n");
    assert_eq!(
        read,
        "  1 | Mua sắm Máy tính | Phòng Kinh tế |  | Quý I | Biên bản Bàn giao\n  2 | Mua sắm | Phòng Kinh tế |  | Quý I | Biên bản Bàn giao\n"
    );
}

#[test]
fn what_is_not_sure_is_told_beside_its_cell() {
    // Nothing tells where the content ends and the unit begins.
    let text = "TT Nội dung Cơ quan chủ trì Thời hạn Sản phẩm\n1\nChăm sóc\nCây xanh\nĐường thôn\nQuý I\nBiên bản\n";
    assert!(lines(text).contains("? lead-unsure"), "{}", lines(text));
}

#[test]
fn a_row_that_a_page_cuts_where_nothing_tells_its_cells_apart_is_doubted() {
    // `tập huấn` may go on with the content or with the product: the officer is asked either way.
    let head = "TT Nội dung Cơ quan chủ trì Thời hạn Sản phẩm\n";
    let text = format!("{head}1\nTổ chức lớp\nPhòng Kinh tế\nQuý I\nTài liệu\n2\n{head}tập huấn\n2\nMua sắm\nPhòng Kinh tế\nQuý I\nBiên bản\n");
    let read = lines(&text);
    let first = read.lines().take_while(|line| !line.contains("Mua sắm")).filter(|line| line.contains("-unsure")).count();
    assert!(first > 0, "{read}");
}

#[test]
fn a_text_that_is_no_plan_is_refused_as_before() {
    for (text, code) in [
        ("Hôm nay trời đẹp.\nTT là chữ viết tắt.\n1 con gà\n2 con vịt\n", "no-table"),
        ("TT Nội dung Cơ quan chủ trì Thời hạn\nkhông có dòng nào ở dưới\n", "no-table"),
    ] {
        let refused = pasted(text).map(|draft| draft.rows.len());
        assert!(matches!(&refused, Err(Error::Refused(problem)) if problem.code() == code), "{text}: {refused:?}");
    }
}
