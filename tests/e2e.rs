//! The window from end to end: a real window, the real ledger, no screen.
#![cfg(target_os = "linux")]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test stops loudly, and says what it leaves out"
)]

#[path = "e2e/annexes.rs"]
mod annexes;
#[path = "e2e/answers.rs"]
mod answers;
#[path = "e2e/beside.rs"]
mod beside;
#[path = "e2e/cells.rs"]
mod cells;
#[path = "e2e/cited.rs"]
mod cited;
#[path = "e2e/days_off.rs"]
mod days_off;
#[path = "e2e/documents.rs"]
mod documents;
#[path = "e2e/editing.rs"]
mod editing;
#[path = "e2e/figures.rs"]
mod figures;
#[path = "e2e/issued.rs"]
mod issued;
#[path = "e2e/judge.rs"]
mod judge;
#[path = "e2e/large.rs"]
mod large;
#[path = "e2e/last.rs"]
mod last;
#[path = "e2e/notices.rs"]
mod notices;
#[path = "e2e/outlines.rs"]
mod outlines;
#[path = "e2e/page.rs"]
mod page;
#[path = "e2e/pasted.rs"]
mod pasted;
#[path = "e2e/requests.rs"]
mod requests;
#[path = "e2e/returned.rs"]
mod returned;
#[path = "e2e/rig.rs"]
mod rig;
#[path = "e2e/screens.rs"]
mod screens;
#[path = "e2e/taken_in.rs"]
mod taken_in;
#[path = "e2e/weekly.rs"]
mod weekly;

use rig::{Machine, Window};
use serde_json::Value;

/// The morning the tests take place: six days after the window of the third quarter closed.
const MORNING: &str = "2025-09-20T08:00:00";
/// Task, day it was done as typed, and the state it must show: the third is late (hạn 31/07/2025).
const DONE: [(&str, &str, &str); 3] = [("1", "28/7/2025", "done-on-time"), ("6", "10/9/2025", "done-on-time"), ("17", "5/8/2025", "done-late")];

/// The preview has drawn its first page.
const PAGES_SHOWN: &str = "document.querySelector('[data-page=\"1\"] canvas')";

/// First start: the commune, then the plan from Word.
async fn begin(window: &Window) {
    window.fill("[data-t=office-name]", "Lam Khê").await;
    window.fill("[data-t=office-province]", "Thành phố Hải Phòng").await;
    window.click("[data-t=create-ledger]").await;
    window.click("[data-t=import-open]").await;
    window.reads("body", "Đọc được 31 nhiệm vụ, 7 nhóm").await;
    window.click("[data-t=import-keep]").await;
    window.reads("[data-t=filter-all]", "Tất cả 31").await;
}

/// Notes that a task is done.
async fn note_done(window: &Window, tt: &str, day: &str, state: &str) {
    let row = format!("[data-t=task-row][data-tt=\"{tt}\"]");
    window.bring_into_view(&row).await;
    window.click(&format!("{row} [data-cell=\"1\"]")).await;
    window.reads("[data-t=drawer]", &format!("TT {tt} ·")).await;
    window.click("[data-t=state-done]").await;
    window.fill("[data-t=progress-day]", day).await;
    window.click("[data-t=progress-keep]").await;
    window.see(&format!("{row}[data-state={state}]")).await;
}

#[tokio::test]
async fn from_the_first_start_to_a_report_that_counts_three_tasks_done() {
    let machine = Machine::new();
    let Some(plan) = machine.plan() else { return };
    let words = ["--now", MORNING, "--import", &plan];
    let window = machine.start(&words).await;
    begin(&window).await;
    for (tt, day, state) in DONE {
        note_done(&window, tt, day, state).await;
    }
    window.reads("[data-t=filter-done]", "Xong 3").await;

    window.click("[data-t=nav-report]").await;
    window.reads("[data-t=report-new]", "quý III năm 2025").await;
    window.click("[data-t=report-new]").await;
    window.click("[data-t=report-create]").await;
    window.until(PAGES_SHOWN).await;
    window.click("[data-t=report-save-pdf]").await;
    window.reads("[data-t=status]", "Đã lưu vào").await;
    let saved = machine.saved().join("BC_CCHC_QuyIII_2025.pdf");
    judge::reads(&saved, "31 nhiệm vụ; đã hoàn thành 03 nhiệm vụ (trong đó 01 nhiệm vụ hoàn thành nhưng quá hạn)");
    judge::by_the_decree(&saved);

    // A report that was left and is opened again shows its pages again.
    window.click("[data-t=report-leave]").await;
    window.click("[data-t=report-row]").await;
    window.until(PAGES_SHOWN).await;
    window.close().await;

    // The power may have gone: the driver ends the program without a word of warning.
    let window = machine.start(&words).await;
    window.click("[data-t=nav-plan]").await;
    window.reads("[data-t=filter-all]", "Tất cả 31").await;
    window.reads("[data-t=filter-done]", "Xong 3").await;
    window.close().await;
}

#[tokio::test]
async fn the_same_way_with_the_keyboard_alone() {
    let machine = Machine::new();
    let Some(plan) = machine.plan() else { return };
    let window = machine.start(&["--now", MORNING, "--import", &plan]).await;
    window.see("[data-t=office-name]:focus").await;
    window.type_in("Lam Khê").await;
    window.press("Tab").await;
    window.type_in("Thành phố Hải Phòng").await;
    window.press("Enter").await;
    window.see("[data-t=import-open]").await;
    window.press("Ctrl+Enter").await;
    window.reads("body", "Đọc được 31 nhiệm vụ").await;
    window.press("Ctrl+Enter").await;
    window.see("[data-t=task-row]").await;
    // Without marks and from anywhere: the words find the row, Enter goes to it.
    window.press("Ctrl+f").await;
    window.type_in("co cau to chuc cua cac co quan").await;
    window.see("[data-t=task-row][data-tt=\"17\"]").await;
    window.press("Enter").await;
    window.press("Ctrl+g").await;
    window.see("[data-t=state-done]:focus").await;
    window.press("Enter").await;
    window.see("[data-t=progress-day]:focus").await;
    window.press("Ctrl+a").await;
    window.type_in("5/8/2025").await;
    window.press("Ctrl+Enter").await;
    window.see("[data-t=task-row][data-tt=\"17\"][data-state=done-late]").await;
    window.press("Escape").await;
    window.press("Ctrl+z").await;
    window.see("[data-t=task-row][data-tt=\"17\"][data-state=overdue]").await;
    window.press("Ctrl+y").await;
    window.see("[data-t=task-row][data-tt=\"17\"][data-state=done-late]").await;
    window.press("Ctrl+6").await;
    window.see("[data-t=report-new]").await;
    window.press("Ctrl+Enter").await;
    window.tab_to("[data-t=report-create]").await;
    window.press("Enter").await;
    window.until(PAGES_SHOWN).await;
    // Ctrl+P hands the page to the machine's own reader, without asking where to.
    window.press("Ctrl+p").await;
    window.reads("[data-t=status]", "Đã mở bản in").await;
    let printed = machine.printed().join("BC_CCHC_QuyIII_2025.pdf");
    judge::reads(&printed, "31 nhiệm vụ; đã hoàn thành 01 nhiệm vụ");
    assert_eq!(machine.opened().await, printed);
    window.close().await;
}

/// What the print-only container of the page holds: width and height of each picture.
const SHEETS: &str = "return [...document.querySelectorAll('.print-sheets img')].map(one => [one.naturalWidth, one.naturalHeight])";

#[tokio::test]
async fn pages_are_printed_with_a_reader_and_without() {
    let machine = Machine::new();
    let window = machine.start(&["--now", "2026-11-20T09:41:00"]).await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    let copies = machine.printed().parent().expect("the ledger's folder").join("mau/ban-in");

    // The appendix, from its own screen, with and without its progress.
    window.press("Ctrl+2").await;
    window.see("[data-t=task-row]").await;
    for (entry, name) in [("plan-print-plain", "KH_CCHC_2026.pdf"), ("plan-print-progress", "PL_TienDo_CCHC_2026.pdf")] {
        window.press("Ctrl+p").await;
        window.click(&format!("[data-t={entry}]")).await;
        window.reads("[data-t=status]", name).await;
        judge::reads(&copies.join(name), "SỐ LIỆU MẪU");
    }
    judge::does_not_read(&copies.join("KH_CCHC_2026.pdf"), "Kết quả, tiến độ");
    judge::reads(&copies.join("PL_TienDo_CCHC_2026.pdf"), "Kết quả, tiến độ");

    // No reader: the sentence says where the copy is, and the other way is open.
    machine.lose_the_reader();
    window.press("Ctrl+6").await;
    window.see("[data-t=report-row]").await;
    window.press("Ctrl+p").await;
    window.reads("[data-t=refusal]", "chưa có trình đọc PDF").await;
    window.reads("[data-t=refusal]", "ban-in/BC_CCHC").await;
    window.click("[data-t=report-row]").await;
    window.until(PAGES_SHOWN).await;
    let pages = window.client.execute("return document.querySelectorAll('[data-page]').length", vec![]).await.expect("a number");
    // The machine's own dialog can't be driven: it is noted that it was asked for.
    window.client.execute("window.print = () => { window.asked = (window.asked ?? 0) + 1 }", vec![]).await.expect("a dialog in its place");
    window.click("[data-t=report-print-more]").await;
    window.click("[data-t=report-print-here]").await;
    window.reads("[data-t=status]", "điểm một inch").await;
    window.until("window.asked === 1").await;
    let sheets = window.client.execute(SHEETS, vec![]).await.expect("the sheets");
    let sheets = sheets.as_array().expect("a list");
    assert_eq!(Value::from(sheets.len()), pages, "every page is printed");
    for sheet in sheets {
        // 210 mm × 297 mm at 200 or 300 to the inch; the landscape appendix lies turned.
        let (wide, high) = (sheet[0].as_f64().unwrap_or_default(), sheet[1].as_f64().unwrap_or_default());
        assert!((1650.0..2490.0).contains(&wide) && (high / wide - 297.0 / 210.0).abs() < 0.01, "{sheet} is not upright A4");
    }
    window.close().await;
}

/// How many tasks a part of a bar says it is.
const PARTS: &str = "const part = document.querySelector(arguments[0]); return part && Number(part.title.split(' ')[0])";

#[tokio::test]
async fn the_charts_open_their_rows_and_are_printed() {
    let machine = Machine::new();
    let window = machine.start(&["--now", "2026-11-20T09:41:00"]).await;
    window.click("[data-t=open-sample]").await;
    // A part of a bar by field and one by unit, then a number: each opens just its rows.
    for opened in ["[data-t=chart]:first-of-type [data-state=in-progress]", "[data-t=chart]:last-of-type [data-state=overdue]"] {
        window.press("Ctrl+1").await;
        window.see(opened).await;
        let count = window.client.execute(PARTS, vec![opened.into()]).await.expect("a part").as_u64().expect("so many tasks");
        assert!(count > 0);
        window.click(opened).await;
        window.reads("[data-t=applied]", &format!("Từ thống kê: {count} nhiệm vụ")).await;
        window.until(&format!("document.querySelectorAll('[data-t=task-row]').length === {count}")).await;
    }
    window.press("Ctrl+1").await;
    window.click("[data-t=chart-table]").await;
    window.reads("[data-t=statistics-table]", "Cả kế hoạch 32").await;

    window.press("Ctrl+p").await;
    window.click("[data-t=chart-save-pdf]").await;
    window.reads("[data-t=status]", "BD_TienDo_CCHC_20112026.pdf").await;
    judge::reads(&machine.saved().join("BD_TienDo_CCHC_20112026.pdf"), "BIỂU ĐỒ TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH");
    window.click("[data-t=chart-print]").await;
    window.click("[data-t=chart-save-docx]").await;
    window.reads("[data-t=status]", "BD_TienDo_CCHC_20112026.docx").await;

    // The statistics of the plan print what they show: another scope, other charts.
    window.press("Ctrl+2").await;
    window.see("[data-t=task-row]").await;
    window.press("Ctrl+Shift+T").await;
    window.click("[data-t=scope-due-within]").await;
    window.click("dialog [data-t=chart-print]").await;
    window.click("[data-t=chart-print-reader]").await;
    window.reads("[data-t=status]", "Đã mở bản in").await;
    let copy = machine.printed().parent().expect("the ledger's folder").join("mau/ban-in/BD_TienDo_CCHC_20112026.pdf");
    judge::reads(&copy, "nhiệm vụ đến hạn từ ngày 01/01/2026 đến ngày 20/11/2026");
    assert_eq!(machine.opened().await, copy);
    window.close().await;
}

#[tokio::test]
async fn a_ledger_that_is_open_elsewhere_is_refused_until_it_is_free() {
    let machine = Machine::new();
    let first = machine.start(&[]).await;
    first.fill("[data-t=office-name]", "Lam Khê").await;
    first.click("[data-t=create-ledger]").await;
    first.see("[data-t=nav-plan]").await;
    let second = machine.start(&[]).await;
    second.reads("[data-t=refused]", "Sổ đang mở ở một cửa sổ khác").await;
    first.close().await;
    // The first one's process may end a moment after its window.
    second.until("document.querySelector('[data-t=nav-plan]') ?? (document.querySelector('[data-t=start-again]')?.click(), false)").await;
    second.see("[data-t=nav-plan]").await;
    second.close().await;
}

#[tokio::test]
async fn the_page_reaches_its_own_commands_and_nothing_else() {
    let machine = Machine::new();
    let window = machine.start(&[]).await;
    for (command, reached) in [
        ("start", true),
        ("plugin:dialog|open", false),
        ("plugin:event|listen", false),
        ("plugin:window|close", false),
        ("plugin:opener|open_path", false),
        ("plugin:window-state|filename", false),
        ("no_such_command", false),
    ] {
        let script = format!(
            "const done = arguments[0];
            window.__TAURI_INTERNALS__.invoke('{command}', {{}}).then(() => done('reached'), error => done(String(error)))"
        );
        let answer = window.client.execute_async(&script, vec![]).await.expect("an answer");
        let words = answer.as_str().unwrap_or_default();
        assert_eq!(words == "reached", reached, "{command}: {words}");
        assert!(reached || words.contains("not allowed"), "{command}: {words}");
    }
    for (what, script) in [
        ("eval", "try { return new Function('return 1')() === 1 } catch { return false }"),
        ("a changed prototype", "Object.prototype.polluted = 1; return ({}).polluted === 1"),
    ] {
        let answer = window.client.execute(script, vec![]).await.expect("an answer");
        assert_eq!(answer, Value::Bool(false), "{what} is closed to the page");
    }
    window.close().await;
}
