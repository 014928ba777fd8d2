//! The file: opening it in the right order, its pragmas, its migrations.
//!
//! A file that is newer, damaged or not ours is refused before anything is written to it.

pub(crate) mod column;
pub(crate) mod files;
mod migrations;

use crate::{Problem, Result};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, File, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};

pub(crate) use migrations::VERSION;

/// The name of the ledger's file in its folder.
pub const DATABASE: &str = "so-cchc.db";
/// The name of the lock's file; the lock is never on the database itself.
pub const LOCK: &str = "so-cchc.lock";
/// `SCCH`, in the file's header.
const APPLICATION: u32 = 0x5343_4348;

/// Takes the folder's lock; it is let go when the file is dropped.
pub(crate) fn lock(dir: &Path) -> Result<File> {
    fs::create_dir_all(dir).map_err(|_| Problem::LedgerReadOnly)?;
    if is_read_only(dir) || is_read_only(&dir.join(DATABASE)) {
        return Err(Problem::LedgerReadOnly.into());
    }
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(dir.join(LOCK)).map_err(|_| Problem::LedgerReadOnly)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => Err(Problem::LedgerInUse.into()),
        Err(fs::TryLockError::Error(_)) => Err(Problem::LedgerReadOnly.into()),
    }
}

/// True for a path whose write permission is taken away, whoever asks.
fn is_read_only(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|data| data.permissions().readonly())
}

/// Opens the ledger's file under a lock already held: checks first, writes last.
///
/// `before_upgrade` is called with the connection once, between the checks and the first migration
/// of a ledger that holds something: the copy before every upgrade is made there.
pub(crate) fn open(dir: &Path, before_upgrade: impl FnOnce(&Connection, u32) -> Result<()>) -> Result<Connection> {
    let path = dir.join(DATABASE);
    if fs::metadata(&path).is_err() {
        make(&path)?;
    }
    check_header(&path)?;
    // Where nothing is pending in a log, the look at the file leaves no trace beside it.
    let looked = !wal_of(&path).exists();
    if looked {
        check(&open_immutable(&path)?)?;
    }
    let mut conn = connect(&path)?;
    if !looked {
        check(&conn)?;
    }
    let version = version_of(&conn)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    if version < VERSION {
        before_upgrade(&conn, version)?;
        migrations::run(&mut conn, version, APPLICATION)?;
    }
    Ok(conn)
}

/// Makes an empty ledger under another name and gives it its own when it is whole: an empty file of
/// this name is therefore never a new ledger, but one that was cut off.
fn make(path: &Path) -> Result<()> {
    let part = path.with_extension("part");
    let _ = fs::remove_file(&part);
    let mut conn = Connection::open(&part)?;
    migrations::run(&mut conn, 0, APPLICATION)?;
    conn.close().map_err(|(_, error)| error)?;
    fs::rename(&part, path).map_err(|_| Problem::LedgerReadOnly.into())
}

/// Opens a copy for reading alone and checks it; answers the number of its last change.
pub(crate) fn verify_copy(path: &Path) -> Result<i64> {
    check_header(path)?;
    let conn = open_immutable(path)?;
    check(&conn)?;
    Ok(conn.query_row("SELECT coalesce(max(id), 0) FROM change", [], |row| row.get(0))?)
}

/// A second, reading connection to an open ledger, for a copy of it.
pub(crate) fn open_beside(dir: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(dir.join(DATABASE), flags)?)
}

/// Opens a file that nobody writes to, without making a log or a shared-memory file beside it.
fn open_immutable(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    Ok(Connection::open_with_flags(uri_of(path), flags)?)
}

/// The path as SQLite's own kind of URI; everything but plain signs is escaped.
fn uri_of(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    let escaped: String = text
        .bytes()
        .map(|byte| match byte {
            b'/' | b':' | b'.' | b'-' | b'_' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
            other => format!("%{other:02x}"),
        })
        .collect();
    // `C:/…` needs a slash of its own before the drive.
    let root = if path.is_absolute() && !escaped.starts_with('/') { "/" } else { "" };
    format!("file:{root}{escaped}?immutable=1")
}

fn connect(path: &Path) -> Result<Connection> {
    let conn =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // Until the checks have passed, closing must not write the log back into the file.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(conn)
}

/// Reads the header's bytes without SQLite, so that a strange or newer file stays untouched.
fn check_header(path: &Path) -> Result<()> {
    let mut head = [0_u8; 100];
    let mut file = File::open(path).map_err(|_| Problem::LedgerReadOnly)?;
    let size = file.metadata().map_err(|_| Problem::LedgerReadOnly)?.len();
    file.read_exact(&mut head).map_err(|_| Problem::LedgerDamaged)?;
    let word = |at: usize| head.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_be_bytes);
    if !head.starts_with(b"SQLite format 3\0") {
        return Err(Problem::NotALedger.into());
    }
    let page = head.get(16..18).and_then(|bytes| bytes.try_into().ok()).map_or(0, u16::from_be_bytes);
    let page = if page == 1 { 65_536 } else { u64::from(page) };
    if size < page * u64::from(word(28)) && !wal_of(path).exists() {
        return Err(Problem::LedgerDamaged.into());
    }
    if word(68) != APPLICATION {
        return Err(Problem::NotALedger.into());
    }
    if word(60) > VERSION {
        return Err(Problem::LedgerNewer.into());
    }
    Ok(())
}

fn wal_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

/// `quick_check`, then the version as SQLite sees it (it may still stand in the log).
fn check(conn: &Connection) -> Result<()> {
    let verdict: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(damaged)?;
    if verdict != "ok" {
        return Err(Problem::LedgerDamaged.into());
    }
    let application: u32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0)).map_err(damaged)?;
    if application != APPLICATION {
        return Err(Problem::NotALedger.into());
    }
    if version_of(conn)? > VERSION {
        return Err(Problem::LedgerNewer.into());
    }
    Ok(())
}

fn version_of(conn: &Connection) -> Result<u32> {
    conn.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(damaged)
}

/// While a file is only being looked at, a failure to read it means that it is damaged.
fn damaged(error: rusqlite::Error) -> crate::Error {
    match crate::Error::from(error) {
        crate::Error::Store(_) => Problem::LedgerDamaged.into(),
        known => known,
    }
}
