//! A plan taken in by the window: mended, amended, and one of ten thousand rows.

use crate::large;
use crate::rig::Machine;
use crate::screens::pictures;

/// What Excel puts on the clipboard, pasted where no plan is yet.
pub(crate) const PASTE: &str = "
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

#[tokio::test]
async fn an_import_taken_back_leaves_the_plan_that_was_there() {
    let machine = Machine::new();
    let window = machine.start(&["--now", "2026-11-20T09:41:00"]).await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    window.press("Ctrl+2").await;
    window.reads("[data-t=filter-all]", "Tất cả 32").await;
    window.click("[data-t=import-open]").await;
    window.click("[data-t=import-paste]").await;
    let table = "KẾ HOẠCH KIỂM TRA NĂM 2026\nTT\tNội dung\tChủ trì\tThời hạn\n1\tKiểm tra\tCông an xã\tQuý I\n2\tKết luận\tCác phòng\tQuý II\n";
    window.client.execute(PASTE, vec![table.into(), "".into(), "[data-t=paste-box]".into()]).await.expect("pasted");
    window.reads("body", "Đọc được 2 nhiệm vụ").await;
    window.click("[data-t=import-keep]").await;
    window.reads("[data-t=filter-all]", "Tất cả 2").await;
    window.click("[data-t=task-row] [data-cell=\"1\"]").await;
    window.see("[data-t=history]").await;
    window.press("Ctrl+z").await;
    window.reads("[data-t=filter-all]", "Tất cả 32").await;
    window.until("document.querySelector('[data-t=refusal]') === null && document.querySelector('[data-t=drawer]') === null").await;
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
