//! What the earlier report said, beside the paragraph that is being written.

use crate::rig::Machine;
use crate::screens::pictures;

/// The section of the old paragraph that is lit; nothing where none is.
const LIT: &str = "document.querySelector('[data-t=earlier-row][aria-current]')";

#[tokio::test]
async fn the_earlier_text_goes_along_with_the_caret_and_shows_what_was_changed() {
    let machine = Machine::new();
    let window = machine.report_from_last().await;
    window.see("[data-t=preview]").await;
    window.press("Alt+k").await;
    window.reads("[data-t=earlier-name]", "Báo cáo quý III năm 2026").await;
    window.until("document.querySelector('[data-t=preview]') === null").await;
    // It goes along with the caret, in its own pane.
    window.press("F8").await;
    window.until(&format!("{LIT} && !{LIT}.matches('.added')")).await;
    // A heading without text of its own: what comes first under it.
    window.click("[data-t=outline-entry][data-section='II.2']").await;
    window.until(&format!("{LIT}?.previousElementSibling?.innerText.startsWith('II.2.a)')")).await;
    window.enter("II.1.b").await;
    window.until(&format!("{LIT}?.previousElementSibling?.innerText.startsWith('II.1.b)')")).await;
    let inside = format!(
        "const row = {LIT}.getBoundingClientRect(), list = {LIT}.closest('.list').getBoundingClientRect();
        return row.top >= list.top && row.top < list.bottom"
    );
    assert_eq!(window.client.execute(&inside, vec![]).await.expect("its place"), serde_json::Value::Bool(true));
    pictures(&window, "5-ky-truoc-canh-ben").await;
    // What is written over is marked in the old words once it is kept.
    let first = format!("return {LIT}.innerText.trim().split(' ')[0]");
    let word = window.client.execute(&first, vec![]).await.expect("its first word");
    window.press("Home").await;
    window.press("Delete").await;
    window.until(&format!("{LIT}?.querySelector('del')?.innerText.includes({word})")).await;
    // From an old paragraph to the one it became.
    let double = "document.querySelector('[data-t=earlier-row]').dispatchEvent(new MouseEvent('dblclick', { bubbles: true })); return true";
    window.client.execute(double, vec![]).await.expect("a double click");
    window.until("document.activeElement?.matches('[data-t=section-editor]:not([data-section=\"II.1.b\"])')").await;
    window.until(&format!("{LIT}?.dataset.at === document.querySelector('[data-t=earlier-row]').dataset.at")).await;
    window.press("Alt+k").await;
    window.see("[data-t=preview]").await;
    window.close().await;
}
