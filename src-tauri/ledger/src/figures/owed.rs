//! The days a unit's share is waited for: those on which there is such a unit.

use super::nature::Nature;
use super::reckon::Reckoner;
use super::told::Share;
use crate::deadline::Span;
use crate::view::Id;

impl Reckoner {
    /// True for a unit that there is at the end of a window, when figures are handed in.
    pub(super) fn stands(&self, unit: Id, span: Span) -> bool {
        let life = self.units.lives.get(&unit).copied().unwrap_or_default();
        life.from.is_none_or(|from| from <= span.last) && life.to.is_none_or(|to| span.last <= to)
    }

    /// True for a unit that hands in a share of a window.
    pub(super) fn owes(&self, at: usize, span: Span, unit: Id) -> bool {
        self.units.names.contains_key(&unit) && self.owed(at, span, unit).is_some()
    }

    /// True when a unit told all it has to tell of a window.
    pub(super) fn is_whole(&self, share: &Share<'_>, at: usize, span: Span) -> bool {
        let Some(owed) = self.owed(at, span, share.unit).filter(|_| !share.whole) else { return true };
        let mut next = owed.first;
        for (_, told) in share.found.steps.iter().filter(|(_, told)| told.span.last >= owed.first) {
            if told.span.first > next {
                return false;
            }
            next = next.max(told.span.last.succ_opt().unwrap_or(told.span.last));
        }
        next > owed.last
    }

    /// The days of a window that a unit tells of; `None`: none.
    ///
    /// Of the window it ended in a unit hands in nothing, whoever came after it does: its days go to the last end of
    /// a window, of those that were told, that it lived to see.
    fn owed(&self, at: usize, span: Span, unit: Id) -> Option<Span> {
        let life = self.units.lives.get(&unit).copied().unwrap_or_default();
        let first = life.from.map_or(span.first, |from| from.max(span.first));
        if self.catalog.nature(at) != Nature::Flow {
            let there = if self.catalog.nature(at) == Nature::Opening { first == span.first } else { first <= span.last };
            return Some(span).filter(|_| there && self.stands(unit, span));
        }
        let last = match life.to.filter(|to| *to < span.last) {
            None => span.last,
            Some(to) => {
                let ends = self.values.of(&self.catalog.figure(at).id).iter().map(|told| told.span.last);
                ends.filter(|last| span.first <= *last && *last <= to).max()?
            }
        };
        (first <= last).then_some(Span { first, last })
    }
}
