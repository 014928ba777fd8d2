//! Word files, in and out.
