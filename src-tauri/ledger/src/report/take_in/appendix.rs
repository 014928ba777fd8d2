//! Appendices: where they begin, their title and reference, what stands in them (decree, III).

use super::Piece;
use super::body::{Whole, blocks, wholes};
use super::head::is_nation;
use super::join::{Setting, is_cut};
use super::mark::{marked, roman};
use super::name::is_closed;
use super::notes::Notes;
use super::table;
use super::text::{Line, is_capitals, is_ended, key};
use crate::paper::{Appendix, Block};

/// `Phụ lục`, `PHỤ LỤC II`, `Phụ lục số 01`, alone on its line, or with its title after a sign.
pub(super) fn is_appendix(text: &str) -> bool {
    after_word(text).is_some()
}

/// True when an appendix begins with a piece: not where a sentence that points to one was broken.
pub(super) fn begins(pieces: &[Piece], at: usize) -> bool {
    begins_with(pieces, at, after_word)
}

/// True when an appendix begins with a piece below the signature.
pub(super) fn begins_below(pieces: &[Piece], at: usize) -> bool {
    begins_with(pieces, at, after_word_below)
}

fn begins_with(pieces: &[Piece], at: usize, after: fn(&str) -> Option<&str>) -> bool {
    let line = |at: usize| match pieces.get(at) {
        Some(Piece::Line(line)) => Some(line),
        _ => None,
    };
    let Some((found, title)) = line(at).and_then(|found| Some((found, after(&found.text)?))) else { return false };
    if found.whole {
        return true;
    }
    let goes_on = line(at + 1).is_some_and(|next| next.text.starts_with(char::is_lowercase));
    let before = at.checked_sub(1).and_then(line).filter(|before| !is_ended(&before.text) && !is_capitals(&before.text));
    let ends = title.is_empty() && !is_capitals(&found.text) && found.text.ends_with(['.', ';', ',']);
    !goes_on && before.is_none_or(|before| !ends && !is_cut(&before.text))
}

/// True when the title of an appendix, its reference or its table stands below its word: above the
/// signature nothing less begins one.
pub(super) fn is_titled(pieces: &[Piece], at: usize) -> bool {
    if matches!(pieces.get(at), Some(Piece::Line(line)) if line.text.ends_with(['.', ';', ',']) && !is_capitals(&line.text)) {
        return false;
    }
    let word = matches!(pieces.get(at), Some(Piece::Line(line)) if after_word(&line.text).is_some_and(|title| !title.is_empty()));
    let below = pieces.get(at + 1..).unwrap_or(&[]);
    word || match below.first() {
        Some(Piece::Line(line)) => {
            (is_capitals(&line.text) && marked(&line.text).is_none()) || key(&line.text).starts_with("kem theo") || table::is_header(below)
        }
        Some(Piece::Table(_)) => true,
        None => false,
    }
}

/// What follows the word and its number.
fn after_word(text: &str) -> Option<&str> {
    after(text, |title, _| is_capitals(title))
}

/// The same below the signature, where a title may be in small letters behind a sign.
fn after_word_below(text: &str) -> Option<&str> {
    let short = |title: &str| title.chars().count() < 160 && !is_ended(title) && title.starts_with(char::is_uppercase);
    after(text, |title, sign| is_capitals(title) || (sign && short(title)))
}

fn after(text: &str, is_title: impl Fn(&str, bool) -> bool) -> Option<&str> {
    let mut words = text.splitn(3, ' ');
    let (first, second) = (words.next()?, words.next()?);
    if key(first) != "phu" || key(second) != "luc" || !first.starts_with('P') {
        return None;
    }
    let rest = words.next().unwrap_or("");
    if second.ends_with([':', '.']) || rest.is_empty() {
        return Some(rest);
    }
    let rest = rest.strip_prefix("số ").or(rest.strip_prefix("SỐ ")).unwrap_or(rest);
    let (number, title) = rest.split_once([' ', ':', '.', '-']).unwrap_or((rest, ""));
    let counted = roman(number).is_some()
        || (number.len() <= 2 && number.bytes().all(|sign| sign.is_ascii_digit()))
        || matches!(number.as_bytes(), [b'A'..=b'H']);
    let sign = rest.get(number.len()..).is_some_and(|rest| rest.trim_start().starts_with([':', '.', '-', '–']));
    let title = title.trim_start_matches([':', '.', '-', '–', ' ']);
    (counted && (title.is_empty() || is_title(title, sign))).then_some(title)
}

/// The appendices in the pieces that follow the body and the signature.
pub(super) fn read(pieces: &[Piece], setting: Setting, notes: &mut Notes) -> Vec<Appendix> {
    let mut cuts: Vec<usize> = (0..pieces.len()).filter(|at| begins_below(pieces, *at)).collect();
    if cuts.first() != Some(&0) && !pieces.is_empty() {
        cuts.insert(0, 0);
    }
    let ends: Vec<usize> = cuts.iter().skip(1).copied().chain([pieces.len()]).collect();
    let several = cuts.len() > 1;
    let parts = cuts.iter().zip(ends).filter_map(|(from, to)| pieces.get(*from..to));
    parts.enumerate().map(|(at, part)| one(part, at + 1, several, setting, notes)).collect()
}

/// Tiêu ngữ stands so many lines below Quốc hiệu, at most.
const MOTTO: usize = 6;
/// Title and reference together are not longer, in bytes: what follows is text.
const HEAD: usize = 1200;

fn one(pieces: &[Piece], place: usize, several: bool, setting: Setting, notes: &mut Notes) -> Appendix {
    let number = u32::try_from(place).unwrap_or(u32::MAX);
    let word = if several { format!("Phụ lục {}", crate::viet::roman(number)) } else { "Phụ lục".to_owned() };
    let mut rest = pieces;
    let mut title = String::new();
    match pieces.first() {
        Some(Piece::Line(line)) if after_word_below(&line.text).is_some() => {
            rest = pieces.get(1..).unwrap_or(&[]);
            after_word_below(&line.text).unwrap_or("").clone_into(&mut title);
            let written = line.text.strip_suffix(title.as_str()).unwrap_or(&line.text).trim_end_matches([':', '.', '-', '–', ' ']);
            notes.mended("Phụ lục", written, &word, "Nghị định 30 viết “Phụ lục” chữ thường, có hai phụ lục trở lên mới đánh số La Mã.");
        }
        _ => notes.supplied("Phụ lục", &word, "Phần sau chữ ký được đưa vào một phụ lục."),
    }
    // Title and reference: up to the table or the first paragraph.
    let mut reference = String::new();
    while let Some(Piece::Line(line)) = rest.first() {
        let text = &line.text;
        if title.len() + reference.len() > HEAD {
            break;
        } else if !reference.is_empty() && !is_closed(&reference) {
            reference.extend([" ", text]);
        } else if text.starts_with('(') && reference.is_empty() && key(text).starts_with("kem theo") | key(text).starts_with("ban hanh") {
            reference.clone_from(text);
        } else if (reference.is_empty() || title.is_empty())
            && (is_capitals(text) || (reference.is_empty() && title.is_empty() && text.chars().count() < 160))
            && marked(text).is_none()
            && !table::is_header(rest)
        {
            title = format!("{title} {text}").trim().to_owned();
        } else {
            break;
        }
        rest = rest.get(1..).unwrap_or(&[]);
    }
    let reference = super::with_room(&reference);
    let body = match table::read(rest, notes) {
        Some((table, read)) => {
            let mut wholes = vec![Whole::Table(table)];
            wholes.extend(self::wholes(rest.get(read..).unwrap_or(&[]), setting));
            wholes
        }
        None => wholes(rest, setting),
    };
    let body = blocks(&body, &format!("phu-luc-{place}"));
    let landscape = body.iter().any(|block| matches!(block, Block::Table { table, .. } if table.columns.len() > 4));
    Appendix { title, reference, list: false, landscape, body, charts: Vec::new() }
}

/// True when a line begins another document: its own Quốc hiệu.
pub(super) fn is_other_document(line: &Line) -> bool {
    line.cells.iter().any(|cell| is_nation(cell))
}

/// True when another document begins with a piece: below Quốc hiệu stands Tiêu ngữ, or it is a
/// sentence in capitals.
pub(super) fn other_begins(pieces: &[Piece], at: usize) -> bool {
    let line = |at: usize| match pieces.get(at) {
        Some(Piece::Line(line)) => Some(line),
        _ => None,
    };
    let motto = |line: &Line| key(&line.text).contains("doc lap tu do");
    line(at).is_some_and(is_other_document) && (at..at + MOTTO).filter_map(line).any(motto)
}
