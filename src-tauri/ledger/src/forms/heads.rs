//! Where the header of a table stands, what its columns are called, and which of them is filled in.

use super::guess::{Known, Names, key};
use super::read::{Row, Table};
use crate::deadline::Span;
use crate::figures::column::{self, Candidate};
use crate::sheet;
use crate::viet::is_capitals;

/// Rows looked at from the top for the header.
const LOOKED_AT: usize = 15;

/// Words of headers, folded.
const WORDS: [&str; 6] = ["chi tieu", "noi dung", "tieu chi", "ten chi tieu", "chi so", "thong tin"];
const VALUES: [&str; 9] = ["ket qua", "so lieu", "so luong", "thuc hien", "ky nay", "trong ky", "ky bao cao", "tong so", "gia tri"];
const OTHERS: [&str; 9] = ["don vi tinh", "don vi", "dvt", "ghi chu", "stt", "tt", "so tt", "can cu", "tai lieu kiem chung"];
/// What a second row of a header says below a heading of several columns.
const BELOW: [&str; 6] = ["thuc hien", "so luong", "ty le", "tong so", "trong do", "ket qua"];

/// What a table's columns hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shape {
    /// What each column is called, all rows of the header together.
    pub(super) columns: Vec<String>,
    /// The first row of the header.
    pub(super) head: usize,
    /// The first row below the header.
    pub(super) body: usize,
    pub(super) words: usize,
    /// The column that is filled in; `None`: it is not clear which is that of the window.
    pub(super) value: Option<usize>,
}

/// What a form is read for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub(super) window: Span,
    /// The column of words, and the one to fill in, where the officer chose them.
    pub(super) words: Option<usize>,
    pub(super) value: Option<usize>,
}

/// The words of a cell, folded.
fn cell(row: &Row, column: usize) -> String {
    row.cells.get(column).map(|text| key(text)).unwrap_or_default()
}

fn is_named(name: &str, known: &[&str]) -> bool {
    known.iter().any(|one| name == *one || one.len() > 3 && name.contains(one))
}

/// A row that names columns: two of them at least, or the rows and parts of a year.
fn is_head(row: &Row) -> bool {
    let all = [&WORDS[..], &VALUES[..], &OTHERS[..]].concat();
    let named = row.cells.iter().filter(|words| is_named(&key(words), &all)).count();
    let of_parts = || row.cells.iter().any(|words| WORDS.contains(&key(words).as_str())) && row.cells.iter().any(|words| column::names_part(words));
    named >= 2 || of_parts()
}

/// Where the tables of a sheet begin below its first: their captions and headers, in order.
pub(super) fn begins(rows: &[Row]) -> Vec<usize> {
    let Some(first) = rows.iter().take(LOOKED_AT).position(is_head) else { return Vec::new() };
    let all = [&WORDS[..], &VALUES[..], &OTHERS[..]].concat();
    // Rows of a table may hold words of headers: a later header has the very words, or those of the first.
    let is_again = |row: &Row| {
        let names: Vec<(usize, String)> =
            (0..row.cells.len()).map(|column| (column, cell(row, column))).filter(|(_, name)| !name.is_empty()).collect();
        let same = |(column, name): &&(usize, String)| rows.get(first).is_some_and(|head| cell(head, *column) == *name);
        names.iter().filter(|(_, name)| all.contains(&name.as_str())).count() >= 2 || names.iter().filter(same).count() >= 2
    };
    let heads = (first + 1..rows.len()).filter(|at| rows.get(*at).is_some_and(is_again));
    heads.map(|head| (first + 1..head).rev().take_while(|at| is_caption(rows, *at)).last().unwrap_or(head)).collect()
}

/// A line of its own above a header: capitals, a name of a table, brackets, or a unit.
fn is_caption(rows: &[Row], at: usize) -> bool {
    let (Some(row), Some(below)) = (rows.get(at), rows.get(at + 1)) else { return false };
    let mut said = row.cells.iter().filter(|text| !text.is_empty());
    let (Some(words), None) = (said.next(), said.next()) else { return false };
    let folded = key(words);
    let is_line = words.starts_with('(') || words.contains(':') || ["bieu", "bang", "phu luc"].iter().any(|name| folded.starts_with(name));
    row.place + 1 == below.place && (is_line || is_capitals(words))
}

/// What the table is called: the line above its header that is no unit and no bracket.
pub(super) fn caption(table: &Table, head: usize) -> &str {
    let lines = table.rows.iter().take(head).rev().flat_map(|row| row.cells.iter().find(|text| !text.is_empty()));
    let is_name = |words: &&String| !words.is_empty() && !words.starts_with('(') && super::unit::behind_label(words).is_none();
    lines.chain([&table.above]).find(is_name).map_or("", String::as_str)
}

/// The shape of a table; `None` when no column of words stands beside one that can be filled.
pub(super) fn shape(table: &Table, names: &Names, told: &Known, wanted: Wanted) -> Option<Shape> {
    let width = table.rows.iter().map(|row| row.cells.len()).max().filter(|width| *width >= 2)?;
    let head = table.rows.iter().take(LOOKED_AT).position(is_head)?;
    let (columns, body) = columns(&table.rows, head, width)?;
    let below = || table.rows.iter().skip(body);
    let letters = |column: usize| below().map(|row| cell(row, column).chars().filter(|sign| sign.is_alphabetic()).count()).sum::<usize>();
    let named = |column: usize, known: &[&str]| columns.get(column).is_some_and(|name| is_named(&key(name), known));
    // The column whose cells are called like figures; then the one whose heading says so, the very word before
    // one that is part of it ("Nội dung giải thích"); then the longest.
    let called = |column: usize| columns.get(column).is_some_and(|name| WORDS.contains(&key(name).as_str()));
    let rank = |column: usize| (names.matches(table, body, column, told), called(column), named(column, &WORDS), letters(column), width - column);
    let said = wanted.words.filter(|column| *column < width);
    let words = match said {
        Some(column) => column,
        None => (0..width).filter(|column| !named(*column, &OTHERS)).max_by_key(|column| rank(*column))?,
    };
    let blanks = |column: usize| below().filter(|row| cell(row, column).is_empty()).count();
    // Below a heading over several columns there may be cells as wide as it.
    let begins = |column: usize| below().any(|row| row.start(column) == column);
    let candidate = |column: usize| {
        let heading = columns.get(column).map(String::as_str).unwrap_or_default();
        let more = if heading.is_empty() { 0 } else { 1 + blanks(column) };
        Candidate { column, says: column::says(heading, wanted.window), is_value: named(column, &VALUES), more }
    };
    let any = || (0..width).filter(|column| *column != words && begins(*column)).map(candidate);
    let fitting = || any().filter(|one| !named(one.column, &OTHERS) && !named(one.column, &WORDS));
    let right: Vec<Candidate> = fitting().filter(|one| one.column > words).collect();
    let mut among = if right.is_empty() { fitting().collect() } else { right };
    if among.is_empty() && said.is_some() {
        among = any().collect();
    }
    let (best, sure) = column::pick(&among)?;
    // A value there would be written over the names of the rows.
    let value = wanted.value.filter(|column| *column < width && *column != words).or(sure.then_some(best.column));
    Some(Shape { columns, head, body, words, value })
}

/// What the columns of a table of a sheet are called, and the first row below its header; `None`: no such row.
pub(crate) fn header(rows: &[sheet::Row], at: usize) -> Option<(Vec<String>, usize)> {
    // No header is higher.
    let rows: Vec<Row> = rows.iter().skip(at).take(LOOKED_AT).map(Row::of).collect();
    // Cells at the end of a row that are empty are not kept.
    let width = rows.iter().map(|row| row.cells.len()).max()?;
    let (columns, body) = named(&rows, 0, width)?;
    Some((columns, at + below(&rows, body).unwrap_or(body)))
}

/// What the columns are called, and the first row below the header.
fn columns(rows: &[Row], head: usize, width: usize) -> Option<(Vec<String>, usize)> {
    let (columns, body) = named(rows, head, width)?;
    Some((columns, below(rows, body)?))
}

/// The first row from a place on that does not count the columns: such a row holds no word of a figure.
fn below(rows: &[Row], body: usize) -> Option<usize> {
    let counts = |row: &Row| row.cells.iter().filter(|text| !text.is_empty()).all(|text| key(text).len() <= 3);
    (body..rows.len()).find(|at| rows.get(*at).is_some_and(|row| !counts(row)))
}

/// What the columns are called, and the row behind those that say it.
fn named(rows: &[Row], head: usize, width: usize) -> Option<(Vec<String>, usize)> {
    let top = rows.get(head)?;
    let text = |row: &Row, column: usize| row.cells.get(row.start(column)).cloned().unwrap_or_default();
    let mut columns: Vec<String> = (0..width).map(|column| text(top, column)).collect();
    let mut body = head + 1;
    while let Some(row) = rows.get(body).filter(|row| goes_on(top, row, width)) {
        for (column, name) in columns.iter_mut().enumerate() {
            let more = text(row, column);
            if !more.is_empty() && more != *name {
                *name = if name.is_empty() { more } else { format!("{name}, {more}") };
            }
        }
        body += 1;
    }
    Some((columns, body))
}

/// A second row of a header: all it says stands below headings of several columns, below none, or tells a column of
/// values apart.
fn goes_on(top: &Row, row: &Row, width: usize) -> bool {
    let said: Vec<usize> = (0..width).filter(|column| row.start(*column) == *column && !cell(row, *column).is_empty()).collect();
    let shared = |column: usize| (0..width).any(|other| other != column && top.start(other) == top.start(column));
    let tells = |column: usize| is_named(&cell(row, column), &BELOW) || row.cells.get(column).is_some_and(|words| column::tells(words));
    let apart = |column: usize| tells(column) && !is_named(&cell(top, column), &WORDS);
    said.iter().all(|column| shared(*column) || cell(top, *column).is_empty() || apart(*column))
        && said.iter().any(|column| (shared(*column) || apart(*column)) && cell(row, *column).chars().any(char::is_alphabetic))
}
