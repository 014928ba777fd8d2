//! Figures and citations that are found again as they were, word for word.

use super::keys::{Home, Key, Sent};
use super::numbers::Number;
use super::words::{Token, tokens};
use crate::paper::Inline;

/// Where a figure or citation stands at home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) from: usize,
    pub(super) to: usize,
    /// Which one among those that were sent.
    pub(super) nth: usize,
    /// Its words, when they were changed.
    pub(super) now: Option<String>,
}

/// Whether nothing has these places yet.
pub(super) fn is_free(places: &[Place], from: usize, to: usize) -> bool {
    places.iter().all(|place| to <= place.from || place.to <= from)
}

/// The places of all that controls name, and of phrases and citations by their own words.
///
/// Of a phrase only the numbers may be others: one that was written anew is words.
pub(super) fn places(sent: &[Sent], home: &[Home], pairs: &[(usize, usize)]) -> Vec<Place> {
    let named = |nth: usize| home.iter().position(|home| home.key == Key::Chip(nth));
    let mut places: Vec<Place> = (0..sent.len()).filter_map(|nth| named(nth).map(|at| Place { from: at, to: at + 1, nth, now: None })).collect();
    let phrases: Vec<(usize, &Sent, Vec<Token>)> = sent
        .iter()
        .enumerate()
        .filter(|(_, one)| !one.named && one.from < one.to && Number::of(one).is_none())
        .map(|(nth, one)| (nth, one, tokens(&one.shown)))
        .collect();
    for is_masked in [false, true] {
        for (nth, one, own) in &phrases {
            let is_figure = matches!(one.piece, Inline::Figure(_));
            // What a citation shows may be said of something else too.
            let may_stand = |at: usize| {
                let stays = pairs.contains(&(one.from, at));
                let is_known = own.iter().filter(|token| token.text.chars().all(char::is_alphabetic)).count() > 1;
                stays || (is_figure && is_known)
            };
            let has_place = |nth: usize| places.iter().any(|place| place.nth == nth);
            // Two phrases that differ in their numbers alone can't be told apart once those are others.
            let has_twin = || phrases.iter().any(|(other, _, words)| other != nth && !has_place(*other) && is_like(own, words, true));
            if has_place(*nth) || (is_masked && (!is_figure || has_twin())) {
                continue;
            }
            let mut found: Vec<usize> =
                (0..home.len()).filter(|at| stands(own, home, *at, is_masked) && is_free(&places, *at, at + own.len()) && may_stand(*at)).collect();
            found.sort_by_key(|at| !pairs.contains(&(one.from, *at)));
            let Some(at) = found.first().copied() else { continue };
            let to = at + own.len();
            let words: String = home.get(at..to).unwrap_or(&[]).iter().map(|one| one.token.shown()).collect();
            let space = one.shown.get(..one.shown.len() - one.shown.trim_start().len()).unwrap_or("");
            let now = is_masked.then(|| format!("{space}{}", words.trim()));
            places.push(Place { from: at, to, nth: *nth, now });
        }
    }
    places
}

/// Whether these words stand at a place.
fn stands(own: &[Token], home: &[Home], at: usize, is_masked: bool) -> bool {
    let Some(there) = home.get(at..at + own.len()) else { return false };
    there.iter().all(|one| matches!(one.key, Key::Word(_))) && own.iter().zip(there).all(|(own, there)| is_same(own, &there.token, is_masked))
}

/// Whether two texts are one, numbers apart where they may be others.
fn is_like(one: &[Token], other: &[Token], is_masked: bool) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other, is_masked))
}

fn is_same(one: &Token, other: &Token, is_masked: bool) -> bool {
    one.text == other.text || (is_masked && one.is_number() && other.is_number())
}
