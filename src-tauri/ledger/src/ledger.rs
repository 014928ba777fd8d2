//! The ledger: a folder with one database, one lock, and the files it refers to.

use crate::backup;
use crate::viet::day_screen;
use crate::view::{Id, StartView};
use crate::{Result, Stamp, store};
use chrono::NaiveDate;
use rusqlite::Connection;
use std::fs::File;
use std::path::{Path, PathBuf};

/// The one root object; every feature is an `impl` block on it.
#[derive(Debug)]
pub struct Ledger {
    pub(crate) conn: Connection,
    pub(crate) dir: PathBuf,
    /// The last change before this opening: Ctrl+Z goes no further back.
    pub(crate) opened_at: Id,
    // Held for as long as the ledger lives; the database itself is never locked.
    _lock: File,
}

impl Ledger {
    /// Opens the ledger in `dir`, making an empty one where there is none.
    ///
    /// Order: lock, check of the file, version, a copy before an upgrade, then the first write.
    /// Refused untouched when it is open elsewhere, damaged, newer, read-only or not ours.
    pub fn open(dir: &Path, stamp: &Stamp) -> Result<Ledger> {
        let lock = store::lock(dir)?;
        let conn = store::open(dir, |conn, version| backup::before_upgrade(conn, dir, version, stamp))?;
        let opened_at = conn.query_row("SELECT coalesce(max(id), 0) FROM change", [], |row| row.get(0))?;
        Ok(Ledger { conn, dir: dir.to_owned(), opened_at, _lock: lock })
    }

    /// The folder the ledger is kept in.
    pub fn folder(&self) -> &Path {
        &self.dir
    }

    /// What the window shows first.
    pub fn start_view(&self, stamp: &Stamp) -> Result<StartView> {
        let (folder, today) = (self.dir.display().to_string(), stamp.today());
        Ok(match self.office_on(None)? {
            None => StartView::First { folder, today },
            Some(office) => {
                let sample = self.is_sample()?;
                let clock = self.clock_behind(today)?;
                StartView::Open { folder, today, office: office.form.short, sample, clock }
            }
        })
    }

    /// A clock set back a day or more says what it shows, and when the ledger was written last.
    pub(crate) fn clock_behind(&self, today: NaiveDate) -> Result<Option<String>> {
        // The sample has days of its own.
        let last = self.last_day_written()?.filter(|last| *last > today && !self.is_sample().unwrap_or(false));
        Ok(last.map(|last| {
            format!(
                "Đồng hồ máy đang là ngày {}, trước lần ghi sổ gần nhất ({}). Sổ vẫn nguyên. Hãy chỉnh lại ngày giờ của máy rồi mở lại chương trình.",
                day_screen(today),
                day_screen(last)
            )
        }))
    }
}
