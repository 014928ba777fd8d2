//! What the lines above a table say of its window.

use super::imported::{sheets, told};
use super::{Desk, span};

const LATE: &str = "STT | Nội dung | ĐVT | Kết quả\n1 | Hồ sơ giải quyết quá hạn | hồ sơ | 4";

#[test]
fn a_title_that_names_another_window_is_told() {
    for (title, other) in [
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
        let file = sheets(&[("Biểu", &format!("{title}\n{LATE}"))]);
        let draft = Desk::new().ledger.read_figures("bieu.xlsx", &file, Some(span("2026-Q3"))).unwrap();
        let notes: Vec<String> = draft.warnings.iter().map(|note| note.sentence.clone()).collect();
        let expected = other.map(|other| format!("Tệp ghi số liệu của {other}, đang nhập vào quý III/2026. Hãy kiểm tra lại kỳ."));
        assert_eq!(notes, expected.into_iter().collect::<Vec<_>>(), "{title}");
        assert_eq!(told(&draft), "case.late: 4 = 4, ghi\n", "{title}");
    }
}
