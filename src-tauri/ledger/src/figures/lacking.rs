//! What a sum of units lacks: shares that are waited for, in its own window and in those it is made of.

use super::formula::Term;
use super::known::{Known, Origin, Reckoned};
use super::reckon::Reckoner;
use super::series::Found;
use super::told::Share;
use crate::deadline::Span;
use crate::view::Id;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A share that is not there, or not all of it.
pub(super) struct Gap<'a> {
    /// The window it is missing in.
    pub(super) span: Span,
    pub(super) unit: Id,
    /// What the unit told of a part of that window.
    pub(super) found: Option<Found<'a>>,
}

impl Reckoner {
    /// The shares that are missing in a known figure, whether it is a sum itself, is joined from sums or has one
    /// taken away, or stood at the end of the window before.
    ///
    /// What a formula adds of the same window lacks its shares under its own name.
    pub(super) fn gaps(&self, at: usize, span: Span) -> Vec<Gap<'_>> {
        self.gaps_within(at, span, &self.figure(at, span), false)
    }

    /// The same of what a figure would be.
    pub(super) fn gaps_of(&self, at: usize, span: Span, reckoned: &Reckoned) -> Vec<Gap<'_>> {
        self.gaps_within(at, span, reckoned, false)
    }

    /// `behind`: the window is one before another; what it was carried over from is said there.
    fn gaps_within(&self, at: usize, span: Span, reckoned: &Reckoned, behind: bool) -> Vec<Gap<'_>> {
        let Reckoned::Known(Known { origin, .. }) = reckoned else { return Vec::new() };
        match origin {
            Origin::Told(_) | Origin::Counted => Vec::new(),
            Origin::Units(_) => self.open_shares(at, span, &BTreeSet::new()),
            Origin::Joined(steps) => {
                let summed: Vec<Span> = steps.iter().map(|(_, one)| *one).filter(|one| !self.is_of_office(at, *one)).collect();
                // Who told one of the windows is waited for in the others.
                let tellers: BTreeSet<Id> = summed.iter().flat_map(|one| self.shares_of(at, *one)).map(|share| share.unit).collect();
                summed.into_iter().flat_map(|one| self.open_shares(at, one, &tellers)).collect()
            }
            Origin::Carried(_) => self.gaps_of_terms(self.catalog.carried(at).map(|formula| formula.terms.as_slice()), span, behind),
            Origin::Formula => {
                let formulas = [self.catalog.formula(at), self.catalog.denominator(at)];
                formulas.into_iter().flat_map(|formula| self.gaps_of_terms(formula.map(|formula| formula.terms.as_slice()), span, behind)).collect()
            }
        }
    }

    fn gaps_of_terms(&self, terms: Option<&[Term]>, span: Span, behind: bool) -> Vec<Gap<'_>> {
        let terms = terms.into_iter().flatten().filter(|term| term.previous != behind);
        let of = |term: &Term| if term.previous { self.preceding(span) } else { span };
        terms.flat_map(|term| self.gaps_within(term.at, of(term), &self.figure(term.at, of(term)), true)).collect()
    }

    /// True for a figure that its formula makes of another one of the same window.
    pub(super) fn rests_on(&self, at: usize, part: usize, span: Span) -> bool {
        if !matches!(self.figure(at, span), Reckoned::Known(Known { origin: Origin::Formula, .. })) {
            return false;
        }
        let terms = [self.catalog.formula(at), self.catalog.denominator(at)].into_iter().flatten().flat_map(|formula| &formula.terms);
        terms.filter(|term| !term.previous).any(|term| term.at == part || self.rests_on(term.at, part, span))
    }

    /// True when all units that are waited for told all of a window.
    pub(super) fn is_complete(&self, shares: &[Share<'_>], at: usize, span: Span) -> bool {
        let whole = !shares.is_empty() && shares.iter().all(|share| self.is_whole(share, at, span));
        whole && self.waited_for(at, span, shares).iter().all(|unit| shares.iter().any(|share| share.unit == *unit))
    }

    /// The same, and none as an estimate.
    pub(super) fn is_closed(&self, shares: &[Share<'_>], at: usize, span: Span) -> bool {
        shares.iter().all(|share| !share.found.is_estimate()) && self.is_complete(shares, at, span)
    }

    /// The units whose share of a window is not there, or not all of it; `tellers` are waited for, too.
    fn open_shares(&self, at: usize, span: Span, tellers: &BTreeSet<Id>) -> Vec<Gap<'_>> {
        let shares = self.shares_of(at, span);
        let waited = self.waited_for(at, span, &shares);
        let mut open: BTreeMap<Id, Option<Share>> = shares.into_iter().map(|share| (share.unit, Some(share))).collect();
        for unit in waited.into_iter().chain(tellers.iter().copied().filter(|unit| self.owes(at, span, *unit))) {
            open.entry(unit).or_default();
        }
        let lacks = |share: &Share| !self.is_whole(share, at, span) && self.units.names.contains_key(&share.unit);
        let open = open.into_iter().filter(|(_, share)| share.as_ref().is_none_or(lacks));
        open.map(|(unit, share)| Gap { span, unit, found: share.map(|share| share.found) }).collect()
    }

    /// The units that are asked for a figure, or told the window before: before this one, or before one it was told in.
    fn waited_for(&self, at: usize, span: Span, shares: &[Share<'_>]) -> BTreeSet<Id> {
        let told_in = shares.iter().flat_map(|share| &share.found.steps).map(|(_, told)| told.span);
        let windows: Vec<Span> = told_in.chain([span]).collect();
        let preceding: BTreeSet<_> = windows.iter().map(|one| self.preceding(*one)).map(|one| (one.first, one.last)).collect();
        let before = preceding.into_iter().flat_map(|(first, last)| self.of_units(at, Span { first, last })).map(|(unit, _)| unit);
        // The window before is one of all figures: of this one others may have been told that end the same day.
        let begun: BTreeSet<NaiveDate> = windows.iter().map(|one| one.first).collect();
        let told = self.values.of(&self.catalog.figure(at).id).iter();
        let until = told.filter(|one| one.span.last.succ_opt().is_some_and(|next| begun.contains(&next))).filter_map(|one| one.unit);
        let asked = self.units.asked.units(&self.catalog.figure(at).id);
        before.chain(until).chain(asked).filter(|unit| self.owes(at, span, *unit)).collect()
    }
}
