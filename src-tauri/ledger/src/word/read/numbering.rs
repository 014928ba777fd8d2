//! The numbers Word counts by itself: a column TT often holds nothing else.

use super::property::attribute;
use super::styles::Styles;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// Levels a list may have.
const LEVELS: usize = 9;

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Levels of each definition.
    definitions: HashMap<u32, Vec<Level>>,
    /// The definition each list follows, and the numbers it starts again from.
    lists: HashMap<u32, (u32, HashMap<usize, u32>)>,
    /// How far each definition has counted, by level; lists of one definition go on with it.
    counted: HashMap<u32, [Option<u32>; LEVELS]>,
    started: Vec<u32>,
    /// Styles whose paragraphs are in a list without saying so themselves.
    styles: Styles,
}

#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
    /// The style whose paragraphs stand on this level.
    style: String,
}

/// What is open while the definitions are read.
#[derive(Default)]
struct Place {
    definition: Option<u32>,
    list: Option<u32>,
    level: usize,
}

impl Numbering {
    /// Reads `numbering.xml`, with the styles that are numbered; what can't be understood counts nothing.
    pub(super) fn read(xml: &str, styles: Styles) -> Numbering {
        let mut numbering = Numbering { styles, ..Numbering::default() };
        let mut reader = quick_xml::Reader::from_str(xml);
        let mut place = Place::default();
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) | Event::Empty(tag) => numbering.note(&tag, &mut place),
                Event::Eof => break,
                _ => {}
            }
        }
        numbering
    }

    fn note(&mut self, tag: &BytesStart, place: &mut Place) {
        let number = |name: &str| attribute(tag, name).and_then(|text| text.parse::<u32>().ok());
        let text = || attribute(tag, "val").unwrap_or_default();
        match tag.local_name().as_ref() {
            "abstractNum" => *place = Place { definition: number("abstractNumId"), ..Place::default() },
            "num" => *place = Place { list: number("numId"), ..Place::default() },
            "lvl" | "lvlOverride" => {
                place.level = number("ilvl").and_then(|level| usize::try_from(level).ok()).unwrap_or(0).min(LEVELS - 1);
                if let Some(definition) = place.definition {
                    let levels = self.definitions.entry(definition).or_default();
                    levels.resize(levels.len().max(place.level + 1), Level { start: 1, ..Level::default() });
                }
            }
            "abstractNumId" => {
                if let (Some(list), Some(definition)) = (place.list, number("val")) {
                    self.lists.insert(list, (definition, HashMap::new()));
                }
            }
            "startOverride" => {
                if let (Some((_, starts)), Some(start)) = (place.list.and_then(|list| self.lists.get_mut(&list)), number("val")) {
                    starts.insert(place.level, start);
                }
            }
            name @ ("start" | "numFmt" | "lvlText" | "pStyle") => {
                let levels = place.definition.and_then(|definition| self.definitions.get_mut(&definition));
                let Some(level) = levels.and_then(|levels| levels.get_mut(place.level)) else { return };
                match name {
                    "start" => level.start = number("val").unwrap_or(1),
                    "numFmt" => level.format = text(),
                    "pStyle" => level.style = text(),
                    _ => level.text = text(),
                }
            }
            _ => {}
        }
    }

    /// The list and level of a paragraph that names none itself, by its style.
    pub(super) fn of_style(&self, style: &str) -> Option<(u32, usize)> {
        let (list, owner, level) = self.styles.list(style)?;
        let levels = || self.definitions.get(&self.lists.get(&list)?.0);
        let linked = |name: &str| levels()?.iter().position(|level| level.style == name);
        Some((list, linked(style).or_else(|| linked(owner)).or(level).unwrap_or(0)))
    }

    /// The number of the next paragraph of a list, as Word prints it; empty where it prints none.
    pub(super) fn next(&mut self, list: u32, level: usize) -> String {
        let Some((definition, starts)) = self.lists.get(&list) else { return String::new() };
        let Some(levels) = self.definitions.get(definition) else { return String::new() };
        let Some(here) = levels.get(level) else { return String::new() };
        let counted = self.counted.entry(*definition).or_default();
        if !self.started.contains(&list) {
            self.started.push(list);
            for (level, start) in starts {
                if let Some(count) = counted.get_mut(*level) {
                    *count = start.checked_sub(1);
                }
            }
        }
        for (at, count) in counted.iter_mut().enumerate() {
            if at == level {
                *count = Some(count.map_or(here.start, |count| count.saturating_add(1)));
            } else if at > level {
                *count = None;
            }
        }
        if here.format == "bullet" {
            return "-".to_owned();
        }
        let mut label = here.text.clone();
        for (at, level) in levels.iter().enumerate() {
            let count = counted.get(at).copied().flatten().unwrap_or(level.start);
            label = label.replace(&format!("%{}", at + 1), &written(count, &level.format));
        }
        label
    }
}

/// A number in one of Word's formats; those no office uses are printed as figures.
fn written(number: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "decimalZero" => format!("{number:02}"),
        "upperRoman" => crate::viet::roman(number),
        "lowerRoman" => crate::viet::roman(number).to_lowercase(),
        "upperLetter" => letter(number, b'A'),
        "lowerLetter" => letter(number, b'a'),
        _ => number.to_string(),
    }
}

fn letter(number: u32, first: u8) -> String {
    let place = u8::try_from(number.saturating_sub(1) % 26).unwrap_or(0);
    char::from(first + place).to_string()
}
