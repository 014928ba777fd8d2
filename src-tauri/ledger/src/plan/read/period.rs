//! The title of a plan and the period it runs, from the words above its table.

use super::words::{fold, key};
use crate::deadline::Span;
use chrono::{Datelike, NaiveDate};

/// The title: the lines right above the table, without the line that says what it is kept with.
pub(super) fn title(above: &[&str]) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in above.iter().rev() {
        let folded = key(line);
        let is_rule = folded.is_empty();
        // The name of a group that stands between the title and its table.
        let is_group = super::marker::split(line).is_some_and(|marked| marked.level <= super::marker::Level::Letter);
        let is_aside = is_group
            || line.starts_with('(')
            || folded.starts_with("don vi tinh")
            || folded.starts_with("kem theo")
            || folded.starts_with("ban hanh kem theo");
        if is_rule || (is_aside && lines.is_empty()) {
            continue;
        }
        if let Some(rest) = after_appendix(line) {
            if !rest.is_empty() {
                lines.push(rest);
            }
            break;
        }
        let is_body = is_aside || line.ends_with(['.', ';', ':']) || line.chars().count() > 300;
        let is_head = folded.starts_with("doc lap tu do") || folded.starts_with("so ") || folded.contains(" ngay ");
        if is_body || is_head || lines.len() == 4 {
            break;
        }
        lines.push(line);
    }
    lines.reverse();
    lines.join(" ")
}

/// What follows `Phụ lục II:` on its line; `None` when the line is no such line.
fn after_appendix(line: &str) -> Option<&str> {
    let mut words = line.split(' ');
    let begins = words.next().is_some_and(|word| key(word) == "phu") && words.next().is_some_and(|word| key(word) == "luc");
    if !begins {
        return None;
    }
    match line.split_once([':', '.', '–']) {
        Some((_, rest)) => Some(rest.trim()),
        None if line.chars().count() <= 16 => Some(""),
        None => Some(line.splitn(3, ' ').nth(2).unwrap_or("")),
    }
}

/// The period some words name, such as `6 tháng cuối năm 2025`, `quý III, IV/2025`, `năm 2026`.
pub(super) fn named(text: &str) -> Option<Span> {
    let tokens = tokens(text);
    let tails = || (0..tokens.len()).filter_map(|at| tokens.get(at..));
    let forms = [from_to, half, quarters, month_only, years, year_only];
    forms.iter().find_map(|form| tails().find_map(form))
}

/// The whole of a year.
pub(super) fn year(year: i32) -> Option<Span> {
    span((year, 1), (year, 12))
}

/// Years written in some words, each time it is written.
pub(super) fn years_in(text: &str) -> Vec<i32> {
    tokens(text).iter().filter_map(|token| token.year()).collect()
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    Number(u32),
    Sign(char),
}

impl Token {
    fn is(&self, word: &str) -> bool {
        matches!(self, Token::Word(own) if own == word)
    }

    fn sign(&self, sign: char) -> bool {
        *self == Token::Sign(sign)
    }

    fn number(&self) -> Option<u32> {
        match self {
            Token::Number(number) => Some(*number),
            Token::Word(word) => [("mot", 1), ("ba", 3), ("sau", 6), ("chin", 9)].iter().find(|(name, _)| name == word).map(|(_, number)| *number),
            Token::Sign(_) => None,
        }
    }

    fn year(&self) -> Option<i32> {
        match self {
            Token::Number(number @ 2000..=2099) => i32::try_from(*number).ok(),
            _ => None,
        }
    }

    fn quarter(&self) -> Option<u32> {
        match self {
            Token::Word(word) => ["i", "ii", "iii", "iv"].iter().zip(1..).find(|(name, _)| *name == word).map(|(_, number)| number),
            Token::Number(number @ 1..=4) => Some(*number),
            _ => None,
        }
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut word = String::new();
    let end = |word: &mut String, tokens: &mut Vec<Token>| {
        if !word.is_empty() {
            tokens.push(word.parse().map_or_else(|_| Token::Word(word.clone()), Token::Number));
            word.clear();
        }
    };
    for sign in fold(text).chars() {
        let turns = word.chars().next().is_some_and(|first| first.is_ascii_digit() != sign.is_ascii_digit());
        if turns || !sign.is_alphanumeric() {
            end(&mut word, &mut tokens);
        }
        if sign.is_alphanumeric() {
            word.push(sign);
        } else if !sign.is_whitespace() {
            tokens.push(Token::Sign(sign));
        }
    }
    end(&mut word, &mut tokens);
    tokens
}

/// From the first day of a month to the last day of another.
fn span(first: (i32, u32), last: (i32, u32)) -> Option<Span> {
    let next = if last.1 == 12 { (last.0 + 1, 1) } else { (last.0, last.1 + 1) };
    let first = NaiveDate::from_ymd_opt(first.0, first.1, 1)?;
    let last = NaiveDate::from_ymd_opt(next.0, next.1, 1)?.pred_opt()?;
    (first <= last).then_some(Span { first, last })
}

/// `từ (ngày) 01/7/2025 đến (hết) (ngày) 31/12/2025`, `từ tháng 7 đến tháng 12 năm 2025`.
fn from_to(tokens: &[Token]) -> Option<Span> {
    let (head, rest) = tokens.split_first()?;
    let from = if head.is("tu") { rest } else { return None };
    let at = from.iter().position(|token| token.is("den")).filter(|at| *at <= 7)?;
    let (from, to) = (from.get(..at)?, from.get(at + 1..)?);
    let (_, last) = day_or_month(to, None)?;
    let (first, _) = day_or_month(from, Some(last.year()))?;
    (first <= last).then_some(Span { first, last })
}

/// First and last day of a day or a month; a missing year is the one given.
fn day_or_month(tokens: &[Token], year: Option<i32>) -> Option<(NaiveDate, NaiveDate)> {
    let skipped = tokens.iter().take_while(|token| token.is("het") || token.is("ngay") || token.is("thang")).count();
    let is_month = tokens.get(..skipped)?.iter().any(|token| token.is("thang"));
    let rest: Vec<&Token> = tokens
        .get(skipped..)?
        .iter()
        .filter(|token| !(token.is("thang") || token.is("nam") || token.sign('/') || token.sign('-') || token.sign('.')))
        .collect();
    let number = |at: usize| rest.get(at).and_then(|token| token.number());
    let (first, second) = (number(0)?, rest.get(1).and_then(|token| token.year()));
    if is_month || second.is_some() {
        let month = span((second.or(year)?, first), (second.or(year)?, first))?;
        return Some((month.first, month.last));
    }
    let day = NaiveDate::from_ymd_opt(rest.get(2).and_then(|token| token.year()).or(year)?, number(1)?, first)?;
    Some((day, day))
}

/// `6 tháng cuối năm 2025`, `sáu tháng đầu năm 2026`.
fn half(tokens: &[Token]) -> Option<Span> {
    let [count, month, which, name, year, ..] = tokens else { return None };
    let (count, year) = (count.number().filter(|count| (1..12).contains(count))?, year.year()?);
    if !month.is("thang") || !name.is("nam") {
        return None;
    }
    if which.is("dau") {
        span((year, 1), (year, count))
    } else if which.is("cuoi") {
        span((year, 13 - count), (year, 12))
    } else {
        None
    }
}

/// `quý III/2025`, `quý III, IV năm 2025`, `quý I - IV/2026`.
fn quarters(tokens: &[Token]) -> Option<Span> {
    let (head, rest) = tokens.split_first()?;
    let mut found: Vec<u32> = Vec::new();
    for token in head.is("quy").then_some(rest)? {
        if let Some(quarter) = token.quarter() {
            found.push(quarter);
        } else if let Some(year) = token.year() {
            let (first, last) = (found.iter().min()?, found.iter().max()?);
            return span((year, first * 3 - 2), (year, last * 3));
        } else if !(token.is("quy") || token.is("va") || token.is("nam") || [',', '/', '-'].iter().any(|sign| token.sign(*sign))) {
            return None;
        }
    }
    None
}

/// `tháng 7/2025`, `tháng 7 năm 2025`.
fn month_only(tokens: &[Token]) -> Option<Span> {
    let [name, Token::Number(month), joint, year, ..] = tokens else { return None };
    let year = (name.is("thang") && (joint.is("nam") || joint.sign('/'))).then(|| year.year()).flatten()?;
    span((year, *month), (year, *month))
}

/// `2025-2026`, `giai đoạn 2026 - 2030`.
fn years(tokens: &[Token]) -> Option<Span> {
    let [first, joint, last, ..] = tokens else { return None };
    if !(joint.sign('-') || joint.is("den")) {
        return None;
    }
    span((first.year()?, 1), (last.year()?, 12))
}

/// `năm 2026`.
fn year_only(tokens: &[Token]) -> Option<Span> {
    let [name, number, ..] = tokens else { return None };
    name.is("nam").then(|| number.year()).flatten().and_then(year)
}
