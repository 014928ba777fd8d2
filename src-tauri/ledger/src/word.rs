//! Word files, in and out.

pub mod read;
mod tag;
mod write;

pub use tag::Tag;
pub use write::{docx, docx_of};

/// The namespace of the list of bookmarks and tags that goes with a document of ours.
const LIST: &str = "urn:so-cchc:the";
