//! What is refused, what is a wrong call, and that neither changes anything.

use super::{Bench, shared};
use ledger::word::docx_of;
use ledger::{Ledger, Stamp};
use std::fs;

#[test]
fn a_wrong_call_is_exit_2_and_does_nothing() {
    let bench = Bench::new();
    for words in [
        vec![],
        vec!["kế-hoạch"],
        vec!["plan", "import"],
        vec!["status"],
        vec!["status", "--as-of"],
        vec!["status", "--as-of", "2026-01-01", "--level", "middle"],
        vec!["demo", "--json", "--percent", "3"],
        vec!["report", "new", "--kind", "monthly", "--period", "2026-Q3"],
        vec!["deadline", "Quý I"],
        vec!["demo", "--wrong"],
    ] {
        let output = bench.run(&words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("Cách dùng"), "{words:?}");
    }
    assert!(!bench.path("so").join("so-cchc.db").exists() || bench.json(&["plan", "show"]).as_array().unwrap().is_empty());
}

#[test]
fn files_that_are_no_plan_are_refused_one_sentence_each() {
    let bench = Bench::new();
    let write = |name: &str, bytes: &[u8]| {
        fs::write(bench.path(name), bytes).unwrap();
        bench.path(name).to_str().unwrap().to_owned()
    };
    let big = write("to.docx", b"");
    fs::File::options().write(true).open(&big).unwrap().set_len(50 * 1024 * 1024).unwrap();
    for (file, part) in [
        (write("rong.docx", b""), "rỗng"),
        (write("chu.docx", "Kế hoạch".as_bytes()), "không phải là tệp Word"),
        (write("cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "Word"),
        (big, "50 MB"),
        (bench.path("khong-co.docx").to_str().unwrap().to_owned(), "Không đọc được"),
    ] {
        let said = bench.refused(&["plan", "import", &file]);
        assert!(said.contains(part), "{file}: {said}");
    }
    assert!(bench.json(&["plan", "show"]).as_array().unwrap().is_empty());
}

#[test]
fn days_that_do_not_exist_change_nothing() {
    let bench = Bench::new();
    bench.done(&["demo"]);
    let before = bench.json(&["status", "--as-of", "2026-11-20"]);
    for day in ["31/02/2026", "28/72025", "2026-02-30", "hôm kìa"] {
        let said = bench.refused(&["progress", "add", "1", "--state", "done", "--on", day]);
        assert!(said.contains(day), "{said}");
    }
    assert!(bench.refused(&["progress", "add", "999", "--state", "done", "--on", "2026-11-01"]).contains("999"));
    assert!(bench.refused(&["progress", "add", "1", "--state", "xong", "--on", "2026-11-01"]).contains("xong"));
    assert!(bench.refused(&["report", "new", "--kind", "annual", "--period", "2026-Q3"]).contains("2026-Q3"));
    assert!(bench.refused(&["report", "pdf", "77", bench.path("x.pdf").to_str().unwrap()]).contains("báo cáo"));
    assert_eq!(bench.json(&["status", "--as-of", "2026-11-20"]), before);
}

#[test]
fn a_target_that_cannot_be_written_leaves_what_was_there() {
    let bench = Bench::new();
    bench.done(&["demo"]);
    let id = bench.json(&["report", "new", "--kind", "quarterly", "--period", "2026-Q1"])["id"].to_string();
    for out in [bench.path("khong-co/bc.pdf"), bench.path(".")] {
        let said = bench.refused(&["report", "pdf", &id, out.to_str().unwrap()]);
        assert!(said.contains("Không ghi được"), "{said}");
    }
    let folder = bench.path("bc.pdf");
    fs::create_dir(&folder).unwrap();
    bench.refused(&["report", "pdf", &id, folder.to_str().unwrap()]);
    assert!(folder.is_dir());
    let parts: Vec<String> =
        fs::read_dir(bench.folder.path()).unwrap().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert!(!parts.iter().any(|name| name.ends_with(".part")), "{parts:?}");
}

/// The system refuses to let a file grow, as a full disk does.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_file_that_was_there() {
    let bench = Bench::new();
    bench.done(&["demo"]);
    let id = bench.json(&["report", "new", "--kind", "quarterly", "--period", "2026-Q1"])["id"].to_string();
    let (out, so) = (bench.path("bc.pdf"), bench.path("so"));
    fs::write(&out, "bản cũ").unwrap();
    // Room enough for the ledger to open (its shared memory is 32 KB), not for the PDF.
    let script = "trap '' XFSZ; ulimit -f 36; exec \"$@\"";
    let words = ["--ledger", so.to_str().unwrap(), "--now", "2026-11-20T09:00", "report", "pdf", &id, out.to_str().unwrap()];
    let run = std::process::Command::new("bash").args(["-c", script, "bash", env!("CARGO_BIN_EXE_cchc")]).args(words).output().unwrap();
    let said = String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(1), "{said}");
    assert!(said.contains("Không ghi được"), "{said}");
    assert_eq!(fs::read_to_string(&out).unwrap(), "bản cũ");
    bench.done(&["report", "pdf", &id, out.to_str().unwrap()]);
    assert!(fs::read(&out).unwrap().starts_with(b"%PDF"), "with room again it is written");
    let left = fs::read_dir(bench.folder.path()).unwrap().flatten().filter(|entry| entry.file_name().to_string_lossy().ends_with(".part")).count();
    assert_eq!(left, 0);
}

#[test]
fn a_ledger_open_elsewhere_is_exit_1() {
    let bench = Bench::new();
    bench.done(&["demo"]);
    let lock = fs::File::options().write(true).open(bench.path("so").join("so-cchc.lock")).unwrap();
    lock.lock().unwrap();
    assert!(bench.refused(&["status", "--as-of", "2026-11-20"]).contains("đang mở"));
}

#[test]
fn two_rows_with_one_number_are_both_named() {
    let Some(docx) = shared("samples/an-lao-plan.docx") else { return };
    let bench = Bench::new();
    bench.done(&["plan", "import", docx.to_str().unwrap()]);
    let said = bench.refused(&["progress", "add", "22", "--state", "done", "--on", "2025-09-01"]);
    assert!(said.contains("TT 22"), "{said}");
    let said = bench.refused(&["progress", "add", "1", "--state", "done", "--on", "2024-09-01"]);
    assert!(said.contains("01/09/2024"), "{said}");
}

#[test]
fn a_file_that_may_be_of_another_report_is_taken_only_by_who_is_sure() {
    let bench = Bench::new();
    bench.done(&["demo"]);
    let new = |kind: &str, period: &str| bench.json(&["report", "new", "--kind", kind, "--period", period])["id"].to_string();
    let (own, other) = (new("quarterly", "2026-Q3"), new("annual", "2026"));
    let file = bench.path("sua.docx").to_str().unwrap().to_owned();
    // As a program saves it that knows neither our controls nor our properties.
    {
        let stamp = Stamp { moment: "2026-11-20T09:00:00".parse().unwrap(), person: "Lan".into(), seed: 7 };
        let ledger = Ledger::open(&bench.path("so"), &stamp).unwrap();
        let mut paper = ledger.report_document(other.parse().unwrap()).unwrap();
        for block in paper.body.iter_mut().chain(paper.appendices.iter_mut().flat_map(|appendix| &mut appendix.body)) {
            *block = block.clone().with_id(String::new());
        }
        fs::write(&file, docx_of(&paper, None).unwrap()).unwrap();
    }
    bench.done(&["report", "docx", &own, bench.path("gui.docx").to_str().unwrap()]);
    let log = |bench: &Bench| fs::read(bench.path("so").join("so-cchc.db")).unwrap().len();
    let before = log(&bench);
    let said = bench.refused(&["report", "take-back", &own, &file]);
    assert!(said.contains("năm 2026") && said.contains("--sure"), "{said}");
    assert_eq!(log(&bench), before, "nothing was written");
    assert!(bench.done(&["report", "take-back", &own, &file, "--dry-run"]).contains("chỗ"), "it may be looked at");
    bench.done(&["report", "take-back", &own, &file, "--sure"]);
}
