//! Word files changed part by part, as other programs leave them.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;

/// The file with its parts changed; a part that becomes empty is left out.
pub(crate) fn rewritten(file: &[u8], change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(file)).expect("a Word file");
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut part = from.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).expect("text");
        let text = change(&name, text);
        if !text.is_empty() {
            to.start_file(name, SimpleFileOptions::default()).expect("a part");
            to.write_all(text.as_bytes()).expect("written");
        }
    }
    to.finish().expect("a file").into_inner()
}

/// All that says what a piece was in the ledger is gone: controls, bookmarks, the list, the properties.
pub(crate) fn stripped(file: &[u8]) -> Vec<u8> {
    rewritten(file, |name, text| match name {
        "word/document.xml" => {
            let text = without(&text, "<w:sdtPr>", "</w:sdtPr>");
            let text = without(&without(&text, "<w:bookmarkStart", "/>"), "<w:bookmarkEnd", "/>");
            ["<w:sdt>", "</w:sdt>", "<w:sdtContent>", "</w:sdtContent>"].iter().fold(text, |text, tag| text.replace(tag, ""))
        }
        "docProps/custom.xml" => text.replace("SoCCHC", "Khac"),
        name if name.starts_with("customXml/") => String::new(),
        _ => text,
    })
}

/// A text without all that stands from one mark to the next other.
fn without(text: &str, from: &str, to: &str) -> String {
    let mut pieces = text.split(from);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |kept, piece| kept + piece.split_once(to).map_or("", |(_, rest)| rest))
}

/// A comment about the paragraph that holds these words.
pub(crate) fn commented(file: &[u8], words: &str, author: &str, said: &str) -> Vec<u8> {
    let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let kind = "<Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/></Types>";
    let relation = "<Relationship Id=\"rComments\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/></Relationships>";
    let comment = format!(
        "<w:comments {space}><w:comment w:id=\"7\" w:author=\"{author}\" w:date=\"2026-09-16T08:30:00Z\"><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:comment></w:comments>"
    );
    let file = rewritten(file, |name, text| match name {
        "word/document.xml" => {
            let (before, after) = text.split_once(words).expect("the words stand in the text");
            let run = |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
            let (from, to) = ("<w:commentRangeStart w:id=\"7\"/>", "<w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r>");
            format!("{before}</w:t></w:r>{from}{}{to}<w:r><w:t xml:space=\"preserve\">{after}", run(words))
        }
        "[Content_Types].xml" => text.replace("</Types>", kind),
        "word/_rels/document.xml.rels" => text.replace("</Relationships>", relation),
        _ => text,
    });
    let mut zip = zip::ZipWriter::new_append(Cursor::new(file)).expect("a Word file");
    zip.start_file("word/comments.xml", SimpleFileOptions::default()).expect("a part");
    zip.write_all(comment.as_bytes()).expect("written");
    zip.finish().expect("a file").into_inner()
}

/// Words changed as Word tracks it: the old ones marked as deleted, the new ones as inserted.
pub(crate) fn tracked(file: &[u8], old: &str, new: &str) -> Vec<u8> {
    rewritten(file, |name, text| {
        if name != "word/document.xml" {
            return text;
        }
        let (before, after) = text.split_once(old).expect("the words stand in the text");
        let run = |tag: &str, name: &str, words: &str| {
            format!("<w:{tag} w:id=\"90\" w:author=\"Khang\"><w:r><w:{name} xml:space=\"preserve\">{words}</w:{name}></w:r></w:{tag}>")
        };
        let (gone, come) = (run("del", "delText", old), run("ins", "t", new));
        format!("{before}</w:t></w:r>{gone}{come}<w:r><w:t xml:space=\"preserve\">{after}")
    })
}
