//! Nhắc hằng tuần, told to a desktop and clicked there.

use crate::notices;
use crate::rig::Machine;
use crate::taken_in::PASTE;

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
    window.press("Ctrl+7").await;
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
    window.press("Ctrl+6").await;
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
