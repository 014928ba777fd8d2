//! Where the body ends: at the most complete end, the last of those, that only appendices follow.
//!
//! Words of a signature stand in bodies too: a title in capitals that begins with `QUYỀN`, a heading
//! `CHỦ TỊCH UBND XÃ`, a sentence that begins with `Nơi nhận:`. What follows them tells.

use super::Piece;
use super::appendix;
use super::name;
use super::tail::{self, Tail};
use super::text::{Line, is_capitals, is_ended};

/// An end that was found.
#[derive(Debug, Clone)]
pub(super) struct End {
    /// Where it begins.
    pub(super) at: usize,
    /// Where it is over.
    pub(super) after: usize,
    pub(super) tail: Tail,
}

/// What stands below an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Below {
    Nothing,
    Appendix,
    /// Another document's first line.
    Other,
    /// A table, or a title in capitals: an appendix without its word.
    Untitled,
    Text,
}

/// Places that are weighed; a paper has one or two, and some lines that only look like one.
const PLACES: usize = 200;

/// The end of the paper whose body begins at `start`; `None` where it was cut off before it.
pub(super) fn find(pieces: &[Piece], start: usize) -> Option<End> {
    let places: Vec<usize> = (start..pieces.len()).rev().filter(|at| line(pieces, *at).is_some_and(tail::begins)).take(PLACES).collect();
    let ends: Vec<(End, Below)> =
        places.into_iter().rev().map(|at| read(pieces, at)).filter(|(end, below)| stands(pieces, start, end, *below)).collect();
    // An appendix may bear a signature of its own, below the paper's.
    let closes = |(end, below): &(End, Below)| (end.tail.parts() > 1 && matches!(below, Below::Appendix | Below::Other)).then_some(end.after);
    let limit = ends.iter().filter_map(closes).min().unwrap_or(pieces.len());
    let best = ends.into_iter().map(|(end, _)| end).filter(|end| end.at < limit).max_by_key(|end| (end.tail.parts(), end.at))?;
    // An authority over several lines begins with its first.
    let above = (start..best.at).rev().take_while(|at| line(pieces, *at).is_some_and(tail::begins)).last();
    Some(above.map_or(best, |at| read(pieces, at).0))
}

/// True when a whole end stands before the last one, and the name of another paper between them.
pub(super) fn are_several(pieces: &[Piece], start: usize, last: &End) -> bool {
    let places = (start..last.at).filter(|at| line(pieces, *at).is_some_and(tail::begins)).take(PLACES);
    let first = places.map(|at| read(pieces, at).0).find(|end| end.tail.parts() == 3 && end.after < last.at);
    first.is_some_and(|end| (end.after..last.at).filter_map(|at| line(pieces, at)).any(|line| name::is_name(&line.text)))
}

fn line(pieces: &[Piece], at: usize) -> Option<&Line> {
    match pieces.get(at) {
        Some(Piece::Line(line)) => Some(line),
        _ => None,
    }
}

fn read(pieces: &[Piece], at: usize) -> (End, Below) {
    let lines: Vec<Line> = (at..pieces.len()).take(tail::LINES).map_while(|at| line(pieces, at)).cloned().collect();
    let (tail, read) = Tail::read(&lines);
    let after = at + read;
    let below = match pieces.get(after) {
        None => Below::Nothing,
        Some(Piece::Table(_)) => Below::Untitled,
        // Below half an end only an appendix that shows its title is one.
        Some(Piece::Line(_)) if appendix::begins_below(pieces, after) && (tail.is_stored() || appendix::is_titled(pieces, after)) => Below::Appendix,
        Some(Piece::Line(line)) if appendix::other_begins(pieces, after) || name::is_name(&line.text) => Below::Other,
        Some(Piece::Line(line)) if is_capitals(&line.text) && !tail::begins(line) && super::mark::marked(&line.text).is_none() => Below::Untitled,
        Some(Piece::Line(_)) => Below::Text,
    };
    (End { at, after, tail }, below)
}

/// True for an end, not for words of a body that look like a part of one.
fn stands(pieces: &[Piece], start: usize, end: &End, below: Below) -> bool {
    let before = (start..end.at).rev().find_map(|at| line(pieces, at)).map_or("", |line| line.text.as_str());
    let over = matches!(below, Below::Nothing | Below::Appendix | Below::Other);
    match end.tail.parts() {
        0 => false,
        1 | 2 if over => true,
        3 => true,
        _ => end.tail.is_stored() || (end.tail.parts() == 2 && (before.ends_with("./.") || (below == Below::Untitled && is_ended(before)))),
    }
}
