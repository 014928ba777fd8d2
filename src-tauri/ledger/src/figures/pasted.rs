//! What was copied out of a sheet without its heads: which of its columns are names, units and values.

use super::called::Names;
use super::catalog::Catalog;
use super::heads::{Columns, Said};
use super::typed;
use crate::assets::FigureKind;
use crate::plan::read::tabbed;
use crate::sheet::{Cell, Row};
use crate::viet::plain_number;

/// From the name of a row of our own workbook to its value, estimate, source and id.
const OWN: [usize; 4] = [3, 4, 5, 7];

/// Cells between tabs, in quotes where they hold a break.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let cell = |text: String| Cell { text, span: 1, ..Cell::default() };
    tabbed::rows(text).into_iter().map(|cells| Row { cells: cells.into_iter().map(cell).collect(), ..Row::default() }).collect()
}

/// What rows without heads say; `down`: the figures from the selected cell on, for values without names.
///
/// Where several columns hold numbers nothing tells which is meant: all of them are told, none is sure.
pub(super) fn read(rows: &[Row], down: &[usize], catalog: &Catalog, names: &Names) -> Vec<Said> {
    let width = rows.iter().map(Row::width).max().unwrap_or_default();
    let most = |count: &dyn Fn(usize) -> usize| {
        (0..width).map(|column| (count(column), column)).filter(|(hits, _)| *hits > 0).max_by_key(|(hits, column)| (*hits, width - column))
    };
    let hits = |holds: &dyn Fn(&str) -> bool| most(&|column| rows.iter().filter(|row| holds(&row.words(column))).count()).map(|(_, column)| column);
    let (name, id) = (hits(&|words| names.find(words).is_some()), hits(&|words| catalog.place(words).is_some()));
    if let Some(columns) = own(name, id) {
        return columns.read(rows, catalog, names);
    }
    let block = Block { rows, down, catalog, names, width, name, id };
    let strange = block.strange_names();
    let values = block.values();
    let unit = block.unit(&values);
    let mut said = Vec::new();
    for (nth, row) in rows.iter().enumerate() {
        let figure = if strange.is_some() { None } else { block.figure(nth, row) };
        let called = row.words(strange.or(name).or(id).unwrap_or(width));
        if called.is_empty() && (figure.is_none() || name.or(id).is_some()) {
            continue;
        }
        let other = |column: &usize| {
            Some(*column) != unit && block.is_value(*column) && !row.words(*column).is_empty() && !names.is_unit(&row.words(*column))
        };
        let columns = if values.is_empty() { (0..width).find(other).into_iter().collect() } else { values.clone() };
        // A row that stands apart from the others may have its unit where they have their value.
        let own = || (0..width).filter(|column| block.is_value(*column)).map(|column| row.words(column)).find(|words| names.is_unit(words));
        let unit = unit.map(|column| row.words(column)).filter(|unit| !unit.is_empty()).or_else(own).unwrap_or_default();
        let told = columns.iter().map(|column| row.words(*column)).filter(|value| !value.is_empty() && !names.is_unit(value));
        said.extend(told.map(|value| Said { figure, name: called.clone(), value, unit: unit.clone(), unsure: values.len() > 1, ..Said::default() }));
    }
    said
}

/// The columns of our own workbook, copied whole.
fn own(name: Option<usize>, id: Option<usize>) -> Option<Columns> {
    let [value, estimate, source, behind] = OWN;
    let name = name.filter(|name| id == Some(name + behind))?;
    let at = |column: usize| Some(name + column);
    Some(Columns { id, name: Some(name), value: at(value), estimate: at(estimate), source: at(source), unit: at(1), ..Columns::default() })
}

struct Block<'a> {
    rows: &'a [Row],
    down: &'a [usize],
    catalog: &'a Catalog,
    names: &'a Names,
    width: usize,
    name: Option<usize>,
    id: Option<usize>,
}

impl Block<'_> {
    /// The figure of a row: by its id or its name, else by its place below the selected cell.
    fn figure(&self, nth: usize, row: &Row) -> Option<usize> {
        match (self.id, self.name) {
            (None, None) => self.down.get(nth).copied(),
            (id, name) => {
                let words = |column: Option<usize>| column.map(|column| row.words(column)).unwrap_or_default();
                self.catalog.place(&words(id)).or_else(|| self.names.find(&words(name)))
            }
        }
    }

    /// A column that can hold values: behind the names, and not that of the ids.
    fn is_value(&self, column: usize) -> bool {
        self.name.is_none_or(|name| column > name) && self.id != Some(column)
    }

    /// The columns of numbers: of rows whose figure is known, else of any.
    fn values(&self) -> Vec<usize> {
        let fits = |at: usize, words: &str| {
            let figure = self.catalog.figure(at);
            figure.kind != FigureKind::Text && words.contains(|sign: char| sign.is_ascii_digit()) && typed::read(figure, words).is_ok()
        };
        let known =
            |column: &usize| self.rows.iter().enumerate().any(|(nth, row)| self.figure(nth, row).is_some_and(|at| fits(at, &row.words(*column))));
        let any = |column: &usize| self.rows.iter().any(|row| plain_number(&row.words(*column)).is_some());
        let among = |holds: &dyn Fn(&usize) -> bool| (0..self.width).filter(|column| self.is_value(*column) && holds(column)).collect::<Vec<_>>();
        let by_name = self.name.or(self.id).is_some();
        Some(among(&known)).filter(|columns| by_name && !columns.is_empty()).unwrap_or_else(|| among(&any))
    }

    /// The column of units, before the first value.
    fn unit(&self, values: &[usize]) -> Option<usize> {
        let before = |column: &usize| values.first().is_none_or(|first| column < first) && self.is_value(*column);
        (0..self.width).filter(before).find(|column| self.rows.iter().any(|row| self.names.is_unit(&row.words(*column))))
    }

    /// Without any name of ours: the column of words before the numbers that names something else.
    fn strange_names(&self) -> Option<usize> {
        let values = self.values();
        let is_name = |words: &str| words.contains(char::is_alphabetic) && !self.names.is_unit(words);
        let column = || (0..*values.last()?).find(|column| self.rows.iter().any(|row| is_name(&row.words(*column))));
        if self.name.or(self.id).is_some() { None } else { column() }
    }
}
