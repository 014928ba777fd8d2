//! Units named in a cell, and the ways one unit is written.

use super::columns::NAMES;
use super::words::key;
use crate::view::UnitForm;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a cell names.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// Units by name, as written.
    pub(super) units: Vec<String>,
    /// True when it says "các phòng, ban" or the like.
    pub(super) many: bool,
}

/// Takes a cell apart. A unit begins at the cell's beginning, after a comma or semicolon, or
/// where a word units begin with stands in capitals.
pub(super) fn named(text: &str) -> Named {
    UnitNames::default().named(text)
}

/// `Các phòng, ban`: no single unit.
fn is_many(piece: &str) -> bool {
    begins(piece, &STARTS.many)
}

/// A name that begins as those of units do.
fn is_one(piece: &str) -> bool {
    begins(piece, &STARTS.one)
}

/// Words that names of units begin with and words for several, folded once.
struct Starts {
    one: Vec<String>,
    many: Vec<String>,
}

static STARTS: LazyLock<Starts> = LazyLock::new(|| {
    let folded = |starts: &[String]| starts.iter().map(|start| key(start)).collect();
    Starts { one: folded(&NAMES.unit_starts), many: folded(&NAMES.many_starts) }
});

fn pieces(text: &str) -> Vec<&str> {
    let starts = || NAMES.many_starts.iter().chain(&NAMES.unit_starts);
    let mut cuts: Vec<usize> = vec![0];
    for (at, sign) in text.char_indices() {
        let rest = text.get(at + sign.len_utf8()..).unwrap_or("");
        let after_name =
            sign == ' ' && starts().any(|start| rest.strip_prefix(start.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
        // `Hội đồng và Phòng`: the word stands alone; `Trung tâm Phòng`: no name ends there.
        if matches!(sign, ',' | ';' | '\n') || after_name {
            cuts.push(at);
        }
    }
    cuts.push(text.len());
    let ends = cuts.iter().skip(1);
    cuts.iter().zip(ends).filter_map(|(from, to)| text.get(*from..*to)).map(|piece| piece.trim_matches(joint).trim_end_matches(" và")).collect()
}

/// What joins units, and marks them in a list of lines.
fn joint(sign: char) -> bool {
    sign.is_whitespace() || ",;.-–•+".contains(sign)
}

/// True when the text begins as the names of units do, or with a word for several.
pub(super) fn begins_one(text: &str) -> bool {
    is_many(text) || is_one(text)
}

/// True when the text begins with one of these words, folded, and a word ends there.
fn begins(text: &str, starts: &[String]) -> bool {
    let head: String = text.chars().take(40).collect();
    let head = key(&head);
    starts.iter().any(|start| head.strip_prefix(start.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// Units written in more than one way: for each, its spellings and how many cells have them,
/// the most frequent first.
pub(super) fn variants<'a>(cells: impl Iterator<Item = &'a str>) -> Vec<Vec<(String, usize)>> {
    let mut spellings: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
    for unit in cells.flat_map(|cell| named(cell).units) {
        let known = spellings.entry(fold(&unit)).or_default();
        match known.iter_mut().find(|(spelling, _)| *spelling == unit) {
            Some((_, count)) => *count += 1,
            None => known.push((unit, 1)),
        }
    }
    let mut variants: Vec<_> = spellings.into_values().filter(|known| known.len() > 1).collect();
    for known in &mut variants {
        known.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    }
    variants
}

/// The spellings of units in a cell, also of those that begin as no unit does (`VHXH`, `UBND xã`).
pub(crate) fn spellings(cell: &str) -> Vec<&str> {
    pieces(cell).into_iter().filter(|piece| !piece.is_empty() && !is_many(piece)).collect()
}

/// One name for each unit, however a cell spells it.
#[derive(Debug, Default)]
pub(crate) struct UnitNames {
    names: BTreeMap<String, String>,
    /// The cells that were looked at, each with the units that lead its rows.
    cells: BTreeMap<String, Vec<String>>,
}

impl UnitNames {
    /// Names from the register of units and their other names; a unit that is not there is called
    /// as most of the cells call it.
    pub(crate) fn of<'a>(known: &[UnitForm], cells: impl Iterator<Item = &'a str>) -> UnitNames {
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        for unit in known {
            for spelling in std::iter::once(&unit.name).chain(&unit.aliases) {
                names.entry(fold(spelling)).or_insert_with(|| unit.name.clone());
            }
        }
        let mut spelled: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for cell in cells {
            *seen.entry(cell).or_default() += 1;
        }
        let mut all = UnitNames { names, cells: BTreeMap::new() };
        let parts: Vec<(&str, Named)> = seen.keys().map(|cell| (*cell, all.named(cell))).collect();
        for (cell, named) in &parts {
            for unit in &named.units {
                let count = seen.get(cell).copied().unwrap_or_default();
                *spelled.entry(fold(unit)).or_default().entry(unit.clone()).or_default() += count;
            }
        }
        for (folded, spellings) in spelled {
            let most = spellings.into_iter().max_by_key(|(_, count)| *count).map(|(spelling, _)| spelling);
            all.names.entry(folded).or_insert_with(|| most.unwrap_or_default());
        }
        all.cells = parts.into_iter().map(|(cell, named)| (cell.to_owned(), all.called(cell, named))).collect();
        all
    }

    /// The units that lead a row, each by its one name; none where no single unit is named.
    pub(crate) fn leading(&self, cell: &str) -> Vec<String> {
        self.cells.get(cell).cloned().unwrap_or_else(|| self.called(cell, self.named(cell)))
    }

    /// What a cell names: pieces that begin as names of units do, and those that are names of known ones.
    fn named(&self, cell: &str) -> Named {
        let mut named = Named::default();
        let listed = cell.contains(';');
        for part in cell.split(';') {
            let (before, mut many) = (named.units.len(), false);
            for piece in pieces(part) {
                if is_many(piece) {
                    many = true;
                } else if is_one(piece) || self.names.contains_key(&fold(piece)) {
                    named.units.push(piece.to_owned());
                }
            }
            // Between semicolons stands a unit, whatever its name begins with: none may vanish from a list.
            let whole = part.trim_matches(joint);
            if listed && !many && named.units.len() == before && whole.starts_with(char::is_uppercase) {
                named.units.push(whole.to_owned());
            }
            named.many |= many;
        }
        named
    }

    fn called(&self, cell: &str, named: Named) -> Vec<String> {
        let mut units: Vec<String> = Vec::new();
        for unit in named.units {
            let name = self.names.get(&fold(&unit)).cloned().unwrap_or(unit);
            if !units.contains(&name) {
                units.push(name);
            }
        }
        if units.is_empty() && !named.many && !cell.trim().is_empty() {
            // A name that begins as no unit does (`Đ/c Lan`, `Bộ phận một cửa`) is one all the same.
            units.push(self.names.get(&fold(cell)).cloned().unwrap_or_else(|| cell.trim().to_owned()));
        }
        units
    }
}

/// One form for all spellings: dashes, `&` and `và`, case, marks, and a last `xã` do not tell
/// units apart.
pub(crate) fn fold(unit: &str) -> String {
    static ENDS: LazyLock<Vec<String>> = LazyLock::new(|| NAMES.unit_ends.iter().map(|end| format!(" {}", key(end))).collect());
    let key = key(unit);
    let short = ENDS.iter().find_map(|end| key.strip_suffix(end.as_str()).map(str::to_owned));
    short.unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_unit_of_a_list_vanishes() {
        for (cell, units) in [
            ("Hội LHPN xã; Hội Nông dân xã", vec!["Hội LHPN xã", "Hội Nông dân xã"]),
            ("Ban CHQS xã, Công an xã", vec!["Ban CHQS xã", "Công an xã"]),
            ("Công chức Tư pháp - Hộ tịch, Phòng Kinh tế", vec!["Công chức Tư pháp - Hộ tịch", "Phòng Kinh tế"]),
            ("P A; P C", vec!["P A", "P C"]),
            ("Tổ dân vận; Phòng Kinh tế", vec!["Tổ dân vận", "Phòng Kinh tế"]),
            ("- Phòng Kinh tế\n- Trung tâm Y tế", vec!["Phòng Kinh tế", "Trung tâm Y tế"]),
            ("Phòng Văn hóa - Xã hội", vec!["Phòng Văn hóa - Xã hội"]),
            ("Phòng Kinh tế; theo phân công", vec!["Phòng Kinh tế"]),
        ] {
            assert_eq!(UnitNames::default().leading(cell), units, "{cell}");
        }
        assert!(named("Các phòng, ban; đơn vị").many);
    }
}
