//! Which figure a row of a form asks for: as it was told before, else by its words.

use super::heads::Shape;
use super::levels::{Above, bare, is_section};
use super::read::{Row, Table};
use super::unit::Asked;
use crate::assets::FigureSet;
use crate::viet::{self, from_roman};
use crate::view::{FormRow, Id};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Rows below the header looked at for the column of words.
const READ: usize = 60;
/// So many of a row's words must be in a figure's name, in hundredths, to be proposed.
const ENOUGH: usize = 70;
/// And so much of both must be the same.
const ALIKE: usize = 45;
/// A row with so many telling words is the same row below the same ones of another table; `Tổng số` is not.
const PLAIN: usize = 4;

/// The letters and figures of some words, folded: how a row is remembered.
pub(super) fn key(text: &str) -> String {
    viet::key(&text.replace('%', " phan tram "))
}

/// What rows were told to be: the figure by what they are remembered by.
#[derive(Default)]
pub(super) struct Known {
    rows: HashMap<String, (Id, String)>,
    /// By a row's own words alone.
    by_words: HashMap<String, Elsewhere>,
}

/// What rows of the same words were told to be, wherever they stood.
#[derive(Default)]
struct Elsewhere {
    /// The figure, where it was one and the same everywhere.
    figure: Option<String>,
    /// What they stood below: the table and the rows above, and these rows alone.
    below: HashSet<String>,
}

impl Known {
    pub(super) fn of(rows: HashMap<String, (Id, String)>) -> Known {
        let mut by_words: HashMap<String, Elsewhere> = HashMap::new();
        for (key, (_, figure)) in &rows {
            let (below, words) = place_and_words(key);
            let known = by_words.entry(words.to_owned()).or_insert_with(|| Elsewhere { figure: Some(figure.clone()), ..Elsewhere::default() });
            known.figure.take_if(|one| one != figure);
            known.below.insert(below.to_owned());
            known.below.extend(below.split_once(PART).map(|(_, rows)| rows.to_owned()));
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

/// What a row stands below, and its words, without what it is counted in.
fn place_and_words(key: &str) -> (&str, &str) {
    let key = key.split_once(IN).map_or(key, |(key, _)| key);
    key.rsplit_once(PART).unwrap_or(("", key))
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
        let in_units = asked.values().any(|one| one.own);
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
            let heads = is_section(row, column) && !asked.own;
            let guess = || {
                let (figure, sure) =
                    self.elsewhere(&key, &over.join(PART), known).unwrap_or_else(|| self.best(&own, over.last().map(String::as_str)));
                // Where rows say their units, a heading without one asks for nothing; in other tables nobody knows.
                if heads && in_units { (String::new(), false) } else { (figure, sure && !heads) }
            };
            let (figure, mut sure) = self.told(&key, known).map_or_else(guess, |figure| (figure, true));
            // Called like a figure of ours, but counted in something else: to be looked at, unless it was told of this very row.
            let fits = |one: &Name| !asked.own || super::unit::fits(&one.unit, &asked.key);
            sure &= known.get(&key).is_some() || self.named(&figure).is_none_or(fits);
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
                if let Some(figure) = self.told(&row.key, known) {
                    row.figure = figure;
                }
            }
            row.sure = false;
        }
        rows
    }

    /// What the very row was told to be.
    fn told(&self, key: &str, known: &Known) -> Option<String> {
        known.get(key).map(|(_, figure)| figure).filter(|figure| figure.is_empty() || self.named(figure).is_some()).cloned()
    }

    /// What rows of the same words were told to be: sure where they say enough and stood below the same rows, or are
    /// called as the figure is.
    ///
    /// `over`: the rows above it. Below others, or in a table of another name, the same words may ask for something else.
    fn elsewhere(&self, key: &str, over: &str, known: &Known) -> Option<(String, bool)> {
        let (place, own) = place_and_words(key);
        let elsewhere = known.by_words.get(own)?;
        let figure = elsewhere.figure.as_ref()?;
        let is_same = elsewhere.below.contains(place) || !over.is_empty() && elsewhere.below.contains(over);
        let says_enough = telling(own).iter().filter(|word| !word.contains(' ')).count() >= PLAIN;
        // A figure that was dropped from the set since is asked for anew.
        let named = self.named(figure)?;
        Some((figure.clone(), is_same && says_enough || named.name == own))
    }

    fn named(&self, id: &str) -> Option<&Name> {
        self.figures.iter().find(|one| one.id == id)
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
