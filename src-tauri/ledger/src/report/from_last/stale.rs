//! Words that became wrong, and what a template asks to be filled in: from an editable list.

use super::line::words;
use crate::{Error, Result};
use serde::{Deserialize, Serialize};

/// The list that ships.
pub(super) const SHIPPED: &str = include_str!("../../../../../assets/sets/stale-words.json");

/// A list of words to be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StaleWords {
    pub(super) set: String,
    pub(super) version: u32,
    pub(super) name: String,
    /// The longest of several that fit is taken.
    pub(super) words: Vec<Stale>,
    /// Words after which a number is a name: `Điều 5`.
    pub(super) still: Vec<String>,
}

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
}

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
}

impl StaleWords {
    /// The list that ships. Error: a fault of ours.
    pub(super) fn shipped() -> Result<StaleWords> {
        serde_json::from_str(SHIPPED).map_err(|error| Error::Fault(format!("stale-words.json: {error}")))
    }

    /// What of the list stands in a line, in order, none over another.
    pub(super) fn find(&self, line: &str) -> Vec<Hit<'_>> {
        let mut hits: Vec<Hit> =
            self.words.iter().flat_map(|of| of.places(line).into_iter().map(move |(start, end)| Hit { start, end, of })).collect();
        hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
        let mut kept: Vec<Hit> = Vec::new();
        for hit in hits {
            if kept.last().is_none_or(|last| last.end <= hit.start) {
                kept.push(hit);
            }
        }
        kept
    }
}

impl Stale {
    /// An entry of the office's own: found as whole words, or as these very signs where there is no letter in it.
    pub(super) fn typed(words: &str, instead: &str, why: &str) -> Stale {
        let at = if words.chars().any(char::is_alphanumeric) { At::Word } else { At::Sign };
        let instead = Some(instead.to_owned()).filter(|instead| !instead.is_empty());
        Stale { words: words.to_owned(), instead, why: why.to_owned(), at, until: None }
    }

    /// The same entry with what is typed of it anew; where it is looked for stays.
    pub(super) fn changed(&self, instead: &str, why: &str) -> Stale {
        let instead = Some(instead.to_owned()).filter(|instead| !instead.is_empty());
        Stale { instead, why: why.to_owned(), ..self.clone() }
    }

    fn places(&self, line: &str) -> Vec<(usize, usize)> {
        match self.at {
            At::Word | At::Sentence => self.as_words(line),
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

    fn as_words(&self, line: &str) -> Vec<(usize, usize)> {
        let (all, wanted) = (words(line), words(&self.words));
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
                places.push((first.start, last.end));
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
            let end = start + run.len() - run.trim_start_matches([sign, '.', '…']).len();
            // `tập huấn…`, `v.v...` and `a, b, …` only leave something out.
            let before = line.get(..start).unwrap_or("");
            let leaves = before.ends_with(char::is_alphanumeric) || before.trim_end().ends_with(',') || before.ends_with('.');
            if !leaves {
                places.push((start, end));
            }
            at = end.max(start + sign.len_utf8());
        }
        places
    }
}

/// A replacement that begins as what it replaces does.
pub(super) fn in_case(instead: &str, was: &str) -> String {
    let mut letters = instead.chars();
    match (was.chars().next(), letters.next()) {
        (Some(was), Some(first)) if was.is_uppercase() => first.to_uppercase().chain(letters).collect(),
        _ => instead.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[&str]) {
        let list = StaleWords::shipped().unwrap();
        let found: Vec<String> = list
            .find(line)
            .into_iter()
            .map(|hit| {
                let was = &line[hit.start..hit.end];
                hit.of.instead.as_ref().map_or_else(|| was.to_owned(), |instead| format!("{was} → {}", in_case(instead, was)))
            })
            .collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn words_that_became_wrong_are_found_with_what_may_replace_them() {
        check("Bộ phận một cửa của xã", &["Bộ phận một cửa → Trung tâm Phục vụ hành chính công"]);
        check("dịch vụ công mức độ 3, 4 và mức độ 4.", &["mức độ 3, 4 → một phần, toàn trình", "mức độ 4 → toàn trình"]);
        check("UBND huyện, thị xã", &["UBND huyện → UBND tỉnh", "thị xã"]);
        check("các huyện, thị xã, thành phố", &["huyện, thị xã, thành phố → xã, phường"]);
        check("Nêu rõ số lượng. Xã làm tốt (ghi rõ tên đơn vị).", &["Nêu rõ", "(ghi rõ tên đơn vị)"]);
        check("có … hồ sơ, đạt ......%; có XX việc", &["…", "......", "XX"]);
        check("Sở Thông tin và Truyền thông", &["Sở Thông tin và Truyền thông → Sở Khoa học và Công nghệ"]);
    }

    #[test]
    fn ordinary_prose_has_none_of_them() {
        for line in [
            "Mỗi văn bản đều nêu rõ phòng chủ trì, thời hạn và sản phẩm phải nộp.",
            "tuyên truyền, tập huấn… cho công chức; họp, gặp gỡ, v.v...",
            "thôn, tổ dân phố, …",
            "Trên đây là báo cáo./.",
            "tỷ lệ đạt mức độ cao, trở thành xã đạt chuẩn",
            "Trung tâm Phục vụ hành chính công của xã phục vụ người dân.",
        ] {
            let list = StaleWords::shipped().unwrap();
            let found: Vec<&str> = list.find(line).into_iter().map(|hit| &line[hit.start..hit.end]).collect();
            assert!(found.is_empty(), "{line}: {found:?}");
        }
    }

    #[test]
    fn the_list_that_ships_names_each_words_once() {
        let list = StaleWords::shipped().unwrap();
        let mut seen = std::collections::HashSet::new();
        for stale in &list.words {
            assert!(seen.insert(stale.words.to_lowercase()), "{}", stale.words);
            assert!(!stale.why.is_empty() && stale.instead.as_ref() != Some(&stale.words), "{}", stale.words);
        }
    }
}
