//! What does not agree in a window: laws, sums, windows and units; with the arithmetic, and never a block.

use super::formula::{Formula, Term};
use super::known::{Known, Origin, Reckoned};
use super::reckon::Reckoner;
use super::{periods, shown};
use crate::assets::FigureKind;
use crate::deadline::Span;
use crate::viet;
use rust_decimal::Decimal;

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Doubt {
    /// A law's id, or `sum:`, `windows:`, `parts:`, `units:`, `count:`, `shares:` with a figure's.
    pub(crate) about: String,
    /// The figures it speaks of, by their places.
    pub(crate) figures: Vec<usize>,
    /// What should hold.
    pub(crate) words: String,
    /// The arithmetic: names, and amounts with their signs.
    pub(crate) lines: Vec<(String, Decimal)>,
    /// What is left over.
    pub(crate) left: Decimal,
    pub(crate) what: What,
}

/// What does not agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// Two sides that should be the same.
    Differs,
    /// One side is more than it may be.
    TooMuch,
    /// A sum lacks shares.
    Missing,
}

impl Doubt {
    /// What an explanation of it holds for: its numbers, of a sum that lacks shares the units that are waited for.
    pub(super) fn arithmetic(&self) -> String {
        if self.what == What::Missing {
            return self.words.clone();
        }
        let amounts = self.lines.iter().map(|(_, amount)| amount).chain([&self.left]);
        amounts.map(|amount| amount.normalize().to_string()).collect::<Vec<_>>().join(" ")
    }
}

impl Reckoner {
    /// All doubts of a window, laws first.
    pub(crate) fn doubts(&self, span: Span) -> Vec<Doubt> {
        let laws = self.catalog.set.laws.iter().zip(&self.catalog.laws);
        let mut doubts: Vec<Doubt> =
            laws.filter_map(|(law, (left, right))| self.broken(&law.id, &law.words, law.at_most, left, right, span)).collect();
        for at in 0..self.catalog.set.figures.len() {
            doubts.extend(self.sum_differs(at, span));
            doubts.extend(self.windows_differ(at, span));
            doubts.extend(self.units_differ(at, span));
            doubts.extend(self.count_differs(at, span));
            doubts.extend(self.units_missing(at, span));
        }
        doubts
    }

    fn broken(&self, id: &str, words: &str, at_most: bool, left: &Formula, right: &Formula, span: Span) -> Option<Doubt> {
        let (one, other) = (self.sum(left, span).ok()?, self.sum(right, span).ok()?);
        let over = one.amount.checked_sub(other.amount)?;
        if over.is_zero() || (at_most && over.is_sign_negative()) {
            return None;
        }
        let line = |term: &Term, minus: bool| {
            let of = if term.previous { self.preceding(span) } else { span };
            let amount = self.amount(term.at, of).unwrap_or_default();
            let name = &self.catalog.figure(term.at).name;
            let name = if term.previous { format!("{name} ({})", periods::name(of)) } else { name.clone() };
            (name, if term.minus != minus { -amount } else { amount })
        };
        let lines = left.terms.iter().map(|term| line(term, false)).chain(right.terms.iter().map(|term| line(term, true))).collect();
        let figures = left.terms.iter().chain(&right.terms).filter(|term| !term.previous).map(|term| term.at).collect();
        Some(Doubt {
            about: id.to_owned(),
            figures,
            words: words.to_owned(),
            lines,
            left: over,
            what: if at_most { What::TooMuch } else { What::Differs },
        })
    }

    /// A total that was told, though its parts are known.
    fn sum_differs(&self, at: usize, span: Span) -> Option<Doubt> {
        let figure = self.catalog.figure(at);
        let formula = self.catalog.formula(at).filter(|_| figure.kind == FigureKind::Total)?;
        let told = self.of_office(at, span)?;
        let sum = self.sum(formula, span).ok()?;
        let over = told.amount.checked_sub(sum.amount).filter(|over| !over.is_zero())?;
        let parts = formula.terms.iter().map(|term| {
            let amount = self.amount(term.at, span).unwrap_or_default();
            (self.catalog.figure(term.at).name.clone(), if term.minus { amount } else { -amount })
        });
        Some(Doubt {
            about: format!("sum:{}", figure.id),
            figures: vec![at],
            words: format!("Số đã gõ ở “{}” khác tổng các dòng. Báo cáo lấy tổng các dòng.", figure.name),
            lines: std::iter::once((format!("{} (đã gõ)", figure.name), told.amount)).chain(parts).collect(),
            left: over,
            what: What::Differs,
        })
    }

    /// The office's own value beside those of its units.
    fn units_differ(&self, at: usize, span: Span) -> Option<Doubt> {
        let figure = self.catalog.figure(at);
        let units = self.shares_of(at, span);
        let told = self.of_office(at, span)?;
        // A number that the report does not show, as it gave way to others or is less than nothing, is no second value.
        let Reckoned::Known(Known { estimate, .. }) = self.figure(at, span) else { return None };
        if self.amount(at, span) != Some(told.amount) || estimate != told.is_estimate() {
            return None;
        }
        let sum: Decimal = units.iter().map(|share| share.found.amount).sum();
        let over = told.amount.checked_sub(sum).filter(|over| !over.is_zero() && !units.is_empty())?;
        // What some units told, or told of some of the days, says only that the whole is no less.
        if !over.is_sign_negative() && (units.iter().any(|share| !share.whole) || !self.is_complete(&units, at, span)) {
            return None;
        }
        let count = viet::count_sentence(i64::try_from(units.len()).unwrap_or_default());
        Some(Doubt {
            about: format!("units:{}", figure.id),
            figures: vec![at],
            words: format!("“{}” đã gõ cho cả xã khác tổng số các đơn vị gửi. Báo cáo lấy số của cả xã.", figure.name),
            lines: vec![("Số của cả xã".to_owned(), told.amount), (format!("Trừ số của {count} đơn vị"), -sum)],
            left: over,
            what: What::Differs,
        })
    }

    /// What was told of something the ledger counts itself by now.
    fn count_differs(&self, at: usize, span: Span) -> Option<Doubt> {
        let figure = self.catalog.figure(at);
        let count = self.count(at, span)?;
        let told = self.of_office(at, span)?;
        let over = told.amount.checked_sub(count).filter(|over| !over.is_zero())?;
        let words = if self.counted(at, span).is_some() {
            format!("Số đã gõ ở “{}” khác số sổ tự đếm. Báo cáo lấy số sổ tự đếm.", figure.name)
        } else {
            format!("Sổ văn bản chưa đủ số đã gõ ở “{}”. Báo cáo lấy số đã gõ; hãy ghi nốt văn bản vào sổ.", figure.name)
        };
        Some(Doubt {
            about: format!("count:{}", figure.id),
            figures: vec![at],
            words,
            lines: vec![(format!("{} (đã gõ)", figure.name), told.amount), ("Trừ số sổ tự đếm".to_owned(), -count)],
            left: over,
            what: What::Differs,
        })
    }

    /// A number in which shares of units are missing: a sum of them, or one that such a sum went into.
    fn units_missing(&self, at: usize, span: Span) -> Option<Doubt> {
        let gaps = self.gaps(at, span);
        if gaps.is_empty() {
            return None;
        }
        let figure = self.catalog.figure(at);
        let mut places: Vec<(Span, Vec<String>)> = Vec::new();
        for gap in gaps {
            let name = self.units.names.get(&gap.unit).map(String::as_str).unwrap_or_default();
            let told = gap.found.map_or_else(|| name.to_owned(), |found| format!("{name} (mới có {})", found.joined()));
            match places.iter_mut().find(|(window, _)| *window == gap.span) {
                Some((_, units)) if units.contains(&told) => {}
                Some((_, units)) => units.push(told),
                None => places.push((gap.span, vec![told])),
            }
        }
        let missing: Vec<String> = match places.as_slice() {
            [(window, units)] if *window == span => vec![units.join(", ")],
            places => places.iter().map(|(window, units)| format!("số {} của {}", periods::name(*window), units.join(", "))).collect(),
        };
        let Reckoned::Known(Known { origin, .. }) = self.figure(at, span) else { return None };
        let made = match origin {
            Origin::Joined(steps) => format!("tính từ {}", shown::joined(&steps)),
            Origin::Carried(before) => format!("lấy số cuối {}", periods::name(before)),
            Origin::Formula => "tính từ các dòng".to_owned(),
            Origin::Units(_) | Origin::Told(_) | Origin::Counted => "là tổng các đơn vị gửi".to_owned(),
        };
        // What is reckoned from it lacks the same.
        let above = (0..self.catalog.set.figures.len()).filter(|other| self.rests_on(*other, at, span));
        Some(Doubt {
            about: format!("shares:{}", figure.id),
            figures: std::iter::once(at).chain(above).collect(),
            words: format!("“{}” {made}, còn thiếu: {}. Đơn vị không phát sinh thì gõ 0.", figure.name, missing.join("; ")),
            lines: self.amounts(at, span),
            left: self.amount(at, span).unwrap_or_default(),
            what: What::Missing,
        })
    }
}
