//! What a row begins with: the next number, or the mark of a group.

use crate::plan::read::marker::{self, Level};

/// A number may be left out: so many at most.
const GAP: u32 = 3;

/// A row's number as it is written, and what it counts: `3`, `3.2`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Number {
    parts: Vec<u32>,
}

impl Number {
    /// The number a line begins with, and the words after it.
    pub(super) fn split(line: &str) -> Option<(Number, &str, &str)> {
        let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
        let bare = first.trim_end_matches(['.', ')']);
        let part = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 3 && part.bytes().all(|sign| sign.is_ascii_digit()));
        let parts: Vec<u32> = bare.split('.').map(part).collect::<Option<_>>()?;
        let words = rest.is_empty() || rest.starts_with(|sign: char| sign.is_uppercase() || "\"“(".contains(sign));
        (words && parts.len() <= 3).then_some((Number { parts }, first, rest))
    }

    /// True when this is a number that comes after another; `fresh` where numbers may begin again.
    pub(super) fn follows(&self, before: Option<&Number>, fresh: bool) -> bool {
        let one = self.parts.iter().all(|part| *part == 1);
        let Some(before) = before else { return one || self.parts.first().is_some_and(|first| *first <= GAP) };
        if fresh && one {
            return true;
        }
        // One place counts on, those before it stay, those after it begin.
        let depth = self.parts.len();
        let deeper = depth > before.parts.len() && self.parts.starts_with(&before.parts) && self.parts.last() == Some(&1);
        deeper
            || (0..depth).any(|at| {
                let same = self.parts.get(..at) == before.parts.get(..at);
                let (own, last) = (self.parts.get(at), before.parts.get(at));
                let rest = self.parts.get(at + 1..).is_some_and(|rest| rest.iter().all(|part| *part == 1));
                same && rest && own.zip(last).is_some_and(|(own, last)| (last + 1..=last + GAP).contains(own))
            })
    }

    /// The number where it is a whole one.
    pub(super) fn whole(&self) -> Option<u32> {
        self.parts.first().copied().filter(|_| self.parts.len() == 1)
    }
}

/// The place of a group among others, by its mark: `IV` is the fourth, `B` the second.
pub(super) fn group(line: &str) -> Option<(Level, u32)> {
    let marked = marker::split(line).filter(|marked| !marked.name.is_empty() && marked.name.starts_with(char::is_uppercase))?;
    let count = match marked.level {
        Level::Roman => (1..=39).find(|count| crate::viet::roman(*count) == marked.mark)?,
        Level::Letter => u32::from(marked.mark.bytes().next()?) - 64,
        Level::Bare | Level::Number => return None,
    };
    Some((marked.level, count))
}

/// A number alone on its line, as pages have: `7`, `- 7 -`, `Trang 7/12`; and whether signs say it is a page's.
pub(super) fn page(line: &str) -> Option<(u32, bool)> {
    let word = line.strip_prefix("Trang ").or(line.strip_prefix("TRANG "));
    let bare = line.trim_matches(['-', '–', '—', ' ']);
    let text = word.map_or(bare, |rest| rest.split('/').next().unwrap_or("").trim());
    let figures = !text.is_empty() && text.len() <= 3 && text.bytes().all(|sign| sign.is_ascii_digit());
    let page = text.parse().ok().filter(|_| figures)?;
    Some((page, word.is_some() || bare.len() < line.len()))
}
