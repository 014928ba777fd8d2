//! The styles of the decree's elements, as a table: an officer changes one in Word and all follow.

use super::measure::{DECREE, half_points, mm, text_width, twips};
use super::xml::{RULE_LINE, border};
use super::{WORD, XML, table};
use crate::paper::{Appendix, Block, Document};
use crate::typeset::gauge::width;
use crate::typeset::{Pt, Style as Face};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A paragraph style.
struct Style {
    id: &'static str,
    /// The name Word shows; `heading 1` and the like are its own.
    name: &'static str,
    size: Pt,
    /// `b` bold, `i` italic, `C` capitals, `k` kept with the next paragraph, `1`–`4` outline level;
    /// `p` a paragraph of the body: first line indented, both edges straight, the body's spacing;
    /// else centred, or `<` at the left, `>` at the right, on single lines, with `l` on the body's.
    traits: &'static str,
    before: Pt,
    after: Pt,
}

#[rustfmt::skip]
fn styles() -> [Style; 31] {
    let style = |id, name, size, traits, before, after| Style { id, name, size, traits, before, after };
    let (d, none) = (DECREE, Pt::ZERO);
    let gap = d.paragraph_gap;
    [
        style("BodyText", "Body Text", d.body, "p", none, gap),
        style("LegalBasis", "Căn cứ", d.body, "pi", none, gap),
        style("Heading1", "heading 1", d.body, "pbCk1", none, gap),
        style("Heading2", "heading 2", d.body, "pbk2", none, gap),
        style("Heading3", "heading 3", d.body, "pbk3", none, gap),
        style("Heading4", "heading 4", d.body, "pk4", none, gap),
        style("PartNumber", "Phần", d.body, "lbk", gap, none),
        style("PartTitle", "Tên phần", d.body, "lbCk", none, gap),
        style("NationName", "Quốc hiệu", d.nation, "b", none, none),
        style("Motto", "Tiêu ngữ", d.motto, "b", none, none),
        style("Governing", "Cơ quan chủ quản", d.nation, "", none, none),
        style("Agency", "Cơ quan ban hành", d.nation, "b", none, none),
        style("DocNumber", "Số, ký hiệu", d.number, "", NUMBER_GAP, none),
        style("PlaceDate", "Địa danh, ngày tháng", d.number, "i", NUMBER_GAP, none),
        style("About", "Trích yếu công văn", d.about, "", d.about_gap, none),
        style("Draft", "Dự thảo", d.draft, "b", d.draft_gap.0, none),
        style("DocName", "Tên loại", d.name, "bk", d.name_gap, none),
        style("DocSubject", "Trích yếu", d.name, "bk", none, none),
        style("DocBracket", "Dòng trong ngoặc", d.name, "ik", none, none),
        style("Addressees", "Kính gửi", d.body, "<k", none, none),
        style("Signer", "Quyền hạn, chức vụ", d.signature, "bk", none, none),
        style("SignerName", "Họ tên người ký", d.signature, "b", d.signature_room.pt(), none),
        style("RecipientsHead", "Nơi nhận", d.recipients_word, "<bik", none, none),
        style("Recipients", "Danh sách nơi nhận", d.recipients, "<k", none, none),
        style("Drafter", "Người soạn thảo", d.drafter, ">C", none, none),
        style("Address", "Địa chỉ", d.address, "", none, none),
        style("AppendixNumber", "Phụ lục", d.appendix, "bk", none, none),
        style("AppendixTitle", "Tên phụ lục", d.appendix, "bCk", none, none),
        style("AppendixReference", "Kèm theo", d.appendix, "ik", none, none),
        style("Header", "header", d.page_number, "", none, none),
        style("Footer", "footer", d.mark, ">", none, none),
    ]
}

/// From the rules of the letterhead to the line of number and date.
const NUMBER_GAP: Pt = Pt(4.0);

/// `styles.xml`, with a style for each size of type in the document's tables.
pub(super) fn part(document: &Document) -> String {
    let styles: String = styles().iter().map(one).collect();
    let bodies = std::iter::once(Cow::Borrowed(document.body.as_slice())).chain(document.appendices.iter().map(Appendix::blocks));
    let of_table = |block: &Block| if let Block::Table { table, .. } = block { Some(table::size(table)) } else { None };
    let sizes: BTreeSet<u32> = bodies.flat_map(|blocks| blocks.iter().filter_map(of_table).collect::<Vec<_>>()).collect();
    let tables: String = sizes.into_iter().map(table_text).collect();
    // A paragraph that is the rule above it, the rule below it, or nothing at all.
    let empty = |id: &str, name: &str, borders: &str, line: Pt| {
        format!(
            "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:pPr>{borders}\
             <w:spacing w:before=\"0\" w:after=\"0\" w:line=\"{}\" w:lineRule=\"exact\"/></w:pPr><w:rPr>{}</w:rPr></w:style>",
            twips(line),
            size(Pt(1.0)),
        )
    };
    let under = format!("<w:pBdr>{}</w:pBdr>", border("bottom", DECREE.rule));
    format!(
        "{XML}<w:styles xmlns:w=\"{WORD}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"{FACE}\" w:eastAsia=\"{FACE}\" w:hAnsi=\"{FACE}\" \
         w:cs=\"{FACE}\"/><w:color w:val=\"000000\"/>{}<w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>{styles}{tables}{}{}</w:styles>",
        size(DECREE.body),
        empty("DocRule", "Gạch ngang", &under, RULE_LINE),
        empty("Spacer", "Dòng đệm", "", Pt(1.0)),
    )
}

/// The face that the decree asks for (I.4).
const FACE: &str = "Times New Roman";

fn one(style: &Style) -> String {
    let has = |sign: char| style.traits.contains(sign);
    let on = |sign: char, xml: &'static str| if has(sign) { xml } else { "" };
    let own = style.id.starts_with("Heading") || ["BodyText", "Header", "Footer"].contains(&style.id);
    let body = has('p');
    let indent = if body { format!("<w:ind w:firstLine=\"{}\"/>", mm(DECREE.indent)) } else { own_indent(style.id) };
    let stand = [('p', "both"), ('<', "left"), ('>', "right")].into_iter().find(|(sign, _)| has(*sign)).map_or("center", |(_, stand)| stand);
    let level: String = (1..=4u32)
        .filter(|level| has(char::from_digit(*level, 10).unwrap_or('-')))
        .map(|level| format!("<w:outlineLvl w:val=\"{}\"/>", level - 1))
        .collect();
    format!(
        "<w:style w:type=\"paragraph\"{} w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"Normal\"/>{}<w:qFormat/><w:pPr>{}\
         <w:spacing w:before=\"{}\" w:after=\"{}\" w:line=\"{}\" w:lineRule=\"auto\"/>{indent}<w:jc w:val=\"{stand}\"/>{level}</w:pPr><w:rPr>{}{}{}{}</w:rPr></w:style>",
        if own { "" } else { " w:customStyle=\"1\"" },
        style.id,
        style.name,
        if has('k') && body { "<w:next w:val=\"BodyText\"/>" } else { "" },
        on('k', "<w:keepNext/>"),
        twips(style.before),
        twips(style.after),
        lines(if body || has('l') { DECREE.spacing } else { 1.0 }),
        on('b', "<w:b/><w:bCs/>"),
        on('i', "<w:i/><w:iCs/>"),
        on('C', "<w:caps/>"),
        size(style.size),
    )
}

/// Recipients stay out of the seal's way, and hang from their dashes.
fn own_indent(id: &str) -> String {
    let clear = twips(text_width(false) / 2.0 - DECREE.recipients_width.pt());
    match id {
        "Recipients" => {}
        "Drafter" => return format!("<w:ind w:right=\"{clear}\"/>"),
        _ => return String::new(),
    }
    let wide = |words: &str| width(words, Face::Regular, DECREE.recipients);
    let hang = twips(wide("- a") - wide("a"));
    format!("<w:ind w:left=\"{hang}\" w:right=\"{clear}\" w:hanging=\"{hang}\"/>")
}

/// Text in a table of this size, and its headers and groups (III: no rule; 12–13, 11 in wide ones, by practice).
fn table_text(points: u32) -> String {
    let one = |id: &str, name: &str, bold: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{id}{points}\"><w:name w:val=\"{name} {points}\"/><w:basedOn w:val=\"Normal\"/>\
             <w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:rPr>{bold}<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/></w:rPr></w:style>",
            points * 2,
        )
    };
    one("TableText", "Chữ trong bảng", "") + &one("TableHead", "Đầu bảng, nhóm", "<w:b/><w:bCs/>")
}

/// Line spacing in 240ths of a single line.
fn lines(spacing: f32) -> u32 {
    twips(Pt(spacing * 12.0))
}

fn size(points: Pt) -> String {
    format!("<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>", half_points(points))
}
