//! Phụ lục and tables in the editor: added, pasted, typed into, numbered, kept.

use crate::pasted::paste;
use crate::rig::Machine;

const EXCEL: &str = "<html><head><style>td{color:red}</style><script>window.hacked = 1</script></head><body><!--StartFragment--><table>
<tr><td><b>TT</b></td><td><b>Thôn</b></td><td><b>Số hộ</b></td></tr>
<tr><td colspan=3>I. Vùng đồi</td></tr>
<tr><td>1</td><td rowspan=2>Lam Thượng<img src=x onerror='window.hacked = 2'></td><td>1.312</td></tr>
<tr><td>2</td><td>280</td></tr></table><!--EndFragment--></body></html>";

#[tokio::test]
async fn a_table_from_excel_becomes_an_appendix_that_the_text_points_to() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    window.click("[data-t=outline-entry][data-section='III.1']").await;
    window.click("[data-t=annex-new]").await;
    window.click("[data-t=annex-kind][data-kind=own]").await;
    window.fill("[data-t=annex-new-title]", "Danh sách hộ theo thôn").await;
    window.press("Enter").await;
    window.reads("[data-t=outline-annex]", "II. Danh sách hộ theo thôn").await;
    // The caret stands in the new appendix, and the text says where it is.
    window.until("document.activeElement?.closest('[data-t=annex]') && document.activeElement.isContentEditable").await;
    window.reads("[data-part='III.1']", "Chi tiết tại Phụ lục II kèm theo.").await;
    paste(&window, EXCEL, "").await;
    window.until("document.querySelectorAll('[data-t=annex] th').length === 3").await;
    window.until("document.querySelector('[data-t=annex] tr.group td')?.colSpan === 3").await;
    // A cell over two rows stands in the first; the numbers stay under their heading.
    let cells = "[...document.querySelectorAll('[data-t=annex] tr:last-child td')].map(one => one.innerText.trim()).join('|')";
    window.until(&format!("{cells} === '2||280'")).await;
    window.until("!window.hacked && !document.querySelector('[data-t=annex] img, [data-t=annex] script')").await;
    window.until("document.querySelector('[data-t=preview-pages]') && /Viết phụ lục II/.test(document.body.innerText)").await;
    // Numbers follow the order.
    window.click("[data-part^=phu-luc] [data-t=annex-up]").await;
    window.reads("[data-part='III.1']", "Chi tiết tại Phụ lục I kèm theo.").await;
    window.reads("[data-part='I.2']", "chi tiết tại Phụ lục II kèm theo").await;
    // What stood there is what the ledger kept.
    window.click("[data-t=report-leave]").await;
    window.click("[data-t=report-row]").await;
    window.until("document.querySelectorAll('[data-t=annex] th').length === 3").await;
    window.until(&format!("{cells} === '2||280'")).await;
    window.click("[data-part^=phu-luc] [data-t=annex-remove]").await;
    window.until("!document.querySelector('[data-part^=phu-luc]') && !document.querySelector(\"[data-part='III.1'] .citation\")").await;
    window.close().await;
}

#[tokio::test]
async fn a_table_is_typed_with_the_keyboard_alone() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    window.click("[data-t=outline-entry][data-section='III.1']").await;
    window.click("[data-t=table-new]").await;
    window.see("[data-t=table-bar]").await;
    for (nth, word) in ["TT", "Việc", "Hạn", "1", "Rà soát", "15/9", "2", "Báo cáo", "20/9", "3", "Kiểm tra", "25/9", "4"].iter().enumerate()
    {
        if nth > 0 {
            window.press("Tab").await;
        }
        window.type_in(word).await;
    }
    // Tab in the last cell made a row.
    window.until("document.querySelectorAll(\"[data-part='III.1'] tr\").length === 5").await;
    window.press("Ctrl+Shift+Backspace").await;
    window.until("document.querySelectorAll(\"[data-part='III.1'] tr\").length === 4").await;
    window.press("Ctrl+Z").await;
    window.until("document.querySelectorAll(\"[data-part='III.1'] tr\").length === 5").await;
    window.press("Ctrl+Alt+Enter").await;
    window.until("document.querySelectorAll(\"[data-part='III.1'] tr:first-child th\").length === 4").await;
    window.press("Ctrl+Alt+Backspace").await;
    window.until("document.querySelectorAll(\"[data-part='III.1'] tr:first-child th\").length === 3").await;
    window.click("[data-t=report-leave]").await;
    window.click("[data-t=report-row]").await;
    window.reads("[data-part='III.1'] table", "Kiểm tra").await;
    // Lines copied with tabs fill cells from the caret on.
    window.click("[data-part='III.1'] tr:nth-child(2) td:nth-child(2)").await;
    paste(&window, "", "Rà soát lại\t16/9\nBáo cáo lại\t21/9\n").await;
    let column = "[...document.querySelectorAll(\"[data-part='III.1'] td:nth-child(3)\")].map(one => one.innerText.trim()).join('|')";
    window.until(&format!("{column} === '16/9|21/9|25/9|'")).await;
    window.close().await;
}

#[tokio::test]
async fn ctrl_z_in_a_text_goes_on_to_what_was_done_last_and_takes_back_one_thing_at_a_time() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    let words = "document.querySelector(\"[data-part='III.1'] .ProseMirror\")?.innerText.trim()";
    let is = |text: &str| format!("{words} === '{text}'");
    window.enter("III.1").await;
    window.type_in("Một").await;
    window.reads("[data-t=status]", "Viết mục 1. Mặt tích cực").await;
    // Opened again, the text has nothing of its own to take back: the ledger has.
    window.click("[data-t=report-leave]").await;
    window.click("[data-t=report-row]").await;
    window.until(&is("Một")).await;
    window.enter("III.1").await;
    window.press("Ctrl+z").await;
    window.until(&is("")).await;
    window.reads("[data-t=status]", "Trả lại: viết mục 1. Mặt tích cực").await;
    window.press("Ctrl+y").await;
    window.until(&is("Một")).await;
    // What is typed now is taken back by letters, and then what was done before it.
    window.until("document.activeElement?.dataset.section === 'III.1'").await;
    window.press("Ctrl+End").await;
    window.type_in(" hai").await;
    window.until(&is("Một hai")).await;
    window.press("Ctrl+z").await;
    window.until(&is("Một")).await;
    window.reads("[data-t=status]", "đã trả lại hết; Ctrl+Y để lấy lại, Ctrl+Z nữa").await;
    window.press("Ctrl+z").await;
    window.until(&is("")).await;
    window.press("Ctrl+y").await;
    window.until(&is("Một")).await;
    // An appendix that is taken out comes back though the caret stands in a text.
    let annex = "document.querySelectorAll('[data-t=outline-annex]').length";
    window.until(&format!("{annex} === 1")).await;
    window.click("[data-t=annex-remove]").await;
    window.until(&format!("{annex} === 0")).await;
    window.enter("III.1").await;
    window.press("Ctrl+z").await;
    window.until(&format!("{annex} === 1")).await;
    window.until(&is("Một")).await;
    window.close().await;
}
