//! A document as a Word file, made by hand: a zip of small XML parts.
//!
//! The same document gives the same bytes on every machine, at any time.

mod blocks;
mod head;
mod measure;
mod section;
mod styles;
mod tail;
#[cfg(test)]
mod tests;
mod xml;

use crate::paper::Document;
use crate::{Error, Result};
use std::io::{Cursor, Write};
use xml::escape;
use zip::write::SimpleFileOptions;
use zip::{DateTime, System, ZipWriter};

/// Makes a Word file (.docx) of a document, laid out as Decree 30/2020/NĐ-CP wants it.
///
/// Figures and citations print the text they show; nothing in the file is a link to the ledger.
///
/// # Errors
/// [`Error::Fault`] when the parts can't be put together.
pub fn docx(document: &Document) -> Result<Vec<u8>> {
    let mut parts = vec![
        ("[Content_Types].xml", content_types(document)),
        ("_rels/.rels", relations(&[("officeDocument", "word/document.xml"), ("core", "docProps/core.xml")])),
        ("docProps/core.xml", core(document)),
        ("word/document.xml", body(document)),
        ("word/styles.xml", styles::part(document)),
        ("word/settings.xml", SETTINGS.to_owned()),
        ("word/header1.xml", section::page_number()),
        ("word/header2.xml", section::no_number()),
    ];
    let mut links = vec![("styles", "styles.xml"), ("settings", "settings.xml"), ("header", "header1.xml"), ("header", "header2.xml")];
    if let Some(mark) = &document.mark {
        parts.push(("word/footer1.xml", section::mark(mark)));
        links.push(("footer", "footer1.xml"));
    }
    parts.push(("word/_rels/document.xml.rels", relations(&links)));
    pack(&parts).map_err(|error| Error::Fault(format!("tệp Word: {error}")))
}

fn pack(parts: &[(&str, String)]) -> zip::result::ZipResult<Vec<u8>> {
    // The day and the system of the writer would change the bytes.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::DEFAULT).system(System::Unix).unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Without the mode Word opens the file as one of 2007; a line that ends with a break is not stretched.
const SETTINGS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>",
    "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name=\"compatibilityMode\" ",
    "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"vi-VN\"/></w:settings>",
);

fn content_types(document: &Document) -> String {
    let part = |name: &str, kind: &str| format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{WORD_TYPE}.{kind}+xml\"/>");
    let footer = if document.mark.is_some() { part("footer1", "footer") } else { String::new() };
    format!(
        "{XML}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{}{}{}{}{footer}\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>",
        part("document", "document.main"),
        part("styles", "styles"),
        part("settings", "settings"),
        part("header1", "header"),
        part("header2", "header"),
    )
}

/// The relations of a part; their ids are `r1`, `r2`, … in order.
fn relations(links: &[(&str, &str)]) -> String {
    let one = |(number, (kind, target)): (usize, &(&str, &str))| {
        let kind = if *kind == "core" { format!("{PACKAGE}/relationships/metadata/core-properties") } else { format!("{OFFICE}/{kind}") };
        format!("<Relationship Id=\"r{}\" Type=\"{kind}\" Target=\"{target}\"/>", number + 1)
    };
    let links: String = links.iter().enumerate().map(one).collect();
    format!("{XML}<Relationships xmlns=\"{PACKAGE}/relationships\">{links}</Relationships>")
}

/// What Word shows as the properties of the file.
fn core(document: &Document) -> String {
    let title = format!("{} {}", document.name, document.subject.replace('\n', " "));
    let moment = document.changed.format("%Y-%m-%dT%H:%M:%SZ");
    format!(
        "{XML}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>\
         <dc:creator>{}</dc:creator><dc:language>vi-VN</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">{moment}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{moment}</dcterms:modified></cp:coreProperties>",
        escape(title.trim()),
        escape(&document.letterhead.agency.join(" ")),
    )
}

/// The main part: a section for the document, one for each appendix.
fn body(document: &Document) -> String {
    let mut sections: Vec<(String, bool)> = Vec::new();
    let is_bare = document.name.is_empty() && document.body.is_empty() && document.signature.is_none() && !document.appendices.is_empty();
    if !is_bare {
        let ends = document.signature.is_some() || !document.recipients.is_empty();
        let text = blocks::write(&document.body, measure::TEXT_PORTRAIT, ends);
        sections.push((head::write(document) + &text + &tail::signature(document), false));
    }
    for (at, appendix) in document.appendices.iter().enumerate() {
        let number = if document.appendices.len() > 1 { Some(at + 1) } else { None };
        sections.push((tail::appendix(appendix, number), appendix.landscape));
    }
    let last = sections.len();
    let sections = sections.iter().enumerate().map(|(at, (text, landscape))| {
        let ends = section::properties(*landscape, document.mark.is_some());
        // The last section is told by the body itself, the others by their last paragraph.
        if at + 1 == last { format!("{text}{ends}") } else { format!("{text}{}", xml::ending(&ends)) }
    });
    format!("{XML}<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{OFFICE}\"><w:body>{}</w:body></w:document>", sections.collect::<String>())
}
