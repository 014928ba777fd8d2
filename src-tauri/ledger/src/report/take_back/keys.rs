//! Two texts as keys: words one by one, and figures and citations whole where both name them.

use super::units::Said;
use super::words::{Token, tokens, tokens_in};
use crate::paper::Inline;
use crate::word::Tag;

/// A token of one of the two texts, or a figure or citation that both name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    Word(String),
    /// Of the text that was sent, by its place among the chips there.
    Chip(usize),
    /// A figure or citation from elsewhere in the report.
    Other(usize),
}

/// A chip of the text that was sent.
pub(super) struct Sent {
    pub(super) piece: Inline,
    pub(super) tag: Tag,
    pub(super) shown: String,
    /// The returned text names it by its control.
    pub(super) named: bool,
    /// Where it stands among the keys.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// What stands in the returned text, in order.
pub(super) struct Home {
    pub(super) key: Key,
    pub(super) token: Token,
    /// The rest of a named chip's tokens.
    pub(super) more: String,
}

pub(super) fn chip(piece: &Inline) -> Option<Sent> {
    let shown = match piece {
        Inline::Figure(chip) => chip.shown.clone(),
        Inline::Citation(cited) => cited.shown.clone(),
        Inline::Annex(annex) => annex.shown.clone(),
        Inline::Text(_) | Inline::Break => return None,
    };
    Some(Sent { piece: piece.clone(), tag: Tag::of(piece)?, shown: shown.unwrap_or_else(|| "…".to_owned()), named: false, from: 0, to: 0 })
}

/// The returned text as keys: a control that names a chip is one key, whatever stands in it.
pub(super) fn home(after: &[Said], sent: &mut [Sent], foreign: &mut Vec<Inline>, others: &[Inline]) -> Vec<Home> {
    let mut home: Vec<Home> = Vec::new();
    let mut named: Vec<Option<Key>> = Vec::new();
    let mut pieces: Vec<String> = Vec::new();
    for piece in after {
        let (tag, shown) = match piece {
            Said::Words(words) => {
                named.push(None);
                pieces.push(words.clone());
                continue;
            }
            Said::Chip(tag, shown) => (tag, shown),
        };
        let of = |exactly: bool| sent.iter().position(|one| one.tag == *tag && !one.named && (!exactly || one.shown.trim() == shown.trim()));
        let nth = of(true).or_else(|| of(false).filter(|nth| sent.get(*nth).is_some_and(|one| matches!(one.piece, Inline::Figure(_)))));
        let copied =
            || others.iter().find(|other| Tag::of(other).as_ref() == Some(tag) && Inline::plain(std::slice::from_ref(other)).trim() == shown.trim());
        if shown.trim().is_empty() {
            continue;
        } else if let Some((nth, one)) = nth.and_then(|nth| Some((nth, sent.get_mut(nth)?))) {
            one.named = true;
            // Words that were written on inside the control are words.
            let (first, rest) = beyond(&one.shown, shown);
            let chip = shown.get(first.len()..shown.len() - rest.len()).unwrap_or(shown);
            for (words, key) in [(first, None), (chip, Some(Key::Chip(nth))), (rest, None)] {
                named.push(key);
                pieces.push(words.to_owned());
            }
        } else if let Some(other) = copied() {
            named.push(Some(Key::Other(foreign.len())));
            pieces.push(shown.clone());
            foreign.push(other.clone());
        } else {
            named.push(None);
            pieces.push(shown.clone());
        }
    }
    let mut last: Option<usize> = None;
    for (token, piece) in tokens_in(pieces.iter().map(String::as_str)) {
        match named.get(piece).cloned().flatten() {
            Some(_) if last == Some(piece) => home.iter_mut().last().into_iter().for_each(|one| one.more.push_str(&token.shown())),
            Some(key) => home.push(Home { key, token, more: String::new() }),
            None => home.push(Home { key: Key::Word(token.text.clone()), token, more: String::new() }),
        }
        last = Some(piece);
    }
    home
}

/// What stands before and after a chip's own words inside its control.
fn beyond<'a>(own: &str, shown: &'a str) -> (&'a str, &'a str) {
    let own = own.trim();
    let apart = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric() && !".,/%".contains(sign));
    match shown.find(own).filter(|_| !own.is_empty()) {
        Some(at) => {
            let (first, rest) = (shown.get(..at).unwrap_or(""), shown.get(at + own.len()..).unwrap_or(""));
            if apart(first.chars().next_back()) && apart(rest.chars().next()) { (first, rest) } else { ("", "") }
        }
        None => ("", ""),
    }
}

/// The sent text as keys, with the style of each word.
pub(super) fn keys(before: &[Inline], sent: &mut [Sent]) -> (Vec<Key>, Vec<Option<(bool, bool)>>) {
    let mut keys = Vec::new();
    let mut styles = Vec::new();
    let mut nth = 0;
    for piece in before {
        match (piece, sent.get_mut(nth)) {
            (Inline::Text(run), _) => {
                for token in tokens(&run.text) {
                    keys.push(Key::Word(token.text));
                    styles.push(Some((run.bold, run.italic)));
                }
            }
            (Inline::Break, _) => {
                keys.push(Key::Word("\n".to_owned()));
                styles.push(None);
            }
            (_, Some(one)) => {
                one.from = keys.len();
                if one.named {
                    keys.push(Key::Chip(nth));
                } else {
                    keys.extend(tokens(&one.shown).into_iter().map(|token| Key::Word(token.text)));
                }
                styles.resize(keys.len(), None);
                one.to = keys.len();
                nth += 1;
            }
            (_, None) => {}
        }
    }
    (keys, styles)
}
