//! Which parts of a year some words speak of: `quý III/2026`, `6 tháng đầu năm`, `cả năm 2026`, two days.

use super::periods::begun;
use crate::deadline::Span;
use crate::viet::{from_roman, key, nfc, typed_day};
use chrono::{Datelike, Months, NaiveDate};

/// So many days the Ministry's windows may lie before those of the calendar, and others after them.
const BEFORE: i64 = 20;
const AFTER: i64 = 5;
/// Signs between words; strokes, dashes and points join what is one.
const BETWEEN: [char; 13] = [',', ';', ':', '(', ')', '“', '”', '"', '[', ']', '…', '?', '*'];
/// Before `năm` these make it no whole year.
const NO_YEAR: [&str; 9] = ["đầu", "cuối", "giữa", "số", "mỗi", "hằng", "hàng", "nhiều", "từng"];

/// Months of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spoken {
    /// The first and the last, from 1.
    pub(super) months: (u32, u32),
    /// The year; `None`: the words have none for it.
    pub(super) year: Option<i32>,
}

impl Spoken {
    /// True when they are a window, by the Ministry's calendar or the common one; without a year, of any.
    pub(super) fn is(&self, window: Span) -> bool {
        let near = |one: NaiveDate, other: NaiveDate| (-AFTER..=BEFORE).contains(&(one - other).num_days());
        self.since_begun(window).is_some_and(|span| near(span.first, window.first) && near(span.last, window.last))
    }

    /// True when a window lies in them.
    pub(super) fn holds(&self, window: Span) -> bool {
        self.since_begun(window).is_some_and(|span| (span.first - window.first).num_days() <= BEFORE && (window.last - span.last).num_days() <= AFTER)
    }

    /// The same counted from the beginning of its year: `lũy kế đến quý III` has nine months.
    pub(super) fn so_far(self) -> Spoken {
        Spoken { months: (1, self.months.1), ..self }
    }

    /// Their days by the common calendar; without a year in that of a window.
    pub(super) fn span(&self, window: Span) -> Option<Span> {
        let year = self.year.unwrap_or_else(|| window.last.year());
        let first = NaiveDate::from_ymd_opt(year, self.months.0, 1)?;
        let last = NaiveDate::from_ymd_opt(year, self.months.1, 1)?.checked_add_months(Months::new(1))?.pred_opt()?;
        Some(Span { first, last })
    }

    /// The same since today's communes began: what was before is no part of their windows.
    fn since_begun(&self, window: Span) -> Option<Span> {
        let span = self.span(window)?;
        let begun = begun().filter(|begun| *begun <= span.last && *begun <= window.first);
        Some(Span { first: begun.map_or(span.first, |begun| span.first.max(begun)), ..span })
    }
}

/// What some words speak of, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// Parts of a year; a year alone is the whole of it.
    pub(super) parts: Vec<Spoken>,
    /// Single days.
    pub(super) days: Vec<NaiveDate>,
}

enum Item {
    Months(u32, u32),
    /// The year, and whether `năm` stands before it.
    Year(i32, bool),
}

/// The parts of years and the days that some words speak of. `bare`: a year counts without `năm` before it.
pub(super) fn words(text: &str, bare: bool) -> Words {
    let (tokens, days) = tokens(text);
    let mut items: Vec<Item> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let (taken, item) = item(&tokens, at);
        if let (Some(Item::Months(_, to)), Some(Item::Months(from, _))) = (&item, items.last_mut())
            && at > 0
            && token(&tokens, at - 1) == "den"
        {
            // `từ tháng 1 đến tháng 9` is one.
            let joined = Item::Months(*from, *to);
            items.pop();
            items.push(joined);
        } else {
            items.extend(item);
        }
        at += taken;
    }
    let year = |item: &Item| if let Item::Year(year, _) = item { Some(*year) } else { None };
    let of = |at: usize| {
        let (before, after) = items.split_at(at);
        after.iter().find_map(year).or_else(|| before.iter().rev().find_map(year))
    };
    let months = items.iter().enumerate().filter_map(|(at, item)| match item {
        Item::Months(from, to) => Some(Spoken { months: (*from, *to), year: of(at) }),
        Item::Year(..) => None,
    });
    let mut parts: Vec<Spoken> = months.collect();
    if parts.is_empty() {
        let whole = |item: &Item| match item {
            Item::Year(year, named) if *named || bare => Some(Spoken { months: (1, 12), year: Some(*year) }),
            _ => None,
        };
        parts = items.iter().filter_map(whole).collect();
    }
    Words { parts, days }
}

/// Small words with their marks, and the days among them; a stroke between two stays a word.
fn tokens(text: &str) -> (Vec<String>, Vec<NaiveDate>) {
    let (mut tokens, mut days) = (Vec::new(), Vec::new());
    let text = nfc(text).to_lowercase();
    for word in text.split(|sign: char| sign.is_whitespace() || BETWEEN.contains(&sign)) {
        let parts: Vec<&str> = word.split(['/', '-', '–', '.', '%', '+']).filter(|part| !part.is_empty()).collect();
        let digits = parts.iter().all(|part| part.bytes().all(|sign| sign.is_ascii_digit()));
        match parts.as_slice() {
            // `2021-2025` is no year of a window.
            [from, to] if year(from).is_some() && year(to).is_some() => {}
            [_, _, _] if digits => days.extend(typed_day(&parts.join("/"), NaiveDate::default()).ok()),
            [first, second] if word.contains('/') => tokens.extend([first, "/", second].map(str::to_owned)),
            _ => tokens.extend(parts.into_iter().map(str::to_owned)),
        }
    }
    (tokens, days)
}

/// A token without marks.
fn token(tokens: &[String], at: usize) -> String {
    tokens.get(at).map(|one| if one == "/" { one.clone() } else { key(one) }).unwrap_or_default()
}

/// What begins at a token, and how many tokens it takes.
fn item(tokens: &[String], at: usize) -> (usize, Option<Item>) {
    let is = |at: usize, word: &str| token(tokens, at) == word;
    let own = token(tokens, at);
    let months = |taken: usize, from: u32, to: u32| (taken, Some(Item::Months(from, to)));
    let in_day = |at: usize| (1..=2).any(|back| at >= back && is(at - back, "ngay"));
    if ["quy", "qui", "q"].contains(&own.as_str()) {
        let Some(first) = quarter(&token(tokens, at + 1)) else { return (1, None) };
        // `quý I, II`, `quý I - II`: as one.
        let more = (at + 2..tokens.len()).map_while(|at| roman(&token(tokens, at))).filter(|next| *next > first).collect::<Vec<_>>();
        return months(2 + more.len(), 3 * first - 2, 3 * more.last().copied().unwrap_or(first));
    }
    if let Some(quarter) = own.strip_prefix('q').and_then(quarter) {
        return months(1, 3 * quarter - 2, 3 * quarter);
    }
    let followed_by_year = is(at + 1, "/") && year(&token(tokens, at + 2)).is_some();
    if let Some(quarter) = roman(&own).filter(|_| followed_by_year) {
        return months(1, 3 * quarter - 2, 3 * quarter);
    }
    if is(at, "thang") {
        let month = number(&token(tokens, at + 1)).filter(|month| (1..=12).contains(month));
        return match month {
            // `ngày 14 tháng 9 năm 2026` is a day.
            Some(_) if in_day(at) => (2 + if is(at + 2, "nam") { 2 } else { 0 }, None),
            None if in_day(at) && is(at + 1, "nam") => (3, None),
            Some(month) => months(2, month, month),
            None => (1, None),
        };
    }
    if let Some(month) = number(&own).filter(|month| (1..=12).contains(month) && followed_by_year && !(at > 0 && is(at - 1, "so"))) {
        // `ngày    /6/2026`: a day that is not filled in yet.
        return if in_day(at) { (3, None) } else { months(1, month, month) };
    }
    let spelled =
        |word: &str| ["ba", "sáu", "chín"].iter().position(|name| *name == word).and_then(|nth| u32::try_from(nth + 1).ok()).map(|nth| 3 * nth);
    let short = own.strip_suffix('t').and_then(number);
    let count = number(&own).or_else(|| spelled(tokens.get(at).map_or("", String::as_str))).filter(|_| is(at + 1, "thang") && !in_day(at + 1));
    if let Some(count) = count.or(short).filter(|count| (1..=12).contains(count)) {
        let taken = if short.is_some() { 1 } else { 2 };
        return if is(at + taken, "cuoi") { months(taken + 1, 13 - count, 12) } else { months(taken, 1, count) };
    }
    if is(at, "nua") && is(at + 2, "nam") {
        return if is(at + 1, "cuoi") { months(2, 7, 12) } else { months(2, 1, 6) };
    }
    if tokens.get(at).is_some_and(|word| word == "năm") && year(&token(tokens, at + 1)).is_none() {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let counted = |before: &String| NO_YEAR.contains(&before.as_str()) || number(before).is_some();
        let whole = at + 1 == tokens.len() && !before.is_some_and(counted) || before.is_some_and(|before| before == "cả");
        return if whole { months(1, 1, 12) } else { (1, None) };
    }
    let named = at > 0 && is(at - 1, "nam");
    (1, year(&own).map(|year| Item::Year(year, named)))
}

fn number(text: &str) -> Option<u32> {
    (text.len() <= 2 && text.bytes().all(|sign| sign.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn year(text: &str) -> Option<i32> {
    text.parse().ok().filter(|year| text.len() == 4 && (2000..2100).contains(year))
}

fn roman(text: &str) -> Option<u32> {
    from_roman(text).filter(|quarter| *quarter <= 4)
}

fn quarter(text: &str) -> Option<u32> {
    let spelled = ["mot", "hai", "ba", "tu"].iter().position(|name| *name == text).and_then(|nth| u32::try_from(nth + 1).ok());
    roman(text).or_else(|| number(text)).or(spelled).filter(|quarter| (1..=4).contains(quarter))
}
