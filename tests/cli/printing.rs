//! The same report is the same file, whenever and wherever it is printed, in whatever face.

use super::Bench;
use std::path::Path;
use std::process::{Command, Output};

/// Runs `cchc` at a moment, with a home of one's own where faces are looked for.
fn at(bench: &Bench, now: &str, home: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cchc"));
    command.env("HOME", home).env("LOCALAPPDATA", home).env_remove("XDG_DATA_HOME").env("WINDIR", home);
    command.arg("--ledger").arg(bench.path("so")).args(["--now", now]).args(words).output().unwrap()
}

fn report(bench: &Bench) -> String {
    bench.done(&["demo"]);
    bench.json(&["report", "new", "--kind", "quarterly", "--period", "2026-Q3"])["id"].to_string()
}

#[test]
fn a_report_printed_later_is_the_same_bytes() {
    let bench = Bench::new();
    let id = report(&bench);
    let printed = |name: &str, now: &str| {
        let out = bench.path(name);
        let output = at(&bench, now, &bench.path(""), &["report", "pdf", &id, out.to_str().unwrap()]);
        assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        std::fs::read(out).unwrap()
    };
    let first = printed("1.pdf", "2026-11-20T09:00");
    assert!(first == printed("2.pdf", "2026-11-20T09:01") && first == printed("3.pdf", "2027-03-01T16:45"), "another moment, other bytes");
}

#[test]
fn the_charts_are_drawn_of_any_day_and_refused_without_a_plan() {
    let bench = Bench::new();
    let out = bench.path("bieu-do.pdf");
    let chart = |day: &'static str| ["plan", "chart", out.to_str().unwrap(), "--as-of", day];
    assert!(bench.refused(&chart("2026-06-30")).contains("kế hoạch"), "no plan yet");
    assert!(!out.exists(), "nothing is written");
    bench.done(&["demo"]);
    let drawn = |day| {
        bench.done(&chart(day));
        std::fs::read(&out).unwrap()
    };
    let june = drawn("2026-06-30");
    assert!(june.starts_with(b"%PDF") && june == drawn("2026-06-30") && june != drawn("2026-11-20"));
    let wrong = bench.run(&["plan", "chart", out.to_str().unwrap(), "--progress"]);
    assert_eq!(wrong.status.code(), Some(2), "an option that means nothing here");
}

#[test]
fn a_face_that_is_not_there_is_said_and_replaced() {
    let bench = Bench::new();
    let id = report(&bench);
    let out = bench.path("bc.pdf");
    let out = out.to_str().unwrap();
    let empty = bench.path("nha");
    let output = at(&bench, "2026-11-20T09:00", &empty, &["report", "pdf", &id, out, "--face", "system"]);
    assert!(output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    let here = said.is_empty();
    let lacking = "Máy này không có đủ bốn kiểu phông Times New Roman; văn bản in bằng phông Liberation Serif 2.1.5 có sẵn trong chương trình.\n";
    assert!(here || said == lacking, "{said}");
    let system = std::fs::read(out).unwrap();
    bench.done(&["report", "pdf", &id, out]);
    assert_eq!(system == std::fs::read(out).unwrap(), !here, "the built-in faces where the computer has none");

    let wrong = at(&bench, "2026-11-20T09:00", &empty, &["report", "pdf", &id, out, "--face", "Arial"]);
    assert_eq!(wrong.status.code(), Some(2));
}
