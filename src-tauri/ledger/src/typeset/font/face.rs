//! One face, read from its file. No other file knows the parser, so that another could take its place.

use super::{Letters, Style};
use crate::{Error, Result};
use std::borrow::Cow;
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;
use ttf_parser::name_id;

/// A glyph: its place in the face and its width in thousandths of the size.
#[derive(Debug, Clone, Copy)]
struct Glyph {
    id: u16,
    width: u16,
}

/// One face.
pub(in super::super) struct Face {
    /// Its name as PDF writes it.
    pub(in super::super) name: String,
    data: Cow<'static, [u8]>,
    /// Rows of letters that follow each other; most of them are empty.
    glyphs: Vec<Option<Box<Row>>>,
    /// What a font descriptor wants, in thousandths of the size.
    pub(in super::super) metrics: Metrics,
}

/// Measures of a whole face, in thousandths of the size.
#[derive(Debug, Clone, Copy, Default)]
pub(in super::super) struct Metrics {
    pub(in super::super) ascent: i16,
    pub(in super::super) descent: i16,
    pub(in super::super) capital: i16,
    pub(in super::super) bounds: [i16; 4],
    /// Slope of an italic caret: rise, run.
    pub(in super::super) slope: (i16, i16),
    pub(in super::super) weight: u16,
}

/// The part of a face that a document uses.
pub(in super::super) struct Subset {
    /// The face's bytes.
    pub(in super::super) bytes: Vec<u8>,
    /// Each letter's number in the file: its glyph's, or one above them all where another letter
    /// has that glyph already.
    pub(in super::super) glyphs: BTreeMap<char, u16>,
    /// Each number's width, in thousandths of the size.
    pub(in super::super) widths: BTreeMap<u16, u16>,
    /// How many glyphs there are, and the glyph of each number above them.
    shared: (u16, Vec<u16>),
}

impl Subset {
    /// The glyph of each number, two bytes each; none where every number is its own glyph's.
    pub(in super::super) fn map(&self) -> Option<Vec<u8>> {
        let (own, above) = &self.shared;
        (!above.is_empty()).then(|| (0..*own).chain(above.iter().copied()).flat_map(u16::to_be_bytes).collect())
    }
}

/// Letters from here on are private use and ligatures, which nobody could copy again.
const LAST: u32 = 0xe000;
/// So many letters are a row.
const ROW: usize = 256;

type Row = [Option<Glyph>; ROW];

/// Why the faces of a computer are not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Not all four styles are there.
    Incomplete,
    /// Their maker does not allow it.
    NotAllowed,
}

/// Whether a face may go into a file (OpenType, OS/2 fsType).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Embedding {
    Allowed,
    Refused,
}

/// A face and what its own tables call it.
pub(super) struct Called {
    pub(super) face: Face,
    pub(super) family: String,
    pub(super) style: Style,
    /// `7.00`
    pub(super) version: String,
    pub(super) embedding: Embedding,
}

impl Face {
    /// Reads a file whose outlines are TrueType's; `None` where it is no such face.
    pub(super) fn of_file(file: Vec<u8>) -> Option<Called> {
        let face = ttf_parser::Face::parse(&file, 0).ok()?;
        face.tables().glyf?;
        let name = |id: u16| {
            let all = || face.names().into_iter().filter(move |name| name.name_id == id && name.is_unicode());
            // Windows names faces in several languages.
            all().find(|name| name.language_id == 0x409).or_else(|| all().next()).and_then(|name| name.to_string())
        };
        let family = name(name_id::FAMILY)?;
        let style = Style::Regular.with(face.is_bold(), face.is_italic());
        let version = name(name_id::VERSION).unwrap_or_default();
        let version = version.trim_start_matches("Version ").split([' ', ';']).next().unwrap_or_default().to_owned();
        let allowed =
            face.is_outline_embedding_allowed() && face.is_subsetting_allowed() && face.permissions() != Some(ttf_parser::Permissions::Restricted);
        let embedding = if allowed { Embedding::Allowed } else { Embedding::Refused };
        let plain = |name: String| name.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect::<String>();
        let known = plain(name(name_id::POST_SCRIPT_NAME).unwrap_or_else(|| family.clone()));
        Some(Called { face: Face::read(&known, file), family, style, version, embedding })
    }

    /// Reads a face. One that can't be read has no glyphs, so that every letter is reported missing.
    pub(super) fn read(name: &str, data: impl Into<Cow<'static, [u8]>>) -> Face {
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
        // Only the letters that the face says it has are asked for: most of the plane is empty.
        read.glyphs = vec![None; (LAST as usize).div_ceil(ROW)];
        for table in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables).filter(|table| table.is_unicode()) {
            table.codepoints(|code| {
                let row = read.glyphs.get_mut(code as usize / ROW).map(|row| row.get_or_insert_with(|| Box::new([None; ROW])));
                // Several tables list the same letters: each is looked up once.
                if let Some(place @ None) = row.and_then(|row| row.get_mut(code as usize % ROW)) {
                    *place = glyph(code);
                }
            });
        }
        read.data = data;
        read
    }

    fn glyph(&self, letter: char) -> Option<Glyph> {
        let row = self.glyphs.get(letter as usize / ROW)?.as_ref()?;
        row.get(letter as usize % ROW).copied().flatten()
    }

    /// A letter's glyph.
    #[cfg(test)]
    pub(super) fn glyph_id(&self, letter: char) -> Option<u16> {
        self.glyph(letter).map(|glyph| glyph.id)
    }

    /// A letter's width in thousandths of the size, if the face has it.
    pub(in super::super) fn width(&self, letter: char) -> Option<u16> {
        self.glyph(letter).map(|glyph| glyph.width)
    }

    /// The part of the face that these letters need.
    pub(in super::super) fn subset(&self, letters: &Letters) -> Result<Subset> {
        let mut remapper = GlyphRemapper::new();
        let mut subset = Subset { bytes: Vec::new(), glyphs: BTreeMap::new(), widths: BTreeMap::new(), shared: (0, Vec::new()) };
        let mut again = Vec::new();
        for letter in letters.iter() {
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
pub(crate) fn glyph_widths(program: &[u8]) -> Vec<u32> {
    let Ok(face) = ttf_parser::Face::parse(program, 0) else { return Vec::new() };
    let em = u32::from(face.units_per_em());
    let width = |id: u16| (u32::from(face.glyph_hor_advance(ttf_parser::GlyphId(id)).unwrap_or(0)) * 1000 + em / 2) / em;
    (0..face.number_of_glyphs()).map(width).collect()
}

/// The letters of a face and their glyphs.
#[cfg(test)]
pub(crate) fn glyph_ids(file: &[u8]) -> BTreeMap<char, u16> {
    let Ok(face) = ttf_parser::Face::parse(file, 0) else { return BTreeMap::new() };
    (0..LAST).filter_map(char::from_u32).filter_map(|letter| Some((letter, face.glyph_index(letter)?.0))).collect()
}
