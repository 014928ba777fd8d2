//! Packing of streams (FlateDecode).

use crate::{Error, Result};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object, ObjectId, Stream};
use std::io::Write;

/// Packs one stream after another with the same tables: making them takes longer than a short stream.
pub(super) struct Packer(ZlibEncoder<Vec<u8>>);

impl Packer {
    /// At the usual level: the best takes twice as long and saves a hundredth.
    pub(super) fn new() -> Packer {
        Packer(ZlibEncoder::new(Vec::new(), Compression::default()))
    }

    /// The same, packed.
    pub(super) fn packed(&mut self, content: &[u8]) -> Result<Vec<u8>> {
        *self.0.get_mut() = Vec::with_capacity(content.len() / 2);
        let packed = self.0.write_all(content).and_then(|()| self.0.reset(Vec::new()));
        packed.map_err(|error| Error::Fault(format!("PDF: {error}")))
    }

    /// Packs all streams of a file that want it and are not yet.
    pub(super) fn pack(&mut self, file: &mut Document) -> Result<()> {
        for object in file.objects.values_mut() {
            if let Object::Stream(stream) = object
                && stream.allows_compression
                && !stream.dict.has(b"Filter")
            {
                let packed = self.packed(&stream.content)?;
                put(stream, packed);
            }
        }
        Ok(())
    }
}

/// Fills pages with their packed content.
pub(super) fn fill(file: &mut Document, sheets: impl Iterator<Item = Vec<u8>>) -> Result<()> {
    let ids: Vec<ObjectId> = file.page_iter().collect();
    for (id, packed) in ids.into_iter().zip(sheets) {
        put(content(file, id)?, packed);
    }
    Ok(())
}

/// What stands on a page.
pub(super) fn content(file: &mut Document, page: ObjectId) -> Result<&mut Stream> {
    let of = |file: &Document| file.get_dictionary(page)?.get(b"Contents")?.as_reference();
    let fault = |error| Error::Fault(format!("PDF: {error}"));
    let id = of(file).map_err(fault)?;
    file.get_object_mut(id).and_then(Object::as_stream_mut).map_err(fault)
}

fn put(stream: &mut Stream, packed: Vec<u8>) {
    stream.dict.set("Filter", "FlateDecode");
    stream.set_content(packed);
}
