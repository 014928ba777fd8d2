//! How long a typed letter takes until the page shows it: printed by `./dev bench`, never judged.
//!
//! A hand types into the middle of a report of twenty pages, a key every 120 ms, resting now and then
//! so that the text is kept meanwhile. From each key to the frame after the changed page was drawn.
#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout, reason = "a bench stops loudly and prints")]

#[allow(dead_code, reason = "the tests use all of it")]
#[path = "page.rs"]
mod page;
#[allow(dead_code, reason = "the tests use all of it")]
#[path = "rig.rs"]
mod rig;

use chrono::NaiveDate;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use ledger::paper::{Block, Inline};
use ledger::view::{Id, NewReport, ReportKind};
use ledger::{Ledger, Stamp, typeset};
use rig::{Machine, Window};
use std::path::Path;
use std::time::Duration;

const PAGES: usize = 20;
/// A key and the next one, of a hand that types 500 letters a minute.
const PACE: Duration = Duration::from_millis(120);
/// Long enough that the text is kept.
const REST: Duration = Duration::from_millis(1500);
/// Typed five times, with a rest after each.
const WORDS: &str = "tiếp tục rà soát các thủ tục còn vướng mắc, ";

/// Notes each key and the first frame that shows it. Letters come one by one, so the page that shows
/// the n-th change after the two first ones shows the n-th key.
const PROBE: &str = "
    const preview = document.querySelector('[data-t=preview]');
    const changed = [...preview.querySelectorAll('[data-page]')].filter(page => page.querySelector('canvas')?.dataset.edit === '2');
    const target = changed[0].dataset.page;
    const probe = window.probe = { target, keys: [], took: [] };
    document.addEventListener('keydown', event => { if (event.key.length === 1) probe.keys.push(performance.now()); }, true);
    new MutationObserver(seen => {
        for (const { target: sheet, addedNodes } of seen) {
            const shows = Number(addedNodes[0]?.dataset?.edit ?? 0) - 2;
            if (sheet.dataset?.page !== target || shows <= probe.took.length) continue;
            requestAnimationFrame(() => {
                const after = new MessageChannel();
                after.port1.onmessage = () => {
                    const now = performance.now();
                    while (probe.took.length < Math.min(shows, probe.keys.length)) probe.took.push(now - probe.keys[probe.took.length]);
                };
                after.port2.postMessage(0);
            });
        }
    }).observe(preview, { subtree: true, childList: true });
    return target";

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (report, section) = long_report(folder.path());
    let machine = Machine::new();
    let window = machine.start(&["--now", "2026-09-20T09:00:00", "--ledger", folder.path().to_str().expect("a plain path")]).await;
    window.click("[data-t=nav-report]").await;
    window.click(&format!("[data-t=report-row][data-id=\"{report}\"]")).await;
    window.until("document.querySelector('[data-page=\"1\"] canvas')").await;
    window.click(&format!("[data-t=outline-entry][data-section=\"{section}\"]")).await;
    window.click(&format!("[data-t=section-editor][data-section=\"{section}\"] p:nth-of-type(2)")).await;
    // After the first letter the pages around are drawn; the second one tells which page it stands on.
    for (letter, edit) in [("x", 1), ("y", 2)] {
        window.type_in(letter).await;
        window.until(&format!("document.querySelector('canvas[data-edit=\"{edit}\"]')")).await;
        tokio::time::sleep(REST).await;
    }
    let page = window.client.execute(PROBE, vec![]).await.expect("the probe is laid");
    for _ in 0..5 {
        type_at_a_hand_s_pace(&window, WORDS).await;
    }
    let answer = window.client.execute("return probe", vec![]).await.expect("an answer");
    let mut took: Vec<f64> = answer["took"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect();
    took.sort_by(f64::total_cmp);
    let at = |share: f64| took.get(((took.len().max(1) - 1) as f64 * share).round() as usize).copied().unwrap_or(f64::NAN);
    println!(
        "{:<46} {:>10} {:>10} {:>10}",
        format!("gõ phím → trang {} của {PAGES} ({} phím)", page.as_str().unwrap_or_default(), took.len()),
        format!("{:.0} ms", at(0.5)),
        format!("{:.0} ms", at(0.95)),
        format!("{:.0} ms", at(1.0))
    );
    let keys = answer["keys"].as_array().map_or(0, Vec::len);
    assert_eq!(took.len(), keys, "every key is seen on the page in the end");
    window.close().await;
}

async fn type_at_a_hand_s_pace(window: &Window, words: &str) {
    let keys = words.chars().fold(KeyActions::new("keys".into()), |keys, letter| {
        keys.then(KeyAction::Down { value: letter }).then(KeyAction::Up { value: letter }).then(KeyAction::Pause { duration: PACE })
    });
    window.client.perform_actions(keys).await.expect("the keys are pressed");
    tokio::time::sleep(REST).await;
}

/// A ledger with the sample's plan and a report of twenty pages; answers the
/// report and the section in its middle.
fn long_report(folder: &Path) -> (Id, String) {
    let stamp = Stamp { moment: day(2026, 9, 15).and_hms_opt(9, 0, 0).unwrap_or_default(), person: "Lan".into(), seed: 7 };
    let mut ledger = Ledger::open(folder, &stamp).expect("a ledger");
    ledger.fill_sample(&stamp).expect("the sample");
    let draft =
        NewReport { kind: ReportKind::Quarterly, period: "2026-Q3".into(), from: None, to: None, as_of: None, appendix: true, statistics: false };
    let report = ledger.new_report(&draft, &stamp).expect("a report").thing.expect("its id");
    let view = ledger.report_view(report).expect("its sections");
    let keys: Vec<String> = view.sections.into_iter().filter(|section| section.writable && section.level > 0).map(|section| section.key).collect();
    let mut paragraphs = 2;
    while typeset::pages(&ledger.report_document(report).expect("a document")).expect("pages").len() < PAGES {
        for key in &keys {
            ledger.keep_section(report, key, text(key, paragraphs), &stamp).expect("kept");
            if typeset::pages(&ledger.report_document(report).expect("a document")).expect("pages").len() >= PAGES {
                break;
            }
        }
        paragraphs += 1;
    }
    (report, keys[keys.len() / 2].clone())
}

fn text(key: &str, paragraphs: usize) -> Vec<Block> {
    let sentence = "Ủy ban nhân dân xã đã rà soát, công khai đầy đủ thủ tục hành chính tại bộ phận một cửa và trên cổng dịch vụ công; \
                    các phòng, đơn vị phân công người theo dõi, nhắc việc trước hạn và báo cáo kết quả vào thứ Sáu hằng tuần. ";
    (0..paragraphs).map(|nth| Block::Para { id: format!("{key}-{nth}"), text: vec![Inline::words(sentence.repeat(2 + nth % 2).trim())] }).collect()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}
