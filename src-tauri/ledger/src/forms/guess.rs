//! Which column holds the words of a row, which is filled in, and which figure a row asks for.

use super::read::{Row, Table};
use crate::assets::FigureSet;
use crate::viet::fold;
use crate::view::{FormRow, Id};
use std::collections::{BTreeSet, HashMap};

/// Rows looked at from the top for the header.
const LOOKED_AT: usize = 15;
/// Rows below the header looked at for the column of words.
const READ: usize = 60;
/// So many of a row's words must be in a figure's name, in hundredths, to be proposed.
const ENOUGH: usize = 70;
/// And so much of both must be the same.
const ALIKE: usize = 45;

/// What a table's columns hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) columns: Vec<String>,
    /// The first row below the header.
    pub(super) body: usize,
    pub(super) words: usize,
    pub(super) value: usize,
}

/// Words of headers, folded.
const WORDS: [&str; 6] = ["chi tieu", "noi dung", "tieu chi", "ten chi tieu", "chi so", "thong tin"];
const VALUES: [&str; 9] = ["ket qua", "so lieu", "so luong", "thuc hien", "ky nay", "trong ky", "ky bao cao", "tong so", "gia tri"];
const OTHERS: [&str; 8] = ["don vi tinh", "dvt", "ghi chu", "stt", "tt", "so tt", "can cu", "tai lieu kiem chung"];

/// The letters and figures of some words, folded: how a row is remembered.
pub(super) fn key(text: &str) -> String {
    let folded = fold(text).replace('đ', "d").replace('%', " phan tram ");
    folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What rows were told to be: the figure by the folded words.
type Known = HashMap<String, (Id, String)>;

/// The shape of a table; `None` when no column of words stands beside one that can be filled.
///
/// `said`: the column of words, where the officer chose it.
pub(super) fn shape(table: &Table, names: &Names, told: &Known, said: Option<usize>) -> Option<Shape> {
    let width = table.rows.iter().map(|row| row.cells.len()).max().filter(|width| *width >= 2)?;
    let cell = |row: &Row, column: usize| row.cells.get(column).map(|text| key(text)).unwrap_or_default();
    let is_head = |row: &Row| {
        let named = (0..width).filter(|column| {
            let name = cell(row, *column);
            [&WORDS[..], &VALUES[..], &OTHERS[..]].concat().iter().any(|known| name == *known || (known.len() > 3 && name.contains(known)))
        });
        named.count() >= 2
    };
    let head = table.rows.iter().take(LOOKED_AT).position(is_head)?;
    let columns: Vec<String> =
        (0..width).map(|column| table.rows.get(head).and_then(|row| row.cells.get(column)).cloned().unwrap_or_default()).collect();
    // A row that counts the columns, or a second row of the header, holds no word of a figure.
    let counts = |row: &Row| row.cells.iter().filter(|text| !text.is_empty()).all(|text| key(text).len() <= 3);
    let body = (head + 1..table.rows.len()).find(|at| table.rows.get(*at).is_some_and(|row| !counts(row)))?;
    let below = || table.rows.iter().skip(body);
    let letters = |column: usize| below().map(|row| cell(row, column).chars().filter(|sign| sign.is_alphabetic()).count()).sum::<usize>();
    let named = |column: usize, known: &[&str]| {
        columns.get(column).is_some_and(|name| known.iter().any(|one| key(name) == *one || (one.len() > 3 && key(name).contains(one))))
    };
    // The column whose cells are called like figures; then the one whose heading says so, the very word before
    // one that is part of it ("Nội dung giải thích"); then the longest.
    let called = |column: usize| columns.get(column).is_some_and(|name| WORDS.contains(&key(name).as_str()));
    let rank = |column: usize| (names.matches(table, body, column, told), called(column), named(column, &WORDS), letters(column), width - column);
    let words = match said.filter(|column| *column < width) {
        Some(column) => column,
        None => (0..width).filter(|column| !named(*column, &OTHERS)).max_by_key(|column| rank(*column))?,
    };
    let blanks = |column: usize| below().filter(|row| cell(row, column).is_empty()).count();
    let filled = |column: &usize| (*column > words, named(*column, &VALUES), blanks(*column), width - column);
    let value = (0..width).filter(|column| *column != words && !named(*column, &OTHERS) && !named(*column, &WORDS)).max_by_key(filled);
    let value = value.or_else(|| said.and_then(|_| (0..width).filter(|column| *column != words).max_by_key(filled)))?;
    Some(Shape { columns, body, words, value })
}

/// The names of the figures, taken apart once.
pub(super) struct Names {
    figures: Vec<(String, String, BTreeSet<String>)>,
}

impl Names {
    pub(super) fn of(set: &FigureSet) -> Names {
        let figures = set.figures.iter().map(|figure| {
            let name = key(&figure.name);
            let telling = telling(&name);
            (figure.id.clone(), name, telling)
        });
        Names { figures: figures.collect() }
    }

    /// How well the cells of a column are called like figures: two for a row that is sure, one for a guess.
    fn matches(&self, table: &Table, body: usize, column: usize, told: &Known) -> usize {
        let rows = self.read(table.rows.iter().skip(body).take(READ), column, told);
        rows.iter().map(|row| if row.sure { 2 } else { usize::from(!row.figure.is_empty()) }).sum()
    }

    /// The rows of a table below its header; empty where none has words.
    pub(super) fn rows(&self, table: &Table, shape: &Shape, told: &Known) -> Vec<FormRow> {
        self.read(table.rows.iter().skip(shape.body), shape.words, told)
    }

    fn read<'a>(&self, body: impl Iterator<Item = &'a Row>, column: usize, known: &Known) -> Vec<FormRow> {
        let mut parent = String::new();
        let mut rows = Vec::new();
        for row in body {
            let words = row.cells.get(column).cloned().unwrap_or_default();
            let words_key = key(&words);
            if words_key.is_empty() {
                continue;
            }
            // "- Trực tuyến" says little without the row above it.
            let inner = words.starts_with(['-', '+', '–', '•']) || words_key.starts_with("trong do");
            if !inner {
                parent.clone_from(&words_key);
            }
            let key = if inner { format!("{parent} | {words_key}") } else { words_key.clone() };
            // A figure that was dropped from the set since is asked for anew.
            let told = known.get(&key).filter(|(_, figure)| figure.is_empty() || self.figures.iter().any(|(id, ..)| id == figure));
            let (figure, sure) = match told {
                Some((_, figure)) => (figure.clone(), true),
                None => self.best(&words_key, inner.then_some(parent.as_str())),
            };
            rows.push(FormRow { place: row.place, cells: row.cells.clone(), key, figure, sure, ..FormRow::default() });
        }
        // Of rows that are called the same nobody knows which is meant.
        let twice: Vec<String> =
            rows.iter().map(|row: &FormRow| row.key.clone()).filter(|key| rows.iter().filter(|row| row.key == *key).count() > 1).collect();
        rows.iter_mut().filter(|row| twice.contains(&row.key)).for_each(|row| row.sure = false);
        rows
    }

    /// The figure whose name is nearest to the words of a row, and whether it is the very name.
    fn best(&self, words: &str, parent: Option<&str>) -> (String, bool) {
        if let Some((id, ..)) = self.figures.iter().find(|(_, name, _)| name == words) {
            return (id.clone(), true);
        }
        let own = telling(words);
        let with_parent = parent.map(|parent| telling(&format!("{parent} {words}")));
        let score = |wanted: &BTreeSet<String>| {
            let alike = |asked: &BTreeSet<String>| {
                let both = wanted.intersection(asked).count();
                (both * 100 / asked.len().max(1), both * 200 / (wanted.len() + asked.len()).max(1))
            };
            alike(&own).max(with_parent.as_ref().map_or((0, 0), alike))
        };
        // The name that has all words of the row goes before a shorter one that has nearly all.
        let best = self.figures.iter().map(|(id, _, wanted)| (score(wanted), id)).max_by_key(|(score, _)| *score);
        match best {
            Some(((held, alike), id)) if held >= ENOUGH && alike >= ALIKE => (id.clone(), false),
            _ => (String::new(), false),
        }
    }
}

/// The words that tell one name from another, and each two beside each other: `trực tiếp` is not `trực tuyến`.
fn telling(words: &str) -> BTreeSet<String> {
    const COMMON: [&str; 12] = ["so", "tong", "cac", "cua", "da", "duoc", "trong", "ky", "la", "va", "theo", "do"];
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty() && !COMMON.contains(word) && word.parse::<u32>().is_err()).collect();
    let pairs = words.windows(2).map(|pair| pair.join(" "));
    words.iter().map(|word| (*word).to_owned()).chain(pairs).collect()
}
