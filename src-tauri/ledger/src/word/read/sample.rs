//! Word files made by the tests.

use std::io::Write;
use zip::write::SimpleFileOptions;

/// A container with the given parts.
pub(crate) fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A Word file with this body.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    package(&[("word/document.xml", &document(body))])
}

/// The main part around a body.
pub(crate) fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:body>{body}<w:sectPr/></w:body></w:document>"
    )
}

/// A paragraph of plain words.
pub(crate) fn para(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", quick_xml::escape::escape(text))
}

/// A table of plain words; `a<2` in a cell is text `a` over two columns, `^` continues the cell above.
pub(crate) fn table(rows: &[&[&str]]) -> String {
    let cell = |text: &str| {
        let (text, span) = text.split_once('<').unwrap_or((text, "1"));
        let (text, merge) = if text == "^" { ("", "<w:vMerge/>") } else { (text, "") };
        let paras: String = text.split('\n').map(para).collect();
        format!("<w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/>{merge}</w:tcPr>{paras}</w:tc>")
    };
    let row = |cells: &&[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|text| cell(text)).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}
