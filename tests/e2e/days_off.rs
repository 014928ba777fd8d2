//! Cài đặt › Ngày nghỉ in the window, and a deadline in the grid that is counted by it.

use crate::rig::{Machine, Window};
use crate::taken_in::PASTE;

/// One row that counts working days after an event.
const COUNTING: &str = "TT\tNội dung\tCơ quan chủ trì\tThời gian hoàn thành\n\
    1\tTrả lời kiến nghị\tPhòng Kinh tế\tTrong 05 ngày làm việc kể từ ngày nhận được văn bản\n2\tHai\tPhòng Kinh tế\tQuý IV\n";

/// What the drawer says of the row.
async fn due(window: &Window, day: &str) {
    window.press("Ctrl+2").await;
    window.click("[data-t=task-row][data-tt=\"1\"] [data-cell=\"1\"]").await;
    window.reads("[data-t=drawer]", &format!("hạn {day}")).await;
}

async fn days(window: &Window) {
    window.press("Ctrl+7").await;
    window.click("[data-t=settings-days]").await;
    window.see("[data-t=day-off-row]").await;
}

#[tokio::test]
async fn a_day_off_moves_the_deadlines_that_count_working_days() {
    let machine = Machine::new();
    let window = machine.start(&["--now", "2026-11-20T09:41:00"]).await;
    window.fill("[data-t=office-name]", "Lam Khê").await;
    window.click("[data-t=create-ledger]").await;
    window.press("Ctrl+2").await;
    window.click("[data-t=import-paste]").await;
    window.client.execute(PASTE, vec![COUNTING.into(), "".into(), "[data-t=paste-box]".into()]).await.expect("pasted");
    window.reads("body", "Đọc được 2 nhiệm vụ").await;
    window.press("Ctrl+Enter").await;
    window.reads("[data-t=filter-all]", "Tất cả 2").await;

    // The event is named in the drawer: five working days after a Wednesday, over 24/11, a day off that ships.
    window.click("[data-t=task-row][data-tt=\"1\"] [data-cell=\"1\"]").await;
    window.fill("[data-t=event-day]", "18/11/2026").await;
    window.press("Enter").await;
    window.reads("[data-t=drawer]", "hạn 26/11/2026").await;

    // A day of the office's own, by the keyboard alone, moves it; so does taking out one that ships.
    days(&window).await;
    window.click("[data-t=day-off-add]").await;
    window.fill("[data-t=day-off-day]", "25/11/2026").await;
    window.press("Tab").await;
    window.fill(".new [data-t=day-off-name]", "Ngày giỗ tổ của làng").await;
    window.press("Enter").await;
    window.reads("[data-t=day-off-told]", "1 thời hạn tính lại, đổi ngày").await;
    due(&window, "27/11/2026").await;
    days(&window).await;
    let shipped = "[...document.querySelectorAll('[data-t=day-off-row]')].find(row => row.innerText.includes('24/11'))";
    window.client.execute(&format!("{shipped}.querySelector('[data-t=day-off-drop]').click()"), vec![]).await.expect("dropped");
    window.until(&format!("{shipped}.innerText.includes('tính như ngày thường')")).await;
    due(&window, "26/11/2026").await;

    // What was written in two steps is taken back in two, with the deadlines.
    window.press("Ctrl+z").await;
    window.reads("[data-t=drawer]", "hạn 27/11/2026").await;
    window.press("Ctrl+z").await;
    window.reads("[data-t=drawer]", "hạn 26/11/2026").await;

    // A weekday can't be worked in place of another day: a sentence, and what was typed stays.
    days(&window).await;
    window.click("[data-t=day-off-add]").await;
    window.fill("[data-t=day-off-day]", "23/11/2026").await;
    window.press("Tab").await;
    window.fill(".new [data-t=day-off-name]", "Làm bù").await;
    window.choose(".new [data-t=day-off-kind]", "workday").await;
    window.click("[data-t=day-off-keep]").await;
    window.see("[data-t=refusal]").await;
    window.until("document.querySelector('.new [data-t=day-off-name]')?.value === 'Làm bù'").await;
    // A year that the table lacks is said.
    window.click("[data-t=year-after]").await;
    window.click("[data-t=year-after]").await;
    window.reads("[data-t=year-lacks]", "chưa có năm 2028").await;
    window.close().await;
}
