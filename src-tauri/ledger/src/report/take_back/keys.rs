//! Two texts as keys: words one by one, and figures and citations whole where both name them.

use super::numbers::Number;
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
    /// The figure in whose control this number stands.
    pub(super) hint: Option<usize>,
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

/// What a piece of the returned text is.
enum Of {
    Words,
    /// A control of a chip that was sent here.
    Own(usize),
    /// A copy of one from elsewhere in the report.
    Other(usize),
}

/// The returned text as keys: a control that shows the phrase or citation it showed is one key, all else is words.
pub(super) fn home(after: &[Said], sent: &mut [Sent], foreign: &mut Vec<Inline>, others: &[Inline]) -> Vec<Home> {
    let mut is_told = vec![false; sent.len()];
    let mut pieces: Vec<(&str, Of)> = Vec::new();
    for piece in after {
        let (tag, shown) = match piece {
            Said::Words(words) => {
                pieces.push((words, Of::Words));
                continue;
            }
            Said::Chip(tag, shown) => (tag, shown),
        };
        let is_here = |nth: usize, one: &Sent| one.tag == *tag && !is_told.get(nth).copied().unwrap_or_default();
        let of = |exactly: bool| sent.iter().enumerate().position(|(nth, one)| is_here(nth, one) && (!exactly || one.shown.trim() == shown.trim()));
        let nth = of(true).or_else(|| of(false).filter(|nth| sent.get(*nth).is_some_and(|one| matches!(one.piece, Inline::Figure(_)))));
        let is_copy = |other: &&Inline| Tag::of(other).as_ref() == Some(tag) && Inline::plain(std::slice::from_ref(other)).trim() == shown.trim();
        let of = match (nth, others.iter().find(is_copy)) {
            _ if shown.trim().is_empty() => continue,
            (Some(nth), _) => {
                is_told.get_mut(nth).into_iter().for_each(|told| *told = true);
                Of::Own(nth)
            }
            (None, Some(other)) => {
                foreign.push(other.clone());
                Of::Other(foreign.len() - 1)
            }
            (None, None) => Of::Words,
        };
        pieces.push((shown, of));
    }
    let told = tokens_in(pieces.iter().map(|(words, _)| *words));
    let mut home: Vec<Home> = Vec::new();
    for (nth, (_, of)) in pieces.iter().enumerate() {
        let tokens: Vec<&Token> = told.iter().filter(|(_, piece)| *piece == nth).map(|(token, _)| token).collect();
        match of {
            Of::Words => home.extend(tokens.into_iter().map(word)),
            Of::Other(nth) => home.extend(whole(Key::Other(*nth), &tokens)),
            Of::Own(nth) => home.extend(own(*nth, sent, &tokens)),
        }
    }
    home
}

/// What stands in a chip's own control: the chip, and what was written around it; or only words.
fn own(nth: usize, sent: &mut [Sent], shown: &[&Token]) -> Vec<Home> {
    let Some(one) = sent.get_mut(nth) else { return Vec::new() };
    let own = tokens(&one.shown);
    let number = Number::of(one);
    let numbers = shown.iter().filter(|token| token.is_number()).count();
    let stands = |at: usize| {
        let there = shown.get(at..at + own.len()).is_some_and(|there| own.iter().zip(there).all(|(own, there)| own.text == there.text));
        // Where more numbers stand in it, the words around them tell which one it is.
        there && !own.is_empty() && number.as_ref().is_none_or(|number| number.begins(shown.iter().skip(at).copied()) && (at == 0 || numbers == 1))
    };
    let at = (0..shown.len()).find(|at| stands(*at));
    let words = |tokens: &[&Token]| tokens.iter().copied().map(word).collect::<Vec<Home>>();
    if let Some(number) = number {
        // Of numbers that are alike the words around tell more than the control does: it may have been typed over.
        let begins = || number.begins(shown.iter().copied()).then_some(0);
        let mut all = words(shown);
        at.or_else(begins).and_then(|at| all.get_mut(at)).into_iter().for_each(|home| home.hint = Some(nth));
        return all;
    }
    one.named = at.is_some();
    match at.and_then(|at| Some((shown.get(..at)?, shown.get(at..at + own.len())?, shown.get(at + own.len()..)?))) {
        Some((first, chip, rest)) => words(first).into_iter().chain(whole(Key::Chip(nth), chip)).chain(words(rest)).collect(),
        None => words(shown),
    }
}

fn word(token: &Token) -> Home {
    Home { key: Key::Word(token.text.clone()), token: token.clone(), more: String::new(), hint: None }
}

/// Tokens as one key; none for none.
fn whole(key: Key, tokens: &[&Token]) -> Option<Home> {
    let (first, rest) = tokens.split_first()?;
    Some(Home { key, token: (*first).clone(), more: rest.iter().map(|token| token.shown()).collect(), hint: None })
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
