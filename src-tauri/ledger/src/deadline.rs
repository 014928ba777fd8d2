//! What the words of a deadline mean.
//!
//! The words are always kept as written; this module adds what they mean, and never guesses: what
//! it does not understand is [`Kind::Unknown`] and asked.

use chrono::NaiveDate;
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
    /// The last day, where there is one: the state "quá hạn" begins the day after.
    pub last: Option<NaiveDate>,
    /// One span a period for a recurring deadline, inside the plan; else empty.
    pub occurrences: Vec<Span>,
    /// True when the words say "trước", which offices read both ways.
    pub before: bool,
    /// True when the year was not written and the plan's was taken.
    pub year_assumed: bool,
}

/// stand-in
pub fn read(words: &str, plan: Span, before: Before) -> Deadline {
    let _ = (plan, before);
    Deadline {
        kind: if words.is_empty() { Kind::Triggered } else { Kind::Unknown },
        first: None,
        last: None,
        occurrences: Vec::new(),
        before: false,
        year_assumed: false,
    }
}
/// stand-in
pub fn hint(deadline: &Deadline) -> String {
    format!("{:?}", deadline.kind)
}
