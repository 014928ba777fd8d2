//! Values told of other windows that can't be true beside one that was told.

use super::doubts::{Doubt, What};
use super::known::{Known, Origin, Reckoned};
use super::nature::Nature;
use super::reckon::Reckoner;
use super::series::{self, Found};
use super::values::Told;
use super::{periods, shown};
use crate::assets::FigureKind;
use crate::deadline::Span;
use crate::viet::{self, day_screen};
use rust_decimal::Decimal;

/// One closed value, and closed others that give another amount for the same.
struct Contradiction<'a> {
    one: &'a Told,
    /// `true`: taken away.
    others: Vec<(bool, &'a Told)>,
    amount: Decimal,
    how: How,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// Both are of one day.
    SameDay,
    /// Other windows that join, or that one is taken away from, give another amount.
    Joined,
    /// Windows inside it have more than it has.
    Inside,
}

impl Reckoner {
    /// What a number that was told is at odds with: other windows of the office; of a sum of units each one's own.
    pub(super) fn windows_differ(&self, at: usize, span: Span) -> Option<Doubt> {
        let figure = self.catalog.figure(at);
        let Reckoned::Known(Known { origin: Origin::Told(_) | Origin::Joined(_) | Origin::Units(_), .. }) = self.figure(at, span) else {
            return None;
        };
        if figure.kind == FigureKind::Text {
            return None;
        }
        let nature = self.catalog.nature(at);
        let told = self.values.of(&figure.id);
        let of = |unit| told.iter().filter(|one| one.unit == unit && one.closed).collect::<Vec<&Told>>();
        if let Some(found) = self.of_office(at, span) {
            return contradiction(nature, &of(None), span, &found).map(|odd| self.at_odds(at, span, &found, &odd));
        }
        let shares = self.shares_of(at, span);
        shares.iter().find_map(|share| {
            let odd = contradiction(nature, &of(Some(share.unit)), span, &share.found)?;
            Some(self.at_odds(at, span, &share.found, &odd))
        })
    }

    fn at_odds(&self, at: usize, span: Span, found: &Found<'_>, odd: &Contradiction<'_>) -> Doubt {
        let figure = self.catalog.figure(at);
        let unit = odd.one.unit.and_then(|unit| self.units.names.get(&unit));
        let name = unit.map_or_else(|| format!("“{}”", figure.name), |unit| format!("“{}” của {unit}", figure.name));
        let own = odd.one.amount.unwrap_or_default();
        let shown = |amount: Decimal| viet::amount(amount, shown::DECIMALS);
        let steps: Vec<(bool, Span)> = odd.others.iter().map(|(minus, one)| (*minus, one.span)).collect();
        let (window, others) = (periods::name(odd.one.span), shown::joined(&steps));
        let direct = found.is_direct() && odd.one.span == span;
        let words = match odd.how {
            How::SameDay => {
                let (when, day) = if self.catalog.nature(at) == Nature::Opening { ("đầu", span.first) } else { ("cuối", span.last) };
                let day = day_screen(day);
                let (own, other) = (shown(own), shown(odd.amount));
                format!(
                    "{name} lúc {when} kỳ (ngày {day}) có hai số: {own} gõ cho {window}, {other} gõ cho {others}. Báo cáo lấy số gõ cho {window}."
                )
            }
            How::Joined if direct && unit.is_none() => {
                format!("{name} đã gõ cho kỳ này khác số tính từ {others}. Báo cáo lấy số đã gõ.")
            }
            How::Joined => {
                format!(
                    "{name} đã gõ cho {window} ({}) khác số tính từ {others} ({}). Báo cáo lấy số đã gõ cho {window}.",
                    shown(own),
                    shown(odd.amount)
                )
            }
            How::Inside => {
                format!("{name} đã gõ cho {window} ({}) ít hơn số của {others} ({}), là kỳ nằm trong đó.", shown(own), shown(odd.amount))
            }
        };
        let parts = odd.others.iter().map(|(minus, one)| {
            let amount = one.amount.unwrap_or_default();
            (periods::name(one.span), if *minus { amount } else { -amount })
        });
        Doubt {
            about: format!("{}:{}", if odd.how == How::Inside { "parts" } else { "windows" }, figure.id),
            figures: vec![at],
            words,
            lines: std::iter::once((format!("{window} (đã gõ)"), own)).chain(parts).collect(),
            left: own - odd.amount,
            what: What::Differs,
        }
    }
}

/// What a value, or one of those it is joined from, is at odds with among the closed values of the same teller.
fn contradiction<'a>(nature: Nature, closed: &[&'a Told], span: Span, found: &Found<'a>) -> Option<Contradiction<'a>> {
    let same_day = |other: &Told| if nature == Nature::Opening { other.span.first == span.first } else { other.span.last == span.last };
    found.steps.iter().map(|(_, one)| *one).filter(|one| one.closed).find_map(|one| {
        let own = one.amount?;
        match nature {
            Nature::Own => None,
            Nature::Opening | Nature::Closing => {
                let other = closed.iter().copied().find(|other| same_day(other) && other.amount.is_some_and(|amount| amount != own))?;
                Some(Contradiction { one, others: vec![(false, other)], amount: other.amount?, how: How::SameDay })
            }
            Nature::Flow => {
                let way = series::besides(closed, one.span).filter(|way| way.amount != own);
                let way = way.map(|way| Contradiction { one, others: way.steps, amount: way.amount, how: How::Joined });
                way.or_else(|| inside(closed, one, None)).or_else(|| {
                    let around = closed.iter().filter(|wider| wider.span != one.span && holds(wider.span, one.span));
                    around.copied().filter(|_| found.is_direct()).find_map(|wider| inside(closed, wider, Some(one)))
                })
            }
        }
    })
}

/// Windows inside one that don't meet and have more than it has; `with`: one of them.
fn inside<'a>(closed: &[&'a Told], one: &'a Told, with: Option<&'a Told>) -> Option<Contradiction<'a>> {
    let apart = |other: &Told| with.is_none_or(|with| other.span.last < with.span.first || with.span.last < other.span.first);
    let rest: Vec<&Told> = closed.iter().copied().filter(|other| other.span != one.span && apart(other)).collect();
    let parts = series::within(&rest, one.span).into_iter().flat_map(|found| found.steps);
    let mut others: Vec<(bool, &Told)> = parts.chain(with.map(|with| (false, with))).collect();
    others.sort_by_key(|(_, other)| other.span.first);
    let amount = others.iter().try_fold(Decimal::ZERO, |sum, (_, other)| sum.checked_add(other.amount?))?;
    (one.amount? < amount).then_some(Contradiction { one, others, amount, how: How::Inside })
}

fn holds(wider: Span, span: Span) -> bool {
    wider.first <= span.first && span.last <= wider.last
}
