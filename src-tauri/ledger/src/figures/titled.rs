//! What the lines above a table say of its window.

use super::column::{SO_FAR, has_any};
use super::dated::{days_in, until};
use super::periods;
use super::spoken::{self, Spoken};
use crate::deadline::Span;
use crate::viet::{day_screen, key};
use chrono::NaiveDate;

/// A line with one of these speaks of another paper, and of its year.
const OTHER_PAPERS: [&str; 7] = ["kem theo", "can cu", "ke hoach", "nghi quyet", "quyet dinh", "cong van", "huong dan"];
/// How a line begins that is a title; any other may tell how the table is filled in.
const TITLES: [&str; 6] = ["so lieu", "bieu", "bao cao", "bang", "ket qua", "tong hop"];
/// Behind these comes something else than what was said before.
const AND: [char; 6] = [',', ';', '-', '–', '+', '/'];

/// The window that a table says its numbers are of.
#[derive(Debug, Clone, Default)]
pub(super) struct Period {
    days: Option<Span>,
    /// The only day that is told: the numbers are those up to it.
    until: Option<NaiveDate>,
    /// The parts of a year that its own title names.
    parts: Vec<Spoken>,
    /// Those, none of them a whole year, that a line names which speaks of another paper.
    papers: Vec<Spoken>,
    /// From the first day of the year on, whichever the last one is.
    so_far: bool,
}

impl Period {
    /// The window that lines tell; `None`: they tell none.
    pub(super) fn of(lines: &[String]) -> Option<Period> {
        let (papers, own): (Vec<&String>, Vec<&String>) = lines.iter().partition(|line| has_any(line, &OTHER_PAPERS));
        let said = |lines: &[&String]| lines.iter().map(|line| parts(line)).find(|parts| parts.iter().any(is_part));
        // The year of `Quý III` may stand in a line of its own.
        let is_title = |line: &&&String| starts_with(line, &["nam"]) || starts_with(line, &TITLES);
        let years = own.iter().filter(is_title).map(|line| parts(line)).filter(|parts| !parts.iter().any(is_part));
        let year = years.flatten().find_map(|one| one.year);
        let so_far = own.iter().any(|line| is_so_far(line));
        let whole = |one: Spoken| Spoken { year: one.year.or(year), ..if so_far { one.so_far() } else { one } };
        let any = || own.iter().map(|line| parts(line)).find(|parts| !parts.is_empty());
        let parts = said(&own).map(|parts| parts.into_iter().map(whole).collect()).or_else(any).unwrap_or_default();
        let papers = said(&papers).unwrap_or_default().into_iter().filter(is_part).collect();
        let period =
            Period { days: lines.iter().find_map(|line| days_in(line)), until: lines.iter().find_map(|line| until(line)), parts, papers, so_far };
        let told = period.days.is_some() || period.until.is_some() || period.so_far || !period.parts.is_empty() || !period.papers.is_empty();
        told.then_some(period)
    }

    /// The days it says, where it says both.
    pub(super) fn days(&self) -> Option<Span> {
        self.days
    }

    /// Of which window it is, where that is another one: `của quý II/2026`, `đến 14/06/2026`; its year alone is none.
    pub(super) fn other(&self, window: Span) -> Option<String> {
        let of = |span: Span| format!("của {}", periods::name(span));
        if let Some(days) = self.days {
            return (days != window).then(|| of(days));
        }
        let named = self.parts.iter().any(|one| one.is(window));
        let around = self.parts.iter().all(|one| !is_part(one) && one.holds(window));
        let by_papers = self.papers.is_empty() || self.papers.iter().any(|one| one.is(window));
        if !named && (!around || !by_papers) {
            let wrong = if around { &self.papers } else { &self.parts };
            return Some(wrong.first().and_then(|one| one.span(window)).map(of).unwrap_or_default());
        }
        // Up to a day within the window they may be looked up on that day, unless another window ends there.
        let fits = |day: NaiveDate| day == window.last || window.first <= day && day < window.last && (named || !periods::ends_quarter(day));
        let until = self.until.filter(|day| !fits(*day)).map(|day| format!("đến {}", day_screen(day)));
        until.or_else(|| (self.so_far && !periods::begins_year(window)).then(|| "lũy kế từ đầu năm".to_owned()))
    }
}

/// True for less than a year.
fn is_part(one: &Spoken) -> bool {
    one.months != (1, 12)
}

/// The parts of a year in a line; those told as counted from the beginning of the year have all its months.
fn parts(line: &str) -> Vec<Spoken> {
    let mut parts = spoken::words(line, false).parts;
    let Some((before, joined)) = counted_before(line) else { return parts };
    // `Quý III và lũy kế từ đầu năm` is of both.
    let own = if joined { spoken::words(&before, false).parts.iter().filter(|one| is_part(one)).count() } else { 0 };
    if own > 0 && own == parts.len() {
        parts.extend(parts.last().copied().map(Spoken::so_far));
    } else {
        parts.iter_mut().skip(own).for_each(|one| *one = one.so_far());
    }
    parts
}

fn starts_with(line: &str, words: &[&str]) -> bool {
    let line = format!("{} ", key(line));
    words.iter().any(|one| line.starts_with(&format!("{one} ")))
}

/// What stands before `lũy kế` in a line, and whether that is another thing: `quý III, lũy kế`; `None`: it has none.
fn counted_before(line: &str) -> Option<(String, bool)> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let begins = |at: &usize| starts_with(&words.get(*at..).unwrap_or_default().join(" "), &SO_FAR);
    let before = words.get(..(0..words.len()).find(begins)?)?.join(" ");
    let joined = before.ends_with(AND) || format!(" {}", key(&before)).ends_with(" va");
    Some((before, joined))
}

/// True for a title that says so and names no part of a year with it.
fn is_so_far(line: &str) -> bool {
    let is_title = (starts_with(line, &TITLES) || starts_with(line, &SO_FAR)) && !has_any(line, &["cot"]);
    is_title && counted_before(line).is_some_and(|(_, joined)| !joined) && !parts(line).iter().any(is_part)
}
