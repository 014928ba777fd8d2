//! What the lines above a table say of its window.

use super::imported::{sheets, told};
use super::{Desk, span};

const LATE: &str = "STT | Nội dung | ĐVT | Kết quả\n1 | Hồ sơ giải quyết quá hạn | hồ sơ | 4";
const NINE: &str = "2025-12-15..2026-09-14";

/// What is said of a sheet with some lines above its table, read for a window.
fn said(title: &str, window: &str) -> Vec<String> {
    let file = sheets(&[("Biểu", &format!("{title}\n{LATE}"))]);
    let draft = Desk::new().ledger.read_figures("bieu.xlsx", &file, Some(span(window))).unwrap();
    assert_eq!(told(&draft), "case.late: 4 = 4, ghi\n", "{title}");
    draft.warnings.into_iter().map(|note| note.sentence).collect()
}

fn expected(said: Option<&str>, window: &str) -> Vec<String> {
    said.map(|other| format!("Tệp ghi số liệu {other}, đang nhập vào {window}. Hãy kiểm tra lại kỳ.")).into_iter().collect()
}

#[test]
fn a_title_that_names_another_window_is_told() {
    for (title, other) in [
        ("BÁO CÁO SỐ LIỆU QUÝ II NĂM 2026", Some("của quý II/2026")),
        ("BÁO CÁO SỐ LIỆU 6 THÁNG ĐẦU NĂM 2026", Some("của 6 tháng đầu năm 2026")),
        ("BÁO CÁO SỐ LIỆU NĂM 2025", Some("của năm 2025")),
        ("BÁO CÁO SỐ LIỆU QUÝ III\nNĂM 2025", Some("của quý III/2025")),
        ("BÁO CÁO NĂM 2026\nQUÝ II", Some("của quý II/2026")),
        ("BÁO CÁO SỐ LIỆU QUÝ III NĂM 2026", None),
        ("BÁO CÁO QUÝ II, PHƯƠNG HƯỚNG QUÝ III NĂM 2026", None),
        ("BIỂU SỐ LIỆU NĂM 2026", None),
        ("(Kèm theo Công văn số 12/SNV ngày 05/6/2025)", None),
        ("Thực hiện Kế hoạch cải cách hành chính năm 2025", None),
        ("An Bình, ngày 10 tháng 6 năm 2026", None),
    ] {
        assert_eq!(said(title, "2026-Q3"), expected(other, "quý III/2026"), "{title}");
    }
}

#[test]
fn a_title_that_speaks_of_another_paper_still_names_its_part_of_the_year() {
    for (title, other) in [
        ("BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CCHC QUÝ II NĂM 2026", Some("của quý II/2026")),
        ("(Kèm theo Báo cáo số 12/BC-UBND ngày 14/6/2026 về kết quả quý II năm 2026)", Some("của quý II/2026")),
        ("BIỂU SỐ LIỆU NĂM 2026\n(Kèm theo Báo cáo cải cách hành chính quý II năm 2026)", Some("của quý II/2026")),
        ("BIỂU SỐ LIỆU QUÝ III NĂM 2026\nThực hiện Công văn về báo cáo quý II năm 2026", None),
        ("BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CCHC QUÝ III NĂM 2026", None),
        ("(Kèm theo Công văn số     /SNV ngày    /6/2026)", None),
        ("(Kèm theo Công văn số     /SNV ngày     tháng 6 năm 2026)", None),
    ] {
        assert_eq!(said(title, "2026-Q3"), expected(other, "quý III/2026"), "{title}");
    }
    assert_eq!(said("BIỂU SỐ LIỆU NĂM 2026\n(Kèm theo Báo cáo quý II năm 2026)", "2026"), expected(None, ""), "the year by its name");
}

#[test]
fn a_title_that_counts_from_the_beginning_of_the_year_is_that_of_all_its_months() {
    for (title, third, nine) in [
        ("SỐ LIỆU LŨY KẾ ĐẾN HẾT QUÝ III NĂM 2026", Some("của 9 tháng đầu năm 2026"), None),
        ("SỐ LIỆU QUÝ III NĂM 2026 (LŨY KẾ TỪ ĐẦU NĂM)", Some("của 9 tháng đầu năm 2026"), None),
        ("BIỂU SỐ LIỆU LŨY KẾ NĂM 2026", Some("lũy kế từ đầu năm"), None),
        ("Số liệu lũy kế từ đầu năm", Some("lũy kế từ đầu năm"), None),
        ("SỐ LIỆU LŨY KẾ ĐẾN QUÝ II NĂM 2026", Some("của 6 tháng đầu năm 2026"), Some("của 6 tháng đầu năm 2026")),
        ("BÁO CÁO QUÝ III NĂM 2026\n(Lũy kế từ đầu năm đến hết kỳ)", Some("của 9 tháng đầu năm 2026"), None),
        // Of both, in columns of their own.
        ("BIỂU SỐ LIỆU QUÝ III VÀ LŨY KẾ TỪ ĐẦU NĂM 2026", None, None),
        ("BIỂU SỐ LIỆU QUÝ III, LŨY KẾ 9 THÁNG NĂM 2026", None, None),
        ("Cột 5 ghi số lũy kế từ đầu năm", None, None),
    ] {
        assert_eq!(said(title, "2026-Q3"), expected(third, "quý III/2026"), "{title}");
        assert_eq!(said(title, NINE), expected(nine, "9 tháng đầu năm 2026"), "{title}");
    }
}

#[test]
fn days_in_a_title_tell_another_window_however_they_are_written() {
    for (title, other) in [
        ("Từ ngày 15/03/2026 đến ngày 14/06/2026", Some("của quý II/2026")),
        ("Từ 15/03/2026 đến 14/06/2026", Some("của quý II/2026")),
        ("(Từ ngày 15/3 đến hết ngày 14/6/2026)", Some("của quý II/2026")),
        ("Số liệu tính đến ngày 14/6/2026", Some("đến 14/06/2026")),
        ("Số liệu đến hết ngày 14 tháng 6 năm 2026", Some("đến 14/06/2026")),
        ("BIỂU SỐ LIỆU NĂM 2026 (đến 31/10/2026)", Some("đến 31/10/2026")),
        ("Từ 15/6/2026 đến 14/9/2026", None),
        ("Từ 15/6 đến hết 14/9/2026", None),
        ("Số liệu tính đến ngày 14/9/2026", None),
        // The day some numbers were looked up on, within the window.
        ("Từ ngày 15/06/2026 đến ngày 14/09/2026; tính đến ngày 05/09/2026", None),
        ("BÁO CÁO SỐ LIỆU QUÝ III NĂM 2026\n(Số liệu tính đến ngày 05/9/2026)", None),
        ("Số liệu tính đến ngày 05/9/2026", None),
        ("Đề nghị gửi về Sở Nội vụ đến ngày 20/9/2026", None),
    ] {
        assert_eq!(said(title, "2026-Q3"), expected(other, "quý III/2026"), "{title}");
    }
    let half = expected(Some("đến 14/06/2026"), "9 tháng đầu năm 2026");
    assert_eq!(said("Số liệu tính đến ngày 14/6/2026", NINE), half, "within the nine months, where the half of the year ends");
}
