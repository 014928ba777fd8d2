//! Workbooks made here, read back: what an office's Excel files do to a reader.

use super::read;
use crate::Problem;
use chrono::NaiveDate;
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use std::io::Write;

fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

/// The rows as lines, `>` before a cell that continues the one above, `<n` after a wide one; then the notes.
fn shown(bytes: &[u8]) -> String {
    let mut out = String::new();
    for sheet in read::bytes(bytes).unwrap() {
        for row in &sheet.rows {
            let cells = row.cells.iter().map(|cell| {
                let (mark, wide) = (if cell.continued { ">" } else { "" }, if cell.span > 1 { format!("<{}", cell.span) } else { String::new() });
                format!("{mark}{}{wide}", cell.text.replace('\n', "/"))
            });
            let hidden = if row.hidden { " (ẩn)" } else { "" };
            out += &format!("{}{hidden}: {}\n", row.number, cells.collect::<Vec<_>>().join(" | "));
        }
        for note in &sheet.notes {
            out += &format!("! {}: {}\n", note.code, note.sentence);
        }
    }
    out
}

#[test]
fn merged_cells_know_their_columns_and_rows() {
    let bytes = workbook(|page| {
        let plain = Format::new();
        page.merge_range(0, 0, 0, 2, "Tiêu đề", &plain).unwrap();
        page.merge_range(1, 0, 2, 0, "TT", &plain).unwrap();
        page.merge_range(1, 1, 1, 2, "Cơ quan", &plain).unwrap();
        page.write(2, 1, "chủ trì").unwrap();
        page.write(2, 2, "phối hợp").unwrap();
        page.write(4, 0, 1).unwrap();
        page.write(4, 2, "Công an\nxã").unwrap();
    });
    expect_test::expect![[r#"
        1: Tiêu đề<3
        2: TT | Cơ quan<2
        3: > | chủ trì | phối hợp
        5: 1 |  | Công an/xã
    "#]]
    .assert_eq(&shown(&bytes));
}

#[test]
fn days_percents_and_errors_are_shown_as_the_office_sees_them() {
    let bytes = workbook(|page| {
        let day = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();
        for (row, format) in (0..).zip(["dd/mm/yyyy", "mmm-yy", "mm/yyyy"]) {
            page.write_with_format(row, 0, &day, &Format::new().set_num_format(format)).unwrap();
        }
        page.write_with_format(3, 0, 0.9, &Format::new().set_num_format("0%")).unwrap();
        page.write_formula(4, 0, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        page.write_formula(5, 0, Formula::new("=A1").set_result("")).unwrap();
        page.write_string(6, 0, "=2+3").unwrap();
        page.write(7, 0, true).unwrap();
    });
    expect_test::expect![[r#"
        1: 01/07/2026
        2: 7/2026
        3: 07/2026
        4: 90%
        5: #DIV/0!
        6: 0
        7: =2+3
        8: TRUE
    "#]]
    .assert_eq(&shown(&bytes));
}

#[test]
fn hidden_rows_and_columns_are_read_and_named() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.write(0, 0, "một").unwrap();
    page.write(1, 1, "hai").unwrap();
    page.set_row_hidden(1).unwrap();
    page.set_column_hidden(1).unwrap();
    page.protect();
    let other = book.add_worksheet().set_name("Nháp").unwrap();
    other.write(0, 0, "bỏ").unwrap();
    other.set_hidden(true);
    expect_test::expect![[r#"
        1: một
        2 (ẩn):  | hai
        ! column-hidden: Cột B đang ẩn trong trang “Sheet1”; vẫn được đọc.
        ! sheet-hidden: Trang tính “Nháp” đang ẩn nên không đọc. Nếu cần, hãy cho hiện trang đó rồi nhập lại.
    "#]]
    .assert_eq(&shown(&book.save_to_buffer().unwrap()));
}

/// A record of an Excel workbook of 1997–2003.
fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let size = u16::try_from(body.len()).unwrap();
    [&kind.to_le_bytes()[..], &size.to_le_bytes(), body].concat()
}

fn label(row: u8, column: u8, text: &str) -> Vec<u8> {
    let size = u8::try_from(text.len()).unwrap();
    record(0x0204, &[&[row, 0, column, 0, 0, 0, size, 0, 0], text.as_bytes()].concat())
}

#[test]
fn an_xls_tells_what_it_hides() {
    let begin = |kind: u8| record(0x0809, &[&[0, 6, kind, 0][..], &[0; 12]].concat());
    let end = record(0x000A, &[]);
    let hidden_row = record(0x0208, &[1, 0, 0, 0, 2, 0, 255, 0, 0, 0, 0, 0, 0x20, 1, 15, 0]);
    let hidden_columns = record(0x007D, &[1, 0, 2, 0, 0, 8, 15, 0, 1, 0, 0, 0]);
    let shown_column = record(0x007D, &[0, 0, 0, 0, 0, 8, 15, 0, 0, 0, 0, 0]);
    let page = [begin(0x10), shown_column, hidden_columns, hidden_row, label(0, 0, "TT"), label(1, 1, "Viec"), end.clone()].concat();
    let away = [begin(0x10), label(0, 0, "bo"), end.clone()].concat();
    let sheet = |at: usize, hidden: u8, name: &str| {
        let head = [&u32::try_from(at).unwrap().to_le_bytes()[..], &[hidden, 0, u8::try_from(name.len()).unwrap(), 0]].concat();
        record(0x0085, &[&head, name.as_bytes()].concat())
    };
    let head = |at: usize| [begin(0x05), sheet(at, 0, "Trang"), sheet(at + page.len(), 1, "Nhap"), end.clone()].concat();
    let start = head(0).len();
    let stream = [head(start), page.clone(), away].concat();
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
    expect_test::expect![[r#"
        1: TT
        2 (ẩn):  | Viec
        ! column-hidden: Cột B đang ẩn trong trang “Trang”; vẫn được đọc.
        ! sheet-hidden: Trang tính “Nhap” đang ẩn nên không đọc. Nếu cần, hãy cho hiện trang đó rồi nhập lại.
    "#]]
    .assert_eq(&shown(&file.into_inner().into_inner()));
}

/// A cell at the far corner must not make a table of seventeen billion cells.
#[test]
fn a_cell_far_away_costs_nothing() {
    let bytes = workbook(|page| {
        page.write(0, 0, "đầu").unwrap();
        page.write(1_048_575, 16_383, "cuối").unwrap();
    });
    let sheets = read::bytes(&bytes).unwrap();
    let last = sheets[0].rows.last().unwrap();
    assert_eq!((sheets[0].rows.len(), last.number, last.cells.len()), (2, 1_048_576, 256));
}

/// A zip of parts by name.
fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, body) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(body).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods(rows: &str) -> Vec<u8> {
    ods_of("", &format!(r#"<table:table table:name="Trang1">{rows}</table:table>"#))
}

fn ods_of(styles: &str, sheets: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:automatic-styles>{styles}</office:automatic-styles>
        <office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"#
    );
    zip(&[("content.xml", content.as_bytes())])
}

#[test]
fn libreoffice_sheets_keep_merges_repeats_and_full_years() {
    let bytes = ods(r#"
        <table:table-row><table:table-cell table:number-columns-spanned="3"><text:p>Tiêu đề &amp; kỳ</text:p></table:table-cell>
          <table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>
        <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row table:visibility="collapse"><table:table-cell table:number-rows-spanned="2"><text:p>TT</text:p></table:table-cell>
          <table:table-cell><office:annotation><text:p>ghi chú riêng</text:p></office:annotation><text:p>Phòng</text:p><text:p>Kinh<text:s/>tế</text:p></table:table-cell></table:table-row>
        <table:table-row><table:covered-table-cell/><table:table-cell office:date-value="2026-07-01"><text:p>01/07/26</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell/><table:table-cell office:date-value="2026-07-01"><text:p>7/2026</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell office:date-value="2026-05-01"><text:p>05/01/2026</text:p></table:table-cell>
          <table:table-cell office:date-value="2026-06-30T00:00:00"><text:p>2026-06-30 0:00:00</text:p></table:table-cell></table:table-row>"#);
    expect_test::expect![[r#"
        1: Tiêu đề & kỳ<3
        5 (ẩn): TT | Phòng/Kinh tế
        6: > | 01/07/2026
        7:  | 7/2026
        8: 01/05/2026 | 30/06/2026
    "#]]
    .assert_eq(&shown(&bytes));
}

#[test]
fn libreoffice_tells_what_it_hides() {
    let styles = r#"<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
        <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>"#;
    let row = r#"<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>Việc</text:p></table:table-cell></table:table-row>"#;
    let columns = r#"<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="16383"/>"#;
    let sheets = format!(
        r#"<table:table table:name="Nháp" table:style-name="ta2">{row}</table:table>
        <table:table table:name="Kế hoạch" table:style-name="ta1">{columns}{row}</table:table>"#
    );
    expect_test::expect![[r#"
        1: 1 | Việc
        ! column-hidden: Cột B đang ẩn trong trang “Kế hoạch”; vẫn được đọc.
        ! sheet-hidden: Trang tính “Nháp” đang ẩn nên không đọc. Nếu cần, hãy cho hiện trang đó rồi nhập lại.
    "#]]
    .assert_eq(&shown(&ods_of(styles, &sheets)));
}

#[test]
fn what_is_no_workbook_is_refused_with_its_sentence() {
    let locked =
        [super::container::OLE.to_vec(), vec![0; 120], "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect(), vec![0; 96]].concat();
    let secret = zip(&[("content.xml", b"..."), ("META-INF/manifest.xml", b"<manifest:encryption-data/>")]);
    for (bytes, problem) in [
        (Vec::new(), Problem::FileEmpty),
        (b"PK not at all".to_vec(), Problem::NotWorkbook),
        (zip(&[("word/document.xml", b"<w/>")]), Problem::NotWorkbook),
        (super::container::OLE.to_vec(), Problem::NotWorkbook),
        (locked, Problem::FileProtected),
        (secret, Problem::FileProtected),
    ] {
        assert_eq!(read::bytes(&bytes).unwrap_err().to_string(), problem.sentence(), "{:?}", bytes.get(..20));
    }
}

#[test]
fn columns_are_called_as_excel_calls_them() {
    for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")] {
        assert_eq!(super::column_name(column), name);
    }
}
