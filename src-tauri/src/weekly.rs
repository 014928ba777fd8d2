//! Nhắc hằng tuần: one notification of the system a week, for whoever wants it. Off until then.
//!
//! The choice belongs to this machine, so it lies beside what the page remembers, not in the ledger.
//! Whatever fails here (no notifications on this machine, no room, a ledger that can't be opened) is
//! left alone: the next hour tries again, and nobody is disturbed.

use crate::failure::Answer;
use crate::state::Desk;
use crate::window;
use chrono::{NaiveDate, Weekday};
use ledger::view::WeeklyForm;
use ledger::{weekly, write_whole};
use notify_rust::{Notification, NotificationResponse};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;
use tauri::{AppHandle, Manager};

/// How often it is asked whether the week's digest was shown.
const HOUR: Duration = Duration::from_secs(60 * 60);

/// The choice and the day of the last showing.
pub(crate) struct Weekly {
    path: PathBuf,
    kept: Mutex<Kept>,
    /// A notification is on its way; a second one would say the same.
    telling: AtomicBool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    /// 1 is Monday, 7 is Sunday; nothing: it is off.
    weekday: Option<u8>,
    shown: Option<NaiveDate>,
}

impl Weekly {
    /// Reads what was kept; where it can't be read, the digest is off.
    pub(crate) fn read(path: PathBuf) -> Weekly {
        let kept = fs::read(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        Weekly { path, kept: Mutex::new(kept), telling: AtomicBool::new(false) }
    }

    /// What the settings show.
    pub(crate) fn form(&self) -> WeeklyForm {
        WeeklyForm { weekday: self.kept().weekday }
    }

    /// Keeps the choice.
    pub(crate) fn choose(&self, form: WeeklyForm) -> ledger::Result<()> {
        self.keep(|kept| kept.weekday = form.weekday.filter(|&number| weekday(number).is_some()))
    }

    fn is_due(&self, today: NaiveDate) -> bool {
        let kept = *self.kept();
        kept.weekday.and_then(weekday).is_some_and(|day| weekly::is_due(day, kept.shown, today))
    }

    fn keep(&self, change: impl FnOnce(&mut Kept)) -> ledger::Result<()> {
        let mut kept = self.kept();
        let mut next = *kept;
        change(&mut next);
        if let Some(folder) = self.path.parent() {
            // Where it can't be made, the file can't be written, and that is told.
            let _ = fs::create_dir_all(folder);
        }
        write_whole(&self.path, &serde_json::to_vec(&next).unwrap_or_default())?;
        // Only now: what was refused is not in force either.
        *kept = next;
        Ok(())
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn weekday(number: u8) -> Option<Weekday> {
    Weekday::try_from(number.checked_sub(1)?).ok()
}

/// Looks at the start and then every hour, for as long as the program runs.
pub(crate) async fn watch(app: AppHandle) {
    loop {
        let _ = look(&app).await;
        tokio::time::sleep(HOUR).await;
    }
}

/// Tells the week's digest when it is due and there is something to tell; never of the sample.
pub(crate) async fn look(app: &AppHandle) -> Answer<()> {
    let (desk, weekly) = (app.state::<Desk>(), app.state::<Weekly>());
    let today = desk.stamp().today();
    if !weekly.is_due(today) || desk.folder() == desk.sample_folder() {
        return Ok(());
    }
    let Some(sentence) = desk.read(move |ledger, _| ledger.weekly_digest(today)).await? else { return Ok(()) };
    if !weekly.telling.swap(true, Ordering::SeqCst) {
        let app = app.clone();
        // A thread of its own: it waits for the click, and whoever shows notifications may be slow to answer.
        thread::spawn(move || tell(&app, &sentence, today));
    }
    Ok(())
}

fn tell(app: &AppHandle, sentence: &str, today: NaiveDate) {
    let shown = notification(app, sentence).show();
    let weekly = app.state::<Weekly>();
    if shown.is_ok() {
        // Not kept: the same sentence comes once more at the next start, which is bearable.
        let _ = weekly.keep(|kept| kept.shown = Some(today));
    }
    weekly.telling.store(false, Ordering::SeqCst);
    let Ok(shown) = shown else { return };
    let _ = shown.wait_for_response(|answer: &NotificationResponse| {
        if matches!(answer, NotificationResponse::Default | NotificationResponse::Action(_)) {
            window::show_overview(app);
        }
    });
}

fn notification(app: &AppHandle, sentence: &str) -> Notification {
    let mut notification = Notification::new();
    notification.appname("Sổ CCHC").summary("Sổ CCHC: việc cần xem tuần này").body(sentence);
    // On Linux a click on the notification itself is an action that must be offered; elsewhere it would be a button.
    #[cfg(target_os = "linux")]
    notification.action("default", "Mở Tổng quan").icon("so-cchc");
    // Windows shows it under the name of the program that was installed with this identifier.
    #[cfg(windows)]
    notification.app_id(&app.config().identifier);
    #[cfg(not(windows))]
    let _ = app;
    notification
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn it_is_off_until_it_is_wanted_and_the_choice_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("window/weekly.json");
        let weekly = Weekly::read(path.clone());
        assert_eq!(weekly.form(), WeeklyForm { weekday: None });
        assert!(!weekly.is_due(day("2026-11-26")), "off");
        weekly.choose(WeeklyForm { weekday: Some(4) }).unwrap();
        assert!(weekly.is_due(day("2026-11-26")), "a Thursday");
        weekly.keep(|kept| kept.shown = Some(day("2026-11-26"))).unwrap();

        let weekly = Weekly::read(path.clone());
        assert_eq!(weekly.form(), WeeklyForm { weekday: Some(4) });
        assert!(!weekly.is_due(day("2026-12-02")), "shown this week, also after a new start");
        assert!(weekly.is_due(day("2026-12-03")), "the next Thursday");
        weekly.choose(WeeklyForm { weekday: None }).unwrap();
        assert!(!Weekly::read(path).is_due(day("2026-12-03")), "off again");
    }

    #[test]
    fn a_choice_that_can_t_be_written_is_not_in_force() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("window"), "a file where the folder should be").unwrap();
        let weekly = Weekly::read(folder.path().join("window/weekly.json"));
        assert!(weekly.choose(WeeklyForm { weekday: Some(4) }).is_err());
        assert_eq!(weekly.form(), WeeklyForm { weekday: None });
    }

    #[test]
    fn what_can_t_be_read_or_is_no_weekday_is_off() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("weekly.json");
        fs::write(&path, "{\"weekday\":").unwrap();
        assert_eq!(Weekly::read(path.clone()).form(), WeeklyForm { weekday: None });
        for number in [0, 8, 255] {
            let weekly = Weekly::read(path.clone());
            weekly.choose(WeeklyForm { weekday: Some(number) }).unwrap();
            assert_eq!(weekly.form(), WeeklyForm { weekday: None }, "{number} is no weekday");
        }
    }
}
