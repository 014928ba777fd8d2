//! Deadlines that come back: hằng quý, trước ngày 20 của tháng cuối quý, trước 15/12 hằng năm.

use super::bound::{Bound, bound};
use super::occurrences::apart;
use super::phrase::Phrase;
use super::point::{Point, Shape, point};
use super::series::{Series, series};
use super::times::{once_in_months, times_in_a_period};
use super::window::recurring;
use super::words::{Token, Word};
use super::{Before, Deadline, Span, period};
use chrono::Datelike;

/// One rule; several may stand side by side (`hằng quý, 6 tháng, năm`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// Every week, Monday to Sunday.
    Weeks,
    /// Every week, to a day counted from Monday.
    Weekday(u32, Bound),
    /// The halves of every month.
    HalfMonths,
    /// Every so many months, counted from January; the number divides the year.
    Months(u32),
    /// Every month, on a day; shorter months on their last.
    DayOfMonth(u32, Bound),
    /// One month of every quarter, 1 to 3.
    MonthOfQuarter(u32),
    /// A day in one month of every quarter.
    DayOfQuarter { month: u32, day: u32, bound: Bound },
    /// The same piece of the calendar every year.
    Yearly(Point, Bound),
}

/// Reads the whole phrase, or nothing.
pub(super) fn read(mut words: Phrase<'_>, plan: Span, before: Before) -> Option<Deadline> {
    words.fillers();
    let rules = words
        .attempt(|w| complete(w, dated))
        .or_else(|| words.attempt(|w| complete(w, periods_then_dated)))
        .or_else(|| words.attempt(|w| complete(w, periods)))?;
    let (rules, year) = rules;
    let says_before = rules.iter().any(|rule| rule.bound() == Some(Bound::Before));
    // The day before 1 January belongs to the rule of the next year.
    let years = *period::years(plan).start()..=*period::years(plan).end() + 1;
    let mut found = apart(years.flat_map(|year| rules.iter().flat_map(move |rule| rule.year(year, before))).collect());
    found.retain(|span| (plan.first..=plan.last).contains(&span.last) && year.is_none_or(|year| span.last.year() == year));
    Some(Deadline { before: says_before, ..recurring(found) })
}

type Rules = Vec<Rule>;

/// A part that must be all there is, but for a year and an "… và đột xuất" without days.
fn complete<'a>(words: &mut Phrase<'a>, part: fn(&mut Phrase<'a>) -> Option<Rules>) -> Option<(Rules, Option<i32>)> {
    let rules = part(words)?;
    let year = words.attempt(|w| {
        w.sign(',');
        let inside = w.word(Word::In) | w.word(Word::Of);
        let named = w.word(Word::Year);
        match w.year() {
            Some(year) => Some(Some(year)),
            None => (inside && named).then_some(None),
        }
    });
    let open_end = words.separator()
        && matches!(words.peek(), Some(Token::Word(Word::Sudden | Word::By | Word::When | Word::Ahead)))
        && !words.rest().iter().any(|token| matches!(token, Token::Number(..)));
    (open_end || words.ended()).then_some((rules, year.flatten()))
}

/// `trước ngày 25 hằng tháng`, `trước 15/12 hằng năm`, `thứ sáu hằng tuần`, `tháng cuối quý`.
fn dated(words: &mut Phrase<'_>) -> Option<Rules> {
    words.word(Word::Periodic);
    let bound = bound(words);
    words
        .attempt(|w| days_of_a_period(w, bound))
        .or_else(|| words.attempt(|w| weekday(w, bound).filter(|_| w.word(Word::Every) && w.word(Word::Week))))
        .or_else(|| words.attempt(|w| yearly(w, bound).filter(|_| w.word(Word::Every) && w.word(Word::Year))))
        .or_else(|| words.attempt(|w| month_of_quarter(w).filter(|_| bound == Bound::In).map(|month| vec![Rule::MonthOfQuarter(month)])))
}

/// `hằng tháng, trước ngày 20`, `hằng quý (trước ngày 15 tháng cuối quý)`, `hằng năm trước 15/12`,
/// `báo cáo quý trước ngày 20 tháng cuối quý`.
fn periods_then_dated(words: &mut Phrase<'_>) -> Option<Rules> {
    words.word(Word::Periodic);
    let every = words.word(Word::Every);
    let unit = words.next()?;
    words.sign(',');
    let bound = bound(words);
    match unit {
        Token::Word(Word::Quarter) => {
            days_of_a_period(words, bound).filter(|rules| rules.iter().all(|rule| matches!(rule, Rule::DayOfQuarter { .. })))
        }
        Token::Word(Word::Month) => words
            .attempt(|w| days_of_a_period(w, bound).filter(|rules| rules.iter().all(|rule| matches!(rule, Rule::DayOfMonth(..)))))
            .or_else(|| Some(days(words).filter(|_| every)?.into_iter().map(|day| Rule::DayOfMonth(day, bound)).collect())),
        Token::Word(Word::Week) if every => weekday(words, bound),
        Token::Word(Word::Year) if every => yearly(words, bound),
        _ => None,
    }
}

/// `25 hằng tháng`, `ngày 20 của tháng cuối quý`.
fn days_of_a_period(words: &mut Phrase<'_>, bound: Bound) -> Option<Rules> {
    let days = days(words)?;
    words.word(Word::Of);
    if words.attempt(|w| (w.word(Word::Every) && w.word(Word::Month)).then_some(())).is_some() {
        return Some(days.into_iter().map(|day| Rule::DayOfMonth(day, bound)).collect());
    }
    let month = month_of_quarter(words)?;
    Some(days.into_iter().map(|day| Rule::DayOfQuarter { month, day, bound }).collect())
}

/// `ngày 15`, `15, 25`; days no month has are not understood.
fn days(words: &mut Phrase<'_>) -> Option<Vec<u32>> {
    let mut days = Vec::new();
    loop {
        words.word(Word::Day);
        days.push(words.small().filter(|day| (1..=31).contains(day))?);
        let mut ahead = *words;
        if !ahead.separator() || !matches!(ahead.peek(), Some(Token::Word(Word::Day) | Token::Number(..))) {
            return Some(days);
        }
        *words = ahead;
    }
}

/// `tháng cuối quý`, `tháng cuối cùng của mỗi quý`, `tháng đầu quý`.
fn month_of_quarter(words: &mut Phrase<'_>) -> Option<u32> {
    if !words.word(Word::Month) {
        return None;
    }
    let month = if words.word(Word::End) {
        3
    } else if words.word(Word::Start) {
        1
    } else {
        return None;
    };
    words.word(Word::Of);
    words.word(Word::Every);
    // A quarter that is named is one month, not a rule.
    (words.word(Word::Quarter) && !matches!(words.peek(), Some(Token::Number(..) | Token::Roman(_)))).then_some(month)
}

/// `thứ sáu`, `thứ 6`, `chủ nhật`.
fn weekday(words: &mut Phrase<'_>, bound: Bound) -> Option<Rules> {
    words.word(Word::Day);
    let day = match words.next()? {
        Token::Word(Word::WeekdayNamed(day)) => day,
        Token::Word(Word::Weekday) => words.small().filter(|day| (2..=7).contains(day))? - 2,
        _ => return None,
    };
    Some(vec![Rule::Weekday(day, bound)])
}

/// Points that come back each year; none of them names a year.
fn yearly(words: &mut Phrase<'_>, bound: Bound) -> Option<Rules> {
    let Series::List(points) = series(words, bound)? else { return None };
    points.iter().all(|point| point.year.is_none() && point.shape != Shape::Year).then_some(())?;
    Some(points.into_iter().map(|point| Rule::Yearly(point, bound)).collect())
}

/// `hằng quý`, `định kỳ tháng, quý, 6 tháng, năm`, `quý, 6 tháng, năm`, `mỗi quý một lần`.
fn periods(words: &mut Phrase<'_>) -> Option<Rules> {
    if let Some(rule) = words.attempt(times_in_a_period).or_else(|| words.attempt(once_in_months)) {
        return Some(vec![rule]);
    }
    let told = words.word(Word::Periodic) | words.word(Word::By) | words.rest().iter().take(2).any(|token| *token == Token::Word(Word::Every));
    let mut rules = Vec::new();
    let mut ahead = *words;
    while let Some(rule) = a_period(&mut ahead) {
        rules.push(rule);
        *words = ahead;
        if !ahead.separator() {
            break;
        }
    }
    words.attempt(|w| (w.once() && w.word(Word::Times)).then_some(()));
    // One bare word ("Quý") is no rule, and named quarters alone are a list.
    let plain = rules.iter().any(|rule| !matches!(rule, Rule::Yearly(Point { shape: Shape::Quarter(_) | Shape::Months { .. }, .. }, _)));
    let months = rules.iter().any(|rule| matches!(rule, Rule::Yearly(Point { shape: Shape::Months { .. }, .. }, _)));
    let fits = if rules.len() > 1 { told || plain || months } else { told && plain };
    fits.then_some(rules)
}

/// `hằng quý`, `quý`, `6 tháng`, `1 năm`.
fn a_period(words: &mut Phrase<'_>) -> Option<Rule> {
    words.attempt(|w| (w.word(Word::End) && w.peek() == Some(Token::Word(Word::Every))).then_some(()));
    words.word(Word::Every);
    words.attempt(plain_period).or_else(|| words.attempt(one_period)).or_else(|| words.attempt(named_period))
}

/// A word for a period with nothing that names which: `quý`, `cuối năm`.
fn plain_period(words: &mut Phrase<'_>) -> Option<Rule> {
    let _ = words.word(Word::End) || words.word(Word::Whole);
    let rule = match words.next()? {
        Token::Word(Word::Week) => Rule::Weeks,
        Token::Word(Word::Month) => Rule::Months(1),
        Token::Word(Word::Quarter) => Rule::Months(3),
        Token::Word(Word::Year) => Rule::Yearly(Point { shape: Shape::Year, year: None }, Bound::In),
        _ => return None,
    };
    (!matches!(words.peek(), Some(Token::Number(..) | Token::Roman(_) | Token::Word(Word::Start | Word::End)))).then_some(rule)
}

/// `1 năm`, `một quý` beside other periods.
fn one_period(words: &mut Phrase<'_>) -> Option<Rule> {
    words.once().then(|| plain_period(words))?
}

/// `3 tháng`, `6 tháng`, `9 tháng`, `quý I`: beside other periods they come back each year.
fn named_period(words: &mut Phrase<'_>) -> Option<Rule> {
    let first_three = |w: &mut Phrase<'_>| {
        let told = w.small() == Some(3) && w.word(Word::Month) && !matches!(w.peek(), Some(Token::Number(..) | Token::Word(Word::Start | Word::End)));
        told.then_some(Point { shape: Shape::Months { first: 1, last: 3 }, year: None })
    };
    let point = words.attempt(first_three).or_else(|| point(words, None))?;
    let fits = matches!(point.shape, Shape::Months { .. } | Shape::Quarter(_)) && point.year.is_none();
    fits.then_some(Rule::Yearly(point, Bound::In))
}
