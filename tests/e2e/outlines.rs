//! Đề cương báo cáo in Cài đặt, and a report begun from one.

use crate::PAGES_SHOWN;
use crate::rig::{Machine, Window, shared};

/// Opens the group with the outlines.
pub(crate) async fn open(window: &Window) {
    window.press("Ctrl+7").await;
    window.click("[data-t=settings-outlines]").await;
    window.see("[data-t=outline-section]").await;
}

/// Whether the sections, from the first numbered one on, begin with these: `I. Kết quả|1. Thi đua`.
fn begin_with(sections: &str) -> String {
    format!(
        "[...document.querySelectorAll('[data-t=outline-section]')].filter(one => one.querySelector('.number').innerText)
        .map(one => one.querySelector('.number').innerText + ' ' + one.querySelector('[data-t=outline-title]').value).join('|').startsWith('{sections}')"
    )
}

/// The field of a section's title.
fn title(nth: usize) -> String {
    format!("[data-t=outline-section]:nth-of-type({nth}) [data-t=outline-title]")
}

#[tokio::test]
async fn an_outline_is_edited_taken_from_word_and_a_report_begins_with_it() {
    let paper = shared().join("samples/vi-khe-report.docx");
    if !paper.exists() {
        println!("skipped: {} is absent", paper.display());
        return;
    }
    let machine = Machine::new();
    let window = machine.start(&["--now", "2026-11-20T09:41:00", "--import", paper.to_str().expect("a plain path")]).await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    open(&window).await;

    // A section is added after the first one, named, nested, and moved.
    window.click("[data-t=outline-choose][data-set=outline-free]").await;
    window.until(&begin_with("I. Kết quả thực hiện|II. Tồn tại")).await;
    window.click(&title(2)).await;
    window.click("[data-t=outline-add]").await;
    window.see(&format!("{}:focus", title(3))).await;
    window.type_in("Công tác thi đua").await;
    window.press("Enter").await;
    window.reads("[data-t=status]", "thành “II. Công tác thi đua” trong đề cương “Báo cáo tự do”").await;
    window.click("[data-t=outline-in]").await;
    window.until(&begin_with("I. Kết quả thực hiện|1. Công tác thi đua|II. Tồn tại")).await;
    window.see(&format!("{}:focus", title(3))).await;
    window.press("Alt+Down").await;
    window.until(&begin_with("I. Kết quả thực hiện|II. Tồn tại, hạn chế và nguyên nhân|1. Công tác thi đua|III.")).await;
    // What it offers: a sentence with a figure by its name.
    window.click("[data-t=outline-sentence-add]").await;
    window.type_in("- Xã đã làm xong {Số nhiệm vụ đã hoàn thành} việc.").await;
    window.click("[data-t=outline-sentence-keep]").await;
    window.until("document.querySelector('[data-t=outline-sentence]')?.value.includes('{Số nhiệm vụ đã hoàn thành}')").await;
    window.click("[data-t=outline-sentence-add]").await;
    window.type_in("Có {số nào đó} việc.").await;
    window.click("[data-t=outline-sentence-keep]").await;
    window.reads("[data-t=refusal]", "“{số nào đó}” không phải tên một số liệu").await;
    window.choose("[data-t=outline-figure-add]", "case.late").await;
    window.reads("[data-t=outline-figure]", "Hồ sơ giải quyết quá hạn").await;
    // Each step is taken back by itself: the figure, the sentence, the move.
    window.click("[data-t=settings-outlines]").await;
    window.press("Ctrl+z").await;
    window.until("!document.querySelector('[data-t=outline-figure]')").await;
    window.press("Ctrl+z").await;
    window.until("!document.querySelector('[data-t=outline-sentence]')").await;
    window.press("Ctrl+z").await;
    window.until(&begin_with("I. Kết quả thực hiện|1. Công tác thi đua|II. Tồn tại")).await;

    // A copy, and an outline from a Word file, looked at before it is kept.
    window.click("[data-t=outline-copy]").await;
    window.until("document.querySelector('[data-t=outline-name]')?.value === 'Báo cáo tự do (bản sao)'").await;
    window.click("[data-t=outline-drop]").await;
    window.reads("[data-t=status]", "Bỏ đề cương “Báo cáo tự do (bản sao)”").await;
    window.click("[data-t=outline-from-word]").await;
    window.reads("[data-t=outline-draft-notes]", "{kỳ sau}").await;
    window.see("[data-t=outline-draft-name]:focus").await;
    window.fill("[data-t=outline-draft-name]", "Mẫu Sở gửi").await;
    window.click("[data-t=outline-draft-section]").await;
    window.click("[data-t=outline-draft-section]").await;
    // Enter in the name keeps it.
    window.click("[data-t=outline-draft-name]").await;
    window.press("Enter").await;
    window.until("document.querySelector('[data-t=outline-name]')?.value === 'Mẫu Sở gửi'").await;

    // A report for an inspection, from that outline rather than its own.
    window.press("Ctrl+6").await;
    window.click("[data-t=report-other]").await;
    window.click("[data-t=report-other-inspection]").await;
    window.until("document.querySelector('[data-t=report-outline]')?.selectedOptions[0].text.startsWith('Báo cáo phục vụ Đoàn kiểm tra')").await;
    let own = "[...document.querySelector('[data-t=report-outline]').options].find(one => one.text.startsWith('Mẫu Sở gửi')).value";
    let set = window.client.execute(&format!("return {own}"), vec![]).await.expect("the outline is offered");
    window.choose("[data-t=report-outline]", set.as_str().expect("a set")).await;
    window.click("[data-t=report-create]").await;
    window.until(PAGES_SHOWN).await;
    window.reads("[data-t=outline]", "Công tác chỉ đạo, điều hành").await;
    window.close().await;
}
