//! A paragraph as one line of text: chips are one sign each, words know where they stand.

use crate::paper::{Block, Inline};

/// What stands in a line for a figure or a citation.
pub(super) const CHIP: char = '\u{fffc}';

/// The text of some pieces, a sign for each chip; as long, in UTF-16, as the editor counts it.
pub(super) fn line(pieces: &[Inline]) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Inline::Text(run) => text.push_str(&run.text),
            Inline::Figure(_) | Inline::Citation(_) | Inline::Annex(_) => text.push(CHIP),
            Inline::Break => text.push('\n'),
        }
    }
    text
}

/// The pieces of a block whose text can be looked through; a table's cells can't be typed in.
pub(super) fn text_of(block: &Block) -> Option<&[Inline]> {
    match block {
        Block::Heading { text, .. } | Block::Para { text, .. } | Block::Item { text, .. } => Some(text),
        Block::Part { .. } | Block::Table { .. } => None,
    }
}

/// A word of a line, without the signs around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: &'a str,
    pub(super) low: String,
    /// The sign it begins behind: `(`, `“`.
    pub(super) opened: Option<char>,
    /// The sign that ends it: `,`, `.`, `)`; a chip or a line's end too.
    pub(super) closed: Option<char>,
}

const OPENING: [char; 6] = ['(', '[', '“', '"', '‘', '\''];
const CLOSING: [char; 11] = ['.', ',', ';', ':', '!', '?', ')', ']', '”', '"', '’'];

/// The words of a line in order.
pub(super) fn words(line: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word> = Vec::new();
    let apart = |sign: char| sign.is_whitespace() || sign == CHIP;
    let mut rest = 0;
    while let Some(tail) = line.get(rest..).filter(|tail| !tail.is_empty()) {
        let begin = tail.find(|sign: char| !apart(sign)).unwrap_or(tail.len());
        if tail.get(..begin).is_some_and(|gap| gap.contains([CHIP, '\n']))
            && let Some(last) = words.last_mut()
        {
            last.closed.get_or_insert(CHIP);
        }
        let from = rest + begin;
        let whole = line.get(from..).unwrap_or("");
        let whole = whole.split(apart).next().unwrap_or("");
        rest = from + whole.len();
        if whole.is_empty() {
            break;
        }
        let bare = whole.trim_start_matches(OPENING);
        let start = from + whole.len() - bare.len();
        let text = bare.trim_end_matches(CLOSING);
        let closed = bare.get(text.len()..).and_then(|signs| signs.chars().next());
        let opened = whole.get(..whole.len() - bare.len()).and_then(|signs| signs.chars().next_back());
        words.push(Word { start, end: start + text.len(), text, low: text.to_lowercase(), opened, closed });
    }
    words
}

/// The place of a byte as the editor counts it.
pub(super) fn place(line: &str, byte: usize) -> u32 {
    let before = line.get(..byte).unwrap_or(line);
    u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
}

/// The same pieces with another piece in place of some bytes of their line.
pub(super) fn with(pieces: &[Inline], start: usize, end: usize, new: &Inline) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    let mut at = 0;
    let mut placed = false;
    for piece in pieces {
        let length = line(std::slice::from_ref(piece)).len();
        let (from, to) = (start.clamp(at, at + length) - at, end.clamp(at, at + length) - at);
        if at + length <= start || at >= end {
            out.push(piece.clone());
        } else if let Inline::Text(run) = piece {
            let part = |text: Option<&str>| Inline::Text(crate::paper::TextRun { text: text.unwrap_or("").to_owned(), ..run.clone() });
            out.push(part(run.text.get(..from)));
            if !placed {
                out.push(match new {
                    Inline::Text(words) => part(Some(&words.text)),
                    other => other.clone(),
                });
                placed = true;
            }
            out.push(part(run.text.get(to..)));
        } else if !placed {
            out.push(new.clone());
            placed = true;
        }
        at += length;
    }
    joined(out)
}

/// Neighbouring words of one style as one run, as the editor keeps them.
fn joined(pieces: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for piece in pieces {
        match (out.last_mut(), piece) {
            (_, Inline::Text(run)) if run.text.is_empty() => {}
            (Some(Inline::Text(last)), Inline::Text(run)) if last.bold == run.bold && last.italic == run.italic => last.text.push_str(&run.text),
            (_, piece) => out.push(piece),
        }
    }
    out
}
