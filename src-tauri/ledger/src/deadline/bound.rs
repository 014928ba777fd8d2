//! What stands before a day: trước, chậm nhất, đến hết.

use super::phrase::Phrase;
use super::point::Point;
use super::words::{Token, Word};
use super::{Before, Span};
use chrono::NaiveDate;

/// How a named day bounds the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    /// On it, or in it.
    In,
    /// Trước: it is over when the day comes.
    Before,
    /// Chậm nhất, đến hết: the day still counts.
    Latest,
}

/// `trước`, `chậm nhất`, `đến hết`, with a time of day behind it if there is one. Before an hour
/// of a day is on that day.
pub(super) fn bound(words: &mut Phrase<'_>) -> Bound {
    words.fillers();
    let bound = if words.word(Word::Before) {
        Bound::Before
    } else if words.word(Word::Latest) || words.word(Word::Until) {
        Bound::Latest
    } else {
        Bound::In
    };
    words.fillers();
    match words.attempt(time_of_day) {
        Some(()) => Bound::Latest,
        None => bound,
    }
}

impl Bound {
    /// Passes over the bound said again inside a list: `trước 15/6 và trước 15/12`.
    pub(super) fn again(self, words: &mut Phrase<'_>) {
        words.fillers();
        let _ = match self {
            Bound::In => false,
            Bound::Before => words.word(Word::Before),
            Bound::Latest => words.word(Word::Latest) || words.word(Word::Until),
        };
    }
}

/// `17 giờ`, `17h00`, `17 giờ 30 phút`, `17:00`.
fn time_of_day(words: &mut Phrase<'_>) -> Option<()> {
    words.small().filter(|hour| *hour <= 24)?;
    if !words.word(Word::Hour) && !words.sign(':') {
        return None;
    }
    if words.small().is_some_and(|minute| minute > 59) {
        return None;
    }
    words.word(Word::Minute);
    words.sign(',');
    words.fillers();
    // It must be followed by its day.
    matches!(words.peek(), Some(Token::Word(Word::Day) | Token::Number(..))).then_some(())
}

/// The last day, and whether the words say "trước". The office's setting speaks of days; before a
/// month, a quarter or a year always ends on the day before its first.
pub(super) fn last_day(bound: Bound, point: Point, span: Span, before: Before) -> Option<(NaiveDate, bool)> {
    match bound {
        Bound::In | Bound::Latest => Some((span.last, false)),
        Bound::Before if point.is_day() && before == Before::Inclusive => Some((span.last, true)),
        Bound::Before => Some((span.first.pred_opt()?, true)),
    }
}
