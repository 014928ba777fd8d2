//! Documents cited in the editor, and typing the way Vietnamese input programs do.

use crate::documents::register;
use crate::rig::{Machine, Window};
use std::time::Duration;
use tokio::time::sleep;

/// Backspace, as WebDriver spells it.
const BACK: &str = "\u{e003}";

/// Cites the document whose number is typed, with the keyboard alone.
async fn cite(window: &Window, section: &str, number: &str) {
    window.enter(section).await;
    window.press("Ctrl+K").await;
    window.see("[data-t=cite-row]").await;
    window.type_in(number).await;
    window.until("document.querySelectorAll('[data-t=cite-row]').length === 1").await;
    window.press("Enter").await;
    window.see(&format!("[data-part='{section}'] .citation")).await;
}

#[tokio::test]
async fn a_document_is_named_in_full_the_first_time_and_short_later() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    cite(&window, "I.3", "236/BC-UBND").await;
    window.reads("[data-part='I.3'] .citation", "Báo cáo số 236/BC-UBND ngày").await;
    cite(&window, "I.4", "236/BC-UBND").await;
    // Its words come from the ledger, by the order of the text.
    window.until("document.querySelector(\"[data-part='I.4'] .citation\")?.innerText === 'Báo cáo số 236/BC-UBND'").await;
    cite(&window, "I.1", "236/BC-UBND").await;
    window.until("document.querySelector(\"[data-part='I.3'] .citation\")?.innerText === 'Báo cáo số 236/BC-UBND'").await;
    window.reads("[data-part='I.1'] .citation", "Báo cáo số 236/BC-UBND ngày").await;
    // Without the first one the next is named in full.
    window.click("[data-t=outline-entry][data-section='I.1']").await;
    window.press("Ctrl+A").await;
    window.press("Delete").await;
    window.reads("[data-part='I.3'] .citation", "Báo cáo số 236/BC-UBND ngày").await;
    window.close().await;
}

#[tokio::test]
async fn a_document_that_stands_in_the_text_is_turned_short_full_or_into_another() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    window.press("Ctrl+4").await;
    register(&window).await;
    window.press("Ctrl+6").await;
    window.see("[data-t=annex-new]").await;
    cite(&window, "I.3", "236/BC-UBND").await;
    let chip = "[data-part='I.3'] .citation";
    window.reads(chip, "Báo cáo số 236/BC-UBND ngày").await;
    window.click(chip).await;
    window.click("[data-t=citation-turn]").await;
    window.reads("[data-t=citation-how]", "Luôn viết ngắn").await;
    let is = |words: &str| format!("document.querySelector(\"{chip}\")?.innerText === {}", serde_json::json!(words));
    window.until(&is("Báo cáo số 236/BC-UBND")).await;
    // Kept: the report opens with it.
    window.click("[data-t=report-leave]").await;
    window.click("[data-t=report-row]").await;
    window.until(&is("Báo cáo số 236/BC-UBND")).await;
    window.click(chip).await;
    window.click("[data-t=citation-turn]").await;
    window.reads(chip, "Báo cáo số 236/BC-UBND ngày").await;
    // Another document in its place, without a second chip.
    window.click("[data-t=citation-other]").await;
    window.see("[data-t=cite-row]").await;
    window.type_in("45/UBND").await;
    window.until("document.querySelectorAll('[data-t=cite-row]').length === 1").await;
    window.press("Enter").await;
    window.reads(chip, "Công văn số 45/UBND-VHXH ngày").await;
    window.until(&format!("document.querySelectorAll(\"{chip}\").length === 1")).await;
    window.close().await;
}

#[tokio::test]
async fn letters_that_an_input_program_takes_back_and_types_anew_are_the_right_ones_beside_a_chip_too() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    let section = "[data-part='III.1']";
    window.click("[data-t=outline-entry][data-section='III.1']").await;
    // `Hooij nghij` by telex: each mark takes letters back and types them anew.
    window.type_in(&format!("Ho{BACK}ô{BACK}{BACK}Hôi{BACK}{BACK}ội nghi{BACK}ị quý")).await;
    window.until(&format!("document.querySelector(\"{section} .ProseMirror p\")?.innerText === 'Hội nghị quý'")).await;
    cite(&window, "III.1", "236/BC-UBND").await;
    // Right behind the chip, then right before it.
    window.type_in(&format!(" đa{BACK}ã xong")).await;
    window.until(&format!("document.querySelector(\"{section} .ProseMirror p\").innerText.endsWith(' đã xong')")).await;
    // Eight letters, then the chip: first it is chosen, then passed.
    for _ in 0..10 {
        window.press("Left").await;
    }
    window.type_in(&format!("thu{BACK}{BACK}{BACK}thứ ba{BACK}{BACK}bả{BACK}ẩ")).await;
    window.until(&format!("document.querySelector(\"{section} .ProseMirror p\").innerText.includes('quýthứ bẩBáo cáo số')")).await;
    window.until(&format!("document.querySelectorAll(\"{section} .citation\").length === 1")).await;
    // What is kept is what is shown, in composed letters.
    window.click("[data-t=report-leave]").await;
    window.click("[data-t=report-row]").await;
    let kept = format!("document.querySelector(\"{section} .ProseMirror p\")?.innerText");
    window.until(&format!("{kept}?.startsWith('Hội nghị quýthứ bẩBáo cáo số') && {kept}.normalize('NFC') === {kept}")).await;
    window.close().await;
}

#[tokio::test]
async fn another_value_takes_a_figures_place_with_a_reason_alone_and_is_marked() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    let chip = "[data-part='II.2.c'] .figure";
    let words = window.see(chip).await.text().await.unwrap();
    window.click(chip).await;
    window.click("[data-t=figure-put]").await;
    window.fill("[data-t=figure-put-value]", "33").await;
    // Without a reason nothing is put.
    window.until("document.querySelector('[data-t=figure-put-keep]').disabled").await;
    window.fill("[data-t=figure-put-reason]", "Sở chốt lại ngày 14/12").await;
    window.click("[data-t=figure-put-keep]").await;
    window.reads("[data-part='II.2.c'] .figure.put", "33").await;
    window.reads("[data-t=figure-put-told]", "Sở chốt lại ngày 14/12").await;
    // Kept, and marked when the report is opened again; the ledger's own number comes back by one click.
    window.click("[data-t=report-leave]").await;
    window.click("[data-t=report-row]").await;
    window.reads("[data-part='II.2.c'] .figure.put", "33").await;
    window.until("document.querySelector(\"[data-part='II.2.c'] .figure.put\").title.includes('Sở chốt lại')").await;
    window.click("[data-part='II.2.c'] .figure.put").await;
    window.click("[data-t=figure-put-back]").await;
    window.until("!document.querySelector('.figure.put')").await;
    window.until(&format!("document.querySelector(\"{chip}\").innerText === {}", serde_json::json!(words))).await;
    window.close().await;
}

#[tokio::test]
async fn the_form_for_another_value_is_typed_into_at_once_and_takes_a_number_alone() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    let chip = "[data-part='II.2.c'] .figure";
    let words = window.see(chip).await.text().await.unwrap();
    let stands = format!("document.querySelector(\"{chip}\")?.innerText === {}", serde_json::json!(words));
    window.click(chip).await;
    window.click("[data-t=figure-put]").await;
    window.until("document.activeElement?.dataset.t === 'figure-put-value'").await;
    window.type_in("99").await;
    window.until("document.querySelector('[data-t=figure-put-value]').value === '99'").await;
    window.until(&stands).await;
    // Esc leaves the figure as it was and chosen: the next key is of the text again.
    window.press("Escape").await;
    window.until("!document.querySelector('[data-t=figure-put-form]')").await;
    window.until("document.activeElement?.dataset.section === 'II.2.c' && document.querySelector('.figure.ProseMirror-selectednode')").await;
    window.until(&stands).await;
    window.click("[data-t=figure-put]").await;
    window.until("document.activeElement?.dataset.t === 'figure-put-value'").await;
    window.type_in("4.8214.900").await;
    window.fill("[data-t=figure-put-reason]", "Sở chốt lại ngày 14/12").await;
    window.click("[data-t=figure-put-keep]").await;
    window.reads("[data-t=figure-put-refused]", "“4.8214.900” không phải số. Hãy ghi như 4.821 hoặc 97,5").await;
    window.until(&stands).await;
    // The field is chosen again: what is typed now takes the place of what is none. Its unit stands behind it in the text.
    window.type_in("4900 hồ sơ").await;
    window.press("Enter").await;
    window.reads("[data-part='II.2.c'] .figure.put", "4.900").await;
    window.close().await;
}

#[tokio::test]
async fn text_is_kept_though_its_writer_never_pauses() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    window.click("[data-t=outline-entry][data-section='III.1']").await;
    for _ in 0..22 {
        window.type_in("a").await;
        sleep(Duration::from_millis(300)).await;
    }
    // The last letter was typed just now: no pause has kept it.
    let said = window.words().await;
    assert!(said.contains("Viết mục 1. Mặt tích cực"), "{said}");
    window.close().await;
}

#[tokio::test]
async fn a_day_that_no_calendar_has_is_refused_and_one_figure_alone_looks_chosen() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    let day = "[data-part='I.2'] .figure";
    window.click(day).await;
    window.click("[data-t=figure-put]").await;
    window.until("document.activeElement?.dataset.t === 'figure-put-value'").await;
    window.fill("[data-t=figure-put-value]", "31/02/2026").await;
    window.fill("[data-t=figure-put-reason]", "Sở chốt lại").await;
    window.click("[data-t=figure-put-keep]").await;
    window.reads("[data-t=figure-put-refused]", "“31/02/2026” không phải một ngày có thật").await;
    window.press("Escape").await;
    // Another section has a figure chosen: this one is not shown as chosen any more.
    window.click("[data-part='II.2.c'] .figure").await;
    let shown = "[...document.querySelectorAll('.ProseMirror-selectednode')].filter(one => getComputedStyle(one).outlineStyle !== 'none')";
    window.until(&format!("{shown}.length === 1 && {shown}[0].closest('[data-part]').dataset.part === 'II.2.c'")).await;
    window.close().await;
}
