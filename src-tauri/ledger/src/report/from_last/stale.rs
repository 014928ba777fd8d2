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
    /// One of these stands in the paragraph, or the words mean something else: `mức độ 4` of a service.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    near: Vec<String>,
    /// Behind the words these make something else of them: `mức độ 4 sao`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    but: Vec<String>,
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

impl StaleWords {
    /// The list that ships. Error: a fault of ours.
    pub(super) fn shipped() -> Result<StaleWords> {
        serde_json::from_str(SHIPPED).map_err(|error| Error::Fault(format!("stale-words.json: {error}")))
    }

    /// What of the list stands in a line, in order, none over another.
    pub(super) fn find(&self, line: &str) -> Vec<Hit<'_>> {
        let mut hits: Vec<Hit> =
            self.words.iter().flat_map(|of| of.places(line).into_iter().map(move |(start, end)| of.hit(line, start, end))).collect();
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
        let (near, but, over) = (Vec::new(), Vec::new(), Vec::new());
        Stale { words: words.to_owned(), instead, why: why.to_owned(), at, until: None, near, but, over }
    }

    /// The same entry with what is typed of it anew; where it is looked for stays.
    pub(super) fn changed(&self, instead: &str, why: &str) -> Stale {
        let instead = Some(instead.to_owned()).filter(|instead| !instead.is_empty());
        Stale { instead, why: why.to_owned(), ..self.clone() }
    }

    /// The entry at a place of a line, with what may replace it there: nothing replaces a place of its day
    /// (`UBND huyện Tứ Kỳ`), nor an office that somebody held (`nguyên Giám đốc Sở …`).
    fn hit(&self, line: &str, start: usize, end: usize) -> Hit<'_> {
        let all = words(line);
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

    fn places(&self, line: &str) -> Vec<(usize, usize)> {
        let low = line.to_lowercase();
        if !self.near.is_empty() && !self.near.iter().any(|near| low.contains(near.as_str())) {
            return Vec::new();
        }
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
                let behind = all.get(at + wanted.len()..).filter(|_| last.closed.is_none()).unwrap_or(&[]);
                let follows = |one: &&String| {
                    let parts: Vec<&str> = one.split(' ').collect();
                    behind.len() >= parts.len() && behind.iter().zip(&parts).all(|(word, part)| word.low == *part)
                };
                if self.but.iter().any(|one| follows(&one)) {
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
                hit.instead.map_or_else(|| was.to_owned(), |instead| format!("{was} → {}", in_case(instead, was)))
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
    fn nothing_replaces_an_office_somebody_held_nor_a_place_of_its_day() {
        check("đồng chí A, nguyên Trưởng phòng Nội vụ huyện", &["Trưởng phòng Nội vụ huyện"]);
        check("nguyên Giám đốc Sở Kế hoạch và Đầu tư", &["Sở Kế hoạch và Đầu tư"]);
        check("phòng Nội vụ huyện giao", &["phòng Nội vụ huyện → Sở Nội vụ"]);
        check("UBND huyện Tứ Kỳ đã giao; UBND huyện giao", &["UBND huyện", "UBND huyện → UBND tỉnh"]);
    }

    #[test]
    fn a_level_is_one_of_a_service_only_where_services_are_spoken_of() {
        check("hồ sơ trực tuyến mức độ 4 đạt 98%", &["mức độ 4 → toàn trình"]);
        check("Đánh giá mức độ 4 sao; an toàn thông tin mức độ 3", &[]);
        check("chấm dịch vụ công mức độ 4 sao", &[]);
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
