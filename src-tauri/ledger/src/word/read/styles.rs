//! Styles of Word that put a number before each of their paragraphs, and those that set words bold or italic.

use super::property::{attribute, is_switched_on};
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// A style is based on another, that on a third; no file goes further than this.
const DEEP: usize = 16;

/// The styles of a document, as far as they number paragraphs.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of a paragraph that names none.
    usual: String,
}

#[derive(Debug, Default)]
struct Style {
    list: Option<u32>,
    level: Option<usize>,
    based_on: Option<String>,
    /// True for a style of words, not of paragraphs.
    of_words: bool,
    bold: Option<bool>,
    italic: Option<bool>,
}

/// The styles of words that say whether they are bold, italic.
pub(super) type Looks = HashMap<String, (Option<bool>, Option<bool>)>;

impl Styles {
    /// Reads `styles.xml`; what can't be understood numbers nothing.
    pub(super) fn read(xml: &str) -> Styles {
        let mut styles = Styles::default();
        let mut reader = quick_xml::Reader::from_str(xml);
        let mut open = String::new();
        let mut in_number = false;
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) | Event::Empty(tag) => {
                    in_number |= tag.local_name().as_ref() == "numPr";
                    styles.note(&tag, &mut open, in_number);
                }
                Event::End(tag) if tag.local_name().as_ref() == "numPr" => in_number = false,
                Event::Eof => break,
                _ => {}
            }
        }
        styles
    }

    fn note(&mut self, tag: &BytesStart, open: &mut String, in_number: bool) {
        let value = || attribute(tag, "val");
        if tag.local_name().as_ref() == "style" {
            *open = attribute(tag, "styleId").unwrap_or_default();
            let is_usual = attribute(tag, "default").is_some_and(|on| on == "1" || on == "true");
            if is_usual && attribute(tag, "type").is_some_and(|kind| kind == "paragraph") {
                self.usual.clone_from(open);
            }
            let of_words = attribute(tag, "type").is_some_and(|kind| kind == "character");
            self.styles.insert(open.clone(), Style { of_words, ..Style::default() });
            return;
        }
        let Some(style) = self.styles.get_mut(open) else { return };
        match tag.local_name().as_ref() {
            "b" => style.bold = Some(is_switched_on(tag)),
            "i" => style.italic = Some(is_switched_on(tag)),
            "basedOn" => style.based_on = value(),
            "numId" if in_number => style.list = value().and_then(|text| text.parse().ok()),
            "ilvl" if in_number => style.level = value().and_then(|text| text.parse().ok()),
            _ => {}
        }
    }

    /// What the styles of words say of bold and italic, themselves or by those they are based on.
    pub(super) fn looks(&self) -> Looks {
        let of = |name: &str, which: fn(&Style) -> Option<bool>| {
            let mut name = name;
            for _ in 0..DEEP {
                let style = self.styles.get(name)?;
                if let Some(told) = which(style) {
                    return Some(told);
                }
                name = style.based_on.as_deref()?;
            }
            None
        };
        let named = self.styles.iter().filter(|(_, style)| style.of_words);
        let looks = named.map(|(name, _)| (name.clone(), (of(name, |style| style.bold), of(name, |style| style.italic))));
        looks.filter(|(_, (bold, italic))| bold.is_some() || italic.is_some()).collect()
    }

    /// The list a style puts its paragraphs in, the style that says so, and the level where it says one.
    pub(super) fn list(&self, style: &str) -> Option<(u32, &str, Option<usize>)> {
        let mut name = if style.is_empty() { self.usual.as_str() } else { style };
        for _ in 0..DEEP {
            let (id, style) = self.styles.get_key_value(name)?;
            if let Some(list) = style.list {
                return Some((list, id, style.level));
            }
            name = style.based_on.as_deref()?;
        }
        None
    }
}
