//! Who told a figure: the office itself, its units, or both together.

use super::known::{Known, Lack, Origin, Reckoned};
use super::nature::{self, Nature};
use super::reckon::{Reckoner, known};
use super::series::{self, Found};
use super::values::Told;
use crate::assets::FigureKind;
use crate::deadline::Span;
use crate::view::{FigureCell, Id};
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
    /// What the office told, else what its units told together. An estimate gives way to closed parts that are complete.
    pub(super) fn told(&self, at: usize, span: Span) -> Option<Reckoned> {
        let office = self.of_office(at, span);
        if let Some(closed) = office.as_ref().filter(|found| found.is_estimate()).and_then(|_| self.closed_parts(at, span)) {
            return Some(closed);
        }
        if let Some(below) = office.as_ref().and_then(less_than_nothing) {
            return Some(below);
        }
        if let Some(found) = office {
            let origin = match found.steps.as_slice() {
                [(false, one)] => Origin::Told((*one).clone()),
                steps => Origin::Joined(steps.iter().map(|(minus, one)| (*minus, one.span)).collect()),
            };
            return Some(of(&found, origin, span));
        }
        let shares = self.shares_of(at, span);
        let any_whole = shares.iter().any(|share| share.whole);
        if self.catalog.nature(at) == Nature::Flow {
            // Windows the office told, and those nobody told whole, are joined as they are shown one by one.
            let by_window = !any_whole || self.office_tells_within(at, span);
            let (complete, closed) = (self.is_complete(&shares, at, span), self.is_closed(&shares, at, span));
            let mixed = if by_window || !closed { self.mixed(at, span, !by_window) } else { None };
            match &mixed {
                Some(_) if !any_whole => return mixed,
                // Else only what is no less certain than the sum over the whole window: it lacks less, or is no estimate.
                Some(joined @ Reckoned::Known(Known { estimate, .. })) => {
                    let lacks = !self.has_all(&shares, at, span, joined);
                    let estimated = *estimate && if by_window { closed } else { complete };
                    if by_window && !complete || !lacks && !estimated {
                        return mixed;
                    }
                }
                // What was told is no less told where other windows contradict it.
                Some(Reckoned::Lacking(_)) | None => {}
            }
        }
        if !any_whole {
            return None;
        }
        if let Some(below) = shares.iter().find_map(|share| less_than_nothing(&share.found)) {
            return Some(below);
        }
        added(&shares, span)
    }

    /// What closed values of all units asked, or of windows that join, give where the office itself only estimated.
    fn closed_parts(&self, at: usize, span: Span) -> Option<Reckoned> {
        let shares = self.shares_of(at, span);
        if self.is_closed(&shares, at, span) {
            return added(&shares, span);
        }
        if self.catalog.nature(at) != Nature::Flow {
            return None;
        }
        let parts = self.mixed(at, span, true)?;
        let office =
            |one: Span| self.values.of(&self.catalog.figure(at).id).iter().any(|told| told.unit.is_none() && told.closed && told.span == one);
        let closed = |steps: &[(bool, Span)]| steps.iter().all(|(_, one)| office(*one) || self.is_closed(&self.shares_of(at, *one), at, *one));
        match &parts {
            Reckoned::Known(Known { origin: Origin::Joined(steps), estimate: false, .. })
                if closed(steps) && self.has_all(&shares, at, span, &parts) =>
            {
                Some(parts)
            }
            _ => None,
        }
    }

    /// True where joined windows lack no share, nor one of a unit that told of their days in another window alone.
    fn has_all(&self, shares: &[Share<'_>], at: usize, span: Span, joined: &Reckoned) -> bool {
        let Reckoned::Known(Known { origin: Origin::Joined(steps), .. }) = joined else { return false };
        let has = |one: Span| {
            let there = self.shares_of(at, one);
            shares.iter().all(|share| there.iter().any(|other| other.unit == share.unit) || !self.owes(at, one, share.unit))
        };
        let mut summed = steps.iter().map(|(_, one)| *one).filter(|one| !self.is_of_office(at, *one));
        summed.all(has) && self.gaps_of(at, span, joined).is_empty()
    }

    fn office_tells_within(&self, at: usize, span: Span) -> bool {
        let told = self.values.of(&self.catalog.figure(at).id);
        told.iter().any(|one| one.unit.is_none() && span.first <= one.span.first && one.span.last <= span.last)
    }

    /// True where the office's own number stands for a window: closed, or an estimate that not all of its units closed.
    pub(super) fn is_of_office(&self, at: usize, span: Span) -> bool {
        self.of_office(at, span).is_some_and(|found| !found.is_estimate() || !self.is_closed(&self.shares_of(at, span), at, span))
    }

    /// A flow over windows of which the office told some, and its units others; `complete`: sums that lack shares are
    /// left out, else they are only taken where nothing better leads through.
    fn mixed(&self, at: usize, span: Span, complete: bool) -> Option<Reckoned> {
        let all = self.sums(at);
        let over = |lacking: bool| series::over(&all.iter().filter(|(whole, _)| *whole || lacking).map(|(_, told)| told).collect::<Vec<_>>(), span);
        let found = over(false).or_else(|| if complete { None } else { over(true) })?;
        if let Some(below) = less_than_nothing(&found) {
            return Some(below);
        }
        Some(of(&found, Origin::Joined(found.steps.iter().map(|(minus, one)| (*minus, one.span)).collect()), span))
    }

    /// What was told of a flow for the whole office; where it told nothing of a window, what its units told together.
    pub(super) fn by_window(&self, at: usize) -> Vec<Told> {
        self.sums(at).into_iter().map(|(_, told)| told).collect()
    }

    /// The same, each with whether it lacks no share.
    fn sums(&self, at: usize) -> Vec<(bool, Told)> {
        let (own, told): (Vec<Told>, Vec<Told>) = self.values.of(&self.catalog.figure(at).id).iter().cloned().partition(|one| one.unit.is_none());
        let mut windows: BTreeMap<(NaiveDate, NaiveDate), Told> = BTreeMap::new();
        // What its units closed of a window the office only estimated counts too, whichever windows they told.
        for one in told.into_iter().chain(own.iter().filter(|one| !one.closed).cloned()) {
            windows.entry((one.span.first, one.span.last)).or_insert(one);
        }
        let mut sums: Vec<(bool, Told)> = own.into_iter().map(|one| (true, one)).collect();
        for one in windows.into_values().filter(|one| !self.is_of_office(at, one.span)) {
            let shares = self.shares_of(at, one.span);
            let steps = || shares.iter().flat_map(|share| &share.found.steps);
            let sum = Told {
                unit: None,
                amount: shares.iter().try_fold(Decimal::ZERO, |sum, share| sum.checked_add(share.found.amount)),
                as_of: steps().map(|(_, told)| told.as_of).min().unwrap_or(one.as_of),
                closed: steps().all(|(_, told)| told.closed),
                ..one
            };
            sums.push((self.is_complete(&shares, at, one.span), sum));
        }
        sums
    }

    /// What each unit told of a window: all of it, or so much of it as it told.
    pub(super) fn shares_of(&self, at: usize, span: Span) -> Vec<Share<'_>> {
        // Words don't add up, though some look like numbers.
        if self.catalog.figure(at).kind == FigureKind::Text {
            return Vec::new();
        }
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

    /// The words that hold of a text figure: the office's own; else those of its units, where all said the same.
    pub(super) fn words_told(&self, at: usize, span: Span) -> Result<&Told, Lack> {
        if let Some(own) = self.words_of(at, span, None) {
            return Ok(own);
        }
        let told = self.values.of(&self.catalog.figure(at).id);
        let units: BTreeSet<Id> = told.iter().filter_map(|one| one.unit).collect();
        let mut words = units.into_iter().filter_map(|unit| self.words_of(at, span, Some(unit)));
        let first = words.next().ok_or(Lack::Untold)?;
        if words.all(|one| one.value == first.value) { Ok(first) } else { Err(Lack::Several) }
    }

    /// What one of them said: closed before estimated, of this very window before others that end the same day.
    pub(super) fn words_of(&self, at: usize, span: Span, unit: Option<Id>) -> Option<&Told> {
        let told = self.values.of(&self.catalog.figure(at).id).iter();
        told.filter(|one| one.span.last == span.last && one.unit == unit).min_by_key(|one| (!one.closed, one.span != span, one.span.first))
    }

    /// What a unit told of all of a window, as it would be typed again; empty: nothing.
    pub(super) fn of_unit(&self, at: usize, span: Span, unit: Id) -> FigureCell {
        if self.catalog.figure(at).kind == FigureKind::Text {
            let cell =
                |told: &Told| FigureCell { shown: told.value.clone(), source: told.source.clone(), as_of: Some(told.as_of), estimate: !told.closed };
            return self.words_of(at, span, Some(unit)).map(cell).unwrap_or_default();
        }
        let found = self.of_units(at, span).into_iter().find(|(id, _)| *id == unit).map(|(_, found)| found);
        found.map(|found| found.cell(true)).unwrap_or_default()
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

/// What windows give when more is taken away than was told: no count of anything.
fn less_than_nothing(found: &Found<'_>) -> Option<Reckoned> {
    let steps = || found.steps.iter().map(|(minus, one)| (*minus, one.span)).collect();
    (found.amount.is_sign_negative() && !found.amount.is_zero()).then(|| Reckoned::Lacking(Lack::Below(steps())))
}

/// What units told, added.
fn added(shares: &[Share<'_>], span: Span) -> Option<Reckoned> {
    let amount = shares.iter().try_fold(Decimal::ZERO, |sum, share| sum.checked_add(share.found.amount))?;
    let as_of = shares.iter().flat_map(|share| &share.found.steps).map(|(_, one)| one.as_of).min().unwrap_or(span.last);
    let estimate = shares.iter().any(|share| share.found.is_estimate());
    Some(known(amount, Origin::Units(shares.len()), as_of, estimate))
}

fn of(found: &Found<'_>, origin: Origin, span: Span) -> Reckoned {
    let as_of = match found.steps.as_slice() {
        [(false, one)] => one.as_of,
        // Joined windows speak of the last day of those that lead to the end.
        steps => steps.iter().map(|(_, one)| one.as_of).filter(|day| *day <= span.last).max().unwrap_or(span.last),
    };
    known(found.amount, origin, as_of, found.is_estimate())
}
