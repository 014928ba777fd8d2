//! Workbooks of several sheets and tables, and what their titles say of the window.

use super::imported::{sheets, told};
use super::{Desk, span};
use crate::view::FiguresDraft;

fn read(pages: &[(&str, &str)]) -> FiguresDraft {
    Desk::new().ledger.read_figures("bieu.xlsx", &sheets(pages), Some(span("2026-Q3"))).unwrap()
}

fn notes(draft: &FiguresDraft) -> Vec<&str> {
    draft.warnings.iter().map(|note| note.sentence.as_str()).collect()
}

const LATE: &str = "STT | Nội dung | ĐVT | Kết quả\n1 | Hồ sơ giải quyết quá hạn | hồ sơ | 4";
const EARLY: &str = "STT | Nội dung | ĐVT | Kết quả\n1 | Hồ sơ giải quyết trước hạn | hồ sơ | 1604";

#[test]
fn every_sheet_and_every_table_of_a_workbook_is_read() {
    let both = "case.late: 4 = 4, ghi\ncase.early: 1604 = 1.604, ghi\n";
    let draft = read(&[("Biểu 1", LATE), ("Biểu 2", EARLY)]);
    assert_eq!((told(&draft).as_str(), notes(&draft)), (both, vec![]));
    // One below the other, the second with other columns.
    let second = "BIỂU 2\nSTT | Nội dung | Kế hoạch | Kết quả\n1 | Hồ sơ giải quyết trước hạn | 2000 | 1604";
    let draft = read(&[("Biểu", &format!("BIỂU 1\n{LATE}\n\n{second}"))]);
    assert_eq!((told(&draft).as_str(), notes(&draft)), (both, vec![]));
}

#[test]
fn what_a_workbook_holds_that_is_not_read_is_named() {
    let draft = read(&[
        ("Quý II", &format!("BIỂU SỐ LIỆU QUÝ II NĂM 2026\n{EARLY}")),
        ("Quý III", LATE),
        ("Việc", "Nội dung | Kết quả\nTrồng cây | 5"),
        ("Rời", "Cơ quan chuyên môn | 4"),
        ("Bìa", "BÁO CÁO\nnăm 2026"),
    ]);
    assert_eq!(told(&draft), "case.late: 4 = 4, ghi\n");
    assert_eq!(
        notes(&draft),
        [
            "Trang “Quý II” ghi số liệu của quý II/2026 nên không nhập vào quý III/2026.",
            "Trang “Việc” có bảng không có chỉ tiêu nào của bộ số liệu nên bỏ qua bảng đó.",
            "Trang “Rời” có chỉ tiêu của bộ số liệu nhưng không có dòng tiêu đề nên chưa đọc. Hãy thêm dòng tiêu đề (“Chỉ tiêu”, “Kỳ này”) rồi nhập lại.",
        ]
    );
}

#[test]
fn a_title_that_names_another_window_is_told() {
    for (title, said) in [
        ("BÁO CÁO SỐ LIỆU QUÝ II NĂM 2026", Some("quý II/2026")),
        ("BÁO CÁO SỐ LIỆU 6 THÁNG ĐẦU NĂM 2026", Some("6 tháng đầu năm 2026")),
        ("BÁO CÁO SỐ LIỆU NĂM 2025", Some("năm 2025")),
        ("Từ ngày 15/03/2026 đến ngày 14/06/2026", Some("quý II/2026")),
        ("BÁO CÁO SỐ LIỆU QUÝ III NĂM 2026", None),
        ("BÁO CÁO QUÝ II, PHƯƠNG HƯỚNG QUÝ III NĂM 2026", None),
        ("BIỂU SỐ LIỆU NĂM 2026", None),
        ("(Kèm theo Công văn số 12/SNV ngày 05/6/2025)", None),
        ("Thực hiện Kế hoạch cải cách hành chính năm 2025", None),
        ("An Bình, ngày 10 tháng 6 năm 2026", None),
    ] {
        let draft = read(&[("Biểu", &format!("{title}\n{LATE}"))]);
        let expected = said.map(|other| format!("Tệp ghi số liệu của {other}, đang nhập vào quý III/2026. Hãy kiểm tra lại kỳ."));
        assert_eq!(notes(&draft), expected.iter().collect::<Vec<_>>(), "{title}");
        assert_eq!(told(&draft), "case.late: 4 = 4, ghi\n", "{title}");
    }
}
