//! Opening a ledger: what is refused is refused untouched.

use ledger::{Ledger, store};
use std::fs;
use std::path::Path;
use tests::{Desk, on};

/// The whole folder as it is now: names and bytes, the lock aside.
fn picture(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(dir)
        .unwrap()
        .flatten()
        .filter(|entry| entry.path().is_file() && entry.file_name() != store::LOCK)
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

/// Opens a folder that must be refused, and looks whether anything in it changed.
fn refused(dir: &Path) -> &'static str {
    let before = picture(dir);
    let error = Ledger::open(dir, &on("2026-02-01")).expect_err("must be refused");
    assert_eq!(before, picture(dir), "{error}: refused untouched");
    assert!(error.to_string().ends_with('.'), "a sentence: {error}");
    error.code()
}

#[test]
fn a_new_folder_becomes_an_empty_ledger_and_opens_again() {
    let desk = Desk::empty().reopened(&on("2026-01-06")).unwrap();
    assert_eq!(desk.counts("2026-06-01"), "0 = 0 + 0 + 0 + 0 + 0 + 0");
}

#[test]
fn a_second_instance_is_told_where_the_first_is() {
    let desk = Desk::empty();
    assert_eq!(refused(desk.folder()), "ledger-in-use");
}

#[test]
fn a_ledger_of_a_newer_program_is_left_alone() {
    let folder = Desk::with_plan(&[("1", "Quý I")]).closed();
    let path = folder.path().join(store::DATABASE);
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.pragma_update(None, "user_version", 99).unwrap();
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(conn);
    assert_eq!(refused(folder.path()), "ledger-newer");
}

#[test]
fn a_truncated_ledger_is_left_alone() {
    let folder = Desk::with_plan(&[("1", "Quý I")]).closed();
    let path = folder.path().join(store::DATABASE);
    let bytes = fs::read(&path).unwrap();
    for keep in [50, 100, bytes.len() / 2, bytes.len() - 1] {
        fs::write(&path, &bytes[..keep]).unwrap();
        assert_eq!(refused(folder.path()), "ledger-damaged", "{keep} of {} bytes", bytes.len());
    }
}

#[test]
fn a_ledger_with_a_broken_page_is_left_alone() {
    let folder = Desk::with_plan(&[("1", "Quý I")]).closed();
    let path = folder.path().join(store::DATABASE);
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0xa5);
    fs::write(&path, &bytes).unwrap();
    assert_eq!(refused(folder.path()), "ledger-damaged");
}

#[test]
fn another_file_under_our_name_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(store::DATABASE), "Danh sách cán bộ".repeat(100)).unwrap();
    assert_eq!(refused(folder.path()), "not-a-ledger");
    let other = tempfile::tempdir().unwrap();
    let conn = rusqlite::Connection::open(other.path().join(store::DATABASE)).unwrap();
    conn.execute_batch("CREATE TABLE other (a)").unwrap();
    drop(conn);
    assert_eq!(refused(other.path()), "not-a-ledger");
}

#[test]
fn a_read_only_ledger_is_left_alone() {
    let folder = Desk::with_plan(&[("1", "Quý I")]).closed();
    let path = folder.path().join(store::DATABASE);
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).unwrap();
    assert_eq!(refused(folder.path()), "ledger-read-only");
}

#[test]
fn an_emptied_ledger_beside_its_copies_is_not_taken_for_a_new_one() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    desk.ledger.back_up(None, &on("2026-01-06")).unwrap();
    let folder = desk.closed();
    fs::write(folder.path().join(store::DATABASE), "").unwrap();
    assert_eq!(refused(folder.path()), "ledger-damaged");
}

#[test]
fn an_emptied_ledger_is_a_damaged_one_whatever_stands_beside_it() {
    let folder = Desk::with_plan(&[("1", "Quý I")]).closed();
    fs::write(folder.path().join(store::DATABASE), "").unwrap();
    assert_eq!(refused(folder.path()), "ledger-damaged");
}

#[test]
fn the_sample_is_many_changes_and_is_filled_once() {
    let mut desk = Desk::empty();
    desk.ledger.fill_sample(&on("2026-11-20")).unwrap();
    let whole = desk.ledger.log(1000).unwrap().len();
    assert!(whole > 100, "many changes, as many days had them: {whole}");
    assert_eq!(desk.ledger.fill_sample(&on("2026-11-20")).unwrap_err().code(), "not-empty");
    assert_eq!(desk.ledger.log(1000).unwrap().len(), whole);
}

/// The day's copy as the window makes it: asked for, written while the ledger is free, noted.
fn daily(desk: &mut Desk, today: &str) -> Option<ledger::view::BackupRow> {
    let copied = desk.ledger.daily_copy_job(&on(today)).unwrap()?.run().unwrap();
    Some(desk.ledger.note_copy(&copied).unwrap())
}

#[test]
fn the_daily_copy_is_made_once_a_day_and_only_after_a_change() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    assert!(daily(&mut desk, "2026-01-06").is_some(), "the first");
    assert!(daily(&mut desk, "2026-01-06").is_none(), "the same day");
    assert!(daily(&mut desk, "2026-01-07").is_none(), "nothing changed");
    desk.note("1", "done", "2026-01-08");
    let copy = daily(&mut desk, "2026-01-08").expect("after a change");
    assert!(copy.verified && Path::new(&copy.path).exists());
    let copies = ledger::backup::found_copies(desk.folder());
    let days: Vec<String> = copies.iter().map(|copy| copy.moment.to_string()).collect();
    assert_eq!(days, ["2026-01-08 09:00:00", "2026-01-06 09:00:00"], "newest first, at the officer's own hour");
    assert!(copies.iter().all(|copy| copy.verified), "{copies:?}");
}

#[test]
fn a_copy_opens_as_the_ledger_it_was() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II")]);
    desk.note("1", "done", "2026-02-01");
    let before = desk.counts("2026-12-31");
    let place = tempfile::tempdir().unwrap();
    let copy = desk.ledger.back_up(Some(place.path()), &on("2026-02-02")).unwrap();
    let other = tempfile::tempdir().unwrap();
    fs::copy(&copy.path, other.path().join(store::DATABASE)).unwrap();
    let opened = Ledger::open(other.path(), &on("2026-02-03")).unwrap();
    let counts = opened.status("2026-12-31".parse().unwrap(), None, None, ledger::Level::Above).unwrap().plan;
    assert_eq!(before, "2 = 1 + 0 + 1 + 0 + 0 + 0");
    assert_eq!((counts.total, counts.done_on_time, counts.overdue), (2, 1, 1));
}
