//! One error for the whole library, sorted by what the officer can do about it.

use crate::problem::Problem;
use std::fmt;
use std::path::Path;

/// What went wrong.
#[derive(Debug)]
pub enum Error {
    /// The officer can do something about it; nothing was changed.
    Refused(Problem),
    /// The store failed in a way no sentence of ours foresees; nothing was changed.
    Store(rusqlite::Error),
    /// The program's own data or reasoning is wrong: a fault of ours.
    Fault(String),
}

/// A result with our [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// The stable code, for the screen and for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Refused(problem) => problem.code(),
            Error::Store(_) => "store",
            Error::Fault(_) => "fault",
        }
    }

    /// A file that could not be written, as a refusal.
    pub fn cannot_write(path: &Path) -> Error {
        Error::Refused(Problem::CannotWrite(path.display().to_string()))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Refused(problem) => f.write_str(&problem.sentence()),
            Error::Store(error) => write!(f, "Sổ không ghi được; những gì đã ghi vẫn còn nguyên. Hãy đóng chương trình rồi mở lại. ({error})"),
            Error::Fault(what) => write!(f, "Chương trình gặp lỗi của chính nó; sổ không đổi. Hãy gửi dòng này cho người làm chương trình: {what}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Error {
        Error::Refused(problem)
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        use rusqlite::ErrorCode;
        // Where not even the log's index finds room, SQLite speaks of reading and writing in general.
        if error.sqlite_error().is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE) {
            return Problem::DiskFull.into();
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Problem::LedgerReadOnly.into(),
            Some(ErrorCode::DiskFull) => Problem::DiskFull.into(),
            Some(ErrorCode::DatabaseCorrupt) => Problem::LedgerDamaged.into(),
            Some(ErrorCode::NotADatabase) => Problem::NotALedger.into(),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Problem::LedgerInUse.into(),
            _ => Error::Store(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;

    #[test]
    fn a_full_disk_is_not_called_a_damaged_ledger() {
        for (code, expected) in [
            (ffi::SQLITE_IOERR_SHMSIZE, "disk-full"),
            (ffi::SQLITE_FULL, "disk-full"),
            (ffi::SQLITE_CORRUPT, "ledger-damaged"),
            (ffi::SQLITE_NOTADB, "not-a-ledger"),
            (ffi::SQLITE_BUSY, "ledger-in-use"),
            (ffi::SQLITE_IOERR_READ, "store"),
        ] {
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            assert_eq!(Error::from(error).code(), expected, "{code}");
        }
    }
}
