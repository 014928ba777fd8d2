//! The sample read from its file.
