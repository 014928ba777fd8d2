//! Programs that are not ours: asked if they are here, skipped with a line if not.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs a judge: whether it was content, and what it said. `None`: it is not here.
pub fn asked(judge: &Path, args: &[&str]) -> Option<(bool, String)> {
    let output = Command::new(judge).args(args).env("PYTHONIOENCODING", "utf-8").output().ok()?;
    Some((output.status.success(), format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))))
}

/// Says that a judge is not here; stops where `JUDGES=all` demands it.
pub fn skipped(what: &str) {
    assert!(std::env::var("JUDGES").as_deref() != Ok("all"), "{what} is demanded and not here");
    eprintln!("skipped: {what} is not here");
}

/// A Python that has a module of `tests/judges.txt`.
pub fn python(module: &str) -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join(".venv/bin/python");
    let choices = std::env::var_os("JUDGE_PYTHON").map(PathBuf::from).into_iter().chain([own, PathBuf::from("python3")]);
    choices.into_iter().find(|python| asked(python, &["-c", &format!("import {module}")]).is_some_and(|(works, _)| works))
}

/// A file beside the workspace, such as `seeds` or `tools/nd30.py`; `None` when it is not here.
pub fn shared(name: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let path = std::env::var_os("SHARED").map_or_else(beside, PathBuf::from).join(name);
    path.exists().then_some(path)
}
