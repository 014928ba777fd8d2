//! Sections: the page, its number, the mark at its foot.

use super::measure::{A4, BOTTOM, LEFT, RIGHT, TOP, mm};
use super::xml::{para, run};
use super::{OFFICE, WORD, XML};

/// How a section's pages look: A4, margins, number hidden on the first page, counted from 1.
pub(super) fn properties(landscape: bool, mark: bool) -> String {
    let (width, height, turned) = if landscape { (A4.1, A4.0, " w:orient=\"landscape\"") } else { (A4.0, A4.1, "") };
    // The relations of the main part: r3 the number, r4 none, r5 the mark.
    let footers = if mark { "<w:footerReference w:type=\"default\" r:id=\"r5\"/><w:footerReference w:type=\"first\" r:id=\"r5\"/>" } else { "" };
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"r3\"/><w:headerReference w:type=\"first\" r:id=\"r4\"/>{footers}\
         <w:type w:val=\"nextPage\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"{turned}/>\
         <w:pgMar w:top=\"{TOP}\" w:right=\"{RIGHT}\" w:bottom=\"{BOTTOM}\" w:left=\"{LEFT}\" w:header=\"{}\" w:footer=\"{}\" w:gutter=\"0\"/>\
         <w:pgNumType w:start=\"1\"/><w:cols w:space=\"720\"/><w:titlePg/></w:sectPr>",
        mm(10),
        mm(8),
    )
}

/// The page number, centred in the top margin (I: size 13–14, upright).
pub(super) fn page_number() -> String {
    header(&para("Header", "", &format!("<w:fldSimple w:instr=\" PAGE \">{}</w:fldSimple>", run("2", ""))))
}

/// The head of a first page: no number.
pub(super) fn no_number() -> String {
    header(&para("Header", "", ""))
}

fn header(text: &str) -> String {
    format!("{XML}<w:hdr xmlns:w=\"{WORD}\" xmlns:r=\"{OFFICE}\">{text}</w:hdr>")
}

/// The mark at the foot of each page.
pub(super) fn mark(words: &str) -> String {
    format!("{XML}<w:ftr xmlns:w=\"{WORD}\" xmlns:r=\"{OFFICE}\">{}</w:ftr>", para("Footer", "", &run(words, "")))
}
