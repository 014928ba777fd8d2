//! Deadlines that come back: hằng quý, trước ngày 20 của tháng cuối quý, trước 15/12 hằng năm.

use super::bound::{Bound, bound, last_day};
use super::phrase::Phrase;
use super::point::{Point, Shape, point};
use super::series::{Series, series};
use super::window::recurring;
use super::words::{Token, Word};
use super::{Before, Deadline, Span, period};
use chrono::{Datelike, Days, NaiveDate};

/// One rule; several may stand side by side (`hằng quý, 6 tháng, năm`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// Every week, Monday to Sunday.
    Weeks,
    /// Every week, to a day counted from Monday.
    Weekday(u32, Bound),
    /// Every month.
    Months,
    /// Every month, on a day; shorter months on their last.
    DayOfMonth(u32, Bound),
    /// Every quarter.
    Quarters,
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
        && matches!(words.peek(), Some(Token::Word(Word::Sudden | Word::By | Word::When)))
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
    if let Some(rules) = words.attempt(once_per_period) {
        return Some(rules);
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
    words.attempt(|w| ((w.word(Word::One) || w.small() == Some(1)) && w.word(Word::Times)).then_some(()));
    // One bare word ("Quý") is no rule, and named quarters alone are a list.
    let plain = rules.iter().any(|rule| !matches!(rule, Rule::Yearly(Point { shape: Shape::Quarter(_) | Shape::Months { .. }, .. }, _)));
    let months = rules.iter().any(|rule| matches!(rule, Rule::Yearly(Point { shape: Shape::Months { .. }, .. }, _)));
    let fits = if rules.len() > 1 { told || plain || months } else { told && plain };
    fits.then_some(rules)
}

/// `hằng quý`, `quý`, `6 tháng`.
fn a_period(words: &mut Phrase<'_>) -> Option<Rule> {
    words.attempt(|w| (w.word(Word::End) && w.peek() == Some(Token::Word(Word::Every))).then_some(()));
    words.word(Word::Every);
    words.attempt(plain_period).or_else(|| words.attempt(named_period))
}

/// `1 lần/quý`.
fn once_per_period(words: &mut Phrase<'_>) -> Option<Rules> {
    let once = words.word(Word::One) || words.small() == Some(1);
    if !once || !words.word(Word::Times) || !(words.sign('/') || words.word(Word::Every)) {
        return None;
    }
    plain_period(words).map(|rule| vec![rule])
}

/// A word for a period with nothing that names which: `quý`, `cuối năm`.
fn plain_period(words: &mut Phrase<'_>) -> Option<Rule> {
    let _ = words.word(Word::End) || words.word(Word::Whole);
    let rule = match words.next()? {
        Token::Word(Word::Week) => Rule::Weeks,
        Token::Word(Word::Month) => Rule::Months,
        Token::Word(Word::Quarter) => Rule::Quarters,
        Token::Word(Word::Year) => Rule::Yearly(Point { shape: Shape::Year, year: None }, Bound::In),
        _ => return None,
    };
    (!matches!(words.peek(), Some(Token::Number(..) | Token::Roman(_) | Token::Word(Word::Start | Word::End)))).then_some(rule)
}

/// `6 tháng`, `9 tháng`, `quý I`: beside other periods they come back each year.
fn named_period(words: &mut Phrase<'_>) -> Option<Rule> {
    let point = point(words, None)?;
    let fits = matches!(point.shape, Shape::Months { .. } | Shape::Quarter(_)) && point.year.is_none();
    fits.then_some(Rule::Yearly(point, Bound::In))
}

impl Rule {
    fn bound(self) -> Option<Bound> {
        match self {
            Rule::Weekday(_, bound) | Rule::DayOfMonth(_, bound) | Rule::DayOfQuarter { bound, .. } | Rule::Yearly(_, bound) => Some(bound),
            Rule::Weeks | Rule::Months | Rule::Quarters | Rule::MonthOfQuarter(_) => None,
        }
    }

    /// The occurrences that end in a year (a week that ends in it may begin before it).
    fn year(self, year: i32, before: Before) -> Vec<Span> {
        let on = |span: Span, day: u32, bound: Bound| due(span, day, bound, before);
        match self {
            Rule::Weeks => weeks(year),
            Rule::Weekday(day, bound) => weeks(year).into_iter().filter_map(|week| on_weekday(week, day, bound, before)).collect(),
            Rule::Months => (1..=12).filter_map(|month| period::month(year, month)).collect(),
            Rule::DayOfMonth(day, bound) => (1..=12)
                .filter_map(|month| on(period::month(year, month)?, day, bound).and_then(|last| from_period(period::month(year, month)?, last)))
                .collect(),
            Rule::Quarters => (1..=4).filter_map(|quarter| period::quarter(year, quarter)).collect(),
            Rule::MonthOfQuarter(month) => (0..4).filter_map(|quarter| period::month(year, quarter * 3 + month)).collect(),
            Rule::DayOfQuarter { month, day, bound } => (0..4)
                .filter_map(|quarter| {
                    let last = on(period::month(year, quarter * 3 + month)?, day, bound)?;
                    from_period(period::quarter(year, quarter + 1)?, last)
                })
                .collect(),
            Rule::Yearly(point, bound) => {
                let occurrence = point.span(year).and_then(|span| {
                    let (last, _) = last_day(bound, point, span, before)?;
                    // By a day of the year there is the whole year until then.
                    if point.is_day() { from_period(period::year(year)?, last) } else { Some(Span { first: span.first.min(last), last }) }
                });
                occurrence.into_iter().collect()
            }
        }
    }
}

/// The weeks whose Sunday lies in a year.
fn weeks(year: i32) -> Vec<Span> {
    let Some(days) = period::year(year) else { return Vec::new() };
    let starts = std::iter::successors(period::week(days.first), |week| period::week(week.last.succ_opt()?));
    starts.take_while(|week| week.last <= days.last).collect()
}

fn on_weekday(week: Span, day: u32, bound: Bound, before: Before) -> Option<Span> {
    let named = week.first.checked_add_days(Days::new(day.into()))?;
    let last = if bound == Bound::Before && before == Before::Exclusive { named.pred_opt()? } else { named };
    Some(Span { first: week.first.min(last), last })
}

/// The last day when a day of a month is named; a month that is shorter ends earlier.
fn due(month: Span, day: u32, bound: Bound, before: Before) -> Option<NaiveDate> {
    let day = if bound == Bound::Before && before == Before::Exclusive { day.checked_sub(1)? } else { day };
    match day {
        0 => month.first.pred_opt(),
        day => Some(month.first.with_day(day).unwrap_or(month.last)),
    }
}

/// From a period's first day to the day due.
fn from_period(period: Span, last: NaiveDate) -> Option<Span> {
    Some(Span { first: period.first.min(last), last })
}

/// In order, one for each last day, and none reaching back over the one before it: a year's report
/// after a half-year's is work of the second half.
fn apart(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| (span.last, std::cmp::Reverse(span.first)));
    spans.dedup_by_key(|span| span.last);
    let mut reached: Option<NaiveDate> = None;
    for span in &mut spans {
        if let Some(next) = reached.and_then(|day| day.succ_opt()) {
            span.first = span.first.max(next);
        }
        reached = Some(span.last);
    }
    spans
}
