//! `cchc`: the ledger without a window, for scripts, benchmarks and tests.
//!
//! This file asks the clock and the environment; the library never does.

mod cli;

use chrono::{Local, NaiveDateTime, Timelike};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let surroundings =
        cli::Surroundings { now: now(), seed: seed(), folder: default_folder(), fonts: ledger::faces::folders(|name| std::env::var_os(name)) };
    let args: Vec<std::ffi::OsString> = std::env::args_os().skip(1).collect();
    match cli::run(args, &surroundings) {
        Ok(output) => {
            let mut out = std::io::stdout().lock();
            // A reader that went away is not our failure.
            let _ = out.write_all(output.as_bytes()).and_then(|()| out.flush());
            ExitCode::SUCCESS
        }
        Err(cli::Failure::Refused(error)) => {
            cli::say(&error.to_string());
            ExitCode::from(1)
        }
        Err(cli::Failure::Usage(what)) => {
            cli::say(&format!("{what}\n\n{}", cli::USAGE));
            ExitCode::from(2)
        }
    }
}

fn now() -> NaiveDateTime {
    let now = Local::now().naive_local();
    now.with_nanosecond(0).unwrap_or(now)
}

/// New ids need no secrecy, only to differ between ledgers: the clock's nanoseconds and the process.
fn seed() -> u64 {
    let nanos = Local::now().timestamp_nanos_opt().unwrap_or_default().unsigned_abs();
    nanos ^ u64::from(std::process::id()).rotate_left(32)
}

/// `$XDG_DATA_HOME/vn.socchc.desktop` or `%LOCALAPPDATA%\vn.socchc.desktop`, for ever.
fn default_folder() -> Option<PathBuf> {
    let var = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = if cfg!(windows) { var("LOCALAPPDATA") } else { var("XDG_DATA_HOME").or_else(|| Some(var("HOME")?.join(".local/share"))) };
    Some(base?.join("vn.socchc.desktop"))
}
