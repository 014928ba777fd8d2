//! The same papers for other programs: our ledger, Typst, HTML and Word, one folder each.
//!
//! `cargo bench --bench peers -- FOLDER` writes them and prints what our own layout takes in process;
//! `tests/bench/peers.py` then runs each program as a whole process.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a bench stops loudly and prints")]

#[path = "peers/html.rs"]
mod html;
#[path = "peers/papers.rs"]
mod papers;
#[path = "peers/typst.rs"]
mod typst;

use ledger::view::ReportKind;
use ledger::{Ledger, typeset, word};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

fn main() {
    let folder = std::env::args().skip(1).find(|word| !word.starts_with("--")).map_or_else(|| std::env::temp_dir().join("giay"), PathBuf::from);
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/fonts").canonicalize().expect("the fonts");
    println!("{:<22} {:>7} {:>9} {:>11} {:>11} {:>11}", "trong tiến trình", "trang", "KB", "ít nhất", "giữa", "nhiều nhất");
    for (name, document) in papers::all() {
        let place = folder.join(name);
        fs::create_dir_all(&place).expect("a folder");
        let mut ledger = Ledger::open(&place.join("so"), &papers::stamp()).expect("a ledger");
        let report = ledger.keep_paper(&document, ReportKind::Free, "2026", &papers::stamp()).expect("kept").thing.unwrap_or_default();
        fs::write(place.join("so/report"), report.to_string()).expect("written");
        fs::write(place.join("giay.typ"), typst::of(&document)).expect("written");
        fs::write(place.join("giay.html"), html::of(&document, &fonts)).expect("written");
        fs::write(place.join("giay.docx"), word::docx(&document).expect("a Word file")).expect("written");

        let pdf = typeset::pdf(&document).expect("a PDF");
        let pages = lopdf::Document::load_mem(&pdf).map_or(0, |file| file.get_pages().len());
        let runs = if pages > 100 { 5 } else { 30 };
        let mut times: Vec<Duration> = (0..runs).map(|_| timed(|| drop(typeset::pdf(&document)))).collect();
        times.sort();
        let ms = |at: usize| times.get(at).map_or(0.0, Duration::as_secs_f64) * 1000.0;
        println!("{name:<22} {pages:>7} {:>9} {:>8.2} ms {:>8.2} ms {:>8.2} ms", pdf.len() / 1024, ms(0), ms(runs / 2), ms(runs - 1));
        let layout = (0..runs).map(|_| timed(|| drop(typeset::pages(&document)))).min().unwrap_or_default();
        println!("{:<22} {:>39.2} ms layout alone, the rest is writing", "", layout.as_secs_f64() * 1000.0);
    }
}

fn timed(action: impl FnOnce()) -> Duration {
    let start = Instant::now();
    action();
    start.elapsed()
}
