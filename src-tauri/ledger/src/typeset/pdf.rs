//! From pages to bytes: printpdf writes pages and faces, the archive adds what makes it a record.

mod archive;
mod colour;
mod outline;
#[cfg(test)]
mod tests;
mod write;

use super::page::Page;
use crate::paper::Document;
use crate::{Error, Result};

/// The PDF of pages; the same document gives the same bytes.
pub(super) fn bytes(document: &Document, pages: &[Page]) -> Result<Vec<u8>> {
    let mut file = write::file(pages)?;
    outline::add(&mut file, pages)?;
    archive::add(&mut file, document)?;
    file.compress();
    archive::identify(&mut file);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|error| Error::Fault(format!("PDF: {error}")))?;
    if bytes.last() != Some(&b'\n') {
        bytes.push(b'\n'); // A signature is appended after the end mark's own line.
    }
    Ok(bytes)
}
