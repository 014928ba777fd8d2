//! The letter that asks for a report, and the higher office's form, in the window.

use crate::rig::{Machine, Window};
use rust_xlsxwriter::Workbook;

async fn sample(machine: &Machine, words: &[&str]) -> Window {
    let window = machine.start(&[&["--now", "2026-11-26T09:41:00"], words].concat()).await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    window
}

/// A form of the higher office: three rows, an empty column.
fn form_file(machine: &Machine) -> std::path::PathBuf {
    let form = machine.saved().join("Biểu 02.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Biểu 02").unwrap();
    for (row, cells) in [
        ["STT", "Chỉ tiêu", "Kết quả"],
        ["1", "Tổng số hồ sơ tiếp nhận", ""],
        ["2", "Hồ sơ mới nhận qua mạng", ""],
        ["3", "Số thủ tục hành chính thuộc thẩm quyền", ""],
    ]
    .iter()
    .enumerate()
    {
        for (column, words) in cells.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
            sheet.write(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), *words).unwrap();
        }
    }
    book.save(&form).unwrap();
    form
}

#[tokio::test]
async fn a_letter_is_registered_and_one_button_makes_its_report() {
    let machine = Machine::new();
    let form = form_file(&machine).display().to_string();
    let window = sample(&machine, &["--import", &form]).await;
    window.press("Ctrl+4").await;
    window.click("[data-t=document-new]").await;
    window.fill("[data-t=document-number]", "2210/SNV-CCHC").await;
    window.fill("[data-t=document-issuer]", "Sở Nội vụ thành phố Hải Phòng").await;
    window.fill("[data-t=document-subject]", "báo cáo công tác cải cách hành chính quý I năm 2027").await;
    window.click("[data-t=document-keep]").await;
    window.click("[data-t=request-ask]").await;
    // Its subject says which report it asks for.
    window.until("document.querySelector('[data-t=request-period]')?.value === '2027-Q1'").await;
    window.until("document.querySelector('[data-t=request-due]')?.value === '20/03/2027'").await;
    // The form it came with is one of its files.
    window.click("[data-t=request-attach]").await;
    window.reads("[data-t=request-file]", "Biểu 02.xlsx").await;
    window.click("[data-t=request-keep]").await;
    window.reads("[data-t=request-told]", "Báo cáo quý I năm 2027, hạn gửi 20/03/2027").await;
    window.click("[data-t=request-go]").await;
    window.reads("[data-t=request-row]", "2210/SNV-CCHC").await;
    window.click("[data-t=request-more]").await;
    window.click("[data-t=request-from-outline]").await;
    window.see("[data-t=report-submit]").await;
    window.reads(".text", "2210/SNV-CCHC").await;
    // In the report it is at hand, without looking for it.
    window.click("[data-t=report-print-more]").await;
    window.click("[data-t^=report-form-]").await;
    window.see("[data-t=form-row][data-place=\"2\"]").await;
    window.press("Escape").await;
    window.until("!document.querySelector('[data-t=form-fill]')").await;
    window.click("[data-t=report-leave]").await;
    window.until("document.querySelector('main') && !document.querySelector('[data-t=requests]')").await;
    window.close().await;
}

#[tokio::test]
async fn a_form_is_filled_and_a_guess_waits_for_its_word() {
    let machine = Machine::new();
    let form = form_file(&machine);
    let path = form.display().to_string();
    let window = sample(&machine, &["--import", &path]).await;
    window.press("Ctrl+5").await;
    window.click("[data-t=figures-out]").await;
    window.click("[data-t=figures-form]").await;
    window.see("[data-t=form-row][data-place=\"2\"]").await;
    window.reads("[data-t=form-sum]", "ô sẽ điền").await;
    window.choose("[data-place=\"3\"] [data-t=form-figure]", "case.new_online").await;
    window.click("[data-t=form-save]").await;
    window.until("!document.querySelector('[data-t=form-fill]')").await;
    assert!(machine.saved().join("Biểu 02 (đã điền).xlsx").exists(), "the filled copy stands beside the form");
    window.close().await;
}
