//! The container: a zip of XML parts, opened without believing any size it states.

use super::Origin;
use crate::word::LIST;
use crate::{Error, Problem, Result};
use quick_xml::events::Event;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most that is unpacked of all parts together. The longest plan seen unpacks to 0.1 MB.
const UNPACKED: u64 = 48 << 20;

/// First bytes of an OLE container: a .doc of old, or a .docx with a password.
const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// The parts of a Word file that are read.
pub(super) struct Package {
    /// The main part, XML.
    pub(super) document: String,
    /// The definitions of automatic numbers, XML.
    pub(super) numbering: Option<String>,
    /// The styles, XML.
    pub(super) styles: Option<String>,
    /// The list of bookmarks that goes with a file of ours, XML.
    pub(super) list: Option<String>,
    /// The properties a program gave it, XML.
    pub(super) custom: Option<String>,
    /// Notes at the foot of pages and at the end, XML.
    pub(super) footnotes: Vec<String>,
    /// The comments, XML.
    pub(super) comments: Option<String>,
    /// Which comment answers which, XML.
    pub(super) threads: Option<String>,
}

/// So many parts of foreign XML are looked at; programs that save a file again add theirs.
const FOREIGN: usize = 16;

/// Opens a container and unpacks the parts that are read.
pub(super) fn open(bytes: &[u8]) -> Result<Package> {
    if bytes.starts_with(&OLE) {
        return Err(if is_encrypted(bytes) { Problem::FileProtected } else { Problem::NotDocx }.into());
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(refused)?;
    let mut room = UNPACKED;
    let main = match part(&mut zip, "_rels/.rels", &mut room)? {
        Some(relations) => main_part(&relations),
        None => None,
    };
    let main = main.unwrap_or_else(|| "word/document.xml".to_owned());
    let document = part(&mut zip, &main, &mut room)?.ok_or(Problem::NotDocx)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let numbering = part(&mut zip, format!("{folder}/numbering.xml").trim_start_matches('/'), &mut room)?;
    let styles = part(&mut zip, format!("{folder}/styles.xml").trim_start_matches('/'), &mut room)?;
    let custom = part(&mut zip, "docProps/custom.xml", &mut room)?;
    let mut footnotes = Vec::new();
    for name in ["footnotes", "endnotes"] {
        footnotes.extend(part(&mut zip, format!("{folder}/{name}.xml").trim_start_matches('/'), &mut room)?);
    }
    let comments = part(&mut zip, format!("{folder}/comments.xml").trim_start_matches('/'), &mut room)?;
    let threads = part(&mut zip, format!("{folder}/commentsExtended.xml").trim_start_matches('/'), &mut room)?;
    let is_foreign = |name: &String| name.starts_with("customXml/item") && name.ends_with(".xml") && !name.starts_with("customXml/itemProps");
    let mut foreign: Vec<String> = zip.file_names().filter_map(|name| name.ok().map(|name| name.into_owned())).filter(is_foreign).collect();
    foreign.sort();
    let mut list = None;
    for name in foreign.iter().take(FOREIGN) {
        list = part(&mut zip, name, &mut room)?.filter(|text| text.contains(LIST));
        if list.is_some() {
            break;
        }
    }
    Ok(Package { document, numbering, styles, list, custom, footnotes, comments, threads })
}

/// The report that properties name; `None` where they name none of ours.
pub(super) fn origin(custom: &str) -> Option<Origin> {
    let mut reader = quick_xml::Reader::from_str(custom);
    let mut origin = None;
    let mut name = String::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) if tag.local_name().as_ref() == "property" => name = super::property::attribute(&tag, "name").unwrap_or_default(),
            Event::Text(text) => {
                let field = |origin: Origin, text: String| match name.as_str() {
                    "SoCCHC.BaoCao" => Some(Origin { report: text, ..origin }),
                    "SoCCHC.Luc" => Some(Origin { moment: text, ..origin }),
                    _ => None,
                };
                origin = field(origin.clone().unwrap_or_default(), text.xml10_content().into_owned()).or(origin);
            }
            Event::Eof => return origin,
            _ => {}
        }
    }
}

/// A directory entry of the container (128 bytes each) that bears the name Office gives to an
/// encrypted package.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.chunks(128).any(|entry| entry.starts_with(&name))
}

/// A part as text; `None` when the container has no such part.
fn part(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str, room: &mut u64) -> Result<Option<String>> {
    let file = match zip.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(refused(error)),
    };
    let mut bytes = Vec::new();
    // One byte more than there is room for: a part that states a small size can't hide a large one.
    file.take(*room + 1).read_to_end(&mut bytes).map_err(|_| Problem::NotDocx)?;
    *room = room.checked_sub(bytes.len() as u64).ok_or(Problem::FileBomb)?;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| Problem::NotDocx)?;
    Ok(Some(text.to_owned()))
}

/// The part that the container names as its document, if it does.
fn main_part(relations: &str) -> Option<String> {
    let mut reader = quick_xml::Reader::from_str(relations);
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => {
                let value = |name: &str| {
                    let attribute = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name);
                    attribute.map(|attribute| attribute.value.to_string())
                };
                if value("Type").is_some_and(|kind| kind.ends_with("/officeDocument")) {
                    return value("Target").map(|target| target.trim_start_matches('/').to_owned());
                }
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn refused(error: ZipError) -> Error {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Problem::FileProtected.into(),
        _ => Problem::NotDocx.into(),
    }
}
