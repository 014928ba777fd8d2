//! Printing: a copy of the page, handed to the system's own reader, which prints it as it is.
//!
//! The copies lie in a folder of their own beside the ledger. A page printed again takes the place of
//! its older copy; nothing else ever refers to them.

use crate::failure::{Answer, Failure};
use crate::files;
use crate::state::{Desk, work};
use std::path::{Path, PathBuf};

/// The folder of printed copies, inside the ledger's.
const COPIES: &str = "ban-in";
/// How many copies of one name may be held open at once by readers that let nobody replace a file.
const TRIES: usize = 9;

/// Keeps the copy under a short name and opens it; answers where it lies.
///
/// Refused when the machine has no reader: the sentence then says where the copy is.
pub(crate) async fn hand_over(desk: &Desk, name: String, pdf: Vec<u8>) -> Answer<PathBuf> {
    let folder = desk.folder().join(COPIES);
    let path = work(move || keep(&folder, &files::file_name(&name), &pdf)).await?;
    if !work(|| Ok(reader())).await? {
        return Err(Failure::no_reader(&path.display().to_string()));
    }
    files::open(&path).map(|()| path)
}

/// Writes the copy; where an older one is held open, beside it under the next name.
fn keep(folder: &Path, name: &str, pdf: &[u8]) -> ledger::Result<PathBuf> {
    std::fs::create_dir_all(folder).map_err(|_| ledger::Error::cannot_write(folder))?;
    let mut path = folder.join(format!("{name}.pdf"));
    for next in 2..=TRIES {
        if ledger::write_whole(&path, pdf).is_ok() {
            return Ok(path);
        }
        path = folder.join(format!("{name} ({next}).pdf"));
    }
    ledger::write_whole(&path, pdf).map(|()| path)
}

/// Whether some program reads a PDF. Windows says it by itself when it opens a file; elsewhere the
/// opener starts and fails unseen, so the list of programs is asked first.
#[cfg(not(windows))]
fn reader() -> bool {
    let asked = std::process::Command::new("xdg-mime").args(["query", "default", "application/pdf"]).output();
    // Where nobody can be asked, the opener is tried.
    asked.map_or(true, |answer| !answer.stdout.trim_ascii().is_empty())
}

#[cfg(windows)]
fn reader() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_page_printed_again_takes_the_place_of_its_older_copy() {
        let folder = tempfile::tempdir().unwrap();
        let copies = folder.path().join(COPIES);
        let first = keep(&copies, "Báo cáo", b"one").unwrap();
        assert_eq!(keep(&copies, "Báo cáo", b"two").unwrap(), first);
        assert_eq!(fs::read(&first).unwrap(), b"two");
        assert_eq!(fs::read_dir(&copies).unwrap().count(), 1, "no copy is left behind");
    }

    #[test]
    fn a_copy_that_is_held_open_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        // A folder in its place can't be replaced either, on any system.
        fs::create_dir_all(folder.path().join("Báo cáo.pdf/held")).unwrap();
        let path = keep(folder.path(), "Báo cáo", b"one").unwrap();
        assert_eq!(path, folder.path().join("Báo cáo (2).pdf"));
        assert_eq!(fs::read(path).unwrap(), b"one");
    }
}
