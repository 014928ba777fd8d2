//! The grid of the plan in the window: the clipboard, the first key, where Ctrl+G notes.

use crate::rig::Machine;

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
    let before = [window.see(&cell("1", 2)).await.text().await.expect("a unit"), window.see(&cell("2", 2)).await.text().await.expect("a unit")];
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
    // The words go at once, what is taken back is what was kept: one step after the other.
    window.reads("[data-t=status]", "Sửa 2 nhiệm vụ").await;
    for (tt, was) in [("2", &words), ("2", &before[1]), ("1", &before[0])] {
        window.press("Ctrl+z").await;
        window.until(&format!("document.querySelector('{}').innerText.trim() === {}", cell(tt, 2), serde_json::json!(was))).await;
    }
    // Another order for looking, and the paper's again.
    window.click("[data-t=sort-deadline_text]").await;
    window.until("document.querySelector('[data-t=group-row]') === null").await;
    window.click("[data-t=paper-order]").await;
    window.see("[data-t=group-row]").await;
    window.close().await;
}

/// A day that does not exist is refused: what was typed is not lost, and nothing looks kept that is not.
#[tokio::test]
async fn a_refused_cell_opens_again_with_what_was_typed() {
    let machine = Machine::new();
    let window = machine.start(&["--now", "2026-11-20T09:41:00"]).await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    window.press("Ctrl+2").await;
    let cell = "[data-t=task-row][data-tt=\"4\"] [data-cell=\"4\"]";
    window.reads(cell, "Thường xuyên").await;
    window.click(cell).await;
    window.press("F2").await;
    window.press("Ctrl+a").await;
    window.type_in("31/4/2026").await;
    window.press("Enter").await;
    window.reads("[data-t=refusal]", "31/4/2026").await;
    window.until("document.activeElement.tagName === 'TEXTAREA' && document.activeElement.value === '31/4/2026'").await;
    window.press("Escape").await;
    window.reads(cell, "Thường xuyên").await;
    window.until("document.querySelector('[data-t=refusal]') === null").await;
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

    // Escape drops what was typed; F2 takes the words as they stand, and one writes on at their end.
    window.click(&cell(2)).await;
    window.press("x").await;
    window.see(&format!("{} [data-t=cell-editor]:focus", cell(2))).await;
    window.press("Escape").await;
    window.see(&format!("{} [data-waits]:focus", cell(2))).await;
    window.reads(&cell(2), &was).await;
    window.press("F2").await;
    window.until(&format!("document.querySelector('{} [data-t=cell-editor]').value === {}", cell(2), serde_json::json!(was))).await;
    window.press("x").await;
    window.press("Tab").await;
    window.reads(&cell(2), &format!("{was}x")).await;
    window.see(&format!("{} [data-t=cell-editor]:focus", cell(3))).await;
    window.close().await;
}

/// The units of the commune are offered from the first letter on, and one taken goes on being typed.
#[tokio::test]
async fn a_unit_begun_by_its_first_letter_is_offered_and_taken() {
    let machine = Machine::new();
    let window = machine.start(&["--now", "2026-11-20T09:41:00"]).await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    window.press("Ctrl+2").await;
    let cell = "[data-t=task-row][data-tt=\"4\"] [data-cell=\"2\"]";
    window.click(cell).await;
    window.press("Escape").await;
    window.see(&format!("{cell} [data-waits]:focus")).await;
    for key in ["k", "i", "n"] {
        window.press(key).await;
    }
    window.reads("[data-t=units-offered]", "Phòng Kinh tế").await;
    window.until(&format!("document.querySelector('{cell} [data-t=cell-editor]').value === 'kin'")).await;
    // The arrows walk through what is offered, and Enter takes it without leaving the cell.
    window.press("Down").await;
    window.see("[data-t=unit-offered][aria-selected=true]").await;
    window.press("Enter").await;
    window.until(&format!("document.querySelector('{cell} [data-t=cell-editor]').value === 'Phòng Kinh tế'")).await;
    window.see(&format!("{cell} [data-t=cell-editor]:focus")).await;
    for key in [";", "Space", "c", "o", "n", "g", "Space", "a"] {
        window.press(key).await;
    }
    window.click("[data-t=unit-offered]").await;
    window.until(&format!("document.querySelector('{cell} [data-t=cell-editor]').value.startsWith('Phòng Kinh tế; Công')")).await;
    // With nothing offered, Enter keeps the cell and goes down.
    window.press("Enter").await;
    window.reads(cell, "Phòng Kinh tế; Công").await;
    window.see("[data-t=task-row][data-tt=\"5\"] [data-waits]:focus").await;
    window.close().await;
}

/// A day that does not exist is never taken for another one, by the keys or by the mouse.
#[tokio::test]
async fn an_impossible_day_keeps_its_form_open_and_nothing_is_noted() {
    let machine = Machine::new();
    let window = machine.start(&["--now", "2026-11-20T09:41:00"]).await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    window.press("Ctrl+2").await;
    let row = "[data-t=task-row][data-tt=\"31\"]";
    window.bring_into_view(row).await;
    window.click(&format!("{row} [data-cell=\"1\"]")).await;
    window.reads("[data-t=drawer]", "TT 31 ·").await;
    window.click("[data-t=state-done]").await;
    window.fill("[data-t=progress-day]", "31/02/2026").await;
    window.press("Ctrl+Enter").await;
    window.reads("[data-t=drawer]", "Không có ngày này").await;
    window.see("[data-t=progress-day]:focus").await;
    for _ in 0..2 {
        window.click("[data-t=progress-keep]").await;
        window.see("[data-t=progress-day]:focus").await;
    }
    window.until("!document.querySelector('[data-t=history]')?.innerText.includes('Hoàn thành')").await;
    window.fill("[data-t=progress-day]", "19/11/2026").await;
    window.press("Ctrl+Enter").await;
    window.until("document.querySelector('[data-t=progress-form]') === null").await;
    window.reads("[data-t=history]", "19/11/2026 Hoàn thành").await;
    // An extension that ends before the day in force is asked about where it is typed.
    window.click("[data-t=state-extended]").await;
    window.fill("[data-t=progress-new-last]", "01/10/2025").await;
    window.press("Tab").await;
    window.reads("[data-t=progress-earlier]", "sớm hơn hạn đang có, 30/10/2026").await;
    window.fill("[data-t=progress-new-last]", "31/12/2026").await;
    window.press("Tab").await;
    window.until("document.querySelector('[data-t=progress-earlier]') === null").await;
    window.close().await;
}

/// Progress is noted of the row one stands on, also while the drawer shows another one.
#[tokio::test]
async fn a_result_goes_to_the_row_one_stands_on_and_not_to_the_one_in_the_drawer() {
    let machine = Machine::new();
    let window = machine.start(&["--now", "2026-11-20T09:41:00"]).await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    window.press("Ctrl+2").await;
    window.click("[data-t=task-row][data-tt=\"1\"] [data-cell=\"1\"]").await;
    window.reads("[data-t=drawer]", "TT 1 ·").await;
    window.press("Down").await;
    window.see("[data-t=task-row][data-tt=\"2\"] [data-waits]:focus").await;
    window.press("Ctrl+g").await;
    window.reads("[data-t=drawer]", "TT 2 ·").await;
    // In the drawer it is the drawer's own row.
    window.see("[data-t=state-done]:focus").await;
    window.press("Ctrl+g").await;
    window.press("Enter").await;
    window.see("[data-t=progress-keep]").await;
    window.reads("[data-t=drawer]", "TT 2 ·").await;
    window.close().await;
}
