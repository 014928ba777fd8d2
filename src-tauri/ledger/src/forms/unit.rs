//! The unit a form asks a row in: `triệu đồng` where ours are đồng, `%` in a column of its own.

use super::guess::{Shape, key};
use super::read::{Row, Table};
use crate::viet::{amount, plain_number};
use rust_decimal::Decimal;

/// Units of money, folded, and how many noughts they are above đồng.
const MONEY: [(&str, u32); 19] = [
    ("dong", 0),
    ("vnd", 0),
    ("vnđ", 0),
    ("d", 0),
    ("nghin dong", 3),
    ("ngan dong", 3),
    ("1000 dong", 3),
    ("1 000 dong", 3),
    ("1000d", 3),
    ("1 000d", 3),
    ("trieu dong", 6),
    ("trieu", 6),
    ("tr dong", 6),
    ("trd", 6),
    ("tr d", 6),
    ("ty dong", 9),
    ("ti dong", 9),
    ("ty", 9),
    ("ti", 9),
];
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
/// Headings of the column of units, folded.
const HEADINGS: [&str; 4] = ["don vi tinh", "dvt", "dv tinh", "don vi do"];
/// Cells that say: as above.
const DITTO: [&str; 5] = ["\"", "”", "″", "-nt-", "nt"];

/// The unit of a row: as it is written, what it is compared by, and whether the row itself says it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Asked {
    pub(super) words: String,
    pub(super) key: String,
    pub(super) own: bool,
}

/// What some words are compared by as a unit: `dong` with its noughts, `phan tram`, else the words folded.
pub(super) fn unit_key(words: &str) -> String {
    let folded = key(words);
    if let Some((_, noughts)) = MONEY.iter().find(|(name, _)| *name == folded) {
        return money_key(*noughts);
    }
    SAME.iter().find(|(name, _)| *name == folded).map_or(folded, |(_, same)| (*same).to_owned())
}

fn money_key(noughts: u32) -> String {
    format!("dong {noughts}")
}

/// The units the rows of a table ask for, by their places.
///
/// The row's cell in the column of units goes first, then brackets behind its words, then what the heading of
/// the filled column or the line above the table says of money or of shares.
pub(super) fn asked<'a>(table: &'a Table, shape: &'a Shape) -> impl Iterator<Item = (usize, Asked)> + 'a {
    let column = shape.columns.iter().position(|name| HEADINGS.contains(&key(name).as_str()));
    let above = || {
        let lines = table.rows.iter().take(shape.body).flat_map(|row| row.cells.iter()).chain([&table.above]);
        lines.filter_map(|words| behind_label(words)).find(|words| is_amount(words))
    };
    let whole = shape.columns.get(shape.value).and_then(|name| bracketed(name)).filter(|words| is_amount(words)).or_else(above);
    let mut last = String::new();
    table.rows.iter().skip(shape.body).map(move |row| {
        let cell = |column: usize| row.cells.get(column).map(|words| words.trim()).unwrap_or_default();
        let written = column.map(cell).unwrap_or_default();
        let written = if DITTO.contains(&written.to_lowercase().as_str()) { last.as_str() } else { written }.to_owned();
        last.clone_from(&written);
        (row.place, of_row(row, shape, &written, whole))
    })
}

fn of_row(row: &Row, shape: &Shape, written: &str, whole: Option<&str>) -> Asked {
    let in_words = || row.cells.get(shape.words).and_then(|words| bracketed(words)).filter(|words| is_amount(words));
    let own = Some(written).filter(|words| !words.is_empty()).or_else(in_words);
    let words = own.or(whole).unwrap_or_default();
    Asked { words: words.to_owned(), key: unit_key(words), own: own.is_some() }
}

/// Money, or a share: what the same number can be told in more ways than one.
fn is_amount(words: &str) -> bool {
    let key = unit_key(words);
    key == PERCENT || MONEY.iter().any(|(_, noughts)| key == money_key(*noughts))
}

/// `triệu đồng` of `Kinh phí (triệu đồng)`.
fn bracketed(words: &str) -> Option<&str> {
    let (_, inside) = words.trim_end_matches([' ', ':', '.']).strip_suffix(')')?.rsplit_once('(')?;
    Some(behind_label(inside).unwrap_or(inside).trim())
}

/// `triệu đồng` of `Đơn vị tính: triệu đồng` or `(ĐVT: triệu đồng)`.
fn behind_label(words: &str) -> Option<&str> {
    let (label, unit) = words.trim_matches(['(', ')', ' ', '.']).rsplit_once(':')?;
    HEADINGS.iter().any(|heading| key(label).ends_with(heading)).then(|| unit.trim())
}

/// True when what is counted in a unit of ours can be told in the unit of that key.
pub(super) fn fits(unit: &str, key: &str) -> bool {
    amounts(unit, "0").iter().any(|(one, _)| one == key)
}

/// A value of ours in every unit that a form may ask it in, by what these are compared by.
///
/// `value`: as a table prints it, `10.529.000.000`, `98,72%`. Nothing is rounded.
pub(super) fn amounts(unit: &str, value: &str) -> Vec<(String, String)> {
    let mut told: Vec<(String, String)> =
        std::iter::once(unit).chain(unit.split([',', '/'])).map(|unit| (unit_key(unit), value.to_owned())).collect();
    if told.iter().any(|(key, _)| *key == money_key(0)) {
        let scaled = |noughts: u32| {
            let value = plain_number(value)? / Decimal::from(10_u64.pow(noughts));
            Some((money_key(noughts), amount(value, noughts)))
        };
        told.extend([3, 6, 9].into_iter().filter_map(scaled));
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
            ("1.000 đồng", "nghìn đồng"),
            ("ngàn đồng", "1000đ"),
            ("tỷ đồng", "tỉ đồng"),
            ("Đồng", "VNĐ"),
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
        assert_eq!(behind_label("Đơn vị báo cáo: UBND xã"), None);
    }
}
