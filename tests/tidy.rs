//! The house rules that a machine can hold.

use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// The hash of each released migration. A released one is never edited: add another.
const MIGRATIONS: [(&str, &str); 16] = [
    ("0001_first.sql", "8506daab3219f86a1728d9e8b3b19eb40ebce1130ef6c612da48bb1674f822e5"),
    ("0002_paper.sql", "d4ae0b4e7301d9e04e1be43c2b8621fa8ee5b6cbccdc8d9529cf4a0f77e24a1e"),
    ("0003_signing.sql", "18a7319d4639b35a802cbe9f8515b05fc2cc5c612b6fa50b7482598dfad90123"),
    ("0004_workbench.sql", "a2c46d92dc6eb1a61a3b948fa7ba138b03fce0b23f3904ddf732c51f62a84ba7"),
    ("0005_speed.sql", "47d787707fc0fd4a6f9806f7cac0a132f2849b4e20a1a1b3732c041b185e1ec6"),
    ("0006_office.sql", "a38cb769b6ed1f1e9f6d65536be923c07eacb5b37187d6c97cffce0ceacbd295"),
    ("0007_days_off.sql", "1ac2cfd3c722734e3e101f00b821b595401b1c31ea4555cbd17477fb81496a7c"),
    ("0009_outlines.sql", "f9f7f7a10c9796b5b0e04a0c8c3064a6ef57d58b2c971eddc2f71cf0af7afdb0"),
    ("0010_sent.sql", "b83a71dc37903bd79cf2c57eb029f0a71a7cedac8f5e276cd47416515024362e"),
    ("0011_figures.sql", "4a0c419665de1fa47bc7897b520941deeb1620e875e1e49db6edd7003272f464"),
    ("0012_figure_units.sql", "0b01cefa213021167155a5ffa7ba133c6c2e4e66c8c201f73291c9e22bb434f1"),
    ("0013_carried.sql", "e754390289b30b33b38bf44fa7a64daad7603b18f2900ce9f7ade0fc15fb7b50"),
    ("0014_issued.sql", "ccd0371fa3b3238a8504c5378edd8eb75ead2ad4b031cd35f925d33a13c0720f"),
    ("0015_requests.sql", "7c786b72f38eb065be930b27b8e75b89cdbf90b275e2c6e3889f0ea444bdfaa8"),
    ("0016_figure_notes.sql", "3052771c45f8f3e4fa3eeb7c45a2fc34bceae217fe4ece0413774f02c4cef3b4"),
    ("0017_returned.sql", "7d872c53315bf50e75997a10edad5bac555757d24da0331bc1041d14b3370d7e"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every file below a folder with one of the endings, with its path from the root and its text.
fn sources(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(&dir).unwrap_or_else(|error| panic!("{}: {error}", dir.display())).flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["node_modules", "dist", "target", "bindings", "gen"].contains(&name.as_str()) {
                    open.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let shown = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                found.push((shown, fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "nothing below {folder}: this test would hold nothing");
    found
}

/// The files that say one of the words, apart from those allowed to.
fn sayers(files: &[(String, String)], words: &[&str], allowed: &[&str]) -> Vec<String> {
    let says = |text: &str| words.iter().any(|word| text.contains(word));
    files.iter().filter(|(path, text)| says(text) && !allowed.iter().any(|one| path.ends_with(one))).map(|(path, _)| path.clone()).collect()
}

#[test]
fn the_ledger_never_names_tauri_or_the_clock() {
    let files = sources("src-tauri/ledger/src", &[".rs"]);
    assert_eq!(sayers(&files, &["tauri::", "Local::now", "Utc::now", "SystemTime::now", "Instant::now"], &["src/main.rs"]), [""; 0]);
    assert_eq!(sayers(&files, &["std::net", "TcpStream"], &[]), [""; 0]);
    assert_eq!(sayers(&files, &["unsafe {", "unsafe fn"], &[]), [""; 0]);
}

#[test]
fn one_file_names_the_pdf_writer_and_one_the_face_parser() {
    let files = sources("src-tauri/ledger/src", &[".rs"]);
    assert_eq!(sayers(&files, &["printpdf::"], &["typeset/pdf/write.rs"]), [""; 0]);
    assert_eq!(sayers(&files, &["ttf_parser::"], &["typeset/font/face.rs"]), [""; 0]);
}

#[test]
fn only_the_page_s_api_invokes() {
    let files = sources("ui/src", &[".ts", ".svelte"]);
    assert_eq!(sayers(&files, &["invoke(", "invoke<", "@tauri-apps/api"], &["ui/src/api.ts"]), [""; 0]);
}

#[test]
fn layout_sees_documents_and_nothing_else() {
    let files = sources("src-tauri/ledger/src/typeset", &[".rs"]);
    assert_eq!(sayers(&files, &["crate::plan", "crate::report", "crate::progress", "crate::office", "rusqlite", "std::fs"], &[]), [""; 0]);
}

#[test]
fn released_migrations_are_never_edited() {
    let folder = root().join("src-tauri/ledger/migrations");
    let mut names: Vec<String> = fs::read_dir(&folder).unwrap().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    assert_eq!(names, MIGRATIONS.map(|(name, _)| name.to_owned()));
    for (name, released) in MIGRATIONS {
        let text = fs::read_to_string(folder.join(name)).unwrap().replace("\r\n", "\n");
        let hash: String = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hash, released, "{name}");
    }
}

#[test]
fn nothing_is_left_open_in_the_code() {
    let mut files = sources("src-tauri", &[".rs", ".sql", ".json", ".toml"]);
    files.extend(sources("ui/src", &[".ts", ".svelte", ".css"]));
    let marks = [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["#[ig", "nore"].concat(), [".sk", "ip("].concat() + "'"];
    let marks: Vec<&str> = marks.iter().map(String::as_str).collect();
    assert_eq!(sayers(&files, &marks, &[]), [""; 0]);
}

#[test]
fn the_map_names_every_room_and_stays_short() {
    let map = fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    assert!(map.lines().count() <= 150);
    for (path, _) in sources("src-tauri/ledger/src", &[".rs"]) {
        let inside = path.trim_start_matches("src-tauri/ledger/src/");
        if let Some(room) = inside.strip_suffix(".rs").filter(|name| !name.contains('/') && !["lib", "stamp"].contains(name)) {
            assert!(map.contains(&format!("{room}.rs")) || map.contains(&format!("{room}/")), "{room} is not on the map");
        }
    }
}
