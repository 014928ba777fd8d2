//! What of a carried text is to be looked at, and where it stands now.

use super::line::{line, text_of};
use super::moves::Moves;
use super::scan::scan;
use super::stale::{Hit, StaleWords, in_case};
use crate::paper::{Block, Inline};
use crate::view::{Id, MarkKind};
use std::collections::HashSet;

/// Letters kept on each side, by which words are found again.
const AROUND: usize = 16;
/// Letters that must agree where words are found outside their own paragraph.
const ENOUGH: usize = 6;

/// A mark as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) section: String,
    pub(super) block: String,
    pub(super) kind: MarkKind,
    /// As they stand in the text; of a chip its figure, of a citation its document.
    pub(super) words: String,
    pub(super) lead: String,
    pub(super) tail: String,
    pub(super) why: String,
    pub(super) instead: Option<String>,
}

/// Text in which marks stand: a section's blocks, or the head's lines as blocks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'a> {
    pub(super) key: &'a str,
    pub(super) blocks: &'a [Block],
}

/// Where a mark stands, in bytes of its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) id: Id,
    pub(super) section: String,
    pub(super) block: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The marks of a block that was carried over.
pub(super) fn marks(section: &str, block: &Block, moves: &Moves, list: &StaleWords) -> Vec<Mark> {
    let mark = |kind, words: &str, around: (&str, &str), why: String, instead| Mark {
        section: section.to_owned(),
        block: block.id().to_owned(),
        kind,
        words: words.to_owned(),
        lead: last_letters(around.0),
        tail: first_letters(around.1),
        why,
        instead,
    };
    let Some(pieces) = text_of(block) else {
        let is_table = matches!(block, Block::Table { .. });
        return is_table.then(|| mark(MarkKind::Table, "", ("", ""), why(MarkKind::Table).to_owned(), None)).into_iter().collect();
    };
    let text = line(pieces);
    let around = |start: usize, end: usize| (text.get(..start).unwrap_or(""), text.get(end..).unwrap_or(""));
    let times = scan(&text, &list.still);
    // A document keeps the name it was given, whatever offices are called today.
    let in_name = |hit: &Hit| times.iter().any(|one| one.kind == MarkKind::Document && hit.start < one.end && one.start < hit.end);
    let stale: Vec<Hit> = list.find(&text).into_iter().filter(|hit| !in_name(hit)).collect();
    let mut found: Vec<(usize, Mark)> = Vec::new();
    for hit in &stale {
        let words = text.get(hit.start..hit.end).unwrap_or("");
        let instead = hit.instead.map(|instead| in_case(instead, words));
        found.push((hit.start, mark(MarkKind::Words, words, around(hit.start, hit.end), hit.of.why.clone(), instead)));
    }
    for one in times {
        let words = text.get(one.start..one.end).unwrap_or("");
        let over = stale.iter().any(|hit| hit.start < one.end && one.start < hit.end);
        if over || one.kind == MarkKind::Period && moves.is_same_year(words) && moves.period(words).is_none() {
            continue;
        }
        let instead = match one.kind {
            MarkKind::Period => moves.period(words),
            MarkKind::Day => moves.named_day(words),
            _ => None,
        };
        found.push((one.start, mark(one.kind, words, around(one.start, one.end), why(one.kind).to_owned(), instead)));
    }
    let mut at = 0;
    for piece in pieces {
        if let Inline::Citation(cited) = piece {
            let words = cited.document.to_string();
            found.push((at, mark(MarkKind::Citation, &words, around(at, at + '\u{fffc}'.len_utf8()), why(MarkKind::Citation).to_owned(), None)));
        }
        at += line(std::slice::from_ref(piece)).len();
    }
    found.sort_by_key(|(start, _)| *start);
    found.into_iter().map(|(_, mark)| mark).collect()
}

/// Why words are marked, in one sentence.
pub(super) fn why(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Number => "Số gõ tay của kỳ trước.",
        MarkKind::Day => "Ngày của kỳ trước.",
        MarkKind::Period => "Chữ chỉ kỳ, năm của báo cáo trước.",
        MarkKind::Document | MarkKind::Citation => "Văn bản dẫn ở kỳ trước.",
        MarkKind::Table => "Bảng gõ tay mang từ kỳ trước, số trong bảng chưa đổi.",
        MarkKind::Override => "Kỳ trước ghi số khác; nay lấy số của sổ.",
        MarkKind::Words => "Chữ không còn đúng.",
        MarkKind::Offer => "Số gõ tay bằng một số đã có trong sổ.",
    }
}

/// A mark with the letters around its words.
pub(super) fn around(mark: Mark, text: &str, start: usize, end: usize) -> Mark {
    Mark { lead: last_letters(text.get(..start).unwrap_or("")), tail: first_letters(text.get(end..).unwrap_or("")), ..mark }
}

/// Finds marks again in the text as it stands; a mark whose words are gone is not among them.
///
/// In its own block first, by the letters around; else, where that block was split or joined, in a
/// block of the section that nothing was carried into (`carried` are those that were).
pub(super) fn placed(marks: &[(Id, Mark)], parts: &[Part], carried: &HashSet<&str>) -> Vec<Placed> {
    let mut fits: Vec<(usize, usize, Placed)> = Vec::new();
    for (nth, (id, mark)) in marks.iter().enumerate() {
        let Some(part) = parts.iter().find(|part| part.key == mark.section) else { continue };
        let is_there = part.blocks.iter().any(|block| block.id() == mark.block);
        for block in part.blocks {
            let own = block.id() == mark.block;
            if !own && is_there && carried.contains(block.id()) {
                continue;
            }
            for (start, end, near) in places(mark, block) {
                if own || near >= ENOUGH {
                    let place = Placed { id: *id, section: mark.section.clone(), block: block.id().to_owned(), start, end };
                    fits.push((nth, near + if own { 4 * AROUND } else { 0 }, place));
                }
            }
        }
    }
    fits.sort_by_key(|(nth, near, place)| (std::cmp::Reverse(*near), *nth, place.start));
    let (mut done, mut taken) = (HashSet::new(), HashSet::new());
    let mut found: Vec<(usize, Placed)> = Vec::new();
    for (nth, _, place) in fits {
        let spot = (place.section.clone(), place.block.clone(), place.start);
        if !done.contains(&nth) && taken.insert(spot) {
            done.insert(nth);
            found.push((nth, place));
        }
    }
    found.sort_by_key(|(nth, _)| *nth);
    found.into_iter().map(|(_, place)| place).collect()
}

/// Where the words of a mark stand in a block, each with how many letters around agree.
fn places(mark: &Mark, block: &Block) -> Vec<(usize, usize, usize)> {
    let Some(pieces) = text_of(block) else {
        return if mark.kind == MarkKind::Table && matches!(block, Block::Table { .. }) { vec![(0, 0, 0)] } else { Vec::new() };
    };
    let text = line(pieces);
    let near = |start: usize, end: usize| {
        let (before, after) = (text.get(..start).unwrap_or(""), text.get(end..).unwrap_or(""));
        let lead = before.chars().rev().zip(mark.lead.chars().rev()).take_while(|(a, b)| a == b).count();
        lead + after.chars().zip(mark.tail.chars()).take_while(|(a, b)| a == b).count()
    };
    let mut found = Vec::new();
    match mark.kind {
        MarkKind::Table => {}
        MarkKind::Override | MarkKind::Citation => {
            let mut at = 0;
            for piece in pieces {
                let length = line(std::slice::from_ref(piece)).len();
                let same = match piece {
                    Inline::Figure(chip) => mark.kind == MarkKind::Override && chip.id == mark.words,
                    Inline::Citation(cited) => mark.kind == MarkKind::Citation && cited.document.to_string() == mark.words,
                    Inline::Annex(_) | Inline::Text(_) | Inline::Break => false,
                };
                if same {
                    found.push((at, at + length, near(at, at + length)));
                }
                at += length;
            }
        }
        _ => {
            for (start, hit) in text.match_indices(&mark.words) {
                let end = start + hit.len();
                if is_whole(&text, start, end) {
                    found.push((start, end, near(start, end)));
                }
            }
        }
    }
    found
}

/// `05` does not stand in `2.105` or `05/KH`.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let (before, after) = (text.get(..start).unwrap_or(""), text.get(end..).unwrap_or(""));
    let joins = |sign: char| sign.is_alphanumeric();
    let first = text.get(start..).and_then(|tail| tail.chars().next()).is_some_and(joins);
    let last = text.get(..end).and_then(|head| head.chars().next_back()).is_some_and(joins);
    let glued_before = before.ends_with(joins)
        || before.ends_with(['.', ',', '/', '-']) && before.trim_end_matches(['.', ',', '/', '-']).ends_with(|sign: char| sign.is_ascii_digit());
    let glued_after = after.starts_with(joins)
        || after.starts_with(['.', ',', '/', '-'])
            && after.chars().nth(1).is_some_and(|sign| sign.is_ascii_digit() || after.starts_with('/') && sign.is_alphabetic())
        || after.starts_with('%');
    !(first && glued_before || last && glued_after)
}

fn last_letters(text: &str) -> String {
    let skip = text.chars().count().saturating_sub(AROUND);
    text.chars().skip(skip).collect()
}

fn first_letters(text: &str) -> String {
    text.chars().take(AROUND).collect()
}
