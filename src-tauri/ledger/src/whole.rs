//! A file is replaced whole or not at all.

use crate::{Error, Problem, Result};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a file beside its place, syncs it and renames it over, so that a half-written one is never
/// seen. Error: the place can't be written; what stood there before still stands.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let written = File::create(&beside).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
    written.and_then(|()| fs::rename(&beside, path)).map_err(|error| {
        let _ = fs::remove_file(&beside);
        refusal(path, &error)
    })
}

/// A disk without room is said to be one; closing the file would not help.
fn refusal(path: &Path, error: &io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Problem::DiskFull.into(),
        _ => Error::cannot_write(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("báo cáo.pdf");
        write_whole(&path, b"first").unwrap();
        write_whole(&path, b"second").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
        fs::create_dir(folder.path().join("thư mục")).unwrap();
        for target in ["không/có.pdf", "thư mục"] {
            assert_eq!(write_whole(&folder.path().join(target), b"x").unwrap_err().code(), "cannot-write", "{target}");
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside them");
    }

    #[test]
    fn a_full_disk_is_called_so() {
        let code = |kind: io::ErrorKind| refusal(Path::new("bao-cao.pdf"), &kind.into()).code();
        assert_eq!(code(io::ErrorKind::StorageFull), "disk-full");
        assert_eq!(code(io::ErrorKind::PermissionDenied), "cannot-write");
    }
}
