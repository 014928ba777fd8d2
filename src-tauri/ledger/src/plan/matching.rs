//! Which row of a new table is which kept row: by their words, not by their numbers alone.

use crate::viet::{fold, spaced};
use crate::view::TaskDraft;
use std::collections::{BTreeMap, HashMap};

/// Two contents are the same task when so much of their words agree (of 100) …
const ALIKE: usize = 60;
/// … or so much when they bear the same number.
const ALIKE_NUMBERED: usize = 35;

/// A row to be matched: the name of its group, and its words.
pub(super) struct Row<'a> {
    pub(super) group: &'a str,
    pub(super) words: &'a TaskDraft,
}

/// For each new row the kept row it is, or `None`; each kept row at most once.
///
/// First rows whose content is the same, in their order; then the pairs that agree best.
pub(super) fn matched(kept: &[Row], new: &[Row]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = vec![None; new.len()];
    let mut taken = vec![false; kept.len()];
    let mut same: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, row) in kept.iter().enumerate().rev() {
        same.entry(key(&row.words.content)).or_default().push(at);
    }
    for (found, row) in found.iter_mut().zip(new) {
        // Of two rows with the same words, the one of the same group and number is meant.
        let Some(places) = same.get_mut(&key(&row.words.content)) else { continue };
        let closest =
            places.iter().rposition(|at| kept.get(*at).is_some_and(|one| one.words.tt == row.words.tt && fold(one.group) == fold(row.group)));
        let place = closest.or(places.len().checked_sub(1)).map(|at| places.remove(at));
        if let Some(taken) = place.and_then(|at| taken.get_mut(at)) {
            *taken = true;
        }
        *found = place;
    }
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    let index = Index::of(kept.iter().enumerate().filter(|(at, _)| taken.get(*at) == Some(&false)));
    for (to, row) in new.iter().enumerate().filter(|(at, _)| found.get(*at) == Some(&None)) {
        for from in index.near(row) {
            let Some(before) = kept.get(from) else { continue };
            let numbered = before.words.tt == row.words.tt && !row.words.tt.is_empty();
            let score = alike(&before.words.content, &row.words.content);
            if score >= if numbered { ALIKE_NUMBERED } else { ALIKE } {
                let grouped = usize::from(fold(before.group) == fold(row.group));
                pairs.push((score + 20 * usize::from(numbered) + 5 * grouped, from, to));
            }
        }
    }
    pairs.sort_by_key(|(score, from, to)| (std::cmp::Reverse(*score), *from, *to));
    for (_, from, to) in pairs {
        if let (Some(place @ None), Some(free @ false)) = (found.get_mut(to), taken.get_mut(from)) {
            *place = Some(from);
            *free = true;
        }
    }
    found
}

/// Rows by their words, so that not every row is compared with every other.
struct Index {
    by_word: BTreeMap<String, Vec<usize>>,
    by_number: BTreeMap<String, Vec<usize>>,
}

/// Rows looked at for one row: those that share its rarest words.
const NEAR: usize = 40;

impl Index {
    fn of<'a>(rows: impl Iterator<Item = (usize, &'a Row<'a>)>) -> Index {
        let mut index = Index { by_word: BTreeMap::new(), by_number: BTreeMap::new() };
        for (at, row) in rows {
            for word in words(&row.words.content).into_keys() {
                index.by_word.entry(word).or_default().push(at);
            }
            index.by_number.entry(row.words.tt.clone()).or_default().push(at);
        }
        index
    }

    fn near(&self, row: &Row) -> Vec<usize> {
        let mut rare: Vec<&Vec<usize>> = words(&row.words.content).keys().filter_map(|word| self.by_word.get(word)).collect();
        rare.sort_by_key(|rows| rows.len());
        let mut near: Vec<usize> = self.by_number.get(&row.words.tt).into_iter().flatten().copied().take(NEAR).collect();
        for rows in rare {
            if near.len() > 2 * NEAR {
                break;
            }
            near.extend(rows.iter().take(NEAR));
        }
        near.sort_unstable();
        near.dedup();
        near
    }
}

fn key(text: &str) -> String {
    spaced(&fold(text))
}

fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words: BTreeMap<String, usize> = BTreeMap::new();
    for word in key(text).split(' ').filter(|word| !word.is_empty()) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

/// How many words two texts share, in hundredths of all their words.
fn alike(one: &str, other: &str) -> usize {
    let (one, other) = (words(one), words(other));
    let common: usize = one.iter().map(|(word, count)| (*count).min(other.get(word).copied().unwrap_or_default())).sum();
    let all: usize = one.values().sum::<usize>() + other.values().sum::<usize>();
    200 * common / all.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_known_again_by_their_words() {
        let draft = |(tt, content): &(&str, &str)| TaskDraft { tt: (*tt).into(), content: (*content).into(), ..TaskDraft::default() };
        let check = |kept: &[(&str, &str)], new: &[(&str, &str)], expected: &[Option<usize>]| {
            let (kept, new): (Vec<_>, Vec<_>) = (kept.iter().map(draft).collect(), new.iter().map(draft).collect());
            let row = |words| Row { group: "I", words };
            let found = matched(&kept.iter().map(row).collect::<Vec<_>>(), &new.iter().map(row).collect::<Vec<_>>());
            assert_eq!(found, expected);
        };
        let kept = [("1", "Ban hành Kế hoạch cải cách hành chính"), ("2", "Tập huấn nghiệp vụ một cửa"), ("3", "Báo cáo quý")];
        check(&kept, &kept, &[Some(0), Some(1), Some(2)]);
        // Renumbered after a row was put in front, and one that is gone.
        check(&kept, &[("1", "Họp Ban Chỉ đạo"), ("2", "Ban hành kế hoạch cải cách hành chính"), ("3", "Báo cáo quý")], &[None, Some(0), Some(2)]);
        // Words changed a little, or the number kept and the words changed more.
        check(&kept, &[("9", "Ban hành Kế hoạch cải cách hành chính nhà nước năm 2026")], &[Some(0)]);
        check(&kept, &[("2", "Tập huấn kỹ năng một cửa cho công chức")], &[Some(1)]);
        check(&kept, &[("5", "Chi trả chế độ")], &[None]);
        // Twice the same words: each is found once, the numbers tell which.
        check(&[("1", "Báo cáo"), ("2", "Báo cáo")], &[("2", "Báo cáo"), ("1", "Báo cáo"), ("3", "Báo cáo")], &[Some(1), Some(0), None]);
    }
}
