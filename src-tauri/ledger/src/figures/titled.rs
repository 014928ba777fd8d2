//! What the lines above a table say of its window.

use super::periods;
use super::spoken::{self, Spoken, days_in};
use crate::deadline::Span;
use crate::viet::key;

/// A line with one of these speaks of another paper, and of its year.
const OTHER_PAPERS: [&str; 7] = ["kem theo", "can cu", "ke hoach", "nghi quyet", "quyet dinh", "cong van", "huong dan"];

/// The window that a table says its numbers are of.
#[derive(Debug, Clone)]
pub(super) enum Period {
    Days(Span),
    Parts(Vec<Spoken>),
}

impl Period {
    pub(super) fn of(lines: &[String]) -> Option<Period> {
        let is_own = |line: &&String| OTHER_PAPERS.iter().all(|words| !format!(" {} ", key(line)).contains(&format!(" {words} ")));
        let parts = |line: &String| Some(spoken::words(line, false).parts).filter(|parts| !parts.is_empty()).map(Period::Parts);
        lines.iter().find_map(|line| days_in(line)).map(Period::Days).or_else(|| lines.iter().filter(is_own).find_map(parts))
    }

    /// The days it says, where it says days.
    pub(super) fn days(&self) -> Option<Span> {
        if let Period::Days(span) = self { Some(*span) } else { None }
    }

    /// True for the window, or for its year alone.
    pub(super) fn is(&self, window: Span) -> bool {
        match self {
            Period::Days(span) => *span == window,
            Period::Parts(parts) => parts.iter().any(|one| one.is(window) || one.months == (1, 12) && one.holds(window)),
        }
    }

    /// Of which window it is: `của quý II/2026`.
    pub(super) fn name(&self, window: Span) -> String {
        let span = match self {
            Period::Days(span) => Some(*span),
            Period::Parts(parts) => parts.first().and_then(|one| one.span(window)),
        };
        span.map(|span| format!("của {}", periods::name(span))).unwrap_or_default()
    }
}
