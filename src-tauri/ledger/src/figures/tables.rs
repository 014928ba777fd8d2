//! The tables of a sheet, one below the other, and what the lines above them say of all their rows.

use super::called::Names;
use super::catalog::Catalog;
use super::export::UNIT;
use super::heads::{Head, Said};
use super::titled::Period;
use crate::deadline::Span;
use crate::forms::unit;
use crate::sheet::{Row, Sheet};
use crate::viet::{fold, plain_number};
use crate::view::Note;

/// A table with its head, and the lines above it.
pub(super) struct Table<'a> {
    pub(super) sheet: &'a Sheet,
    rows: &'a [Row],
    head: Head,
    pub(super) period: Option<Period>,
    /// The unit that filled it in, as it is written there.
    pub(super) unit: Option<String>,
    /// The unit of money that a line above it gives.
    money: Option<String>,
}

/// What a table says of a window.
pub(super) struct Told<'a> {
    pub(super) table: &'a Table<'a>,
    pub(super) said: Vec<Said>,
    /// Why its column of values is not sure.
    pub(super) doubt: Option<Note>,
}

impl<'a> Table<'a> {
    /// The tables of a sheet. What one of them does not say of its window, its unit and its money is as the first says.
    pub(super) fn all(sheet: &'a Sheet, names: &Names) -> Vec<Table<'a>> {
        let mut tables: Vec<Table> = Vec::new();
        for (rows, head) in parts(sheet) {
            let mut table = Table { sheet, rows, head, period: None, unit: None, money: None };
            let above = table.above();
            let first = tables.first();
            let of_first = || first.and_then(|first| first.period.clone());
            table.period = Period::of(&above).or_else(of_first).or_else(|| Period::of(std::slice::from_ref(&sheet.name)));
            table.unit = above.iter().find_map(|line| unit_in(line, names)).or_else(|| first.and_then(|first| first.unit.clone()));
            table.money = table.head.money_above(rows).or_else(|| first.and_then(|first| first.money.clone()));
            tables.push(table);
        }
        tables
    }

    /// What it says of a window.
    pub(super) fn told(&'a self, window: Span, catalog: &Catalog, names: &Names) -> Told<'a> {
        let mut columns = self.head.columns(window, self.rows);
        if columns.money.is_empty() {
            columns.money = self.money.clone().unwrap_or_default();
        }
        let said = columns.read(self.rows.get(self.head.body..).unwrap_or_default(), catalog, names);
        Told { table: self, said, doubt: columns.doubt }
    }

    /// Of which window it is, where that is another one: `của quý II/2026`.
    pub(super) fn other_window(&self, window: Span) -> Option<String> {
        self.period.as_ref().and_then(|period| period.other(window))
    }

    /// True where it is of some unit.
    pub(super) fn is_of(&self, unit: &str) -> bool {
        self.unit.as_ref().is_some_and(|own| fold(own) == fold(unit))
    }

    /// The lines above its head.
    fn above(&self) -> Vec<String> {
        let line = |row: &Row| (0..row.width()).map(|column| row.words(column)).collect::<Vec<_>>().join(" ").trim().to_owned();
        self.rows.iter().take(self.head.at).map(line).collect()
    }
}

impl Told<'_> {
    /// True where one of its rows is a figure of the set.
    pub(super) fn is_known(&self) -> bool {
        self.said.iter().any(|one| one.figure.is_some())
    }
}

/// The name of the unit in a line above a table: `Đơn vị: Phòng Kinh tế; lập ngày 01/9/2026`.
///
/// `Đơn vị: triệu đồng, %` says how numbers are counted and names none.
fn unit_in(line: &str, names: &Names) -> Option<String> {
    let rest = line.strip_prefix(UNIT)?.trim();
    let mut words = rest.split([',', ';', '/']).map(|words| words.trim_matches([' ', '.', ')'])).filter(|words| !words.is_empty());
    let is_count = names.is_unit(rest) || words.all(|words| names.is_unit(words));
    rest.split(';').next().filter(|_| !is_count).map(|name| name.trim().to_owned())
}

/// The rows of each table with its head, whose places are counted from the first of these rows.
fn parts(sheet: &Sheet) -> Vec<(&[Row], Head)> {
    let mut heads: Vec<(usize, Head)> = Vec::new();
    let mut from = 0;
    while let Some(head) = sheet.rows.get(from..).and_then(Head::find) {
        let is_line = |at: &usize| sheet.rows.get(*at).is_some_and(is_line);
        let begin = if heads.is_empty() { 0 } else { (from..from + head.at).rev().take_while(is_line).last().unwrap_or(from + head.at) };
        let body = from + head.body;
        heads.push((begin, Head { at: from + head.at - begin, body: body - begin, columns: head.columns }));
        from = body;
    }
    let ends: Vec<usize> = heads.iter().skip(1).map(|(begin, _)| *begin).chain([sheet.rows.len()]).collect();
    heads.into_iter().zip(ends).map(|((begin, head), end)| (sheet.rows.get(begin..end).unwrap_or_default(), head)).collect()
}

/// True for a row that is no row of a table: of one cell, or of words one of which says how numbers are counted.
fn is_line(row: &Row) -> bool {
    let words: Vec<String> = (0..row.width()).map(|column| row.words(column)).filter(|words| !words.is_empty()).collect();
    let counts = |words: &String| unit::behind_label(words).is_some_and(unit::is_amount);
    words.len() <= 1 || words.iter().any(counts) && words.iter().all(|words| plain_number(words).is_none())
}
