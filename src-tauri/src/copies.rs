//! The daily verified copy, made behind the window.

use crate::state::Desk;
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
        let _ = desk.write(|ledger, stamp| ledger.back_up_daily(stamp)).await;
        tokio::time::sleep(HOUR).await;
    }
}
