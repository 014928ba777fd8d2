//! Word files, in and out.

pub mod read;
mod write;

pub use write::docx;
