//! The one ledger behind the window, and how commands come to it.

use crate::args::Args;
use crate::clock::Clock;
use crate::failure::{Answer, Failure};
use crate::turns::Turns;
use ledger::{Error, Ledger, Stamp};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The sample's folder, inside the ledger's.
const SAMPLE: &str = "mau";

/// What every command is handed.
pub(crate) struct Desk {
    shelf: Arc<Mutex<Shelf>>,
    home: PathBuf,
    clock: Clock,
    /// Numbers of the previews.
    pub(crate) turns: Turns,
    /// The file that the import screen takes instead of asking.
    pub(crate) import: Option<PathBuf>,
    /// The folder that files are saved to instead of asking.
    pub(crate) save_to: Option<PathBuf>,
}

/// A folder and, once it was opened, the ledger in it.
struct Shelf {
    folder: PathBuf,
    ledger: Option<Ledger>,
}

impl Shelf {
    /// The open ledger. The first caller opens it (lock, check, version, migrations) while the
    /// others wait for the mutex; one that could not be opened is tried again at the next call.
    fn opened(&mut self, stamp: &Stamp) -> ledger::Result<&mut Ledger> {
        if self.ledger.is_none() {
            self.ledger = Some(Ledger::open(&self.folder, stamp)?);
        }
        self.ledger.as_mut().ok_or_else(|| Error::Fault("no ledger after opening".into()))
    }
}

impl Desk {
    /// A desk on `home`, the officer's own folder; nothing is opened yet.
    pub(crate) fn new(home: PathBuf, args: Args) -> Desk {
        Desk {
            shelf: Arc::new(Mutex::new(Shelf { folder: home.clone(), ledger: None })),
            home,
            clock: Clock::new(args.now),
            turns: Turns::default(),
            import: args.import,
            save_to: args.save_to,
        }
    }

    /// The moment, the person and a seed, for one command.
    pub(crate) fn stamp(&self) -> Stamp {
        self.clock.stamp()
    }

    /// The folder that is shown now.
    pub(crate) fn folder(&self) -> PathBuf {
        locked(&self.shelf).folder.clone()
    }

    /// The sample's folder.
    pub(crate) fn sample_folder(&self) -> PathBuf {
        self.home.join(SAMPLE)
    }

    /// The officer's own folder.
    pub(crate) fn home(&self) -> &Path {
        &self.home
    }

    /// Asks the ledger something, off the window's thread.
    pub(crate) async fn read<T: Send + 'static>(&self, ask: impl FnOnce(&Ledger, &Stamp) -> ledger::Result<T> + Send + 'static) -> Answer<T> {
        self.write(move |ledger, stamp| ask(ledger, stamp)).await
    }

    /// Changes the ledger, off the window's thread; nothing but the change happens under the lock.
    pub(crate) async fn write<T: Send + 'static>(&self, act: impl FnOnce(&mut Ledger, &Stamp) -> ledger::Result<T> + Send + 'static) -> Answer<T> {
        let (shelf, stamp) = (Arc::clone(&self.shelf), self.stamp());
        work(move || act(locked(&shelf).opened(&stamp)?, &stamp)).await
    }

    /// Puts the ledger away and opens the one in `folder` instead.
    pub(crate) fn turn_to(&self, folder: PathBuf) {
        *locked(&self.shelf) = Shelf { folder, ledger: None };
    }

    /// Closes the ledger, before the program ends.
    pub(crate) fn close(&self) {
        locked(&self.shelf).ledger = None;
    }
}

/// Does slow work off the window's thread.
pub(crate) async fn work<T: Send + 'static>(job: impl FnOnce() -> ledger::Result<T> + Send + 'static) -> Answer<T> {
    match tauri::async_runtime::spawn_blocking(job).await {
        Ok(done) => done.map_err(Failure::from),
        Err(broken) => Err(Error::Fault(broken.to_string()).into()),
    }
}

/// The shelf, even after a command has panicked: what it wrote was rolled back with its transaction.
fn locked(shelf: &Mutex<Shelf>) -> MutexGuard<'_, Shelf> {
    shelf.lock().unwrap_or_else(PoisonError::into_inner)
}
