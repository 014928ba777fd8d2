//! What was remarked beside the text.

use super::property::attribute;
use quick_xml::Reader;
use quick_xml::events::Event;

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comment {
    /// Its id, by which a paragraph names it.
    pub id: String,
    /// Who wrote it, or empty.
    pub author: String,
    /// When, as written: `2026-09-16T08:30:00Z`, or empty.
    pub moment: String,
    /// Its words, a paragraph a line.
    pub text: String,
}

/// Reads the part of comments; one that is broken tells what stands before the break.
pub(super) fn read(xml: &str) -> Vec<Comment> {
    let mut reader = Reader::from_str(xml);
    let mut comments: Vec<Comment> = Vec::new();
    let (mut in_words, mut deleted) = (false, false);
    while let Ok(event) = reader.read_event() {
        let mut write = |words: &str| {
            if let (true, false, Some(last)) = (in_words, deleted, comments.last_mut()) {
                last.text.push_str(words);
            }
        };
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "comment" => {
                    let of = |name: &str| {
                        let value = attribute(&tag, name).unwrap_or_default();
                        quick_xml::escape::unescape(&value).map_or_else(|_| value.clone(), |plain| plain.into_owned())
                    };
                    comments.push(Comment { id: of("id"), author: of("author"), moment: of("date"), text: String::new() });
                }
                "t" => in_words = true,
                "del" | "moveFrom" => deleted = true,
                _ => {}
            },
            Event::Empty(tag) if tag.local_name().as_ref() == "br" => comments.iter_mut().last().into_iter().for_each(|last| last.text.push('\n')),
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => in_words = false,
                "del" | "moveFrom" => deleted = false,
                "p" => comments.iter_mut().last().into_iter().for_each(|last| last.text.push('\n')),
                "comment" => comments.iter_mut().last().into_iter().for_each(|last| last.text = last.text.trim().to_owned()),
                _ => {}
            },
            Event::Text(text) => write(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                if let Ok(Some(sign)) = entity.resolve_char_ref() {
                    write(sign.encode_utf8(&mut [0; 4]));
                } else if let Some(text) = quick_xml::escape::resolve_predefined_entity(&entity) {
                    write(text);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    comments
}
