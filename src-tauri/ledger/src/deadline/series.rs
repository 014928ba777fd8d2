//! Several points together: lists and ranges, and the years they share.

use super::Span;
use super::bound::Bound;
use super::period;
use super::phrase::Phrase;
use super::point::{Point, Shape, Unit, point};
use super::words::Word;

/// Points as they stand in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Series {
    /// One or more, one beside the other: `Quý III, IV`.
    List(Vec<Point>),
    /// From one to another: `Quý I - IV`.
    Range(Point, Point),
}

/// Reads a list or a range behind a bound; numbers alone and missing years are taken from their neighbours.
pub(super) fn series(words: &mut Phrase<'_>, bound: Bound) -> Option<Series> {
    let mut points = vec![point(words, None)?];
    let mut list = false;
    let mut range = false;
    loop {
        let mut ahead = *words;
        let to = ahead.sign('-') || ahead.word(Word::Until);
        if !to {
            if !ahead.separator() {
                break;
            }
            bound.again(&mut ahead);
        }
        let beside = points.last().and_then(Point::unit);
        let Some(next) = point(&mut ahead, beside) else { break };
        // "15/12 (báo cáo năm)": a year without its number is no point beside another.
        if next == (Point { shape: Shape::Year, year: None }) {
            break;
        }
        points.push(next);
        *words = ahead;
        range |= to;
        list |= !to;
    }
    settle(&mut points)?;
    match (points.as_slice(), range, list) {
        (_, false, _) | ([_], _, _) => Some(Series::List(points)),
        ([from, to], true, false) => Some(Series::Range(*from, *to)),
        // "Quý I, II - IV": neither the one nor the other.
        _ => None,
    }
}

/// Says what each number alone counts, and hands years on: first backwards (`Quý III, IV/2025`),
/// then forwards (`Quý III/2025, IV`).
pub(super) fn settle(points: &mut [Point]) -> Option<()> {
    let mut before: Option<Point> = None;
    for point in points.iter_mut() {
        if let (Shape::Alone { value, of }, Some(named)) = (point.shape, before) {
            point.shape = beside(value, of, named, false).unwrap_or(point.shape);
        }
        before = Some(*point);
    }
    let mut after: Option<Point> = None;
    for point in points.iter_mut().rev() {
        if let (Shape::Alone { value, of }, Some(named)) = (point.shape, after) {
            point.shape = beside(value, of, named, true)?;
        }
        if matches!(point.shape, Shape::Alone { .. }) {
            return None;
        }
        point.year = point.year.or(after.and_then(|after| after.year));
        after = Some(*point);
    }
    let mut year = None;
    for point in points {
        point.year = point.year.or(year);
        year = point.year;
    }
    Some(())
}

/// What a number alone means beside a named point. Behind a day it means nothing certain: in
/// `15/3, 6` the 6 may be a day or a month.
fn beside(value: u32, of: Option<Unit>, named: Point, named_follows: bool) -> Option<Shape> {
    let shape = match named.shape {
        Shape::Month(_) => Shape::Month(value),
        Shape::Quarter(_) => Shape::Quarter(value),
        Shape::Day { month, .. } if named_follows => Shape::Day { month, day: value },
        _ => return None,
    };
    let unit = Point { shape, year: None }.unit();
    (of.is_none() || of == unit).then_some(shape)
}

/// The spans of points in their years, and whether a year was taken from the plan: the one in which
/// fewest of their days lie outside it. `None` when two years fit as well, or a point does not exist.
pub(super) fn place(points: &[Point], plan: Span) -> Option<(Vec<Span>, bool)> {
    let spans = |year: i32| points.iter().map(|point| point.span(point.year.unwrap_or(year))).collect::<Option<Vec<Span>>>();
    if points.iter().all(|point| point.year.is_some()) {
        return Some((spans(0)?, false));
    }
    let only = period::years(plan).count() == 1;
    let shared = |spans: &[Span]| spans.iter().map(|span| period::shared(*span, plan)).sum::<i64>();
    let all = |spans: &[Span]| spans.iter().map(|span| period::shared(*span, *span)).sum::<i64>();
    let fits = || period::years(plan).filter_map(spans).filter(|spans| only || shared(spans) > 0).map(|spans| (all(&spans) - shared(&spans), spans));
    let least = fits().map(|(outside, _)| outside).min()?;
    let mut best = fits().filter(|(outside, _)| *outside == least);
    let (_, spans) = best.next()?;
    best.next().is_none().then_some((spans, true))
}
