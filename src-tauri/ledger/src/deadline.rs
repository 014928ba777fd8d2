//! What the words of a deadline mean.
//!
//! The words are always kept as written; this module adds what they mean, and never guesses: what
//! it does not understand is [`Kind::Unknown`] and asked.
//!
//! Read by a small grammar: `words` makes tokens of the letters, `point` reads one piece of the
//! calendar, `series` several, `bound` what stands before them; `window`, `rule` and `event` put
//! them together. Where offices write loosely, it keeps to these readings:
//!
//! - A missing year is the plan's; where the plan touches several, the one in which fewest of the
//!   days named lie outside it. When two years fit alike (a plan of five years), it is asked.
//! - Quarters or months side by side are one window, apart they are occasions of their own.
//! - A date's first day is its last; a recurring deadline's are those of its occurrences, which
//!   belong to the plan when they end in it. Their first day is that of their period.
//! - `Trước tháng 9` ends on 31/8 whatever the office's setting, which speaks of days. Before an
//!   hour of a day is on that day.
//! - `Cuối tháng 9`, `hết quý III` end with the month or quarter; `đầu tháng`, `giữa tháng` and
//!   `tuần 2 tháng 9` are not certain, and asked.
//! - `Hằng quý, 6 tháng, năm` is one occurrence for each last day, not two on 30/6.
//! - `02 lần/năm`, `6 tháng/lần` are even parts of the year, counted from January.
//! - `Năm sau` is the year after the plan's, where the plan runs in one.
//! - `Ngày 31 hằng tháng` is the last day of shorter months.
//! - `Hằng ngày` is thường xuyên: nobody ticks 365 days.

mod after;
mod bound;
mod event;
mod next_year;
mod occurrences;
mod pairs;
mod period;
mod phrase;
mod point;
mod rule;
mod series;
#[cfg(test)]
mod tests;
mod times;
mod vocabulary;
mod window;
mod words;

pub(crate) use after::After;
pub(crate) use pairs::pairs;

use crate::viet;
use chrono::NaiveDate;
use phrase::Phrase;
use serde::{Deserialize, Serialize};

/// The kind of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum Kind {
    /// A single day.
    Date,
    /// Months, quarters, half-years, years, from–to.
    Window,
    /// One occurrence a period.
    Recurring,
    /// Thường xuyên: never overdue.
    Continuous,
    /// Waits for a request: no day until it comes.
    Triggered,
    /// Days after an event.
    Relative,
    /// Not understood; the words are kept and asked about.
    Unknown,
}

/// First and last day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Span {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

/// What "trước ngày N" means in this office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum Before {
    /// The day before N, as grammar has it.
    #[default]
    Exclusive,
    /// N itself.
    Inclusive,
}

/// What a deadline's words mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Deadline {
    /// Its kind.
    pub kind: Kind,
    /// The first day, where there is one.
    pub first: Option<NaiveDate>,
    /// The last day, where there is one: the state "quá hạn" begins the day after. Of a relative
    /// deadline it is counted once the day of its event is known.
    pub last: Option<NaiveDate>,
    /// One span a period for a recurring deadline, inside the plan; else empty.
    pub occurrences: Vec<Span>,
    /// True when the words say "trước", which offices read both ways.
    pub before: bool,
    /// True when the year was not written and the plan's was taken.
    pub year_assumed: bool,
}

impl Default for Deadline {
    fn default() -> Deadline {
        Deadline::of(Kind::Unknown)
    }
}

impl Deadline {
    /// A deadline of a kind, with no day yet.
    pub fn of(kind: Kind) -> Deadline {
        Deadline { kind, first: None, last: None, occurrences: Vec::new(), before: false, year_assumed: false }
    }
}

/// What the words of a deadline mean in a plan that runs over a span of days.
///
/// Never fails: what is not understood is [`Kind::Unknown`].
pub fn read(words: &str, plan: Span, before: Before) -> Deadline {
    let tokens = next_year::named(words::tokens(words), plan);
    let phrase = Phrase::new(&tokens);
    event::continuous(phrase)
        .or_else(|| event::relative(phrase))
        .or_else(|| rule::read(phrase, plan, before))
        .or_else(|| window::read(phrase, plan, before))
        .or_else(|| event::triggered(phrase))
        .unwrap_or_else(|| Deadline::of(Kind::Unknown))
}

/// True when the first word of some text may be the first of a deadline.
pub(crate) fn opens(text: &str) -> bool {
    let first: Vec<&str> = text.split_whitespace().take(2).collect();
    words::tokens(&first.join(" ")).first().is_some_and(|token| *token != words::Token::Other)
}

/// What stands in small type under the words: `hạn 31/07/2025`, `2 lần trong kỳ`, `chưa rõ hạn`.
pub fn hint(deadline: &Deadline) -> String {
    match (deadline.kind, deadline.first, deadline.last) {
        (Kind::Recurring, _, _) if deadline.occurrences.is_empty() => "không có lần nào trong kỳ".to_owned(),
        (Kind::Recurring, _, _) => format!("{} lần trong kỳ", deadline.occurrences.len()),
        (_, _, Some(last)) => format!("hạn {}", viet::day_screen(last)),
        (Kind::Date | Kind::Window, Some(first), None) => format!("từ {}, chưa có ngày cuối", viet::day_screen(first)),
        (Kind::Continuous, _, _) => "thường xuyên".to_owned(),
        (Kind::Unknown, _, _) => "chưa rõ hạn".to_owned(),
        (Kind::Date | Kind::Window | Kind::Triggered | Kind::Relative, _, None) => "chưa có ngày".to_owned(),
    }
}
