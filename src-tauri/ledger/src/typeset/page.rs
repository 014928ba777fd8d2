//! A laid-out page: text and rules at fixed places. The PDF only prints it.
//!
//! Places are measured in points from the page's upper left corner, as read.

use super::font::{Faces, Style};
use super::text::{BLANK, TIED};
use super::tree::Tag;
use super::unit::Pt;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// Its width as read.
    pub width: Pt,
    /// Its height as read.
    pub height: Pt,
    /// The text on it.
    pub runs: Vec<Run>,
    /// The lines drawn on it.
    pub rules: Vec<Rule>,
    /// Where its headings stand, for the outline.
    pub anchors: Vec<Anchor>,
    /// The room for the signature, on the page that has it.
    pub room: Option<Room>,
}

/// Room that stays free of ink, between the office and the name of the signer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// Its left edge.
    pub left: Pt,
    /// Its upper edge.
    pub top: Pt,
    /// Its width.
    pub width: Pt,
    /// Its height.
    pub height: Pt,
    /// Its element.
    pub tag: Tag,
}

/// A piece of text in one style on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Where it begins.
    pub x: Pt,
    /// Its baseline.
    pub y: Pt,
    /// Its size.
    pub size: Pt,
    /// Its style.
    pub style: Style,
    /// What is added to each space in it, so that the line fills its width.
    pub stretch: Pt,
    /// The text. A no-break space in it is room left blank, which never stretches.
    pub text: String,
    /// Whether a space follows that the line's end has taken: its words are not joined with the next.
    pub spaced: bool,
    /// The element it belongs to; none: an artifact, which is no part of what the document says.
    pub tag: Option<Tag>,
}

/// A straight line, level or upright.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Where it begins: the left or upper end.
    pub from: (Pt, Pt),
    /// Where it ends.
    pub to: (Pt, Pt),
    /// Its thickness.
    pub thickness: Pt,
}

/// A heading's place.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchor {
    /// 1 for the top.
    pub level: u8,
    /// Its words.
    pub title: String,
    /// Where its line begins.
    pub y: Pt,
}

impl Page {
    /// A number that two pages share when the same ink stands on them: a preview draws a page anew
    /// only when it changed.
    pub fn fingerprint(&self) -> u64 {
        let mut sum = DefaultHasher::new();
        let bits = |length: Pt| length.0.to_bits();
        [self.width, self.height].map(bits).hash(&mut sum);
        for rule in &self.rules {
            [rule.from.0, rule.from.1, rule.to.0, rule.to.1, rule.thickness].map(bits).hash(&mut sum);
        }
        for run in &self.runs {
            ([run.x, run.y, run.size, run.stretch].map(bits), run.style as u8, &run.text).hash(&mut sum);
        }
        sum.finish()
    }
}

impl Run {
    /// How wide it is set, stretch included.
    pub fn width(&self, faces: &Faces) -> Pt {
        let face = faces.face(self.style);
        let letters: u32 = self.text.chars().map(|letter| u32::from(face.width(printed(letter)).unwrap_or(0))).sum();
        let spaces = self.text.chars().filter(|&letter| stretches(letter)).count();
        self.size * (letters as f32 / 1000.0) + self.stretch * spaces as f32
    }

    /// The same run, elsewhere.
    pub(super) fn shifted(mut self, right: Pt, down: Pt) -> Run {
        self.x += right;
        self.y += down;
        self
    }
}

impl Room {
    /// The same room, elsewhere.
    pub(super) fn shifted(mut self, right: Pt, down: Pt) -> Room {
        self.left += right;
        self.top += down;
        self
    }
}

impl Rule {
    /// A level line.
    pub(super) fn level(left: Pt, right: Pt, y: Pt, thickness: Pt) -> Rule {
        Rule { from: (left, y), to: (right, y), thickness }
    }

    /// An upright line.
    pub(super) fn upright(x: Pt, top: Pt, bottom: Pt, thickness: Pt) -> Rule {
        Rule { from: (x, top), to: (x, bottom), thickness }
    }

    /// The same line, elsewhere.
    pub(super) fn shifted(mut self, right: Pt, down: Pt) -> Rule {
        self.from = (self.from.0 + right, self.from.1 + down);
        self.to = (self.to.0 + right, self.to.1 + down);
        self
    }
}

/// The letter that is drawn for one in a run: blank room is drawn as spaces.
pub(super) fn printed(letter: char) -> char {
    if letter == BLANK || letter == TIED { ' ' } else { letter }
}

/// Whether a letter takes part in filling the line.
pub(super) fn stretches(letter: char) -> bool {
    letter == ' ' || letter == TIED
}
