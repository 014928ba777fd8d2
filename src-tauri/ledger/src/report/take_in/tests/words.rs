//! What Word keeps beside plain paragraphs: boxes, tables in tables, tracked changes, notes, numbers.

use super::*;
use crate::word::read::sample::{document, docx, package, para, table};

/// A report in Word around a body.
fn report(body: &str) -> Vec<u8> {
    docx(&around(body))
}

fn around(body: &str) -> String {
    let lines = |lines: &[&str]| lines.iter().map(|line| para(line)).collect::<String>();
    let head =
        lines(&["ỦY BAN NHÂN DÂN", "XÃ LAM KHÊ", "BÁO CÁO", "Kết quả quý III năm 2026", "UBND xã Lam Khê báo cáo như sau:", "I. CÔNG TÁC CHỈ ĐẠO"]);
    let end = lines(&["Trên đây là báo cáo./.", "Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Minh Khang"]);
    format!("{head}{body}{end}")
}

fn read(bytes: &[u8]) -> TakenIn {
    read_report("a.docx", bytes, None).unwrap_or_else(|refused| panic!("{refused}"))
}

/// The words between the heading and the closing sentence.
fn body(taken: &TakenIn) -> String {
    let words = taken.words().join(" ");
    let (_, rest) = words.split_once("CHỈ ĐẠO ").unwrap_or_else(|| panic!("{words}"));
    rest.split_once("Trên đây").unwrap_or_else(|| panic!("{words}")).0.trim().to_owned()
}

#[test]
fn a_table_that_names_a_chair_stays_a_table() {
    let taken = read(&report(&table(&[&["TT", "Chức vụ", "Việc"], &["1", "CHỦ TỊCH", "Phụ trách chung"], &["2", "PHÓ CHỦ TỊCH", "Một cửa"]])));
    assert_eq!(body(&taken), "TT Chức vụ Việc 1 CHỦ TỊCH Phụ trách chung 2 PHÓ CHỦ TỊCH Một cửa");
    assert!(taken.document.body.iter().any(|block| matches!(block, Block::Table { table, .. } if table.rows.len() == 2)));
    assert_eq!(taken.document.signature.unwrap().name, "Trần Minh Khang");
}

#[test]
fn a_table_with_a_column_of_recipients_stays_a_table() {
    let taken = read(&report(&table(&[&["Nơi nhận", "Thủ tục"], &["Bộ phận một cửa", "Khai sinh"], &["Nơi nhận: Bưu điện", "Kết hôn"]])));
    assert_eq!(body(&taken), "Nơi nhận Thủ tục Bộ phận một cửa Khai sinh Nơi nhận: Bưu điện Kết hôn");
    let last = read(&report(&table(&[&["TT", "Thủ tục", "Nơi nhận"], &["1", "Khai sinh", "Một cửa"]])));
    assert_eq!(body(&last), "TT Thủ tục Nơi nhận 1 Khai sinh Một cửa");
}

#[test]
fn a_paper_inside_a_frame_is_read() {
    let framed =
        table(&[&["BÁO CÁO\nKết quả quý III năm 2026\nUBND xã Lam Khê báo cáo như sau:\nI. CÔNG TÁC CHỈ ĐẠO\n- Một.\nTrên đây là báo cáo./."]]);
    assert_eq!(body(&read(&docx(&framed))), "- Một.");
}

#[test]
fn a_break_inside_a_sentence_is_a_space() {
    let broken = "<w:p><w:r><w:t>- Dòng một</w:t><w:br/><w:t>nối dòng hai.</w:t><w:br/><w:t>Câu mới.</w:t></w:r></w:p>";
    let taken = read(&report(broken));
    assert_eq!(taken.document.body.iter().map(Block::plain).skip(2).take(2).collect::<Vec<_>>(), ["- Dòng một nối dòng hai.", "Câu mới."]);
}

#[test]
fn a_signature_set_in_a_table_is_the_signature() {
    let lines = around("").split("<w:p><w:r><w:t xml:space=\"preserve\">Nơi nhận:").next().unwrap().to_owned();
    for frame in [
        table(&[&["Nơi nhận:\n- Như trên;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Minh Khang"]]),
        table(&[&["Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"], &["- Như trên;", "CHỦ TỊCH"], &["- Lưu: VT.", "Trần Minh Khang"]]),
        format!(
            "{}{}",
            ["Nơi nhận:", "- Như trên;", "- Lưu: VT."].map(para).concat(),
            table(&[&["", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Minh Khang"]])
        ),
    ] {
        let taken = read(&docx(&format!("{lines}{frame}")));
        let sign = taken.document.signature.clone().unwrap();
        assert_eq!((sign.lines.join(" / ").as_str(), sign.name.as_str()), ("TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH", "Trần Minh Khang"), "{}", shown(&taken));
        assert_eq!(taken.document.recipients, ["Như trên", "Lưu: VT"]);
        assert!(taken.document.appendices.is_empty());
    }
}

#[test]
fn words_of_boxes_and_of_tables_in_tables_are_kept() {
    let boxed = "<w:p><w:r><w:t>Trước hộp</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Trong hộp.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>\
                 <w:r><w:t xml:space=\"preserve\"> và sau hộp.</w:t></w:r></w:p>";
    let words = body(&read(&report(boxed)));
    for part in ["Trong hộp.", "Trước hộp và sau hộp."] {
        assert!(words.contains(part), "{words}");
    }
    let inner = table(&[&["Trong", "bảng"]]);
    let nested = format!(
        "<w:tbl><w:tr><w:tc>{}{inner}{}</w:tc><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        para("Ngoài"),
        para("sau"),
        para("hai"),
        para("ba")
    );
    assert_eq!(body(&read(&report(&nested))), "Ngoài Trong bảng sau hai ba");
}

#[test]
fn tracked_changes_are_read_as_accepted_and_told() {
    let tracked = "<w:p><w:r><w:t xml:space=\"preserve\">Đã nhận </w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>12</w:delText></w:r></w:del>\
                   <w:ins w:id=\"2\"><w:r><w:t>15</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> hồ sơ.</w:t></w:r></w:p>";
    let taken = read(&report(tracked));
    assert_eq!(body(&taken), "Đã nhận 15 hồ sơ.");
    assert!(taken.warnings.iter().any(|one| one.r#where == "Thay đổi đang theo dõi"));
    assert!(!read(&report(&para("Một."))).warnings.iter().any(|one| one.r#where == "Thay đổi đang theo dõi"));
}

#[test]
fn footnotes_are_named_and_comments_are_not_the_papers() {
    let noted = "<w:p><w:r><w:t>Đã nhận 15 hồ sơ</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:commentReference w:id=\"1\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>";
    let notes =
        document("").replace("w:document", "w:footnotes").replace("w:body", "w:footnote").replace("<w:sectPr/>", &para(" Tính đến ngày 10/9/2026."));
    let comments = document(&para("Sửa lại chỗ này")).replace("w:document", "w:comments");
    let taken = read(&package(&[("word/document.xml", &document(&around(noted))), ("word/footnotes.xml", &notes), ("word/comments.xml", &comments)]));
    assert_eq!(body(&taken), "Đã nhận 15 hồ sơ.");
    let named: Vec<&str> = taken.warnings.iter().filter(|one| one.r#where == "Chú thích cuối trang").map(|one| one.was.as_str()).collect();
    assert_eq!(named, ["Tính đến ngày 10/9/2026."]);
}

#[test]
fn numbers_that_word_counts_itself_are_headings_and_items() {
    let level = |at: usize, format: &str, text: &str| {
        format!("<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>")
    };
    let levels = format!("{}{}{}", level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "bullet", "\u{f0b7}"));
    let numbering = format!(
        "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:abstractNum w:abstractNumId=\"0\">{levels}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    );
    let numbered = |level: usize, text: &str| {
        para(text).replacen("<w:p>", &format!("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"), 1)
    };
    let body_of: String = [
        (0, "Về kế hoạch"),
        (1, "Kế hoạch năm"),
        (2, "Đã ban hành."),
        (1, "Kế hoạch quý"),
        (2, "Chưa có."),
        (0, "Về tuyên truyền"),
        (2, "Đã phát 12 bản tin."),
    ]
    .iter()
    .map(|(level, text)| numbered(*level, text))
    .collect();
    let taken = read(&package(&[("word/document.xml", &document(&around(&body_of))), ("word/numbering.xml", &numbering)]));
    assert_eq!(body(&taken), "1. Về kế hoạch a) Kế hoạch năm - Đã ban hành. b) Kế hoạch quý - Chưa có. 2. Về tuyên truyền - Đã phát 12 bản tin.");
}
