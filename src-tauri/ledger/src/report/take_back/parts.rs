//! Units that were cut in several, and several that were joined to one.

use super::matching::{By, Work};

/// So much of a part of a unit stands in the whole, in thousandths.
pub(super) const PART: u32 = 650;

impl Work<'_> {
    /// Returned units that say what a neighbour was cut off from.
    pub(super) fn parts(&mut self) {
        for at in 0..self.back.len() {
            for near in [at.checked_sub(1), Some(at + 1)].into_iter().flatten() {
                let Some(Some((sent, _))) = self.of.get(near).copied().filter(|_| self.is_free(at)) else { continue };
                let parts: Vec<usize> =
                    (0..self.back.len()).filter(|one| self.of.get(*one).copied().flatten().is_some_and(|(of, _)| of == sent)).collect();
                let left = self.left_of(sent, &parts);
                let is_part = self.back_bags.get(at).is_some_and(|bag| bag.len() > 1 && bag.share_in(&left) >= PART);
                if is_part && self.are_kin(sent, at) && self.sent.get(sent).is_some_and(|unit| unit.table.is_none()) {
                    self.join(sent, at, By::Words);
                }
            }
        }
    }

    /// Sent units whose words stand in what a neighbour became.
    pub(super) fn joins(&mut self) {
        // Backwards too: of three that were joined the last one may have become the whole.
        let order: Vec<usize> = (0..self.sent.len()).chain((0..self.sent.len()).rev()).collect();
        for at in order {
            for near in [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter(|near| *near < self.sent.len()) {
                let became = self.taken.get(near).copied().flatten().or(self.joined.get(near).copied().flatten());
                let Some(back) = became.filter(|_| self.is_open(at)) else { continue };
                let told = (0..self.sent.len()).filter(|one| self.taken.get(*one) == Some(&Some(back)) || self.joined.get(*one) == Some(&Some(back)));
                let said = self.back_bags.get(back).cloned().unwrap_or_default();
                let left = told.filter_map(|one| self.sent_bags.get(one)).fold(said, |left, told| left.without(told));
                let is_part = self.sent_bags.get(at).is_some_and(|bag| bag.len() > 1 && bag.share_in(&left) >= PART);
                let is_para = self.sent.get(at).is_some_and(|unit| unit.table.is_none());
                if let (true, Some(joined)) = (is_part && is_para && self.are_kin(at, back), self.joined.get_mut(at)) {
                    *joined = Some(back);
                }
            }
        }
    }
}
