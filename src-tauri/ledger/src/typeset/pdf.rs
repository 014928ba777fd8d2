//! From pages to bytes: printpdf writes pages and faces, the archive adds what makes it a record.

mod archive;
#[cfg(test)]
mod clauses;
mod colour;
mod field;
mod outline;
#[cfg(test)]
mod read;
#[cfg(test)]
mod reading;
mod tags;
#[cfg(test)]
mod tests;
mod write;
mod xmp;

use super::{Layout, Options};
use crate::paper::Document;
use crate::{Error, Result};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document as File, Object};
use std::io::Write;

/// The PDF of pages; the same document gives the same bytes.
pub(super) fn bytes(document: &Document, layout: &Layout, options: &Options<'_>) -> Result<Vec<u8>> {
    let write::Written { mut file, pieces } = write::file(layout, options.faces)?;
    outline::add(&mut file, &layout.pages)?;
    let field = if options.signature_field { field::add(&mut file, &layout.pages)? } else { None };
    tags::add(&mut file, layout, &pieces, field.as_ref())?;
    archive::add(&mut file, document, options.faces)?;
    pack(&mut file)?;
    archive::reserve_id(&mut file);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|error| Error::Fault(format!("PDF: {error}")))?;
    if bytes.last() != Some(&b'\n') {
        bytes.push(b'\n'); // A signature is appended after the end mark's own line.
    }
    archive::identify(&mut bytes);
    Ok(bytes)
}

/// Packs the streams, at the usual level: the best takes twice as long and saves a hundredth.
fn pack(file: &mut File) -> Result<()> {
    for object in file.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let mut encoder = ZlibEncoder::new(Vec::with_capacity(stream.content.len() / 2), Compression::default());
        let packed = encoder.write_all(&stream.content).and_then(|()| encoder.finish());
        let packed = packed.map_err(|error| Error::Fault(format!("PDF: {error}")))?;
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(packed);
    }
    Ok(())
}
