//! The pieces of a row that stand in one cell each: lines, cut where a cell may begin inside one.

use super::lines::{Line, join};
use crate::deadline;
use crate::plan::read::cell::begins_one;
use crate::report::take_in::width::{first_word, width};

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Atom {
    pub(super) text: String,
    /// True when a line begins with it.
    pub(super) first: bool,
    /// True when its line goes on below, as far as a space at the end says so.
    pub(super) trail: bool,
    /// True when an empty line stands above it.
    pub(super) blank: bool,
    /// True when the name of a unit begins with it.
    pub(super) unit: bool,
    /// True when the words of a deadline may begin with it.
    pub(super) due: bool,
    /// True when it begins with a small letter.
    pub(super) small: bool,
    /// How wide it is, and its first word with a space.
    pub(super) width: u32,
    pub(super) first_word: u32,
    /// Its first two words in small letters.
    pub(super) begins: String,
}

impl Atom {
    fn new(text: &str, first: bool) -> Atom {
        let capital = text.starts_with(char::is_uppercase);
        Atom {
            first,
            unit: capital && begins_one(text),
            due: deadline::opens(text),
            small: text.starts_with(char::is_lowercase),
            width: width(text),
            first_word: first_word(text),
            begins: text.split(' ').take(2).collect::<Vec<_>>().join(" ").to_lowercase(),
            text: text.to_owned(),
            ..Atom::default()
        }
    }

    /// The pieces of a line: a cell begins with its first word, or inside it with a capital or a number.
    pub(super) fn of(words: &str, line: &Line) -> Vec<Atom> {
        Atom::cut(words, line, |rest| rest.starts_with(|sign: char| sign.is_uppercase() || sign.is_ascii_digit()))
    }

    /// The pieces of a line at the top of a page, where cells go on with any word.
    pub(super) fn each(words: &str, line: &Line) -> Vec<Atom> {
        Atom::cut(words, line, |_| true)
    }

    fn cut(words: &str, line: &Line, begins: impl Fn(&str) -> bool) -> Vec<Atom> {
        let mut atoms: Vec<Atom> = Vec::new();
        let mut from = 0;
        for (at, _) in words.match_indices(' ') {
            let rest = words.get(at + 1..).unwrap_or("");
            if begins(rest) {
                atoms.push(Atom::new(words.get(from..at).unwrap_or(""), from == 0));
                from = at + 1;
            }
        }
        atoms.push(Atom::new(words.get(from..).unwrap_or(""), from == 0));
        atoms.retain(|atom| !atom.text.is_empty());
        if let Some(first) = atoms.first_mut() {
            first.blank = line.blank;
        }
        if let Some(last) = atoms.last_mut() {
            last.trail = line.trail;
        }
        atoms
    }

    /// The words of some pieces.
    pub(super) fn words(part: &[Atom]) -> String {
        let mut words = String::new();
        for atom in part {
            join(&mut words, &atom.text);
        }
        words
    }

    /// The lines that some pieces are of: how wide each is, and its first word.
    pub(super) fn lines(part: &[Atom]) -> impl Iterator<Item = (u32, u32)> {
        part.chunk_by(|_, next| !next.first).map(|line| {
            let width: u32 = line.iter().map(|atom| atom.width).sum::<u32>() + 250 * u32::try_from(line.len().saturating_sub(1)).unwrap_or(0);
            (width, line.first().map_or(0, |atom| atom.first_word))
        })
    }
}
