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

/// Tracked changes, a comment, hidden words and lists beside a table, as Word writes them.
const REVIEWED: &str = "<html xmlns:w=\"urn:schemas-microsoft-com:office:word\"><head><meta name=Generator content=\"Microsoft Word 15\"></head><body lang=EN-US><!--StartFragment-->
<p class=MsoNormal>Xã tiếp nhận <del cite=\"mailto:A\" datetime=\"2026-09-01T08:00\">12</del><ins cite=\"mailto:A\">15</ins> <b>hồ sơ</b><span class=MsoCommentReference><![if !supportAnnotations]><a class=msocomanchor href=\"#_msocom_1\">[NV1]</a><![endif]></span>.<span style='display:none;mso-hide:all'>ẩn</span></p>
<p class=MsoListParagraph><![if !supportLists]><span style='font-family:Wingdings'><span style='mso-list:Ignore'>§<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Ý một<o:p></o:p></p>
<p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>\u{f0b7}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Ý hai<o:p></o:p></p>
<ol start=3><li><p>Ba</p></li><li><p>Bốn</p></li></ol>
<table><tr><td><p>Đơn vị</p></td><td><p>Số</p></td></tr><tr><td><p>Lam Hạ</p></td><td><p><del>1.234</del><ins>1.250</ins></p></td></tr><tr><td><p>Khác</p></td><td><table><tr><td>12</td><td>34</td></tr></table></td></tr></table>
<div style='mso-element:comment-list'><div style='mso-element:comment'><div class=msocomtxt><p class=MsoCommentText>Số này sai, hỏi lại chị Lan</p></div></div></div><!--EndFragment--></body></html>";

#[tokio::test]
async fn beside_a_table_changes_comments_and_lists_come_in_as_they_are_meant_and_go_out_whole() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    window.enter("III.1").await;
    paste(&window, REVIEWED, "Xã tiếp nhận 1215 hồ sơ[NV1].").await;
    window.until(&format!("{} === 'Đơn vị|Số/Lam Hạ|1.250/Khác|12\\n34'", cells("III.1"))).await;
    let lines = "[...document.querySelectorAll(\"[data-part='III.1'] .ProseMirror > p\")].map(one => `${one.dataset.mark ?? ''}|${one.innerText.trim()}`).filter(one => one !== '|').join('/')";
    window.until(&format!("{lines} === '|Xã tiếp nhận 15 hồ sơ./-|Ý một/-|Ý hai/3.|Ba/4.|Bốn'")).await;
    window.until("document.querySelector(\"[data-part='III.1'] .ProseMirror strong\")?.innerText === 'hồ sơ'").await;
    window.reads("[data-t=refusal]", "không lấy chữ đã xóa (“12”, “1.234”)").await;
    window.reads("[data-t=refusal]", "Lời nhận xét bên lề của bản vừa dán không vào báo cáo (“Số này sai, hỏi lại chị Lan”)").await;
    window.reads("[data-t=refusal]", "Chữ ẩn trong bản vừa dán không vào báo cáo (“ẩn”)").await;

    // Copied again it has its marks and rows as words, on the page too; our own paste has each mark once.
    let copied = "const from = document.querySelector('[data-section=\"III.1\"][data-t=section-editor]'); from.focus();
        const data = new DataTransfer();
        from.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
        return [data.getData('text/html'), data.getData('text/plain')]";
    window.press("Ctrl+a").await;
    let both = window.client.execute(copied, vec![]).await.unwrap();
    let [html, plain] = [0, 1].map(|nth| both.get(nth).and_then(serde_json::Value::as_str).expect("a copy").to_owned());
    assert!(plain.contains("Xã tiếp nhận 15 hồ sơ.\n- Ý một\n- Ý hai\n3. Ba\n4. Bốn\n"), "{plain}");
    assert!(plain.contains("Lam Hạ\t1.250\n"), "{plain}");
    assert!(html.contains(">3. </span>"), "{html}");
    window.enter("III.2").await;
    paste(&window, &html, &plain).await;
    window.until(&format!("{} === 'Đơn vị|Số/Lam Hạ|1.250/Khác|12\\n34'", cells("III.2"))).await;
    window.until(&format!("{} === '|Xã tiếp nhận 15 hồ sơ./-|Ý một/-|Ý hai/3.|Ba/4.|Bốn'", lines.replace("III.1", "III.2"))).await;
    window.close().await;
}

#[tokio::test]
async fn a_copied_text_has_the_values_of_its_figures() {
    let machine = Machine::new();
    let window = machine.sample_report().await;
    window.see(".ProseMirror .figure").await;
    let section =
        window.client.execute("return document.querySelector('.ProseMirror:has(.figure:not(:empty))').dataset.section", vec![]).await.unwrap();
    window.enter(section.as_str().expect("a section with figures")).await;
    window.press("Ctrl+a").await;
    let copied = "const from = document.activeElement;
        const data = new DataTransfer();
        from.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
        const flat = (words) => words.replace(/\\s+/g, ' ').trim();
        const shown = [...from.children].map((one) => `${one.dataset.mark ? `${one.dataset.mark} ` : ''}${one.textContent}`).join(' ');
        return [flat(data.getData('text/plain')), flat(shown), from.querySelectorAll('.figure').length]";
    let told = window.client.execute(copied, vec![]).await.unwrap();
    assert!(told.get(2).and_then(serde_json::Value::as_u64).is_some_and(|figures| figures > 0), "the sample has figures there: {told}");
    assert_eq!(told.get(0), told.get(1));
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
