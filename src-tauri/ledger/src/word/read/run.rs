//! How the words of a run are set, as far as it matters to what they say.

use super::property::{attribute, is_switched_on};
use super::styles::Looks;
use quick_xml::events::BytesStart;
use std::borrow::Cow;

/// What a run says of its words.
#[derive(Default)]
pub(super) struct Run {
    /// Neither shown nor printed.
    pub(super) hidden: bool,
    /// In a font of old, whose letters are other signs of Latin.
    old_font: bool,
    /// One line goes through it, or two; a program may say both.
    struck: (bool, bool),
    /// `m²`: above the line.
    raised: bool,
    bold: Option<bool>,
    italic: Option<bool>,
    /// What its style says of both.
    style: (Option<bool>, Option<bool>),
}

impl Run {
    /// One of its properties; false where it is none that matters.
    pub(super) fn property(&mut self, name: &str, tag: &BytesStart, looks: &Looks) -> bool {
        match name {
            "vanish" => self.hidden = is_switched_on(tag),
            "rFonts" => self.old_font = ["ascii", "hAnsi"].iter().filter_map(|of| attribute(tag, of)).any(|font| is_old(&font)),
            "strike" => self.struck.0 = is_switched_on(tag),
            "dstrike" => self.struck.1 = is_switched_on(tag),
            "vertAlign" => self.raised = attribute(tag, "val").is_some_and(|value| value == "superscript"),
            "b" => self.bold = Some(is_switched_on(tag)),
            "i" => self.italic = Some(is_switched_on(tag)),
            "rStyle" => self.style = attribute(tag, "val").and_then(|style| looks.get(&style).copied()).unwrap_or_default(),
            _ => return false,
        }
        true
    }

    /// A line goes through it.
    pub(super) fn is_struck(&self) -> bool {
        self.struck.0 || self.struck.1
    }

    /// Bold, italic: as it says itself, else as its style does.
    pub(super) fn look(&self) -> (bool, bool) {
        (self.bold.or(self.style.0).unwrap_or_default(), self.italic.or(self.style.1).unwrap_or_default())
    }

    /// Whether these words of it can't be read as they stand: no letter of Vietnamese, and signs that no font of today has so.
    pub(super) fn is_garbled(&self, text: &str) -> bool {
        let is_letter = |sign: char| matches!(sign, 'ă' | 'đ' | 'ơ' | 'ư' | 'Ă' | 'Đ' | 'Ơ' | 'Ư' | '\u{1ea0}'..='\u{1ef9}');
        self.old_font && text.chars().any(|sign| ('\u{a1}'..='\u{ff}').contains(&sign)) && !text.chars().any(is_letter)
    }

    /// Its words: figures above the line become the letters there are for them.
    pub(super) fn words<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match text.chars().map(raised).collect::<Option<String>>().filter(|_| self.raised) {
            Some(above) => Cow::Owned(above),
            None => Cow::Borrowed(text),
        }
    }
}

/// The fonts of TCVN3 and of VNI.
fn is_old(font: &str) -> bool {
    let font = font.trim().to_lowercase();
    font.starts_with(".vn") || font.starts_with("vni-")
}

/// The figure above the line that has a letter of its own: `km²`.
fn raised(sign: char) -> Option<char> {
    match sign {
        '1' => Some('¹'),
        '2' => Some('²'),
        '3' => Some('³'),
        _ => None,
    }
}
