//! The daily verified copy, made behind the window.

use crate::failure::Answer;
use crate::state::{Desk, work};
use ledger::view::BackupRow;
use std::time::Duration;
use tauri::{AppHandle, Manager};

/// How often it is asked whether today's copy is there.
const HOUR: Duration = Duration::from_secs(60 * 60);

/// Opens the ledger at once, so that it is ready when the page asks, then makes today's copy when
/// it is missing, and looks again every hour for as long as the program runs.
pub(crate) async fn watch(app: AppHandle) {
    loop {
        let desk = app.state::<Desk>();
        // A refusal (no ledger yet, disk full) is shown by the screens that ask; the next hour tries again.
        let _ = today(&desk).await;
        tokio::time::sleep(HOUR).await;
    }
}

/// Makes today's copy when it is due. The ledger is free for other work while it is written.
async fn today(desk: &Desk) -> Answer<()> {
    let Some(job) = desk.read(|ledger, stamp| ledger.daily_copy_job(stamp)).await? else { return Ok(()) };
    let copied = work(move || job.run()).await?;
    desk.write(move |ledger, _| ledger.note_copy(&copied)).await.map(drop)
}

/// Makes a copy now.
pub(crate) async fn now(desk: &Desk) -> Answer<BackupRow> {
    let job = desk.read(|ledger, stamp| Ok(ledger.copy_job(None, stamp))).await?;
    let copied = work(move || job.run()).await?;
    desk.write(move |ledger, _| ledger.note_copy(&copied)).await
}
