//! The unit a form asks a row in: `triệu đồng` where ours are đồng, `%` in a column of its own.

use super::guess::key;
use super::heads::Shape;
use super::levels::is_section;
use super::read::{Row, Table};
use crate::viet::{amount, plain_number};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// How money is counted: words for it, and how many noughts they are above đồng.
const SCALES: [(&str, u32); 10] =
    [("", 0), ("nghin", 3), ("ngan", 3), ("1000", 3), ("trieu", 6), ("tr", 6), ("1000000", 6), ("ty", 9), ("ti", 9), ("1000000000", 9)];
/// What stands behind them.
const CURRENCY: [&str; 7] = ["dongvietnam", "vietnamdong", "dongvn", "vndong", "dong", "vnd", "d"];
/// Other ways to write a unit of ours, folded.
const SAME: [(&str, &str); 12] = [
    ("tthc", "thu tuc"),
    ("thu tuc hanh chinh", "thu tuc"),
    ("ho so tthc", "ho so"),
    ("hs", "ho so"),
    ("vb", "van ban"),
    ("van ban ban hanh", "van ban"),
    ("cong chuc", "nguoi"),
    ("can bo cong chuc", "nguoi"),
    ("ty le", PERCENT),
    ("ti le", PERCENT),
    ("ty le phan tram", PERCENT),
    ("pakn", "phan anh"),
];
const PERCENT: &str = "phan tram";
/// Decimals a value may have: those of đồng told in tỷ, and those it was told with.
const MOST: u32 = 15;
/// Headings of the column of units, folded.
pub(crate) const HEADINGS: [&str; 4] = ["don vi tinh", "dvt", "dv tinh", "don vi do"];
/// The heading of units or of offices: what stands below it tells.
const UNCLEAR: &str = "don vi";
/// Cells that say: as above.
pub(crate) const DITTO: [&str; 5] = ["\"", "”", "″", "-nt-", "nt"];

/// The unit of a row: as it is written, what it is compared by, and whether the row itself says it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Asked {
    pub(super) words: String,
    pub(super) key: String,
    pub(super) own: bool,
}

/// What some words are compared by as a unit: `dong` with its noughts, `phan tram`, else the words folded.
pub(crate) fn unit_key(words: &str) -> String {
    if let Some(noughts) = noughts(words) {
        return money_key(noughts);
    }
    let folded = key(words);
    SAME.iter().find(|(name, _)| *name == folded).map_or(folded, |(_, same)| (*same).to_owned())
}

fn money_key(noughts: u32) -> String {
    format!("dong {noughts}")
}

/// How many noughts a unit of money has above đồng; `None`: it is none.
pub(crate) fn noughts(words: &str) -> Option<u32> {
    let joined = key(words).replace(' ', "");
    let scale = |words: &str| SCALES.iter().find(|(name, _)| *name == words).map(|(_, noughts)| *noughts);
    // `triệu` and `tỷ` alone are money too.
    let bare = || scale(&joined).filter(|_| ["trieu", "ty"].contains(&joined.as_str()));
    CURRENCY.iter().find_map(|name| scale(joined.strip_suffix(name)?)).or_else(bare)
}

/// The units the rows of a table ask for, by their places. `units`: the keys of ours.
///
/// The row's cell in the column of units goes first, then brackets behind its words, then what the heading of
/// its section, of the filled column or the line above the table says of money or of shares.
pub(super) fn asked<'a>(table: &'a Table, shape: &'a Shape, units: &BTreeSet<String>) -> impl Iterator<Item = (usize, Asked)> + 'a {
    let below = |column: usize| table.rows.iter().skip(shape.body).filter_map(move |row| row.cells.get(column)).filter(|words| !words.is_empty());
    let is_ours = |words: &&String| units.contains(&unit_key(words)) || is_amount(words) || is_ditto(words);
    let holds_units = |column: usize| below(column).filter(is_ours).count() * 2 > below(column).count();
    let column = shape.columns.iter().enumerate().position(|(at, name)| {
        let name = key(name);
        HEADINGS.contains(&name.as_str()) || name == UNCLEAR && holds_units(at)
    });
    let above = || {
        let lines = table.rows.iter().take(shape.head).flat_map(|row| row.cells.iter()).chain([&table.above]);
        lines.filter_map(|words| behind_label(words)).find(|words| is_amount(words))
    };
    let filled = shape.value.and_then(|value| shape.columns.get(value)).map(String::as_str).unwrap_or_default();
    let whole = filled.split(',').filter_map(bracketed).find(|words| is_amount(words)).or_else(above);
    let (mut last, mut section) = (String::new(), None);
    table.rows.iter().skip(shape.body).map(move |row| {
        let words = |column: usize| row.cells.get(column).map(|words| words.trim()).unwrap_or_default();
        if is_section(row, shape.words) {
            section = bracketed(words(shape.words)).filter(|words| is_amount(words));
        }
        let written = column.map(words).unwrap_or_default();
        let written = if is_ditto(written) { last.clone() } else { written.to_owned() };
        last.clone_from(&written);
        (row.place, of_row(row, shape, &written, section.or(whole)))
    })
}

fn is_ditto(words: &str) -> bool {
    DITTO.contains(&words.to_lowercase().as_str())
}

fn of_row(row: &Row, shape: &Shape, written: &str, whole: Option<&str>) -> Asked {
    let in_words = || row.cells.get(shape.words).and_then(|words| bracketed(words)).filter(|words| is_amount(words));
    let own = Some(written).filter(|words| !words.is_empty()).or_else(in_words);
    let words = own.or(whole).unwrap_or_default();
    Asked { words: words.to_owned(), key: unit_key(words), own: own.is_some() }
}

/// Money, or a share: what the same number can be told in more ways than one.
pub(crate) fn is_amount(words: &str) -> bool {
    let key = unit_key(words);
    key == PERCENT || SCALES.iter().any(|(_, noughts)| key == money_key(*noughts))
}

/// `triệu đồng` of `Kinh phí (triệu đồng)`.
pub(crate) fn bracketed(words: &str) -> Option<&str> {
    let (_, inside) = words.trim_end_matches([' ', ':', '.']).strip_suffix(')')?.rsplit_once('(')?;
    Some(behind_label(inside).unwrap_or(inside).trim())
}

/// `triệu đồng` of `Đơn vị tính: triệu đồng` or `(ĐVT: triệu đồng)`.
pub(crate) fn behind_label(words: &str) -> Option<&str> {
    let (label, unit) = words.trim_matches(['(', ')', ' ', '.']).rsplit_once(':')?;
    let (label, unit) = (key(label), unit.trim());
    (HEADINGS.iter().any(|heading| label.ends_with(heading)) || label == UNCLEAR && is_amount(unit)).then_some(unit)
}

/// True when what is counted in a unit of ours can be told in the unit of that key.
pub(crate) fn fits(unit: &str, key: &str) -> bool {
    amounts(unit, "0").iter().any(|(one, _)| one == key)
}

/// A value of ours in every unit that a form may ask it in, by what these are compared by.
///
/// `value`: as a table prints it, `10.529.000.000`, `98,72%`. Nothing is rounded.
pub(crate) fn amounts(unit: &str, value: &str) -> Vec<(String, String)> {
    let mut told: Vec<(String, String)> =
        std::iter::once(unit).chain(unit.split([',', '/'])).map(|unit| (unit_key(unit), value.to_owned())).collect();
    if let Some(own) = noughts(unit) {
        let scaled = |noughts: u32| {
            let number = plain_number(value)?.checked_mul(Decimal::from(10_u64.pow(own)))? / Decimal::from(10_u64.pow(noughts));
            Some((money_key(noughts), amount(number, MOST)))
        };
        told.extend([0, 3, 6, 9].into_iter().filter(|noughts| *noughts != own).filter_map(scaled));
    }
    for (key, value) in &mut told {
        if key == PERCENT {
            value.truncate(value.trim_end_matches('%').len());
        }
    }
    told.sort();
    told.dedup();
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_the_same_however_it_is_written() {
        for (words, same) in [
            ("Triệu đồng", "tr.đ"),
            ("triệu đồng", "TRIỆU ĐỒNG"),
            ("triệu đồng", "Triệu đ"),
            ("triệu đồng", "triệu VNĐ"),
            ("triệu đồng", "1.000.000 đồng"),
            ("tỷ đồng", "Tỷ đ"),
            ("1.000 đồng", "nghìn đồng"),
            ("ngàn đồng", "1000đ"),
            ("tỷ đồng", "tỉ đồng"),
            ("Đồng", "VNĐ"),
            ("Đồng", "đồng VN"),
            ("triệu đồng", "Triệu đồng Việt Nam"),
            ("%", "Tỷ lệ"),
            ("TTHC", "thủ tục"),
            ("Hồ sơ", "hồ sơ"),
        ] {
            assert_eq!(unit_key(words), unit_key(same), "{words} {same}");
        }
        assert_ne!(unit_key("triệu đồng"), unit_key("tỷ đồng"));
        assert_ne!(unit_key("người"), unit_key("hồ sơ"));
    }

    #[test]
    fn a_value_is_told_in_the_unit_asked_and_never_rounded() {
        for (unit, value, asked, told) in [
            ("đồng", "10.529.000.000", "triệu đồng", Some("10.529")),
            ("đồng", "101.768.044.306", "tỷ đồng", Some("101,768044306")),
            ("đồng", "850.000", "nghìn đồng", Some("850")),
            ("đồng", "850.000", "đồng", Some("850.000")),
            ("đồng", "0", "triệu đồng", Some("0")),
            ("%", "98,72%", "%", Some("98,72")),
            ("%", "98,72%", "hồ sơ", None),
            ("tin, bài", "24", "Tin/bài", Some("24")),
            ("tin, bài", "24", "tin", Some("24")),
            ("hồ sơ", "2.182", "người", None),
            ("triệu đồng", "300", "đồng", Some("300.000.000")),
            ("triệu đồng", "102,49", "tỷ đồng", Some("0,10249")),
        ] {
            let told_in = amounts(unit, value);
            assert_eq!(told_in.iter().find(|(key, _)| *key == unit_key(asked)).map(|(_, value)| value.as_str()), told, "{unit} {asked}");
        }
    }

    #[test]
    fn a_unit_is_found_in_brackets_and_behind_its_label() {
        for (words, unit) in [("Kinh phí (triệu đồng)", "triệu đồng"), ("Số tiền (ĐVT: đồng):", "đồng"), ("Tỷ lệ đúng hạn (%)", "%")]
        {
            assert_eq!(bracketed(words), Some(unit), "{words}");
        }
        assert_eq!(bracketed("Hồ sơ (trực tuyến) đã nhận"), None);
        assert_eq!(behind_label("Đơn vị tính: triệu đồng"), Some("triệu đồng"));
        assert_eq!(behind_label("Đơn vị: triệu đồng"), Some("triệu đồng"));
        for words in ["Đơn vị báo cáo: UBND xã", "Đơn vị: UBND xã Lam Khê"] {
            assert_eq!(behind_label(words), None, "{words}");
        }
    }
}
