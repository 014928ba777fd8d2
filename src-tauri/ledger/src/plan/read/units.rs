//! Units named in a cell, and the ways one unit is written.

use super::cell::{Part, PartKind, parts};
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

/// Takes a cell apart, without the register of units.
pub(super) fn named(text: &str) -> Named {
    UnitNames::default().named(text)
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

/// Names that hold a comma, each with the cells that have it, as the plan orders them.
pub(super) fn with_commas<'a>(cells: impl Iterator<Item = &'a str>) -> Vec<(String, usize)> {
    let mut found: Vec<(String, usize)> = Vec::new();
    for unit in cells.filter(|cell| cell.contains(',')).flat_map(|cell| named(cell).units).filter(|unit| unit.contains(',')) {
        match found.iter_mut().find(|(name, _)| fold(name) == fold(&unit)) {
            Some((_, rows)) => *rows += 1,
            None => found.push((unit, 1)),
        }
    }
    found
}

/// The spellings of units in a cell, also of those that begin as no unit does (`VHXH`, `UBND xã`).
pub(crate) fn spellings(cell: &str) -> Vec<String> {
    parts(cell, &|_| false).into_iter().filter(|part| part.kind != PartKind::Many).map(|part| part.text.into_owned()).collect()
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

    /// What a cell names: units by their beginning or by the register, and other names beside those.
    fn named(&self, cell: &str) -> Named {
        let known = |name: &str| self.names.contains_key(&fold(name));
        let parts = parts(cell, &known);
        let any = |kind: PartKind| parts.iter().any(|part| part.kind == kind);
        // A cell that names no unit at all is one name; between semicolons stands one, however it begins.
        let loose = any(PartKind::Unit) || cell.contains(';');
        let many = any(PartKind::Many);
        let named = |part: &Part| part.kind == PartKind::Unit || loose && part.kind == PartKind::Loose;
        let units = parts.into_iter().filter(named).map(|part| part.text.into_owned()).collect();
        Named { units, many }
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
