//! A value as an officer types it: `2.310`, `85,97`, `300 triệu`, or words.

use crate::assets::{Figure, FigureKind};
use crate::forms::unit::noughts;
use crate::problem::FigureProblem;
use crate::viet;
use rust_decimal::Decimal;
use std::str::FromStr;

/// Digits a value may have, before and after the comma together.
const MOST_DIGITS: usize = 15;
/// Units in which there are parts; all others are counted.
const MEASURED: [&str; 6] = ["%", "điểm", "đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"];
const PERCENT: &str = "%";
/// Words in a text figure.
const MOST_LETTERS: usize = 300;

/// True for a unit in which there are parts: another in its place makes other numbers of the same digits.
pub(super) fn is_measured(unit: &str) -> bool {
    MEASURED.contains(&unit)
}

/// The value as it is kept: a decimal number with a point, or words.
///
/// Errors: no number; below zero; more than 15 digits; a part of what is counted.
pub(super) fn read(figure: &Figure, typed: &str) -> Result<String, FigureProblem> {
    let typed = viet::nfc(typed.trim());
    if figure.kind == FigureKind::Text {
        return if typed.chars().count() > MOST_LETTERS { Err(FigureProblem::Wordy(figure.name.clone())) } else { Ok(typed) };
    }
    let bad = || FigureProblem::NotANumber { figure: figure.name.clone(), typed: typed.clone() };
    if typed.starts_with(['-', '−', '–']) && typed.chars().any(|letter| letter.is_ascii_digit()) {
        return Err(FigureProblem::Negative(figure.name.clone()));
    }
    let (digits, worth) = without_unit(&typed, &figure.unit);
    if digits.chars().filter(char::is_ascii_digit).count() > MOST_DIGITS {
        return Err(FigureProblem::TooLong(figure.name.clone()));
    }
    let number = decimal(digits).ok_or_else(bad)?.checked_mul(worth).ok_or_else(bad)?.normalize();
    // `850,000` is 850.000 to who writes it so, and 850 by its comma.
    let unclear = figure.unit == "đồng" && worth == Decimal::ONE || !MEASURED.contains(&figure.unit.as_str());
    let thousands = unclear && digits.split_once(',').is_some_and(|(_, part)| part.trim().len() == 3);
    if thousands || (!MEASURED.contains(&figure.unit.as_str()) && !number.fract().is_zero()) {
        return Err(FigureProblem::NotWhole { figure: figure.name.clone(), unit: figure.unit.clone(), typed });
    }
    Ok(number.to_string())
}

/// The number without the words behind it, and what one of them is worth in the figure's unit.
fn without_unit<'a>(typed: &'a str, unit: &str) -> (&'a str, Decimal) {
    let end = typed.rfind(|letter: char| letter.is_ascii_digit()).map_or(typed.len(), |at| at + 1);
    let (number, words) = typed.split_at(end);
    let words = words.trim().to_lowercase();
    let theirs = match words.as_str() {
        "" => return (number, Decimal::ONE),
        words if words == unit.to_lowercase() => return (number, Decimal::ONE),
        "nghìn" | "ngàn" => Some(3),
        "tr" => Some(6),
        words => noughts(words),
    };
    match noughts(unit).zip(theirs) {
        Some((ours, theirs)) => (number, Decimal::from(10_u64.pow(theirs)) / Decimal::from(10_u64.pow(ours))),
        None => (typed, Decimal::ONE),
    }
}

/// Words as a text prints them: a bare number of what is told in percent has its sign.
pub(super) fn printed(words: &str, unit: &str) -> String {
    match decimal(words.trim()).filter(|_| unit == PERCENT) {
        Some(number) => format!("{}{PERCENT}", viet::amount(number, number.scale())),
        None => words.to_owned(),
    }
}

/// `2.310`, `2 310`, `85,97`; a point that parts no three digits is taken for a comma: `85.97`.
fn decimal(text: &str) -> Option<Decimal> {
    let (whole, part) = match text.split_once(',') {
        Some((whole, part)) => (whole, part),
        None => match text.rsplit_once('.') {
            Some((whole, part)) if part.len() != 3 || whole == "0" => (whole, part),
            _ => (text, ""),
        },
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let groups: Vec<&str> = whole.split(['.', ' ', '\u{a0}', '\u{202f}']).collect();
    let (first, rest) = groups.split_first()?;
    let grouped =
        !first.is_empty() && digits(first) && (rest.is_empty() || first.len() <= 3) && rest.iter().all(|group| group.len() == 3 && digits(group));
    let parted = digits(part) && (part.is_empty() != text.contains(',') || !part.is_empty()) && !text.ends_with(['.', ',']);
    if !grouped || !parted {
        return None;
    }
    let plain = groups.concat();
    Decimal::from_str(&if part.is_empty() { plain } else { format!("{plain}.{part}") }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(kind: FigureKind, unit: &str) -> Figure {
        Figure {
            id: "x".into(),
            name: "Chỉ tiêu".into(),
            field: "III".into(),
            kind,
            unit: unit.into(),
            formula: None,
            denominator: None,
            ledger: false,
        }
    }

    #[test]
    fn numbers_are_read_as_they_are_typed_here() {
        for (unit, typed, kept) in [
            ("hồ sơ", "2.310", "2310"),
            ("hồ sơ", " 2 310 ", "2310"),
            ("hồ sơ", "2310", "2310"),
            ("hồ sơ", "0", "0"),
            ("hồ sơ", "007", "7"),
            ("hồ sơ", "5 hồ sơ", "5"),
            ("%", "85,97", "85.97"),
            ("%", "85.97%", "85.97"),
            ("%", "99,320", "99.32"),
            ("điểm", "0.125", "0.125"),
            ("đồng", "101.768.044.306", "101768044306"),
            ("đồng", "2.000.000.000 đ", "2000000000"),
            ("đồng", "300 triệu", "300000000"),
            ("đồng", "10,529 tỷ đồng", "10529000000"),
            ("đồng", "1,5", "1.5"),
        ] {
            assert_eq!(read(&figure(FigureKind::Flow, unit), typed), Ok(kept.to_owned()), "{typed}");
        }
        assert_eq!(read(&figure(FigureKind::Text, "%"), " trên 98% ").unwrap(), "trên 98%");
    }

    #[test]
    fn a_bare_number_of_percents_is_printed_with_its_sign() {
        for (words, unit, shown) in [
            ("98,5", "%", "98,5%"),
            ("98.5", "%", "98,5%"),
            ("100", "%", "100%"),
            ("98,5%", "%", "98,5%"),
            ("98,5 %", "%", "98,5 %"),
            ("trên 98%", "%", "trên 98%"),
            ("trên 98", "%", "trên 98"),
            ("97,5 - 98", "%", "97,5 - 98"),
            ("92,75", "điểm", "92,75"),
            ("", "%", ""),
        ] {
            assert_eq!(printed(words, unit), shown, "{words} {unit}");
        }
    }

    #[test]
    fn what_is_no_count_is_refused_with_its_reason() {
        let name = || "Chỉ tiêu".to_owned();
        for typed in ["", "abc", "1,2,3", "1.23.4", "12.3456.789", "1..2", ".5", "5,", "5.", "1e9", "5 con", "0x10", "٣", "1.234,"] {
            assert_eq!(
                read(&figure(FigureKind::Flow, "hồ sơ"), typed),
                Err(FigureProblem::NotANumber { figure: name(), typed: typed.into() }),
                "{typed}"
            );
        }
        assert_eq!(read(&figure(FigureKind::Flow, "hồ sơ"), "-5"), Err(FigureProblem::Negative(name())));
        assert_eq!(read(&figure(FigureKind::Flow, "hồ sơ"), "−5"), Err(FigureProblem::Negative(name())));
        assert_eq!(read(&figure(FigureKind::Flow, "hồ sơ"), "100000000000000000000"), Err(FigureProblem::TooLong(name())));
        for (unit, typed) in [("hồ sơ", "1,234"), ("hồ sơ", "850,000"), ("hồ sơ", "2,5"), ("đồng", "850,000"), ("đồng", "1.234,567 đồng")]
        {
            let broken = FigureProblem::NotWhole { figure: name(), unit: unit.into(), typed: typed.into() };
            assert_eq!(read(&figure(FigureKind::Flow, unit), typed), Err(broken), "{typed}");
        }
        assert!(read(&figure(FigureKind::Text, ""), &"a".repeat(301)).is_err());
    }
}
