//! The window from end to end: a real window, the real ledger, no screen.
#![cfg(target_os = "linux")]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test stops loudly, and says what it leaves out"
)]

#[path = "e2e/judge.rs"]
mod judge;
#[path = "e2e/large.rs"]
mod large;
#[path = "e2e/notices.rs"]
mod notices;
#[path = "e2e/page.rs"]
mod page;
#[path = "e2e/rig.rs"]
mod rig;

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
    window.press("Ctrl+5").await;
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
    window.press("Ctrl+5").await;
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

/// Pictures of what the window shows, light and dark.
async fn pictures(window: &Window, name: &str) {
    for theme in ["dark", "light"] {
        // Colours would glide from one theme to the other, and the picture be taken half way.
        let script = "const still = new CSSStyleSheet();
            still.replaceSync('* { transition: none !important }');
            document.adoptedStyleSheets = [still];
            document.documentElement.dataset.theme = arguments[0];
            return `${innerWidth}x${innerHeight}`";
        let size = window.client.execute(script, vec![theme.into()]).await.expect("the page takes its theme");
        window.picture(&format!("{name}-{}-{theme}", size.as_str().unwrap_or_default())).await;
    }
}

/// Registers two documents; the second is the product of a task of the sample.
async fn register(window: &Window) {
    for (kind, number, day, subject) in [
        ("Công văn", "45/UBND-VHXH", "10/11/2026", "V/v tăng cường sử dụng dịch vụ công trực tuyến"),
        ("Báo cáo", "112/BC-UBND", "16/11/2026", "Kết quả kiểm tra công tác cải cách hành chính tại các phòng, đơn vị"),
    ] {
        window.press("Ctrl+n").await;
        window.fill("[data-t=document-kind]", kind).await;
        window.fill("[data-t=document-number]", number).await;
        window.fill("[data-t=document-day]", day).await;
        window.fill("[data-t=document-subject]", subject).await;
        window.click("[data-t=document-keep]").await;
        window.reads("[data-t=register]", number).await;
    }
}

#[tokio::test]
async fn a_document_is_registered_and_cited_where_progress_is_noted() {
    let machine = Machine::new();
    let window = machine.start(&["--now", "2026-11-20T09:41:00"]).await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    window.press("Ctrl+4").await;
    register(&window).await;
    // In the drawer of a task: typed without marks, chosen by keyboard; the day is the document's.
    window.press("Ctrl+2").await;
    window.click("[data-t=task-row] [data-cell=\"1\"]").await;
    window.click("[data-t=state-done]").await;
    window.click("[data-t=progress-documents]").await;
    window.type_in("truc tuyen").await;
    window.reads("[data-t=document-option]", "45/UBND-VHXH").await;
    window.press("Enter").await;
    window.until("document.querySelector('[data-t=progress-day]').value === '10/11/2026'").await;
    window.click("[data-t=progress-keep]").await;
    window.reads("[data-t=history]", "tài liệu kiểm chứng: Công văn số 45/UBND-VHXH ngày 10/11/2026").await;
    // The register knows where it stands, and leads back.
    window.press("Ctrl+4").await;
    window.reads("[data-t=register]", "TT 1").await;
    window.close().await;
}

#[tokio::test]
async fn an_assigned_task_is_added_done_and_counted() {
    let machine = Machine::new();
    let window = machine.start(&["--now", "2026-11-20T09:41:00"]).await;
    window.fill("[data-t=office-name]", "Lam Khê").await;
    window.click("[data-t=create-ledger]").await;
    window.see("[data-t=nav-plan]").await;
    window.press("Ctrl+3").await;
    window.click("[data-t=assigned-new]").await;
    window.fill("[data-t=assigned-content]", "Báo cáo kết quả rà soát thủ tục hành chính").await;
    window.fill("[data-t=assigned-giver]", "UBND thành phố").await;
    window.fill("[data-t=assigned-given]", "02/11/2026").await;
    window.fill("[data-t=assigned-deadline]", "Trước ngày 15/11").await;
    window.reads("[data-t=assigned-meaning]", "14/11/2026").await;
    window.click("[data-t=assigned-keep]").await;
    window.see("[data-t=assigned-row][data-state=overdue]").await;
    window.press("Ctrl+g").await;
    window.fill("[data-t=progress-day]", "13/11/2026").await;
    window.press("Ctrl+Enter").await;
    window.see("[data-t=assigned-row][data-state=done-on-time]").await;
    window.reads("[data-t=sum-done-on-time]", "1").await;
    window.reads("[data-t=assigned-sentence]", "01 nhiệm vụ (có thời hạn 01 nhiệm vụ, không có thời hạn 0 nhiệm vụ)").await;
    window.press("Escape").await;
    window.press("Ctrl+z").await;
    window.see("[data-t=assigned-row][data-state=overdue]").await;
    window.close().await;
}

/// Cells are copied, pasted, filled down and taken back as in Excel, with the machine's own clipboard.
#[tokio::test]
async fn blocks_of_cells_go_by_the_clipboard() {
    let machine = Machine::new();
    let window = machine.start(&["--now", "2026-11-20T09:41:00"]).await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    window.press("Ctrl+2").await;
    let cell = |tt: &str, col: u8| format!("[data-t=task-row][data-tt=\"{tt}\"] [data-cell=\"{col}\"]");
    let words = window.see(&cell("4", 2)).await.text().await.expect("a unit");
    window.click(&cell("4", 2)).await;
    window.press("Escape").await;
    window.press("Shift+Right").await;
    window.press("Ctrl+c").await;
    window.click(&cell("1", 2)).await;
    window.press("Escape").await;
    window.press("Ctrl+v").await;
    window.reads(&cell("1", 2), &words).await;
    window.press("Shift+Down").await;
    window.press("Ctrl+d").await;
    window.reads(&cell("2", 2), &words).await;
    window.press("Delete").await;
    window.until(&format!("document.querySelector('{}').innerText.trim() === ''", cell("2", 2))).await;
    for _ in 0..3 {
        window.press("Ctrl+z").await;
    }
    window.until(&format!("!document.querySelector('{}').innerText.includes('{words}')", cell("1", 2))).await;
    // Another order for looking, and the paper's again.
    window.click("[data-t=sort-deadline_text]").await;
    window.until("document.querySelector('[data-t=group-row]') === null").await;
    window.click("[data-t=paper-order]").await;
    window.see("[data-t=group-row]").await;
    window.close().await;
}

/// The names of what has the focus and of the cell around it, as a screen reader tells them.
const SPOKEN: &str = "const field = document.activeElement;
    const cell = field.closest('[role=gridcell]');
    return [field.getAttribute('aria-label'), cell?.getAttribute('aria-label') ?? '', cell?.closest('[role=grid]')?.getAttribute('aria-label') ?? '']";

/// GTK's own input method composes as IBus and fcitx do: it must see the very first key of a cell.
#[tokio::test]
async fn the_first_key_in_a_cell_reaches_the_input_method() {
    let machine = Machine::new();
    let window = machine.start_with(&["--now", "2026-11-20T09:41:00"], &[("GTK_IM_MODULE", "viqr")]).await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    window.press("Ctrl+2").await;
    let cell = |col: u8| format!("[data-t=task-row][data-tt=\"4\"] [data-cell=\"{col}\"]");
    let was = window.see(&cell(2)).await.text().await.expect("a unit");
    window.click(&cell(2)).await;
    window.press("Escape").await;
    window.see(&format!("{} [data-waits]:focus", cell(2))).await;
    let spoken = window.client.execute(SPOKEN, vec![]).await.expect("names");
    for name in spoken.as_array().into_iter().flatten().take(2) {
        assert_eq!(name.as_str().unwrap_or_default(), format!("Cơ quan chủ trì: {was}"), "the cell is told with its words");
    }
    assert_eq!(spoken[2], "Phụ lục kế hoạch");

    // Waiting, the field takes no key that is the grid's: arrows, and undo is the ledger's.
    window.press("Right").await;
    window.see(&format!("{} [data-waits]:focus", cell(3))).await;
    window.press("Left").await;
    window.see(&format!("{} [data-waits]:focus", cell(2))).await;
    for key in ["d", "d", "o", "^", "i", "Enter"] {
        window.press(key).await;
    }
    window.until(&format!("document.querySelector('{}').innerText.trim() === 'đôi'", cell(2))).await;
    window.press("Up").await;
    window.press("Ctrl+z").await;
    window.reads(&cell(2), &was).await;

    // Escape drops what was typed, F2 takes the words as they stand.
    window.click(&cell(2)).await;
    window.press("x").await;
    window.see(&format!("{} [data-t=cell-editor]:focus", cell(2))).await;
    window.press("Escape").await;
    window.see(&format!("{} [data-waits]:focus", cell(2))).await;
    window.reads(&cell(2), &was).await;
    window.press("F2").await;
    window.until(&format!("document.querySelector('{} [data-t=cell-editor]').value === {}", cell(2), serde_json::json!(was))).await;
    window.press("End").await;
    window.type_in(" x").await;
    window.press("Tab").await;
    window.reads(&cell(2), &format!("{was} x")).await;
    window.see(&format!("{} [data-t=cell-editor]:focus", cell(3))).await;
    window.close().await;
}

/// What Excel puts on the clipboard, pasted where no plan is yet.
const PASTE: &str = "
    const data = new DataTransfer();
    data.setData('text/plain', arguments[0]);
    data.setData('text/html', arguments[1]);
    document.querySelector(arguments[2]).dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))";

#[tokio::test]
async fn a_pasted_table_is_mended_kept_and_amended() {
    let machine = Machine::new();
    let window = machine.start(&["--now", "2026-02-02T09:00:00"]).await;
    window.fill("[data-t=office-name]", "Lam Khê").await;
    window.click("[data-t=create-ledger]").await;
    window.see("[data-t=nav-plan]").await;
    window.press("Ctrl+2").await;
    window.click("[data-t=import-paste]").await;
    let table = "KẾ HOẠCH CCHC NĂM 2026\nA\tB\tC\tD\n1\tRà soát văn bản\tPhòng Kinh tế\tQuý I\n2\tTập huấn\tCông an xã\tXong đợt II\n";
    window.client.execute(PASTE, vec![table.into(), "".into(), "[data-t=paste-box]".into()]).await.expect("pasted");
    // Nobody knows these columns: they are asked for.
    for (column, field) in ["0", "1", "2", "4"].iter().enumerate() {
        window.choose(&format!("[data-t=column-{column}]"), field).await;
    }
    window.click("[data-t=columns-read]").await;
    window.reads("body", "Đọc được 2 nhiệm vụ").await;
    window.reads("[data-t=doubt]", "đợt II").await;
    // The doubted cell is mended in place, by keyboard.
    window.click("[data-t=draft-row][data-tt=\"2\"] [role=gridcell]:nth-child(5)").await;
    window.press("F2").await;
    window.see("[data-t=draft-edit]").await;
    window.press("Ctrl+a").await;
    window.type_in("Quý II").await;
    window.press("Enter").await;
    window.reads("[data-t=draft-row][data-tt=\"2\"]", "hạn 30/06/2026").await;
    window.press("Ctrl+Enter").await;
    window.reads("[data-t=filter-all]", "Tất cả 2").await;
    // The amended plan: one deadline later, one row more.
    let html = "<table><tr><td>TT</td><td>Nội dung</td><td>Chủ trì</td><td>Thời hạn</td></tr><tr><td>1</td><td>Rà soát văn bản</td><td>Phòng Kinh tế</td><td>Quý III</td></tr>
        <tr><td>2</td><td>Tập huấn</td><td>Công an xã</td><td>Quý II</td></tr><tr><td>3</td><td>Đối thoại với người dân</td><td>Công an xã</td><td>Tháng 10</td></tr></table><script>window.harmed = true</script>";
    window.click("[data-t=import-open]").await;
    window.click("[data-t=import-paste]").await;
    window.client.execute(PASTE, vec!["".into(), html.into(), "[data-t=paste-box]".into()]).await.expect("pasted");
    window.click("[data-t=import-amend]").await;
    window.reads("[data-t=difference]", "Quý III").await;
    pictures(&window, "3-sua-doi").await;
    window.click("[data-t=amend-keep]").await;
    window.reads("[data-t=filter-all]", "Tất cả 3").await;
    window.until("window.harmed === undefined").await;
    window.press("Ctrl+z").await;
    window.reads("[data-t=filter-all]", "Tất cả 2").await;
    window.close().await;
}

/// The row of a task is drawn, and some of it stands in the view of the preview.
fn in_view(tt: usize) -> String {
    format!(
        "(() => {{
            const row = document.querySelector('[data-t=draft-row][data-tt=\"{tt}\"]')?.getBoundingClientRect();
            const view = document.querySelector('[data-t=import-sheet]').closest('.scroll').getBoundingClientRect();
            return row && row.top < view.bottom && row.bottom > view.top;
        }})()"
    )
}

#[tokio::test]
async fn of_a_preview_of_ten_thousand_rows_only_those_in_view_are_drawn() {
    let machine = Machine::new();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let book = large::ledger_and_workbook(folder.path());
    let window = machine.start(&["--now", "2026-01-05T09:00:00", "--import", book.to_str().expect("a plain path")]).await;
    window.fill("[data-t=office-name]", "Lam Khê").await;
    window.click("[data-t=create-ledger]").await;
    window.click("[data-t=import-open]").await;
    window.reads("body", &format!("Đọc được {} nhiệm vụ", large::ROWS)).await;
    window.click("[data-t=import-only]").await;
    window.see("[data-t=draft-row][data-tt=\"2\"]").await;
    let few = "document.querySelectorAll('[data-t=draft-row]').length < 120 && document.querySelectorAll('[data-note]').length < 30";
    window.until(few).await;

    // To the end by the scroll bar, and to the doubts by F8, each with its row and its note.
    window.until("(() => { const box = document.querySelector('[data-t=import-sheet]').closest('.scroll'); box.scrollTop = box.scrollHeight; return true })()").await;
    window.until(&in_view(large::ROWS)).await;
    window.until(few).await;
    for nth in 1..=3 {
        window.press("F8").await;
        window.until(&format!("document.activeElement.closest('[data-note=\"{nth}\"]')")).await;
        window.until(&in_view(nth * large::UNCLEAR)).await;
    }

    // Found without marks; Enter goes to the cell, the arrows further, F3 to the next one.
    window.press("Ctrl+f").await;
    window.type_in("viec so 7345").await;
    window.until(&in_view(7345)).await;
    window.press("Enter").await;
    window.see("[data-tt=\"7345\"] [role=gridcell]:nth-child(2):focus").await;
    for tt in 7346..7380 {
        window.press("Down").await;
        window.see(&format!("[data-tt=\"{tt}\"] [role=gridcell]:nth-child(2):focus")).await;
    }
    window.until(&in_view(7379)).await;

    // Words being typed outlive their row's way out of the view.
    window.press("F2").await;
    window.see("[data-t=draft-edit]").await;
    window.press("Ctrl+a").await;
    window.type_in("Việc đã đổi").await;
    window.until("(() => { document.querySelector('[data-t=import-sheet]').closest('.scroll').scrollTop = 0; return true })()").await;
    window.until(&in_view(1)).await;
    window.type_in(" tên").await;
    window.press("Enter").await;
    window.reads("[data-tt=\"7379\"]", "Việc đã đổi tên").await;
    window.press("Ctrl+Enter").await;
    window.reads("[data-t=filter-all]", &format!("Tất cả {}", large::ROWS)).await;
    window.close().await;
}

/// On Thursday 29 January two tasks of this plan are late and one is due within seven days.
const LATE: &str = "TT\tNội dung\tCơ quan chủ trì\tThời gian hoàn thành\n1\tMột\tPhòng Kinh tế\t10/01/2026\n2\tHai\tPhòng Kinh tế\t20/01/2026\n\
    3\tBa\tPhòng Kinh tế\t05/02/2026\n4\tBốn\tPhòng Kinh tế\tQuý IV\n";

#[tokio::test]
async fn whoever_wants_it_is_told_once_a_week_what_is_late() {
    let Some(desktop) = notices::Desktop::new().await else { return };
    let machine = Machine::new();
    let address = desktop.address.clone();
    let bus = [("DBUS_SESSION_BUS_ADDRESS", address.as_str())];
    let window = machine.start_with(&["--now", "2026-01-29T09:00:00"], &bus).await;
    window.fill("[data-t=office-name]", "Lam Khê").await;
    window.click("[data-t=create-ledger]").await;
    window.see("[data-t=nav-plan]").await;
    // Wanted while nothing is late: nothing is told.
    window.press("Ctrl+6").await;
    window.click("[data-t=settings-weekly]").await;
    window.until("document.querySelector('[data-t=weekly-on]')?.checked === false").await;
    window.choose("[data-t=weekly-day]", "3").await;
    window.click("[data-t=weekly-on]").await;
    window.reads("[data-t=status]", "vào Thứ Tư").await;
    assert!(desktop.is_quiet(), "there is nothing to tell");
    window.press("Ctrl+2").await;
    window.click("[data-t=import-paste]").await;
    window.client.execute(PASTE, vec![LATE.into(), "".into(), "[data-t=paste-box]".into()]).await.expect("pasted");
    window.reads("body", "Đọc được 4 nhiệm vụ").await;
    window.press("Ctrl+Enter").await;
    window.reads("[data-t=filter-all]", "Tất cả 4").await;
    window.close().await;

    // Opened a day after the chosen one, it tells; a click leads from any screen to Tổng quan.
    let window = machine.start_with(&["--now", "2026-01-29T14:00:00"], &bus).await;
    assert_eq!(desktop.told().await, "Sổ CCHC: việc cần xem tuần này: 2 việc quá hạn, 1 việc đến hạn trong 7 ngày tới.");
    window.see("[data-t=due-card]").await;
    window.press("Ctrl+5").await;
    window.see("[data-t=report-new]").await;
    for _ in 0..20 {
        // The program listens from the moment the notification is shown, a little after it was told.
        desktop.click().await;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        if window.client.find(fantoccini::Locator::Css("[data-t=due-card]")).await.is_ok() {
            break;
        }
    }
    window.reads("[data-t=due-card]", "2 việc quá hạn").await;
    window.close().await;

    // Told this week: not again on Sunday, nor by the settings; again on the next Wednesday.
    let window = machine.start_with(&["--now", "2026-02-01T09:00:00"], &bus).await;
    window.click("[data-t=nav-settings]").await;
    window.click("[data-t=settings-weekly]").await;
    window.until("document.querySelector('[data-t=weekly-on]')?.checked").await;
    window.click("[data-t=weekly-on]").await;
    window.reads("[data-t=status]", "Đã tắt nhắc hằng tuần").await;
    window.click("[data-t=weekly-on]").await;
    window.reads("[data-t=status]", "vào Thứ Tư").await;
    window.close().await;
    assert!(desktop.is_quiet(), "once a week");
    let window = machine.start_with(&["--now", "2026-02-04T09:00:00"], &bus).await;
    assert_eq!(desktop.told().await, "Sổ CCHC: việc cần xem tuần này: 2 việc quá hạn, 1 việc đến hạn trong 7 ngày tới.");
    window.close().await;

    // No desktop listens any more: nothing is shown, and nothing is disturbed.
    drop(desktop);
    let window = machine.start_with(&["--now", "2026-02-11T09:00:00"], &bus).await;
    window.reads("[data-t=due-card]", "3 việc quá hạn").await;
    window.until("document.querySelector('[data-t=refusal]') === null").await;
    window.close().await;
}

/// A walk through every screen, on the sample.
async fn walk(window: &Window) {
    window.see("[data-t=office-name]").await;
    pictures(window, "7-lan-dau").await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    pictures(window, "1-tong-quan").await;
    window.press("Ctrl+2").await;
    window.click("[data-t=task-row] [data-cell=\"1\"]").await;
    window.see("[data-t=history]").await;
    pictures(window, "2-ke-hoach").await;
    window.press("Ctrl+p").await;
    window.see("[data-t=plan-print-plain]").await;
    pictures(window, "2-ke-hoach-in").await;
    window.press("Escape").await;
    window.press("Ctrl+Shift+T").await;
    window.see("[data-t=statistics-table]").await;
    pictures(window, "2-ke-hoach-thong-ke").await;
    window.press("Escape").await;
    window.click("[data-t=import-open]").await;
    window.click("[data-t=import-file]").await;
    window.see("[data-t=import-keep]").await;
    pictures(window, "3-nhap-ke-hoach").await;
    window.click("[data-t=import-columns]").await;
    window.see("[data-t=columns-read]").await;
    pictures(window, "3-nhap-ke-hoach-cot").await;
    window.press("Escape").await;
    window.click("[data-t=import-drop]").await;
    window.press("Ctrl+3").await;
    window.click("[data-t=assigned-row] td:nth-child(2)").await;
    window.see("[data-t=history]").await;
    pictures(window, "4-duoc-giao").await;
    window.click("[data-t=assigned-edit]").await;
    window.see("[data-t=assigned-keep]").await;
    pictures(window, "4-duoc-giao-sua").await;
    window.press("Escape").await;
    window.press("Ctrl+4").await;
    register(window).await;
    pictures(window, "4-van-ban").await;
    window.press("Ctrl+5").await;
    window.see("[data-t=report-row]").await;
    pictures(window, "5-bao-cao-danh-sach").await;
    window.click("[data-t=report-row]").await;
    window.until(PAGES_SHOWN).await;
    pictures(window, "5-bao-cao").await;
    window.click("[data-t=report-print-more]").await;
    window.see("[data-t=report-print-here]").await;
    pictures(window, "5-bao-cao-in").await;
    window.press("Escape").await;
    window.click("[data-t=outline-head]").await;
    window.tab_to("[data-t=head-more] summary").await;
    window.press("Space").await;
    window.until("document.querySelector('[data-t=head-more]').open").await;
    pictures(window, "5-bao-cao-dau-van-ban").await;
    window.press("Ctrl+6").await;
    window.see("[data-t=settings-office]").await;
    pictures(window, "6-cai-dat").await;
    window.click("[data-t=signer-add]").await;
    window.until("document.querySelector('[data-t=signer-form]')").await;
    pictures(window, "6-cai-dat-nguoi-ky").await;
    window.press("Escape").await;
    window.click("[data-t=settings-weekly]").await;
    window.see("[data-t=weekly-on]").await;
    pictures(window, "6-cai-dat-nhac").await;
    window.click("[data-t=nav-help]").await;
    window.see("[data-t=help]").await;
    pictures(window, "8-tro-giup").await;
}

#[tokio::test]
async fn screens() {
    for size in [(1366, 768), (1920, 1080)] {
        let machine = Machine::new();
        let Some(plan) = machine.plan() else { return };
        let window = machine.start(&["--now", "2026-11-20T09:41:00", "--import", &plan]).await;
        window.client.set_window_size(size.0, size.1).await.expect("the window takes its size");
        window.until(&format!("innerWidth === {} && innerHeight === {}", size.0, size.1)).await;
        walk(&window).await;
        window.close().await;
    }
}
