//! A desktop that shows notifications, in miniature: a bus of its own and whoever listens on it.

use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::{sleep, timeout};
use zbus::zvariant::OwnedValue;
use zbus::{Connection, interface};

use crate::rig::PATIENCE;

const PLACE: &str = "/org/freedesktop/Notifications";
const NAME: &str = "org.freedesktop.Notifications";
/// The number the desktop gives every notification.
const NUMBER: u32 = 7;

/// The bus, and what was told on it.
pub(crate) struct Desktop {
    /// For `DBUS_SESSION_BUS_ADDRESS`.
    pub(crate) address: String,
    bus: Child,
    connection: Connection,
    told: Receiver<String>,
}

struct Shown(Mutex<Sender<String>>);

#[interface(name = "org.freedesktop.Notifications")]
impl Shown {
    #[allow(clippy::too_many_arguments, reason = "as the desktops agreed on it")]
    fn notify(
        &self,
        _program: String,
        _replaces: u32,
        _icon: String,
        summary: String,
        body: String,
        _actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _expires: i32,
    ) -> u32 {
        let _ = self.0.lock().unwrap_or_else(PoisonError::into_inner).send(format!("{summary}: {body}"));
        NUMBER
    }
}

impl Desktop {
    /// A desktop on a bus of its own; `None`, and a line that says so, where no bus is installed.
    pub(crate) async fn new() -> Option<Desktop> {
        let started =
            Command::new("dbus-daemon").args(["--session", "--nofork", "--print-address"]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let Ok(mut bus) = started else {
            println!("skipped: dbus-daemon is absent");
            return None;
        };
        let mut address = String::new();
        BufReader::new(bus.stdout.take().expect("its standard output")).read_line(&mut address).expect("its address");
        let address = address.trim().to_owned();
        let (sender, told) = channel();
        let shown = Shown(Mutex::new(sender));
        let built = zbus::connection::Builder::address(address.as_str()).and_then(|one| one.name(NAME)).and_then(|one| one.serve_at(PLACE, shown));
        let connection = built.expect("a connection").build().await.expect("a desktop");
        Some(Desktop { address, bus, connection, told })
    }

    /// Waits for the next notification.
    pub(crate) async fn told(&self) -> String {
        let come = async {
            loop {
                match self.told.try_recv() {
                    Ok(words) => return words,
                    Err(TryRecvError::Empty) => sleep(Duration::from_millis(10)).await,
                    Err(TryRecvError::Disconnected) => panic!("the desktop is gone"),
                }
            }
        };
        timeout(PATIENCE, come).await.expect("a notification")
    }

    /// True while nothing more was told.
    pub(crate) fn is_quiet(&self) -> bool {
        self.told.try_recv().is_err()
    }

    /// Clicks on the notification.
    pub(crate) async fn click(&self) {
        self.connection.emit_signal(None::<&str>, PLACE, NAME, "ActionInvoked", &(NUMBER, "default")).await.expect("a signal");
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        let _ = self.bus.kill();
        let _ = self.bus.wait();
    }
}
