//! One named piece of the calendar: a day, a month, a quarter, part of a year.

use super::Span;
use super::period;
use super::phrase::Phrase;
use super::words::{Token, Word};
use chrono::NaiveDate;

/// A piece of the calendar as it is named; its year may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) shape: Shape,
    pub(super) year: Option<i32>,
}

/// What is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A day of a month.
    Day { month: u32, day: u32 },
    /// A month.
    Month(u32),
    /// Some days of a month: its halves, its thirds.
    PartOfMonth { month: u32, part: Part },
    /// A quarter.
    Quarter(u32),
    /// Months from–to: half-years, nine months.
    Months { first: u32, last: u32 },
    /// The year.
    Year,
    /// A number alone: what it counts stands beside it (`Quý III, IV`, `ngày 01 đến 15/8`).
    Alone { value: u32, of: Option<Unit> },
}

/// What a number alone may count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Month,
    Quarter,
}

/// A part of a month whose ends are certain. Đầu tháng and giữa tháng are not: offices differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    FirstHalf,
    SecondHalf,
    FirstTen,
    MiddleTen,
    LastTen,
}

impl Point {
    fn of(shape: Shape, year: Option<i32>) -> Option<Point> {
        Some(Point { shape, year })
    }

    /// Its days in a year; `None` when the calendar has no such piece.
    pub(super) fn span(&self, year: i32) -> Option<Span> {
        match self.shape {
            Shape::Day { month, day } => period::day(year, month, day).map(|day| Span { first: day, last: day }),
            Shape::Month(month) => period::month(year, month),
            Shape::PartOfMonth { month, part } => part_of(period::month(year, month)?, part),
            Shape::Quarter(quarter) => period::quarter(year, quarter),
            Shape::Months { first, last } => period::months(year, first, last),
            Shape::Year => period::year(year),
            Shape::Alone { .. } => None,
        }
    }

    pub(super) fn is_day(&self) -> bool {
        matches!(self.shape, Shape::Day { .. })
    }

    /// What a number alone beside it would count; a number alone tells nothing itself.
    pub(super) fn unit(&self) -> Option<Unit> {
        match self.shape {
            Shape::Day { .. } => Some(Unit::Day),
            Shape::Month(_) => Some(Unit::Month),
            Shape::Quarter(_) => Some(Unit::Quarter),
            Shape::Alone { .. } | Shape::PartOfMonth { .. } | Shape::Months { .. } | Shape::Year => None,
        }
    }
}

fn part_of(month: Span, part: Part) -> Option<Span> {
    use chrono::Datelike;
    let on = |day| month.first.with_day(day);
    let (first, last): (Option<NaiveDate>, Option<NaiveDate>) = match part {
        Part::FirstHalf => (on(1), on(15)),
        Part::SecondHalf => (on(16), Some(month.last)),
        Part::FirstTen => (on(1), on(10)),
        Part::MiddleTen => (on(11), on(20)),
        Part::LastTen => (on(21), Some(month.last)),
    };
    Some(Span { first: first?, last: last? })
}

/// Reads one point. `beside` is what the number before it counted: in `Quý 3, 4/2025` the `4` is a
/// quarter, not April.
pub(super) fn point(words: &mut Phrase<'_>, beside: Option<Unit>) -> Option<Point> {
    words
        .attempt(|w| quarter(w, beside))
        .or_else(|| words.attempt(part_of_month))
        .or_else(|| words.attempt(run_of_months))
        .or_else(|| words.attempt(day))
        .or_else(|| words.attempt(month))
        .or_else(|| words.attempt(whole_year))
        .or_else(|| words.attempt(alone))
}

/// `quý III/2025`, `cuối quý 3`, and after a quarter `IV/2025`, `4/2025`.
fn quarter(words: &mut Phrase<'_>, beside: Option<Unit>) -> Option<Point> {
    words.word(Word::End);
    let named = words.word(Word::Quarter);
    if !named && beside != Some(Unit::Quarter) {
        return None;
    }
    let value = match words.next()? {
        Token::Roman(value) => value,
        Token::Number(value, 1 | 2) if named || value <= 4 => value,
        _ => return None,
    };
    Point::of(Shape::Quarter(value), year_after(words))
}

/// `nửa đầu tháng 8`, `trung tuần tháng 9`.
fn part_of_month(words: &mut Phrase<'_>) -> Option<Point> {
    let part = match (words.next()?, words.peek()) {
        (Token::Word(Word::Half), Some(Token::Word(half @ (Word::Start | Word::End)))) => {
            words.next();
            if half == Word::Start { Part::FirstHalf } else { Part::SecondHalf }
        }
        (Token::Word(Word::Ten(1)), _) => Part::FirstTen,
        (Token::Word(Word::Ten(2)), _) => Part::MiddleTen,
        (Token::Word(Word::Ten(3)), _) => Part::LastTen,
        _ => return None,
    };
    words.word(Word::Of);
    match month(words)? {
        Point { shape: Shape::Month(month), year } => Point::of(Shape::PartOfMonth { month, part }, year),
        _ => None,
    }
}

/// `6 tháng cuối năm 2025`, `3 tháng đầu năm`; without đầu or cuối only `6 tháng` and `9 tháng`,
/// which reports count from January.
fn run_of_months(words: &mut Phrase<'_>) -> Option<Point> {
    let count = words.small().filter(|count| (1..12).contains(count))?;
    if !words.word(Word::Month) {
        return None;
    }
    let from_start = words.word(Word::Start);
    let to_end = !from_start && words.word(Word::End);
    let certain = from_start || to_end || ((count == 6 || count == 9) && !matches!(words.peek(), Some(Token::Number(_, 1 | 2))));
    if !certain {
        return None;
    }
    let year = match year_after(words) {
        Some(year) => Some(year),
        None if from_start || to_end => words.word(Word::Year).then_some(None)?,
        None => None,
    };
    let shape = if to_end { Shape::Months { first: 13 - count, last: 12 } } else { Shape::Months { first: 1, last: count } };
    Point::of(shape, year)
}

/// `15/12/2025`, `15-12-2025`, `ngày 15/12`, `ngày 15 tháng 12 năm 2025`, `2025-12-15`.
fn day(words: &mut Phrase<'_>) -> Option<Point> {
    if let Some(point) = words.attempt(iso_day) {
        return Some(point);
    }
    let named = words.word(Word::Day);
    let day = words.small()?;
    if words.word(Word::Month) {
        let month = words.small()?;
        return Point::of(Shape::Day { month, day }, year_after(words));
    }
    let Some(Token::Sign(sign @ ('/' | '-' | '.'))) = words.next() else { return None };
    let month = words.small()?;
    if let Some(year) = words.attempt(|w| if w.sign(sign) { w.year().or_else(|| short_year(w)) } else { None }) {
        return Point::of(Shape::Day { month, day }, Some(year));
    }
    // Two numbers: `15/12` is a day; `7-9` and `15.12` only behind the word ngày.
    if sign != '/' && !named {
        return None;
    }
    Point::of(Shape::Day { month, day }, year_after(words))
}

fn iso_day(words: &mut Phrase<'_>) -> Option<Point> {
    let year = words.year()?;
    let mut part = || if words.sign('-') { words.small() } else { None };
    let (month, day) = (part()?, part()?);
    Point::of(Shape::Day { month, day }, Some(year))
}

/// The `26` of `5.8.26`.
fn short_year(words: &mut Phrase<'_>) -> Option<i32> {
    match words.next()? {
        Token::Number(value, 2) => i32::try_from(2000 + value).ok(),
        _ => None,
    }
}

/// `tháng 7/2025`, `T7`, `cuối tháng 9`, `7/2025`.
fn month(words: &mut Phrase<'_>) -> Option<Point> {
    words.word(Word::End);
    if words.word(Word::Month) {
        let month = words.small()?;
        return Point::of(Shape::Month(month), year_after(words));
    }
    let month = words.small()?;
    let Some(Token::Sign('/' | '-' | '.')) = words.next() else { return None };
    Point::of(Shape::Month(month), Some(words.year()?))
}

/// `năm 2026`, `cả năm`, `cuối năm`, `giai đoạn 2026`, `2026`.
fn whole_year(words: &mut Phrase<'_>) -> Option<Point> {
    words.word(Word::Stage);
    let whole = words.word(Word::Whole) || words.word(Word::End);
    let named = words.word(Word::Year);
    let year = words.year();
    let told = named || (year.is_some() && !whole);
    told.then_some(Point { shape: Shape::Year, year })
}

/// `ngày 15`, `IV`, `8`.
fn alone(words: &mut Phrase<'_>) -> Option<Point> {
    let of = words.word(Word::Day).then_some(Unit::Day);
    match words.next()? {
        Token::Number(value, 1 | 2) => Point::of(Shape::Alone { value, of }, None),
        Token::Roman(value) if of.is_none() => Point::of(Shape::Alone { value, of: Some(Unit::Quarter) }, None),
        _ => None,
    }
}

/// The year behind a month or quarter: `/2025`, `năm 2025`, `, năm 2025`, `của năm 2025`, `/26`.
pub(super) fn year_after(words: &mut Phrase<'_>) -> Option<i32> {
    let whole = words.attempt(|w| {
        if let Some(Token::Sign('/' | '-' | '.' | ',')) = w.peek() {
            w.next();
        }
        let _ = w.word(Word::Of) || w.word(Word::In);
        w.word(Word::Year);
        w.year()
    });
    // Behind `tháng 6/` no month and no day can follow.
    whole.or_else(|| words.attempt(|w| if w.sign('/') { short_year(w).filter(|year| *year > 2012) } else { None }))
}
