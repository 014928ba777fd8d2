//! A document as a Word file, made by hand: a zip of small XML parts.
//!
//! The same document gives the same bytes on every machine, at any time.

mod blocks;
mod head;
mod marks;
mod measure;
mod package;
mod section;
mod styles;
mod table;
mod tail;
#[cfg(test)]
mod tests;
mod xml;

use crate::paper::Document;
use crate::{Error, Result};
use marks::Marks;
use package::{OFFICE, WORD, XML, relations};

/// Makes a Word file (.docx) of a document, laid out as Decree 30/2020/NĐ-CP wants it.
///
/// Figures and citations print the text they show. A bookmark says which block a paragraph is, a
/// content control which figure or citation stands in it, so that edits can come back; see [`super::read`].
///
/// # Errors
/// [`Error::Fault`] when the parts can't be put together.
pub fn docx(document: &Document) -> Result<Vec<u8>> {
    docx_of(document, None)
}

/// The same, saying in its properties which report of a ledger it is (its uid).
pub fn docx_of(document: &Document, report: Option<&str>) -> Result<Vec<u8>> {
    let mut marks = Marks::default();
    let text = body(document, &mut marks);
    let mut parts = package::about(document, report);
    parts.extend([
        ("word/document.xml", text),
        ("word/styles.xml", styles::part(document)),
        ("word/settings.xml", package::SETTINGS.to_owned()),
        ("word/header1.xml", section::page_number()),
        ("word/header2.xml", section::no_number()),
    ]);
    let mark = document.mark.as_deref();
    if mark.is_some() {
        parts.push(("word/footer1.xml", section::foot(None, mark)));
    }
    if document.address.is_some() {
        parts.push(("word/footer2.xml", section::foot(document.address.as_deref(), mark)));
    }
    parts.extend(marks.parts());
    package::pack(parts).map_err(|error| Error::Fault(format!("tệp Word: {error}")))
}

/// The main part: a section for the document, one for each appendix.
fn body(document: &Document, marks: &mut Marks) -> String {
    let mut sections: Vec<(String, bool, bool)> = Vec::new();
    let is_bare = document.name.is_empty() && document.body.is_empty() && document.signature.is_none() && !document.appendices.is_empty();
    if !is_bare {
        let tail = tail::signature(document);
        let text = blocks::write(&document.body, false, !tail.is_empty(), marks);
        sections.push((head::write(document) + &text + &tail, false, true));
    }
    let several = document.appendices.len() > 1;
    for (number, appendix) in (1..).zip(&document.appendices) {
        let draft = if is_bare && document.draft { head::draft_alone() } else { String::new() };
        sections.push((draft + &tail::appendix(appendix, several.then_some(number), marks), appendix.landscape, false));
    }
    let last = sections.len();
    let sections = sections.iter().enumerate().map(|(at, (text, landscape, own))| {
        let ends = section::properties(document, *landscape, *own);
        // The last section is told by the body itself, the others by their last paragraph.
        if at + 1 == last { format!("{text}{ends}") } else { format!("{text}{}", xml::ending(&ends)) }
    });
    format!(
        "{XML}<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{OFFICE}\" xmlns:mc=\"{COMPATIBILITY}\" xmlns:w15=\"{CONTROLS}\" mc:Ignorable=\"w15\">\
         <w:body>{}</w:body></w:document>",
        sections.collect::<String>()
    )
}

/// What programs that do not know a namespace may leave out.
const COMPATIBILITY: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";
/// How content controls look, since Word 2013.
const CONTROLS: &str = "http://schemas.microsoft.com/office/word/2012/wordml";
