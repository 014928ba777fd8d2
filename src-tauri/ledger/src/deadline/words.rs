//! From the letters of a deadline to its words.
//!
//! Everything that is only a way of writing ends here: composed and decomposed letters, capitals,
//! the place of the tone (hoà, hòa), i and y (quí, quý), spaces, dashes, `T7` and `Q3`. Text typed
//! wholly without marks is looked up without marks.

pub(super) use super::vocabulary::Word;
use super::vocabulary::{NUMERALS, VOCABULARY};
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a deadline is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// A word of the list below.
    Word(Word),
    /// A number of at most four digits, and how many were written.
    Number(u32, usize),
    /// I … XII.
    Roman(u32),
    /// `/ - . , :`
    Sign(char),
    /// Anything else: whoever meets it does not understand.
    Other,
}

/// Syllables of the longest entry.
const LONGEST: usize = 4;

struct Lists {
    marked: HashMap<String, Token>,
    bare: HashMap<String, Token>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut lists = Lists { marked: HashMap::new(), bare: HashMap::new() };
    let words = VOCABULARY.iter().map(|(phrase, word)| (phrase, Token::Word(*word)));
    let numerals = NUMERALS.iter().map(|(phrase, value)| (phrase, Token::Number(*value, 1 + usize::from(*value > 9))));
    for (phrase, token) in words.chain(numerals) {
        let letters: String = phrase.nfkd().collect();
        lists.marked.entry(each_syllable(&letters, key)).or_insert(token);
        lists.bare.entry(each_syllable(&letters, bare)).or_insert(token);
    }
    lists
});

/// The tokens of a deadline.
pub(super) fn tokens(words: &str) -> Vec<Token> {
    let letters: String = words.nfkd().flat_map(char::to_lowercase).filter_map(plain_sign).collect();
    let unmarked = !letters.chars().any(|c| is_combining_mark(c) || c == 'đ');
    let spell: fn(&str) -> String = if unmarked { bare } else { key };
    let list = if unmarked { &LISTS.bare } else { &LISTS.marked };

    let pieces: Vec<Piece> = pieces(&letters);
    let mut found = Vec::with_capacity(pieces.len());
    let mut rest = pieces.as_slice();
    while let Some((piece, after)) = rest.split_first() {
        rest = after;
        match piece {
            Piece::Digits(digits) => found.push(number(digits)),
            Piece::Sign(sign) => found.push(Token::Sign(*sign)),
            Piece::Letters(letters) => {
                let syllables = std::iter::once(*letters).chain(after.iter().map_while(|piece| match piece {
                    Piece::Letters(letters) => Some(*letters),
                    _ => None,
                }));
                let syllables: Vec<String> = syllables.take(LONGEST).map(spell).collect();
                let hit = (1..=syllables.len()).rev().find_map(|n| {
                    let phrase = syllables.get(..n)?.join(" ");
                    list.get(&phrase).map(|token| (n, *token))
                });
                match hit {
                    Some((n, token)) => {
                        found.push(token);
                        rest = after.get(n - 1..).unwrap_or_default();
                    }
                    None => found.extend(roman_or_other(letters, spell)),
                }
            }
        }
    }
    while let Some(Token::Sign(_)) = found.last() {
        found.pop();
    }
    found
}

/// A run of letters or digits, or one sign.
enum Piece<'a> {
    Letters(&'a str),
    Digits(&'a str),
    Sign(char),
}

fn pieces(letters: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = letters;
    while let Some(c) = rest.chars().next() {
        let run = |keep: fn(char) -> bool| rest.find(|c| !keep(c)).unwrap_or(rest.len());
        let length = if is_letter(c) {
            run(is_letter)
        } else if c.is_ascii_digit() {
            run(|c| c.is_ascii_digit())
        } else {
            c.len_utf8()
        };
        let (piece, after) = rest.split_at(length);
        if is_letter(c) {
            found.push(Piece::Letters(piece));
        } else if c.is_ascii_digit() {
            found.push(Piece::Digits(piece));
        } else if c == '.' && matches!(found.last(), Some(Piece::Letters(_))) {
            // "T.9", "Q.III", or the end of a sentence.
        } else if c == ':' && !after.starts_with(|c: char| c.is_ascii_digit()) {
            // "Thời hạn: …" is no time of day.
        } else if !c.is_whitespace() {
            found.push(Piece::Sign(c));
        }
        rest = after;
    }
    found
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c)
}

fn number(digits: &str) -> Token {
    match digits.parse() {
        Ok(value) if digits.len() <= 4 => Token::Number(value, digits.len()),
        _ => Token::Other,
    }
}

/// `iii`, or a quarter written in one: `qiii`, `quýiii`.
fn roman_or_other(letters: &str, spell: fn(&str) -> String) -> Vec<Token> {
    if let Some(value) = roman(letters) {
        return vec![Token::Roman(value)];
    }
    let quarter = letters.char_indices().find_map(|(at, _)| {
        let (name, rest) = letters.split_at(at);
        let named = matches!(spell(name).as_str(), "q" | "qui1" | "qui");
        roman(rest).filter(|_| named)
    });
    match quarter {
        Some(value) => vec![Token::Word(Word::Quarter), Token::Roman(value)],
        None => vec![Token::Other],
    }
}

fn roman(letters: &str) -> Option<u32> {
    const NUMERALS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    (1..).zip(NUMERALS).find_map(|(value, numeral)| (numeral == letters).then_some(value))
}

/// One sign for all that look alike; `None` for what can't be seen.
fn plain_sign(c: char) -> Option<char> {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '÷' => Some('-'),
        '\u{2044}' | '\u{2215}' | '\\' => Some('/'),
        ';' | '&' | '+' | '(' | '[' => Some(','),
        ')' | ']' | '"' | '\'' | '“' | '”' | '*' => Some(' '),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => None,
        // Old fonts write the Icelandic eth for đ.
        'ð' => Some('đ'),
        c => Some(c),
    }
}

fn each_syllable(letters: &str, spell: fn(&str) -> String) -> String {
    letters.split(' ').map(spell).collect::<Vec<_>>().join(" ")
}

/// A syllable with its tone at the end, y as i: one spelling for `hoà` and `hòa`, `quí` and `quý`.
fn key(syllable: &str) -> String {
    let mut tone = None;
    let mut spelled = String::with_capacity(syllable.len() + 1);
    for c in syllable.chars() {
        match c {
            '\u{301}' => tone = Some('1'),
            '\u{300}' => tone = Some('2'),
            '\u{309}' => tone = Some('3'),
            '\u{303}' => tone = Some('4'),
            '\u{323}' => tone = Some('5'),
            'y' => spelled.push('i'),
            c => spelled.push(c),
        }
    }
    spelled.extend(tone);
    spelled
}

/// A syllable without any mark.
fn bare(syllable: &str) -> String {
    let plain = syllable.chars().filter(|c| !is_combining_mark(*c));
    plain
        .map(|c| {
            if c == 'đ' {
                'd'
            } else if c == 'y' {
                'i'
            } else {
                c
            }
        })
        .collect()
}
