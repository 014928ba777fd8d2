//! The command line's contract: JSON as promised, exit codes, nothing half done.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "a test stops loudly")]

#[path = "cli/contract.rs"]
mod contract;
#[path = "cli/figures.rs"]
mod figures;
#[path = "cli/printing.rs"]
mod printing;
#[path = "cli/refusals.rs"]
mod refusals;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A folder for a ledger and for files, gone at the end.
struct Bench {
    folder: TempDir,
}

impl Bench {
    fn new() -> Bench {
        Bench { folder: TempDir::new().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs `cchc --ledger … --now 2026-11-20T09:00` with the given words.
    fn run(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cchc"));
        command.arg("--ledger").arg(self.path("so")).args(["--now", "2026-11-20T09:00"]).args(words);
        command.output().unwrap()
    }

    /// Runs a call that must succeed; its standard output.
    fn done(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// The same with `--json`.
    fn json(&self, words: &[&str]) -> Value {
        let all: Vec<&str> = words.iter().copied().chain(["--json"]).collect();
        serde_json::from_str(&self.done(&all)).unwrap()
    }

    /// Runs a call that must be refused: exit 1, one sentence, nothing on standard output.
    fn refused(&self, words: &[&str]) -> String {
        let output = self.run(words);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{words:?}: {said}");
        assert!(output.stdout.is_empty(), "{words:?}");
        assert_eq!(said.lines().count(), 1, "{words:?}: {said}");
        said.trim().to_owned()
    }
}

/// A file of the shared material, or `None` with one printed line.
fn shared(what: &str) -> Option<PathBuf> {
    let root = std::env::var_os("SHARED").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let path = root.join(what);
    if !path.exists() {
        eprintln!("skipped: {} is not here", path.display());
        return None;
    }
    Some(path)
}
