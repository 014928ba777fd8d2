//! Deadlines without a day of their own: thường xuyên, theo yêu cầu, so many days after an event.

use super::phrase::Phrase;
use super::words::{Token, Word};
use super::{Deadline, Kind};

/// `Thường xuyên`, `thường xuyên trong năm`, `hằng ngày`: anything beside it that names a day or a
/// period makes it a question.
pub(super) fn continuous(mut words: Phrase<'_>) -> Option<Deadline> {
    words.fillers();
    let daily = words.attempt(|w| (w.word(Word::Every) && w.word(Word::Day)).then_some(())).is_some();
    let rest = words.rest();
    let always = rest.iter().position(|token| *token == Token::Word(Word::Always));
    let (lead, tail) = match (daily, always) {
        (true, _) => (&[][..], rest),
        (false, Some(at)) => rest.split_at(at),
        (false, None) => return None,
    };
    let idle = |token: &Token| {
        matches!(
            token,
            Token::Word(Word::Filler | Word::In | Word::Year | Word::Whole | Word::Every | Word::And | Word::Always | Word::Of)
                | Token::Number(1990..=2100, 4)
                | Token::Sign(',' | '-')
        )
    };
    let names_no_day = |token: &Token| {
        !matches!(
            token,
            Token::Number(..)
                | Token::Roman(_)
                | Token::Word(
                    Word::Before | Word::Latest | Word::Until | Word::From | Word::Week | Word::Month | Word::Quarter | Word::Periodic | Word::Stage
                )
        )
    };
    let fits = lead.iter().all(idle) && if daily { tail.iter().all(idle) } else { tail.iter().all(|token| idle(token) || names_no_day(token)) };
    fits.then(|| Deadline::of(Kind::Continuous))
}

/// What so many are counted of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Days,
    WorkingDays,
    Weeks,
    Months,
    Hours,
}

/// `05 ngày làm việc`, `2 tuần`, `24 giờ`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) number: u32,
    pub(super) unit: Unit,
}

/// `20 ngày sau khi …`, `trong 05 ngày làm việc kể từ …`, `sau khi … 10 ngày`.
pub(super) fn relative(words: Phrase<'_>) -> Option<Deadline> {
    parts(words).map(|_| Deadline::of(Kind::Relative))
}

/// The count of a relative deadline and the words of its event.
pub(super) fn parts(mut words: Phrase<'_>) -> Option<(Count, &[Token])> {
    // Nothing counts backwards: a day before the event is a question.
    if words.rest().contains(&Token::Word(Word::Ahead)) {
        return None;
    }
    words.fillers();
    let after_event = matches!(words.peek(), Some(Token::Word(Word::When | Word::After)));
    while words.word(Word::Latest) || words.word(Word::Before) || words.word(Word::Filler) || words.word(Word::In) {}
    let after_count = words.word(Word::After);
    words.fillers();
    if let Some((count, rest)) = words.attempt(|w| count(w).map(|count| (count, w.rest()))) {
        let told = match rest {
            [Token::Number(..), ..] => false,
            [Token::Word(Word::When | Word::After), _, ..] => true,
            [Token::Word(Word::From), rest @ ..] => !names_a_period(rest),
            [_, ..] => after_count,
            [] => false,
        };
        return told.then_some((count, rest));
    }
    // "Sau khi Tỉnh ủy ban hành văn bản 20 ngày": the count stands behind the event.
    let counted = |at: usize| {
        let mut tail = Phrase::new(words.rest().get(at..).unwrap_or_default());
        count(&mut tail).filter(|_| !matches!(tail.peek(), Some(Token::Number(..))))
    };
    let behind = (0..words.rest().len()).find_map(counted);
    behind.filter(|_| after_event).map(|count| (count, words.rest()))
}

fn count(words: &mut Phrase<'_>) -> Option<Count> {
    let Some(Token::Number(number, 1..=3)) = words.next() else { return None };
    let unit = match words.next() {
        Some(Token::Word(Word::Day)) => Unit::Days,
        Some(Token::Word(Word::Week)) => Unit::Weeks,
        Some(Token::Word(Word::Month)) => Unit::Months,
        Some(Token::Word(Word::Hour)) => Unit::Hours,
        _ => return None,
    };
    let working = words.word(Word::Working);
    words.sign(',');
    Some(Count { number, unit: if working && unit == Unit::Days { Unit::WorkingDays } else { unit } })
}

/// A count from a period on is a span of the calendar, not days after an event.
fn names_a_period(rest: &[Token]) -> bool {
    matches!(rest, [] | [Token::Word(Word::Month | Word::Quarter | Word::Year), Token::Number(..) | Token::Roman(_), ..])
}

/// `Theo yêu cầu của …`, `khi phát sinh`, `đột xuất`, `sau Đại hội`: no day until the request is
/// noted. A day named beside it makes it a question.
pub(super) fn triggered(mut words: Phrase<'_>) -> Option<Deadline> {
    words.fillers();
    let starts = match (words.next()?, words.peek()) {
        (Token::Word(Word::Sudden), _) => true,
        (Token::Word(Word::By | Word::When | Word::Ahead | Word::After), None | Some(Token::Number(..) | Token::Word(Word::Day))) => false,
        (Token::Word(Word::By | Word::When | Word::Ahead | Word::After), Some(_)) => true,
        _ => false,
    };
    (starts && !names_a_day(words.rest())).then(|| Deadline::of(Kind::Triggered))
}

/// True when the rest holds a deadline of its own: a bound and a number after it, a month or
/// quarter by number, a period that comes back.
fn names_a_day(rest: &[Token]) -> bool {
    let numbered = |at: usize| rest.get(at..).unwrap_or_default().iter().take(3).any(|token| matches!(token, Token::Number(..) | Token::Roman(_)));
    rest.iter().enumerate().any(|(at, token)| match token {
        Token::Word(Word::Before | Word::Latest | Word::Until | Word::Month | Word::Quarter) => numbered(at + 1),
        Token::Word(Word::Every | Word::Periodic) => true,
        _ => false,
    })
}
