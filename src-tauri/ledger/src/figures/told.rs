//! Who told a figure: the office itself, its units, or both together.

use super::known::{Known, Origin, Reckoned};
use super::nature::{self, Nature};
use super::reckon::{Reckoner, known};
use super::series::{self, Found};
use super::values::Told;
use crate::deadline::Span;
use crate::view::Id;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// What a unit told of a window.
pub(super) struct Share<'a> {
    pub(super) unit: Id,
    pub(super) found: Found<'a>,
    /// False where it told only of some of its days.
    pub(super) whole: bool,
}

impl Reckoner {
    /// What the office told, else what its units told together.
    pub(super) fn told(&self, at: usize, span: Span) -> Option<Reckoned> {
        if let Some(found) = self.of_office(at, span) {
            let origin = match found.steps.as_slice() {
                [(false, one)] => Origin::Told((*one).clone()),
                steps => Origin::Joined(steps.iter().map(|(minus, one)| (*minus, one.span)).collect()),
            };
            return Some(of(&found, origin, span));
        }
        let shares = self.shares_of(at, span);
        // Windows the office told, and those nobody told whole, are joined as they are shown one by one.
        let by_window = self.catalog.nature(at) == Nature::Flow && (!shares.iter().any(|share| share.whole) || self.office_tells_within(at, span));
        if let Some(mixed) = by_window.then(|| self.mixed(at, span)).flatten() {
            return Some(mixed);
        }
        if !shares.iter().any(|share| share.whole) {
            return None;
        }
        let amount = shares.iter().try_fold(Decimal::ZERO, |sum, share| sum.checked_add(share.found.amount))?;
        let as_of = shares.iter().flat_map(|share| &share.found.steps).map(|(_, one)| one.as_of).min().unwrap_or(span.last);
        let estimate = shares.iter().any(|share| share.found.is_estimate());
        Some(known(amount, Origin::Units(shares.len()), as_of, estimate))
    }

    fn office_tells_within(&self, at: usize, span: Span) -> bool {
        let told = self.values.of(&self.catalog.figure(at).id);
        told.iter().any(|one| one.unit.is_none() && span.first <= one.span.first && one.span.last <= span.last)
    }

    /// A flow over windows of which the office told some, and its units others.
    fn mixed(&self, at: usize, span: Span) -> Option<Reckoned> {
        let all = self.by_window(at);
        let found = series::over(&all.iter().collect::<Vec<_>>(), span)?;
        Some(of(&found, Origin::Joined(found.steps.iter().map(|(minus, one)| (*minus, one.span)).collect()), span))
    }

    /// What was told of a flow for the whole office; where it told nothing of a window, what its units told together.
    pub(super) fn by_window(&self, at: usize) -> Vec<Told> {
        let (mut own, told): (Vec<Told>, Vec<Told>) = self.values.of(&self.catalog.figure(at).id).iter().cloned().partition(|one| one.unit.is_none());
        let office: BTreeSet<_> = own.iter().map(|one| (one.span.first, one.span.last)).collect();
        let mut windows: BTreeMap<(NaiveDate, NaiveDate), Told> = BTreeMap::new();
        for one in told {
            windows.entry((one.span.first, one.span.last)).or_insert(one);
        }
        for (_, one) in windows.into_iter().filter(|(window, _)| !office.contains(window)) {
            let shares = self.shares_of(at, one.span);
            let steps = || shares.iter().flat_map(|share| &share.found.steps);
            own.push(Told {
                unit: None,
                amount: shares.iter().try_fold(Decimal::ZERO, |sum, share| sum.checked_add(share.found.amount)),
                as_of: steps().map(|(_, told)| told.as_of).min().unwrap_or(one.as_of),
                closed: steps().all(|(_, told)| told.closed),
                ..one
            });
        }
        own
    }

    /// What each unit told of a window: all of it, or so much of it as it told.
    pub(super) fn shares_of(&self, at: usize, span: Span) -> Vec<Share<'_>> {
        let whole = self.of_units(at, span);
        let known: BTreeSet<Id> = whole.iter().map(|(unit, _)| *unit).collect();
        let mut shares: Vec<Share> = whole.into_iter().map(|(unit, found)| Share { unit, found, whole: true }).collect();
        if self.catalog.nature(at) == Nature::Flow {
            let told = self.values.of(&self.catalog.figure(at).id);
            let others: BTreeSet<Id> = told.iter().filter_map(|one| one.unit).filter(|unit| !known.contains(unit)).collect();
            shares.extend(others.into_iter().filter_map(|unit| {
                let own: Vec<&Told> = told.iter().filter(|one| one.unit == Some(unit)).collect();
                Some(Share { unit, found: series::within(&own, span)?, whole: false })
            }));
            shares.sort_by_key(|share| share.unit);
        }
        shares
    }

    /// The units whose share of a sum is not there, or not all of it: those that are asked, that told the window
    /// before, or that told a part; each with what it told.
    pub(super) fn missing(&self, at: usize, span: Span) -> Vec<(Id, Option<Found<'_>>)> {
        if !matches!(self.figure(at, span), Reckoned::Known(Known { origin: Origin::Units(_), .. })) {
            return Vec::new();
        }
        let before = self.of_units(at, self.preceding(span)).into_iter().map(|(unit, _)| unit);
        let asked = self.units.asked.units(&self.catalog.figure(at).id);
        let mut shares: BTreeMap<Id, Option<Share>> = self.shares_of(at, span).into_iter().map(|share| (share.unit, Some(share))).collect();
        for unit in before.chain(asked) {
            shares.entry(unit).or_default();
        }
        let open = shares.into_iter().filter(|(unit, share)| share.as_ref().is_none_or(|share| !share.whole) && self.units.names.contains_key(unit));
        open.map(|(unit, share)| (unit, share.map(|share| share.found))).collect()
    }

    /// What the office itself told of a figure.
    pub(super) fn of_office(&self, at: usize, span: Span) -> Option<Found<'_>> {
        let told: Vec<&Told> = self.values.of(&self.catalog.figure(at).id).iter().filter(|one| one.unit.is_none()).collect();
        nature::told(self.catalog.nature(at), &told, span)
    }

    /// What each unit told of a figure.
    pub(super) fn of_units(&self, at: usize, span: Span) -> Vec<(Id, Found<'_>)> {
        let told = self.values.of(&self.catalog.figure(at).id);
        let units: BTreeSet<Id> = told.iter().filter_map(|one| one.unit).collect();
        let nature = self.catalog.nature(at);
        units
            .into_iter()
            .filter_map(|unit| {
                let own: Vec<&Told> = told.iter().filter(|one| one.unit == Some(unit)).collect();
                Some((unit, nature::told(nature, &own, span)?))
            })
            .collect()
    }
}

fn of(found: &Found<'_>, origin: Origin, span: Span) -> Reckoned {
    let as_of = match found.steps.as_slice() {
        [(false, one)] => one.as_of,
        // Joined windows speak of the last day of those that lead to the end.
        steps => steps.iter().map(|(_, one)| one.as_of).filter(|day| *day <= span.last).max().unwrap_or(span.last),
    };
    known(found.amount, origin, as_of, found.is_estimate())
}
