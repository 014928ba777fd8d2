//! The released scripts, in order. A script that was released is never edited: a test holds its hash.

use crate::Result;
use rusqlite::Connection;

/// The scripts, oldest first; a ledger of version n has run the first n of them.
const SCRIPTS: [&str; 16] = [
    include_str!("../../migrations/0001_first.sql"),
    include_str!("../../migrations/0002_paper.sql"),
    include_str!("../../migrations/0003_signing.sql"),
    include_str!("../../migrations/0004_workbench.sql"),
    include_str!("../../migrations/0005_speed.sql"),
    include_str!("../../migrations/0006_office.sql"),
    include_str!("../../migrations/0007_days_off.sql"),
    include_str!("../../migrations/0009_outlines.sql"),
    include_str!("../../migrations/0010_sent.sql"),
    include_str!("../../migrations/0011_figures.sql"),
    include_str!("../../migrations/0012_figure_units.sql"),
    include_str!("../../migrations/0013_carried.sql"),
    include_str!("../../migrations/0014_issued.sql"),
    include_str!("../../migrations/0015_requests.sql"),
    include_str!("../../migrations/0016_figure_notes.sql"),
    include_str!("../../migrations/0017_returned.sql"),
];

/// The version this program writes.
#[allow(clippy::cast_possible_truncation, reason = "there will never be four billion scripts")]
pub(crate) const VERSION: u32 = SCRIPTS.len() as u32;

/// Runs all pending scripts in one transaction.
pub(super) fn run(conn: &mut Connection, from: u32, application: u32) -> Result<()> {
    let tx = conn.transaction()?;
    for script in SCRIPTS.iter().skip(from as usize) {
        tx.execute_batch(script)?;
    }
    tx.pragma_update(None, "application_id", application)?;
    tx.pragma_update(None, "user_version", VERSION)?;
    tx.commit()?;
    // The header must carry both at once: the next opening reads it before SQLite does.
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}
