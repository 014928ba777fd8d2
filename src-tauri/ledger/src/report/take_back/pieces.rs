//! The pieces of a text again: figures, citations and emphasis put back into words that came home plain.

use super::keys::{Key, Sent, chip, home, keys};
use super::numbers::{Number, Numbers};
use super::units::Said;
use super::whole::{Place, places};
use super::words::common;
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
    again_beside(before, after, others, &[])
}

/// The same for a cell, `beside` the other pieces of its row: their numbers are not this cell's.
pub(super) fn again_beside(before: &[Inline], after: &[Said], others: &[Inline], beside: &[Inline]) -> Again {
    let mut sent: Vec<Sent> = before.iter().filter_map(chip).collect();
    let mut foreign: Vec<Inline> = Vec::new();
    let home = home(after, &mut sent, &mut foreign, others);
    let (keys, styles) = keys(before, &mut sent);
    let home_keys: Vec<Key> = home.iter().map(|one| one.key.clone()).collect();
    let pairs = common(&keys, &home_keys);
    let at_home = |at: usize| pairs.iter().find(|(from, _)| *from == at).map(|(_, to)| *to);

    let mut places = places(&sent, &home, &pairs);
    let beside: Vec<String> = beside.iter().filter_map(chip).filter_map(|one| Some(Number::of(&one)?.value)).collect();
    Numbers::new(&sent, &keys, &home, &pairs, &beside).place(&mut places);
    let empty: Vec<(usize, usize)> = sent
        .iter()
        .enumerate()
        .filter(|(_, one)| !one.named && one.from == one.to)
        .filter_map(|(nth, one)| {
            // A phrase that is empty now stays behind the word it followed.
            let before = one.from.checked_sub(1).and_then(at_home).map(|at| at + 1);
            Some((before.or_else(|| at_home(one.from)).or((one.from == 0).then_some(0))?, nth))
        })
        .collect();
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
        let chip = places.iter().find(|place| place.from == at).and_then(|place| Some((place, sent.get(place.nth)?)));
        if let Some((Place { to, now, .. }, one)) = chip {
            if !one.shown.starts_with(' ') {
                push(&mut again.text, space, look);
            }
            if let (Some(now), Inline::Figure(chip)) = (now, &one.piece) {
                let nth = again.text.iter().filter(|piece| matches!(piece, Inline::Figure(_))).count();
                again.changed.push(Changed { nth, id: chip.id.clone(), was: one.shown.clone(), now: now.clone() });
            }
            again.text.push(one.piece.clone());
            at = *to;
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

#[cfg(test)]
#[path = "turned_tests.rs"]
mod turned;
