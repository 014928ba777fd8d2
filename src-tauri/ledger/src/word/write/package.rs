//! The container: a zip of parts, their kinds and relations, what the file says of itself.

use super::xml::escape;
use crate::paper::Document;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{DateTime, System, ZipWriter};

pub(super) const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
pub(super) const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// Without the mode Word opens the file as one of 2007; a line that ends with a break is not stretched.
pub(super) const SETTINGS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>",
    "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name=\"compatibilityMode\" ",
    "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"vi-VN\"/></w:settings>",
);

/// Puts parts into a container, after the list of their kinds and the relations of the main part.
pub(super) fn pack(parts: Vec<(&'static str, String)>) -> zip::result::ZipResult<Vec<u8>> {
    let names: Vec<&str> = parts.iter().map(|(name, _)| *name).collect();
    let lists = [("[Content_Types].xml", content_types(&names)), ("word/_rels/document.xml.rels", document_relations(&names))];
    // The day and the system of the writer would change the bytes.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::DEFAULT).system(System::Unix).unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in lists.iter().chain(&parts) {
        zip.start_file(*name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Parts with a kind of their own: name, kind, and the main part's relation to it.
const KINDS: [(&str, &str, &str, &str); 9] = [
    ("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "", ""),
    ("word/styles.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml", "rStyles", "styles"),
    ("word/settings.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml", "rSettings", "settings"),
    ("word/header1.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml", "rHeader", "header"),
    ("word/header2.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml", "rFirstHeader", "header"),
    ("word/footer1.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml", "rFooter", "footer"),
    ("word/footer2.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml", "rFirstFooter", "footer"),
    ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", "", ""),
    ("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml", "", ""),
];

/// The kind of a part that describes another part of XML.
const DESCRIPTION: (&str, &str) = ("customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");

fn content_types(names: &[&str]) -> String {
    let kinds = KINDS.iter().map(|(name, kind, ..)| (*name, *kind)).chain([DESCRIPTION]).filter(|(name, _)| names.contains(name));
    let kinds: String = kinds.map(|(name, kind)| format!("<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>")).collect();
    format!(
        "{XML}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{kinds}</Types>"
    )
}

fn document_relations(names: &[&str]) -> String {
    let own = KINDS.iter().filter(|(name, _, id, _)| !id.is_empty() && names.contains(name));
    let own = own.map(|(name, _, id, kind)| (*id, *kind, name.trim_start_matches("word/")));
    relations(&own.chain([("rList", "customXml", "../customXml/item1.xml")]).collect::<Vec<_>>())
}

/// The relations of a part: id, kind, target.
pub(super) fn relations(links: &[(&str, &str, &str)]) -> String {
    let one = |(id, kind, target): &(&str, &str, &str)| {
        let kind = if *kind == "core" { format!("{PACKAGE}/relationships/metadata/core-properties") } else { format!("{OFFICE}/{kind}") };
        format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>")
    };
    format!("{XML}<Relationships xmlns=\"{PACKAGE}/relationships\">{}</Relationships>", links.iter().map(one).collect::<String>())
}

/// What the file says of itself: its title and moment, the report it was made from.
pub(super) fn about(document: &Document, report: Option<&str>) -> Vec<(&'static str, String)> {
    let links =
        [("r1", "officeDocument", "word/document.xml"), ("r2", "core", "docProps/core.xml"), ("r3", "custom-properties", "docProps/custom.xml")];
    vec![("_rels/.rels", relations(&links)), ("docProps/core.xml", core(document)), ("docProps/custom.xml", custom(document, report))]
}

/// What Word shows as the properties of the file.
fn core(document: &Document) -> String {
    let title = format!("{} {}", document.name, document.subject.replace('\n', " "));
    let moment = document.changed.format("%Y-%m-%dT%H:%M:%SZ");
    format!(
        "{XML}<cp:coreProperties xmlns:cp=\"{CORE}\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>\
         <dc:creator>{}</dc:creator><dc:language>vi-VN</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">{moment}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{moment}</dcterms:modified></cp:coreProperties>",
        escape(title.trim()),
        escape(&document.letterhead.agency.join(" ")),
    )
}

/// The report's uid, if it has one, and the moment of what the file says.
fn custom(document: &Document, report: Option<&str>) -> String {
    let moment = document.changed.format("%Y-%m-%dT%H:%M:%S").to_string();
    let properties = [("SoCCHC.BaoCao", report), ("SoCCHC.Luc", Some(moment.as_str()))];
    let known = properties.into_iter().filter_map(|(name, value)| value.map(|value| (name, value)));
    // Numbers of properties begin at 2; the format's id is the same for all of them.
    let one = |(number, (name, value)): (i32, (&str, &str))| {
        let id = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
        format!("<property fmtid=\"{id}\" pid=\"{number}\" name=\"{name}\"><vt:lpwstr>{}</vt:lpwstr></property>", escape(value))
    };
    format!(
        "{XML}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" \
         xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">{}</Properties>",
        (2..).zip(known).map(one).collect::<String>()
    )
}
