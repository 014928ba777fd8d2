//! A sheet with a line of heads: where its columns stand, and what each row below says.

use super::called::Names;
use super::catalog::Catalog;
use super::export::HEADS;
use crate::forms::unit;
use crate::sheet::Row;
use crate::viet::fold;

/// What other offices call the columns, without marks.
const NAMES: [&[&str]; 5] = [
    &["ma", "ma chi tieu", "ma so"],
    &["ten chi tieu", "noi dung", "noi dung chi tieu", "chi tieu, so lieu", "noi dung bao cao"],
    &["so lieu", "so ky nay", "gia tri", "thuc hien", "ket qua", "so luong", "ket qua thuc hien"],
    &["uoc", "so uoc"],
    &["nguon", "lay tu dau", "ghi chu"],
];
/// A column that may hold units as well as offices.
const MAYBE_UNITS: &str = "don vi";

/// A row before it is looked at.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    pub(super) figure: Option<usize>,
    pub(super) name: String,
    pub(super) value: String,
    pub(super) estimate: bool,
    pub(super) source: String,
    /// The unit the row gives its value in; empty: it says none.
    pub(super) unit: String,
    /// The officer must say whether it is this one: nothing tells which of several columns is meant.
    pub(super) unsure: bool,
}

/// Where the columns stand that are read.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    pub(super) id: Option<usize>,
    pub(super) name: Option<usize>,
    pub(super) value: Option<usize>,
    pub(super) estimate: Option<usize>,
    pub(super) source: Option<usize>,
    pub(super) unit: Option<usize>,
    /// The column of units is called so that it may hold something else.
    pub(super) maybe_units: bool,
    /// The unit of money that the head of the values, or a line above, gives for all of them.
    pub(super) money: String,
}

impl Columns {
    /// The row with the heads, and its columns: a value, and an id or a name.
    pub(super) fn find(rows: &[Row]) -> Option<(usize, Columns)> {
        rows.iter().enumerate().find_map(|(at, row)| {
            let columns = Columns::of(row)?;
            let above = rows.iter().take(at).flat_map(|row| (0..row.width()).map(|column| row.words(column)));
            let money = columns.money.clone();
            let above = || above.filter_map(|words| unit::behind_label(&words).map(str::to_owned)).find(|words| unit::noughts(words).is_some());
            let money = if money.is_empty() { above().unwrap_or_default() } else { money };
            Some((at, Columns { money, ..columns }))
        })
    }

    fn of(row: &Row) -> Option<Columns> {
        let heads: Vec<String> = (0..row.width()).map(|column| row.words(column)).collect();
        let bare = |head: &str| {
            fold(if unit::bracketed(head).is_some_and(unit::is_amount) { head.rsplit_once('(').map_or(head, |(bare, _)| bare) } else { head })
        };
        let place = |nth: usize| {
            let own = HEADS.get(nth).map(|head| fold(head));
            let is = |head: &String| Some(fold(head)) == own || NAMES.get(nth).is_some_and(|names| names.contains(&bare(head).trim()));
            heads.iter().position(is)
        };
        let unit_column = |named: &[&str]| heads.iter().position(|head| named.contains(&unit::unit_key(head).as_str()));
        let sure = unit_column(&unit::HEADINGS);
        let [id, name, value, estimate, source] = [0, 1, 2, 3, 4].map(place);
        let money = value.and_then(|value| unit::bracketed(heads.get(value)?)).filter(|words| unit::noughts(words).is_some());
        let columns = Columns {
            id,
            name,
            value,
            estimate,
            source,
            unit: sure.or_else(|| unit_column(&[MAYBE_UNITS])),
            maybe_units: sure.is_none(),
            money: money.unwrap_or_default().to_owned(),
        };
        (value.is_some() && (id.is_some() || name.is_some())).then_some(columns)
    }

    /// What the rows say, those without a value left out.
    pub(super) fn read(&self, rows: &[Row], catalog: &Catalog, names: &Names) -> Vec<Said> {
        let mut unit_above = String::new();
        let mut said = Vec::new();
        for row in rows {
            let words = |column: Option<usize>| column.map(|column| row.words(column)).unwrap_or_default();
            let value = self.value.map(|column| row.typed(column)).unwrap_or_default();
            let (id, name) = (words(self.id), words(self.name));
            let unit = self.unit_of(row, &words(self.unit), &unit_above, names);
            unit_above.clone_from(&unit);
            let called = if name.is_empty() { &id } else { &name };
            if value.is_empty() || called.is_empty() {
                continue;
            }
            let figure = catalog.place(&id).or_else(|| names.find(&name));
            let in_name = || unit::bracketed(&name).filter(|words| unit::noughts(words).is_some()).map(str::to_owned);
            let is_money = figure.is_some_and(|at| unit::noughts(&catalog.figure(at).unit).is_some());
            let whole = || Some(self.money.clone()).filter(|_| is_money);
            let unit = Some(unit).filter(|unit| !unit.is_empty()).or_else(in_name).or_else(whole).unwrap_or_default();
            let (name, source) = (called.clone(), words(self.source));
            said.push(Said { figure, name, value, estimate: !words(self.estimate).is_empty(), source, unit, unsure: false });
        }
        said
    }

    /// The unit of a row: of its own cell, or of the one above where it goes on or says so.
    fn unit_of(&self, row: &Row, written: &str, above: &str, names: &Names) -> String {
        if unit::DITTO.contains(&written.to_lowercase().as_str()) || self.unit.is_some_and(|column| row.goes_on(column)) {
            return above.to_owned();
        }
        if self.maybe_units && !names.is_unit(written) {
            return String::new();
        }
        written.to_owned()
    }
}
