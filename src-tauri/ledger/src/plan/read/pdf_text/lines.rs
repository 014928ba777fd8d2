//! The lines of a text, with what they tell of where cells end.

use crate::plan::read::words::tidy;
use unicode_normalization::UnicodeNormalization;

/// A line with words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Line {
    /// Its words, tidy, never empty.
    pub(super) text: String,
    /// Its words where they stand.
    pub(super) placed: Vec<Placed>,
    /// True when a space stands at its end: many viewers leave one where a cell's words go on.
    pub(super) trail: bool,
    /// True when an empty line stands above it.
    pub(super) blank: bool,
    /// True when a page begins with it.
    pub(super) page: bool,
}

/// A word and the place of its first sign in the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) at: usize,
    pub(super) word: String,
}

impl Placed {
    /// The place after its last sign.
    pub(super) fn end(&self) -> usize {
        self.at + self.word.chars().count()
    }
}

/// The lines of a text, empty ones left out.
pub(super) fn read(text: &str) -> Vec<Line> {
    // A viewer marks a hyphen that ends a line with a sign of its own.
    let text = text.replace('\u{2}', "-").replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{2028}', '\u{2029}'], "\n").replace('\u{c}', "\n\u{c}");
    let mut lines: Vec<Line> = Vec::new();
    let (mut blank, mut page) = (false, false);
    for raw in text.split('\n') {
        page |= raw.starts_with('\u{c}');
        let words = tidy(raw);
        if words.is_empty() {
            // The sign of a page is no empty line.
            blank |= !raw.starts_with('\u{c}');
            continue;
        }
        let trail = raw.ends_with([' ', '\u{a0}']);
        lines.push(Line { placed: placed(raw), text: words, trail, blank, page });
        (blank, page) = (false, false);
    }
    // Spaces that fill nearly every line tell nothing.
    let trails = lines.iter().filter(|line| line.trail).count();
    if trails * 20 > lines.len() * 19 || trails * 8 < lines.len() {
        lines.iter_mut().for_each(|line| line.trail = false);
    }
    lines
}

fn placed(raw: &str) -> Vec<Placed> {
    let mut words: Vec<Placed> = Vec::new();
    let mut open = false;
    for (at, sign) in raw.trim_start_matches('\u{c}').nfc().enumerate() {
        if sign.is_whitespace() {
            open = false;
        } else if let Some(last) = words.last_mut().filter(|_| open) {
            last.word.push(sign);
        } else {
            words.push(Placed { at, word: sign.to_string() });
            open = true;
        }
    }
    words.iter_mut().for_each(|placed| placed.word = tidy(&placed.word));
    words.retain(|placed| !placed.word.is_empty());
    words
}

/// Two parts of a cell as one: a word that was broken after a hyphen inside it is whole again.
pub(super) fn join(text: &mut String, more: &str) {
    let inside = text.strip_suffix('-').is_some_and(|before| before.ends_with(char::is_alphanumeric)) && more.starts_with(char::is_alphanumeric);
    if !text.is_empty() && !more.is_empty() && !inside {
        text.push(' ');
    }
    text.push_str(more);
}
