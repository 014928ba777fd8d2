//! A real window without a screen: Xvfb, WebKitWebDriver and the program, each test its own.

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

/// How long anything may take before the test says what it was waiting for.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// A machine of its own: a home, a screen, and a folder that files are saved to.
pub(crate) struct Machine {
    home: TempDir,
    _screen: Group,
    display: String,
}

impl Machine {
    /// A new machine on which the program was never started.
    pub(crate) fn new() -> Machine {
        let home = tempfile::tempdir().expect("a temporary home");
        for folder in ["data", "config", "cache", "run", "saved"] {
            fs::create_dir(home.path().join(folder)).expect("a folder in the temporary home");
        }
        fs::create_dir(home.path().join("bin")).expect("a folder in the temporary home");
        let opened = home.path().join("opened");
        program(home.path(), "xdg-open", &format!("printf %s \"$1\" > '{}'", opened.display()));
        program(home.path(), "xdg-mime", "echo a-reader.desktop");
        let mut screen = Command::new("Xvfb");
        screen.args(["-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut screen = Group::start(screen);
        let out = screen.child.stdout.take().expect("Xvfb's standard output");
        let mut number = String::new();
        BufReader::new(out).read_line(&mut number).expect("Xvfb tells its number");
        assert!(!number.trim().is_empty(), "Xvfb did not start");
        Machine { home, _screen: screen, display: format!(":{}", number.trim()) }
    }

    /// The folder that files are saved to.
    pub(crate) fn saved(&self) -> PathBuf {
        self.home.path().join("saved")
    }

    /// What was handed to the machine's own reader.
    pub(crate) async fn opened(&self) -> PathBuf {
        let note = self.home.path().join("opened");
        let written = async {
            while fs::read_to_string(&note).unwrap_or_default().is_empty() {
                sleep(Duration::from_millis(10)).await;
            }
        };
        timeout(PATIENCE, written).await.expect("a file is opened");
        fs::read_to_string(note).expect("the note of the reader").into()
    }

    /// From now on no program of this machine reads a PDF.
    pub(crate) fn lose_the_reader(&self) {
        program(self.home.path(), "xdg-mime", "true");
    }

    /// The folder of printed copies.
    pub(crate) fn printed(&self) -> PathBuf {
        self.home.path().join("data/vn.socchc.desktop/ban-in")
    }

    /// A plan to import: the appendix of 31 tasks as an office has it. Where the shared samples are
    /// missing there is none, and the test that asks is left out.
    pub(crate) fn plan(&self) -> Option<String> {
        let plan = shared().join("samples/an-lao-plan.docx");
        if !plan.exists() {
            println!("skipped: {} is absent", plan.display());
            return None;
        }
        Some(plan.display().to_string())
    }

    /// Starts the program with more words on its command line.
    pub(crate) async fn start(&self, words: &[&str]) -> Window {
        self.start_with(words, &[]).await
    }

    /// Starts it and opens the sample's report that is being written, in September.
    pub(crate) async fn sample_report(&self) -> Window {
        let window = self.start(&["--now", "2026-09-16T09:41:00"]).await;
        window.click("[data-t=open-sample]").await;
        window.see("[data-t=progress-card]").await;
        window.press("Ctrl+6").await;
        window.click("[data-t=report-row]").await;
        window.see("[data-t=annex-new]").await;
        window
    }

    /// Starts it, opens the sample, and begins a report from its last one by the keyboard, in November.
    pub(crate) async fn report_from_last(&self) -> Window {
        let window = self.start(&["--now", "2026-11-26T09:41:00"]).await;
        window.click("[data-t=open-sample]").await;
        window.see("[data-t=progress-card]").await;
        window.press("Ctrl+6").await;
        window.see("[data-t=report-new]").await;
        window.press("Ctrl+Enter").await;
        window.see("[data-t=report-source]:checked:focus").await;
        window.press("Enter").await;
        window.see("[data-t=mark-count]").await;
        window
    }

    /// Starts it with more in its environment, such as an input method.
    pub(crate) async fn start_with(&self, words: &[&str], environment: &[(&str, &str)]) -> Window {
        assert!(Path::new(env!("CARGO_BIN_EXE_so-cchc")).exists(), "cargo builds the program before this test");
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let mut driver = Command::new("WebKitWebDriver");
        driver.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null()).env("DISPLAY", &self.display);
        for (name, folder) in
            [("HOME", ""), ("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache"), ("XDG_RUNTIME_DIR", "run")]
        {
            driver.env(name, self.home.path().join(folder));
        }
        driver.envs([("TAURI_WEBVIEW_AUTOMATION", "true"), ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"), ("NO_AT_BRIDGE", "1")]);
        driver.envs([("GSETTINGS_BACKEND", "memory"), ("LANG", "C.UTF-8")]);
        let path = std::env::var("PATH").unwrap_or_default();
        driver.env("PATH", format!("{}:{path}", self.home.path().join("bin").display()));
        driver.env_remove("DBUS_SESSION_BUS_ADDRESS").env_remove("WAYLAND_DISPLAY").env_remove("GTK_IM_MODULE");
        driver.envs(environment.iter().copied());
        let driver = Group::start(driver);
        let listening = async {
            while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
                sleep(Duration::from_millis(10)).await;
            }
        };
        timeout(PATIENCE, listening).await.expect("WebKitWebDriver listens");

        let saved = self.saved();
        let args: Vec<&str> = [&["--save-to", saved.to_str().expect("a plain path")], words].concat();
        let mut capabilities = Capabilities::new();
        capabilities.insert("webkitgtk:browserOptions".into(), json!({ "binary": env!("CARGO_BIN_EXE_so-cchc"), "args": args }));
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let address = format!("http://127.0.0.1:{port}");
        let client = builder.capabilities(capabilities).connect(&address);
        let client = timeout(PATIENCE, client).await.expect("a window in time").expect("a window");
        Window { client, driver }
    }
}

/// A program of the machine: a shell script of one line.
fn program(home: &Path, name: &str, line: &str) {
    let path = home.join("bin").join(name);
    fs::write(&path, format!("#!/bin/sh\n{line}\n")).expect("a program");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a program that can be started");
}

/// The samples and tools that developers share, where they are.
pub(crate) fn shared() -> PathBuf {
    std::env::var_os("SHARED").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"), PathBuf::from)
}

/// The program's window, and the driver that holds it.
pub(crate) struct Window {
    /// What drives the page.
    pub(crate) client: Client,
    driver: Group,
}

impl Window {
    /// Closes the window as the officer does, and waits until the program has ended.
    pub(crate) async fn close(self) {
        self.client.close().await.expect("the window closes");
        drop(self.driver);
    }
}

/// A program and whatever it started; all of it ends with this value, or when it lasts too long.
struct Group {
    child: Child,
    _watch: Sender<()>,
}

impl Group {
    fn start(mut command: Command) -> Group {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.stdin(Stdio::null()).process_group(0).spawn();
        let child = child.unwrap_or_else(|error| panic!("{name} can't be started ({error}); run ./dev test, which installs it"));
        let (watch, ended) = channel();
        let leader = child.id();
        // A driver that answers no more would hold the test for ever.
        thread::spawn(move || {
            if ended.recv_timeout(PATIENCE * 4) == Err(RecvTimeoutError::Timeout) {
                end(leader);
            }
        });
        Group { child, _watch: watch }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        end(self.child.id());
        let _ = self.child.wait();
    }
}

/// Ends a process group with the shell's own kill, which is there on every machine.
fn end(leader: u32) {
    let _ = Command::new("sh").arg("-c").arg(format!("kill -s KILL -- -{leader}")).stderr(Stdio::null()).status();
}
