//! What makes the file a record: title, language, dates of the document, colour, an id of its own.

use super::super::font::{Faces, Style};
use super::colour;
use super::xmp;
use crate::paper::Document as Paper;
use crate::{Error, Result};
use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// The program that wrote it.
pub(super) const MAKER: &str = "Sổ CCHC";

/// Adds what printpdf does not: information, XMP that says the same, language, colour profile.
pub(super) fn add(file: &mut Document, paper: &Paper, faces: &Faces) -> Result<()> {
    file.version = "1.7".to_owned();
    let title = title(paper);
    let author = plain(&paper.letterhead.agency.join(" "));
    // Offices of this country write one time: seven hours before Greenwich.
    let stamp = paper.changed.format("D:%Y%m%d%H%M%S+07'00'").to_string();
    let mut info = dictionary! {
        "Title" => text(&title),
        "Creator" => text(MAKER),
        "Producer" => text(MAKER),
        "CreationDate" => Object::string_literal(stamp.clone()),
        "ModDate" => Object::string_literal(stamp),
    };
    if !author.is_empty() {
        info.set("Author", text(&author));
    }
    let info = file.add_object(info);
    if let Ok(Object::Reference(old)) = file.trailer.get(b"Info").cloned() {
        file.objects.remove(&old);
    }
    file.trailer.set("Info", info);

    let moment = paper.changed.format("%Y-%m-%dT%H:%M:%S+07:00").to_string();
    let xmp = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    // Catalogues read it without unpacking.
    let xmp = file.add_object(Stream::new(xmp, xmp::packet(&title, &author, &moment).into_bytes()).with_compression(false));
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3 }, colour::srgb()));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    capitals(file, faces);
    let catalog = file.catalog_mut().map_err(|error| Error::Fault(format!("PDF: {error}")))?;
    catalog.set("Lang", Object::string_literal("vi-VN"));
    catalog.set("Metadata", xmp);
    catalog.set("OutputIntents", vec![intent.into()]);
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    Ok(())
}

/// An id that is not yet known.
const UNKNOWN: [u8; 16] = [0; 16];

/// Makes room for the id of a file about to be saved.
pub(super) fn reserve_id(file: &mut Document) {
    let id = Object::String(UNKNOWN.to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
}

/// Gives a saved file an id that depends on its content alone, in the room made for it.
pub(super) fn identify(bytes: &mut [u8]) {
    let id: String = Sha256::digest(&bytes).iter().take(UNKNOWN.len()).map(|byte| format!("{byte:02X}")).collect();
    let room = "0".repeat(id.len());
    let mut from = bytes.windows(4).rposition(|part| part == b"/ID[").unwrap_or(bytes.len());
    while let Some(at) = bytes.get(from..).and_then(|rest| rest.windows(room.len()).position(|part| part == room.as_bytes())) {
        let end = from + at + room.len();
        if let Some(place) = bytes.get_mut(from + at..end) {
            place.copy_from_slice(id.as_bytes());
        }
        from = end;
    }
}

/// A text in a PDF dictionary: plain where it can be, else UTF-16.
pub(super) fn text(words: &str) -> Object {
    if words.is_ascii() {
        return Object::string_literal(words);
    }
    let units = std::iter::once(0xfeff).chain(words.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

/// `BÁO CÁO Kết quả …`, what a letter is about, or the first appendix's title.
fn title(paper: &Paper) -> String {
    let own = format!("{} {}", paper.name, paper.subject.replace('\n', " "));
    let about = paper.letterhead.about.as_deref().unwrap_or_default();
    let appendix = paper.appendices.first().map_or("", |appendix| appendix.title.as_str());
    let title = [own.as_str(), about, appendix].into_iter().map(str::trim).find(|title| !title.is_empty());
    plain(title.unwrap_or(MAKER))
}

/// Words as information and XMP both can hold them: NFC, one space where there is any, no control signs.
fn plain(words: &str) -> String {
    let kept: String =
        words.nfc().map(|letter| if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') { ' ' } else { letter }).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// printpdf writes the ascent for the height of capitals; this is the faces' own.
fn capitals(file: &mut Document, faces: &Faces) {
    let is_font = |dictionary: &Dictionary| dictionary.has_type(b"FontDescriptor");
    for object in file.objects.values_mut() {
        if let Object::Dictionary(dictionary) = object
            && is_font(dictionary)
        {
            dictionary.set("CapHeight", i64::from(faces.face(Style::Regular).metrics.capital));
        }
    }
}
