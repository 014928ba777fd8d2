//! Trình, phát hành and what follows, in the window.

use crate::rig::{Machine, Window};

/// The sample's annual report, which is a draft.
async fn annual(machine: &Machine) -> Window {
    let window = machine.start(&["--now", "2026-11-26T09:41:00"]).await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    window.press("Ctrl+6").await;
    window.see("[data-t=report-row]").await;
    window.click("[data-t=report-row]").await;
    window.see("[data-t=report-submit]").await;
    window
}

/// However long the title is, Trình is on the screen, and the period and the state are read whole.
const ON_SCREEN: &str = "document.querySelector('[data-t=report-submit]').getBoundingClientRect().right <= innerWidth
    && [...document.querySelectorAll('[data-t=title-period]')].every((one) => one.scrollWidth <= one.clientWidth + 1)
    && document.querySelector('[data-t=report-state] .word').getBoundingClientRect().right
        <= document.querySelector('[data-t=report-state]').getBoundingClientRect().right";

/// Sends the open report up by the keyboard alone, though points are open.
async fn send_up(window: &Window) {
    window.click("[data-t=report-submit]").await;
    window.see("[data-t=submit-reason]").await;
    window.until("document.activeElement?.dataset.t === 'submit-reason'").await;
    window.type_in("Lãnh đạo đã xem").await;
    window.press("Enter").await;
    window.reads("[data-t=report-state]", "Đã trình").await;
}

#[tokio::test]
async fn a_report_goes_up_with_a_reason_is_issued_and_its_task_is_noted() {
    let machine = Machine::new();
    let window = annual(&machine).await;
    // What is open is listed; each leads to its place.
    window.click("[data-t=report-submit]").await;
    window.see("[data-t=submit-points] li").await;
    window.click("[data-t=submit-anyway]").await;
    window.reads("[data-t=submit-form]", "Hãy ghi lý do").await;
    window.click("[data-t=submit-pick]").await;
    window.until("!document.querySelector('[data-t=submit-form]')").await;
    window.reads("[data-t=report-state]", "Đang soạn").await;
    // With a reason it goes up, by the keyboard alone.
    send_up(&window).await;
    window.reads("[data-t=checks]", "lý do: Lãnh đạo đã xem").await;
    // Issued with number and day it proposes its own task, and the register has it.
    window.click("[data-t=report-issue]").await;
    window.fill("[data-t=issue-number]", "301").await;
    window.fill("[data-t=issue-day]", "25/11/2026").await;
    window.click("[data-t=issue-keep]").await;
    window.reads("[data-t=report-state]", "301/BC-UBND ngày 25/11/2026").await;
    window.reads("[data-t=proposals]", "Báo cáo số 301/BC-UBND").await;
    window.click("[data-t=proposal-done]").await;
    window.until("!document.querySelector('[data-t=proposals]')").await;
    // A letter corrects it, a new report takes its place.
    window.click("[data-t=report-after]").await;
    window.click("[data-t=report-correct]").await;
    window.fill("[data-t=correct-place]", "điểm 2, mục II").await;
    window.fill("[data-t=correct-was]", "55,77%").await;
    window.fill("[data-t=correct-is]", "55,78%").await;
    window.click("[data-t=correct-make]").await;
    window.reads("h1", "Công văn đính chính Báo cáo số 301/BC-UBND").await;
    window.reads(".text", "nay sửa thành “55,78%”").await;
    window.until(ON_SCREEN).await;
    window.click("[data-t=report-leave]").await;
    window.reads("main", "Đang soạn công văn đính chính.").await;
    window.close().await;
}

#[tokio::test]
async fn a_replacement_begins_with_the_text_of_what_it_replaces() {
    let machine = Machine::new();
    let window = annual(&machine).await;
    window.click("[data-t=report-leave]").await;
    // The third quarter's is issued.
    window.see("[data-t=report-row]").await;
    window.until("[...document.querySelectorAll('[data-report]')].some((row) => row.textContent.includes('236/BC-UBND'))").await;
    let open = "[...document.querySelectorAll('[data-report]')].find((row) => row.textContent.includes('236/BC-UBND')).querySelector('[data-t=report-row]').click()";
    window.client.execute(open, vec![]).await.expect("the report opens");
    window.click("[data-t=report-after]").await;
    window.click("[data-t=report-replace]").await;
    window.see("[data-t=report-submit]").await;
    window.until(ON_SCREEN).await;
    window.click("[data-t=outline-head]").await;
    window.until("document.querySelector('[data-t=head-bracket]')?.value.includes('Thay thế Báo cáo số 236/BC-UBND')").await;
    window.close().await;
}

#[tokio::test]
async fn a_number_used_twice_stays_readable_and_a_file_is_checked() {
    let machine = Machine::new();
    let file = machine.saved().join("kiem-tra.pdf");
    let window = machine.start(&["--now", "2026-11-26T09:41:00", "--import", file.to_str().expect("a plain path")]).await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    window.press("Ctrl+6").await;
    window.click("[data-t=report-row]").await;
    send_up(&window).await;
    window.click("[data-t=report-save-pdf]").await;
    window.reads("[data-t=status]", "Đã lưu vào").await;
    let ours = std::fs::read_dir(machine.saved()).expect("a folder").map(|entry| entry.expect("a file").path()).next().expect("the PDF");
    let bytes = std::fs::read(&ours).expect("the PDF");
    // The number of the third quarter's report, the day still blank.
    window.click("[data-t=report-issue]").await;
    window.fill("[data-t=issue-number]", "236").await;
    window.click("[data-t=issue-keep]").await;
    window.reads("[data-t=notice]", "Số vừa ghi đã có ở Báo cáo số 236/BC-UBND").await;
    window.until("document.querySelector('[data-t=notice] .grow').scrollWidth <= document.querySelector('[data-t=notice] .grow').clientWidth").await;
    // Ours, and ours with something painted over: told apart where reports are listed.
    window.click("[data-t=report-leave]").await;
    std::fs::write(&file, &bytes).expect("written");
    window.click("[data-t=check-pdf]").await;
    window.reads("[data-t=notice]", "kiem-tra.pdf: Đúng là tệp của sổ này: Báo cáo năm 2026.").await;
    std::fs::write(&file, [bytes.as_slice(), b"\n"].concat()).expect("written");
    window.click("[data-t=check-pdf]").await;
    window.reads("[data-t=notice]", "phần thêm vào không phải chữ ký số").await;
    window.click("[data-t=notice-close]").await;
    window.until("!document.querySelector('[data-t=notice]')").await;
    window.close().await;
}

/// Every place a button stands in while the page changes, until it is asked for: `window.places`.
const PLACES: &str = "window.places = new Set()
    const look = () => { const one = document.querySelector('[data-t=check-pdf]'); if (one) window.places.add(one.getBoundingClientRect().left) }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true })";

#[tokio::test]
async fn a_button_does_not_move_aside_while_the_list_of_reports_comes() {
    let machine = Machine::new();
    let window = annual(&machine).await;
    window.client.execute(PLACES, vec![]).await.expect("watched");
    window.click("[data-t=report-leave]").await;
    window.see("[data-t=report-new]").await;
    assert_eq!(window.client.execute("return window.places.size", vec![]).await.expect("its places"), 1);
    window.close().await;
}
