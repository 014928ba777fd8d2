//! Documents of the register and assigned tasks, in the window.

use crate::rig::{Machine, Window};

/// Registers two documents; the second is the product of a task of the sample.
pub(crate) async fn register(window: &Window) {
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

#[tokio::test]
async fn the_days_of_a_reminder_count_while_they_are_typed() {
    let machine = Machine::new();
    let window = machine.start(&["--now", "2026-11-20T09:41:00"]).await;
    window.click("[data-t=open-sample]").await;
    window.click("[data-t=urge-open]").await;
    window.see("[data-t=urge-task]").await;
    window.until("(window.before = document.querySelectorAll('[data-t=urge-task]').length) > 0").await;
    // Nothing leaves the field: what a key saves now is what is written there.
    window.click("[data-t=urge-days]").await;
    window.press("Ctrl+a").await;
    window.type_in("200").await;
    window.until("document.activeElement.dataset.t === 'urge-days' && document.querySelectorAll('[data-t=urge-task]').length > window.before").await;
    window.close().await;
}
