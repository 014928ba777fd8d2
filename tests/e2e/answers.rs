//! A unit's workbook that comes back, tasks and figures, in the window.

use crate::rig::Machine;
use rust_xlsxwriter::Workbook;

/// An answer as a phone's Excel saves it: one task done, one figure told.
fn answer(machine: &Machine) -> std::path::PathBuf {
    let path = machine.saved().join("Phieu_PhongVanHoaXaHoi.xlsx");
    let mut book = Workbook::new();
    let tasks = book.add_worksheet().set_name("Nhiệm vụ").unwrap();
    tasks.write(1, 0, "Đơn vị: Phòng Văn hóa - Xã hội; lập ngày 16/12/2026").unwrap();
    let heads = ["TT", "Nhiệm vụ", "Kết quả (chọn)", "Ngày", "Văn bản (loại, số, ngày)", "Ghi chú, lý do", "Mã (không sửa)"];
    for (column, head) in (0..).zip(heads) {
        tasks.write(3, column, head).unwrap();
    }
    let done = "Đánh giá nội bộ hệ thống quản lý chất lượng theo TCVN ISO 9001:2015";
    for (column, words) in [(1, done), (2, "Đã xong"), (3, "15/12/2026")] {
        tasks.write(4, column, words).unwrap();
    }
    let figures = book.add_worksheet().set_name("Số liệu").unwrap();
    figures.write(1, 0, "Từ ngày 15/12/2025 đến ngày 14/12/2026; tính đến ngày 14/12/2026").unwrap();
    figures.write(2, 0, "Đơn vị: Phòng Văn hóa - Xã hội").unwrap();
    for (column, head) in (0..).zip(["Chỉ tiêu", "Kỳ này", "Ước (x)", "Nguồn số liệu", "Mã (không sửa)"]) {
        figures.write(4, column, head).unwrap();
    }
    figures.write(5, 0, "Buổi tiếp công dân").unwrap();
    figures.write(5, 1, 7).unwrap();
    figures.write(5, 4, "citizens.sessions").unwrap();
    book.save(&path).unwrap();
    path
}

#[tokio::test]
async fn tasks_and_figures_of_an_answer_are_taken_in_one_after_the_other() {
    let machine = Machine::new();
    let file = answer(&machine).display().to_string();
    let window = machine.start(&["--now", "2026-12-16T09:41:00", "--import", &file]).await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    window.press("Ctrl+2").await;
    window.click("[data-t=plan-more]").await;
    window.click("[data-t=answers-open]").await;
    window.see("[data-t=unit-answers]").await;
    window.click("[data-t=answers-receive]").await;
    window.reads("[data-t=answers-figures]", "Phiếu còn có 1 số liệu của năm 2026").await;
    window.reads("[data-t=answers-keep]", "Ghi 1 nhiệm vụ").await;
    window.click("[data-t=answers-keep]").await;
    // Its figures follow, with the preview that figures have everywhere.
    window.reads("[data-t=figures-read]", "Buổi tiếp công dân").await;
    window.click("[data-t=figures-read-keep]").await;
    window.see("[data-t=unit-answers]").await;
    // The same file again has nothing new.
    window.click("[data-t=answers-receive]").await;
    window.reads("[data-t=answers-figures]", "đều giống trong sổ").await;
    window.until("document.querySelector('[data-t=answers-keep]').disabled").await;
    window.close().await;
}
