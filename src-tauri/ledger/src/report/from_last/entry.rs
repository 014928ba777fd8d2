//! One entry of the words to be looked at: where in a line it stands, and what may replace it there.

use super::line::{Word, words};
use serde::{Deserialize, Serialize};

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stale {
    pub(super) words: String,
    /// What may stand in their place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) instead: Option<String>,
    pub(super) why: String,
    #[serde(default, skip_serializing_if = "At::is_word")]
    at: At,
    /// The sign up to which it reaches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<char>,
    /// One of these stands in the paragraph, or the words mean something else: `mức độ 4` of a service.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    near: Vec<String>,
    /// Behind the words these make something else of them: `mức độ 4 sao`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    but: Vec<String>,
    /// Before the words these make something else of them: `lần thứ XX`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    not: Vec<String>,
    /// Behind the words these go with them: `phòng nội vụ huyện`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    over: Vec<String>,
}

/// Levels that are no more: with a name behind it, one is a place of its day, which nothing replaces.
const LEVELS: [&str; 4] = ["huyện", "quận", "xã", "trấn"];
/// Before an office these speak of one that somebody held once.
const ONCE: [&str; 3] = ["nguyên", "cựu", "cố"];
/// So many words before the words are looked at for these.
const BEFORE: usize = 4;

/// Where an entry is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum At {
    /// Anywhere, as whole words, in small letters or capitals.
    #[default]
    Word,
    /// The same, at the beginning of a sentence only.
    Sentence,
    /// These very signs.
    Sign,
    /// A run of one sign that stands alone: `…`, `......`.
    Blank,
}

impl At {
    fn is_word(&self) -> bool {
        *self == At::Word
    }
}

/// Where in a line an entry stands.
pub(super) struct Hit<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) of: &'a Stale,
    /// What may stand in their place there.
    pub(super) instead: Option<&'a str>,
}

impl Stale {
    /// An entry of the office's own: found as whole words, or as these very signs where there is no letter in it.
    pub(super) fn typed(words: &str, instead: &str, why: &str) -> Stale {
        let at = if words.chars().any(char::is_alphanumeric) { At::Word } else { At::Sign };
        let instead = Some(instead.to_owned()).filter(|instead| !instead.is_empty());
        let none = Vec::new;
        Stale { words: words.to_owned(), instead, why: why.to_owned(), at, until: None, near: none(), but: none(), not: none(), over: none() }
    }

    /// The same entry with what is typed of it anew; where it is looked for stays.
    pub(super) fn changed(&self, instead: &str, why: &str) -> Stale {
        let instead = Some(instead.to_owned()).filter(|instead| !instead.is_empty());
        Stale { instead, why: why.to_owned(), ..self.clone() }
    }

    /// The entry at a place of a line whose words are `all`, with what may replace it there: nothing replaces a place of its day
    /// (`UBND huyện Tứ Kỳ`), nor an office that somebody held (`nguyên Giám đốc Sở …`).
    pub(super) fn hit(&self, all: &[Word], start: usize, end: usize) -> Hit<'_> {
        let at = all.iter().position(|word| word.start >= start).unwrap_or(all.len());
        let after = all.iter().position(|word| word.start >= end).unwrap_or(all.len());
        let last = after.checked_sub(1).and_then(|last| all.get(last)).filter(|word| word.end <= end);
        let behind = all.get(after).filter(|_| last.is_some_and(|last| last.closed.is_none()));
        let is_level = last.is_some_and(|last| LEVELS.contains(&last.low.as_str()));
        let is_name = is_level && behind.is_some_and(|word| word.opened.is_none() && word.text.starts_with(char::is_uppercase));
        let before = all.get(at.saturating_sub(BEFORE)..at).unwrap_or(&[]);
        let before = before.rsplit(|word| word.closed.is_some()).next().unwrap_or(&[]);
        let once = before.iter().any(|word| ONCE.contains(&word.low.as_str()));
        Hit { start, end, of: self, instead: self.instead.as_deref().filter(|_| !is_name && !once) }
    }

    /// Where it stands in a line. `all`: the words of the line.
    pub(super) fn places(&self, line: &str, all: &[Word]) -> Vec<(usize, usize)> {
        let speaks_of = |low: String| self.near.iter().any(|near| low.contains(near.as_str()));
        if !self.near.is_empty() && !speaks_of(line.to_lowercase()) {
            return Vec::new();
        }
        match self.at {
            At::Word | At::Sentence => self.as_words(all),
            At::Sign => {
                let low = line.to_lowercase();
                // Small letters may be longer: then places do not agree, and nothing is found by them.
                let text = if low.len() == line.len() { low.as_str() } else { line };
                let found = text.match_indices(&self.words).map(|(start, hit)| (start, start + hit.len()));
                found.map(|(start, end)| (start, self.reach(line, end))).collect()
            }
            At::Blank => self.blanks(line),
        }
    }

    fn reach(&self, line: &str, end: usize) -> usize {
        let Some(sign) = self.until else { return end };
        line.get(end..).and_then(|tail| tail.find(sign)).map_or(end, |at| end + at + sign.len_utf8())
    }

    fn as_words(&self, all: &[Word]) -> Vec<(usize, usize)> {
        let wanted = words(&self.words);
        let mut places = Vec::new();
        for at in 0..all.len() {
            let run = all.get(at..at + wanted.len()).unwrap_or(&[]);
            let same = run.len() == wanted.len()
                && run
                    .iter()
                    .zip(&wanted)
                    .enumerate()
                    .all(|(nth, (one, other))| one.low == other.low.to_lowercase() && (nth + 1 == wanted.len() || one.closed == other.closed));
            let shouts = self.words.chars().all(char::is_uppercase);
            let begins = at == 0 || all.get(at - 1).is_some_and(|before| matches!(before.closed, Some('.' | ';' | ':' | '!' | '?')));
            let fits = (self.at != At::Sentence || begins) && (!shouts || run.first().is_some_and(|word| word.text == self.words));
            if let (true, true, Some(first), Some(last)) = (same, fits, run.first(), run.last()) {
                let behind = all.get(at + wanted.len()..).filter(|_| last.closed.is_none()).unwrap_or(&[]);
                let follows = |one: &&String| {
                    let parts: Vec<&str> = one.split(' ').collect();
                    behind.len() >= parts.len() && behind.iter().zip(&parts).all(|(word, part)| word.low == *part)
                };
                let before = at.checked_sub(1).and_then(|before| all.get(before)).filter(|before| before.closed.is_none());
                if self.but.iter().any(|one| follows(&one)) || before.is_some_and(|before| self.not.contains(&before.low)) {
                    continue;
                }
                let over = self.over.iter().find(follows).and_then(|one| behind.get(one.split(' ').count() - 1));
                places.push((first.start, over.unwrap_or(last).end));
            }
        }
        places
    }

    fn blanks(&self, line: &str) -> Vec<(usize, usize)> {
        let Some(sign) = self.words.chars().next() else { return Vec::new() };
        let mut places = Vec::new();
        let mut at = 0;
        while let Some(start) = line.get(at..).and_then(|tail| tail.find(&self.words)).map(|found| at + found) {
            let run = line.get(start..).unwrap_or("");
            let end = start + run.len() - run.trim_start_matches(if sign == '_' { ['_'; 3] } else { [sign, '.', '…'] }).len();
            // `tập huấn…`, `v.v...` and `a, b, …` only leave something out.
            let before = line.get(..start).unwrap_or("");
            let leaves = before.ends_with(char::is_alphanumeric) || before.trim_end().ends_with(',') || before.ends_with('.');
            // Nothing is left out by a line to write on.
            if !leaves || sign == '_' {
                places.push((start, end));
            }
            at = end.max(start + sign.len_utf8());
        }
        places
    }
}
