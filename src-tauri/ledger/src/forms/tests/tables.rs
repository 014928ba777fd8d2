//! Tables as offices draw them: two on a sheet, headers of two rows, units in all places, rows that are called alike.

use super::*;
use std::collections::BTreeSet;

/// A table from lines of cells; `<` goes on from the cell before it, an empty line is a row left blank.
fn rows(lines: &str) -> Vec<read::Row> {
    let lines = lines.trim().lines().enumerate().map(|(at, line)| (at + 1, line.trim())).filter(|(_, line)| !line.is_empty());
    lines
        .map(|(place, line)| {
            let (mut cells, mut starts) = (Vec::new(), Vec::new());
            for text in line.split('|').map(str::trim) {
                starts.push(if text == "<" { starts.last().copied().unwrap_or(0) } else { cells.len() });
                cells.push(if text == "<" { String::new() } else { text.to_owned() });
            }
            read::Row { place, cells, starts }
        })
        .collect()
}

fn table(lines: &str) -> read::Table {
    read::Table { rows: rows(lines), ..read::Table::default() }
}

fn names() -> guess::Names {
    guess::Names::of(&crate::assets::figures_cchc().unwrap())
}

/// What the columns are called, and the one that is filled in.
fn filled(lines: &str) -> (String, String) {
    let shape = heads::shape(&table(lines), &names(), &guess::Known::default(), WANTED).unwrap();
    (shape.columns.join(" / "), shape.value.map_or("?", |value| &shape.columns[value]).to_owned())
}

#[test]
fn the_column_of_this_window_is_filled_never_that_of_another() {
    for (lines, columns, value) in [
        (
            "TT | Chỉ tiêu | Kết quả | <
             < | | Kỳ trước | Kỳ này
             1 | Hồ sơ tiếp nhận mới trực tuyến | 2.277 |",
            "TT / Chỉ tiêu / Kết quả, Kỳ trước / Kết quả, Kỳ này",
            "Kết quả, Kỳ này",
        ),
        (
            "TT | Chỉ tiêu | Kết quả | |
             | | Kỳ trước | Kỳ này | Ghi chú
             1 | Hồ sơ tiếp nhận mới trực tuyến | 2.277 | |",
            "TT / Chỉ tiêu / Kết quả, Kỳ trước / Kỳ này / Ghi chú",
            "Kỳ này",
        ),
        (
            "Chỉ tiêu | Kế hoạch năm | Thực hiện kỳ trước | Thực hiện kỳ này | Lũy kế từ đầu năm
             Hồ sơ tiếp nhận mới trực tuyến | | 5 | |",
            "Chỉ tiêu / Kế hoạch năm / Thực hiện kỳ trước / Thực hiện kỳ này / Lũy kế từ đầu năm",
            "Thực hiện kỳ này",
        ),
        (
            "Chỉ tiêu | Cùng kỳ năm trước | Số lượng
             Hồ sơ tiếp nhận mới trực tuyến | |",
            "Chỉ tiêu / Cùng kỳ năm trước / Số lượng",
            "Số lượng",
        ),
    ] {
        assert_eq!(filled(lines), (columns.to_owned(), value.to_owned()), "{lines}");
    }
}

#[test]
fn the_column_that_names_the_window_is_filled_and_where_none_is_clear_it_is_asked() {
    // Without the columns before these and the row below.
    for (head, value) in [
        ("Quý I | Quý II | Quý III | Quý IV | Cả năm", "Quý III"),
        ("Kết quả thực hiện năm 2026 | < | < | <\n| | | Quý I | 6 tháng | Quý III | Năm", "Kết quả thực hiện năm 2026, Quý III"),
        // Not joined, as it comes out of other programs.
        ("Kết quả thực hiện năm 2026 | | |\n| | | Quý I | 6 tháng | Quý III | Năm", "Quý III"),
        ("Quý II/2026 | Quý III/2026", "Quý III/2026"),
        ("Số liệu quý III năm 2025 | Số liệu quý III năm 2026", "Số liệu quý III năm 2026"),
        ("Thực hiện | <\n| | | Năm trước | Năm nay", "Thực hiện, Năm nay"),
        ("Trong quý | Lũy kế từ đầu năm", "Trong quý"),
        ("9 tháng năm 2026 | Ước thực hiện cả năm 2026", "?"),
        ("Năm 2025 | Năm 2026", "?"),
        ("Quý I | Quý II | Nhận xét", "?"),
        ("Đạt | Không đạt", "?"),
    ] {
        let columns = head.lines().next().unwrap().split('|').count();
        let lines = format!("STT | Chỉ tiêu | ĐVT | {head} | Ghi chú\n1 | Hồ sơ tiếp nhận mới trực tuyến | hồ sơ {}", "| ".repeat(columns + 1));
        assert_eq!(filled(&lines).1, value, "{head}");
    }
    // The officer's choice holds.
    let table = table("STT | Chỉ tiêu | Năm 2025 (tỷ đồng) | Năm 2026 (triệu đồng)\n1 | Kinh phí | |");
    let chosen = heads::Wanted { value: Some(3), ..WANTED };
    let shape = heads::shape(&table, &names(), &guess::Known::default(), chosen).unwrap();
    assert_eq!(shape.value, Some(3));
    assert_eq!(unit::asked(&table, &shape, &BTreeSet::new()).map(|(_, asked)| asked.key).collect::<Vec<_>>(), ["dong 6"], "in its unit");
}

#[test]
fn the_column_that_names_the_rows_is_never_the_one_that_is_filled() {
    for (lines, filled) in [
        ("STT | Chỉ tiêu | Nội dung chi tiết | Kết quả\n1 | Hồ sơ | Nộp trực tuyến |", Some(3)),
        ("STT | Chỉ tiêu | Nội dung chi tiết | Năm 2025 | Năm 2026\n1 | Hồ sơ | Nộp trực tuyến | |", None),
    ] {
        let chosen = heads::Wanted { words: Some(2), value: Some(2), ..WANTED };
        let shape = heads::shape(&table(lines), &names(), &guess::Known::default(), chosen).unwrap();
        assert_eq!((shape.words, shape.value), (2, filled), "{lines}");
    }
}

#[test]
fn a_sheet_may_hold_several_tables() {
    let sheet = rows(
        "BIỂU 1. HỒ SƠ
         TT | Chỉ tiêu | Kết quả
         1 | Hồ sơ tiếp nhận mới trực tuyến |
         2 | Kết quả thực hiện chỉ tiêu | Thực hiện theo kế hoạch

         BIỂU 2. KINH PHÍ
         Đơn vị tính: triệu đồng
         TT | Chỉ tiêu | Kết quả
         1 | Kinh phí bố trí cho CCHC trong năm |",
    );
    let begins: Vec<usize> = heads::begins(&sheet).iter().map(|at| sheet[*at].place).collect();
    assert_eq!(begins, [6], "the second begins with its name");
}

/// The unit each row is asked in, `*` where the row itself says it.
fn asked(lines: &str) -> String {
    let table = table(lines);
    let shape = heads::shape(&table, &names(), &guess::Known::default(), WANTED).unwrap();
    let units: BTreeSet<String> = ["ho so", "nguoi", "dong 0", "phan tram"].map(str::to_owned).into();
    let one = |(_, asked): (usize, unit::Asked)| if asked.own { format!("{}*", asked.key) } else { asked.key };
    unit::asked(&table, &shape, &units).map(one).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_unit_is_found_wherever_a_form_writes_it() {
    for (lines, expected) in [
        (
            "TT | Chỉ tiêu | Đơn vị | Kết quả
             1 | Kinh phí | Triệu đồng |
             2 | Hồ sơ | hồ sơ |",
            "dong 6*, ho so*",
        ),
        // Here it names offices.
        (
            "TT | Chỉ tiêu | Đơn vị | Kết quả
             1 | Kinh phí | Phòng Kinh tế |
             2 | Hồ sơ | Trung tâm |",
            ", ",
        ),
        (
            "Đơn vị: triệu đồng
             Chỉ tiêu | Kết quả
             Kinh phí |",
            "dong 6",
        ),
        (
            "TT | Chỉ tiêu | Kết quả
             I | HỒ SƠ |
             1 | Tiếp nhận |
             II | TÀI CHÍNH CÔNG (triệu đồng) |
             1 | Kinh phí |
             III | Cán bộ |
             1 | Số người |",
            ", , dong 6*, dong 6, , ",
        ),
    ] {
        assert_eq!(asked(lines), expected, "{lines}");
    }
}

/// The rows of a table as they are proposed, once some were told.
fn proposed(lines: &str, told: &[(String, &str)]) -> Vec<(String, bool)> {
    let table = table(lines);
    let known = guess::Known::of(told.iter().map(|(key, figure)| (key.clone(), (1, (*figure).to_owned()))).collect());
    let shape = heads::shape(&table, &names(), &known, WANTED).unwrap();
    let asked = unit::asked(&table, &shape, &BTreeSet::new()).collect();
    let rows = names().rows(&table, &shape, heads::caption(&table, shape.head), &asked, &known);
    rows.into_iter().map(|row| (row.figure, row.sure)).collect()
}

/// What a row of a table is remembered by.
fn key_of(lines: &str, nth: usize) -> String {
    let table = table(lines);
    let shape = heads::shape(&table, &names(), &guess::Known::default(), WANTED).unwrap();
    let asked = unit::asked(&table, &shape, &BTreeSet::new()).collect();
    names().rows(&table, &shape, heads::caption(&table, shape.head), &asked, &guess::Known::default()).remove(nth).key
}

#[test]
fn a_row_is_known_again_in_its_own_table_and_asked_about_in_another() {
    let cases = "BIỂU 1. HỒ SƠ QUÝ III NĂM 2026
         Chỉ tiêu | Kết quả
         Tổng số |";
    let told = [(key_of(cases, 0), "case.received")];
    let received = |sure| vec![("case.received".to_owned(), sure)];
    assert_eq!(proposed(cases, &told), received(true));
    assert_eq!(proposed(&cases.replace("III", "IV"), &told), received(true), "the next window's form");
    assert_eq!(proposed(&cases.replace("HỒ SƠ", "VĂN BẢN QPPL"), &told), received(false), "another table");
    let counted = cases.replace("Kết quả", "ĐVT | Kết quả").replace("Tổng số |", "Tổng số | văn bản |");
    assert_eq!(proposed(&counted, &told), received(false), "counted in something else");
    // In another table the same words may ask for something else, however much they say.
    let long = "BIỂU 1. HỒ SƠ
         TT | Chỉ tiêu | Kết quả
         1 | Tiếp nhận |
         1.1 | Đơn đề nghị hỗ trợ nộp qua bưu điện |";
    let told = [(key_of(long, 1), "case.new_direct")];
    assert_eq!(proposed(&long.replace("1. HỒ SƠ", "1. KHÁC"), &told)[1], ("case.new_direct".to_owned(), true), "below the same row");
    assert_eq!(proposed(&long.replace("Tiếp nhận", "Giải quyết"), &told)[1], ("case.new_direct".to_owned(), false));
    let alone = |name: &str| format!("{name}\nChỉ tiêu | Kết quả\nĐơn đề nghị hỗ trợ nộp qua bưu điện |");
    let told = [(key_of(&alone("BIỂU 1. HỒ SƠ"), 0), "case.new_direct")];
    assert_eq!(proposed(&alone("BIỂU 2. KHÁC"), &told), [("case.new_direct".to_owned(), false)]);
    // A row that is called as its figure is sure wherever it stands.
    let name = |table: &str| alone(table).replace("Đơn đề nghị hỗ trợ nộp qua bưu điện", "Hồ sơ tiếp nhận mới trực tuyến");
    let told = [(key_of(&name("BIỂU 1. HỒ SƠ"), 0), "case.new_online")];
    assert_eq!(proposed(&name("BIỂU 2. KHÁC"), &told), [("case.new_online".to_owned(), true)]);
}

#[test]
fn a_row_of_another_section_is_asked_about_and_a_heading_asks_for_nothing() {
    let third = "TT | Chỉ tiêu | ĐVT | Kết quả
         I | Dịch vụ công trực tuyến toàn trình | |
         1 | Số hồ sơ tiếp nhận trực tuyến | hồ sơ |
         2 | Tổng số hồ sơ phát sinh | hồ sơ |";
    let fourth = format!(
        "{third}
         II | Dịch vụ công trực tuyến một phần | |
         1 | Số hồ sơ tiếp nhận trực tuyến | hồ sơ |
         III | Tổng hợp | |
         1 | Số hồ sơ tiếp nhận trực tuyến | hồ sơ |"
    );
    let told = [(key_of(third, 1), "online.cases_full_online")];
    let rows = proposed(&fourth, &told);
    let full = |sure| ("online.cases_full_online".to_owned(), sure);
    assert_eq!([&rows[1], &rows[4], &rows[6]], [&full(true), &full(false), &full(false)]);
    for heading in [0, 3, 5] {
        assert_eq!(rows[heading], (String::new(), false), "{heading}");
    }
    // Without units a row with a number of sections may be one to fill: it is asked about.
    let bare = "TT | Chỉ tiêu | Kết quả\nI | Hồ sơ tiếp nhận mới trực tuyến |\n1 | Hồ sơ kỳ trước chuyển sang |";
    assert_eq!(proposed(bare, &[]), [("case.new_online".to_owned(), false), ("case.carried".to_owned(), true)]);
}

#[test]
fn rows_called_alike_are_told_by_the_section_they_stand_in_else_by_their_order() {
    let lines = "TT | Chỉ tiêu | Kết quả
         1 | Hồ sơ tiếp nhận |
         1.1 | Qua mạng |
         2 | Hồ sơ giải quyết |
         2.1 | Qua mạng |
         3 | Khác |
         4 | Khác |";
    let table = table(lines);
    let shape = heads::shape(&table, &names(), &guess::Known::default(), WANTED).unwrap();
    let rows = names().rows(&table, &shape, "", &HashMap::new(), &guess::Known::default());
    let keys: Vec<&str> = rows.iter().map(|row| row.key.as_str()).collect();
    let expected = ["ho so tiep nhan", "ho so tiep nhan | qua mang", "ho so giai quyet", "ho so giai quyet | qua mang", "khac", "khac 2"];
    assert_eq!(keys, expected);
    let told = [("ho so tiep nhan | qua mang".to_owned(), "case.new_online"), ("khac 2".to_owned(), "case.fee")];
    let again = proposed(lines, &told);
    assert_eq!(again[1], ("case.new_online".to_owned(), true));
    assert_eq!(again[5], ("case.fee".to_owned(), false), "by its order, to be looked at");
}

#[test]
fn a_workbook_that_writes_its_names_with_a_prefix_is_filled_in_them() {
    let book = workbook();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&book)).unwrap();
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let text = std::io::read_to_string(&mut part).unwrap();
        let is_main = name == "xl/workbook.xml" || name.starts_with("xl/worksheets/sheet");
        // `<c r=…>` → `<x:c r=…>`, as other programs write it.
        let text = if is_main {
            let text = text.replace("</", "\u{1}").replace("<?", "\u{2}").replace('<', "<x:").replace('\u{1}', "</x:").replace('\u{2}', "<?");
            text.replace("xmlns=", "xmlns:x=")
        } else {
            text
        };
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut out, text.as_bytes()).unwrap();
    }
    let book = out.finish().unwrap().into_inner();
    let (_, tables) = read::tables("biểu.xlsx", &book).unwrap();
    let (filled, _) = fill_xlsx::fill(&book, &tables, &[target(0, 4, 3, "2.772"), target(0, 5, 3, "trên 98%")]).unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(filled)).unwrap();
    let sheet = std::io::read_to_string(zip.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
    assert!(sheet.contains("<x:v>2772</x:v></x:c>") && sheet.contains("<x:is><x:t>trên 98%</x:t></x:is></x:c>"), "{sheet}");
    assert!(!sheet.contains("<c ") && !sheet.contains("<v>"), "{sheet}");
}
