//! The pieces of a text again: figures, citations and emphasis put back into words that came home plain.

use super::keys::{Home, Key, Sent, chip, home, keys};
use super::units::Said;
use super::words::{Token, common, tokens};
use crate::paper::{Inline, TextRun};

/// A text whose figures were found again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Again {
    /// Its pieces; a figure whose words were changed stands in them as it was.
    pub(super) text: Vec<Inline>,
    /// The figures whose words were changed.
    pub(super) changed: Vec<Changed>,
}

/// A figure whose words were changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Changed {
    /// Which one among the figures of the text.
    pub(super) nth: usize,
    /// Its id in its set.
    pub(super) id: String,
    /// Its words when the file was sent.
    pub(super) was: String,
    /// Its words now.
    pub(super) now: String,
}

/// Finds the pieces of `before`, which was sent, in `after`, which came back; `others` are all chips
/// of the report, for those that were copied from another paragraph.
pub(super) fn again(before: &[Inline], after: &[Said], others: &[Inline]) -> Again {
    let mut sent: Vec<Sent> = before.iter().filter_map(chip).collect();
    let mut foreign: Vec<Inline> = Vec::new();
    let home = home(after, &mut sent, &mut foreign, others);
    let (keys, styles) = keys(before, &mut sent);
    let home_keys: Vec<Key> = home.iter().map(|one| one.key.clone()).collect();
    let pairs = common(&keys, &home_keys);
    let at_home = |at: usize| pairs.iter().find(|(from, _)| *from == at).map(|(_, to)| *to);

    // For each place at home the chip that begins there, and how many places it takes.
    let mut places: Vec<(usize, usize, usize, Option<String>)> = Vec::new();
    let mut empty: Vec<(usize, usize)> = Vec::new();
    for (nth, one) in sent.iter().enumerate() {
        if one.named {
            let Some(at) = home.iter().position(|home| home.key == Key::Chip(nth)) else { continue };
            let now = home.get(at).map(|home| home.token.text.clone() + &home.more).unwrap_or_default();
            places.push((at, at + 1, nth, (now != one.shown.trim()).then_some(now)));
        } else if one.from == one.to {
            // A phrase that is empty now stays behind the word it followed.
            let before = one.from.checked_sub(1).and_then(at_home).map(|at| at + 1);
            let place = before.or_else(|| at_home(one.from)).or((one.from == 0).then_some(0));
            empty.extend(place.map(|at| (at, nth)));
        } else if let Some((from, to, now)) = found(one, &pairs, &home, keys.len()) {
            let taken = places.iter().any(|(begin, end, ..)| from < *end && *begin < to);
            if !taken {
                places.push((from, to, nth, now));
            }
        }
    }
    let style = style(&styles, &pairs, home.len());
    let mut again = Again::default();
    let mut at = 0;
    loop {
        for (_, nth) in empty.iter().filter(|(place, _)| *place == at) {
            again.text.extend(sent.get(*nth).map(|one| one.piece.clone()));
        }
        let Some(one) = home.get(at) else { break };
        let space = if one.token.space { " " } else { "" };
        let look = style.get(at).copied().unwrap_or_default();
        let chip = places.iter().find(|(from, ..)| *from == at).and_then(|(_, to, nth, now)| Some((*to, sent.get(*nth)?, now)));
        if let Some((to, one, now)) = chip {
            if !one.shown.starts_with(' ') {
                push(&mut again.text, space, look);
            }
            if let (Some(now), Inline::Figure(chip)) = (now, &one.piece) {
                let nth = again.text.iter().filter(|piece| matches!(piece, Inline::Figure(_))).count();
                again.changed.push(Changed { nth, id: chip.id.clone(), was: one.shown.clone(), now: now.clone() });
            }
            again.text.push(one.piece.clone());
            at = to;
            continue;
        }
        match &one.key {
            Key::Other(nth) => {
                push(&mut again.text, space, look);
                again.text.extend(foreign.get(*nth).cloned());
            }
            _ if one.token.text == "\n" => again.text.push(Inline::Break),
            _ => {
                // A space between plain and emphasised words is plain.
                let before = match again.text.last() {
                    Some(Inline::Text(run)) if look != (false, false) => (run.bold, run.italic),
                    _ if look == (false, false) => look,
                    _ => (false, false),
                };
                push(&mut again.text, space, before);
                push(&mut again.text, &(one.token.text.clone() + &one.more), look);
            }
        }
        at += 1;
    }
    again
}

/// Where a chip without its control stands at home, and its words when they were changed.
fn found(one: &Sent, pairs: &[(usize, usize)], home: &[Home], last: usize) -> Option<(usize, usize, Option<String>)> {
    let own: Vec<usize> = pairs.iter().filter(|(from, _)| (one.from..one.to).contains(from)).map(|(_, to)| *to).collect();
    let length = one.to - one.from;
    if let (true, Some(first)) = (own.len() == length, own.first()) {
        let whole = own.iter().enumerate().all(|(nth, at)| *at == first + nth);
        if whole {
            return Some((*first, first + length, None));
        }
    }
    // Between the words around it something else stands now.
    let from = pairs.iter().filter(|(from, _)| *from < one.from).map(|(_, to)| to + 1).max().unwrap_or(0);
    let to = pairs.iter().filter(|(from, _)| *from >= one.to).map(|(_, to)| *to).min().unwrap_or(home.len());
    let alone_before = one.from == 0 || pairs.iter().any(|(from, _)| *from + 1 == one.from);
    let alone_after = one.to == last || pairs.iter().any(|(from, _)| *from == one.to);
    let gap = home.get(from..to)?;
    if gap.iter().any(|other| !matches!(other.key, Key::Word(_))) || !matches!(one.piece, Inline::Figure(_)) {
        return None;
    }
    let is_number = tokens(&one.shown).first().is_some_and(Token::is_number);
    if is_number {
        let mut numbers = gap.iter().enumerate().filter(|(_, other)| other.token.is_number()).map(|(at, _)| at);
        let (Some(at), None) = (numbers.next(), numbers.next()) else { return None };
        let percent = gap.get(at + 1).is_some_and(|next| next.token.text == "%" && !next.token.space) && one.shown.ends_with('%');
        let end = at + 1 + usize::from(percent);
        let now: String = gap.get(at..end)?.iter().map(|other| other.token.text.as_str()).collect();
        return (alone_before || alone_after).then_some((from + at, from + end, Some(now)));
    }
    let is_half = own.len() * 2 >= length && alone_before && alone_after;
    let now: String = gap.iter().map(|other| other.token.shown()).collect();
    is_half.then(|| (from, to, Some(now.trim().to_owned())))
}

/// The style of each place at home: of the word it was; between two of one style, theirs.
fn style(styles: &[Option<(bool, bool)>], pairs: &[(usize, usize)], length: usize) -> Vec<(bool, bool)> {
    let mut known: Vec<Option<(bool, bool)>> = vec![None; length];
    for (from, to) in pairs {
        if let (Some(place), Some(style)) = (known.get_mut(*to), styles.get(*from)) {
            *place = *style;
        }
    }
    let mut words = styles.iter().flatten();
    let first = words.next().copied();
    let only = first.filter(|first| words.all(|style| style == first));
    let near = |at: usize, back: bool| {
        let (before, after) = known.split_at_checked(at).unwrap_or((&known, &[]));
        if back { before.iter().rev().flatten().next().copied() } else { after.iter().flatten().next().copied() }
    };
    let one = |at: usize| known.get(at).copied().flatten().or_else(|| near(at, true).filter(|style| near(at, false) == Some(*style))).or(only);
    (0..length).map(|at| one(at).unwrap_or_default()).collect()
}

fn push(text: &mut Vec<Inline>, words: &str, (bold, italic): (bool, bool)) {
    match text.last_mut() {
        _ if words.is_empty() => {}
        Some(Inline::Text(run)) if (run.bold, run.italic) == (bold, italic) => run.text.push_str(words),
        _ => text.push(Inline::Text(TextRun { text: words.to_owned(), bold, italic })),
    }
}

#[cfg(test)]
#[path = "pieces_tests.rs"]
mod tests;
