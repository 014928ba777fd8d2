//! A table with heads: which of its columns is that of the window, and what each row below says.

use super::called::Names;
use super::catalog::Catalog;
use super::column::{self, Candidate};
use super::export::HEADS;
use super::periods;
use crate::deadline::Span;
use crate::forms::{header, unit};
use crate::sheet::Row;
use crate::viet::fold;
use crate::view::Note;

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

/// The head of a table: what its columns are called, all rows of it together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) columns: Vec<String>,
    /// Its first row.
    pub(super) at: usize,
    /// The first row below it.
    pub(super) body: usize,
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
    /// The head of the values calls them estimates.
    pub(super) expected: bool,
    /// Why the column of values is not sure.
    pub(super) doubt: Option<Note>,
}

impl Head {
    /// The first head among some rows: a name or an id, and a column of values.
    pub(super) fn find(rows: &[Row]) -> Option<Head> {
        let named = |row: &Row| (0..row.width()).any(|column| is_at(0, &row.words(column)) || is_at(1, &row.words(column)));
        rows.iter().enumerate().filter(|(_, row)| named(row)).find_map(|(at, _)| {
            let (columns, body) = header(rows, at)?;
            let head = Head { columns, at, body };
            let any = head.values().next().is_some();
            any.then_some(head)
        })
    }

    /// The first column with a heading of a kind, by its place in [`NAMES`].
    fn place(&self, kind: usize) -> Option<usize> {
        self.columns.iter().position(|name| is_at(kind, name))
    }

    /// The columns that may hold numbers of some window, and whether their heading says it is one of numbers.
    fn values(&self) -> impl Iterator<Item = (usize, bool)> {
        let others = [0, 1, 3, 4].map(|kind| self.place(kind));
        let is_value = |name: &str| name.split(',').any(|line| is_at(2, line));
        let all = self.columns.iter().enumerate().filter(move |(at, _)| !others.contains(&Some(*at)));
        all.map(move |(at, name)| (at, name, is_value(name)))
            .filter(|(_, name, is_value)| *is_value || column::tells(name))
            .map(|(at, _, is_value)| (at, is_value))
    }

    /// The unit of money that a line above its rows gives for all of them.
    pub(super) fn money_above(&self, rows: &[Row]) -> Option<String> {
        let mut cells = rows.iter().take(self.at).flat_map(|row| (0..row.width()).map(|column| row.words(column)));
        cells.find_map(|words| unit::behind_label(&words).filter(|unit| unit::noughts(unit).is_some()).map(str::to_owned))
    }

    /// The columns that are read for a window. `rows`: those of the table, with what stands above its head.
    pub(super) fn columns(&self, window: Span, rows: &[Row]) -> Columns {
        let heading = |at: usize| self.columns.get(at).map(String::as_str).unwrap_or_default();
        let holds = |column: usize| rows.iter().skip(self.body).any(|row| !row.words(column).is_empty());
        let candidates = |(column, is_value): (usize, bool)| {
            let says = column::says(heading(column), window);
            Candidate { column, says, is_value, more: usize::from(holds(column)) }
        };
        let candidates: Vec<Candidate> = self.values().map(candidates).collect();
        let best = column::pick(&candidates);
        let doubt = best.filter(|(_, sure)| !sure).map(|(best, _)| {
            let named: Vec<String> = candidates.iter().map(|one| format!("“{}”", heading(one.column))).collect();
            let sentence = format!(
                "Không rõ cột nào là số của {}: {}. Số dưới đây lấy ở cột “{}” nên chưa tích dòng nào. Hãy xem lại rồi tích dòng đúng, hoặc đặt tên cột số là “Kỳ này” rồi nhập lại.",
                periods::name(window),
                named.join(", "),
                heading(best.column)
            );
            Note { code: "which-column".into(), sentence }
        });
        let unit_column = |named: &[&str]| self.columns.iter().position(|head| named.contains(&unit::unit_key(head).as_str()));
        let sure = unit_column(&unit::HEADINGS);
        let value = best.map(|(best, _)| best.column);
        let is_money = |words: &&str| unit::noughts(words).is_some();
        let in_head = value.and_then(|value| heading(value).split(',').filter_map(unit::bracketed).find(is_money)).map(str::to_owned);
        Columns {
            id: self.place(0),
            name: self.place(1),
            value,
            estimate: self.place(3),
            source: self.place(4),
            unit: sure.or_else(|| unit_column(&[MAYBE_UNITS])),
            maybe_units: sure.is_none(),
            money: in_head.or_else(|| self.money_above(rows)).unwrap_or_default(),
            expected: best.is_some_and(|(best, _)| !best.says.closed),
            doubt,
        }
    }
}

/// True for a heading of a kind: as ours is called, or as other offices call it.
fn is_at(kind: usize, heading: &str) -> bool {
    let bare =
        if unit::bracketed(heading).is_some_and(unit::is_amount) { heading.rsplit_once('(').map_or(heading, |(bare, _)| bare) } else { heading };
    let own = HEADS.get(kind).is_some_and(|head| fold(head) == fold(heading));
    own || NAMES.get(kind).is_some_and(|names| names.contains(&fold(bare).trim()))
}

impl Columns {
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
            let estimate = self.expected || !words(self.estimate).is_empty();
            said.push(Said { figure, name, value, estimate, source, unit, unsure: self.doubt.is_some() });
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
