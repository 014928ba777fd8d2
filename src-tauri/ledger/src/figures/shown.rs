//! Figures in words: as a chip prints them, as a cell shows them, and where they come from.

use super::known::{Content, Known, Lack, Origin};
use super::periods;
use super::reckon::Reckoner;
use super::series::Found;
use crate::assets::FigureKind;
use crate::deadline::Span;
use crate::paper::FigureFormat;
use crate::viet::{self, MoneyUnit, day_screen};
use crate::view::FigureCell;
use rust_decimal::Decimal;

/// Decimals of an amount on paper.
pub(super) const DECIMALS: u32 = 2;

impl Content {
    /// As it is printed in a text; `None`: it can't be printed in this format.
    pub(super) fn printed(&self, format: FigureFormat) -> Option<String> {
        match (self, format) {
            (Content::Words(words), FigureFormat::Plain | FigureFormat::Sentence) => Some(words.clone()),
            (Content::Share { part, of }, FigureFormat::Plain | FigureFormat::Sentence | FigureFormat::Percent) => {
                Some(viet::percent_of(*part, *of, 2))
            }
            (Content::Share { part, of }, FigureFormat::Percent1) => Some(viet::percent_of(*part, *of, 1)),
            (Content::Share { part, of }, FigureFormat::Percent0) => Some(viet::percent_of(*part, *of, 0)),
            (Content::Amount(amount), FigureFormat::Plain) => Some(viet::amount(*amount, DECIMALS)),
            (Content::Amount(amount), FigureFormat::Sentence) => Some(sentence(*amount)),
            (Content::Amount(amount), FigureFormat::Million) => Some(viet::money(*amount, MoneyUnit::Million)),
            (Content::Amount(amount), FigureFormat::Billion) => Some(viet::money(*amount, MoneyUnit::Billion)),
            _ => None,
        }
    }

    /// As a cell shows it; its unit stands in a column of its own.
    pub(super) fn cell(&self) -> String {
        match self {
            Content::Amount(amount) => viet::amount(*amount, DECIMALS),
            Content::Share { part, of } => viet::percent_of(*part, *of, 2).trim_end_matches('%').to_owned(),
            Content::Words(words) => words.clone(),
        }
    }

    /// How much more it is than before, and in which direction; of words nothing.
    pub(super) fn since(&self, before: &Content) -> Option<(i8, String)> {
        let sign = |positive: bool, zero: bool| {
            if zero {
                0
            } else if positive {
                1
            } else {
                -1
            }
        };
        match (self, before) {
            (Content::Amount(now), Content::Amount(then)) => {
                let more = now.checked_sub(*then)?;
                Some((
                    sign(more.is_sign_positive(), more.is_zero()),
                    signed(&viet::amount(more.abs(), DECIMALS), more.is_sign_negative(), more.is_zero()),
                ))
            }
            (Content::Share { part, of }, Content::Share { part: then, of: whole }) => {
                let more = viet::hundredths(*part, *of, 2)?.checked_sub(viet::hundredths(*then, *whole, 2)?)?;
                let shown = viet::amount(Decimal::try_from_i128_with_scale(more.abs(), 2).ok()?, 2);
                Some((sign(more > 0, more == 0), format!("{} điểm", signed(&shown, more < 0, more == 0))))
            }
            _ => None,
        }
    }
}

/// Counts below ten with a leading zero.
fn sentence(amount: Decimal) -> String {
    match i64::try_from(amount) {
        Ok(count) if amount.fract().is_zero() => viet::count_sentence(count),
        _ => viet::amount(amount, DECIMALS),
    }
}

fn signed(shown: &str, negative: bool, zero: bool) -> String {
    match (zero, negative) {
        (true, _) => shown.to_owned(),
        (false, true) => format!("−{shown}"),
        (false, false) => format!("+{shown}"),
    }
}

impl Found<'_> {
    /// As a cell shows what a unit told; `whole`: all of the window.
    pub(super) fn cell(&self, whole: bool) -> FigureCell {
        let told = self.steps.first().map(|(_, told)| *told);
        FigureCell {
            shown: viet::amount(self.amount, self.amount.scale()),
            source: if self.is_direct() && whole { told.map(|told| told.source.clone()).unwrap_or_default() } else { self.joined() },
            as_of: told.map(|told| told.as_of),
            estimate: self.is_estimate(),
        }
    }

    /// The windows it is made of.
    pub(super) fn joined(&self) -> String {
        let steps: Vec<(bool, Span)> = self.steps.iter().map(|(minus, told)| (*minus, told.span)).collect();
        joined(&steps)
    }
}

impl Reckoner {
    /// Where a known figure comes from, in a few words.
    pub(super) fn source(&self, at: usize, known: &Known, span: Span) -> String {
        match &known.origin {
            Origin::Told(told) if told.span != span => format!("Số của {}", periods::name(told.span)),
            Origin::Told(told) => match told.unit.and_then(|unit| self.units.names.get(&unit)) {
                Some(unit) if told.source.is_empty() => unit.clone(),
                Some(unit) => format!("{unit} ({})", told.source),
                None => told.source.clone(),
            },
            Origin::Joined(steps) => joined(steps),
            Origin::Units(units) => format!("Cộng từ {} đơn vị", viet::count_sentence(i64::try_from(*units).unwrap_or_default())),
            Origin::Carried(before) => format!("Số cuối {}", periods::name(*before)),
            Origin::Counted => "Sổ tự đếm".to_owned(),
            Origin::Formula => match (&known.content, self.catalog.figure(at).kind) {
                (Content::Share { part, of }, _) => format!("{} / {}", viet::amount(*part, DECIMALS), viet::amount(*of, DECIMALS)),
                _ => "Máy cộng từ các dòng".to_owned(),
            },
        }
    }

    /// Why a figure is not known, in a few words.
    pub(super) fn why(&self, at: usize, lack: &Lack) -> String {
        match lack {
            Lack::Untold if self.catalog.figure(at).kind == FigureKind::Ratio => "Chưa có công thức".to_owned(),
            Lack::Untold => String::new(),
            Lack::Waits(figures) => {
                let mut names: Vec<&str> = figures.iter().map(|at| self.catalog.figure(*at).name.as_str()).collect();
                let more = names.len().saturating_sub(2);
                names.truncate(2);
                format!("Chờ số: {}{}", names.join("; "), if more > 0 { format!(" và {more} số nữa") } else { String::new() })
            }
            Lack::OfNothing => "Mẫu số bằng 0 nên không có tỷ lệ".to_owned(),
            Lack::Several => "Các đơn vị gửi lời khác nhau".to_owned(),
            Lack::Below(steps) => format!("Tính từ {} ra số âm", joined(steps)),
            Lack::Within(wider) => format!("Mới có số của {}, chưa tách riêng kỳ này", periods::name(*wider)),
            Lack::Across(window) => {
                format!("Số đã ghi của {} ({} – {}) bắt đầu trước kỳ này", periods::name(*window), day_screen(window.first), day_screen(window.last))
            }
            Lack::Gap(days) => format!("Thiếu số từ {} đến {}", day_screen(days.first), day_screen(days.last)),
            Lack::Overlap(days) => format!("Hai kỳ trùng nhau từ {} đến {} nên không cộng được", day_screen(days.first), day_screen(days.last)),
        }
    }

    /// The same with what to do, for the sheet; paper says only why.
    pub(super) fn why_and_what(&self, at: usize, lack: &Lack) -> String {
        let what = match lack {
            Lack::Untold | Lack::Waits(_) => return self.why(at, lack),
            Lack::OfNothing => "hãy kiểm tra lại số, hoặc bỏ câu có tỷ lệ này trong báo cáo",
            Lack::Several => "hãy gõ lời dùng chung cho cả xã",
            Lack::Below(_) => "hãy kiểm tra lại số của các kỳ đó, hoặc gõ số của kỳ này",
            Lack::Within(_) => "hãy gõ số của kỳ này",
            Lack::Gap(_) => "hãy gõ số của những ngày đó, hoặc của cả kỳ này",
            Lack::Overlap(_) => "hãy gõ số của cả kỳ này",
            Lack::Across(_) => "hãy chọn kỳ gồm trọn các kỳ đã ghi, hoặc gõ số của cả kỳ này",
        };
        format!("{}; {what}", self.why(at, lack))
    }
}

/// `quý I/2026 + quý II/2026`, `9 tháng đầu năm 2026 − 6 tháng đầu năm 2026`.
pub(super) fn joined(steps: &[(bool, Span)]) -> String {
    // What is taken away is told last.
    let (minus, plus): (Vec<_>, Vec<_>) = steps.iter().partition(|(minus, _)| *minus);
    let names = |steps: Vec<&(bool, Span)>| steps.into_iter().map(|(_, span)| periods::name(*span)).collect::<Vec<_>>();
    let mut words = names(plus).join(" + ");
    for name in names(minus) {
        words.push_str(&format!(" − {name}"));
    }
    words
}
