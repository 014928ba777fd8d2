//! What would make a doubt hold: one told value changed, or taken out. Offered, never done by itself.

use super::doubts::Doubt;
use super::known::{Known, Origin, Reckoned};
use super::reckon::Reckoner;
use super::typed;
use crate::assets::FigureKind;
use crate::deadline::Span;
use crate::viet;
use crate::view::FigureMend;
use rust_decimal::Decimal;

/// So many are offered at once.
const FEW: usize = 3;

impl Reckoner {
    /// Ways to settle a doubt by one value.
    pub(super) fn mends(&self, doubt: &Doubt, span: Span) -> Vec<FigureMend> {
        let Some((kind, _)) = doubt.about.split_once(':') else { return self.law_mends(doubt, span) };
        let Some(at) = doubt.figures.first().copied() else { return Vec::new() };
        let figure = self.catalog.figure(at);
        let drop = |words: &str| FigureMend { figure: figure.id.clone(), value: String::new(), words: words.to_owned() };
        match kind {
            // What other windows give is not typed here.
            "sum" | "count"
                if !self.of_office(at, span).is_some_and(|told| told.is_direct() && told.steps.iter().all(|(_, one)| one.span == span)) =>
            {
                Vec::new()
            }
            "sum" => vec![drop("Bỏ số đã gõ")],
            "count" => vec![drop("Lấy số sổ tự đếm, bỏ số đã gõ")],
            "units" => vec![drop("Lấy tổng các đơn vị, bỏ số cả xã")],
            "windows" => self.changed(at, -doubt.left, span).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// A law that does not hold: of each of its sums one value that was told in this window, changed by what is left over.
    fn law_mends(&self, doubt: &Doubt, span: Span) -> Vec<FigureMend> {
        let Some((left, right)) = self.catalog.set.laws.iter().zip(&self.catalog.laws).find(|(law, _)| law.id == doubt.about).map(|(_, sides)| sides)
        else {
            return Vec::new();
        };
        let less = left.terms.iter().map(|term| (term, if term.minus { doubt.left } else { -doubt.left }));
        let more = right.terms.iter().map(|term| (term, if term.minus { -doubt.left } else { doubt.left }));
        let sides = more.chain(less).filter(|(term, _)| !term.previous);
        let mends = sides.filter_map(|(term, by)| {
            let (at, minus) = self.part_told(term.at, span)?;
            self.changed(at, if minus { -by } else { by }, span)
        });
        mends.take(FEW).collect()
    }

    /// A figure that was told itself, else of a sum its last part that is not zero; `true`: it is taken away.
    fn part_told(&self, at: usize, span: Span) -> Option<(usize, bool)> {
        let Reckoned::Known(Known { origin, .. }) = self.figure(at, span) else { return None };
        match origin {
            Origin::Told(_) => Some((at, false)),
            Origin::Formula => self.catalog.formula(at)?.terms.iter().rev().filter(|term| !term.previous).find_map(|term| {
                self.amount(term.at, span).filter(|amount| !amount.is_zero())?;
                let (part, minus) = self.part_told(term.at, span)?;
                Some((part, minus != term.minus))
            }),
            _ => None,
        }
    }

    /// The same value, so much more; `None`: it was not told for this window, or would fall below zero.
    fn changed(&self, at: usize, by: Decimal, span: Span) -> Option<FigureMend> {
        let figure = self.catalog.figure(at);
        let Reckoned::Known(Known { origin: Origin::Told(told), .. }) = self.figure(at, span) else { return None };
        if told.span != span || told.unit.is_some() || !told.closed || figure.kind == FigureKind::Text {
            return None;
        }
        let value = told.amount?.checked_add(by).filter(|value| !value.is_sign_negative())?.normalize();
        let value = viet::amount(value, value.scale());
        typed::read(figure, &value).ok()?;
        let words = format!("Sửa “{}” thành {value}", figure.name);
        Some(FigureMend { figure: figure.id.clone(), value, words })
    }
}
