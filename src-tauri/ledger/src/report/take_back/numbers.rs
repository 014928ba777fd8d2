//! Which number of a returned text is which figure: by its value, its control and the words around it.
//!
//! A number that can't be told stays as it came, as words: never does a figure stand where the file
//! says the number of another.

use super::around::{Alike, Around};
use super::keys::{Home, Key, Sent};
use super::whole::{Place, is_free};
use super::words::{Token, tokens};
use crate::paper::Inline;
use std::cmp::Ordering;

/// What a figure shows: a number, and what belongs to it (`%`, `triệu đồng`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: String,
    unit: Vec<String>,
}

/// The most words of a unit.
const UNIT: usize = 2;
/// A number of so many figures is known by itself.
const LONG: usize = 3;

impl Number {
    /// The number that a figure shows; `None` for a phrase.
    pub(super) fn of(one: &Sent) -> Option<Number> {
        let mut shown = tokens(&one.shown).into_iter();
        let value = shown.next().filter(Token::is_number)?.text;
        let unit: Vec<String> = shown.map(|token| token.text).collect();
        let is_number = unit.len() <= UNIT && unit.iter().all(|word| word == "%" || word.chars().all(char::is_alphabetic));
        (is_number && matches!(one.piece, Inline::Figure(_))).then_some(Number { value, unit })
    }

    /// Whether a number of the same kind, with the same unit, begins these tokens.
    pub(super) fn begins<'a>(&self, mut tokens: impl Iterator<Item = &'a Token>) -> bool {
        let kind = |text: &str| text.chars().filter(|sign| "/-".contains(*sign)).count();
        let is_number = tokens.next().is_some_and(|first| first.is_number() && kind(&first.text) == kind(&self.value));
        let has_unit = self.unit.iter().all(|word| tokens.next().is_some_and(|next| next.text == *word));
        // `12/QĐ-UBND` counts nothing, `5%` is not 5.
        is_number && has_unit && tokens.next().is_none_or(|next| next.space || !matches!(next.text.as_str(), "%" | "/"))
    }

    /// How many tokens it is.
    pub(super) fn len(&self) -> usize {
        1 + self.unit.len()
    }
}

/// Whether two numbers are one, with or without a zero before them.
pub(super) fn same(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.trim_start_matches('0').to_owned();
    plain(one) == plain(other)
}

/// A figure, and a number that may be it.
struct Pair {
    nth: usize,
    at: usize,
    alike: Alike,
    /// It stands where the figure stood among the words that both texts have in common.
    in_order: bool,
    /// It stands in the figure's control.
    hinted: bool,
}

/// The figures of a text that show a number, and the numbers they may be at home.
pub(super) struct Numbers<'a> {
    home: &'a [Home],
    figures: Vec<Option<Number>>,
    pairs: Vec<Pair>,
    /// Numbers of figures beside this text, in other cells of a row.
    beside: &'a [String],
}

impl<'a> Numbers<'a> {
    /// `common` are the places of what both texts have in common.
    pub(super) fn new(sent: &[Sent], keys: &[Key], home: &'a [Home], common: &[(usize, usize)], beside: &'a [String]) -> Numbers<'a> {
        let mut numbers = Numbers { home, figures: sent.iter().map(Number::of).collect(), pairs: Vec::new(), beside };
        let home_keys: Vec<Key> = home.iter().map(|one| one.key.clone()).collect();
        let mut pairs = Vec::new();
        for (nth, one) in sent.iter().enumerate() {
            let Some(number) = numbers.figure(nth) else { continue };
            let own = Around::of(keys, one.from, one.to);
            for at in (0..home.len()).filter(|at| numbers.begins(number, *at)) {
                let alike = own.alike(&Around::of(&home_keys, at, at + number.len()));
                let in_order = common.iter().any(|(from, to)| (*from == one.from && *to == at) || (*from + 1 == one.from && *to + 1 == at));
                pairs.push(Pair { nth, at, alike, in_order, hinted: home.get(at).is_some_and(|home| home.hint == Some(nth)) });
            }
        }
        numbers.pairs = pairs;
        numbers
    }

    /// Finds the places of these figures besides those that are taken already.
    pub(super) fn place(mut self, places: &mut Vec<Place>) {
        self.pairs.sort_by_key(|pair| std::cmp::Reverse((pair.alike.score() + usize::from(pair.hinted), pair.in_order)));
        let mut found = usize::MAX;
        // A figure that has its place is no rival any more: each round may tell more of the others.
        while found != places.len() {
            found = places.len();
            for pair in &self.pairs {
                self.put(pair, places, false);
            }
        }
        // What a control says goes before what only the words say.
        self.pairs.sort_by_key(|pair| std::cmp::Reverse((pair.hinted, pair.alike.score(), pair.in_order)));
        for pair in &self.pairs {
            self.put(pair, places, true);
        }
    }

    /// Puts a figure at a number, where neither has its place yet and it is that one; `changed`: it reads otherwise now.
    fn put(&self, pair: &Pair, places: &mut Vec<Place>, changed: bool) {
        let Some(number) = self.figure(pair.nth) else { return };
        let to = pair.at + number.len();
        let is_open = places.iter().all(|place| place.nth != pair.nth) && is_free(places, pair.at, to);
        if !is_open || changed == (self.value(pair.at) == number.value) {
            return;
        }
        if !changed && self.is_sure(pair, number, places) {
            places.push(Place { from: pair.at, to, nth: pair.nth, now: None });
        } else if changed && self.is_changed(pair, places) {
            let now: String = self.home.get(pair.at..to).unwrap_or(&[]).iter().map(|one| one.token.shown()).collect();
            places.push(Place { from: pair.at, to, nth: pair.nth, now: Some(now.trim().to_owned()) });
        }
    }

    fn figure(&self, nth: usize) -> Option<&Number> {
        self.figures.get(nth).and_then(Option::as_ref)
    }

    fn value(&self, at: usize) -> &str {
        self.home.get(at).map_or("", |home| home.token.text.as_str())
    }

    /// Whether a number that this figure could show begins at a place.
    fn begins(&self, number: &Number, at: usize) -> bool {
        let words = self.home.get(at..).unwrap_or(&[]);
        let is_rest = at > 0 && self.home.get(at).is_some_and(|one| !one.token.space) && self.value(at - 1) == "/";
        !is_rest && words.iter().take(number.len()).all(|one| matches!(one.key, Key::Word(_))) && number.begins(words.iter().map(|one| &one.token))
    }

    /// The other figures that a number may be.
    fn rivals(&self, pair: &Pair) -> impl Iterator<Item = &Pair> {
        let (nth, at) = (pair.nth, pair.at);
        self.pairs.iter().filter(move |other| other.at == at && other.nth != nth)
    }

    /// Whether a number that a figure shows is that figure, not a count of something else.
    fn is_sure(&self, pair: &Pair, number: &Number, places: &[Place]) -> bool {
        let is_long = number.value.chars().filter(char::is_ascii_digit).count() >= LONG;
        let is_same = |other: &Pair| self.figure(other.nth).is_some_and(|one| one.value == number.value);
        // One that has its place is no rival, unless only its control has put it there: with the same number in the
        // same words it may as well be here.
        let is_better = |other: &Pair, place: &Place| {
            let there = self.pairs.iter().find(|one| one.nth == other.nth && one.at == place.from);
            there.is_some_and(|there| there.alike.score() < other.alike.score() + usize::from(is_same(other) && there.hinted))
        };
        let may_be = |other: &Pair| places.iter().filter(|place| place.nth == other.nth).all(|place| is_better(other, place));
        // What tells much by itself gives way only where all around it is the clause of another.
        let counts = |other: &Pair| is_same(other) || other.alike.is_clause() || !(is_long || pair.hinted);
        let rivals: Vec<&Pair> = self.rivals(pair).filter(|other| may_be(other) && counts(other)).collect();
        let is_only = !rivals.iter().any(|other| is_same(other)) && (is_long || (pair.in_order && pair.alike.is_near()));
        let is_known = pair.hinted || pair.alike.is_sure() || is_only;
        let is_less = |other: &&Pair| match other.alike.score().cmp(&pair.alike.score()) {
            Ordering::Less => true,
            Ordering::Equal => pair.hinted || (pair.in_order && pair.alike.is_whole()),
            Ordering::Greater => false,
        };
        is_known && rivals.iter().all(is_less)
    }

    /// Whether another number stands in the place of a figure.
    fn is_changed(&self, pair: &Pair, places: &[Place]) -> bool {
        let now = self.value(pair.at);
        // The number of another figure is that figure's, unless it has its place and all here speaks for this one.
        let is_namesake = |nth: &usize| *nth != pair.nth && self.figure(*nth).is_some_and(|number| same(&number.value, now));
        let namesakes: Vec<usize> = (0..self.figures.len()).filter(is_namesake).collect();
        let is_left = namesakes.iter().any(|nth| places.iter().all(|place| place.nth != *nth));
        if is_left || (!namesakes.is_empty() && !pair.alike.is_clause()) || self.beside.iter().any(|value| same(value, now)) {
            return false;
        }
        let is_less = |other: &Pair| match other.alike.score().cmp(&pair.alike.score()) {
            Ordering::Less => true,
            Ordering::Greater => false,
            Ordering::Equal => match places.iter().find(|place| place.nth == other.nth) {
                // The other one stands before or behind, as it did.
                Some(place) => (place.from < pair.at) == (other.nth < pair.nth),
                None => pair.hinted || (pair.in_order && pair.alike.is_whole()),
            },
        };
        let mut elsewhere = self.pairs.iter().filter(|other| other.nth == pair.nth && other.at != pair.at && is_free(places, other.at, other.at + 1));
        let is_only = pair.hinted || pair.in_order || elsewhere.all(|other| other.alike.score() < pair.alike.score());
        (pair.hinted || pair.alike.is_clause()) && is_only && self.rivals(pair).all(is_less)
    }
}
