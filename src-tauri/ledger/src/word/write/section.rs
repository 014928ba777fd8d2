//! Sections: the page, its number, what stands at its foot.

use super::measure::{DECREE, mm, page, text_width, twips};
use super::xml::{RULE_LINE, centred, line, para};
use super::{OFFICE, WORD, XML};
use crate::paper::Document;
use crate::typeset::Style;
use crate::typeset::gauge::ASCENT;

/// How a section's pages look: A4, margins, number hidden on the first page, counted from 1.
pub(super) fn properties(document: &Document, landscape: bool, own: bool) -> String {
    let d = DECREE;
    let (width, height) = page(landscape);
    let turned = if landscape { " w:orient=\"landscape\"" } else { "" };
    let reference = |page: &str, link: &str| format!("<w:footerReference w:type=\"{page}\" r:id=\"{link}\"/>");
    let usual = if document.mark.is_some() { reference("default", "rFooter") } else { String::new() };
    let first = match (document.address.is_some() && own, document.mark.is_some()) {
        (true, _) => reference("first", "rFirstFooter"),
        (false, true) => reference("first", "rFooter"),
        (false, false) => String::new(),
    };
    // The number's baseline is the decree's; a foot stands on the bottom margin and pushes the text up.
    let head = twips(d.page_number_baseline.pt() - d.page_number * ASCENT);
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rHeader\"/><w:headerReference w:type=\"first\" r:id=\"rFirstHeader\"/>{usual}{first}\
         <w:type w:val=\"nextPage\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"{turned}/>\
         <w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{foot}\" w:left=\"{}\" w:header=\"{head}\" w:footer=\"{foot}\" w:gutter=\"0\"/>\
         <w:pgNumType w:start=\"1\"/><w:cols w:space=\"720\"/><w:titlePg/></w:sectPr>",
        mm(d.margin_top),
        mm(d.margin_right),
        mm(d.margin_left),
        foot = mm(d.margin_bottom),
    )
}

/// The page number, centred in the top margin (I: size 13–14, upright).
pub(super) fn page_number() -> String {
    header(&para("Header", "", "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>2</w:t></w:r></w:fldSimple>"))
}

/// The head of a first page: no number.
pub(super) fn no_number() -> String {
    header(&para("Header", "", ""))
}

fn header(text: &str) -> String {
    format!("{XML}<w:hdr xmlns:w=\"{WORD}\" xmlns:r=\"{OFFICE}\">{text}</w:hdr>")
}

/// The mark at the foot of each page; on the first, above it the address under a rule across the text (ô 13).
pub(super) fn foot(address: Option<&str>, mark: Option<&str>) -> String {
    let mut text = String::new();
    if let Some(address) = address {
        let width = text_width(false);
        let (above, below) = (twips(DECREE.address_gap - RULE_LINE), twips(DECREE.rule_drop / 2.0));
        text.push_str(&para("DocRule", &format!("<w:spacing w:before=\"{above}\" w:after=\"{below}\"/>"), ""));
        text.push_str(&centred("Address", address.trim(), Style::Regular, DECREE.address, width, width));
    }
    text.extend(mark.map(|mark| line("Footer", mark)));
    format!("{XML}<w:ftr xmlns:w=\"{WORD}\" xmlns:r=\"{OFFICE}\">{text}</w:ftr>")
}
