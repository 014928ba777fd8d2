//! Workbooks of several sheets and tables: whose numbers they are, in which unit, and of which window.

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

const PORTAL: &str = "Nội dung | Kết quả\nTin, bài về CCHC trên trang thông tin điện tử | 5";
const REACH: &str = "Nội dung | Kết quả\nLượt tiếp cận thông tin | 9";

/// The unit of a draft by its name.
fn unit(draft: &FiguresDraft) -> Option<String> {
    let units = Desk::new().ledger.units().unwrap();
    draft.unit.map(|id| units.into_iter().find(|unit| unit.id == Some(id)).unwrap().name)
}

#[test]
fn a_number_of_another_unit_is_never_taken_for_one_of_the_first() {
    let (trade, culture) = ("Đơn vị: Phòng Kinh tế", "Đơn vị: Phòng Văn hóa - Xã hội");
    let left =
        "Trang “Tờ 2” có bảng của Phòng Văn hóa - Xã hội nên không nhập chung với số của Phòng Kinh tế. Hãy chép bảng đó ra một tệp riêng rồi nhập.";
    let portal = "news.portal: 5 = 5, ghi\n";
    let second = format!("{culture}\n{REACH}\nTin, bài về CCHC trên trang thông tin điện tử | 7");
    let draft = read(&[("Tờ 1", &format!("{trade}\n{PORTAL}")), ("Tờ 2", &second)]);
    assert_eq!((told(&draft).as_str(), notes(&draft), unit(&draft).as_deref()), (portal, vec![left], Some("Phòng Kinh tế")));
    // In one sheet, and where the first is of no unit.
    let draft = read(&[("Tờ 2", &format!("{trade}\n{PORTAL}\n\n{second}"))]);
    assert_eq!((told(&draft).as_str(), notes(&draft), unit(&draft).as_deref()), (portal, vec![left], Some("Phòng Kinh tế")));
    let draft = read(&[("Xã", PORTAL), ("Tờ 2", &second)]);
    assert_eq!((told(&draft).as_str(), notes(&draft), unit(&draft)), (portal, vec![left.replace("số của Phòng Kinh tế", "số chung").as_str()], None));
    // The same unit again, a table below that says none, and a sheet that holds no figure.
    let both = "news.portal: 5 = 5, ghi\nnews.reach: 9 = 9, ghi\n";
    let others = "Trang “Việc” có bảng không có chỉ tiêu nào của bộ số liệu nên bỏ qua bảng đó.";
    let again = format!("Đơn vị: PHÒNG KINH TẾ\n{REACH}");
    let draft = read(&[("Việc", "Nội dung | Kết quả\nTrồng cây | 5"), ("Tờ 1", &format!("{trade}\n{PORTAL}")), ("Tờ 2", &again)]);
    assert_eq!((told(&draft).as_str(), notes(&draft), unit(&draft).as_deref()), (both, vec![others], Some("Phòng Kinh tế")));
    let draft = read(&[("Tờ 1", &format!("{trade}\n{PORTAL}\n\n{REACH}"))]);
    assert_eq!((told(&draft).as_str(), notes(&draft), unit(&draft).as_deref()), (both, vec![], Some("Phòng Kinh tế")));
    // Another sheet that says none is said to be taken as the unit's.
    let draft = read(&[("Tờ 1", &format!("{trade}\n{PORTAL}")), ("Thêm", REACH)]);
    assert_eq!((told(&draft).as_str(), unit(&draft).as_deref()), (both, Some("Phòng Kinh tế")));
    assert_eq!(
        notes(&draft),
        ["Trang “Thêm” không ghi là của đơn vị nào nên tính là số của Phòng Kinh tế. Nếu không phải, hãy bỏ tích các dòng của trang đó."]
    );
}

#[test]
fn a_line_that_says_how_numbers_are_counted_is_no_office() {
    for line in ["Đơn vị: triệu đồng", "BIỂU 2 | Đơn vị: triệu đồng", "Đơn vị: hồ sơ", "Đơn vị: triệu đồng, %"] {
        let draft = read(&[("Tờ 1", LATE), ("Tờ 2", &format!("{line}\n{EARLY}"))]);
        assert_eq!(
            (told(&draft).as_str(), notes(&draft), draft.unit),
            ("case.late: 4 = 4, ghi\ncase.early: 1604 = 1.604, ghi\n", vec![], None),
            "{line}"
        );
    }
}

#[test]
fn money_above_the_first_table_is_that_of_those_below_it_too() {
    let spent = "Nội dung | Kết quả\nKinh phí CCHC đã sử dụng | 300";
    for (above, between, taken) in [
        ("ĐVT: triệu đồng", "", "300 triệu đồng = 300.000.000"),
        ("ĐVT: triệu đồng", "Đơn vị tính: nghìn đồng\n", "300 nghìn đồng = 300.000"),
        ("ĐVT: triệu đồng", "BIỂU 2 | ĐVT: nghìn đồng\n", "300 nghìn đồng = 300.000"),
        ("ĐVT: triệu đồng", "ĐVT: đồng\n", "300 = 300"),
        ("BIỂU 1", "", "300 = 300"),
    ] {
        let draft = read(&[("Biểu", &format!("{above}\nNội dung | Kết quả\nHồ sơ giải quyết quá hạn | 4\n{between}{spent}"))]);
        assert_eq!(told(&draft), format!("case.late: 4 = 4, ghi\nlead.funds_spent: {taken}, ghi\n"), "{above} {between}");
    }
}

#[test]
fn every_other_window_of_a_workbook_is_named_and_of_several_no_row_is_taken() {
    let draft = read(&[("Quý I", LATE), ("Quý II", EARLY)]);
    assert_eq!(told(&draft), "case.late: 4 = 4\ncase.early: 1604 = 1.604\n");
    let sentence =
        "Tệp ghi số liệu của quý I/2026, của quý II/2026, đang nhập vào quý III/2026 nên chưa tích dòng nào. Hãy kiểm tra lại kỳ rồi tích dòng đúng.";
    assert_eq!(notes(&draft), [sentence]);
    // One that holds no figure is not counted.
    let draft = read(&[("Quý I", "Nội dung | Kết quả\nTrồng cây | 5"), ("Quý II", EARLY)]);
    assert_eq!(told(&draft), "case.early: 1604 = 1.604, ghi\n");
    assert_eq!(draft.warnings[1].sentence, "Tệp ghi số liệu của quý II/2026, đang nhập vào quý III/2026. Hãy kiểm tra lại kỳ.");
}

#[test]
fn a_file_is_of_the_unit_it_names_by_any_of_its_names_or_of_the_office_itself() {
    let mut desk = Desk::new();
    let mut form = desk.ledger.units().unwrap().remove(1);
    form.aliases = vec!["Phòng VHXH".into()];
    desk.ledger.keep_unit(&form, &super::stamp()).unwrap();
    let read = |name: &str| {
        let page = format!("Đơn vị: {name}\n{LATE}");
        desk.ledger.read_figures("bieu.xlsx", &sheets(&[("Tờ 1", &page)]), Some(span("2026-Q3"))).map(|draft| draft.unit)
    };
    assert_eq!(read("phòng Văn hóa - Xã hội").unwrap(), form.id);
    assert_eq!(read("Phòng VHXH").unwrap(), form.id);
    assert_eq!(read("UBND xã Lam Khê").unwrap(), None);
    assert_eq!(read("Ủy ban nhân dân xã Lam Khê").unwrap(), None);
    let refused = read("Phòng Nội vụ").unwrap_err().to_string();
    assert!(refused.contains("“Phòng Nội vụ”") && refused.contains("Cài đặt"), "{refused}");
}
