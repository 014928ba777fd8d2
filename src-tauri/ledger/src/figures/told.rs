//! Who told a figure: the office itself, its units, or both together.

use super::known::{Origin, Reckoned};
use super::nature::{self, Nature};
use super::reckon::{Reckoner, known};
use super::series::{self, Found};
use super::values::Told;
use crate::deadline::Span;
use crate::view::Id;
use chrono::NaiveDate;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

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
        let shares = self.of_units(at, span);
        if shares.is_empty() && self.catalog.nature(at) == Nature::Flow {
            return self.mixed(at, span);
        }
        let amount = shares.iter().map(|(_, found)| found.amount).sum();
        let as_of = shares.iter().flat_map(|(_, found)| &found.steps).map(|(_, one)| one.as_of).min().unwrap_or(span.last);
        let estimate = shares.iter().any(|(_, found)| found.is_estimate());
        (!shares.is_empty()).then(|| known(amount, Origin::Units(shares.len()), as_of, estimate))
    }

    /// A flow over windows of which the office told some, and its units others.
    fn mixed(&self, at: usize, span: Span) -> Option<Reckoned> {
        let all = self.by_window(at);
        let found = series::over(&all.iter().collect::<Vec<_>>(), span)?;
        Some(of(&found, Origin::Joined(found.steps.iter().map(|(minus, one)| (*minus, one.span)).collect()), span))
    }

    /// What was told of a flow for the whole office; where it told nothing of a window, what its units told together.
    pub(super) fn by_window(&self, at: usize) -> Vec<Told> {
        let (mut own, shares): (Vec<Told>, Vec<Told>) =
            self.values.of(&self.catalog.figure(at).id).iter().cloned().partition(|one| one.unit.is_none());
        let office: BTreeSet<_> = own.iter().map(|one| (one.span.first, one.span.last)).collect();
        let mut sums: BTreeMap<(NaiveDate, NaiveDate), Told> = BTreeMap::new();
        for share in shares {
            let window = (share.span.first, share.span.last);
            if office.contains(&window) {
                continue;
            }
            match sums.entry(window) {
                Entry::Vacant(place) => {
                    place.insert(Told { unit: None, ..share });
                }
                Entry::Occupied(mut sum) => {
                    let sum = sum.get_mut();
                    sum.amount = sum.amount.zip(share.amount).and_then(|(one, other)| one.checked_add(other));
                    sum.as_of = sum.as_of.min(share.as_of);
                    sum.closed &= share.closed;
                }
            }
        }
        own.extend(sums.into_values());
        own
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
