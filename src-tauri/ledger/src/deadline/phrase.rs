//! Reading along the words: what the grammar's parts share.

use super::words::{Token, Word};

/// What is still to be read. Copied to look ahead, written back when a part was understood.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase<'a> {
    rest: &'a [Token],
}

impl<'a> Phrase<'a> {
    pub(super) fn new(rest: &'a [Token]) -> Phrase<'a> {
        Phrase { rest }
    }

    pub(super) fn rest(&self) -> &'a [Token] {
        self.rest
    }

    pub(super) fn peek(&self) -> Option<Token> {
        self.rest.first().copied()
    }

    pub(super) fn next(&mut self) -> Option<Token> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    /// Takes the next token if it is this one.
    pub(super) fn take(&mut self, token: Token) -> bool {
        let hit = self.peek() == Some(token);
        if hit {
            self.next();
        }
        hit
    }

    pub(super) fn word(&mut self, word: Word) -> bool {
        self.take(Token::Word(word))
    }

    pub(super) fn sign(&mut self, sign: char) -> bool {
        self.take(Token::Sign(sign))
    }

    /// A number of at most two digits: a day, a month, a quarter, a count.
    pub(super) fn small(&mut self) -> Option<u32> {
        match self.peek() {
            Some(Token::Number(value, 1 | 2)) => {
                self.next();
                Some(value)
            }
            _ => None,
        }
    }

    /// `1`, `một`.
    pub(super) fn once(&mut self) -> bool {
        self.word(Word::One) || self.attempt(|w| (w.small()? == 1).then_some(())).is_some()
    }

    /// A year of four digits, 1990 to 2100.
    pub(super) fn year(&mut self) -> Option<i32> {
        match self.peek() {
            Some(Token::Number(value @ 1990..=2100, 4)) => {
                self.next();
                i32::try_from(value).ok()
            }
            _ => None,
        }
    }

    /// `,` or `và`, or both.
    pub(super) fn separator(&mut self) -> bool {
        let comma = self.sign(',');
        self.word(Word::And) || comma
    }

    /// Passes over words that say nothing about the day.
    pub(super) fn fillers(&mut self) {
        while self.word(Word::Filler) || self.word(Word::In) {}
    }

    /// Reads a part, or leaves the phrase as it was.
    pub(super) fn attempt<T>(&mut self, part: impl FnOnce(&mut Phrase<'a>) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let found = part(&mut ahead)?;
        *self = ahead;
        Some(found)
    }

    /// True when only words are left that say nothing.
    pub(super) fn ended(mut self) -> bool {
        while self.word(Word::Filler) || self.sign(',') {}
        self.rest.is_empty()
    }
}
