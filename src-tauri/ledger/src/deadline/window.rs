//! Deadlines that name days once: a date, a window, a list of occasions.

use super::bound::{Bound, bound, last_day};
use super::phrase::Phrase;
use super::point::{Point, Shape, point, year_after};
use super::series::{Series, place, series, settle};
use super::words::{Token, Word};
use super::{Before, Deadline, Kind, Span, period};

/// Reads the whole phrase, or nothing.
pub(super) fn read(mut words: Phrase<'_>, plan: Span, before: Before) -> Option<Deadline> {
    // "Trong 6 tháng" is how long, not when.
    if let [Token::Word(Word::In), Token::Number(..), Token::Word(Word::Month), ..] = words.rest()
        && !matches!(words.rest().get(3), Some(Token::Word(Word::Start | Word::End)))
    {
        return None;
    }
    words.fillers();
    words.attempt(|w| from(w, plan, before)).or_else(|| words.attempt(|w| named(w, plan, before)))
}

/// `Bắt đầu từ …`, `từ … đến …`, `từ nay đến …`.
fn from(words: &mut Phrase<'_>, plan: Span, before: Before) -> Option<Deadline> {
    if !words.word(Word::From) {
        return None;
    }
    words.fillers();
    words.word(Word::From);
    if words.word(Word::Now) {
        let bound = bound(words);
        let to = point(words, None).filter(|_| bound != Bound::In && words.ended())?;
        let (spans, year_assumed) = place(&[settled(to)?], plan)?;
        let span = *spans.first()?;
        let (last, before) = last_day(bound, to, span, before)?;
        return Some(Deadline { last: Some(last), before, year_assumed, ..Deadline::of(Kind::Window) });
    }
    let start = point(words, None)?;
    let connected = words.sign('-') || words.separator() || matches!(words.peek(), Some(Token::Word(Word::Until | Word::Before | Word::Latest)));
    if !connected {
        words.word(Word::Onward);
        if !words.ended() {
            return None;
        }
        let (spans, year_assumed) = place(&[settled(start)?], plan)?;
        return Some(Deadline { first: Some(spans.first()?.first), year_assumed, ..Deadline::of(Kind::Window) });
    }
    let bound = bound(words);
    let end = point(words, start.unit())?;
    if !words.ended() {
        return None;
    }
    window([start, end], bound, plan, before)
}

/// One point, a list or a range, with what bounds it.
fn named(words: &mut Phrase<'_>, plan: Span, before: Before) -> Option<Deadline> {
    let bound = bound(words);
    let series = words.attempt(days_of_months).or_else(|| words.attempt(|w| series(w, bound)))?;
    if matches!(&series, Series::List(points) if matches!(points.as_slice(), [point] if point.is_day())) {
        words.attempt(kind_of_report);
    }
    if !words.ended() {
        return None;
    }
    match series {
        Series::Range(from, to) if bound == Bound::In => window([from, to], bound, plan, before),
        Series::Range(..) => None,
        Series::List(points) => match points.as_slice() {
            [point] => single(*point, bound, plan, before),
            points => occasions(points, bound, plan, before),
        },
    }
}

/// `(báo cáo năm)` behind a day: which report is due, not when.
fn kind_of_report(words: &mut Phrase<'_>) -> Option<()> {
    if !words.sign(',') || !words.word(Word::Filler) {
        return None;
    }
    words.fillers();
    let kind = matches!(words.next()?, Token::Word(Word::Year | Word::Quarter | Word::Month));
    (kind && words.ended()).then_some(())
}

/// `ngày 15 các tháng 3, 6, 9, 12`: a day of each month. One month alone is a plain day.
fn days_of_months(words: &mut Phrase<'_>) -> Option<Series> {
    words.word(Word::Day);
    let day = words.small()?;
    words.word(Word::Of);
    words.word(Word::Several);
    if !words.word(Word::Month) {
        return None;
    }
    let mut points = Vec::new();
    loop {
        let month = words.small()?;
        points.push(Point { shape: Shape::Day { month, day }, year: year_after(words) });
        if !words.separator() {
            break;
        }
        words.word(Word::Month);
    }
    settle(&mut points)?;
    (points.len() > 1).then_some(Series::List(points))
}

fn settled(point: Point) -> Option<Point> {
    let mut alone = [point];
    settle(&mut alone)?;
    let [point] = alone;
    Some(point)
}

/// From the first day of one point to the last of another.
fn window(mut ends: [Point; 2], bound: Bound, plan: Span, before: Before) -> Option<Deadline> {
    settle(&mut ends)?;
    let (spans, year_assumed) = place(&ends, plan)?;
    let (first, to) = (spans.first()?.first, spans.last()?);
    let (last, before) = last_day(bound, ends[1], *to, before)?;
    let deadline = Deadline { first: Some(first), last: Some(last), before, year_assumed, ..Deadline::of(Kind::Window) };
    (first <= last).then_some(deadline)
}

/// A single point: a day is a date, anything longer a window; before a month there is only a day.
fn single(point: Point, bound: Bound, plan: Span, before: Before) -> Option<Deadline> {
    let (spans, year_assumed) = place(&[point], plan)?;
    let span = *spans.first()?;
    // The first half-year of a plan for the second is a slip: ask.
    if year_assumed && matches!(point.shape, Shape::Months { .. }) && period::shared(span, plan) == 0 {
        return None;
    }
    let (last, before) = last_day(bound, point, span, before)?;
    let (kind, first) = if point.is_day() || before { (Kind::Date, last) } else { (Kind::Window, span.first) };
    Some(Deadline { first: Some(first), last: Some(last), before, year_assumed, ..Deadline::of(kind) })
}

/// Several points: side by side they are one window (`Quý III, IV`), apart they are occasions, each
/// to be done by itself (`Tháng 3, 6, 9, 12`).
fn occasions(points: &[Point], bound: Bound, plan: Span, before: Before) -> Option<Deadline> {
    let days = points.iter().filter(|point| point.is_day()).count();
    if days != 0 && days != points.len() || days == 0 && bound == Bound::Before {
        return None;
    }
    if points.iter().all(|point| point.year.is_none()) {
        let any_year = *period::years(plan).end();
        let spans = points.iter().map(|point| point.span(any_year)).collect::<Option<Vec<Span>>>()?;
        if in_order(&spans)? && bound != Bound::Before {
            let (spans, _) = place(points, plan)?;
            return Some(Deadline { year_assumed: true, ..hull(&spans)? });
        }
        let each_year = period::years(plan).flat_map(|year| points.iter().filter_map(move |point| point.span(year).map(|span| (*point, span))));
        let due = each_year.filter_map(|(point, span)| occasion(point, bound, span, before));
        let inside: Vec<Span> = due.filter(|span| (plan.first..=plan.last).contains(&span.last)).collect();
        return Some(Deadline { before: bound == Bound::Before, year_assumed: true, ..recurring(inside) });
    }
    let (spans, year_assumed) = place(points, plan)?;
    if in_order(&spans)? && bound != Bound::Before {
        return Some(Deadline { year_assumed, ..hull(&spans)? });
    }
    let due = points.iter().zip(&spans).filter_map(|(point, span)| occasion(*point, bound, *span, before)).collect();
    Some(Deadline { before: bound == Bound::Before, year_assumed, ..recurring(due) })
}

/// True when the spans join, false when there are gaps; `None` when they overlap or run backwards.
fn in_order(spans: &[Span]) -> Option<bool> {
    let pairs = || spans.iter().zip(spans.iter().skip(1));
    pairs().all(|(a, b)| a.last < b.first).then(|| pairs().all(|(a, b)| period::joins(*a, *b)))
}

fn hull(spans: &[Span]) -> Option<Deadline> {
    Some(Deadline { first: Some(spans.first()?.first), last: Some(spans.last()?.last), ..Deadline::of(Kind::Window) })
}

fn occasion(point: Point, bound: Bound, span: Span, before: Before) -> Option<Span> {
    let (last, _) = last_day(bound, point, span, before)?;
    Some(Span { first: span.first.min(last), last })
}

/// A recurring deadline of these occurrences; its own first and last day are theirs.
pub(super) fn recurring(occurrences: Vec<Span>) -> Deadline {
    let first = occurrences.first().map(|span| span.first);
    let last = occurrences.last().map(|span| span.last);
    Deadline { first, last, occurrences, ..Deadline::of(Kind::Recurring) }
}
