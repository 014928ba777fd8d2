//! Sums and shares against a reckoning of another kind: every day counted one by one.

use crate::assets::figures_cchc;
use crate::deadline::Span;
use crate::figures::catalog::Catalog;
use crate::figures::known::{Content, Known, Reckoned};
use crate::figures::reckon::Reckoner;
use crate::figures::values::{Told, Values};
use chrono::{Months, NaiveDate};
use proptest::prelude::*;
use std::collections::HashMap;

const FLOWS: [&str; 7] = ["case.new_online", "case.new_direct", "case.early", "case.on_time", "case.late", "case.refused", "case.withdrawn"];
const CLOSINGS: [&str; 3] = ["case.within", "case.beyond", "case.supplement"];
const MONTHS: usize = 12;

/// What one month brought, and how it was told.
#[derive(Debug, Clone)]
struct Month {
    flows: [i64; 7],
    closings: [i64; 3],
    alone: bool,
    so_far: bool,
    closed: bool,
}

fn month() -> impl Strategy<Value = Month> {
    (proptest::array::uniform7(0_i64..40), proptest::array::uniform3(0_i64..9), any::<bool>(), any::<bool>(), any::<bool>())
        .prop_map(|(flows, closings, alone, so_far, closed)| Month { flows, closings, alone, so_far, closed })
}

fn span(first: usize, last: usize) -> Span {
    let start = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let begin = |month: usize| start + Months::new(u32::try_from(month).unwrap());
    Span { first: begin(first), last: begin(last + 1).pred_opt().unwrap() }
}

/// Boundaries between months that told windows tie together.
fn tied(months: &[Month]) -> Vec<usize> {
    let mut group: Vec<usize> = (0..=MONTHS).collect();
    let mut tie = |one: usize, other: usize| {
        let (from, to) = (group[one], group[other]);
        group.iter_mut().filter(|place| **place == from).for_each(|place| *place = to);
    };
    for (at, month) in months.iter().enumerate() {
        if month.alone {
            tie(at, at + 1);
        }
        if month.so_far {
            tie(0, at + 1);
        }
    }
    group
}

/// Half-up in hundredths of a percent, 100 and 0 only when they are.
fn share(part: i64, of: i64) -> Option<i128> {
    let (part, of) = (i128::from(part), i128::from(of));
    if of == 0 {
        return None;
    }
    let (whole, rest) = (part * 10_000 / of, part * 10_000 % of);
    let rounded = if rest * 2 >= of { whole + 1 } else { whole };
    Some(match rounded {
        10_000 if part < of => 9_999,
        10_000 if part > of => 10_001,
        0 if part > 0 => 1,
        usual => usual,
    })
}

fn told(months: &[Month], carried: i64) -> Values {
    let mut values = Values::default();
    values.insert("case.carried", Told::sample(span(0, 0), carried, true));
    for (at, month) in months.iter().enumerate() {
        for (nth, id) in FLOWS.iter().enumerate() {
            if month.alone {
                values.insert(id, Told::sample(span(at, at), month.flows[nth], true));
            }
            // The first month alone is the year so far.
            if month.so_far && !(at == 0 && month.alone) {
                values.insert(id, Told::sample(span(0, at), months[..=at].iter().map(|month| month.flows[nth]).sum(), true));
            }
        }
        for (nth, id) in CLOSINGS.iter().enumerate().filter(|_| month.closed) {
            values.insert(id, Told::sample(span(at, at), month.closings[nth], true));
        }
    }
    values
}

proptest! {
    /// Every window is either what the days add up to, or said not to be known where they can't.
    #[test]
    fn every_window_is_what_its_days_add_up_to(
        months in proptest::collection::vec(month(), MONTHS),
        carried in 0_i64..30,
        asked in (0_usize..MONTHS, 0_usize..MONTHS),
    ) {
        let (first, last) = (asked.0.min(asked.1), asked.0.max(asked.1));
        let reckoner = Reckoner::new(Catalog::of(figures_cchc().unwrap()).unwrap(), told(&months, carried), crate::figures::reckon::Units::default(), HashMap::new());
        let content = |id: &str| match reckoner.figure(reckoner.catalog.place(id).unwrap(), span(first, last)) {
            Reckoned::Known(Known { content, .. }) => Some(content),
            Reckoned::Lacking(_) => None,
        };
        let amount = |id: &str| match content(id) {
            Some(Content::Amount(amount)) => Some(i64::try_from(amount).unwrap()),
            _ => None,
        };
        let group = tied(&months);
        let known = group[first] == group[last + 1];
        let flow = |nth: usize| months[first..=last].iter().map(|month| month.flows[nth]).sum::<i64>();
        for (nth, id) in FLOWS.iter().enumerate() {
            prop_assert_eq!(amount(id), known.then(|| flow(nth)), "{}", id);
        }
        let (new, resolved) = (flow(0) + flow(1), (2..7).map(flow).sum::<i64>());
        prop_assert_eq!(amount("case.new"), known.then_some(new));
        prop_assert_eq!(amount("case.resolved"), known.then_some(resolved));
        let open = |at: usize| months[at].closed.then(|| months[at].closings.iter().sum::<i64>());
        prop_assert_eq!(amount("case.open"), open(last));
        let opening = if first == 0 { Some(carried) } else { open(first - 1) };
        prop_assert_eq!(amount("case.carried"), opening);
        prop_assert_eq!(amount("case.received"), opening.filter(|_| known).map(|opening| opening + new));
        for (id, part, of) in [("case.on_time_rate", resolved - flow(4), resolved), ("case.online_rate", flow(0), new)] {
            let wanted = share(part, of).filter(|_| known);
            let hundredths = match content(id) {
                Some(Content::Share { part, of }) => crate::viet::hundredths(part, of, 2),
                _ => None,
            };
            prop_assert_eq!(hundredths, wanted, "{}", id);
        }
    }
}
