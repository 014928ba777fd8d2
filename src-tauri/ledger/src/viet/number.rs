//! Numbers as they are printed: dot for thousands, comma for decimals.

use rust_decimal::{Decimal, RoundingStrategy};

/// A count as a table prints it: `5`, `2.182`.
pub fn count(n: i64) -> String {
    let sign = if n < 0 { "-" } else { "" };
    format!("{sign}{}", grouped(&n.unsigned_abs().to_string()))
}

/// Digits with a dot before each third from the end.
fn grouped(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in (0..digits.len()).rev().zip(digits.chars()) {
        grouped.push(digit);
        if place > 0 && place % 3 == 0 {
            grouped.push('.');
        }
    }
    grouped
}

/// A count in a running sentence: below ten with a leading zero, `05`; none stays `0`.
pub fn count_sentence(n: i64) -> String {
    if (1..10).contains(&n) { format!("0{n}") } else { count(n) }
}

/// A share in percent, half-up, at most two decimals and no trailing zeros: `97,5%`.
///
/// `100%` only when both are equal and `0%` only when there is none; `–` of nothing.
pub fn percent(numerator: i64, denominator: i64) -> String {
    percent_to(numerator, denominator, 2)
}

/// The same with fewer decimals, at most two.
pub fn percent_to(numerator: i64, denominator: i64, decimals: u32) -> String {
    percent_of(Decimal::from(numerator), Decimal::from(denominator), decimals)
}

/// The same of amounts with parts. Their digits together are at most 28.
pub fn percent_of(part: Decimal, of: Decimal, decimals: u32) -> String {
    let decimals = decimals.min(2);
    match hundredths(part, of, decimals) {
        Some(share) => format!("{}{}%", if share < 0 { "-" } else { "" }, decimal(share.abs(), decimals)),
        None => "–".to_owned(),
    }
}

/// A share in percent as a whole number of its last decimal, half-up; `None`: of nothing, or too large to tell.
pub(crate) fn hundredths(part: Decimal, of: Decimal, decimals: u32) -> Option<i128> {
    let scale = part.scale().max(of.scale());
    let whole = 100 * 10_i128.pow(decimals);
    let digits = |amount: Decimal| amount.mantissa().checked_mul(10_i128.checked_pow(scale - amount.scale())?);
    let (part, of) = (digits(part)?, digits(of)?);
    let negative = (part < 0) != (of < 0);
    let (part, of) = (part.abs(), of.abs());
    let mut share = part.checked_mul(2 * whole)?.checked_add(of)?.checked_div(of.checked_mul(2)?)?;
    if share == whole && part != of {
        share += if part < of { -1 } else { 1 };
    }
    if share == 0 && part != 0 {
        share = 1;
    }
    Some(if negative { -share } else { share })
}

/// An amount as a table prints it: `2.310`, `85,97`; at most so many decimals, half-up, no trailing zeros.
pub fn amount(amount: Decimal, decimals: u32) -> String {
    let rounded = amount.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero).normalize();
    let sign = if rounded.is_sign_negative() && !rounded.is_zero() { "-" } else { "" };
    format!("{sign}{}", decimal(rounded.mantissa().abs(), rounded.scale()))
}

/// The number that [`amount`] printed; `None`: it is none.
pub(crate) fn plain_number(printed: &str) -> Option<Decimal> {
    printed.replace('.', "").replace(',', ".").parse().ok()
}

/// The unit money is told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyUnit {
    /// đồng
    Dong,
    /// triệu đồng
    Million,
    /// tỷ đồng
    Billion,
}

/// An amount of đồng in a unit, half-up, at most two decimals: `10.529 triệu đồng`.
pub fn money(dong: Decimal, unit: MoneyUnit) -> String {
    let (places, name) = match unit {
        MoneyUnit::Dong => (0, "đồng"),
        MoneyUnit::Million => (6, "triệu đồng"),
        MoneyUnit::Billion => (9, "tỷ đồng"),
    };
    format!("{} {name}", amount(dong / Decimal::from(10_i64.pow(places)), 2))
}

/// A scaled number with its comma, without trailing zeros.
fn decimal(scaled: i128, decimals: u32) -> String {
    let one = 10_i128.pow(decimals);
    let whole = scaled / one;
    let fraction = format!("{:0width$}", scaled % one, width = decimals as usize);
    match fraction.trim_end_matches('0') {
        "" => grouped(&whole.to_string()),
        fraction => format!("{},{fraction}", grouped(&whole.to_string())),
    }
}

const NUMERALS: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// A Roman number, 1 to 3999; anything else in digits.
pub fn roman(n: u32) -> String {
    if !(1..4000).contains(&n) {
        return n.to_string();
    }
    let mut rest = n;
    let mut written = String::new();
    for (value, numeral) in NUMERALS {
        while rest >= value {
            written.push_str(numeral);
            rest -= value;
        }
    }
    written
}

/// The value of a Roman number in its usual spelling, capitals or not; `None` for anything else.
pub fn from_roman(text: &str) -> Option<u32> {
    let upper = text.trim().to_ascii_uppercase();
    let mut rest = upper.as_str();
    let mut value = 0_u32;
    for (worth, numeral) in NUMERALS {
        while let Some(after) = rest.strip_prefix(numeral) {
            rest = after;
            value = value.checked_add(worth)?;
        }
    }
    (rest.is_empty() && value > 0 && roman(value) == upper).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        for (n, table, sentence) in [
            (0, "0", "0"),
            (5, "5", "05"),
            (9, "9", "09"),
            (10, "10", "10"),
            (999, "999", "999"),
            (2_182, "2.182", "2.182"),
            (54_320, "54.320", "54.320"),
            (101_768_044_306, "101.768.044.306", "101.768.044.306"),
            (-1_234, "-1.234", "-1.234"),
            (i64::MIN, "-9.223.372.036.854.775.808", "-9.223.372.036.854.775.808"),
        ] {
            assert_eq!((count(n).as_str(), count_sentence(n).as_str()), (table, sentence));
        }
    }

    #[test]
    fn shares() {
        for (part, of, shown) in [
            (14, 31, "45,16%"),
            (39, 40, "97,5%"),
            (1, 3, "33,33%"),
            (2, 3, "66,67%"),
            (1, 8, "12,5%"),
            (1, 800, "0,13%"),
            (31, 31, "100%"),
            (99_999, 100_000, "99,99%"),
            (100_001, 100_000, "100,01%"),
            (0, 31, "0%"),
            (1, 1_000_000, "0,01%"),
            (5, 4, "125%"),
            (2_139, 2_143, "99,81%"),
            (0, 0, "–"),
            (7, 0, "–"),
            (-1, 4, "-25%"),
            (i64::MAX, i64::MAX, "100%"),
            (i64::MAX - 1, i64::MAX, "99,99%"),
        ] {
            assert_eq!(percent(part, of), shown, "{part}/{of}");
        }
        for (decimals, shown) in [(0, "67%"), (1, "66,7%"), (2, "66,67%"), (9, "66,67%")] {
            assert_eq!(percent_to(2, 3, decimals), shown);
        }
        assert_eq!(percent_to(999, 1000, 0), "99%");
        assert_eq!(percent_to(1, 1000, 0), "1%");
    }

    #[test]
    fn the_whole_and_nothing_are_never_rounded_to() {
        for of in 1..=400 {
            for part in 0..=of {
                let shown = percent(part, of);
                assert_eq!(shown == "100%", part == of, "{part}/{of}");
                assert_eq!(shown == "0%", part == 0, "{part}/{of}");
            }
        }
    }

    #[test]
    fn amounts() {
        for (dong, unit, shown) in [
            (101_768_044_306_i64, MoneyUnit::Dong, "101.768.044.306 đồng"),
            (10_529_000_000, MoneyUnit::Million, "10.529 triệu đồng"),
            (300_500_000, MoneyUnit::Million, "300,5 triệu đồng"),
            (2_000_000_000, MoneyUnit::Billion, "2 tỷ đồng"),
            (101_768_044_306, MoneyUnit::Billion, "101,77 tỷ đồng"),
            (0, MoneyUnit::Million, "0 triệu đồng"),
        ] {
            assert_eq!(money(Decimal::from(dong), unit), shown);
        }
    }

    #[test]
    fn amounts_with_parts() {
        let of = |text: &str| text.parse::<Decimal>().unwrap();
        for (text, decimals, shown) in [
            ("2310", 2, "2.310"),
            ("85.970", 2, "85,97"),
            ("0.005", 2, "0,01"),
            ("1.005", 2, "1,01"),
            ("-6", 0, "-6"),
            ("-0.001", 2, "0"),
            ("999999999999999", 2, "999.999.999.999.999"),
            ("99999999999999999999999999", 0, "99.999.999.999.999.999.999.999.999"),
        ] {
            assert_eq!(amount(of(text), decimals), shown);
        }
        for (part, whole, shown) in [("99.385", "270.819", "36,7%"), ("10529", "102490", "10,27%"), ("0.5", "2", "25%"), ("1", "0.000", "–")] {
            assert_eq!(percent_of(of(part), of(whole), 2), shown);
        }
    }

    #[test]
    fn roman_numbers_there_and_back() {
        for n in 1..4000 {
            assert_eq!(from_roman(&roman(n)), Some(n));
        }
        assert_eq!((roman(7), roman(1999), roman(0)), ("VII".to_owned(), "MCMXCIX".to_owned(), "0".to_owned()));
        assert_eq!((from_roman(" iv "), from_roman("IIII"), from_roman("IVX"), from_roman(""), from_roman("TT")), (Some(4), None, None, None, None));
    }
}
