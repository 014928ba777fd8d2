//! A figure found by what a file calls it: marks before its name and a unit behind it are no part of it.

use super::catalog::Catalog;
use crate::forms::unit;
use crate::viet::{fold, key};
use std::collections::{HashMap, HashSet};

/// Letters of a numbering before a name: `2.`, `a)`, `1.2.3.`, `VIII.`.
const MARK: usize = 6;

/// The names of a set, folded once.
pub(super) struct Names {
    whole: HashMap<String, usize>,
    /// By letters alone; `None`: two figures are called so.
    bare: HashMap<String, Option<usize>>,
    /// What the units of the figures can be told in, by their keys.
    units: HashSet<String>,
}

impl Names {
    pub(super) fn of(catalog: &Catalog) -> Names {
        let (mut whole, mut bare) = (HashMap::new(), HashMap::new());
        for (at, figure) in catalog.set.figures.iter().enumerate() {
            whole.entry(fold(&figure.name)).or_insert(at);
            bare.entry(key(&figure.name)).and_modify(|one| *one = None).or_insert(Some(at));
        }
        let units = catalog.set.figures.iter().flat_map(|figure| unit::amounts(&figure.unit, "0")).map(|(key, _)| key).filter(|key| !key.is_empty());
        Names { whole, bare, units: units.collect() }
    }

    /// True for the unit of some figure, or one of money or of shares.
    pub(super) fn is_unit(&self, words: &str) -> bool {
        unit::is_amount(words) || self.units.contains(&unit::unit_key(words))
    }

    /// The figure of a name: as it is written in the set, else by its letters alone.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let letters_of = |words: &str| Some(key(words)).filter(|letters| !letters.is_empty()).and_then(|letters| *self.bare.get(&letters)?);
        self.whole.get(&fold(name)).copied().or_else(|| letters_of(unmarked(name))).or_else(|| letters_of(without_unit(unmarked(name))))
    }
}

/// `Cơ quan chuyên môn` of `- Cơ quan chuyên môn`, `2. Cơ quan chuyên môn`, `a) Cơ quan chuyên môn`.
fn unmarked(name: &str) -> &str {
    let name = name.trim_start_matches(|sign: char| !sign.is_alphanumeric() && sign != '(');
    let Some((mark, rest)) = name.split_once(' ') else { return name };
    let inside = mark.trim_matches(['(', ')', '.', '/', ':']);
    let counts = mark != inside && mark.chars().count() <= MARK && inside.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '.');
    if counts { rest } else { name }
}

/// `Kinh phí` of `Kinh phí (triệu đồng)`.
fn without_unit(name: &str) -> &str {
    let before = || name.rsplit_once('(').map(|(before, _)| before);
    unit::bracketed(name).filter(|words| unit::is_amount(words)).and_then(|_| before()).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::figures_cchc;

    #[test]
    fn a_figure_is_found_behind_the_marks_of_a_list() {
        let catalog = Catalog::of(figures_cchc().unwrap()).unwrap();
        let names = Names::of(&catalog);
        let id = |name: &str| names.find(name).map(|at| catalog.figure(at).id.as_str());
        for (name, found) in [
            ("Cơ quan chuyên môn", Some("org.departments")),
            ("- Cơ quan chuyên môn", Some("org.departments")),
            ("+ cơ quan chuyên môn:", Some("org.departments")),
            ("2. Đơn vị sự nghiệp công lập:", Some("org.services")),
            ("1.2.3. Đơn vị sự nghiệp công lập", Some("org.services")),
            ("(a) Tổ hòa giải", Some("legal.mediation_groups")),
            ("VI. Kinh phí CCHC đã sử dụng (triệu đồng)", Some("lead.funds_spent")),
            ("Điểm theo Bộ chỉ số phục vụ người dân, doanh nghiệp (Quyết định 766/QĐ-TTg)", Some("case.index766")),
            ("Cơ quan chuyên môn khác", None),
            ("2.", None),
            ("", None),
        ] {
            assert_eq!(id(name), found, "{name}");
        }
    }
}
