//! The four faces: which letters they have, how wide each is, and a small copy of what is used.
//!
//! Liberation Serif has Times New Roman's widths and all Vietnamese letters, one glyph each, so
//! no shaper is needed. Widths are whole thousandths of the size, in layout as in the PDF: what
//! is measured is exactly what a reader draws.

mod face;
mod letters;

pub use face::Unfit;
pub(super) use face::{Face, Subset};
#[cfg(test)]
pub(crate) use face::{glyph_ids, glyph_widths};
pub(super) use letters::Letters;

use face::Embedding;
use std::sync::LazyLock;

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

/// From a line's top to its baseline, as a share of the size: Times New Roman's own.
pub(super) const ASCENT: f32 = 0.891;
/// From the baseline to a line's bottom, as a share of the size.
pub(super) const DESCENT: f32 = 0.216;

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

    /// The four styles of a family, found among the files of faces; the first of each counts.
    ///
    /// Errors: a style is missing; a face of the family may not be embedded, or not in part.
    pub fn of_family(family: &str, files: Vec<Vec<u8>>) -> Result<Faces, Unfit> {
        let mut found: [Option<(Face, String)>; 4] = [None, None, None, None];
        for file in files {
            let Some(face) = Face::of_file(file) else { continue };
            if face.family != family {
                continue;
            }
            let [regular, bold, italic, bold_italic] = &mut found;
            let place = match face.style {
                Style::Regular => regular,
                Style::Bold => bold,
                Style::Italic => italic,
                Style::BoldItalic => bold_italic,
            };
            if face.embedding == Embedding::Refused {
                return Err(Unfit::NotAllowed);
            }
            place.get_or_insert((face.face, face.version));
        }
        let [Some((regular, version)), Some((bold, _)), Some((italic, _)), Some((bold_italic, _))] = found else { return Err(Unfit::Incomplete) };
        Ok(Faces { name: format!("{family} {version}").trim().to_owned(), faces: [regular, bold, italic, bold_italic] })
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

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

    fn glyph_id(style: Style, letter: char) -> Option<u16> {
        Faces::bundled().face(style).glyph_id(letter)
    }

    #[test]
    fn no_two_letters_share_a_glyph() {
        // A glyph is copied as one letter: two that share it would not both be copied right.
        for style in ALL {
            let mut seen: BTreeMap<u16, char> = BTreeMap::new();
            for letter in (0..0xe000).filter_map(char::from_u32) {
                let Some(glyph) = glyph_id(style, letter) else { continue };
                if let Some(other) = seen.insert(glyph, letter) {
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
