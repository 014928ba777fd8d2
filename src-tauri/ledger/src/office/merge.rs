//! Đơn vị viết nhiều cách: spellings in the plans that look like one unit, proposed for merging.

use super::{lines, required};
use crate::change::Done;
use crate::plan::{Shape, fold_unit, spellings};
use crate::store::column::json;
use crate::view::{UnitForm, UnitMerge, UnitProposal, UnitSpelling, Written};
use crate::{Ledger, Problem, Result, Stamp, viet};
use std::collections::BTreeMap;

/// Spellings that differ in dashes, case and marks only: the program counts them as one already.
struct Class {
    spellings: Vec<UnitSpelling>,
    shape: Shape,
}

impl Class {
    /// The spelling that most cells have.
    fn name(&self) -> &str {
        self.spellings.first().map_or("", |one| &one.text)
    }
}

impl Ledger {
    /// Spellings in the lead and coordinating cells that no unit has, and that look like a unit or
    /// like each other; those of a unit first.
    pub fn unit_proposals(&self) -> Result<Vec<UnitProposal>> {
        let units = self.units()?;
        let apart = self.apart()?;
        let office = self.office_on(None)?.map(|office| place_of(&office.form.short)).unwrap_or_default();
        // Each known name with the place of its unit.
        let kept: Vec<(Shape, usize)> = units
            .iter()
            .enumerate()
            .flat_map(|(at, unit)| names_of(unit).map(move |name| (name, at)))
            .map(|(name, at)| (Shape::of(name, &office), at))
            .collect();
        let (full, short): (Vec<Class>, Vec<Class>) = self.classes(&units, &office)?.into_iter().partition(|class| class.shape.is_full());
        let mut of_units: BTreeMap<usize, Vec<UnitSpelling>> = BTreeMap::new();
        let mut leaders: Vec<Vec<Class>> = Vec::new();
        for class in full.into_iter().chain(short) {
            let told_apart = |name: &str| apart.iter().any(|set| set.contains(&fold_unit(name)) && set.contains(&fold_unit(class.name())));
            let mut like: Vec<usize> = kept.iter().filter(|(shape, _)| shape.is_like(&class.shape)).map(|(_, at)| *at).collect();
            like.dedup();
            like.retain(|at| units.get(*at).is_some_and(|unit| !names_of(unit).any(told_apart)));
            match like.as_slice() {
                [at] => {
                    of_units.entry(*at).or_default().extend(class.spellings);
                    continue;
                }
                // Two units fit alike: nobody but the officer can tell.
                [_, _, ..] => continue,
                [] => {}
            }
            let fits = |group: &&mut Vec<Class>| group.first().is_some_and(|first| first.shape.is_like(&class.shape) && !told_apart(first.name()));
            let mut fitting: Vec<&mut Vec<Class>> = leaders.iter_mut().filter(fits).collect();
            match fitting.as_mut_slice() {
                [group] => group.push(class),
                [] => leaders.push(vec![class]),
                _ => {}
            }
        }
        let of_units = of_units.into_iter().filter_map(|(at, mut spellings)| {
            let unit = units.get(at)?;
            spellings.sort_by_key(|one| std::cmp::Reverse(one.rows));
            Some(UnitProposal { unit: unit.id, name: unit.name.clone(), spellings })
        });
        let of_each_other = leaders.into_iter().filter_map(|group| {
            let name = group.first()?.name().to_owned();
            let spellings: Vec<UnitSpelling> = group.into_iter().flat_map(|class| class.spellings).collect();
            (spellings.len() > 1).then_some(UnitProposal { unit: None, name, spellings })
        });
        let mut proposals: Vec<UnitProposal> = of_units.chain(of_each_other).collect();
        proposals.sort_by(|a, b| a.unit.is_none().cmp(&b.unit.is_none()).then_with(|| viet::compare(&a.name, &b.name)));
        Ok(proposals)
    }

    /// What the cells of all plans call units that the register does not know.
    fn classes(&self, units: &[UnitForm], office: &str) -> Result<Vec<Class>> {
        let mut found: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
        for (cell, rows) in self.unit_cells()? {
            for spelling in spellings(&cell).iter().filter(|spelling| spelling.chars().count() <= LONGEST) {
                *found.entry(fold_unit(spelling)).or_default().entry(viet::nfc(spelling)).or_default() += rows;
            }
        }
        for name in units.iter().flat_map(names_of) {
            found.remove(&fold_unit(name));
        }
        let classes = found.into_values().map(|known| {
            let mut spellings: Vec<UnitSpelling> = known.into_iter().map(|(text, rows)| UnitSpelling { text, rows }).collect();
            spellings.sort_by_key(|one| std::cmp::Reverse(one.rows));
            let shape = Shape::of(spellings.first().map_or("", |one| &one.text), office);
            Class { spellings, shape }
        });
        Ok(classes.collect())
    }

    /// Spellings that mean one unit: kept as other names of a unit, made where there is none.
    ///
    /// A new name takes the place of the unit's own, which stays as another name. The words in the
    /// plans stay as they are written. Errors: no name; a name that another unit has.
    pub fn merge_units(&mut self, merge: &UnitMerge, stamp: &Stamp) -> Result<Written> {
        let name = required("Tên đơn vị", &merge.name)?;
        let units = self.units()?;
        let named = merge.unit.map(|id| units.iter().find(|unit| unit.id == Some(id)).ok_or(Problem::NotFound("đơn vị"))).transpose()?;
        let kept = named.or_else(|| units.iter().find(|unit| unit.name == name)).cloned().unwrap_or_default();
        let typed = lines(&merge.spellings);
        let mut aliases = Vec::new();
        for spelling in kept.aliases.iter().chain(std::iter::once(&kept.name)).chain(&typed) {
            if !spelling.is_empty() && *spelling != name && !aliases.contains(spelling) {
                aliases.push(spelling.clone());
            }
        }
        let summary = format!("Gộp {} cách viết vào đơn vị {name}", typed.len());
        self.keep_unit_saying(&UnitForm { name, aliases, ..kept }, summary, stamp)
    }

    /// Spellings that are not one unit: they are not proposed again.
    ///
    /// Error: fewer than two names.
    pub fn keep_units_apart(&mut self, names: &[String], stamp: &Stamp) -> Result<Written> {
        let mut names = lines(names);
        names.sort();
        names.dedup();
        if names.len() < 2 {
            return Err(Problem::Empty("Cách viết thứ hai").into());
        }
        self.write(stamp, "keep-units-apart", |door| {
            let apart = door.make("apart", &[("spellings", &json(&names))])?;
            Ok(Done::new(Some(apart), format!("Không phải một đơn vị: {}", names.join("; "))))
        })
    }
}

/// Words longer than this are no name of a unit.
const LONGEST: usize = 120;

fn names_of(unit: &UnitForm) -> impl Iterator<Item = &str> {
    std::iter::once(unit.name.as_str()).chain(unit.aliases.iter().map(String::as_str))
}

/// `Lam Khê` of `UBND xã Lam Khê`.
fn place_of(short: &str) -> String {
    let levels = [" xã ", " phường ", " đặc khu "];
    levels.iter().find_map(|level| short.split_once(level)).map(|(_, place)| place.trim().to_owned()).unwrap_or_default()
}
