//! Which figure a row of a form asks for: as it was told before, else by its words.

use super::heads::Shape;
use super::levels::{Above, bare};
use super::read::{Row, Table};
use super::unit::Asked;
use crate::assets::FigureSet;
use crate::viet::{self, from_roman};
use crate::view::{FormRow, Id};
use std::collections::{BTreeSet, HashMap};

/// Rows below the header looked at for the column of words.
const READ: usize = 60;
/// So many of a row's words must be in a figure's name, in hundredths, to be proposed.
const ENOUGH: usize = 70;
/// And so much of both must be the same.
const ALIKE: usize = 45;
/// A row with so many telling words is the same row in any table; `Tổng số` is not.
const PLAIN: usize = 4;

/// The letters and figures of some words, folded: how a row is remembered.
pub(super) fn key(text: &str) -> String {
    viet::key(&text.replace('%', " phan tram "))
}

/// What rows were told to be: the figure by what they are remembered by.
#[derive(Default)]
pub(super) struct Known {
    rows: HashMap<String, (Id, String)>,
    /// The figure by a row's own words alone, where it was told one and the same everywhere.
    by_words: HashMap<String, Option<String>>,
}

impl Known {
    pub(super) fn of(rows: HashMap<String, (Id, String)>) -> Known {
        let mut by_words: HashMap<String, Option<String>> = HashMap::new();
        for (key, (_, figure)) in &rows {
            by_words.entry(own_words(key).to_owned()).and_modify(|one| *one = one.take().filter(|one| one == figure)).or_insert(Some(figure.clone()));
        }
        Known { rows, by_words }
    }

    /// What was told of the very row.
    pub(super) fn get(&self, key: &str) -> Option<&(Id, String)> {
        self.rows.get(key)
    }
}

/// What stands between the parts of what a row is remembered by: table, section, rows above, words; and before its unit.
const PART: &str = " | ";
const IN: &str = " # ";

/// The words of a row without where it stands and what it is counted in.
fn own_words(key: &str) -> &str {
    let key = key.split_once(IN).map_or(key, |(key, _)| key);
    key.rsplit_once(PART).map_or(key, |(_, words)| words)
}

/// What a table is called, without what changes from one window to the next.
fn lasting(caption: &str) -> String {
    const CHANGING: [&str; 14] = ["quy", "nam", "thang", "ngay", "ky", "tu", "den", "dau", "cuoi", "bao", "cao", "so", "lieu", "bieu"];
    let words = key(caption);
    let lasts = |word: &&str| !CHANGING.contains(word) && !word.chars().any(|sign| sign.is_ascii_digit()) && from_roman(word).is_none();
    words.split(' ').filter(lasts).collect::<Vec<_>>().join(" ")
}

/// The names of the figures, taken apart once.
pub(super) struct Names {
    figures: Vec<Name>,
}

struct Name {
    id: String,
    /// Folded.
    name: String,
    telling: BTreeSet<String>,
    unit: String,
}

impl Names {
    pub(super) fn of(set: &FigureSet) -> Names {
        let figures = set.figures.iter().map(|figure| {
            let name = key(&figure.name);
            let telling = telling(&name);
            Name { id: figure.id.clone(), name, telling, unit: figure.unit.clone() }
        });
        Names { figures: figures.collect() }
    }

    /// How well the cells of a column are called like figures: two for a row that is sure, one for a guess.
    pub(super) fn matches(&self, table: &Table, body: usize, column: usize, told: &Known) -> usize {
        let rows = self.read(table.rows.iter().skip(body).take(READ), column, "", &HashMap::new(), told);
        rows.iter().map(|row| if row.sure { 2 } else { usize::from(!row.figure.is_empty()) }).sum()
    }

    /// The rows of a table below its header; empty where none has words.
    ///
    /// `caption`: what the table is called; `asked`: the unit of each row, by its place.
    pub(super) fn rows(&self, table: &Table, shape: &Shape, caption: &str, asked: &HashMap<usize, Asked>, told: &Known) -> Vec<FormRow> {
        self.read(table.rows.iter().skip(shape.body), shape.words, &lasting(caption), asked, told)
    }

    fn read<'a>(
        &self,
        body: impl Iterator<Item = &'a Row>,
        column: usize,
        caption: &str,
        asked: &HashMap<usize, Asked>,
        known: &Known,
    ) -> Vec<FormRow> {
        let mut above = Above::default();
        let mut rows: Vec<FormRow> = Vec::new();
        for row in body {
            let words = row.cells.get(column).cloned().unwrap_or_default();
            let own = bare(&words);
            if own.is_empty() {
                continue;
            }
            // "- Trực tuyến" says little without the row above it, "Tổng số" without the table.
            let over = above.enter(row, column);
            let parts = (!caption.is_empty()).then_some(caption).into_iter().chain(over.iter().map(String::as_str)).chain([own.as_str()]);
            let asked = asked.get(&row.place).cloned().unwrap_or_default();
            let unit = if asked.own { format!("{IN}{}", asked.key) } else { String::new() };
            let key = parts.collect::<Vec<_>>().join(PART) + &unit;
            let (figure, mut sure) = self.told(&key, &own, known).unwrap_or_else(|| self.best(&own, over.last().map(String::as_str)));
            // Called like a figure of ours, but counted in something else: to be looked at, unless it was told of this very row.
            let fits = |one: &Name| !asked.own || super::unit::fits(&one.unit, &asked.key);
            sure &= known.get(&key).is_some() || self.figures.iter().find(|one| one.id == figure).is_none_or(fits);
            let Asked { words: unit, key: unit_key, own: unit_own } = asked;
            rows.push(FormRow { place: row.place, cells: row.cells.clone(), key, figure, sure, unit, unit_key, unit_own });
        }
        // Of rows that are called the same nobody knows which is meant; they are remembered by their order.
        let twice: HashMap<String, usize> = rows.iter().fold(HashMap::new(), |mut counts, row| {
            *counts.entry(row.key.clone()).or_default() += 1;
            counts
        });
        let mut nth: HashMap<String, usize> = HashMap::new();
        for row in rows.iter_mut().filter(|row| twice.get(&row.key).is_some_and(|count| *count > 1)) {
            let nth = nth.entry(row.key.clone()).and_modify(|nth| *nth += 1).or_insert(1);
            if *nth > 1 {
                row.key = format!("{} {nth}", row.key);
                if let Some((figure, _)) = self.told(&row.key, "", known) {
                    row.figure = figure;
                }
            }
            row.sure = false;
        }
        rows
    }

    /// What the row was told to be: sure where it is the very row, or its words say enough by themselves.
    fn told(&self, key: &str, own: &str, known: &Known) -> Option<(String, bool)> {
        // A figure that was dropped from the set since is asked for anew.
        let is_there = |figure: &String| figure.is_empty() || self.figures.iter().any(|one| one.id == *figure);
        if let Some((_, figure)) = known.get(key).filter(|(_, figure)| is_there(figure)) {
            return Some((figure.clone(), true));
        }
        let figure = known.by_words.get(own)?.as_ref().filter(|figure| !figure.is_empty() && is_there(figure))?;
        Some((figure.clone(), telling(own).iter().filter(|word| !word.contains(' ')).count() >= PLAIN))
    }

    /// The figure whose name is nearest to the words of a row, and whether it is the very name.
    fn best(&self, words: &str, parent: Option<&str>) -> (String, bool) {
        if let Some(one) = self.figures.iter().find(|one| one.name == words) {
            return (one.id.clone(), true);
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
        let best = self.figures.iter().map(|one| (score(&one.telling), &one.id)).max_by_key(|(score, _)| *score);
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
