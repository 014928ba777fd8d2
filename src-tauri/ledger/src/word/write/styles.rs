//! The styles of the decree's elements, as a table: an officer changes one in Word and all follow.

use super::{WORD, XML};
use crate::paper::{Block, Document};
use std::collections::BTreeSet;

/// How a paragraph stands.
#[derive(Clone, Copy)]
enum Stand {
    Left,
    Center,
    Both,
}
use Stand::{Both, Center, Left};

/// A paragraph style. Sizes in points, spaces in twips.
struct Style {
    id: &'static str,
    /// The name Word shows; `heading 1` and the like are its own.
    name: &'static str,
    size: u32,
    /// `b` bold, `i` italic, `C` capitals, `k` kept with the next paragraph, `1`–`3` outline level.
    traits: &'static str,
    stand: Stand,
    /// First line indented (6: 10 or 12,7 mm).
    indented: bool,
    before: u32,
    after: u32,
    /// Line spacing in 240ths of a line.
    line: u32,
}

/// First line of a paragraph: 12,7 mm.
const INDENT: u32 = 720;

/// Line spacing of the body: 1,15 (6: single to 1,5).
const BODY_LINE: u32 = 276;

#[rustfmt::skip]
const STYLES: [Style; 25] = [
    Style { id: "BodyText", name: "Body Text", size: 14, traits: "", stand: Both, indented: true, before: 0, after: 120, line: BODY_LINE },
    Style { id: "Heading1", name: "heading 1", size: 14, traits: "bCk1", stand: Both, indented: true, before: 0, after: 120, line: BODY_LINE },
    Style { id: "Heading2", name: "heading 2", size: 14, traits: "bk2", stand: Both, indented: true, before: 0, after: 120, line: BODY_LINE },
    Style { id: "Heading3", name: "heading 3", size: 14, traits: "bk3", stand: Both, indented: true, before: 0, after: 120, line: BODY_LINE },
    Style { id: "PartNumber", name: "Phần", size: 14, traits: "bk", stand: Center, indented: false, before: 120, after: 0, line: BODY_LINE },
    Style { id: "PartTitle", name: "Tên phần", size: 14, traits: "bCk", stand: Center, indented: false, before: 0, after: 120, line: BODY_LINE },
    Style { id: "NationName", name: "Quốc hiệu", size: 12, traits: "b", stand: Center, indented: false, before: 0, after: 0, line: 240 },
    Style { id: "Motto", name: "Tiêu ngữ", size: 13, traits: "b", stand: Center, indented: false, before: 0, after: 0, line: 240 },
    Style { id: "Governing", name: "Cơ quan chủ quản", size: 12, traits: "", stand: Center, indented: false, before: 0, after: 0, line: 240 },
    Style { id: "Agency", name: "Cơ quan ban hành", size: 12, traits: "b", stand: Center, indented: false, before: 0, after: 0, line: 240 },
    Style { id: "DocNumber", name: "Số, ký hiệu", size: 13, traits: "", stand: Center, indented: false, before: 120, after: 0, line: 240 },
    Style { id: "PlaceDate", name: "Địa danh, ngày tháng", size: 13, traits: "i", stand: Center, indented: false, before: 120, after: 0, line: 240 },
    Style { id: "DocName", name: "Tên loại", size: 14, traits: "bk", stand: Center, indented: false, before: 240, after: 0, line: 240 },
    Style { id: "DocSubject", name: "Trích yếu", size: 14, traits: "bk", stand: Center, indented: false, before: 0, after: 0, line: 240 },
    Style { id: "DocBracket", name: "Dòng trong ngoặc", size: 14, traits: "ik", stand: Center, indented: false, before: 0, after: 0, line: 240 },
    Style { id: "Addressee", name: "Kính gửi", size: 14, traits: "k", stand: Center, indented: false, before: 120, after: 120, line: 240 },
    Style { id: "Addressees", name: "Nơi kính gửi", size: 14, traits: "k", stand: Left, indented: false, before: 0, after: 0, line: 240 },
    Style { id: "Signer", name: "Quyền hạn, chức vụ", size: 14, traits: "bk", stand: Center, indented: false, before: 0, after: 0, line: 240 },
    Style { id: "SignerName", name: "Họ tên người ký", size: 14, traits: "b", stand: Center, indented: false, before: 0, after: 0, line: 240 },
    Style { id: "RecipientsHead", name: "Nơi nhận", size: 12, traits: "bik", stand: Left, indented: false, before: 0, after: 0, line: 240 },
    Style { id: "Recipients", name: "Danh sách nơi nhận", size: 11, traits: "k", stand: Left, indented: false, before: 0, after: 0, line: 240 },
    Style { id: "AppendixNumber", name: "Phụ lục", size: 14, traits: "bk", stand: Center, indented: false, before: 0, after: 0, line: 240 },
    Style { id: "AppendixTitle", name: "Tên phụ lục", size: 14, traits: "bCk", stand: Center, indented: false, before: 0, after: 0, line: 240 },
    Style { id: "Header", name: "header", size: 14, traits: "", stand: Center, indented: false, before: 0, after: 0, line: 240 },
    Style { id: "Footer", name: "footer", size: 9, traits: "", stand: Center, indented: false, before: 0, after: 0, line: 240 },
];

/// `styles.xml`, with a style for each size of type in the document's tables.
pub(super) fn part(document: &Document) -> String {
    let styles: String = STYLES.iter().map(one).collect();
    let bodies = std::iter::once(&document.body).chain(document.appendices.iter().map(|appendix| &appendix.body));
    let sizes: BTreeSet<u8> =
        bodies.flatten().filter_map(|block| if let Block::Table { table, .. } = block { Some(table.size) } else { None }).collect();
    let tables: String = sizes.into_iter().map(table_text).collect();
    format!(
        "{XML}<w:styles xmlns:w=\"{WORD}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" \
         w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:color w:val=\"000000\"/>{}<w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" \
         w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>{styles}{tables}\
         <w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"DocRule\"><w:name w:val=\"Gạch ngang\"/><w:basedOn w:val=\"Normal\"/>\
         <w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/></w:pBdr>\
         <w:spacing w:before=\"0\" w:after=\"0\" w:line=\"40\" w:lineRule=\"exact\"/></w:pPr><w:rPr>{}</w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Spacer\"><w:name w:val=\"Dòng đệm\"/><w:basedOn w:val=\"Normal\"/>\
         <w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/></w:pPr><w:rPr>{}</w:rPr></w:style></w:styles>",
        size(14),
        size(1),
        size(1),
    )
}

fn one(style: &Style) -> String {
    let has = |sign: char| style.traits.contains(sign);
    let on = |sign: char, xml: &'static str| if has(sign) { xml } else { "" };
    let own = style.name.starts_with("heading") || ["Body Text", "header", "footer"].contains(&style.name);
    let custom = if own { "" } else { " w:customStyle=\"1\"" };
    let indent = if style.indented { format!("<w:ind w:firstLine=\"{INDENT}\"/>") } else { String::new() };
    let stand = match style.stand {
        Left => "left",
        Center => "center",
        Both => "both",
    };
    let level: String = (1..=3u32)
        .filter(|level| has(char::from_digit(*level, 10).unwrap_or('-')))
        .map(|level| format!("<w:outlineLvl w:val=\"{}\"/>", level - 1))
        .collect();
    format!(
        "<w:style w:type=\"paragraph\"{custom} w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"Normal\"/>{}<w:qFormat/><w:pPr>{}\
         <w:spacing w:before=\"{}\" w:after=\"{}\" w:line=\"{}\" w:lineRule=\"auto\"/>{indent}<w:jc w:val=\"{stand}\"/>{level}</w:pPr><w:rPr>{}{}{}{}</w:rPr></w:style>",
        style.id,
        style.name,
        if has('k') && style.indented { "<w:next w:val=\"BodyText\"/>" } else { "" },
        on('k', "<w:keepNext/>"),
        style.before,
        style.after,
        style.line,
        on('b', "<w:b/><w:bCs/>"),
        on('i', "<w:i/><w:iCs/>"),
        on('C', "<w:caps/>"),
        size(style.size),
    )
}

/// Text in a table of this size (III: no rule; 12–13, 11 in wide ones, by practice).
fn table_text(points: u8) -> String {
    format!(
        "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"TableText{points}\"><w:name w:val=\"Chữ trong bảng {points}\"/><w:basedOn w:val=\"Normal\"/>\
         <w:pPr><w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:rPr>{}</w:rPr></w:style>",
        size(u32::from(points.max(1))),
    )
}

/// A size of type; Word counts half points.
fn size(points: u32) -> String {
    format!("<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>", points * 2)
}
