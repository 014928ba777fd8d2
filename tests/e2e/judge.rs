//! What others say of a file the window saved.

use std::path::Path;
use std::process::Command;

/// True when a judge that is absent may be left out: `.ci/run` demands all of them.
fn may_be_absent(what: &str) -> bool {
    assert!(std::env::var("JUDGES").as_deref() != Ok("all"), "{what} is absent, and every judge is demanded");
    println!("skipped: {what} is absent");
    true
}

/// What another reader reads in the PDF (pdftotext); `None` when it is absent.
fn text(pdf: &Path) -> Option<String> {
    let Ok(read) = Command::new("pdftotext").arg("-q").arg(pdf).arg("-").output() else {
        assert!(may_be_absent("pdftotext"));
        return None;
    };
    assert!(read.status.success(), "{} is no PDF", pdf.display());
    Some(String::from_utf8_lossy(&read.stdout).split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The PDF says these words, as another reader reads it.
pub(crate) fn reads(pdf: &Path, words: &str) {
    let Some(text) = text(pdf) else { return };
    assert!(text.contains(words), "{} does not say “{words}”; it says:\n{text}", pdf.display());
}

/// The PDF does not say these words.
pub(crate) fn does_not_read(pdf: &Path, words: &str) {
    let Some(text) = text(pdf) else { return };
    assert!(!text.contains(words), "{} says “{words}”", pdf.display());
}

/// The PDF keeps every rule of the decree (nd30, which measures the page).
pub(crate) fn by_the_decree(pdf: &Path) {
    let shared = crate::rig::shared().join("tools/nd30.py");
    let python = std::env::var("JUDGE_PYTHON").unwrap_or_else(|_| "python3".into());
    let able = Command::new(&python).args(["-c", "import pymupdf"]).output().is_ok_and(|done| done.status.success());
    if !shared.exists() || !able {
        assert!(may_be_absent("nd30"));
        return;
    }
    let said = Command::new(&python).arg(&shared).arg(pdf).args(["--kind", "BC"]).output().expect("nd30 runs");
    assert!(said.status.success(), "{}:\n{}", pdf.display(), String::from_utf8_lossy(&said.stdout));
}
