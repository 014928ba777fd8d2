//! Keys in the text of a report: what they take back, where the caret is afterwards, and what they never do.

use crate::rig::Machine;
use serde_json::{Value, json};

/// What a section says.
fn says(section: &str) -> String {
    format!("document.querySelector(\"[data-part='{section}'] .ProseMirror\").innerText.trim()")
}

#[tokio::test]
async fn ctrl_enter_makes_a_row_in_a_table_and_submits_from_no_text() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    window.enter("III.1").await;
    window.click("[data-t=table-new]").await;
    let rows = "document.querySelectorAll(\"[data-part='III.1'] .ProseMirror tr\").length";
    window.until(&format!("{rows} === 4")).await;
    window.press("Ctrl+Enter").await;
    window.until(&format!("{rows} === 5")).await;
    window.enter("I.1").await;
    window.press("Ctrl+Enter").await;
    window.reads("[data-t=status]", "bấm nút Trình").await;
    window.until("!document.querySelector('dialog[open]')").await;
    // Beside the text it is the filled button as everywhere.
    window.client.execute("document.querySelector(\"[data-t=outline-entry][data-section='I.1']\").focus()", vec![]).await.unwrap();
    window.press("Ctrl+Enter").await;
    window.see("dialog[open]").await;
    window.close().await;
}

#[tokio::test]
async fn ctrl_z_in_a_report_stops_before_its_making_and_a_report_that_is_gone_leads_to_the_list() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    window.click("[data-t=report-leave]").await;
    window.see("[data-t=report-new]").await;
    window.press("Ctrl+Enter").await;
    window.see("[data-t=report-source]:checked:focus").await;
    window.press("Enter").await;
    window.reads("[data-t=status]", "Việc vừa làm: Lập").await;
    window.until("!document.querySelector('[data-t=status]').innerText.includes('Ctrl+Z')").await;
    window.see("[data-t=section-editor]").await;
    window.press("Alt+Down").await;
    window.until("document.activeElement?.isContentEditable").await;
    window.press("Ctrl+z").await;
    window.reads("[data-t=status]", "Ctrl+Z không bỏ báo cáo đang mở").await;
    window.see("[data-t=section-editor]").await;
    // From another screen it is taken back; coming again, the officer is told and stands before the list.
    window.press("Ctrl+2").await;
    window.see("[role=grid]").await;
    window.press("Ctrl+z").await;
    window.reads("[data-t=status]", "Trả lại: lập").await;
    window.press("Ctrl+6").await;
    window.reads("[data-t=notice]", "không còn trong sổ").await;
    window.see("[data-t=report-row]").await;
    window.until("!document.querySelector('[data-t=refusal]')").await;
    window.press("Ctrl+y").await;
    window.reads("[data-t=status]", "Làm lại: lập").await;
    window.close().await;
}

#[tokio::test]
async fn after_a_citation_and_after_a_dialog_that_was_closed_the_caret_is_where_it_was() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    // Into an empty section.
    window.enter("III.1").await;
    window.press("Ctrl+K").await;
    window.see("[data-t=cite-row]").await;
    window.press("Enter").await;
    window.see("[data-part='III.1'] .citation").await;
    window.until("document.activeElement?.dataset.section === 'III.1'").await;
    window.type_in(" đã ban hành").await;
    window.until(&format!("{}.endsWith(' đã ban hành')", says("III.1"))).await;
    // Behind words.
    window.enter("III.2").await;
    window.type_in("Theo ").await;
    window.press("Ctrl+K").await;
    window.see("[data-t=cite-row]").await;
    window.press("Escape").await;
    window.until("!document.querySelector('dialog[open]') && document.activeElement?.dataset.section === 'III.2'").await;
    window.type_in("đó").await;
    window.until(&format!("{} === 'Theo đó'", says("III.2"))).await;
    window.close().await;
}

#[tokio::test]
async fn what_ctrl_z_takes_out_of_another_section_comes_into_sight() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    let before = window.client.execute(&format!("return {}", says("I.1")), vec![]).await.unwrap();
    window.enter("I.1").await;
    window.press("Ctrl+End").await;
    window.type_in("Câu mới.").await;
    window.reads("[data-t=status]", "Viết mục 1.").await;
    window.enter("III.1").await;
    window.press("Ctrl+z").await;
    window.until(&format!("{} === {before}", says("I.1"))).await;
    window.until("document.activeElement?.dataset.section === 'I.1'").await;
    window.reads("[data-t=status]", "Trả lại: viết mục").await;
    let seen = "(() => { const box = document.querySelector('.scroll.text').getBoundingClientRect();
        const part = document.querySelector(\"[data-part='I.1'] .ProseMirror\").lastElementChild.getBoundingClientRect();
        return part.bottom > box.top && part.bottom <= box.bottom })()";
    window.until(seen).await;
    // What is typed next is typed there.
    window.type_in("Đây.").await;
    let Value::String(words) = before else { panic!("a text") };
    window.until(&format!("{} === {}", says("I.1"), json!(format!("{words}Đây.")))).await;
    // Typed and taken back by the editor: the status bar promises nothing that the key does not do.
    window.reads("[data-t=status]", "Ctrl+Z để trả lại như cũ").await;
    window.press("Ctrl+z").await;
    window.until(&format!("{} === {}", says("I.1"), json!(words))).await;
    window.reads("[data-t=status]", "Chữ vừa gõ ở mục này đã trả lại hết").await;
    window.close().await;
}

#[tokio::test]
async fn an_answer_to_a_mark_is_taken_back_after_what_was_typed_since() {
    let machine = Machine::new();
    let window = machine.report_from_last().await;
    let count = "document.querySelector('[data-t=mark-count]').innerText";
    let asked = window.client.execute(&format!("return {count}"), vec![]).await.unwrap();
    window.press("F8").await;
    window.see("[data-t=mark-card]").await;
    window.press("Alt+1").await;
    window.until(&format!("{count} !== {asked}")).await;
    let answered = window.client.execute(&format!("return {count}"), vec![]).await.unwrap();
    let before = window.client.execute(&format!("return {}", says("I.4")), vec![]).await.unwrap();
    window.enter("I.4").await;
    window.press("Ctrl+End").await;
    window.type_in(" CCC.").await;
    window.reads("[data-t=status]", "Viết mục 4.").await;
    window.press("Ctrl+z").await;
    window.until(&format!("{} === {before}", says("I.4"))).await;
    window.reads("[data-t=status]", "Ctrl+Z nữa để trả lại việc trước đó").await;
    window.until(&format!("{count} === {answered}")).await;
    window.press("Ctrl+z").await;
    window.until(&format!("{count} === {asked}")).await;
    window.until(&format!("{} === {before}", says("I.4"))).await;
    window.press("Ctrl+y").await;
    window.until(&format!("{count} === {answered}")).await;
    window.close().await;
}
