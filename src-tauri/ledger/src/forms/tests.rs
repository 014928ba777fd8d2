//! Forms read, told and filled, as the Sở sends them.

mod tables;

use super::*;
use crate::sheet::read as sheets;
use crate::word::read::sample::{docx, para, table};
use expect_test::expect;
use rust_xlsxwriter::{Format, Formula, Workbook};

/// Quý III năm 2026, nothing chosen by hand.
const WANTED: heads::Wanted = heads::Wanted { window: Span { first: day(6, 15), last: day(9, 14) }, words: None, value: None };

const fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold().set_num_format("#,##0");
    let sheet = book.add_worksheet().set_name("Biểu 02").unwrap();
    sheet.write(0, 0, "BIỂU SỐ LIỆU CẢI CÁCH HÀNH CHÍNH").unwrap();
    for (column, name) in ["STT", "Chỉ tiêu", "Đơn vị tính", "Kết quả", "Ghi chú"].iter().enumerate() {
        sheet.write(2, u16::try_from(column).unwrap(), *name).unwrap();
    }
    for (row, words) in
        ["Hồ sơ tiếp nhận mới trực tuyến", "Hồ sơ tiếp nhận mới trực tiếp", "Tổng", "Số ngày nắng trong kỳ", "Tỷ lệ hồ sơ nộp trực tuyến"]
            .iter()
            .enumerate()
    {
        let at = u32::try_from(row).unwrap() + 3;
        sheet.write(at, 0, u32::try_from(row).unwrap() + 1).unwrap();
        sheet.write(at, 1, *words).unwrap();
    }
    sheet.write_with_format(3, 3, "", &bold).unwrap();
    sheet.write_blank(3, 3, &bold).unwrap();
    sheet.write_formula(5, 3, Formula::new("=D4+D5").set_result("0")).unwrap();
    book.save_to_buffer().unwrap()
}

fn shape_of(name: &str, bytes: &[u8]) -> String {
    let (_, tables) = read::tables(name, bytes).unwrap();
    let names = guess::Names::of(&crate::assets::figures_cchc().unwrap());
    let mut shown = String::new();
    for table in &tables {
        let Some(shape) = heads::shape(table, &names, &guess::Known::default(), WANTED) else {
            shown.push_str("–\n");
            continue;
        };
        shown.push_str(&format!("{} words {} value {}\n", table.title, shape.words, shape.value.unwrap()));
        for row in names.rows(table, &shape, "", &HashMap::new(), &guess::Known::default()) {
            shown.push_str(&format!("  {} {} → {}{}\n", row.place, row.cells[shape.words], row.figure, if row.sure { "" } else { "?" }));
        }
    }
    shown
}

#[test]
fn rows_of_a_workbook_find_their_figures() {
    expect![[r#"
        Biểu 02 words 1 value 3
          4 Hồ sơ tiếp nhận mới trực tuyến → case.new_online
          5 Hồ sơ tiếp nhận mới trực tiếp → case.new_direct?
          6 Tổng → ?
          7 Số ngày nắng trong kỳ → ?
          8 Tỷ lệ hồ sơ nộp trực tuyến → case.online_rate
    "#]]
    .assert_eq(&shape_of("biểu.xlsx", &workbook()));
}

#[test]
fn rows_of_a_word_table_find_their_figures() {
    let body = para("Biểu số 1")
        + &table(&[
            &["TT", "Nội dung", "Số lượng", "Ghi chú"],
            &["1", "Tổng số hồ sơ tiếp nhận", "", ""],
            &["", "- Trực tuyến", "", ""],
            &["2", "Số thủ tục hành chính thuộc thẩm quyền giải quyết", "", ""],
        ])
        + &table(&[&["Nơi nhận:", "CHỦ TỊCH"]]);
    expect![[r#"
         words 1 value 2
          1 Tổng số hồ sơ tiếp nhận → case.received
          2 - Trực tuyến → case.paid_online?
          3 Số thủ tục hành chính thuộc thẩm quyền giải quyết → proc.total?
        –
    "#]]
    .assert_eq(&shape_of("biểu.docx", &docx(&body)));
}

/// As some offices send it: the explanation is called like the rows, and longer than they are.
const EXPLAINED: [[&str; 4]; 4] = [
    ["Chỉ tiêu", "Đơn vị tính", "Kết quả", "Nội dung giải thích"],
    ["Hồ sơ tiếp nhận mới trực tuyến", "hồ sơ", "", "Số hồ sơ nộp qua Cổng dịch vụ công quốc gia, kể cả hồ sơ nộp hộ tại Trung tâm"],
    ["Số ngày nắng trong kỳ", "ngày", "", "Lấy theo trạm khí tượng gần nhất, làm tròn đến ngày, không tính ngày có mưa rào"],
    ["Hồ sơ kỳ trước chuyển sang", "hồ sơ", "", "Số hồ sơ chưa giải quyết xong của kỳ trước, tính cả hồ sơ tạm dừng chờ bổ sung"],
];

fn explained(columns: [usize; 4]) -> Vec<u8> {
    let rows = EXPLAINED.map(|row| columns.map(|column| row[column]));
    docx(&table(&rows.iter().map(<[&str; 4]>::as_slice).collect::<Vec<_>>()))
}

#[test]
fn an_explanation_is_never_taken_for_the_name_of_a_row() {
    for columns in [[0, 1, 2, 3], [3, 0, 1, 2]] {
        let (_, tables) = read::tables("biểu.docx", &explained(columns)).unwrap();
        let names = guess::Names::of(&crate::assets::figures_cchc().unwrap());
        let shape = heads::shape(&tables[0], &names, &guess::Known::default(), WANTED).unwrap();
        let at = |column: usize| columns.iter().position(|one| *one == column).unwrap();
        assert_eq!((shape.words, shape.value), (at(0), Some(at(2))), "{columns:?}");
    }
    // Without a row of ours the heading tells: the very word goes before one that holds it.
    let rows: [&[&str]; 2] = [&["Chỉ tiêu", "Kết quả", "Nội dung giải thích"], &["Số ngày nắng", "", "Lấy theo trạm khí tượng gần nhất"]];
    let (_, tables) = read::tables("biểu.docx", &docx(&table(&rows))).unwrap();
    let names = guess::Names::of(&crate::assets::figures_cchc().unwrap());
    assert_eq!(heads::shape(&tables[0], &names, &guess::Known::default(), WANTED).map(|shape| (shape.words, shape.value)), Some((0, Some(1))));
}

#[test]
fn a_column_that_calls_the_rows_otherwise_is_told_by_the_figures_it_names() {
    // No heading says which column names the rows.
    let rows: [&[&str]; 3] = [
        &["Tên dòng", "Diễn giải cách lấy số của từng dòng trong biểu này", "Kết quả", "Ghi chú"],
        &["Hồ sơ tiếp nhận mới trực tuyến", "Đếm trên hệ thống thông tin giải quyết thủ tục của thành phố", "", ""],
        &["Hồ sơ kỳ trước chuyển sang", "Lấy ở báo cáo của kỳ liền trước, mục tồn cuối kỳ", "", ""],
    ];
    let (_, tables) = read::tables("biểu.docx", &docx(&table(&rows))).unwrap();
    let names = guess::Names::of(&crate::assets::figures_cchc().unwrap());
    assert_eq!(heads::shape(&tables[0], &names, &guess::Known::default(), WANTED).map(|shape| (shape.words, shape.value)), Some((0, Some(2))));
}

fn target(table: usize, row: usize, column: usize, value: &str) -> Target {
    Target { table, row, column, text: Text::of(value) }
}

#[test]
fn a_workbook_keeps_its_layout_and_its_formulas() {
    let book = workbook();
    let (_, tables) = read::tables("biểu.xlsx", &book).unwrap();
    let targets = [target(0, 4, 3, "2.772"), target(0, 5, 3, "36"), target(0, 6, 3, "9"), target(0, 8, 3, "98,72%")];
    let (filled, formulas) = fill_xlsx::fill(&book, &tables, &targets).unwrap();
    assert_eq!(formulas, ["D6"]);
    let shown: Vec<Vec<String>> =
        sheets::bytes(&filled).unwrap()[0].rows.iter().map(|row| (0..4).map(|column| row.words(column)).collect()).collect();
    expect![[r#"
        BIỂU SỐ LIỆU CẢI CÁCH HÀNH CHÍNH |  |  | 
        STT | Chỉ tiêu | Đơn vị tính | Kết quả
        1 | Hồ sơ tiếp nhận mới trực tuyến |  | 2772
        2 | Hồ sơ tiếp nhận mới trực tiếp |  | 36
        3 | Tổng |  | 0
        4 | Số ngày nắng trong kỳ |  | 
        5 | Tỷ lệ hồ sơ nộp trực tuyến |  | 98,72%"#]]
    .assert_eq(&shown.iter().map(|row| row.join(" | ")).collect::<Vec<_>>().join("\n"));
    // Filled once more, it is the same workbook with other values.
    let (again, _) = fill_xlsx::fill(&filled, &tables, &[target(0, 4, 3, "5")]).unwrap();
    assert_eq!(sheets::bytes(&again).unwrap()[0].rows[2].words(3), "5");
}

#[test]
fn a_word_form_keeps_its_words_and_takes_the_value_once() {
    let body = table(&[&["TT", "Nội dung", "Số lượng"], &["1", "Hồ sơ", ""], &["2", "Đơn", "cũ"]]) + &para("Nơi nhận");
    let file = docx(&body);
    let filled = fill_docx::fill(&file, &[target(0, 1, 2, "2.772"), target(0, 2, 2, "<5 & hơn")]).unwrap();
    let (_, tables) = read::tables("biểu.docx", &filled).unwrap();
    let shown: Vec<String> = tables[0].rows.iter().map(|row| row.cells.join(" | ")).collect();
    assert_eq!(shown, ["TT | Nội dung | Số lượng", "1 | Hồ sơ | 2.772", "2 | Đơn | <5 & hơn"]);
}

#[test]
fn a_form_that_was_filled_otherwise_than_it_was_read_never_leaves() {
    let whole = table(&[&["TT", "Nội dung", "Số lượng"], &["1", "Hồ sơ", ""], &["2", "Đơn", ""]]);
    // A row deleted by a tracked change is not read, though it stands in the file.
    let deleted = "<w:tr><w:trPr><w:del w:id=\"1\" w:author=\"a\" w:date=\"2026-01-01T00:00:00Z\"/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>";
    let at = whole.find("<w:tr>").or_else(|| whole.find("<w:tr ")).unwrap();
    let (head, rest) = whole.split_at(at);
    for (body, column, ok) in [(whole.clone(), 2, true), (whole.clone(), 7, false), (format!("{head}{deleted}{rest}"), 2, false)] {
        let file = docx(&body);
        let (_, tables) = read::tables("biểu.docx", &file).unwrap();
        let targets = [target(0, 2, column, "5")];
        let filled = fill_docx::fill(&file, &targets).unwrap();
        assert_eq!(check("biểu.docx", &filled, &tables, &targets, &[]).is_ok(), ok, "{body}");
    }
}

/// A form in which each row says its unit, as `(words, unit)`; the cells of shares show percent.
fn in_units(rows: &[(&str, &str)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let percent = Format::new().set_num_format("0.00%");
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Đơn vị tính: triệu đồng").unwrap();
    for (column, name) in (0..).zip(["Chỉ tiêu", "ĐVT", "Kết quả"]) {
        sheet.write(1, column, name).unwrap();
    }
    for (at, (words, unit)) in (2..).zip(rows) {
        sheet.write(at, 0, *words).unwrap();
        sheet.write(at, 1, *unit).unwrap();
        if words.contains("Tỷ lệ") {
            sheet.write_blank(at, 2, &percent).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_row_is_asked_in_the_unit_it_says_and_else_in_that_of_the_table() {
    let book = in_units(&[
        ("Kinh phí thứ nhất", "nghìn đồng"),
        ("Kinh phí thứ hai", "\""),
        ("Kinh phí thứ ba", ""),
        ("Kinh phí thứ tư (tỷ đồng)", ""),
        ("Hồ sơ tiếp nhận", "Hồ sơ"),
        ("Tỷ lệ (%)", ""),
    ]);
    let (_, tables) = read::tables("biểu.xlsx", &book).unwrap();
    let names = guess::Names::of(&crate::assets::figures_cchc().unwrap());
    let shape = heads::shape(&tables[0], &names, &guess::Known::default(), WANTED).unwrap();
    let asked: Vec<(String, bool)> = unit::asked(&tables[0], &shape, &BTreeSet::new()).map(|(_, asked)| (asked.key, asked.own)).collect();
    let expected = [("dong 3", true), ("dong 3", true), ("dong 6", false), ("dong 9", true), ("ho so", true), ("phan tram", true)];
    assert_eq!(asked, expected.map(|(key, own)| (key.to_owned(), own)));
}

#[test]
fn a_share_is_a_number_where_its_cell_shows_percent() {
    let book = in_units(&[("Tỷ lệ đúng hạn", ""), ("Đúng hạn", "")]);
    let (_, tables) = read::tables("biểu.xlsx", &book).unwrap();
    let (filled, _) = fill_xlsx::fill(&book, &tables, &[target(0, 3, 2, "99,51%"), target(0, 4, 2, "99,51%")]).unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(filled)).unwrap();
    let xml = std::io::read_to_string(zip.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
    assert!(xml.contains("<v>0.9951</v>"), "{xml}");
    assert!(xml.contains("<t>99,51%</t>"), "{xml}");
}

#[test]
fn the_line_above_a_table_of_a_word_form_says_the_unit_of_its_amounts() {
    let file = docx(&(para("Đơn vị tính: tỷ đồng") + &table(&[&["Chỉ tiêu", "Kết quả"], &["Kinh phí", ""]])));
    let (_, tables) = read::tables("biểu.docx", &file).unwrap();
    let names = guess::Names::of(&crate::assets::figures_cchc().unwrap());
    let shape = heads::shape(&tables[0], &names, &guess::Known::default(), WANTED).unwrap();
    assert_eq!(unit::asked(&tables[0], &shape, &BTreeSet::new()).map(|(_, asked)| asked.key).collect::<Vec<_>>(), ["dong 9"]);
}
