//! Word files, in and out.

pub mod read;

/// stand-in
pub fn docx(_document: &crate::paper::Document) -> crate::Result<Vec<u8>> {
    Ok(Vec::new())
}
