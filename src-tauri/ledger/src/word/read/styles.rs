//! Styles of Word that put a number before each of their paragraphs.

use super::property::attribute;
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
}

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
            self.styles.insert(open.clone(), Style::default());
            return;
        }
        let Some(style) = self.styles.get_mut(open) else { return };
        match tag.local_name().as_ref() {
            "basedOn" => style.based_on = value(),
            "numId" if in_number => style.list = value().and_then(|text| text.parse().ok()),
            "ilvl" if in_number => style.level = value().and_then(|text| text.parse().ok()),
            _ => {}
        }
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
