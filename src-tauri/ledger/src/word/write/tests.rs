mod marks;
mod order;

use super::docx;
use crate::paper::*;
use crate::typeset::gauge::letters;
use crate::word::read::{Para, Part, bytes};
use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use std::io::Read;

fn moment() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 9, 16).unwrap().and_hms_opt(8, 30, 0).unwrap()
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::words(text)]
}

fn cell(text: &str) -> Cell {
    Cell { span: 1, text: words(text) }
}

fn row(cells: &[&str]) -> Row {
    Row { group: false, cells: cells.iter().map(|text| cell(text)).collect() }
}

/// A report of an invented commune with everything a report can hold.
pub(super) fn sample() -> Document {
    let id = String::new;
    let heading = |level, number: &str, text: &str| Block::Heading { id: id(), level, number: number.into(), text: words(text) };
    let para = |text: &str| Block::Para { id: id(), text: words(text) };
    let column = |share, align| Column { share, align };
    let figure = FigureChip { id: "plan.total".into(), window: None, format: FigureFormat::Sentence, instead: None, shown: Some("12".into()) };
    let citation = Citation { document: 7, full: false, shown: Some("Kế hoạch số 03/KH-UBND".into()) };
    let table = Table {
        columns: vec![column(1, Align::Center), column(6, Align::Left), column(3, Align::Left), column(2, Align::Right)],
        header: vec![row(&["TT", "Nội dung công việc", "Cơ quan chủ trì", "Số lượng"])],
        rows: vec![
            Row { group: true, cells: vec![Cell { span: 4, text: words("I. Chỉ đạo điều hành") }] },
            row(&["1", "Ban hành kế hoạch & tuyên truyền", "Văn phòng", "2.182"]),
            Row {
                group: false,
                cells: vec![cell("2"), Cell { span: 1, text: vec![Inline::words("dòng một"), Inline::Break, Inline::words("dòng hai")] }],
            },
        ],
        size: 12,
    };
    let mut rows = table.rows.clone();
    rows.extend((3..60).map(|tt| row(&[&tt.to_string(), "Kiểm tra việc giải quyết hồ sơ tại thôn, tổ dân phố", "Phòng Kinh tế", "1"])));
    Document {
        letterhead: Letterhead {
            governing: None,
            agency: vec!["ỦY BAN NHÂN DÂN".into(), "XÃ LAM KHÊ".into()],
            number: Some(Number { number: None, symbol: "BC-UBND".into() }),
            place: Some(PlaceDate { place: "Lam Khê".into(), day: None, year: 2026 }),
            about: None,
        },
        name: "BÁO CÁO".into(),
        subject: "Công tác cải cách hành chính quý III,\nnhiệm vụ trọng tâm quý IV năm 2026".into(),
        addressees: vec!["Ủy ban nhân dân thành phố Hải Phòng".into(), "Sở Nội vụ".into()],
        body: vec![
            para("Thực hiện chế độ báo cáo định kỳ, UBND xã Lam Khê báo cáo kết quả công tác cải cách hành chính trong kỳ như sau:"),
            heading(1, "I.", "Công tác chỉ đạo, điều hành"),
            heading(2, "1.", "Về tổ chức chỉ đạo"),
            Block::Para {
                id: id(),
                text: vec![
                    Inline::words("Toàn xã có "),
                    Inline::Figure(figure),
                    Inline::words(" nhiệm vụ theo "),
                    Inline::Citation(citation),
                    Inline::Text(TextRun { text: ", đúng hạn".into(), bold: true, italic: true }),
                    Inline::words(" cả; các phòng và thôn phân công người theo dõi từng việc để không việc nào bị bỏ sót trong kỳ."),
                ],
            },
            heading(3, "1.1.", "Kiểm tra"),
            heading(3, "a)", "Kiểm tra đột xuất"),
            Block::Item { id: id(), item: Item::Dash, text: words("đã kiểm tra ba thôn;") },
            Block::Item { id: id(), item: Item::Letter("đ".into()), text: words("đã nhắc nhở <một> bộ phận.") },
            Block::Part { id: id(), number: "Phần II".into(), title: "Phương hướng".into() },
            Block::Table { id: id(), table: table.clone() },
            para("Trên đây là báo cáo công tác cải cách hành chính quý III năm 2026 của UBND xã Lam Khê./."),
        ],
        signature: Some(Signature {
            lines: vec!["TM. ỦY BAN NHÂN DÂN".into(), "KT. CHỦ TỊCH".into(), "PHÓ CHỦ TỊCH".into()],
            name: "Trần Minh Hà".into(),
        }),
        recipients: vec!["Như trên".into(), "TT. HĐND xã (để b/c)".into(), "Lưu: VT, VHXH".into()],
        appendices: vec![
            Appendix {
                title: "Danh mục nhiệm vụ".into(),
                reference: "(Kèm theo Báo cáo số \u{a0}\u{a0}\u{a0}\u{a0}/BC-UBND ngày \u{a0}\u{a0} tháng \u{a0}\u{a0} năm 2026 của Ủy ban nhân dân xã Lam Khê)".into(),
                list: false, landscape: true,
                body: vec![Block::Table { id: id(), table: Table { rows, ..table } }],
                charts: vec![],
            },
            Appendix { title: "Giải thích".into(), reference: "(Kèm theo Báo cáo)".into(), list: false, landscape: false, body: vec![para("Số liệu lấy từ sổ.")], charts: vec![] },
        ],
        mark: Some("SỐ LIỆU MẪU".into()),
        changed: moment(),
        ..Default::default()
    }
}

/// The words of a Word file in order, a line a paragraph; empty ones and blanks' width left out.
fn lines(parts: &[Part]) -> Vec<String> {
    let mut out = Vec::new();
    for part in parts {
        match part {
            Part::Para(para) if para.text.is_empty() => {}
            Part::Para(para) => out.push(format!("{}: {}", para.style, para.text.replace('\u{a0}', "_").replace('\n', "⏎"))),
            Part::Table(table) => {
                for row in &table.rows {
                    let cells = row.cells.iter().map(|cell| {
                        let span = if cell.span > 1 { format!("<{}", cell.span) } else { String::new() };
                        format!("{span} {}", lines(&cell.parts).join(" / "))
                    });
                    out.push(format!("{}|{}", if row.header { "#" } else { "" }, cells.collect::<Vec<_>>().join(" |")));
                }
            }
        }
    }
    out
}

/// Every part of a Word file by name.
fn parts(file: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut part = zip.by_index(at).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// The names of a part's elements; it must be well-formed XML.
fn elements(xml: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut names = Vec::new();
    let mut open = 0;
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(tag) => {
                open += 1;
                tag.attributes().for_each(|attribute| drop(attribute.unwrap()));
                names.push(tag.name().as_ref().to_owned());
            }
            quick_xml::events::Event::Empty(tag) => names.push(tag.name().as_ref().to_owned()),
            quick_xml::events::Event::End(_) => open -= 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, 0, "every element is closed");
    names
}

#[test]
fn a_document_is_read_back_as_it_was_written() {
    let mut document = sample();
    document.appendices[0].body = vec![];
    let text = lines(&bytes(&docx(&document).unwrap()).unwrap()).join("\n");
    expect_test::expect![[r#"
        | Agency: ỦY BAN NHÂN DÂN / Agency: XÃ LAM KHÊ | NationName: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Motto: Độc lập - Tự do - Hạnh phúc
        | DocNumber: Số:____________/BC-UBND | PlaceDate: Lam Khê, ngày_______tháng_______năm 2026
        DocName: BÁO CÁO
        DocSubject: Công tác cải cách hành chính quý III,⏎nhiệm vụ trọng tâm quý IV năm 2026
        Addressees: Kính gửi:
        Addressees: - Ủy ban nhân dân thành phố Hải Phòng;
        Addressees: - Sở Nội vụ.
        BodyText: Thực hiện chế độ báo cáo định kỳ, UBND xã Lam Khê báo cáo kết quả công tác cải cách hành chính trong kỳ như sau:
        Heading1: I. Công tác chỉ đạo, điều hành
        Heading2: 1. Về tổ chức chỉ đạo
        BodyText: Toàn xã có 12 nhiệm vụ theo Kế hoạch số 03/KH-UBND, đúng hạn cả; các phòng và thôn phân công người theo dõi từng việc để không việc nào bị bỏ sót trong kỳ.
        Heading3: 1.1. Kiểm tra
        Heading4: a) Kiểm tra đột xuất
        BodyText: - đã kiểm tra ba thôn;
        BodyText: đ) đã nhắc nhở <một> bộ phận.
        PartNumber: Phần II
        PartTitle: Phương hướng
        #| TableHead12: TT | TableHead12: Nội dung công việc | TableHead12: Cơ quan chủ trì | TableHead12: Số lượng
        |<4 TableHead12: I. Chỉ đạo điều hành
        | TableText12: 1 | TableText12: Ban hành kế hoạch & tuyên truyền | TableText12: Văn phòng | TableText12: 2.182
        | TableText12: 2 | TableText12: dòng một / TableText12: dòng hai |<2 
        BodyText: Trên đây là báo cáo công tác cải cách hành chính quý III năm 2026 của UBND xã Lam Khê./.
        | RecipientsHead: Nơi nhận: / Recipients: - Như trên; / Recipients: - TT. HĐND xã (để b/c); / Recipients: - Lưu: VT, VHXH. | Signer: TM. ỦY BAN NHÂN DÂN / Signer: KT. CHỦ TỊCH / Signer: PHÓ CHỦ TỊCH / SignerName: Trần Minh Hà
        AppendixNumber: Phụ lục I
        AppendixTitle: Danh mục nhiệm vụ
        AppendixReference: (Kèm theo Báo cáo số_____/BC-UBND ngày____tháng____năm 2026 của Ủy ban nhân dân xã Lam Khê)
        AppendixNumber: Phụ lục II
        AppendixTitle: Giải thích
        AppendixReference: (Kèm theo Báo cáo)
        BodyText: Số liệu lấy từ sổ."#]].assert_eq(&text);
}

#[test]
fn a_plan_written_as_an_appendix_alone_has_no_letterhead() {
    let mut document = sample();
    document.name.clear();
    document.body.clear();
    document.signature = None;
    document.appendices.truncate(1);
    let text = lines(&bytes(&docx(&document).unwrap()).unwrap());
    assert_eq!(text[0], "AppendixNumber: Phụ lục", "one appendix has no number");
    assert!(text[3].starts_with("#| TableHead12: TT"), "{}", text[3]);
    assert_eq!(text.len(), 4 + 1 + 2 + 57);
}

#[test]
fn every_part_is_well_formed_and_every_style_is_there() {
    let parts = parts(&docx(&sample()).unwrap());
    for (name, text) in &parts {
        assert!(!elements(text).is_empty(), "{name}");
    }
    let part = |wanted: &str| parts.iter().find(|(name, _)| name == wanted).unwrap().1.as_str();
    let styles = part("word/styles.xml");
    for used in part("word/document.xml").split("<w:pStyle w:val=\"").skip(1) {
        let id = used.split('"').next().unwrap();
        assert!(styles.contains(&format!("w:styleId=\"{id}\"")), "{id}");
    }
    // Each relation leads to a part, and each section to its head by the relation's number.
    for link in part("word/_rels/document.xml.rels").split("Target=\"").skip(1) {
        let link = link.split('"').next().unwrap();
        let target = link.strip_prefix("../").map_or(format!("word/{link}"), str::to_owned);
        assert!(parts.iter().any(|(name, _)| *name == target), "{target}");
    }
    let relations = part("word/_rels/document.xml.rels");
    for (id, target) in [("rHeader", "header1.xml"), ("rFirstHeader", "header2.xml"), ("rFooter", "footer1.xml")] {
        assert!(relations.contains(&format!("Id=\"{id}\"")) && relations.split(&format!("Id=\"{id}\"")).nth(1).unwrap().contains(target));
    }
    let core = part("docProps/core.xml");
    assert!(core.contains("2026-09-16T08:30:00Z") && core.contains("<dc:title>BÁO CÁO Công tác"));
}

#[test]
fn pages_are_those_of_the_decree() {
    let parts = parts(&docx(&sample()).unwrap());
    let document = &parts.iter().find(|(name, _)| name == "word/document.xml").unwrap().1;
    let sections: Vec<&str> = document.split("<w:sectPr>").skip(1).collect();
    assert_eq!(sections.len(), 3, "the report and two appendices");
    for (at, section) in sections.iter().enumerate() {
        let landscape = at == 1;
        assert_eq!(section.contains("w:orient=\"landscape\""), landscape);
        // Top and bottom 20 mm, left 30, right 15; the number is hidden on the first page, and
        // each appendix counts from 1.
        assert!(section.contains("w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\""));
        assert!(section.contains("<w:titlePg/>") && section.contains("<w:pgNumType w:start=\"1\"/>"));
    }
    let header_rows = document.matches("<w:tblHeader/>").count();
    assert_eq!(header_rows, 2, "one in each table with a header");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(docx(&sample()).unwrap(), docx(&sample()).unwrap());
    let mut later = sample();
    later.changed += chrono::Duration::days(1);
    assert_ne!(docx(&sample()).unwrap(), docx(&later).unwrap());
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-ZđưĐ<>&\"' ]{0,12}", any::<String>()]
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    let one = prop_oneof![
        (text(), any::<bool>(), any::<bool>()).prop_map(|(text, bold, italic)| Inline::Text(TextRun { text, bold, italic })),
        Just(Inline::Break),
        proptest::option::of(text()).prop_map(|shown| Inline::Citation(Citation { document: 1, full: true, shown })),
    ];
    proptest::collection::vec(one, 0..4)
}

fn table() -> impl Strategy<Value = Table> {
    let cell = (any::<u16>(), inlines()).prop_map(|(span, text)| Cell { span: if span > 9 { 1 } else { span }, text });
    let row = (any::<bool>(), proptest::collection::vec(cell, 0..5)).prop_map(|(group, cells)| Row { group, cells }).boxed();
    let column = (any::<u16>(), Just(Align::Right)).prop_map(|(share, align)| Column { share, align });
    let rows = || proptest::collection::vec(row.clone(), 0..3);
    (proptest::collection::vec(column, 0..4), rows(), rows(), any::<u8>()).prop_map(|(columns, header, rows, size)| Table {
        columns,
        header,
        rows,
        size,
    })
}

fn block() -> impl Strategy<Value = Block> {
    let id = String::new;
    prop_oneof![
        (text(), text()).prop_map(move |(number, title)| Block::Part { id: id(), number, title }),
        (any::<u8>(), text(), inlines()).prop_map(move |(level, number, text)| Block::Heading { id: id(), level, number, text }),
        inlines().prop_map(move |text| Block::Para { id: id(), text }),
        (text(), inlines()).prop_map(move |(mark, text)| Block::Item { id: id(), item: Item::Letter(mark), text }),
        table().prop_map(move |table| Block::Table { id: id(), table }),
    ]
}

/// What of a text can be seen: XML and its reader change blanks and leave out control signs.
fn visible(text: &str) -> String {
    // Twice: a sign that shows nothing may have stood between a letter and its mark.
    let letters = letters(&letters(text));
    letters.chars().filter(|sign| !sign.is_whitespace() && !sign.is_control() && !matches!(sign, '\u{fffe}' | '\u{ffff}')).collect()
}

/// Every paragraph, those in tables too.
fn all_paras(parts: &[Part]) -> Vec<&Para> {
    let mut paras = Vec::new();
    for part in parts {
        match part {
            Part::Para(para) => paras.push(para),
            Part::Table(table) => table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| paras.extend(all_paras(&cell.parts))),
        }
    }
    paras
}

fn all_words(parts: &[Part]) -> String {
    parts
        .iter()
        .map(|part| match part {
            Part::Para(para) => visible(&para.text),
            Part::Table(table) => table.rows.iter().flat_map(|row| &row.cells).map(|cell| all_words(&cell.parts)).collect(),
        })
        .collect()
}

proptest! {
    /// Whatever a document holds, its file can be read, and no word is lost or out of order.
    #[test]
    fn any_document_can_be_read_back(blocks in proptest::collection::vec(block(), 0..6), names in proptest::collection::vec(text(), 0..4)) {
        let mut document = sample();
        document.body = blocks.clone();
        document.addressees = names.clone();
        document.recipients = names;
        document.appendices.truncate(1);
        document.appendices[0].body = vec![];
        let file = docx(&document).unwrap();
        for (name, text) in parts(&file) {
            prop_assert!(!elements(&text).is_empty(), "{}", name);
        }
        let read = all_words(&bytes(&file).unwrap());
        let written: String = blocks.iter().map(|block| visible(&block.plain())).collect();
        prop_assert!(read.contains(&written), "{} in {}", written, read);
    }
}
