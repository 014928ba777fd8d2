//! Which unit tells which figure, as the officer asked; a unit that told one is asked again anyway.

use super::values::Values;
use crate::change::{Done, Door};
use crate::problem::FigureProblem;
use crate::view::{FigureUnits, Id, Written};
use crate::{Ledger, Problem, Result, Stamp, viet};
use rusqlite::ToSql;
use std::collections::HashMap;

/// The units asked for each figure.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// By figure: the unit, and the thing that says so.
    by_figure: HashMap<String, Vec<(Id, Id)>>,
}

impl Asked {
    #[cfg(test)]
    pub(super) fn sample(figures: &[&str], units: &[Id]) -> Asked {
        let asked: Vec<(Id, Id)> = units.iter().map(|unit| (*unit, 0)).collect();
        Asked { by_figure: figures.iter().map(|figure| ((*figure).to_owned(), asked.clone())).collect() }
    }

    /// The units asked for a figure.
    pub(super) fn units(&self, figure: &str) -> Vec<Id> {
        self.by_figure.get(figure).into_iter().flatten().map(|(unit, _)| *unit).collect()
    }

    /// True when a unit is asked for a figure, or told it before.
    pub(super) fn wants(&self, figure: &str, unit: Id, values: &Values) -> bool {
        self.units(figure).contains(&unit) || values.told_by(figure, Some(unit))
    }
}

impl Ledger {
    pub(super) fn asked_units(&self) -> Result<Asked> {
        let mut query = self.conn.prepare_cached("SELECT figure, unit, thing FROM figure_unit WHERE until IS NULL ORDER BY thing")?;
        let mut asked = Asked::default();
        for row in query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))? {
            let (figure, unit, thing): (String, Id, Id) = row?;
            asked.by_figure.entry(figure).or_default().push((unit, thing));
        }
        Ok(asked)
    }

    /// Says which units tell a figure: their workbooks ask for it from now on.
    ///
    /// Errors: no such figure or unit; a share, or what the ledger counts itself.
    pub fn ask_figure_units(&mut self, asked: &FigureUnits, stamp: &Stamp) -> Result<Written> {
        let catalog = self.catalog()?;
        let at = catalog.place(&asked.figure).ok_or_else(|| FigureProblem::Unknown(asked.figure.clone()))?;
        let figure = catalog.figure(at);
        if figure.kind == crate::assets::FigureKind::Ratio {
            return Err(FigureProblem::Computed(figure.name.clone()).into());
        }
        if figure.ledger {
            return Err(FigureProblem::Counted(figure.name.clone()).into());
        }
        let units = self.units()?;
        if asked.units.iter().any(|unit| units.iter().all(|known| known.id != Some(*unit))) {
            return Err(Problem::NotFound("đơn vị").into());
        }
        let mut wanted = asked.units.clone();
        wanted.sort_unstable();
        wanted.dedup();
        let kept = self.asked_units()?.by_figure.remove(&asked.figure).unwrap_or_default();
        let gone: Vec<Id> = kept.iter().filter(|(unit, _)| !wanted.contains(unit)).map(|(_, thing)| *thing).collect();
        let fresh: Vec<Id> = wanted.iter().copied().filter(|unit| kept.iter().all(|(known, _)| known != unit)).collect();
        let count = viet::count_sentence(i64::try_from(wanted.len()).unwrap_or_default());
        let summary = if wanted.is_empty() {
            format!("Không hỏi đơn vị nào về “{}”", figure.name)
        } else {
            format!("Hỏi {count} đơn vị về “{}”", figure.name)
        };
        let id = asked.figure.clone();
        self.write(stamp, "ask-figure-units", |door| {
            for thing in &gone {
                door.end("figure_unit", *thing)?;
            }
            for unit in &fresh {
                door.keep_asked(&id, *unit)?;
            }
            Ok(Done::new(None, summary))
        })
    }
}

impl Door<'_> {
    fn keep_asked(&mut self, figure: &str, unit: Id) -> Result<Id> {
        let columns: [(&str, &dyn ToSql); 2] = [("figure", &figure), ("unit", &unit)];
        self.make("figure_unit", &columns)
    }
}
