//! The name of a period taken apart: which part of a year, which year, how it is written.

use super::periods::{QUARTERS, short};
use crate::viet;

/// True for a year by itself: `năm 2026`.
pub(super) fn is_year_alone(words: &str) -> bool {
    Phrase::of(words).is_some_and(|phrase| phrase.part.is_empty())
}

/// `quý iii` of 2026, `6 tháng đầu năm` of 2026, or a year alone.
pub(super) struct Phrase {
    pub(super) part: String,
    pub(super) year: Option<i32>,
    pub(super) slash: bool,
    pub(super) style: Style,
}

/// How a quarter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `quý III`.
    Roman,
    /// `quý 3`.
    Arabic,
    /// `quý ba`.
    Words,
    /// `Q.III`, `III/2026`: what stands before the Roman number.
    ShortRoman(&'static str),
    /// `Q3/2026`.
    Short(&'static str),
}

impl Phrase {
    /// What words name; `None`: no period.
    pub(super) fn of(words: &str) -> Option<Phrase> {
        if let Some((before, quarter, year)) = short(words.trim()) {
            let in_figures = words.split('/').next().is_some_and(|name| name.contains(|sign: char| sign.is_ascii_digit()));
            let style = if in_figures { Style::Short(before) } else { Style::ShortRoman(before) };
            let part = format!("quý {}", viet::roman(quarter).to_lowercase());
            return (quarter > 0).then_some(Phrase { part, year, slash: true, style });
        }
        let low = words.trim().to_lowercase();
        let (rest, year) = match low.rfind(|sign: char| !sign.is_ascii_digit()) {
            Some(at) if low.len() - at == 5 => {
                let (rest, year) = low.split_at(at + 1);
                (rest.to_owned(), year.parse().ok())
            }
            None if low.len() == 4 => (String::new(), low.parse().ok()),
            _ => (low, None),
        };
        let slash = rest.ends_with('/');
        let part = rest.trim_end_matches('/').trim();
        // `quý iii năm`: the year's word is no part of its name, `6 tháng đầu năm` has it.
        let part = if part == "năm" {
            ""
        } else if part.starts_with("quý") {
            part.trim_end_matches("năm").trim()
        } else {
            part
        };
        let part = part.strip_prefix('0').unwrap_or(part);
        let quarter =
            part.strip_prefix("quý ").and_then(|quarter| quarter.trim_start_matches('0').parse::<u32>().ok()).filter(|quarter| *quarter <= 4);
        let spelled = part.strip_prefix("quý ").and_then(|quarter| QUARTERS.iter().position(|name| *name == quarter));
        let roman = |quarter: u32| format!("quý {}", viet::roman(quarter).to_lowercase());
        let (part, style) = match (quarter, spelled.and_then(|nth| u32::try_from(nth + 1).ok())) {
            (Some(quarter), _) => (roman(quarter), Style::Arabic),
            (None, Some(quarter)) => (roman(quarter), Style::Words),
            (None, None) => (part.strip_prefix("nửa ").map_or_else(|| part.to_owned(), |half| format!("6 tháng {half}")), Style::Roman),
        };
        let known = part.is_empty() && year.is_some() || part.starts_with("quý ") || part.contains("tháng");
        known.then_some(Phrase { part, year, slash, style })
    }

    /// It in words, with a year of its own or none.
    pub(super) fn written(&self, year: Option<i32>, slash: bool) -> String {
        let part = match self.part.strip_prefix("quý ") {
            Some(roman) => {
                let number = viet::from_roman(roman).unwrap_or(1);
                let word = usize::try_from(number).ok().and_then(|number| QUARTERS.get(number.saturating_sub(1))).unwrap_or(&"một");
                match self.style {
                    Style::Roman => format!("quý {}", roman.to_uppercase()),
                    Style::Arabic => format!("quý {number}"),
                    Style::Words => format!("quý {word}"),
                    Style::ShortRoman(before) => format!("{before}{}", roman.to_uppercase()),
                    Style::Short(before) => format!("{before}{number}"),
                }
            }
            None => self.part.clone(),
        };
        match year {
            None if part.is_empty() => self.year.map_or_else(String::new, |year| format!("năm {year}")),
            None => part,
            Some(year) if part.is_empty() => format!("năm {year}"),
            Some(year) if part.ends_with("năm") => format!("{part} {year}"),
            Some(year) if slash => format!("{part}/{year}"),
            Some(year) => format!("{part} năm {year}"),
        }
    }
}
