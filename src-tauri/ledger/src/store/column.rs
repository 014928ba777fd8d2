//! Columns that carry JSON.

use rusqlite::Row;

/// A JSON array of lines in a column.
pub(crate) fn list(row: &Row, column: usize) -> rusqlite::Result<Vec<String>> {
    parsed(row, column)
}

/// JSON in a column.
pub(crate) fn parsed<T: serde::de::DeserializeOwned>(row: &Row, column: usize) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error)))
}

/// Data as JSON for a column; our own types always can be written so.
pub(crate) fn json<T: serde::Serialize + ?Sized>(data: &T) -> String {
    serde_json::to_string(data).unwrap_or_default()
}
