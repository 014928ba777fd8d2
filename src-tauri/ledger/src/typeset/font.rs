//! The four faces: which letters they have, how wide each is, and a small copy of what is used.
//!
//! Liberation Serif has Times New Roman's widths and all Vietnamese letters, one glyph each, so
//! no shaper is needed. Widths are whole thousandths of the size, in layout as in the PDF: what
//! is measured is exactly what a reader draws.

use crate::{Error, Result};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use subsetter::GlyphRemapper;

/// How text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Style {
    /// Upright.
    #[default]
    Regular,
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// Bold italic.
    BoldItalic,
}

impl Style {
    /// This style made bold, italic or both.
    pub fn with(self, bold: bool, italic: bool) -> Style {
        let bold = bold || matches!(self, Style::Bold | Style::BoldItalic);
        let italic = italic || matches!(self, Style::Italic | Style::BoldItalic);
        match (bold, italic) {
            (false, false) => Style::Regular,
            (true, false) => Style::Bold,
            (false, true) => Style::Italic,
            (true, true) => Style::BoldItalic,
        }
    }
}

/// A glyph: its place in the face and its width in thousandths of the size.
#[derive(Debug, Clone, Copy)]
struct Glyph {
    id: u16,
    width: u16,
}

/// One face.
pub(super) struct Face {
    /// Its name as PDF writes it.
    pub(super) name: String,
    data: Cow<'static, [u8]>,
    glyphs: Vec<Option<Glyph>>,
    /// What a font descriptor wants, in thousandths of the size.
    pub(super) metrics: Metrics,
}

/// Measures of a whole face, in thousandths of the size.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Metrics {
    pub(super) ascent: i16,
    pub(super) descent: i16,
    pub(super) capital: i16,
    pub(super) bounds: [i16; 4],
    /// Slope of an italic caret: rise, run.
    pub(super) slope: (i16, i16),
    pub(super) weight: u16,
}

/// The part of a face that a document uses.
pub(super) struct Subset {
    /// The face's bytes.
    pub(super) bytes: Vec<u8>,
    /// Each letter's number in the file: its glyph's, or one above them all where another letter
    /// has that glyph already.
    pub(super) glyphs: BTreeMap<char, u16>,
    /// Each number's width, in thousandths of the size.
    pub(super) widths: BTreeMap<u16, u16>,
    /// How many glyphs there are, and the glyph of each number above them.
    shared: (u16, Vec<u16>),
}

impl Subset {
    /// The glyph of each number, two bytes each; none where every number is its own glyph's.
    pub(super) fn map(&self) -> Option<Vec<u8>> {
        let (own, above) = &self.shared;
        (!above.is_empty()).then(|| (0..*own).chain(above.iter().copied()).flat_map(u16::to_be_bytes).collect())
    }
}

/// From a line's top to its baseline, as a share of the size: Times New Roman's own.
pub(super) const ASCENT: f32 = 0.891;
/// From the baseline to a line's bottom, as a share of the size.
pub(super) const DESCENT: f32 = 0.216;

/// Letters from here on are private use and ligatures, which nobody could copy again.
const LAST: u32 = 0xe000;

/// A family: one face for each style.
pub struct Faces {
    /// Name and version, as recorded with a report.
    pub(super) name: String,
    faces: [Face; 4],
}

impl Faces {
    /// The family that is built in; `cchc`, tests and golden pages use it.
    pub fn bundled() -> &'static Faces {
        &BUNDLED
    }

    /// Name and version, as recorded with a report.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The face of a style.
    pub(super) fn face(&self, style: Style) -> &Face {
        let [regular, bold, italic, bold_italic] = &self.faces;
        match style {
            Style::Regular => regular,
            Style::Bold => bold,
            Style::Italic => italic,
            Style::BoldItalic => bold_italic,
        }
    }
}

static BUNDLED: LazyLock<Faces> = LazyLock::new(|| Faces {
    name: super::FACE.to_owned(),
    faces: [
        Face::read("LiberationSerif", include_bytes!("../../../../assets/fonts/LiberationSerif-Regular.ttf").as_slice()),
        Face::read("LiberationSerif-Bold", include_bytes!("../../../../assets/fonts/LiberationSerif-Bold.ttf").as_slice()),
        Face::read("LiberationSerif-Italic", include_bytes!("../../../../assets/fonts/LiberationSerif-Italic.ttf").as_slice()),
        Face::read("LiberationSerif-BoldItalic", include_bytes!("../../../../assets/fonts/LiberationSerif-BoldItalic.ttf").as_slice()),
    ],
});

impl Face {
    /// Reads a face. One that can't be read has no glyphs, so that every letter is reported missing.
    fn read(name: &str, data: impl Into<Cow<'static, [u8]>>) -> Face {
        let data = data.into();
        let mut read = Face { name: name.to_owned(), data: Cow::default(), glyphs: Vec::new(), metrics: Metrics::default() };
        let Ok(face) = ttf_parser::Face::parse(&data, 0) else { return read };
        let em = i32::from(face.units_per_em());
        let milli = |units: i16| i16::try_from((i32::from(units) * 1000 + em.signum() * em / 2).div_euclid(em)).unwrap_or(0);
        let bounds = face.global_bounding_box();
        let italic = face.italic_angle();
        read.metrics = Metrics {
            ascent: milli(face.ascender()),
            descent: milli(face.descender()),
            capital: milli(face.capital_height().unwrap_or(0)),
            bounds: [milli(bounds.x_min), milli(bounds.y_min), milli(bounds.x_max), milli(bounds.y_max)],
            slope: if italic == 0.0 { (1, 0) } else { (1000, 287) },
            weight: face.weight().to_number(),
        };
        let glyph = |code: u32| {
            let id = face.glyph_index(char::from_u32(code)?)?;
            let width = (u32::from(face.glyph_hor_advance(id)?) * 1000 + u32::from(face.units_per_em()) / 2) / u32::from(face.units_per_em());
            Some(Glyph { id: id.0, width: u16::try_from(width).ok()? })
        };
        read.glyphs = (0..LAST).map(glyph).collect();
        read.data = data;
        read
    }

    fn glyph(&self, letter: char) -> Option<Glyph> {
        self.glyphs.get(letter as usize).copied().flatten()
    }

    /// A letter's width in thousandths of the size, if the face has it.
    pub(super) fn width(&self, letter: char) -> Option<u16> {
        self.glyph(letter).map(|glyph| glyph.width)
    }

    /// The part of the face that these letters need.
    pub(super) fn subset(&self, letters: &BTreeSet<char>) -> Result<Subset> {
        let mut remapper = GlyphRemapper::new();
        let mut subset = Subset { bytes: Vec::new(), glyphs: BTreeMap::new(), widths: BTreeMap::new(), shared: (0, Vec::new()) };
        let mut again = Vec::new();
        for &letter in letters {
            let Some(glyph) = self.glyph(letter) else { continue };
            let id = remapper.remap(glyph.id);
            if subset.widths.insert(id, glyph.width).is_none() {
                subset.glyphs.insert(letter, id);
            } else {
                again.push((letter, id, glyph.width));
            }
        }
        subset.bytes = subsetter::subset(&self.data, 0, &remapper).map_err(|error| Error::Fault(format!("{}: {error}", self.name)))?;
        // Glyphs made of others bring those along, so that only the face itself knows how many there are.
        let count = ttf_parser::Face::parse(&subset.bytes, 0).map_or(0, |face| face.number_of_glyphs());
        for ((letter, id, width), number) in again.into_iter().zip(count..) {
            subset.glyphs.insert(letter, number);
            subset.widths.insert(number, width);
            subset.shared.1.push(id);
        }
        subset.shared.0 = count;
        Ok(subset)
    }
}

/// The width of each glyph of a face, in thousandths of the size; none where it can't be read.
#[cfg(test)]
pub(super) fn glyph_widths(program: &[u8]) -> Vec<u32> {
    let Ok(face) = ttf_parser::Face::parse(program, 0) else { return Vec::new() };
    let em = u32::from(face.units_per_em());
    let width = |id: u16| (u32::from(face.glyph_hor_advance(ttf_parser::GlyphId(id)).unwrap_or(0)) * 1000 + em / 2) / em;
    (0..face.number_of_glyphs()).map(width).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Style; 4] = [Style::Regular, Style::Bold, Style::Italic, Style::BoldItalic];

    #[test]
    fn every_vietnamese_letter_is_in_every_face() {
        let vowels =
            "aăâeêioôơuưy".chars().flat_map(|vowel| ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"].map(|mark| format!("{vowel}{mark}")));
        let letters: String = vowels.chain(["đbcdghklmnpqrstvxfjwz0123456789.,;:!?%()/-+–…“”\"&₫".to_owned()]).collect();
        let letters: String = unicode_normalization::UnicodeNormalization::nfc(letters.as_str()).collect();
        for letter in letters.chars().chain(letters.to_uppercase().chars()) {
            for style in ALL {
                assert!(Faces::bundled().face(style).width(letter).is_some(), "{style:?} lacks {letter}");
            }
        }
    }

    #[test]
    fn no_two_letters_share_a_glyph() {
        // A glyph is copied as one letter: two that share it would not both be copied right.
        for style in ALL {
            let mut seen: BTreeMap<u16, char> = BTreeMap::new();
            for letter in (0..LAST).filter_map(char::from_u32) {
                let Some(glyph) = Faces::bundled().face(style).glyph(letter) else { continue };
                if let Some(other) = seen.insert(glyph.id, letter) {
                    panic!("{style:?}: {letter:?} and {other:?} are one glyph");
                }
            }
        }
    }

    #[test]
    fn widths_are_times_new_romans() {
        let cases =
            [(Style::Regular, 'a', 444), (Style::Regular, 'W', 944), (Style::Regular, ' ', 250), (Style::Bold, 'N', 722), (Style::Italic, 'g', 500)];
        for (style, letter, expected) in cases {
            assert_eq!(Faces::bundled().face(style).width(letter), Some(expected), "{style:?} {letter}");
        }
    }
}
