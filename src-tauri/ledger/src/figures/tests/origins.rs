//! Whoever told what, closed or not: a number that nothing is said of is the true one, by a plain reckoning.

use crate::assets::figures_cchc;
use crate::deadline::Span;
use crate::figures::asked::Asked;
use crate::figures::catalog::Catalog;
use crate::figures::doubts::What;
use crate::figures::known::{Content, Known, Origin, Reckoned};
use crate::figures::reckon::{Reckoner, Units};
use crate::figures::values::{Told, Values};
use crate::view::Id;
use chrono::{Months, NaiveDate};
use proptest::prelude::*;
use std::collections::HashMap;

const QUARTERS: usize = 4;
const UNITS: [Id; 3] = [1, 2, 3];
/// An estimate is wrong by so much that it shows in every sum.
const OFF: i64 = 100_000;

/// What one teller, the office or a unit, told of a window.
#[derive(Debug, Clone, Copy)]
struct Says {
    /// The office, else a unit by its place.
    unit: Option<usize>,
    first: usize,
    last: usize,
    closed: bool,
}

fn says() -> impl Strategy<Value = Vec<Says>> {
    let one = (proptest::option::weighted(0.7, 0..UNITS.len()), 0..QUARTERS, 0..QUARTERS, proptest::bool::weighted(0.75));
    let one = one.prop_map(|(unit, one, other, closed)| {
        // Most tell quarters or the year so far.
        let (first, last) = (one.min(other), one.max(other));
        let first = if (one + other) % 3 == 0 {
            first
        } else if other % 2 == 0 {
            last
        } else {
            0
        };
        Says { unit, first, last, closed }
    });
    proptest::collection::vec(one, 1..16).prop_map(|mut all| {
        all.sort_by_key(|one| (one.unit, one.first, one.last, one.closed));
        all.dedup_by_key(|one| (one.unit, one.first, one.last, one.closed));
        all
    })
}

fn span(first: usize, last: usize) -> Span {
    let start = NaiveDate::from_ymd_opt(2025, 12, 15).unwrap();
    let begin = |quarter: usize| start + Months::new(u32::try_from(quarter * 3).unwrap());
    Span { first: begin(first), last: begin(last + 1).pred_opt().unwrap() }
}

/// The reckoner of a ledger in which all units are asked for all the figures.
fn reckoner(figures: &[&str], says: &[Says], amount: impl Fn(&str, Option<usize>, usize, usize) -> i64) -> Reckoner {
    asking(&UNITS, figures, says, amount)
}

/// The same, of one in which some are asked.
fn asking(asked: &[Id], figures: &[&str], says: &[Says], amount: impl Fn(&str, Option<usize>, usize, usize) -> i64) -> Reckoner {
    let mut values = Values::default();
    for figure in figures {
        for one in says {
            let true_amount = amount(figure, one.unit, one.first, one.last);
            let told = Told::sample(span(one.first, one.last), true_amount + if one.closed { 0 } else { OFF }, one.closed);
            values.insert(figure, Told { unit: one.unit.map(|nth| UNITS[nth]), ..told });
        }
    }
    // What else the sums need, known for certain.
    for quarter in 0..QUARTERS {
        for (figure, one) in [("case.new_direct", 7), ("case.beyond", 2), ("case.supplement", 0)] {
            values.insert(figure, Told::sample(span(quarter, quarter), one, true));
        }
    }
    let names = UNITS.iter().map(|unit| (*unit, format!("Đơn vị {unit}"))).collect();
    let units = Units { names, asked: Asked::sample(figures, asked), ..Units::default() };
    Reckoner::new(Catalog::of(figures_cchc().unwrap()).unwrap(), values, units, HashMap::new())
}

/// What is shown: the number, and whether nothing is said against it.
fn shown(reckoner: &Reckoner, id: &str, asked: Span) -> Option<(Content, bool)> {
    let at = reckoner.catalog.place(id).unwrap();
    let Reckoned::Known(Known { content, estimate, .. }) = reckoner.figure(at, asked) else { return None };
    let lacks = reckoner.doubts(asked).iter().any(|doubt| doubt.what == What::Missing && doubt.figures.contains(&at));
    Some((content, !estimate && !lacks))
}

/// Boundaries between quarters that windows tie together.
fn ties(windows: impl Iterator<Item = (usize, usize)>) -> impl Fn(usize, usize) -> bool {
    let mut group: Vec<usize> = (0..=QUARTERS).collect();
    for (first, last) in windows {
        let (from, to) = (group[first], group[last + 1]);
        group.iter_mut().filter(|place| **place == from).for_each(|place| *place = to);
    }
    move |first, last| group[first] == group[last + 1]
}

/// True where closed windows of one teller give a window.
fn gives(says: &[Says], unit: Option<usize>, first: usize, last: usize) -> bool {
    ties(says.iter().filter(|one| one.unit == unit && one.closed).map(|one| (one.first, one.last)))(first, last)
}

fn all_units_give(says: &[Says], first: usize, last: usize) -> bool {
    (0..UNITS.len()).all(|unit| gives(says, Some(unit), first, last))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// What adds up: told, summed, joined, taken away, and in a total and a share.
    #[test]
    fn a_flow_nothing_is_said_of_is_the_true_one(
        says in says(),
        course in proptest::collection::vec(proptest::array::uniform3(0_i64..90), QUARTERS),
        asked in (0..QUARTERS, 0..QUARTERS),
    ) {
        let (first, last) = (asked.0.min(asked.1), asked.0.max(asked.1));
        let truth = |unit: Option<usize>, first: usize, last: usize| -> i64 {
            course[first..=last].iter().map(|quarter| unit.map_or(quarter.iter().sum(), |unit| quarter[unit])).sum()
        };
        let reckoner = reckoner(&["case.new_online"], &says, |_, unit, first, last| truth(unit, first, last));
        let online = shown(&reckoner, "case.new_online", span(first, last));
        let new = i64::try_from(last - first + 1).unwrap() * 7 + truth(None, first, last);
        if let Some((content, true)) = &online {
            prop_assert_eq!(content, &Content::Amount(truth(None, first, last).into()));
        }
        if let Some((content, true)) = shown(&reckoner, "case.new", span(first, last)) {
            prop_assert_eq!(content, Content::Amount(new.into()));
        }
        if let Some((content, true)) = shown(&reckoner, "case.online_rate", span(first, last)) {
            prop_assert_eq!(content, Content::Share { part: truth(None, first, last).into(), of: new.into() });
        }
        // What closed windows of the office, or of all units, lead to is known for certain.
        let whole = says.iter().map(|one| (one.first, one.last)).filter(|(first, last)| {
            says.iter().any(|one| one.unit.is_none() && one.closed && (one.first, one.last) == (*first, *last)) || all_units_give(&says, *first, *last)
        });
        if all_units_give(&says, first, last) || ties(whole)(first, last) {
            prop_assert_eq!(online.map(|(_, sure)| sure), Some(true), "a complete way was not taken");
        }
        // A share that is said to be missing is.
        for gap in reckoner.gaps(reckoner.catalog.place("case.new_online").unwrap(), span(first, last)) {
            let place = UNITS.iter().position(|unit| *unit == gap.unit).unwrap();
            let window = (0..QUARTERS).flat_map(|one| (one..QUARTERS).map(move |other| (one, other))).find(|(one, other)| span(*one, *other) == gap.span);
            let (one, other) = window.unwrap();
            prop_assert!(!gives(&says, Some(place), one, other), "{} told of {:?}", gap.unit, gap.span);
        }
    }

    /// Whoever is asked: an estimate of the office gives way only to a number that nothing is said of, and a sum waits
    /// for each unit that told up to the day before.
    #[test]
    fn a_sum_that_lacks_a_unit_says_so_and_takes_no_estimate_s_place(
        says in says(),
        course in proptest::collection::vec(proptest::array::uniform3(0_i64..90), QUARTERS),
        wanted in proptest::array::uniform3(proptest::bool::weighted(0.3)),
        asked in (0..QUARTERS, 0..QUARTERS),
    ) {
        let (first, last) = (asked.0.min(asked.1), asked.0.max(asked.1));
        let wanted: Vec<Id> = UNITS.into_iter().zip(wanted).filter(|(_, wanted)| *wanted).map(|(unit, _)| unit).collect();
        let reckoner = asking(&wanted, &["case.new_online"], &says, |_, unit, first, last| {
            course[first..=last].iter().map(|quarter| unit.map_or(quarter.iter().sum(), |unit| quarter[unit])).sum()
        });
        let (at, window) = (reckoner.catalog.place("case.new_online").unwrap(), span(first, last));
        let Reckoned::Known(Known { origin, estimate, .. }) = reckoner.figure(at, window) else { return Ok(()) };
        let gaps = reckoner.gaps(at, window);
        if says.iter().any(|one| one.unit.is_none() && !one.closed && (one.first, one.last) == (first, last)) {
            prop_assert!(estimate || gaps.is_empty(), "{origin:?} took the place of an estimate");
        }
        if matches!(origin, Origin::Units(_)) {
            let told: Vec<Id> = reckoner.of_units(at, window).into_iter().map(|(unit, _)| unit).collect();
            for unit in says.iter().filter(|one| one.last + 1 == first).filter_map(|one| one.unit).map(|nth| UNITS[nth]) {
                prop_assert!(told.contains(&unit) || gaps.iter().any(|gap| gap.unit == unit), "{} told the window before", unit);
            }
        }
    }

    /// What stands at one end of a window: the closed number of that day before any estimate of it.
    #[test]
    fn a_number_of_one_day_nothing_is_said_of_is_the_true_one(
        says in says(),
        stock in proptest::collection::vec(proptest::array::uniform3(0_i64..90), QUARTERS + 1),
        asked in (0..QUARTERS, 0..QUARTERS),
    ) {
        let (first, last) = (asked.0.min(asked.1), asked.0.max(asked.1));
        let of = |unit: Option<usize>, day: usize| unit.map_or(stock[day].iter().sum(), |unit| stock[day][unit]);
        for (id, day, at_end) in [("post.assigned", last + 1, true), ("case.carried", first, false)] {
            let reckoner = reckoner(&[id], &says, |_, unit, first, last| of(unit, if at_end { last + 1 } else { first }));
            let found = shown(&reckoner, id, span(first, last));
            let told = |unit: Option<usize>| {
                says.iter().any(|one| one.unit == unit && one.closed && if at_end { one.last == last } else { one.first == first })
            };
            let (office, units) = (told(None), (0..UNITS.len()).all(|unit| told(Some(unit))));
            if let Some((content, true)) = &found {
                prop_assert_eq!(content, &Content::Amount(of(None, day).into()), "{}", id);
            }
            prop_assert_eq!(matches!(found, Some((_, true))), office || units, "{}: closed by the office {}, by all units {}", id, office, units);
        }
    }

    /// What stood open at the end of a quarter is carried into the next with what is said of it.
    #[test]
    fn what_is_carried_over_and_nothing_is_said_of_is_the_true_one(
        says in says(),
        stock in proptest::collection::vec(proptest::array::uniform3(0_i64..90), QUARTERS + 1),
        asked in 1..QUARTERS,
    ) {
        let of = |unit: Option<usize>, day: usize| unit.map_or(stock[day].iter().sum(), |unit| stock[day][unit]);
        let reckoner = reckoner(&["case.within"], &says, |_, unit, _, last| of(unit, last + 1));
        if let Some((content, true)) = shown(&reckoner, "case.carried", span(asked, asked)) {
            prop_assert_eq!(content, Content::Amount((of(None, asked) + 2).into()));
        }
    }
}
