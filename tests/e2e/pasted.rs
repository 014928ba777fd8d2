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
    window.click("[data-t=outline-entry][data-section='III.1']").await;
    window.until("document.activeElement?.dataset.section === 'III.1'").await;
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
    window.click("[data-t=outline-entry][data-section='III.1']").await;
    window.until("document.activeElement?.dataset.section === 'III.1'").await;
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
