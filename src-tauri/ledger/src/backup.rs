//! Copies: before every upgrade, one a day, and on demand; each is opened again and read.

use crate::view::{BackupRow, Id};
use crate::{Ledger, Problem, Result, Stamp, store};
use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{Connection, OptionalExtension, params};
use std::fs;
use std::path::{Path, PathBuf};

/// Where copies go unless another place was chosen; inside the ledger's folder.
pub const FOLDER: &str = "sao-luu";
/// Daily copies that are kept; older ones thin out to one a month.
const DAILY: usize = 30;

/// A copy to be made: plain data, so that the window can let go of the ledger while it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyJob {
    ledger: PathBuf,
    path: PathBuf,
    with_files: bool,
    moment: NaiveDateTime,
}

/// A copy that was made and read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    job: CopyJob,
    change: Id,
}

impl CopyJob {
    /// Writes the copy and reads it back, over a connection of its own.
    ///
    /// Errors: the place can't be written; the copy can't be read.
    pub fn run(self) -> Result<Copied> {
        let conn = store::open_beside(&self.ledger)?;
        let change = copy(&conn, &self.path)?;
        if let (true, Some(folder)) = (self.with_files, self.path.parent()) {
            copy_files(&self.ledger.join("files"), &folder.join("files"))?;
        }
        Ok(Copied { job: self, change })
    }
}

impl Ledger {
    /// Makes a copy now and reads it back. `to` is a folder; `None`: the ledger's own.
    pub fn back_up(&mut self, to: Option<&Path>, stamp: &Stamp) -> Result<BackupRow> {
        let copied = self.copy_job(to, stamp).run()?;
        self.note_copy(&copied)
    }

    /// What [`Ledger::back_up`] would do, to be run without the ledger.
    pub fn copy_job(&self, to: Option<&Path>, stamp: &Stamp) -> CopyJob {
        let folder = to.map_or_else(|| self.dir.join(FOLDER), Path::to_owned);
        CopyJob { ledger: self.dir.clone(), path: folder.join(name_at(stamp.moment)), with_files: to.is_some(), moment: stamp.moment }
    }

    /// The day's copy, due when something was kept since the last one and none was made today.
    pub fn daily_copy_job(&self, stamp: &Stamp) -> Result<Option<CopyJob>> {
        let last: Option<(NaiveDateTime, Id)> = self
            .conn
            .query_row("SELECT moment, change FROM backup_log WHERE verified = 1 ORDER BY id DESC LIMIT 1", [], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let newest: Id = self.conn.query_row("SELECT coalesce(max(id), 0) FROM change", [], |row| row.get(0))?;
        let due = match last {
            None => newest > 0,
            Some((moment, change)) => newest > change && moment.date() < stamp.today(),
        };
        Ok(due.then(|| self.copy_job(None, stamp)))
    }

    /// Notes a copy that was made, and thins the daily ones in the ledger's own folder.
    pub fn note_copy(&mut self, copied: &Copied) -> Result<BackupRow> {
        let Copied { job, change } = copied;
        let path = job.path.display().to_string();
        self.conn.execute("INSERT INTO backup_log (moment, path, change, verified) VALUES (?1, ?2, ?3, 1)", params![job.moment, path, change])?;
        if !job.with_files {
            thin(&self.dir.join(FOLDER));
        }
        Ok(BackupRow { moment: job.moment, path, verified: true })
    }

    /// The copies that were made, newest first.
    pub(crate) fn backups(&self, most: u32) -> Result<Vec<BackupRow>> {
        let mut query = self.conn.prepare_cached("SELECT moment, path, verified FROM backup_log ORDER BY id DESC LIMIT ?1")?;
        let rows = query.query_map([most], |row| Ok(BackupRow { moment: row.get(0)?, path: row.get(1)?, verified: row.get(2)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// The files the ledger refers to; they never change, so only missing ones are copied.
fn copy_files(from: &Path, to: &Path) -> Result<()> {
    let Ok(entries) = fs::read_dir(from) else { return Ok(()) };
    fs::create_dir_all(to).map_err(|_| Problem::CannotWrite(to.display().to_string()))?;
    for entry in entries.flatten() {
        let target = to.join(entry.file_name());
        if !target.exists() {
            fs::copy(entry.path(), &target).map_err(|_| Problem::CannotWrite(target.display().to_string()))?;
        }
    }
    Ok(())
}

/// The copy before an upgrade; a failure here stops the upgrade.
pub(crate) fn before_upgrade(conn: &Connection, dir: &Path, version: u32, stamp: &Stamp) -> Result<()> {
    let name = format!("truoc-nang-cap-{version}-{}", name_at(stamp.moment));
    copy(conn, &dir.join(FOLDER).join(name)).map(|_| ())
}

/// Copies found in a folder's own place for copies, newest first, whatever the database says.
pub fn found_copies(dir: &Path) -> Vec<BackupRow> {
    let mut rows: Vec<BackupRow> = copies_in(&dir.join(FOLDER))
        .into_iter()
        .map(|(path, moment)| BackupRow { moment, verified: store::verify_copy(&path).is_ok(), path: path.display().to_string() })
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.moment));
    rows
}

fn name_at(moment: NaiveDateTime) -> String {
    format!("so-cchc-{}.db", moment.format("%Y-%m-%d-%H%M%S"))
}

/// Writes a whole, compact copy beside its place, reads it back, and only then gives it its name.
fn copy(conn: &Connection, path: &Path) -> Result<Id> {
    let refuse = || Problem::CannotWrite(path.display().to_string());
    let folder = path.parent().ok_or_else(refuse)?;
    fs::create_dir_all(folder).map_err(|_| refuse())?;
    let part = path.with_extension("part");
    let _ = fs::remove_file(&part);
    let made = conn.execute("VACUUM INTO ?1", [part.display().to_string()]).map_err(|_| refuse().into()).and_then(|_| store::verify_copy(&part));
    match made {
        Ok(change) => {
            fs::File::open(&part).and_then(|file| file.sync_all()).and_then(|()| fs::rename(&part, path)).map_err(|_| refuse())?;
            Ok(change)
        }
        Err(error) => {
            let _ = fs::remove_file(&part);
            Err(error)
        }
    }
}

fn copies_in(folder: &Path) -> Vec<(PathBuf, NaiveDateTime)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.flatten().filter_map(|entry| moment_of(&entry.file_name().to_string_lossy()).map(|moment| (entry.path(), moment))).collect()
}

/// The moment in the name of a daily copy; other files are none of ours.
fn moment_of(name: &str) -> Option<NaiveDateTime> {
    let stem = name.strip_prefix("so-cchc-")?.strip_suffix(".db")?;
    NaiveDateTime::parse_from_str(stem, "%Y-%m-%d-%H%M%S").ok()
}

/// Removes daily copies past their time; copies before an upgrade are never touched.
fn thin(folder: &Path) {
    let copies = copies_in(folder);
    let days: Vec<NaiveDate> = copies.iter().map(|(_, moment)| moment.date()).collect();
    let keep = kept(&days);
    for (path, moment) in copies {
        if !keep.contains(&moment.date()) {
            let _ = fs::remove_file(path);
        }
    }
}

/// The days whose copies stay: the newest thirty, and the first of each month before them.
fn kept(days: &[NaiveDate]) -> Vec<NaiveDate> {
    let mut days = days.to_vec();
    days.sort();
    days.dedup();
    let split = days.len().saturating_sub(DAILY);
    let (old, new) = days.split_at(split);
    let mut keep = new.to_vec();
    let month = |day: &NaiveDate| day.format("%Y-%m").to_string();
    let mut last = String::new();
    for day in old {
        if month(day) != last {
            last = month(day);
            keep.push(*day);
        }
    }
    keep
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;

    #[test]
    fn thirty_days_stay_and_then_one_a_month() {
        let first = NaiveDate::from_ymd_opt(2026, 1, 10).unwrap();
        let days: Vec<NaiveDate> = (0..100).filter_map(|n| first.checked_add_days(Days::new(n))).collect();
        let keep = kept(&days);
        assert_eq!(keep.len(), 33);
        assert!(days[70..].iter().all(|day| keep.contains(day)), "the newest thirty");
        for month in ["2026-01-10", "2026-02-01", "2026-03-01"] {
            assert!(keep.iter().any(|day| day.to_string() == month), "{month}");
        }
        assert_eq!(kept(&days[..30]).len(), 30, "nothing goes while there are few");
    }

    #[test]
    fn the_copy_before_an_upgrade_is_whole_and_says_its_version() {
        let dir = tempfile::tempdir().unwrap();
        let moment = NaiveDate::from_ymd_opt(2026, 1, 10).unwrap().and_hms_opt(9, 41, 0).unwrap();
        let stamp = Stamp { moment, person: "Lan".into(), seed: 7 };
        let ledger = Ledger::open(dir.path(), &stamp).unwrap();
        before_upgrade(&ledger.conn, dir.path(), 1, &stamp).unwrap();
        let copy = dir.path().join(FOLDER).join("truoc-nang-cap-1-so-cchc-2026-01-10-094100.db");
        assert_eq!(store::verify_copy(&copy).unwrap(), 0, "opened and read: no change yet");
        let blocked = dir.path().join("khong-ghi-duoc");
        fs::write(&blocked, "").unwrap();
        assert_eq!(before_upgrade(&ledger.conn, &blocked, 1, &stamp).unwrap_err().code(), "cannot-write", "no copy, no upgrade");
    }

    #[test]
    fn only_our_own_names_are_thinned() {
        assert!(moment_of("so-cchc-2026-11-20-094100.db").is_some());
        for other in ["truoc-nang-cap-1-so-cchc-2026-11-20-094100.db", "so-cchc.db", "so-cchc-2026-13-40-000000.db", "ảnh.png"] {
            assert!(moment_of(other).is_none(), "{other}");
        }
    }
}
