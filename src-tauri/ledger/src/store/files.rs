//! Files the ledger refers to, by their content: `files/<sha256>`, written before their row, never changed.

use crate::change::Door;
use crate::view::{FileRow, Id};
use crate::{Error, Ledger, Problem, Result, write_whole};
use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::PathBuf;

impl Ledger {
    /// Files of a thing in a role: hash and size, newest first, ended ones too when `all`.
    pub(crate) fn files_of(&self, thing: Id, role: &str, all: bool) -> Result<Vec<(String, i64)>> {
        let sql = "SELECT sha256, size FROM file WHERE of = ?1 AND role = ?2 AND (?3 OR until IS NULL) ORDER BY row DESC";
        let mut query = self.conn.prepare_cached(sql)?;
        Ok(query.query_map(params![thing, role, all], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    }

    /// Every file the ledger refers to: hash and size.
    pub(crate) fn all_files(&self) -> Result<Vec<(String, i64)>> {
        let mut query = self.conn.prepare_cached("SELECT DISTINCT sha256, size FROM file")?;
        Ok(query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    }

    /// Files kept as evidence, each with the thing it is kept with.
    pub(crate) fn evidence_files(&self) -> Result<Vec<(Id, FileRow)>> {
        let sql = "SELECT of, thing, name, size FROM file WHERE role = 'evidence' AND until IS NULL ORDER BY thing";
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map([], |row| Ok((row.get(0)?, FileRow { id: row.get(1)?, name: row.get(2)?, size: row.get(3)? })))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The name and the bytes of a kept file.
    ///
    /// Errors: no such file; its bytes are gone or were changed.
    pub fn kept_file(&self, file: Id) -> Result<(String, Vec<u8>)> {
        let sql = "SELECT name, sha256 FROM file WHERE thing = ?1 AND until IS NULL";
        let found: Option<(String, String)> = self.conn.query_row(sql, [file], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let (name, sha256) = found.ok_or(Problem::NotFound("tệp"))?;
        let bytes = fs::read(self.file_path(&sha256)).ok().filter(|bytes| hash(bytes) == sha256);
        Ok((name, bytes.ok_or(Problem::FilesMissing(1))?))
    }

    pub(crate) fn file_path(&self, sha256: &str) -> PathBuf {
        self.dir.join("files").join(sha256)
    }

    /// Writes a file under the name of its content and syncs it, before any row speaks of it.
    pub(crate) fn keep_file(&self, bytes: &[u8]) -> Result<()> {
        let path = self.file_path(&hash(bytes));
        if path.exists() {
            return Ok(());
        }
        fs::create_dir_all(self.dir.join("files")).map_err(|_| Error::cannot_write(&path))?;
        write_whole(&path, bytes)
    }
}

impl Door<'_> {
    pub(crate) fn make_file(&mut self, of: Id, role: &str, bytes: &[u8], name: &str) -> Result<Id> {
        let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        self.make("file", &[("of", &of), ("role", &role), ("sha256", &hash(bytes)), ("size", &size), ("name", &name)])
    }
}

/// SHA-256 in hexadecimal: the name of a file in `files/`.
pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
