//! From a document to pages to bytes.
