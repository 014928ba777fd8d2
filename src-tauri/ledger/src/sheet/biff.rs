//! Hidden rows and columns of an Excel workbook of 1997–2003; calamine reads past them.
//!
//! Records after \[MS-XLS\]: BoundSheet8 (2.4.28), ColInfo (2.4.53), Row (2.4.221).

use super::concealed::Concealed;
use std::io::{Cursor, Read};

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const SHEET: u16 = 0x0085;
const COLUMNS: u16 = 0x007D;
const ROW: u16 = 0x0208;

/// What each sheet hides, in the workbook's order; nothing where the file cannot be followed.
pub(super) fn concealed(bytes: &[u8]) -> Vec<Concealed> {
    let Some(stream) = workbook(bytes) else { return Vec::new() };
    let starts = records(&stream, 0).filter(|(kind, _)| *kind == SHEET).filter_map(|(_, body)| long(body, 0));
    starts.map(|start| sheet(&stream, start as usize)).collect()
}

fn workbook(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let path = ["/Workbook", "/Book"].into_iter().find(|path| file.is_stream(path))?;
    let mut stream = Vec::new();
    file.open_stream(path).ok()?.read_to_end(&mut stream).ok()?;
    Some(stream)
}

fn sheet(stream: &[u8], start: usize) -> Concealed {
    let mut concealed = Concealed::default();
    for (kind, body) in records(stream, start) {
        match kind {
            ROW if body.get(12).is_some_and(|flags| flags & 0x20 != 0) => concealed.rows.extend(short(body, 0).map(u32::from)),
            COLUMNS if body.get(8).is_some_and(|flags| flags & 1 != 0) => {
                if let Some((first, last)) = short(body, 0).zip(short(body, 2)) {
                    concealed.hide_columns(first.into(), last.into());
                }
            }
            _ => {}
        }
    }
    concealed
}

/// The records of one part of the stream, from its beginning to its end.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = start;
    // A chart in a sheet is a part of its own, within it.
    let mut depth = 0_u32;
    std::iter::from_fn(move || {
        let (kind, size) = (short(stream, at)?, usize::from(short(stream, at + 2)?));
        let body = stream.get(at + 4..at + 4 + size)?;
        at += 4 + size;
        match kind {
            BOF => depth += 1,
            EOF => depth = depth.checked_sub(1)?,
            _ => {}
        }
        (depth > 0).then_some((kind, body))
    })
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
