//! From pages to bytes: printpdf writes pages and faces, the archive adds what makes it a record.

mod archive;
#[cfg(test)]
mod clauses;
mod colour;
mod field;
mod outline;
mod pack;
#[cfg(test)]
mod read;
#[cfg(test)]
mod reading;
mod tags;
#[cfg(test)]
mod tests;
mod write;
mod xmp;

use super::page::Page;
use super::parts::beside;
use super::{Layout, Options};
use crate::paper::Document;
use crate::{Error, Result};
use pack::Packer;

/// Pages are written in so many parts, or in parts of so many pages: what takes time is done on all
/// cores, and never more than a part of a long paper is held unpacked.
const PARTS: (usize, usize) = (3, 32);

/// The PDF of pages; the same document gives the same bytes.
pub(super) fn bytes(document: &Document, layout: &Layout, options: &Options<'_>) -> Result<Vec<u8>> {
    let write::Written { mut file, pieces, ink } = write::file(layout, options.faces)?;
    let parts: Vec<&[Page]> = layout.pages.chunks(layout.pages.len().div_ceil(PARTS.0).clamp(1, PARTS.1)).collect();
    let packed = |pages: &&[Page]| -> Result<Vec<Vec<u8>>> {
        let mut packer = Packer::new();
        ink.streams(pages, &layout.tree)?.iter().map(|stream| packer.packed(stream)).collect()
    };
    let (added, sheets) = beside(&parts, packed, || {
        outline::add(&mut file, &layout.pages)?;
        let field = if options.signature_field { field::add(&mut file, &layout.pages)? } else { None };
        tags::add(&mut file, layout, &pieces, field.as_ref())?;
        archive::add(&mut file, document, options.faces)?;
        Packer::new().pack(&mut file)
    });
    added?;
    let sheets: Vec<Vec<Vec<u8>>> = sheets.into_iter().collect::<Result<_>>()?;
    pack::fill(&mut file, sheets.into_iter().flatten())?;
    archive::reserve_id(&mut file);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|error| Error::Fault(format!("PDF: {error}")))?;
    if bytes.last() != Some(&b'\n') {
        bytes.push(b'\n'); // A signature is appended after the end mark's own line.
    }
    archive::identify(&mut bytes);
    Ok(bytes)
}
