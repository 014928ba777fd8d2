//! Units that are found again by the ids of their content controls and bookmarks.

use super::matching::{By, Work};
use super::parts::PART;
use super::units::Unit;
use std::collections::{HashMap, HashSet};

impl Work<'_> {
    /// Units that bear the id of one that was sent. A paragraph cut in two bears it in both halves; a
    /// paragraph written on below another one bears that one's id, and is new.
    pub(super) fn by_marks(&mut self) {
        let mut marked: HashMap<&str, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for (at, unit) in self.sent.iter().enumerate().filter(|(_, unit)| !unit.block.is_empty()) {
            marked.entry(&unit.block).or_default().0.push(at);
        }
        let elsewhere = self.said_elsewhere();
        for (at, unit) in self.back.iter().enumerate().filter(|(at, _)| !elsewhere.contains(at)) {
            if let Some((_, found)) = marked.get_mut(unit.block.as_str()) {
                found.push(at);
            }
        }
        let mut groups: Vec<(Vec<usize>, Vec<usize>)> = marked.into_values().collect();
        groups.sort();
        for (sent, back) in groups {
            if sent.len() == back.len() {
                for (sent, back) in sent.iter().zip(&back) {
                    if self.are_kin(*sent, *back) {
                        self.join(*sent, *back, By::Mark);
                    }
                }
                continue;
            }
            for sent in sent {
                let free: Vec<usize> = back.iter().copied().filter(|back| self.is_free(*back) && self.are_kin(sent, *back)).collect();
                let Some(best) = free.iter().copied().max_by_key(|back| (self.likeness(sent, *back), std::cmp::Reverse(*back))) else { continue };
                let mut parts = vec![best];
                let mut left = self.left_of(sent, &parts);
                for near in free.iter().copied().filter(|near| *near != best) {
                    let touches = parts.iter().any(|part| part.abs_diff(near) == 1);
                    if touches && self.back_bags.get(near).is_some_and(|bag| bag.share_in(&left) >= PART) {
                        parts.push(near);
                        left = self.left_of(sent, &parts);
                    }
                }
                parts.sort_unstable();
                parts.into_iter().for_each(|part| self.join(sent, part, By::Mark));
            }
        }
    }

    /// Units that bear an id and say, word for word, what one other unit said: the half of a paragraph that was cut, in the
    /// version after that, has the id of the whole.
    fn said_elsewhere(&self) -> HashSet<usize> {
        let mut said: HashMap<&str, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for (at, unit) in self.sent.iter().enumerate() {
            said.entry(&unit.plain).or_default().0.push(at);
        }
        for (at, unit) in self.back.iter().enumerate() {
            if let Some((_, found)) = said.get_mut(unit.plain.as_str()) {
                found.push(at);
            }
        }
        let other = |(sent, back): (Vec<usize>, Vec<usize>)| match (sent.as_slice(), back.as_slice()) {
            ([sent], [back]) if self.are_kin(*sent, *back) => {
                let mark = |units: &[Unit], at: usize| units.get(at).map(|unit| unit.block.clone()).unwrap_or_default();
                (mark(self.sent, *sent) != mark(self.back, *back)).then_some(*back)
            }
            _ => None,
        };
        said.into_values().filter_map(other).collect()
    }
}
