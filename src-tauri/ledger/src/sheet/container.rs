//! What is looked at before a workbook is opened: its size unpacked, and whether it is locked.

use crate::{Error, Problem, Result};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most that is unpacked of all parts together: a hundred thousand rows stay below.
const UNPACKED: u64 = 256 << 20;

/// First bytes of an OLE container: an .xls of old, or an .xlsx with a password.
pub(super) const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Opens the zip of a workbook; each part's size is measured, never believed.
pub(super) fn open(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(refused)?;
    let mut room = UNPACKED;
    for at in 0..zip.len() {
        let part = zip.by_index(at).map_err(refused)?;
        let size = std::io::copy(&mut part.take(room + 1), &mut std::io::sink()).map_err(|_| Problem::NotWorkbook)?;
        room = room.checked_sub(size).ok_or(Problem::FileBomb)?;
    }
    Ok(zip)
}

/// A part as text; `None` when there is no such part.
pub(super) fn part(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>> {
    let mut file = match zip.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(refused(error)),
    };
    let mut text = String::new();
    file.read_to_string(&mut text).map_err(|_| Problem::NotWorkbook)?;
    Ok(Some(text))
}

fn refused(error: ZipError) -> Error {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Problem::FileProtected.into(),
        _ => Problem::NotWorkbook.into(),
    }
}
