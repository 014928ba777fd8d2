//! Ledgers of every released version open, whole, in this one.

use ledger::{Ledger, store};
use std::fs;
use std::path::Path;
use tests::on;

/// A ledger as an earlier version left it: the sample commune, kept as its SQL.
pub(crate) fn of_version(number: u32) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/{number:04}.sql"));
    let conn = rusqlite::Connection::open(folder.path().join(store::DATABASE)).unwrap();
    conn.execute_batch(&fs::read_to_string(script).unwrap()).unwrap();
    folder
}

#[test]
fn a_ledger_of_each_released_version_opens_with_all_that_was_in_it() {
    for version in 1..=1 {
        let folder = of_version(version);
        let ledger = Ledger::open(folder.path(), &on("2026-11-20")).unwrap();
        let reports = ledger.report_list(on("2026-11-20").today()).unwrap().reports;
        let names: Vec<&str> = reports.iter().map(|row| row.title.as_str()).collect();
        assert_eq!(names, ["Báo cáo năm 2026", "Báo cáo quý III năm 2026"], "version {version}");
        for report in &reports {
            let view = ledger.report_view(report.id).unwrap();
            assert!(!view.sections.is_empty() && !view.head.draft_mark && view.head.bases.is_empty(), "version {version}: {}", report.title);
            assert!(!ledger.report_document(report.id).unwrap().draft);
        }
        assert!(ledger.log(10).unwrap().len() == 10, "the log goes on");
        let copies = fs::read_dir(folder.path().join("sao-luu")).unwrap().count();
        assert_eq!(copies, 1, "version {version}: a copy was made before the upgrade");
    }
}
