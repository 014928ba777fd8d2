//! What stands on a page without being of the paper: its number, and a line that every page repeats.

use super::Piece;
use super::appendix;
use super::notes::Notes;
use super::table;
use super::text::{Line, key};
use std::collections::{BTreeMap, BTreeSet};

/// Letters of a page, fewest and most: a number alone is a page's only where a page may end.
const PAGE: (usize, usize) = (1200, 4200);
/// Letters that the head of a paper takes the room of, beside its own.
const HEAD: usize = 300;
/// A line that stands at the edge of so many pages is of none of them.
const PAGES: usize = 3;

/// The pieces without numbers of pages and without the lines that pages repeat.
pub(super) fn without(pieces: &[Piece], notes: &mut Notes) -> Vec<Piece> {
    let pieces = without_repeated(pieces, notes);
    let mut kept = Vec::new();
    let mut dropped: Vec<String> = Vec::new();
    let mut count = Count { letters: HEAD, last: 1, page: 1, first: 1, in_table: false };
    for (at, piece) in pieces.iter().enumerate() {
        let Piece::Line(line) = piece else {
            kept.push(piece.clone());
            continue;
        };
        count.page += usize::from(line.page);
        if appendix::begins(&pieces, at) {
            // Each appendix may be numbered by itself.
            count = Count { letters: HEAD, last: 1, first: count.page, in_table: false, ..count };
        }
        count.in_table |= begins_header(line) && table::is_header(pieces.get(at..).unwrap_or(&[]));
        let edge = line.page || pieces.get(at + 1).is_some_and(|next| matches!(next, Piece::Line(next) if next.page));
        match number(&line.text).filter(|_| !line.whole) {
            Some(found) if count.is_page(&found, edge) || (!count.in_table && is_last(&pieces, at)) => {
                count.last = found.page;
                dropped.push(line.text.clone());
            }
            _ => {
                count.letters += line.text.chars().count();
                kept.push(piece.clone());
            }
        }
    }
    if !dropped.is_empty() {
        notes.mended("Số trang", &dropped.join(", "), "", "Số trang của bản cũ đứng riêng một dòng, không thuộc nội dung; bản in tự đánh số trang.");
    }
    kept
}

/// True for the last line of the paper, or of what stands above an appendix.
fn is_last(pieces: &[Piece], at: usize) -> bool {
    at + 1 == pieces.len() || appendix::begins(pieces, at + 1)
}

/// How far a paper was read.
#[derive(Debug, Clone, Copy)]
struct Count {
    /// Letters of the paper, or of its appendix.
    letters: usize,
    /// The last number of a page.
    last: usize,
    /// The page by the breaks that extraction leaves, and the one its part begins on.
    page: usize,
    first: usize,
    /// True below the header of a table: a number alone may be a row's.
    in_table: bool,
}

impl Count {
    fn is_page(self, found: &Number, edge: bool) -> bool {
        let physical = found.page == self.page || found.page + self.first == self.page + 1;
        let fits = (found.page - 1) * PAGE.0 <= self.letters && self.letters <= found.page * PAGE.1;
        found.worded || (edge && physical) || (!self.in_table && found.page > self.last && fits)
    }
}

/// A line that may be a page's number.
struct Number {
    page: usize,
    /// True where its signs say so: `- 7 -`, `Trang 7`.
    worded: bool,
}

/// `7`, `- 7 -`, `Trang 7`, `Trang 7/12`.
fn number(text: &str) -> Option<Number> {
    let dashes: &[char] = &['-', '–', '—'];
    let word = text.strip_prefix("Trang ").or(text.strip_prefix("TRANG "));
    let within = text.strip_prefix(dashes).and_then(|rest| rest.strip_suffix(dashes));
    let bare = word.or(within).unwrap_or(text).trim();
    let (bare, all) = bare.split_once('/').filter(|_| word.is_some()).unwrap_or((bare, "1"));
    let figures = |text: &str| !text.is_empty() && text.len() <= 3 && text.bytes().all(|sign| sign.is_ascii_digit());
    let page = (figures(bare.trim()) && figures(all.trim())).then(|| bare.trim().parse().ok())??;
    (page > 0).then_some(Number { page, worded: word.is_some() || within.is_some() })
}

/// The pieces without a line that stands at the top, or at the foot, of three pages or more.
fn without_repeated(pieces: &[Piece], notes: &mut Notes) -> Vec<Piece> {
    let line = |at: usize| match pieces.get(at) {
        Some(Piece::Line(line)) => Some(line),
        _ => None,
    };
    let numbered = |at: &usize| line(*at).is_some_and(|line| number(&line.text).is_some());
    let mut edges: Vec<usize> = Vec::new();
    for at in (1..pieces.len()).filter(|at| line(*at).is_some_and(|line| line.page)) {
        // A number may stand nearer to the edge.
        edges.push(if numbered(&at) { at + 1 } else { at });
        edges.extend((0..at).rev().take(2).find(|at| !numbered(at)));
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for line in edges.iter().filter_map(|at| line(*at)).filter(|line| is_plain(line)) {
        *counts.entry(&line.text).or_default() += 1;
    }
    counts.retain(|_, count| *count >= PAGES);
    let repeated = |at: &usize| line(*at).is_some_and(|line| counts.contains_key(line.text.as_str()));
    let dropped: BTreeSet<usize> = edges.into_iter().filter(repeated).collect();
    for (text, count) in &counts {
        notes.mended("Đầu, cuối trang", text, "", &format!("Dòng này lặp lại ở {count} trang của bản cũ, không thuộc nội dung."));
    }
    let mut kept: Vec<Piece> = Vec::new();
    let mut page = false;
    for (at, piece) in pieces.iter().enumerate() {
        let begins = matches!(piece, Piece::Line(line) if line.page);
        if dropped.contains(&at) {
            // The line below it is the first of the page.
            page |= begins;
            continue;
        }
        kept.push(match piece {
            Piece::Line(line) => Piece::Line(Line { page: line.page || page, ..line.clone() }),
            Piece::Table(_) => piece.clone(),
        });
        page = false;
    }
    kept
}

/// A line with words that is not the header of a table, which repeats too and tells where rows break.
fn is_plain(line: &Line) -> bool {
    line.text.chars().filter(|sign| sign.is_alphabetic()).count() > 3 && !begins_header(line) && line.columns.is_empty()
}

/// True for a line that may be the first of a table's header: `TT`, `STT`, `Số TT`.
fn begins_header(line: &Line) -> bool {
    let first = line.text.split(' ').next().unwrap_or("");
    crate::plan::read::column_named(first) == Some(0) || key(&line.text).starts_with("so tt")
}
