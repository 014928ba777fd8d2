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
    /// The id of the comment it answers, or empty.
    pub answers: String,
    /// True when it was marked as settled.
    pub settled: bool,
}

/// Reads the part of comments, and of `threads` which of them answer which and are settled; answers stand behind
/// what they answer. A part that is broken tells what stands before the break.
pub(super) fn read(xml: &str, threads: &str) -> Vec<Comment> {
    let (mut comments, paras) = told(xml);
    let threads = threads_of(threads);
    let of = |para: &str| paras.iter().find(|(known, _)| known == para).map(|(_, id)| id.clone());
    for (para, parent, settled) in &threads {
        let Some(one) = of(para).and_then(|id| comments.iter_mut().find(|one| one.id == id)) else { continue };
        one.settled |= settled;
        one.answers = of(parent).filter(|parent| *parent != one.id).unwrap_or_default();
    }
    let (answers, mut ordered): (Vec<Comment>, Vec<Comment>) = comments.into_iter().partition(|one| !one.answers.is_empty());
    for answer in answers {
        // Behind the last one of its thread.
        let last = ordered.iter().rposition(|one| one.id == answer.answers || one.answers == answer.answers);
        ordered.insert(last.map_or(ordered.len(), |at| at + 1), answer);
    }
    ordered
}

/// The paragraph a comment ends with, the one of what it answers, and whether it is settled.
fn threads_of(xml: &str) -> Vec<(String, String, bool)> {
    let mut reader = Reader::from_str(xml);
    let mut threads = Vec::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "commentEx" => {
                let of = |name: &str| attribute(&tag, name).unwrap_or_default();
                threads.push((of("paraId"), of("paraIdParent"), matches!(of("done").as_str(), "1" | "true")));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    threads
}

/// The comments as they stand, and the paragraphs of each, by which threads name it.
fn told(xml: &str) -> (Vec<Comment>, Vec<(String, String)>) {
    let mut paras: Vec<(String, String)> = Vec::new();
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
                    comments.push(Comment { id: of("id"), author: of("author"), moment: of("date"), text: String::new(), ..Comment::default() });
                }
                "p" => {
                    let of = comments.last().map(|one| one.id.clone());
                    paras.extend(attribute(&tag, "paraId").zip(of));
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
    (comments, paras)
}
