use super::sample::{document, docx, package, para, table};
use super::{Part, Table, bytes, file};
use proptest::prelude::*;
use std::fmt::Write;

/// The parts as lines: `¶ text`, and for each row `| cell | cell`; `<2` is a span, `^` continues.
fn lines(parts: &[Part]) -> String {
    let mut out = String::new();
    for part in parts {
        match part {
            Part::Para(para) => writeln!(out, "¶ {}", joined(&para.label, &para.text)).unwrap(),
            Part::Table(Table { rows, .. }) => {
                for row in rows {
                    out.push_str(if row.header { "#" } else { "" });
                    for cell in &row.cells {
                        let span = if cell.span > 1 { format!("<{}", cell.span) } else { String::new() };
                        let mark = if cell.continued { "^" } else { "" };
                        let inner = lines(&cell.parts).trim_end().replace('\n', " / ");
                        write!(out, "|{span}{mark} {inner} ").unwrap();
                    }
                    out.push('\n');
                }
            }
        }
    }
    out
}

fn joined(label: &str, text: &str) -> String {
    let text = text.replace('\n', "⏎").replace('\t', "⇥");
    if label.is_empty() { text } else { format!("[{label}] {text}") }
}

/// What a body reads as.
fn check(body: &str, expected: expect_test::Expect) {
    expected.assert_eq(&lines(&bytes(&docx(body)).unwrap()));
}

/// The code a file is refused with.
fn refusal(file: &[u8]) -> &'static str {
    bytes(file).unwrap_err().code()
}

#[test]
fn words_are_joined_across_runs_breaks_and_entities() {
    check(
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r/><w:r><w:t>Văn phòng HĐND&amp;</w:t></w:r>\
         <w:r><w:t xml:space=\"preserve\">UBND x&#227; </w:t><w:tab/><w:t>&lt;Lam&gt;</w:t><w:br/><w:t>Khê</w:t><w:noBreakHyphen/></w:r></w:p>\
         <w:p><w:hyperlink><w:r><w:t>nối</w:t></w:r></w:hyperlink><w:fldSimple><w:r><w:instrText>PAGE</w:instrText><w:t>5</w:t></w:r></w:fldSimple></w:p>",
        expect_test::expect![[r#"
            ¶ Văn phòng HĐND&UBND xã ⇥<Lam>⏎Khê-
            ¶ nối5
        "#]],
    );
}

#[test]
fn tracked_changes_read_as_if_accepted() {
    let deleted_row = "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc><w:p><w:r><w:t>bỏ</w:t></w:r></w:p></w:tc></w:tr>";
    let kept_row = "<w:tr><w:trPr><w:ins w:id=\"1\"/></w:trPr><w:tc><w:p><w:r><w:t>giữ</w:t></w:r></w:p></w:tc></w:tr>";
    check(
        &format!(
            "<w:p><w:r><w:t>một </w:t></w:r><w:del w:id=\"2\"><w:r><w:delText>hai</w:delText></w:r><w:r><w:t>ba</w:t></w:r></w:del>\
             <w:ins w:id=\"3\"><w:r><w:t>bốn</w:t></w:r></w:ins></w:p>\
             <w:p><w:pPr><w:rPr><w:del w:id=\"4\"/></w:rPr></w:pPr><w:r><w:t>nửa đầu, </w:t></w:r></w:p>\
             <w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"Cu\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>nửa sau</w:t></w:r></w:p>\
             <w:tbl>{deleted_row}{kept_row}</w:tbl>"
        ),
        expect_test::expect![[r#"
            ¶ một bốn
            ¶ nửa đầu, nửa sau
            | ¶ giữ 
        "#]],
    );
}

#[test]
fn tables_keep_spans_merges_paragraphs_and_inner_tables() {
    let inner = table(&[&["trong", "cùng"]]);
    let body = format!(
        "{}<w:tbl><w:tr><w:trPr><w:tblHeader/><w:gridBefore w:val=\"2\"/></w:trPr><w:tc>{inner}{}</w:tc>\
         <w:tc><w:tcPr><w:hMerge/></w:tcPr>{}</w:tc></w:tr></w:tbl>",
        table(&[&["TT", "Cơ quan\nchủ trì<2"], &["1", "a", "b"], &["^", "c", ""]]),
        para("sau bảng"),
        para("dồn trái"),
    );
    check(
        &body,
        expect_test::expect![[r#"
            | ¶ TT |<2 ¶ Cơ quan / ¶ chủ trì 
            | ¶ 1 | ¶ a | ¶ b 
            |^ ¶ | ¶ c | ¶ 
            #|<2  |<2 | ¶ trong | ¶ cùng  / ¶ sau bảng 
        "#]],
    );
}

#[test]
fn text_boxes_are_read_once() {
    check(
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
         <mc:Fallback><w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>\
         <w:r><w:t>quanh</w:t></w:r></w:p>",
        expect_test::expect![[r#"
            ¶ hộp
            ¶ quanh
        "#]],
    );
}

#[test]
fn automatic_numbers_are_counted_as_word_counts_them() {
    let level = |at: u8, format: &str, text: &str, start: u8| {
        format!("<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>")
    };
    let numbering = format!(
        "<w:numbering><w:abstractNum w:abstractNumId=\"0\">{}{}</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">{}</w:abstractNum>\
         <w:num w:numId=\"7\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"8\"><w:abstractNumId w:val=\"1\"/></w:num>\
         <w:num w:numId=\"9\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num></w:numbering>",
        level(0, "upperRoman", "%1.", 1),
        level(1, "decimal", "%1.%2)", 1),
        level(0, "lowerLetter", "%1)", 3),
    );
    let item = |list: u8, at: u8, text: &str| {
        format!("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{at}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let body =
        [item(7, 0, "a"), item(7, 1, "b"), item(7, 1, "c"), item(8, 0, "d"), item(7, 0, "e"), item(7, 1, "f"), item(9, 0, "g"), item(0, 0, "h")];
    let file = package(&[("word/document.xml", &document(&body.concat())), ("word/numbering.xml", &numbering)]);
    expect_test::expect![[r#"
        ¶ [I.] a
        ¶ [I.1)] b
        ¶ [I.2)] c
        ¶ [c)] d
        ¶ [II.] e
        ¶ [II.1)] f
        ¶ [I.] g
        ¶ h
    "#]]
    .assert_eq(&lines(&bytes(&file).unwrap()));
}

#[test]
fn a_style_numbers_its_paragraphs() {
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"0\">\
         <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:pStyle w:val=\"Muc\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
         <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Dong\"/><w:lvlText w:val=\"%2\"/></w:lvl>\
         </w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    let styles = "<w:styles><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Thuong\"/>\
         <w:style w:styleId=\"Muc\"><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>\
         <w:style w:styleId=\"Dong\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>\
         <w:style w:styleId=\"DongDam\"><w:basedOn w:val=\"Dong\"/></w:style>\
         <w:style w:styleId=\"Vong\"><w:basedOn w:val=\"Vong\"/></w:style></w:styles>";
    let item =
        |style: &str, own: &str, text: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{own}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>");
    let none = "<w:numPr><w:numId w:val=\"0\"/></w:numPr>";
    let deleted = format!("<w:tbl><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>", item("Dong", "", "bỏ"));
    let body = [item("Muc", "", "a"), item("Dong", "", "b"), deleted, item("DongDam", "", "c"), item("Dong", none, "d"), item("Vong", "", "e")];
    let body = body.concat() + &item("Muc", "", "g") + "<w:p><w:r><w:t>h</w:t></w:r></w:p>";
    let file = package(&[("word/document.xml", &document(&body)), ("word/numbering.xml", numbering), ("word/styles.xml", styles)]);
    expect_test::expect![[r#"
        ¶ [I.] a
        ¶ [1] b
        ¶ [2] c
        ¶ d
        ¶ e
        ¶ [II.] g
        ¶ h
    "#]]
    .assert_eq(&lines(&bytes(&file).unwrap()));
}

#[test]
fn the_main_part_is_the_one_the_container_names() {
    let relations = "<Relationships><Relationship Id=\"a\" Type=\"http://x/core-properties\" Target=\"docProps/core.xml\"/>\
                     <Relationship Id=\"b\" Type=\"http://x/relationships/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>";
    let file = package(&[("_rels/.rels", relations), ("word/document2.xml", &document(&para("có")))]);
    assert_eq!(lines(&bytes(&file).unwrap()), "¶ có\n");
}

/// A container of old with one directory entry of this name.
fn ole(name: &str) -> Vec<u8> {
    let mut file = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    file.resize(1024, 0);
    file.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
    file.resize(2048, 0);
    file
}

#[test]
fn files_that_are_something_else_are_refused() {
    let cases: &[(&str, Vec<u8>, &str)] = &[
        ("empty", vec![], "file-empty"),
        ("words", "Kế hoạch năm 2026".as_bytes().to_vec(), "not-docx"),
        ("a .doc of old", ole("WordDocument"), "not-docx"),
        ("with a password", ole("EncryptedPackage"), "file-protected"),
        ("a zip of something else", package(&[("a.txt", "xin chào")]), "not-docx"),
        ("a workbook", package(&[("word/document.xml", "<workbook/>")]), "not-docx"),
        ("half its XML", package(&[("word/document.xml", "<w:document><w:body>")]), "not-docx"),
        ("wrong XML", package(&[("word/document.xml", "<w:document></w:body>")]), "not-docx"),
        ("half a file", docx(&para("nửa")).split_at(300).0.to_vec(), "not-docx"),
    ];
    for (what, file, code) in cases {
        assert_eq!(&refusal(file), code, "{what}");
    }
}

/// The document stands in the zip with a size it states wrongly, as bombs do.
#[test]
fn a_bomb_is_stopped_while_it_unpacks() {
    let spaces = " ".repeat(60 << 20);
    let mut bomb = package(&[("word/document.xml", &spaces)]);
    assert!(bomb.len() < 200_000, "small on the disk: {}", bomb.len());
    assert_eq!(refusal(&bomb), "file-bomb");
    // The stated size, in the local header and in the directory, is turned into 100 bytes.
    let stated = u32::try_from(spaces.len()).unwrap().to_le_bytes();
    let places: Vec<usize> = (0..bomb.len() - 4).filter(|&at| bomb[at..at + 4] == stated).collect();
    assert!(!places.is_empty());
    for at in places {
        bomb[at..at + 4].copy_from_slice(&100u32.to_le_bytes());
    }
    assert!(["file-bomb", "not-docx"].contains(&refusal(&bomb)));
    // Ten million empty paragraphs are a bomb as well, though their XML is small enough.
    assert_eq!(refusal(&docx(&"<w:p/>".repeat(1_000_000))), "file-bomb");
}

#[test]
fn a_table_in_a_table_without_end_is_followed_no_deeper_than_we_go() {
    let deep = format!("{}{}{}", "<w:tbl><w:tr><w:tc>".repeat(20_000), para("đáy"), "</w:tc></w:tr></w:tbl>".repeat(20_000));
    let text = lines(&bytes(&docx(&deep)).unwrap());
    assert!(text.contains("đáy"), "the words are kept");
}

#[test]
fn places_that_are_not_files_are_refused_and_large_ones_are_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let code = |path: &std::path::Path| file(path).unwrap_err().code();
    assert_eq!(code(folder.path()), "file-unreadable");
    assert_eq!(code(&folder.path().join("không có.docx")), "file-unreadable");
    let empty = folder.path().join("rỗng.docx");
    std::fs::write(&empty, "").unwrap();
    assert_eq!(code(&empty), "file-empty");
    // A hole of 50 MB: nothing of it could be read in this time.
    let large = folder.path().join("lớn.docx");
    std::fs::File::create(&large).unwrap().set_len(50 << 20).unwrap();
    let refused = file(&large).unwrap_err();
    assert_eq!(refused.to_string(), "Tệp nặng 50 MB, quá mức 20 MB đọc được. Hãy bỏ bớt ảnh trong tệp rồi thử lại.");
    let good = folder.path().join("được.docx");
    std::fs::write(&good, docx(&para("được"))).unwrap();
    assert_eq!(lines(&file(&good).unwrap()), "¶ được\n");
}

proptest! {
    #[test]
    fn no_bytes_make_it_crash(noise in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = bytes(&noise);
    }

    /// Bytes of a real file are changed, in the container and in its XML.
    #[test]
    fn no_change_makes_it_crash(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), stored in any::<bool>()) {
        let xml = document(&format!("{}{}", para("trước"), table(&[&["TT", "Nội dung<2"], &["1", "a", "b"], &["^", "c", "d"]])));
        let mut target = if stored { xml.into_bytes() } else { package(&[("word/document.xml", &xml)]) };
        for (place, value) in &changes {
            let at = place.index(target.len());
            target[at] = *value;
        }
        let file = if stored { package(&[("word/document.xml", &String::from_utf8_lossy(&target))]) } else { target };
        let _ = bytes(&file);
    }
}

#[test]
fn words_in_a_font_of_old_are_told() {
    let of = |font: &str, text: &str| {
        let file = docx(&format!("<w:p><w:r><w:rPr><w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\"/></w:rPr><w:t>{text}</w:t></w:r></w:p>"));
        let Some(Part::Para(para)) = bytes(&file).unwrap().pop() else { panic!("{text}") };
        para.old_font
    };
    for (font, text, is_old) in [
        (".VnTime", "bæ sung biªn chÕ", true),
        ("VNI-Times", "boå sung", true),
        (".VnTimeH", "2026", false),
        (".VnTime", "bổ sung biên chế", false),
        ("Times New Roman", "bæ sung biªn chÕ", false),
    ] {
        assert_eq!(of(font, text), is_old, "{font}: {text}");
    }
}

#[test]
fn words_struck_through_by_hand_are_told_and_stay_in_the_text() {
    let run = |properties: &str, inside: &str| format!("<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>");
    let text = |text: &str| format!("<w:t xml:space=\"preserve\">{text}</w:t>");
    let body = format!(
        "<w:p>{}{}{}{}{}</w:p><w:p><w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>{}</w:p>",
        run("", &text("giữ ")),
        run("<w:strike/>", &(text("bỏ ") + "<w:tab/>")),
        run("<w:dstrike w:val=\"true\"/>", &text("cả &amp; đây")),
        run("<w:strike w:val=\"0\"/>", &text(" còn ")),
        run("<w:strike/><w:dstrike w:val=\"false\"/>", &text("hết")),
        run("", &text("không gạch")),
    );
    let parts = bytes(&docx(&body)).unwrap();
    let [Part::Para(first), Part::Para(second)] = parts.as_slice() else { panic!("{parts:?}") };
    let struck: Vec<&str> = first.struck.iter().map(|struck| &first.text[struck.clone()]).collect();
    assert_eq!((first.text.as_str(), struck), ("giữ bỏ \tcả & đây còn hết", vec!["bỏ \tcả & đây", "hết"]));
    assert!(second.struck.is_empty());
}

#[test]
fn symbols_hidden_words_and_raised_figures_are_read_as_paper_shows_them() {
    let run = |properties: &str, inside: &str| format!("<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>");
    let body = format!(
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{}{}{}{}{}</w:p>",
        run("", "<w:t xml:space=\"preserve\">Đạt </w:t>"),
        run("", "<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/>"),
        run("", "<w:t xml:space=\"preserve\">95% của 12 km</w:t>"),
        run("<w:vertAlign w:val=\"superscript\"/>", "<w:t>2</w:t>"),
        run("<w:vanish/>", "<w:t>ẩn</w:t>"),
    );
    let file = docx(&body);
    let parts = bytes(&file).unwrap();
    let [Part::Para(para)] = parts.as_slice() else { panic!("{parts:?}") };
    assert_eq!(para.text, "Đạt ≥95% của 12 km²");
    let asides = super::asides(&file).unwrap();
    assert!(asides.has_hidden && !asides.has_pictures && !asides.has_unknown_signs && !asides.has_tall_cells);
    let unknown = docx("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F04A\"/></w:r></w:p>");
    assert!(super::asides(&unknown).unwrap().has_unknown_signs);
}
