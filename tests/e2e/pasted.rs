//! What other programs put on the clipboard, pasted into the text of a report.

use crate::rig::{Machine, Window};
use serde_json::json;

/// Pastes into what has the focus, as another program's clipboard would.
pub(crate) async fn paste(window: &Window, html: &str, text: &str) {
    let script = "const data = new DataTransfer();
        data.setData('text/html', arguments[0]);
        data.setData('text/plain', arguments[1]);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));";
    window.client.execute(script, vec![json!(html), json!(text)]).await.unwrap();
}

/// As Word writes it: marks of lists beside their words, sizes and colours everywhere, a wrapper that is not bold.
const WORD: &str = "<html><head><style>p{color:red}</style></head><body><!--StartFragment--><b style='font-weight:normal'>
<p style='font-size:20pt'><span style='color:red'>Hội nghị <b>đã kiện toàn</b> Ban Chỉ đạo, <i>phân công <b>rõ người</b></i>.</span></p>
<p class=MsoListParagraph><![if !supportLists]><span>-<span>&nbsp;&nbsp; </span></span><![endif]><span style='font-weight:700'>Rà soát</span> thủ tục</p></b><script>window.hacked = 1</script><p onclick='window.hacked = 2'><img src=x onerror='window.hacked = 3'></p><iframe src='http://x'></iframe><!--EndFragment--></body></html>";

#[tokio::test]
async fn words_from_word_keep_bold_and_italic_and_nothing_else() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    window.enter("III.1").await;
    paste(&window, WORD, "Hội nghị đã kiện toàn Ban Chỉ đạo, phân công rõ người.\r\n-  Rà soát thủ tục\r\n").await;
    let shown = "document.querySelector(\"[data-part='III.1'] .ProseMirror\").innerHTML.replace(/ data-id=\"[^\"]*\"/g, '')";
    let words = "Hội nghị <strong>đã kiện toàn</strong> Ban Chỉ đạo, <em>phân công </em><strong><em>rõ người</em></strong>.";
    window.until(&format!("{shown}.includes({})", json!(words))).await;
    window.until(&format!("{shown}.includes('<strong>Rà soát</strong> thủ tục')")).await;
    window.until(&format!("!window.hacked && !/style|color|span|font|onclick|img|iframe|script/.test({shown})")).await;
    // Kept as shown.
    window.click("[data-t=report-leave]").await;
    window.click("[data-t=report-row]").await;
    window.until(&format!("{shown}.includes({})", json!(words))).await;
    window.close().await;
}

#[tokio::test]
async fn a_list_from_word_is_items_and_what_is_said_of_its_picture_stays() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    window.enter("III.1").await;
    let html = "<html xmlns:w=\"urn:schemas-microsoft-com:office:word\"><body><p class=MsoListParagraphCxSpFirst><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>Kiểm tra <b>đợt 1</b></p>
<p class=MsoListParagraphCxSpLast><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>Kiểm tra<br>đợt 2 <img src=x></p></body></html>";
    paste(&window, html, "·\tKiểm tra đợt 1\r\n·\tKiểm tra\u{b}đợt 2 \r\n").await;
    let shown = "document.querySelector(\"[data-part='III.1'] .ProseMirror\")";
    window.until(&format!("{shown}.querySelectorAll('p.item').length === 2 && !{shown}.querySelector('table')")).await;
    window.until(&format!("{shown}.innerText.includes('Kiểm tra\\nđợt 2')")).await;
    window.until(&format!("{shown}.querySelector('strong')?.innerText === 'đợt 1'")).await;
    // The text is kept meanwhile; the sentence is read when the officer comes to it.
    window.reads("[data-t=refusal]", "1 ảnh vừa dán không vào báo cáo").await;
    window.reads("[data-t=status]", "Viết mục 1. Mặt tích cực").await;
    window.reads("[data-t=refusal]", "1 ảnh vừa dán không vào báo cáo").await;
    window.close().await;
}

/// What the cells of the table in a section say, row by row.
fn cells(section: &str) -> String {
    format!(
        "[...document.querySelectorAll(\"[data-part='{section}'] .ProseMirror tr\")].map(row => [...row.cells].map(cell => cell.innerText.trim()).join('|')).join('/')"
    )
}

#[tokio::test]
async fn what_is_pasted_into_a_table_stays_in_its_cells() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    window.enter("III.1").await;
    window.click("[data-t=table-new]").await;
    let shown = cells("III.1");
    window.until(&format!("{shown} === '||/||/||/||'")).await;
    // A column of a sheet, an empty cell in it and the hidden row that measures it.
    let sheet = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body><table><!--StartFragment--><tr><td>300</td></tr><tr><td></td></tr><tr><td>12</td></tr><tr><td>7</td></tr><!--EndFragment--><tr height=0 style='display:none'><td width=64></td></tr></table></body></html>";
    paste(&window, sheet, "300\r\n\r\n12\r\n7\r\n").await;
    window.until(&format!("{shown} === '300||/||/12||/7||'")).await;
    window.press("Tab").await;
    paste(&window, "", "một\n- hai").await;
    window.until(&format!("{shown} === '300||/||/12||/7|một\\n- hai|'")).await;
    // Words with a table: nothing is torn, and it is said.
    paste(&window, "<p>Như sau:</p><table><tr><td>a</td><td>b</td></tr></table>", "Như sau:\na\tb").await;
    window.reads("[data-t=refusal]", "Hãy dán ra ngoài bảng này").await;
    window
        .until(&format!("document.querySelectorAll(\"[data-part='III.1'] .ProseMirror table\").length === 1 && {shown}.endsWith('7|một\\n- hai|')"))
        .await;
    window.close().await;
}

#[tokio::test]
async fn a_frame_of_word_comes_in_as_paragraphs_and_bold_words_beside_a_table_stay_in_theirs() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    window.enter("III.1").await;
    let html = "<html><body><!--StartFragment-->Xã <b>đã xong</b> các việc:<table border=1><tr><td><p>Khung chữ</p><p>- dòng hai</p></td></tr></table>\
                <p>Kết <i>thúc</i>.</p><table><tr><td>TT</td><td>Thôn</td></tr><tr><td>1</td><td>Lam Hạ</td></tr></table><!--EndFragment--></body></html>";
    paste(&window, html, "không dùng").await;
    let lines = "[...document.querySelectorAll(\"[data-part='III.1'] .ProseMirror > *\")].map(one => `${one.tagName} ${one.innerText.trim()}`).slice(0, 4).join('/')";
    window.until(&format!("{lines} === 'P Xã đã xong các việc:/P Khung chữ/P dòng hai/P Kết thúc.'")).await;
    window.until("document.querySelector(\"[data-part='III.1'] .ProseMirror strong\")?.innerText === 'đã xong'").await;
    window.until(&format!("{} === 'TT|Thôn/1|Lam Hạ'", cells("III.1"))).await;
    window.close().await;
}

#[tokio::test]
async fn a_table_of_the_report_that_is_copied_is_a_table_where_it_is_pasted() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    window.enter("III.1").await;
    paste(&window, "", "TT\tThôn\n1\tLam Hạ").await;
    window.until(&format!("{} === 'TT|Thôn/1|Lam Hạ'", cells("III.1"))).await;
    window.press("Ctrl+a").await;
    let script = "const data = new DataTransfer();
        document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
        return [data.getData('text/html'), data.getData('text/plain')]";
    let copied = window.client.execute(script, vec![]).await.unwrap();
    window.enter("III.2").await;
    paste(&window, copied[0].as_str().unwrap(), copied[1].as_str().unwrap()).await;
    window.until(&format!("{} === 'TT|Thôn/1|Lam Hạ'", cells("III.2"))).await;
    window.close().await;
}
